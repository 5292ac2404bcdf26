//! The cleaner: what it is told, and the zones it gives.

use super::layout;
use super::lines::{self, Line};
use super::{Profile, Zone, ZoneKind};
use crate::corpus::{Article, Mark};
use crate::span::Span;

/// Finds the zones of articles, by these options and nothing else.
#[derive(Debug, Clone, Default)]
pub struct Cleaner {
    /// Nothing is boilerplate.
    pub keep_all: bool,
    /// What outlets' pages repeat.
    pub profile: Option<Profile>,
}

impl Cleaner {
    /// What a person decreed, then what its source marks by itself, then what its lines show.
    pub fn find(&self, article: &Article) -> Vec<Zone> {
        let text = &*article.text;
        let outlet = article.meta.outlet.as_deref();
        let repeated = outlet.and_then(|name| self.profile.as_ref()?.outlet(name));
        let mut lines = lines::lines(text, repeated);
        let marked_title = article.marked.iter().find(|(mark, _)| *mark == Mark::Title).map(|(_, span)| span.of(text));
        let title = marked_title.or(article.meta.title.as_deref());
        let mut kinds = layout::arrange(text, &lines, title, outlet);
        for (line, kind) in lines.iter_mut().zip(&mut kinds) {
            if let Some((mark, _)) = article.marked.iter().find(|(_, span)| span.overlaps(&line.span)) {
                *kind = Some(match mark {
                    Mark::Title => ZoneKind::Title,
                    Mark::Lead => ZoneKind::Lead,
                    Mark::Caption => ZoneKind::Caption,
                });
            }
            if self.keep_all || article.keep.holds(line.number) {
                line.prompts.clear();
                *kind = kind.filter(|kind| *kind != ZoneKind::Boilerplate);
            }
        }
        join(text, &lines, &kinds)
    }
}

/// One zone a line, boilerplate lines that follow each other as one, prompts inside a line cut out of it.
fn join(text: &str, lines: &[Line], kinds: &[Option<ZoneKind>]) -> Vec<Zone> {
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
            let Some(kind) = kind else { return };
            let part = &text[start..end];
            let (start, trimmed) = (start + part.len() - part.trim_start().len(), part.trim());
            if !trimmed.is_empty() {
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
