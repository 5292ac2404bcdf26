//! The words that bear on roles, looked for in a sentence once it is asked about.

use super::effects::Effects;
use super::plan::{Meaning, Plan};
use crate::lexicon::{Compiled, Effect, Needs};
use crate::matching;
use crate::text::Document;
use std::cell::{Cell, OnceCell};
use std::ops::Range;

/// A word that bears on roles near it.
pub struct Context {
    pub tokens: Range<usize>,
    /// Asked of what a negation undoes.
    pub negated: bool,
    effects: Effects,
}

impl Context {
    pub fn has(&self, effect: Effect) -> bool {
        self.effects.contains(effect)
    }
}

/// Those of one sentence, by place.
#[derive(Default)]
struct Contexts {
    words: Vec<Context>,
    /// What they have together.
    effects: Effects,
}

pub struct Around<'p, 't> {
    document: &'p Document<'t>,
    lexicons: &'p Compiled,
    plan: &'p Plan,
    by_sentence: Vec<OnceCell<Contexts>>,
    /// The sentence that was asked about last.
    asked: Cell<usize>,
}

impl Contexts {
    /// Those that share a token with the range.
    fn within(&self, range: &Range<usize>) -> &[Context] {
        let words = &self.words[self.words.partition_point(|context| context.tokens.end <= range.start)..];
        &words[..words.partition_point(|context| context.tokens.start < range.end)]
    }
}

impl<'p, 't> Around<'p, 't> {
    pub fn new(document: &'p Document<'t>, lexicons: &'p Compiled, plan: &'p Plan) -> Self {
        let by_sentence = document.sentences.iter().map(|_| OnceCell::new()).collect();
        Self { document, lexicons, plan, by_sentence, asked: Cell::new(0) }
    }

    /// Those of a sentence, by place.
    pub fn of_sentence(&self, sentence: usize) -> &[Context] {
        &self.contexts(sentence).words
    }

    fn contexts(&self, sentence: usize) -> &Contexts {
        self.by_sentence[sentence].get_or_init(|| {
            let hits = matching::find_in(self.document, self.lexicons, Needs::EFFECTS, [sentence]);
            let context = |hit: matching::Hit| match self.plan.of(hit.marker) {
                Meaning::Context(effects) => {
                    let negated = effects.iter().any(|effect| effect.is_undone()) && matching::is_negated(self.document, &hit);
                    // What is denied twice denies nothing.
                    let effects = effects.iter().copied().filter(|effect| !(negated && *effect == Effect::Denies)).collect();
                    Some(Context { tokens: hit.tokens, negated, effects })
                }
                _ => None,
            };
            let words: Vec<Context> = hits.into_iter().filter_map(context).collect();
            let effects = words.iter().fold(Effects::default(), |all, word| all | word.effects);
            Contexts { words, effects }
        })
    }

    /// Those with this effect, of one sentence, that share a token with the range.
    pub fn within(&self, effect: Effect, range: &Range<usize>) -> impl Iterator<Item = &Context> {
        let words = match self.beside(range.start) {
            Some(contexts) if contexts.effects.contains(effect) => contexts.within(range),
            _ => &[],
        };
        words.iter().filter(move |context| context.has(effect))
    }

    /// What the words at a token have together.
    pub fn effects_at(&self, token: usize) -> Effects {
        let words = self.beside(token).map_or(&[][..], |contexts| contexts.within(&(token..token + 1)));
        words.iter().fold(Effects::default(), |all, context| all | context.effects)
    }

    /// True where a word with this effect stands in the sentence of a token.
    pub fn tells(&self, effect: Effect, token: usize) -> bool {
        self.beside(token).is_some_and(|contexts| contexts.effects.contains(effect))
    }

    /// Those of the sentence of a token.
    fn beside(&self, token: usize) -> Option<&Contexts> {
        let sentence = self.sentence_of(token);
        (sentence < self.by_sentence.len()).then(|| self.contexts(sentence))
    }

    /// The last sentence.
    pub fn last(&self) -> usize {
        self.by_sentence.len().saturating_sub(1)
    }

    pub fn sentence_of(&self, token: usize) -> usize {
        let sentences = &self.document.sentences;
        if !sentences.get(self.asked.get()).is_some_and(|sentence| sentence.tokens.contains(&token)) {
            self.asked.set(sentences.partition_point(|sentence| sentence.tokens.end <= token));
        }
        self.asked.get()
    }
}
