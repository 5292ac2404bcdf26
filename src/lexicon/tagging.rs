//! The tests that all patterns of all lexicons make on a word, each with a number; and the tags of a form.

use super::pattern::WordTest;
use crate::text::dictionary;
use crate::text::forms::Form;
use crate::text::guess::Guess;
use crate::text::morphology::Features;
use crate::text::normal::{Casing, normal, without_accents};
use crate::text::pos_set::PosSet;
use crate::text::tags::Tag;
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Bytes that a guessed lemma has more than its form, at most.
const LONGEST_ENDING: usize = 3;

/// Every distinct word test, by what a form must look like to pass it.
#[derive(Debug, Default)]
pub struct Tests {
    numbers: FxHashMap<WordTest, u32>,
    lemmas: FxHashMap<String, Vec<(PosSet, Features, u32)>>,
    /// By normal form; the exact letters decide.
    exact: FxHashMap<String, Vec<(String, u32)>>,
    /// Of these, those with accents, by normal form without them: capitals may lack theirs.
    unaccented: FxHashMap<String, Vec<(String, u32)>>,
    stems: FxHashMap<String, Vec<u32>>,
    parts_of_speech: Vec<(PosSet, Features, u32)>,
    /// The classes that a test is a member of.
    classes: FxHashMap<u32, Vec<u32>>,
    /// The number of a class by its members, sorted.
    sets: FxHashMap<Vec<u32>, u32>,
    count: u32,
}

impl Tests {
    /// The number of a test, the same for equal tests.
    pub fn number(&mut self, test: &WordTest) -> u32 {
        if let Some(number) = self.numbers.get(test) {
            return *number;
        }
        let number = self.fresh();
        self.numbers.insert(test.clone(), number);
        match test {
            WordTest::Lemma { lemma, pos, features } => {
                self.lemmas.entry(lemma.clone()).or_default().push((*pos, *features, number));
            }
            WordTest::Exact(letters) => {
                let normal = normal(letters).into_owned();
                let plain = without_accents(&normal);
                if plain != normal {
                    self.unaccented.entry(plain).or_default().push((letters.clone(), number));
                }
                self.exact.entry(normal).or_default().push((letters.clone(), number));
            }
            WordTest::Stem(word) => {
                let stem = Stemmer::create(Algorithm::French).stem(word).into_owned();
                self.stems.entry(stem).or_default().push(number);
            }
            WordTest::Pos { pos, features } => self.parts_of_speech.push((*pos, *features, number)),
        }
        number
    }

    /// The number of a class whose one-word members are these tests, the same for equal classes.
    pub fn class(&mut self, mut members: Vec<u32>) -> u32 {
        members.sort_unstable();
        members.dedup();
        if let Some(number) = self.sets.get(&members) {
            return *number;
        }
        let number = self.fresh();
        for member in &members {
            self.classes.entry(*member).or_default().push(number);
        }
        self.sets.insert(members, number);
        number
    }

    fn fresh(&mut self) -> u32 {
        self.count += 1;
        self.count - 1
    }

