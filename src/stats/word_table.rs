//! The words of a corpus, article by article: what keyness is computed from.

use crate::counts::words::{Key, LONGEST, Words};
use rustc_hash::FxHashMap;

/// Units by article, in the order in which the articles were added. Memory grows with the distinct units of each article.
pub struct WordTable {
    /// Words by article.
    pub words: Vec<u32>,
    /// By article: where its occurrences end.
    ends: Vec<usize>,
    /// Unit and how often.
    occurrences: Vec<(u32, u32)>,
    numbers: FxHashMap<Key, u32>,
    /// By unit: how often it was met.
    counts: Vec<u32>,
    spelled: FxHashMap<u32, Spelled>,
    least: u32,
}

/// How a unit is written.
struct Spelled {
    parts: [Key; LONGEST],
    forms: Vec<(Box<str>, u32)>,
}

impl WordTable {
    /// Runs of words that are met fewer than `least` times are never spelled out.
    pub fn new(least: u32) -> Self {
        Self {
            words: Vec::new(),
            ends: Vec::new(),
            occurrences: Vec::new(),
            numbers: FxHashMap::default(),
            counts: Vec::new(),
            spelled: FxHashMap::default(),
            least,
        }
    }

    /// Adds the next article.
    pub fn add(&mut self, words: Words) {
        for met in words.met.chunk_by(|a, b| a.key == b.key) {
            let fresh = self.counts.len() as u32;
            let unit = *self.numbers.entry(met[0].key).or_insert(fresh);
            if unit == fresh {
                self.counts.push(0);
            }
            let count: u32 = met.iter().map(|form| form.count).sum();
            let total = &mut self.counts[unit as usize];
            *total += count;
            self.occurrences.push((unit, count));
            let is_word = met[0].parts[1] == 0;
            // Most runs are met once: their letters would take more room than all the rest.
            if is_word || *total >= self.least {
                let spelled = self.spelled.entry(unit).or_insert_with(|| Spelled { parts: met[0].parts, forms: Vec::new() });
                for form in met {
                    match spelled.forms.iter_mut().find(|(known, _)| *known == form.form) {
                        Some((_, n)) => *n += form.count,
                        None => spelled.forms.push((form.form.clone(), form.count)),
                    }
                }
            }
        }
        self.words.push(words.total);
        self.ends.push(self.occurrences.len());
    }

    pub fn articles(&self) -> usize {
        self.words.len()
    }

    pub fn units(&self) -> usize {
        self.counts.len()
    }

    /// The units of one article, with how often each occurs.
    pub fn of(&self, article: usize) -> &[(u32, u32)] {
        let start = if article == 0 { 0 } else { self.ends[article - 1] };
        &self.occurrences[start..self.ends[article]]
    }

    /// The units that are spelled out, by number.
    pub fn spelled(&self) -> Vec<u32> {
        let mut units: Vec<u32> = self.spelled.keys().copied().collect();
        units.sort_unstable();
        units
    }

    /// The form in which a unit is met most often; of a run, since it had been met often enough. The first in the alphabet where two tie.
    pub fn form(&self, unit: u32) -> &str {
        let forms = self.spelled.get(&unit).map(|spelled| &*spelled.forms).unwrap_or_default();
        forms.iter().max_by(|(a, n), (b, m)| n.cmp(m).then(b.cmp(a))).map_or("", |(form, _)| form)
    }

    /// The words of a run, as units of their own; one for a single word.
    pub fn parts(&self, unit: u32) -> Vec<u32> {
        let Some(spelled) = self.spelled.get(&unit) else { return Vec::new() };
        spelled.parts.iter().filter_map(|key| self.numbers.get(key).copied()).collect()
    }
}
