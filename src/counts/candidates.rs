//! Words that could join a pole: where they stand, and where its own words stand.

use super::slots::{self, Relation};
use super::words::{Key, is_meaningful, key_of_lemma, keys_of_lemmas};
use crate::lexicon::Compiled;
use crate::matching::Hit;
use crate::text::context::pos_in_context;
use crate::text::dictionary;
use crate::text::morphology::Pos;
use crate::text::{Document, window};
use rustc_hash::{FxHashMap, FxHashSet};

/// Stands for all words of the pole together: no word has this key.
pub const MODEL: Key = 0;

/// The places of one article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placed {
    /// Word or [`MODEL`], place, how often; in order.
    pub pairs: Vec<(Key, Key, u32)>,
    /// Passages of the pole.
    pub passages: usize,
    /// The words of the pole, which are no candidates.
    pub own: Vec<Key>,
}

/// One occurrence of a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub key: Key,
    /// As written, in lower case unless it is a name.
    pub form: String,
    /// What it can be an inflection of where it stands, with its part of speech.
    pub readings: Vec<(String, Pos)>,
    pub left: String,
    pub found: String,
    pub right: String,
    /// Axis and pole of a marker that takes it already.
    pub taken: Option<(String, String)>,
}

/// A place in words: its relation, its word, the second one.
pub type Named = (Key, Relation, String, Option<String>);

/// `model` are the hits of the pole, by place.
pub fn placed(document: &Document, model: &[&Hit]) -> Placed {
    // By token: the passage of the pole that covers it; by passage: the word that stands for it.
    let mut passage = vec![None; document.tokens.len()];
    let mut heads = FxHashSet::default();
    let mut placed = Placed { passages: model.len(), ..Placed::default() };
    for (number, hit) in model.iter().enumerate() {
        let range = &document.sentences[hit.sentence].tokens;
        passage[hit.tokens.clone()].fill(Some(number));
        heads.extend(hit.tokens.clone().find(|token| is_meaningful(document, *token, range)));
        let own = hit.tokens.clone().filter(|token| is_meaningful(document, *token, range));
        placed.own.extend(own.flat_map(|token| keys_of_lemmas(document, token)));
    }
    let mut counts: FxHashMap<(Key, Key), u32> = FxHashMap::default();
    slots::each(document, |sentence, token, slot| {
        let within = |other: usize| passage[token].is_some() && passage[other] == passage[token];
        if within(slot.word) || slot.other.is_some_and(within) {
            return;
        }
        let word = match passage[token] {
            Some(_) if heads.contains(&token) => MODEL,
            Some(_) => return,
            None => key_of_lemma(document, token, sentence),
        };
        *counts.entry((word, slot.key(document, sentence))).or_default() += 1;
    });
    placed.pairs = counts.into_iter().map(|((word, slot), n)| (word, slot, n)).collect();
    placed.pairs.sort_unstable();
    placed
}

/// The occurrences of some words, by place; `hits` are those of the markers.
pub fn seen(document: &Document, lexicons: &Compiled, hits: &[Hit], wanted: &FxHashSet<Key>, columns: usize) -> Vec<Seen> {
    let spans: Vec<(usize, usize)> = document.sentences.iter().map(|sentence| (sentence.span.start, sentence.span.end)).collect();
    let mut seen = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        let reach = window::reach(&spans, number, 4 * columns, |from, to| &document.text[from..to]);
        for token in sentence.tokens.clone() {
            if !is_meaningful(document, token, &sentence.tokens) {
                continue;
            }
            let key = key_of_lemma(document, token, &sentence.tokens);
            if !wanted.contains(&key) {
                continue;
            }
            let form = document.form(token);
            let pos = pos_in_context(document, token, &sentence.tokens);
            let mut readings: Vec<(String, Pos)> = form
                .analyses
                .iter()
                .filter(|analysis| pos.contains(analysis.pos) && !form.guessed)
                .map(|analysis| (dictionary::lemma(analysis.lemma).to_owned(), analysis.pos))
                .collect();
            readings.sort_unstable();
            readings.dedup();
            let span = document.tokens[token].span;
            let hit = hits.iter().find(|hit| hit.tokens.contains(&token)).map(|hit| &lexicons.markers[hit.marker]);
            seen.push(Seen {
                key,
                form: super::words::shown(document, token),
                readings,
                left: window::before(&document.text[reach.start..span.start], columns),
                found: span.of(document.text).to_owned(),
                right: window::after(&document.text[span.end..reach.end], columns),
                taken: hit.map(|marker| (lexicons.axis(marker).id.clone(), lexicons.source(marker).pole.clone())),
            });
        }
    }
    seen
}

/// The words of some places, once for each.
pub fn named(document: &Document, wanted: &FxHashSet<Key>) -> Vec<Named> {
    let mut named: Vec<Named> = Vec::new();
    slots::each(document, |sentence, _, slot| {
        let key = slot.key(document, sentence);
        if wanted.contains(&key) && !named.iter().any(|(known, ..)| *known == key) {
            let (word, other) = slot.words(document);
            named.push((key, slot.relation, word.to_owned(), other.map(str::to_owned)));
        }
    });
    named
}
