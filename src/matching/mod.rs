//! Where the wordings of the lexicons occur, in the sense that their poles define.
//!
//! `(&Document, &Compiled) → Vec<Hit>`

pub mod engine;
pub mod examples;
mod guards;
pub mod judge;
mod negation;
mod overlap;
mod present;
pub mod review;

pub use guards::Verdict;

use crate::lexicon::{Compiled, Purpose};
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

/// All hits of a document by what they are for; on one axis no two overlap.
#[derive(Debug, Default)]
pub struct Matches {
    pub markers: Vec<Hit>,
    pub actors: Vec<Hit>,
    pub speech: Vec<Hit>,
    pub roles: Vec<Hit>,
}

/// The hits of all lexicons, each list by place.
pub fn find_all(document: &Document, lexicons: &Compiled) -> Matches {
    let mut matches = Matches::default();
    for hit in kept(document, lexicons, Purpose::ANY) {
        match lexicons.purpose(hit.marker) {
            Purpose::Markers => matches.markers.push(hit),
            Purpose::Actors => matches.actors.push(hit),
            Purpose::Speech => matches.speech.push(hit),
            Purpose::Roles => matches.roles.push(hit),
        }
    }
    matches
}

/// The hits of the lexicons of this purpose, by place; on one axis no two overlap.
pub fn find(document: &Document, lexicons: &Compiled, purpose: Purpose) -> Vec<Hit> {
    kept(document, lexicons, purpose.bit())
}

fn kept(document: &Document, lexicons: &Compiled, purposes: u8) -> Vec<Hit> {
    let mut hits = Vec::new();
    each_sentence(document, lexicons, purposes, |present, candidates| {
        candidates.retain(|hit| guards::hold(document, lexicons, present, hit));
        overlap::longest_wins(lexicons, candidates);
        for hit in candidates.iter_mut().filter(|hit| matches!(lexicons.purpose(hit.marker), Purpose::Markers | Purpose::Roles)) {
            hit.negated = negation::is_negated(document, hit);
        }
        hits.append(candidates);
    });
    hits
}

/// Hands on what the patterns of these purposes match in each sentence, guards not yet asked; sentences without a match are passed over.
fn each_sentence(document: &Document, lexicons: &Compiled, purposes: u8, mut work: impl FnMut(&Present, &mut Vec<Hit>)) {
    let mut candidates = Vec::new();
    let mut present = Present::new(lexicons.tests.len());
    for sentence in (0..document.sentences.len()).filter(|s| document.sentences[*s].begins & purposes != 0) {
        candidates.clear();
        engine::candidates(document, lexicons, purposes, sentence, &mut candidates);
        if !candidates.is_empty() {
            if candidates.iter().any(|hit| lexicons.markers[hit.marker].is_guarded()) {
                present.fill(document, sentence);
            }
            work(&present, &mut candidates);
        }
    }
}
