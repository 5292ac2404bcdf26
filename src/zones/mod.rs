//! What each part of a page is: title, lead, caption, boilerplate; what no zone covers is body.
//!
//! `&Article → Vec<Zone>`

mod layout;
mod lines;
mod prompts;

use crate::corpus::{Article, Mark};
use crate::span::Span;

/// What a stretch of text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ZoneKind {
    Title,
    Lead,
    Body,
    Caption,
    Boilerplate,
}

/// A zone of an article. Zones are sorted and do not overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone {
    pub kind: ZoneKind,
    pub span: Span,
}

/// The zones of an article: what its source marks by itself, then what its lines show.
pub fn find(article: &Article) -> Vec<Zone> {
    let text = &*article.text;
    let lines = lines::lines(text);
    let marked_title = article.marked.iter().find(|(mark, _)| *mark == Mark::Title).map(|(_, span)| span.of(text));
    let title = marked_title.or(article.meta.title.as_deref());
    let mut kinds = layout::arrange(text, &lines, title, article.meta.outlet.as_deref());
    for (line, kind) in lines.iter().zip(&mut kinds) {
        if let Some((mark, _)) = article.marked.iter().find(|(_, span)| span.overlaps(&line.span)) {
            *kind = Some(match mark {
                Mark::Title => ZoneKind::Title,
                Mark::Lead => ZoneKind::Lead,
                Mark::Caption => ZoneKind::Caption,
            });
        }
    }
    let mut zones: Vec<Zone> = Vec::new();
    let mut previous = None;
    for (line, kind) in lines.iter().zip(&kinds) {
        match (kind, zones.last_mut()) {
            (Some(ZoneKind::Boilerplate), Some(last)) if previous == Some(ZoneKind::Boilerplate) => last.span.end = line.span.end,
            (Some(kind), _) => zones.push(Zone { kind: *kind, span: line.span }),
            (None, _) => {}
        }
        previous = *kind;
    }
    zones
}
