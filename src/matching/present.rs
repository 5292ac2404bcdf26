//! The tags that some word of a sentence has: most guards ask for words that are nowhere in it.

use crate::lexicon::program::Program;
use crate::text::Document;

/// The set of tags that guards ask for, of the sentence that was asked about last.
pub struct Present {
    sentence: Option<usize>,
    bits: Vec<u64>,
    /// The words of `bits` that are not empty.
    touched: Vec<usize>,
}

impl Present {
    /// For tags below `count`.
    pub fn new(count: usize) -> Self {
        Self { sentence: None, bits: vec![0; count / 64 + 1], touched: Vec::new() }
    }

    /// The tags of one sentence in place of what was there.
    fn fill(&mut self, document: &Document, sentence: usize) {
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
        self.sentence = Some(sentence);
    }

    /// False where no match of a guard's or an exception's program can begin in the sentence.
    pub fn can_match(&mut self, document: &Document, sentence: usize, program: &Program) -> bool {
        let Some(tags) = &program.first_tags else { return true };
        if self.sentence != Some(sentence) {
            self.fill(document, sentence);
        }
        tags.iter().any(|tag| self.bits[*tag as usize / 64] >> (tag % 64) & 1 == 1)
    }
}
