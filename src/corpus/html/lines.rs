//! Elements into lines: a block is a paragraph, `<br>` breaks a line, captions and standfirsts are marked.

use super::super::Mark;
use crate::span::Span;
use dom_query::NodeRef;

const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

const LEFT_OUT: &[&str] = &[
    "button", "canvas", "footer", "form", "head", "iframe", "math", "nav", "noscript", "object", "script", "select", "style", "svg",
    "template", "textarea",
];

/// What nobody sees of a page.
const UNSEEN: &[&str] = &["canvas", "head", "iframe", "math", "noscript", "object", "script", "style", "svg", "template"];

/// More words than this are an article, not its standfirst, whatever their class says.
const LEAD_WORDS: usize = 120;

/// One line of a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub text: String,
    pub mark: Option<Mark>,
    /// True where only `<br>` parts it from the line before.
    pub close: bool,
}

/// The lines of a page, in order.
#[derive(Debug, Default)]
pub(super) struct Lines(Vec<Line>);

impl Lines {
    /// All lines below a node that a reader of the page sees, menus and forms too.
    pub(super) fn everything(root: &NodeRef) -> Self {
        let mut writer = Writer { left_out: UNSEEN, ..Writer::default() };
        writer.walk(root);
        Self(writer.lines)
    }

    /// Marks the standfirst by what the page's head says it is, where no line is marked yet.
    pub(super) fn mark_lead(&mut self, description: &str) {
        const FIRST: usize = 6;
        const ENOUGH: usize = 40;
        let wanted = letters(description);
        if wanted.len() < ENOUGH || self.0.iter().any(|line| line.mark == Some(Mark::Lead)) {
            return;
        }
        // Only a whole line: many heads repeat the beginning of the first paragraph instead.
        if let Some(line) = self.0.iter_mut().take(FIRST).find(|line| letters(&line.text) == wanted) {
            line.mark = Some(Mark::Lead);
        }
    }

    /// The lines that the others do not hold, for a person to look over.
    pub(super) fn missing_from(self, others: &Lines, title: Option<&str>) -> Vec<String> {
        let mut present: String = others.0.iter().map(|line| letters(&line.text)).collect();
        present.extend(title.map(letters));
        let is_missing = |line: &Line| !present.contains(&letters(&line.text));
        self.0.into_iter().filter(|line| is_missing(line)).map(|line| line.text).collect()
    }

    /// The lines below a node.
    pub(super) fn of(root: &NodeRef) -> Self {
        let mut writer = Writer::default();
        writer.walk(root);
        Self(writer.lines)
    }

    /// Puts standfirst and captions that the extraction lost in front.
    pub(super) fn add_missing(&mut self, extras: Vec<Line>) {
        let present: String = self.0.iter().map(|line| letters(&line.text)).collect();
        let missing = extras.into_iter().filter(|line| !present.contains(&letters(&line.text)));
        let missing: Vec<Line> = missing.collect();
        self.0.splice(0..0, missing);
    }

    /// One text, a blank line between paragraphs, and the spans that are marked.
    pub(super) fn into_text(self) -> (String, Vec<(Mark, Span)>) {
        let mut text = String::new();
        let mut marked = Vec::new();
        for line in self.0 {
            if !text.is_empty() {
                text.push_str(if line.close { "\n" } else { "\n\n" });
            }
            let start = text.len();
            text.push_str(&line.text);
            marked.extend(line.mark.map(|mark| (mark, Span::new(start, text.len()))));
        }
        (text, marked)
    }
}

/// A step of the walk; a stack of them instead of recursion, so that no page is too deep.
enum Step<'n> {
    Enter(NodeRef<'n>),
    LeaveBlock,
    LeaveMark(Option<Mark>),
}

struct Writer {
    /// Elements that are passed over.
    left_out: &'static [&'static str],
    lines: Vec<Line>,
    line: String,
    mark: Option<Mark>,
    close: bool,
}

impl Default for Writer {
    fn default() -> Self {
        Self { left_out: LEFT_OUT, lines: Vec::new(), line: String::new(), mark: None, close: false }
    }
}

impl Writer {
    fn walk(&mut self, root: &NodeRef) {
        let mut steps = vec![Step::Enter(*root)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(node) if node.is_text() => self.line.push_str(&node.text()),
                Step::Enter(node) => self.enter(node, &mut steps),
                Step::LeaveBlock => self.end_line(false),
                Step::LeaveMark(before) => self.mark = before,
            }
        }
        self.end_line(false);
    }

    fn enter<'n>(&mut self, node: NodeRef<'n>, steps: &mut Vec<Step<'n>>) {
        let name = node.node_name().unwrap_or_default();
        let name = &*name;
        if self.left_out.contains(&name) || node.is_comment() || node.is_doctype() {
            return;
        }
        if name == "br" {
            self.end_line(true);
            return;
        }
        if BLOCKS.contains(&name) {
            self.end_line(false);
            if let Some(mark) = mark_of(&node, name) {
                steps.push(Step::LeaveMark(self.mark));
                self.mark = Some(mark);
            }
            steps.push(Step::LeaveBlock);
        }
        steps.extend(node.children_it(true).map(Step::Enter));
    }

    fn end_line(&mut self, by_break: bool) {
        let text = one_line(&self.line);
        self.line.clear();
        if !text.is_empty() {
            self.lines.push(Line { text, mark: self.mark, close: self.close });
            self.close = by_break;
        } else if !by_break {
            self.close = false;
        }
    }
}

/// What the page itself says a block is.
pub(super) fn mark_of(node: &NodeRef, name: &str) -> Option<Mark> {
    match name {
        "figcaption" => Some(Mark::Caption),
        "p" | "div" | "h2" | "h3" | "section" | "header" if is_lead(node) => Some(Mark::Lead),
        _ => None,
    }
}

fn is_lead(node: &NodeRef) -> bool {
    let named = node.class().is_some_and(|class| {
        class.split_ascii_whitespace().any(|name| {
            let name = name.to_ascii_lowercase();
            ["chapo", "chapeau", "standfirst"].iter().any(|part| name.contains(part))
                || matches!(name.as_str(), "lead" | "lede" | "accroche" | "article-lead" | "article__lead" | "article__desc")
        })
    });
    named && node.text().split_whitespace().take(LEAD_WORDS + 1).count() <= LEAD_WORDS
}

/// White space of the source, which means nothing in HTML, as single spaces; no-break spaces stay.
pub(super) fn one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
