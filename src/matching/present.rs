//! Where in a sentence the words stand that guards ask for: most are nowhere in it.

use crate::lexicon::Compiled;
use crate::lexicon::program::Program;
use crate::text::Document;
use std::ops::Range;

/// Where the words stand with which guards and exceptions begin, in the sentence that was asked about last.
pub struct Present<'l> {
    lexicons: &'l Compiled,
    sentence: Option<usize>,
    /// By number of the tag, the places of the words that have it.
    places: Vec<u64>,
}

/// Places in a sentence, one bit each; the last stands for all that are farther.
#[derive(Debug, Clone, Copy)]
pub struct Places {
    start: usize,
    bits: u64,
}

impl Places {
    /// Any place in a sentence that begins at this token.
    pub fn anywhere(start: usize) -> Self {
        Self { start, bits: u64::MAX }
    }

    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// The places in a stretch of the sentence.
    pub fn within(self, range: Range<usize>) -> impl Iterator<Item = usize> {
        range.filter(move |token| self.bits >> bit(token - self.start) & 1 == 1)
    }
}

/// The bit of the place so many tokens after the first.
fn bit(distance: usize) -> u32 {
    distance.min(63) as u32
}

impl<'l> Present<'l> {
    pub fn new(lexicons: &'l Compiled) -> Self {
        Self { lexicons, sentence: None, places: Vec::new() }
    }

    /// One sentence in place of what was there.
    fn fill(&mut self, document: &Document, sentence: usize) {
        self.places.resize(self.lexicons.asked, 0);
        let before = self.sentence.replace(sentence).and_then(|before| document.sentences[before].asked.get());
        before.into_iter().flatten().for_each(|(tag, _)| self.places[*tag as usize] = 0);
        match document.sentences[sentence].asked.get() {
            Some(there) => there.iter().for_each(|(tag, places)| self.places[*tag as usize] = *places),
            None => _ = document.sentences[sentence].asked.set(self.read(document, sentence)),
        }
    }

    /// The tags of a sentence that nobody has looked at yet.
    fn read(&mut self, document: &Document, sentence: usize) -> Box<[(u32, u64)]> {
        let mut there = Vec::new();
        let tokens = document.sentences[sentence].tokens.clone();
        for token in tokens.clone().filter(|t| document.tokens[*t].form.tag_bits != 0) {
            for tag in document.form(token).tags.asked.iter() {
                let places = &mut self.places[*tag as usize];
                if *places == 0 {
                    there.push(*tag);
                }
                *places |= 1 << bit(token - tokens.start);
            }
        }
        there.into_iter().map(|tag| (tag, self.places[tag as usize])).collect()
    }

    /// Where in the sentence a match of a guard's or an exception's program can begin.
    pub fn places(&mut self, document: &Document, sentence: usize, program: &Program) -> Places {
        let start = document.sentences[sentence].tokens.start;
        let Some(tags) = &program.asked else { return Places::anywhere(start) };
        if self.sentence != Some(sentence) {
            self.fill(document, sentence);
        }
        Places { start, bits: tags.iter().fold(0, |bits, tag| bits | self.places[*tag as usize]) }
    }
}
