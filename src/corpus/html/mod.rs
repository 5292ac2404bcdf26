//! Saved web pages: the main content as lines, the rest of the page left out.

mod extras;
mod head;
mod lines;
mod several;

use super::Reason;
use super::record::Record;
use dom_query::Document;
use dom_smoothie::{Config, Readability};
use lines::Lines;

/// Deeper trees than any real page, which cost time that grows with the square of the depth.
const MAX_DEPTH: usize = 1000;

/// Reads a page: metadata from its head, text from its main content.
pub(super) fn record(page: &str) -> Result<Record, Reason> {
    if nesting(page) > MAX_DEPTH {
        return Err(Reason::NoMainContent);
    }
    let document = Document::from(page);
    // Before anything is taken away.
    let everything = document.body().map(|body| Lines::everything(&body)).unwrap_or_default();
    let heading = head::heading(&document);
    several::keep_main(&document, heading.as_deref());
    let extras = extras::find(&document);
    // Classes tell a standfirst from a paragraph.
    let config = Config { keep_classes: true, ..Config::default() };
    let mut readability = Readability::with_document(document.clone(), None, Some(config)).map_err(|_| Reason::NoMainContent)?;
    let fields = head::fields(&document, &readability);
    let mut lines = match readability.parse() {
        Ok(article) => Lines::of(&Document::fragment(article.content).root()),
        Err(_) => document.body().map(|body| Lines::of(&body)).unwrap_or_default(),
    };
    lines.add_missing(extras);
    if let Some(description) = head::description(&document) {
        lines.mark_lead(&description);
    }
    let left_out = everything.missing_from(&lines, fields.title.as_deref());
    let (text, marked) = lines.into_text();
    if text.trim().is_empty() {
        return Err(Reason::NoMainContent);
    }
    let host = fields.url.as_deref().and_then(head::host);
    Ok(Record { text, marked, fields, left_out, last_outlet: host, ..Record::default() })
}

/// An upper bound of how deep the elements of a page nest, from its tags alone. Elements that take no end tag do not nest.
fn nesting(page: &str) -> usize {
    const VOID: [&str; 12] = ["br", "img", "meta", "link", "input", "hr", "source", "wbr", "area", "col", "p", "li"];
    let (mut depth, mut deepest) = (0_usize, 0);
    let bytes = page.as_bytes();
    for (at, _) in page.match_indices('<') {
        match bytes.get(at + 1) {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(first) if first.is_ascii_alphabetic() => {
                let rest = &page[at + 1..];
                let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
                if !VOID.iter().any(|void| name.eq_ignore_ascii_case(void)) {
                    depth += 1;
                    deepest = deepest.max(depth);
                }
            }
            _ => {}
        }
    }
    deepest
}
