//! Saved web pages: the main content as lines, the rest of the page left out.

mod extras;
mod head;
mod lines;
mod nesting;
mod several;

use super::Reason;
use super::record::Record;
use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};
use lines::Lines;

/// Larger than any page that a person saved.
const MAX_PAGE: usize = 16 << 20;

/// Reads a page: metadata from its head, text from its main content.
pub(super) fn record(page: &str) -> Result<Record, Reason> {
    if page.len() > MAX_PAGE {
        return Err(Reason::TooLong { megabytes: MAX_PAGE >> 20 });
    }
    let document = nesting::parse(page)?;
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

/// A page as a tree; refused where it nests deeper than any real page.
pub(super) fn parsed(page: &str) -> Result<Document, Reason> {
    nesting::parse(page)
}

/// The text of a piece of marked-up text, as feeds carry it.
pub(super) fn fragment(html: &str) -> Result<String, Reason> {
    let document = nesting::parse(html)?;
    Ok(document.body().map(|body| text_of(&body)).unwrap_or_default())
}

/// The text below a node, a blank line between paragraphs.
pub(super) fn text_of(node: &NodeRef<'_>) -> String {
    Lines::of(node).into_text().0
}
