//! Stems instead of senses: what a plain list of stems would have counted.
//!
//! Every wording that was found for a side of a contrast is reduced to Snowball stems; then all of the content is read for these
//! stems, in whatever sense and whoever says them. A finding that needs the senses to be told apart does not survive this.

use super::filter::Filter;
use super::material::Material;
use crate::counts::Record;
use crate::text::offsets::Slicer;
use crate::zones::ZoneKind;
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::{BTreeMap, HashMap};

/// A word of the content: the number of its stem and its place in code points.
struct Word {
    stem: usize,
    start: usize,
    end: usize,
}

/// Each stem once, numbered.
struct Stems {
    stemmer: Stemmer,
    by_spelling: HashMap<String, usize>,
    by_stem: HashMap<String, usize>,
}

impl Stems {
    fn number(&mut self, word: &str) -> usize {
        let lower = word.to_lowercase();
        if let Some(number) = self.by_spelling.get(&lower) {
            return *number;
        }
        let next = self.by_stem.len();
        let number = *self.by_stem.entry(self.stemmer.stem(&lower).into_owned()).or_insert(next);
        self.by_spelling.insert(lower, number);
        number
    }

    /// The words of a text that begins at this code point.
    fn words(&mut self, text: &str, start: usize, words: &mut Vec<Word>) {
        let mut at = start;
        for run in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
            let word = run.trim_end_matches(|c: char| !c.is_alphanumeric());
            let length = word.chars().count();
            if length > 0 {
                words.push(Word { stem: self.number(word), start: at, end: at + length });
            }
            at += run.chars().count();
        }
    }
}

/// How often each side of a contrast is chosen by stems alone, by article and side; None where a text is missing.
pub fn counts(material: &Material, contrast: usize, sides: usize, filter: &Filter) -> Option<Vec<Vec<f64>>> {
    let mut stems = Stems { stemmer: Stemmer::create(Algorithm::French), by_spelling: HashMap::new(), by_stem: HashMap::new() };
    let mut contents = Vec::new();
    for witness in &material.witnesses {
        let slicer = Slicer::new(witness.text?);
        let mut words = Vec::new();
        for (start, end) in &witness.record.sentences {
            if !filter.without_zones.contains(&zone(witness.record, *start)) {
                stems.words(slicer.slice(*start, *end), *start, &mut words);
            }
        }
        contents.push(words);
    }
    let wordings = wordings(material, contrast, sides, &contents);
    Some(contents.iter().map(|words| read(words, &wordings, sides)).collect())
}

fn zone(record: &Record, at: usize) -> ZoneKind {
    record.zones.iter().find(|z| z.start <= at && at < z.end).map_or(ZoneKind::Body, |z| z.kind)
}

/// Runs of stems with the side they were most often found for, by first stem, longer ones first.
fn wordings(material: &Material, contrast: usize, sides: usize, contents: &[Vec<Word>]) -> HashMap<usize, Vec<(Vec<usize>, usize)>> {
    let mut found: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for (witness, words) in material.witnesses.iter().zip(contents) {
        for (side, hit) in &witness.choices[contrast] {
            let hit = &witness.record.hits[*hit];
            let from = words.partition_point(|w| w.start < hit.start);
            let run: Vec<usize> = words[from..].iter().take_while(|w| w.end <= hit.end).map(|w| w.stem).collect();
            if !run.is_empty() {
                found.entry(run).or_insert_with(|| vec![0; sides])[*side] += 1;
            }
        }
    }
    let mut by_first: HashMap<usize, Vec<(Vec<usize>, usize)>> = HashMap::new();
    for (run, counts) in found {
        let side = (0..sides).max_by_key(|side| (counts[*side], std::cmp::Reverse(*side))).unwrap_or(0);
        by_first.entry(run[0]).or_default().push((run, side));
    }
    by_first.values_mut().for_each(|runs| runs.sort_by_key(|(run, _)| std::cmp::Reverse(run.len())));
    by_first
}

/// Of wordings that begin at one word the longest counts; none overlap.
fn read(words: &[Word], wordings: &HashMap<usize, Vec<(Vec<usize>, usize)>>, sides: usize) -> Vec<f64> {
    let mut counts = vec![0.0; sides];
    let mut at = 0;
    while at < words.len() {
        let stands = |run: &[usize]| words[at..].len() >= run.len() && words[at..].iter().zip(run).all(|(w, stem)| w.stem == *stem);
        match wordings.get(&words[at].stem).and_then(|runs| runs.iter().find(|(run, _)| stands(run))) {
            Some((run, side)) => {
                counts[*side] += 1.0;
                at += run.len();
            }
            None => at += 1,
        }
    }
    counts
}
