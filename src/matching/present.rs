//! Whether and where in a sentence the words stand that guards ask for: most are nowhere in it.

use crate::lexicon::program::Program;
use crate::text::Document;
use crate::text::tags::Folded;
use std::ops::Range;

/// The words that guards and exceptions ask for, in the sentence that was asked about last.
#[derive(Default)]
pub struct Present {
    sentence: Option<usize>,
    words: Folded,
}

/// The places where a match can begin: of words that have one of these numbers, or of any.
#[derive(Debug, Clone, Copy)]
pub struct Places<'p>(Option<&'p [u32]>);

impl Places<'_> {
    /// At any word.
    pub const ANYWHERE: Self = Self(None);

    /// Those in a stretch of the text, and a few more.
    pub fn within(self, document: &Document, range: Range<usize>) -> impl Iterator<Item = usize> {
        range
            .filter(move |token| self.0.is_none_or(|numbers| document.lists(*token).is_some_and(|lists| lists.asked.may_have_any(numbers))))
    }
}

impl Present {
    /// Where in the sentence a match of a guard's or an exception's program can begin; None for nowhere.
    pub fn places<'p>(&mut self, document: &Document, sentence: usize, program: &'p Program) -> Option<Places<'p>> {
        let Some(numbers) = &program.asked else { return Some(Places::ANYWHERE) };
        if self.sentence != Some(sentence) {
            self.read(document, sentence);
        }
        self.words.may_have_any(numbers).then_some(Places(Some(numbers)))
    }

    fn read(&mut self, document: &Document, sentence: usize) {
        *self = Self { sentence: Some(sentence), words: Folded::default() };
        let lists = document.sentences[sentence].tokens.clone().filter_map(|token| document.lists(token));
        lists.for_each(|lists| self.words.add_all(&lists.asked));
    }
}
