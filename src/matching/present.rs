//! Where in a sentence the words stand that guards ask for: most are nowhere in it.

use crate::lexicon::Compiled;
use crate::lexicon::program::Program;
use crate::text::Document;
use std::cell::RefCell;
use std::ops::Range;

thread_local! {
    /// Room for [`Present::places`], all zero: there are thousands of tags, and a sentence has some fifty.
    static ROOM: RefCell<Vec<u64>> = RefCell::default();
}

/// Where the words stand with which guards and exceptions begin, in the sentence that was asked about last.
pub struct Present {
    sentence: Option<usize>,
    /// By number of the tag, the places of the words that have it.
    places: Vec<u64>,
    /// The tags that are there.
    there: Vec<u32>,
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

impl Present {
    pub fn new(lexicons: &Compiled) -> Self {
        let mut places = ROOM.take();
        places.resize(lexicons.asked, 0);
        Self { sentence: None, places, there: Vec::new() }
    }

    fn clear(&mut self) {
        self.there.drain(..).for_each(|number| self.places[number as usize] = 0);
    }

    /// One sentence in place of what was there; what was read once in an article is kept there.
    fn fill(&mut self, document: &Document, sentence: usize) {
        self.clear();
        self.sentence = Some(sentence);
        let (start, end) = document.sentences[sentence].asked.get();
        for (number, places) in &document.asked.borrow()[start..end] {
            self.places[*number as usize] = *places;
            self.there.push(*number);
        }
        if start == end {
            self.read(document, sentence);
            let mut kept = document.asked.borrow_mut();
            let start = kept.len();
            kept.extend(self.there.iter().map(|number| (*number, self.places[*number as usize])));
            document.sentences[sentence].asked.set((start, kept.len()));
        }
    }

    fn read(&mut self, document: &Document, sentence: usize) {
        let tokens = document.sentences[sentence].tokens.clone();
        for token in tokens.clone().filter(|t| document.tokens[*t].form.tag_bits != 0) {
            for number in document.form(token).tags.asked.iter() {
                let places = &mut self.places[*number as usize];
                if *places == 0 {
                    self.there.push(*number);
                }
                *places |= 1 << bit(token - tokens.start);
            }
        }
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

impl Drop for Present {
    fn drop(&mut self) {
        self.clear();
        ROOM.set(std::mem::take(&mut self.places));
    }
}
