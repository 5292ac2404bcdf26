//! How deep a page nests: before it is parsed by its tags, after that by its tree.

use super::super::Reason;
use dom_query::Document;
use rustc_hash::FxHashMap;

/// Deeper trees than any real page, which cost time that grows with the square of the depth.
const MAX_DEPTH: usize = 1000;

/// Tags that are left open, beyond which even parsing takes too long. Pages that forget end tags by the thousand stay below.
const MAX_OPEN: usize = 20_000;

/// Elements that hold nothing, and those whose end tag may be left out as the next one ends them.
const NOT_NESTING: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dd", "dt",
    "option", "tr", "td", "th", "tbody", "thead", "tfoot",
];

/// Elements of HTML that end a drawing or a formula around them, in which `<path/>` is closed by its slash.
const BREAKS_OUT: &[&str] = &[
    "b",
    "big",
    "blockquote",
    "body",
    "center",
    "code",
    "div",
    "dl",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "i",
    "listing",
    "menu",
    "nobr",
    "ol",
    "pre",
    "ruby",
    "s",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tt",
    "u",
    "ul",
    "var",
];

/// Elements whose content is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title"];

/// A page as a tree; refused where it nests deeper than any real page.
pub(in super::super) fn parse(page: &str) -> Result<Document, Reason> {
    if open_tags(page) > MAX_OPEN {
        return Err(Reason::NestedTooDeep);
    }
    let document = Document::from(page);
    if depth(&document) > MAX_DEPTH { Err(Reason::NestedTooDeep) } else { Ok(document) }
}

/// The most elements that are open at once, as far as tags tell.
fn open_tags(page: &str) -> usize {
    let mut open: FxHashMap<String, usize> = FxHashMap::default();
    let (mut now, mut most) = (0_usize, 0);
    let mut at = 0;
    while let Some(found) = page[at..].find('<') {
        at += found + 1;
        let rest = &page[at..];
        if let Some(comment) = rest.strip_prefix("!--") {
            at += 3 + comment.find("-->").unwrap_or(comment.len());
            continue;
        }
        let (closes, name) = match rest.strip_prefix('/') {
            Some(rest) => (true, name(rest)),
            None => (false, name(rest)),
        };
        if name.is_empty() || NOT_NESTING.contains(&&*name) {
            continue;
        }
        if RAW.contains(&&*name) {
            if !closes {
                at += end_of_raw(rest, &name);
            }
            continue;
        }
        let drawing = ["svg", "math"].iter().any(|around| open.get(*around).is_some_and(|count| *count > 0));
        if drawing && BREAKS_OUT.contains(&&*name) {
            open.remove("svg");
            open.remove("math");
        } else if drawing && !closes && rest.split('>').next().is_some_and(|tag| tag.ends_with('/')) {
            continue;
        }
        let count = open.entry(name).or_default();
        if closes {
            // An end tag without its element closes nothing.
            now -= usize::from(*count > 0);
            *count = count.saturating_sub(1);
        } else {
            *count += 1;
            now += 1;
            most = most.max(now);
        }
    }
    most
}

fn name(tag: &str) -> String {
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name.to_ascii_lowercase() } else { String::new() }
}

/// Where the end tag of a script or the like stands.
fn end_of_raw(rest: &str, name: &str) -> usize {
    let mut at = 0;
    while let Some(found) = rest[at..].find("</") {
        at += found;
        let tag = &rest.as_bytes()[at + 2..];
        if tag.len() >= name.len() && tag[..name.len()].eq_ignore_ascii_case(name.as_bytes()) {
            return at;
        }
        at += 2;
    }
    rest.len()
}

/// The depth of the tree, without recursion.
fn depth(document: &Document) -> usize {
    let mut deepest = 0;
    let mut nodes = vec![(document.root(), 0)];
    while let Some((node, depth)) = nodes.pop() {
        deepest = deepest.max(depth);
        nodes.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    deepest
}
