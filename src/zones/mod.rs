//! What each part of a page is: title, lead, caption, boilerplate; what no zone covers is body.
//!
//! `&Article → Vec<Zone>`

mod credits;
mod head;
mod inline;
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
    join(text, &lines, &kinds)
}

/// One zone a line, boilerplate lines that follow each other as one, prompts inside a line cut out of it.
fn join(text: &str, lines: &[lines::Line], kinds: &[Option<ZoneKind>]) -> Vec<Zone> {
    let mut zones: Vec<Zone> = Vec::new();
    let mut open = false;
    for (line, kind) in lines.iter().zip(kinds) {
        if *kind == Some(ZoneKind::Boilerplate) {
            match zones.last_mut() {
                Some(last) if open => last.span.end = line.span.end,
                _ => zones.push(Zone { kind: ZoneKind::Boilerplate, span: line.span }),
            }
            open = true;
            continue;
        }
        open = false;
        let mut add = |kind: Option<ZoneKind>, start: usize, end: usize| {
            let part = &text[start..end];
            let (start, trimmed) = (start + part.len() - part.trim_start().len(), part.trim());
            if let Some(kind) = kind
                && !trimmed.is_empty()
            {
                zones.push(Zone { kind, span: Span::new(start, start + trimmed.len()) });
            }
        };
        let mut at = line.span.start;
        for prompt in line.prompts.iter().filter(|_| *kind != Some(ZoneKind::Title)) {
            add(*kind, at, prompt.start);
            add(Some(ZoneKind::Boilerplate), prompt.start, prompt.end);
            at = prompt.end;
        }
        add(*kind, at, line.span.end);
    }
    zones
}
