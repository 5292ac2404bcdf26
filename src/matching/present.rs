//! The tags that some word of a sentence has: most guards ask for words that are nowhere in it.

use crate::lexicon::program::Program;
use crate::text::Document;

/// A set of tags.
pub struct Present {
    bits: Vec<u64>,
}

impl Present {
    /// For tags below `count`.
    pub fn new(count: usize) -> Self {
        Self { bits: vec![0; count / 64 + 1] }
    }

    /// The tags of one sentence in place of what was there.
    pub fn fill(&mut self, document: &Document, sentence: usize) {
        self.bits.fill(0);
        for token in document.sentences[sentence].tokens.clone().filter(|t| document.tokens[*t].form.tag_bits != 0) {
            for tag in document.form(token).tags.iter() {
                self.bits[tag.id as usize / 64] |= 1 << (tag.id % 64);
            }
        }
    }

    /// False where no match of the program can begin in the sentence.
    pub fn can_match(&self, program: &Program) -> bool {
        program.first_tags.as_ref().is_none_or(|tags| tags.iter().any(|tag| self.bits[*tag as usize / 64] >> (tag % 64) & 1 == 1))
    }
}