    /// How many tests there are; every tag id is below it.
    pub fn len(&self) -> usize {
        self.count as usize
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// By test: how frequent the words are that pass it, a rough guess: short words are frequent, and what many words pass.
    pub fn weights(&self) -> Vec<u32> {
        const FREQUENT: u32 = 16;
        const SHORT: usize = 4;
        let mut weights = vec![FREQUENT * FREQUENT; self.len()];
        for (test, number) in &self.numbers {
            weights[*number as usize] = match test {
                WordTest::Lemma { lemma: word, .. } | WordTest::Exact(word) | WordTest::Stem(word) => {
                    if word.chars().count() <= SHORT {
                        FREQUENT
                    } else {
                        1
                    }
                }
                WordTest::Pos { .. } => FREQUENT * FREQUENT,
            };
        }
        for (members, class) in &self.sets {
            weights[*class as usize] = 1 + members.len() as u32 / FREQUENT;
        }
        weights
    }

    /// The tests that forms of a lemma may pass.
    fn of_lemma(&self, lemma: &str) -> Option<&Vec<(PosSet, Features, u32)>> {
        self.lemmas.get(lemma).or_else(|| match normal(lemma) {
            // Names are capitalised in the dictionary, never in a pattern.
            Cow::Owned(lower) => self.lemmas.get(&lower),
            Cow::Borrowed(_) => None,
        })
    }

    /// The tests on letters, lemmas and stems that a form passes; `guesses` are the lemmas of a guessed one, in the order of its analyses.
    pub fn word_tags(&self, form: &Form, guesses: &[Guess]) -> Vec<Tag> {
        let mut tags: Vec<Tag> = Vec::new();
        let mut add = |id: u32, pos: PosSet| tags.push(Tag { id, pos });
        let mut guessed = String::with_capacity(form.norm.len() + LONGEST_ENDING);
        let mut tests: Option<&Vec<(PosSet, Features, u32)>> = None;
        for (at, analysis) in form.analyses.iter().enumerate() {
            let is_same = |guess: &Guess| at > 0 && guesses.get(at - 1).is_some_and(|last| last.has_lemma_of(guess));
            match guesses.get(at) {
                Some(guess) if is_same(guess) => {}
                Some(guess) => {
                    // As normal as the form.
                    guess.spell(&form.norm, &mut guessed);
                    tests = self.lemmas.get(&guessed);
                }
                None => tests = self.of_lemma(dictionary::lemma(analysis.lemma)),
            }
            for (pos, features, id) in tests.into_iter().flatten() {
                if (pos.is_empty() || pos.contains(analysis.pos)) && analysis.features.contains(*features) {
                    add(*id, analysis.pos.into());
                }
            }
        }
        // A lemma that no dictionary knows and no rule inflects still matches itself.
        if let Some(tests) = self.lemmas.get(&*form.norm).filter(|_| form.guessed) {
            tests.iter().for_each(|(_, _, id)| add(*id, PosSet::default()));
        }
        let unaccented = form.casing.is_capitalised().then(|| self.unaccented.get(&*form.norm)).flatten();
        for (letters, id) in self.exact.get(&*form.norm).into_iter().chain(unaccented).flatten() {
            if case_agrees(letters, form) {
                add(*id, PosSet::default());
            }
        }
        if !self.stems.is_empty() {
            for id in self.stems.get(form.stem()).into_iter().flatten() {
                add(*id, PosSet::default());
            }
        }
        tags
    }

    /// These, the tests on parts of speech that the form passes, and the classes that they are members of; sorted by number, one tag a number.
    pub fn all_tags(&self, form: &Form, words: &[Tag]) -> Vec<Tag> {
        let mut tags = words.to_vec();
        for (pos, features, id) in self.parts_of_speech.iter().filter(|(pos, ..)| form.pos.intersects(*pos)) {
            let passing: PosSet =
                form.analyses.iter().filter(|a| pos.contains(a.pos) && a.features.contains(*features)).map(|a| a.pos).collect();
            let named = features.is_empty() && form.pos.intersects(*pos);
            if !passing.is_empty() || named {
                tags.push(Tag { id: *id, pos: if passing.is_empty() { form.pos & *pos } else { passing } });
            }
        }
        // Classes may be members of classes.
        let mut at = 0;
        while let Some(tag) = tags.get(at).copied() {
            tags.extend(self.classes.get(&tag.id).into_iter().flatten().map(|class| Tag { id: *class, pos: tag.pos }));
            at += 1;
        }
        merge(tags)
    }
}

/// Lower-case letters match any case; others as written, or all capitals.
fn case_agrees(letters: &str, form: &Form) -> bool {
    match Casing::of(letters) {
        Casing::Lower => true,
        Casing::Capitals => form.casing == Casing::Capitals,
        written => form.casing == written || form.casing == Casing::Capitals,
    }
}

/// One tag an id; a tag without part of speech swallows the others.
fn merge(mut tags: Vec<Tag>) -> Vec<Tag> {
    tags.sort_unstable();
    let mut merged: Vec<Tag> = Vec::with_capacity(tags.len());
    for tag in tags {
        match merged.last_mut() {
            Some(last) if last.id == tag.id => {
                let free = last.pos.is_empty() || tag.pos.is_empty();
                last.pos = if free { PosSet::default() } else { last.pos | tag.pos };
            }
            _ => merged.push(tag),
        }
    }
    merged
}
