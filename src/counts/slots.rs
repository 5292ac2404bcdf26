//! The places in which words stand: their neighbours and what the syntax ties them to. Words that share places can stand for one another.

use super::words::{Key, is_meaningful, key_of, key_of_lemma};
use crate::roles::phrases::{Chunk, Phrases};
use crate::text::morphology::Pos;
use crate::text::{Document, Kind};
use std::ops::Range;

/// How a place is described from the word that fills it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// This word stands before it, articles apart.
    After,
    Before,
    /// Both do, one on each side.
    Between,
    /// It qualifies this noun.
    Qualifies,
    /// This word qualifies it.
    QualifiedBy,
    /// It completes this noun by "de".
    Completes,
    CompletedBy,
    ObjectOf,
    HasObject,
    SubjectOf,
    HasSubject,
}

/// A place: a relation with one word, or with two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub relation: Relation,
    /// Tokens of the document.
    pub word: usize,
    pub other: Option<usize>,
}

impl Slot {
    /// What stands for the place in every article.
    pub fn key(&self, document: &Document, sentence: &Range<usize>) -> Key {
        let word = |token: usize| {
            if is_small(document, token) { key_of(plain(&document.form(token).norm)) } else { key_of_lemma(document, token, sentence) }
        };
        let other = self.other.map_or(0, word);
        // Keys are spread over all bits: turning one keeps the order of the two words apart.
        (word(self.word) ^ other.rotate_left(19)).wrapping_mul(2 * self.relation as u64 + 1)
    }

    /// The word of the place, and the second one, as they stand in the text.
    pub fn words<'d>(&self, document: &'d Document) -> (&'d str, Option<&'d str>) {
        let word = |token: usize| plain(&document.form(token).norm);
        (word(self.word), self.other.map(word))
    }
}

/// Hands on every place of every word of meaning, as (sentence, token, slot).
pub fn each(document: &Document, mut emit: impl FnMut(&Range<usize>, usize, Slot)) {
    for sentence in &document.sentences {
        let range = &sentence.tokens;
        let mut emit = |token: usize, slot: Slot| emit(range, token, slot);
        neighbours(document, range, &mut emit);
        syntax(document, range, &mut emit);
    }
}

fn is_small(document: &Document, token: usize) -> bool {
    document.form(token).pos.contains(Pos::Preposition)
}

/// Small words by one name: "du" and "d'" are "de".
fn plain(norm: &str) -> &str {
    match norm {
        "d'" | "du" | "des" => "de",
        "au" | "aux" => "à",
        other => other,
    }
}

/// The words on either side, articles passed over; a mark ends the look.
fn neighbours(document: &Document, range: &Range<usize>, emit: &mut impl FnMut(usize, Slot)) {
    let words: Vec<usize> = range.clone().filter(|t| document.tokens[*t].kind != Kind::Quote && !is_article(document, *t)).collect();
    let at = |place: Option<usize>| place.and_then(|p| words.get(p)).copied().filter(|t| document.tokens[*t].kind == Kind::Word);
    for (place, token) in words.iter().enumerate() {
        if !is_meaningful(document, *token, range) {
            continue;
        }
        let (left, right) = (at(place.checked_sub(1)), at(Some(place + 1)));
        let mut one = |relation, word: Option<usize>, other| word.map(|word| emit(*token, Slot { relation, word, other }));
        one(Relation::After, left, None);
        one(Relation::Before, right, None);
        if right.is_some() {
            one(Relation::Between, left, right);
        }
    }
}

fn is_article(document: &Document, token: usize) -> bool {
    let pos = document.form(token).pos;
    pos.contains(Pos::Determiner) && !pos.contains(Pos::Preposition)
}

/// Nouns with their adjectives and complements, verbs with their subjects and objects.
fn syntax(document: &Document, range: &Range<usize>, emit: &mut impl FnMut(usize, Slot)) {
    let phrases = Phrases::new(document, range, |_| false, |_| false, |_| false);
    let mut tie = |token: usize, relation: Relation, word: usize, back: Relation| {
        let good = |t: usize| is_meaningful(document, t, range);
        if token != word && good(token) && good(word) {
            emit(token, Slot { relation, word, other: None });
            emit(word, Slot { relation: back, word: token, other: None });
        }
    };
    let head = |chunk: &Chunk| chunk.noun().filter(|noun| !noun.pronoun && !noun.time).map(|noun| noun.head);
    for (at, chunk) in phrases.chunks.iter().enumerate() {
        if let Some(noun) = head(chunk) {
            chunk.tokens.clone().for_each(|token| tie(token, Relation::Qualifies, noun, Relation::QualifiedBy));
            let before = at.checked_sub(1).and_then(|before| head(&phrases.chunks[before]));
            if let Some(before) = before.filter(|_| chunk.opens_with("de")) {
                tie(noun, Relation::Completes, before, Relation::CompletedBy);
            }
            let governor = phrases.governor(at).filter(|_| chunk.is_bare());
            if let Some(verb) = governor.and_then(|verb| phrases.chunks[verb].verb()) {
                // What a passive verb seems to govern is told of its subject below.
                if !verb.passive {
                    tie(noun, Relation::ObjectOf, verb.main, Relation::HasObject);
                }
            }
        }
        if let Some(verb) = chunk.verb() {
            for noun in phrases.subject(at).phrases.into_iter().filter_map(|phrase| head(&phrases.chunks[phrase])) {
                // Who suffers the verb is its object, wherever it stands.
                let (relation, back) =
                    if verb.passive { (Relation::ObjectOf, Relation::HasObject) } else { (Relation::SubjectOf, Relation::HasSubject) };
                tie(noun, relation, verb.main, back);
            }
        }
    }
}
