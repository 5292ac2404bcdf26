//! Where the wordings of the lexicons occur, in the sense that their poles define.
//!
//! `(&Document, &Compiled) → Vec<Hit>`

pub mod engine;
pub mod examples;
mod guards;
mod negation;
mod overlap;
mod present;

use crate::lexicon::Compiled;
use crate::span::Span;
use crate::text::Document;
use present::Present;
use std::ops::Range;

/// One occurrence of a marker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Index into [`Compiled::markers`].
    pub marker: usize,
    pub span: Span,
    pub tokens: Range<usize>,
    /// Index into the document's sentences.
    pub sentence: usize,
    /// Denied in its clause: ne … pas, sans, aucun.
    pub negated: bool,
}

/// All hits of a document, by place; on one axis no two overlap.
pub fn find(document: &Document, lexicons: &Compiled) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut candidates = Vec::new();
    let mut present = Present::new(lexicons.tests.len());
    for sentence in (0..document.sentences.len()).filter(|s| document.sentences[*s].begins) {
        candidates.clear();
        engine::candidates(document, lexicons, sentence, &mut candidates);
        if candidates.is_empty() {
            continue;
        }
        present.fill(document, sentence);
        candidates.retain(|hit| guards::hold(document, lexicons, &present, hit));
        overlap::longest_wins(lexicons, &mut candidates);
        for hit in &mut candidates {
            hit.negated = negation::is_negated(document, hit);
        }
        hits.append(&mut candidates);
    }
    hits
}
