//! Words that say how somebody stands to a state, looked for in a sentence once it is asked about.

use crate::lexicon::{Compiled, Needs, Standing};
use crate::matching::{self, Hit};
use crate::text::Document;
use std::cell::OnceCell;
use std::ops::Range;

pub struct Standings<'d, 't> {
    document: &'d Document<'t>,
    lexicons: &'d Compiled,
    by_sentence: Vec<OnceCell<Vec<Hit>>>,
}

impl<'d, 't> Standings<'d, 't> {
    pub fn new(document: &'d Document<'t>, lexicons: &'d Compiled) -> Self {
        Self { document, lexicons, by_sentence: vec![OnceCell::new(); document.sentences.len()] }
    }

    /// Those of a sentence, by place.
    pub fn of(&self, sentence: usize) -> impl Iterator<Item = (&Hit, Standing)> + Clone {
        let hits = self.of_sentence(sentence).iter();
        hits.filter_map(|hit| Some((hit, self.lexicons.source(&self.lexicons.markers[hit.marker]).standing?)))
    }

    /// Those that begin in a stretch, by place.
    pub fn begin_in(&self, tokens: Range<usize>) -> impl Iterator<Item = (&Hit, Standing)> + Clone {
        self.needed_in(Needs::STANDINGS, tokens)
    }

    /// Those that begin in a stretch, by place, where one that is needed for this can.
    pub fn needed_in(&self, needs: Needs, tokens: Range<usize>) -> impl Iterator<Item = (&Hit, Standing)> + Clone {
        let document = self.document;
        let begins = |token: &usize| document.tokens.get(*token).is_some_and(|token| token.begins & needs.bits() != 0);
        let tokens = tokens.clone().find(begins).unwrap_or(tokens.end)..tokens.end;
        let first = document.sentences.partition_point(|sentence| sentence.tokens.end <= tokens.start);
        let end = if tokens.is_empty() { 0 } else { tokens.end };
        let sentences = (first..self.by_sentence.len()).take_while(move |at| document.sentences[*at].tokens.start < end);
        sentences.flat_map(|at| self.of(at)).filter(move |(hit, _)| tokens.contains(&hit.tokens.start))
    }

    fn of_sentence(&self, sentence: usize) -> &[Hit] {
        self.by_sentence[sentence].get_or_init(|| matching::find_in(self.document, self.lexicons, Needs::STANDINGS, sentence..sentence + 1))
    }
}
