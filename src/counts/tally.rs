//! Counts per article × axis × pole × marker × voice × zone, which can be merged.

use super::record::{Record, RecordHit};
use crate::voice::Voice;
use crate::zones::ZoneKind;
use std::collections::BTreeMap;
use std::ops::AddAssign;

/// What is counted apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub lexicon: String,
    pub axis: String,
    pub pole: String,
    pub marker: String,
    /// None where voice was not measured.
    pub voice: Option<Voice>,
    pub zone: ZoneKind,
}

/// The counts of some articles.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    pub articles: u64,
    /// Words and numbers of the content.
    pub tokens: u64,
    pub hits: BTreeMap<Cell, u64>,
    /// By lexicon, axis and pole: in how many articles it occurs at least once.
    pub present: BTreeMap<(String, String, String), u64>,
}

impl Tally {
    /// The counts of one article.
    pub fn of(record: &Record) -> Self {
        Self::of_some(record, record.tokens, |_| true)
    }

    /// The counts of some of an article's hits, over so many tokens.
    pub fn of_some(record: &Record, tokens: usize, takes: impl Fn(&RecordHit) -> bool) -> Self {
        let mut tally = Tally { articles: 1, tokens: tokens as u64, ..Tally::default() };
        for hit in record.hits.iter().filter(|hit| takes(hit)) {
            let cell = Cell {
                lexicon: hit.lexicon.to_string(),
                axis: hit.axis.to_string(),
                pole: hit.pole.to_string(),
                marker: hit.marker.to_string(),
                voice: hit.voice,
                zone: hit.zone,
            };
            tally.present.insert((cell.lexicon.clone(), cell.axis.clone(), cell.pole.clone()), 1);
            *tally.hits.entry(cell).or_default() += 1;
        }
        tally
    }

    /// Hits of a pole, over all markers, voices and zones.
    pub fn pole(&self, lexicon: &str, axis: &str, pole: &str) -> u64 {
        self.hits.iter().filter(|(c, _)| c.lexicon == lexicon && c.axis == axis && c.pole == pole).map(|(_, n)| n).sum()
    }

    /// Hits of a pole by who says them, in the order of [`Voice`].
    pub fn pole_by_voice(&self, lexicon: &str, axis: &str, pole: &str) -> [u64; 4] {
        let mut counts = [0; 4];
        for (cell, n) in self.hits.iter().filter(|(c, _)| c.lexicon == lexicon && c.axis == axis && c.pole == pole) {
            if let Some(voice) = cell.voice {
                counts[voice as usize] += n;
            }
        }
        counts
    }

    /// In how many articles a pole occurs.
    pub fn present_in(&self, lexicon: &str, axis: &str, pole: &str) -> u64 {
        self.present.get(&(lexicon.into(), axis.into(), pole.into())).copied().unwrap_or(0)
    }
}

impl AddAssign<&Tally> for Tally {
    fn add_assign(&mut self, other: &Tally) {
        self.articles += other.articles;
        self.tokens += other.tokens;
        for (cell, n) in &other.hits {
            *self.hits.entry(cell.clone()).or_default() += n;
        }
        for (pole, n) in &other.present {
            *self.present.entry(pole.clone()).or_default() += n;
        }
    }
}
