//! The tags that some word of a sentence has: most guards ask for words that are nowhere in it.

use crate::lexicon::program::Program;
use crate::text::Document;

/// A set of tags that guards ask for.
pub struct Present {
    bits: Vec<u64>,
    /// The words of `bits` that are not empty.
    touched: Vec<usize>,
}

impl Present {
    /// For tags below `count`.
    pub fn new(count: usize) -> Self {
        Self { bits: vec![0; count / 64 + 1], touched: Vec::new() }
    }

    /// The tags of one sentence in place of what was there.
    pub fn fill(&mut self, document: &Document, sentence: usize) {
        self.touched.drain(..).for_each(|word| self.bits[word] = 0);
        for token in document.sentences[sentence].tokens.clone().filter(|t| document.tokens[*t].form.tag_bits != 0) {
            for tag in document.form(token).asked.iter() {
                let word = *tag as usize / 64;
                if self.bits[word] == 0 {
                    self.touched.push(word);
                }
                self.bits[word] |= 1 << (tag % 64);
            }
        }
    }

    /// False where no match of a guard's or an exception's program can begin in the sentence.
    pub fn can_match(&self, program: &Program) -> bool {
        program.first_tags.as_ref().is_none_or(|tags| tags.iter().any(|tag| self.bits[*tag as usize / 64] >> (tag % 64) & 1 == 1))
    }
}
