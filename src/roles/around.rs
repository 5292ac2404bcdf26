//! The words that bear on roles, looked for in a sentence once it is asked about.

use super::plan::{Meaning, Plan};
use crate::lexicon::{Compiled, Effect, Needs};
use crate::matching;
use crate::text::Document;
use std::cell::{Cell, OnceCell};
use std::ops::Range;

/// A word that bears on roles near it.
pub struct Context<'p> {
    pub tokens: Range<usize>,
    /// Asked of what a negation undoes.
    pub negated: bool,
    effects: &'p [Effect],
}

impl Context<'_> {
    pub fn has(&self, effect: Effect) -> bool {
        self.effects.contains(&effect)
    }
}

pub struct Around<'p, 't> {
    document: &'p Document<'t>,
    lexicons: &'p Compiled,
    plan: &'p Plan,
    by_sentence: Vec<OnceCell<Vec<Context<'p>>>>,
    /// The sentence that was asked about last.
    asked: Cell<usize>,
}

impl<'p, 't> Around<'p, 't> {
    pub fn new(document: &'p Document<'t>, lexicons: &'p Compiled, plan: &'p Plan) -> Self {
        let by_sentence = document.sentences.iter().map(|_| OnceCell::new()).collect();
        Self { document, lexicons, plan, by_sentence, asked: Cell::new(0) }
    }

    /// Those of a sentence, by place.
    pub fn of_sentence(&self, sentence: usize) -> &[Context<'p>] {
        self.by_sentence[sentence].get_or_init(|| {
            let hits = matching::find_in(self.document, self.lexicons, Needs::EFFECTS, sentence..sentence + 1);
            let context = |hit: matching::Hit| match self.plan.of(hit.marker) {
                Meaning::Context(effects) => {
                    let negated = effects.iter().any(|effect| effect.is_undone()) && matching::is_negated(self.document, &hit);
                    Some(Context { tokens: hit.tokens, negated, effects })
                }
                _ => None,
            };
            hits.into_iter().filter_map(context).collect()
        })
    }

    /// Those of one sentence that share a token with the range.
    pub fn within(&self, range: &Range<usize>) -> impl Iterator<Item = &Context<'p>> {
        let sentence = self.sentence_of(range.start);
        let here = if sentence < self.by_sentence.len() { self.of_sentence(sentence) } else { &[] };
        let first = here.partition_point(|context| context.tokens.end <= range.start);
        let end = range.end;
        here[first..].iter().take_while(move |context| context.tokens.start < end)
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
