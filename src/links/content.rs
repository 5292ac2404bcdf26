//! The words of an article's content, with their places.

use crate::counts::Record;
use crate::text::normal::sort_key;
use crate::text::offsets::Slicer;

/// One word of the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Lower case, without accents.
    pub plain: String,
    /// Code points of the article's text.
    pub start: usize,
    pub end: usize,
    /// Written with a capital where no sentence begins.
    pub is_name: bool,
}

/// An article without its boilerplate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    pub words: Vec<Word>,
}

impl Content {
    /// The sentences of a record, cut out of its text.
    pub fn new(record: &Record, text: &str) -> Self {
        let slicer = Slicer::new(text);
        let mut words = Vec::new();
        for (start, end) in &record.sentences {
            add_words(slicer.slice(*start, *end), *start, &mut words);
        }
        Self { words }
    }
}

fn add_words(sentence: &str, start: usize, words: &mut Vec<Word>) {
    let mut current = String::new();
    let mut first = true;
    let mut finish = |current: &mut String, end: usize| {
        if current.is_empty() {
            return;
        }
        let is_name = !first && current.chars().next().is_some_and(char::is_uppercase);
        first = false;
        let length = current.chars().count();
        words.push(Word { plain: sort_key(current), start: end - length, end, is_name });
        current.clear();
    };
    let mut at = start;
    for c in sentence.chars() {
        if c.is_alphanumeric() {
            current.push(c);
        } else {
            finish(&mut current, at);
        }
        at += 1;
    }
    finish(&mut current, at);
}
