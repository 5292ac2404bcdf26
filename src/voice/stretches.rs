//! Who says what, as stretches of tokens: most of an article is the outlet's, of which nothing is kept.

use super::Voice;
use crate::text::Document;
use std::ops::Range;

/// Who says a token, as indexes into [`Voices`](super::Voices).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    pub voice: Voice,
    pub speaker: Option<u32>,
    pub report: Option<u32>,
}

impl Word {
    pub const OUTLET: Word = Word { voice: Voice::Outlet, speaker: None, report: None };
}

/// What others than the outlet say; by place, disjoint.
#[derive(Debug, Default)]
pub struct Stretches(Vec<(Range<usize>, Word)>);

impl Stretches {
    /// Lays a stretch over what was laid before.
    pub fn lay(&mut self, tokens: Range<usize>, said: Word) {
        if tokens.is_empty() {
            return;
        }
        let first = self.0.partition_point(|(laid, _)| laid.end <= tokens.start);
        let last = first + self.0[first..].iter().take_while(|(laid, _)| laid.start < tokens.end).count();
        if first == last {
            self.0.insert(first, (tokens, said));
            return;
        }
        let covered = &self.0[first..last];
        let before = covered.first().map(|(laid, word)| (laid.start..tokens.start, *word));
        let after = covered.last().map(|(laid, word)| (tokens.end..laid.end, *word));
        let parts = [before, Some((tokens, said)), after].into_iter().flatten().filter(|(part, _)| !part.is_empty());
        self.0.splice(first..last, parts);
    }

    pub fn at(&self, token: usize) -> Word {
        let at = self.0.partition_point(|(laid, _)| laid.end <= token);
        self.0.get(at).filter(|(laid, _)| laid.contains(&token)).map_or(Word::OUTLET, |(_, word)| *word)
    }

    /// The longest stretches that one word says, by place.
    pub fn iter(&self) -> impl Iterator<Item = (Range<usize>, Word)> {
        let joined = self.0.chunk_by(|(a, said), (b, next)| a.end == b.start && said == next);
        joined.map(|parts| (parts[0].0.start..parts[parts.len() - 1].0.end, parts[0].1))
    }
}

/// How many words and numbers stand in a stretch.
pub fn count(document: &Document, tokens: Range<usize>) -> usize {
    document.tokens[tokens].iter().filter(|token| token.kind.is_word()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn stretches_are_what_a_word_for_each_token_is(layers in prop::collection::vec((0..40_usize, 0..12_usize, 0..4_u32), 0..20)) {
            let (mut laid, mut plain) = (Stretches::default(), [Word::OUTLET; 64]);
            for (start, len, speaker) in layers {
                let said = Word { voice: Voice::Indirect, speaker: Some(speaker), report: None };
                laid.lay(start..start + len, said);
                plain[start..start + len].fill(said);
            }
            prop_assert!((0..plain.len()).all(|token| laid.at(token) == plain[token]));
            let mut start = 0;
            let runs = plain.chunk_by(|a, b| a == b).map(|run| {
                start += run.len();
                (start - run.len()..start, run[0])
            });
            prop_assert!(laid.iter().eq(runs.filter(|(_, word)| *word != Word::OUTLET)));
        }
    }
}
