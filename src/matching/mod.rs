//! Where the wordings of the lexicons occur, in the sense that their poles define.
//!
//! `(&Document, &Compiled) → Vec<Hit>`

pub mod engine;
pub mod examples;
mod guards;
pub mod judge;
mod negation;
mod overlap;
pub mod present;
pub mod review;

pub use guards::Verdict;
pub use negation::is_negated;

use crate::lexicon::{Compiled, Needs, Purpose};
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
    /// Denied in its clause: ne … pas, sans, aucun. Asked of wordings that are counted and of those that give somebody a part.
    pub negated: bool,
}

/// What is looked for in every sentence, by what it is for; on one axis no two overlap.
#[derive(Debug, Default)]
pub struct Matches {
    pub markers: Vec<Hit>,
    pub actors: Vec<Hit>,
    /// Words that give the floor.
    pub speech: Vec<Hit>,
}

/// The hits of all lexicons but those that only others need, each list by place.
pub fn find_all(document: &Document, lexicons: &Compiled) -> Matches {
    let mut matches = Matches::default();
    for hit in find(document, lexicons, Needs::ALWAYS) {
        match lexicons.purpose(hit.marker) {
            Purpose::Markers => matches.markers.push(hit),
            Purpose::Actors => matches.actors.push(hit),
            Purpose::Speech => matches.speech.push(hit),
            Purpose::Roles => {}
        }
    }
    matches
}

/// The hits that are needed, by place; on one axis no two overlap.
pub fn find(document: &Document, lexicons: &Compiled, needs: impl Into<Needs>) -> Vec<Hit> {
    find_in(document, lexicons, needs, 0..document.sentences.len())
}

/// The hits that are needed in some sentences.
pub fn find_in(document: &Document, lexicons: &Compiled, needs: impl Into<Needs>, sentences: impl IntoIterator<Item = usize>) -> Vec<Hit> {
    let mut hits = Vec::new();
    each_sentence(document, lexicons, needs.into(), sentences, |present, candidates| {
        candidates.retain(|hit| guards::verdict(document, lexicons, present, hit).is_kept());
        overlap::longest_wins(lexicons, candidates);
        for hit in candidates.iter_mut().filter(|hit| lexicons.markers[hit.marker].needs.meets(Needs::DENIABLE)) {
            hit.negated = negation::is_negated(document, hit);
        }
        hits.append(candidates);
    });
    hits
}

/// What a hit's match has in the slot of this name: the tokens.
pub fn slot(document: &Document, lexicons: &Compiled, hit: &Hit, name: &str) -> Option<Range<usize>> {
    lexicons.programs(&lexicons.markers[hit.marker]).find_map(|program| {
        let number = program.slots.iter().position(|slot| slot == name)?;
        let found = engine::longest_from(document, program, hit.sentence, hit.tokens.start)?;
        found.slots[number].clone().filter(|slot| found.tokens == hit.tokens && !slot.is_empty())
    })
}

/// Hands on what the patterns that are needed match in each sentence, guards not yet asked; sentences without a match are passed over.
fn each_sentence(
    document: &Document,
    lexicons: &Compiled,
    needs: Needs,
    sentences: impl IntoIterator<Item = usize>,
    mut work: impl FnMut(&mut Present, &mut Vec<Hit>),
) {
    let mut candidates = Vec::new();
    let mut present = Present::default();
    for sentence in sentences.into_iter().filter(|s| document.sentences[*s].begins & needs.bits() != 0) {
        candidates.clear();
        engine::candidates(document, lexicons, needs, sentence, &mut candidates);
        if !candidates.is_empty() {
            work(&mut present, &mut candidates);
        }
    }
}
