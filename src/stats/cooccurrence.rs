//! Who is named in one sentence with which word, beside what the same sentences in another order would give.

use super::family::Family;
use super::filter::Filter;
use super::sample::Sample;
use crate::lexicon::Lexicon;
use crate::text::offsets::Slicer;
use std::collections::{BTreeMap, BTreeSet};

/// Sentences in which an actor and a word stand together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Article and sentence, in order.
    pub places: Vec<(usize, usize)>,
    pub articles: usize,
    pub outlets: usize,
    /// So many if the sentences of each article were put in random order: Σ aᵢ·wᵢ / nᵢ over articles, aᵢ of its nᵢ sentences naming the actor and wᵢ
    /// holding the word (the expectation of Mantel & Haenszel 1959, the article being the stratum): what both share by being in one article is
    /// no bond between them.
    pub expected: f64,
    /// Log-likelihood ratio G² over all sentences (Dunning, *Computational Linguistics* 19, 1993), negative where they meet less often than
    /// expected over the corpus. A description: sentences of one article are no independent trials.
    pub g2: f64,
}

impl Cell {
    pub fn sentences(&self) -> usize {
        self.places.len()
    }

    /// Observed over expected; None where nothing is expected.
    pub fn ratio(&self) -> Option<f64> {
        (self.expected > 0.0).then(|| self.places.len() as f64 / self.expected)
    }
}

/// Actors by words.
#[derive(Debug, Clone, PartialEq)]
pub struct Cooccurrence {
    pub articles: usize,
    /// All sentences of content.
    pub sentences: usize,
    /// Actors that are named at all, with the sentences that name them.
    pub actors: Vec<(String, usize)>,
    /// By column of the family: the sentences that hold the word.
    pub words: Vec<usize>,
    /// By actor, then by column.
    pub cells: Vec<Vec<Cell>>,
}

/// Why there is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No record says who is named where: made by an older version, or without the lexicon of actors.
    NotMeasured,
    /// No sentence holds a word of the family and an actor.
    NeverTogether,
}

/// Counts the sentences in which the words of a family stand beside each actor.
pub fn cooccurrence(
    sample: &Sample,
    family: Family,
    lexicons: &[Lexicon],
    columns: usize,
    filter: &Filter,
) -> Result<Cooccurrence, Refusal> {
    let actors: BTreeSet<&str> = sample.articles.iter().flat_map(|a| a.record.named.keys().map(String::as_str)).collect();
    let actors: Vec<&str> = actors.into_iter().collect();
    if actors.is_empty() {
        return Err(Refusal::NotMeasured);
    }
    let mut found = Cooccurrence {
        articles: sample.articles.len(),
        sentences: 0,
        actors: actors.iter().map(|actor| ((*actor).to_owned(), 0)).collect(),
        words: vec![0; columns],
        cells: vec![vec![Cell::default(); columns]; actors.len()],
    };
    for (number, article) in sample.articles.iter().enumerate() {
        let record = article.record;
        let mut words: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (column, hit) in family.choices(record, lexicons, article.text.map(Slicer::new).as_ref()) {
            let hit = &record.hits[hit];
            if filter.takes(hit) {
                words.entry(column).or_default().insert(hit.sentence);
            }
        }
        found.sentences += record.sentences.len();
        words.iter().for_each(|(column, sentences)| found.words[*column] += sentences.len());
        for (at, actor) in actors.iter().enumerate() {
            let Some(named) = record.named.get(*actor) else { continue };
            let named: BTreeSet<usize> = named.iter().copied().collect();
            found.actors[at].1 += named.len();
            for (column, sentences) in &words {
                let cell = &mut found.cells[at][*column];
                cell.expected += met_by_chance(named.len(), sentences.len(), record.sentences.len());
                cell.places.extend(named.intersection(sentences).map(|sentence| (number, *sentence)));
            }
        }
    }
    if found.cells.iter().flatten().all(|cell| cell.places.is_empty()) {
        return Err(Refusal::NeverTogether);
    }
    for (row, (_, named)) in found.cells.iter_mut().zip(&found.actors) {
        for (cell, held) in row.iter_mut().zip(&found.words) {
            let distinct =
                |key: &dyn Fn(usize) -> String| cell.places.iter().map(|(article, _)| key(*article)).collect::<BTreeSet<String>>().len();
            let outlet = |article: usize| {
                sample.articles[article].record.outlet.clone().unwrap_or_else(|| sample.articles[article].record.id.clone())
            };
            (cell.articles, cell.outlets) = (distinct(&|article| article.to_string()), distinct(&outlet));
            cell.g2 = g2(cell.places.len() as f64, *named as f64, *held as f64, found.sentences as f64);
        }
    }
    Ok(found)
}

/// How many of n sentences name the actor and hold the word, if `named` and `held` of them do, in random order.
pub fn met_by_chance(named: usize, held: usize, n: usize) -> f64 {
    (named * held) as f64 / n.max(1) as f64
}

/// G² of a table of two by two: both, margin, margin, total.
pub fn g2(both: f64, row: f64, column: f64, total: f64) -> f64 {
    let cells = [
        (both, row * column),
        (row - both, row * (total - column)),
        (column - both, (total - row) * column),
        (total - row - column + both, (total - row) * (total - column)),
    ];
    let sum: f64 = cells.iter().filter(|(found, _)| *found > 0.0).map(|(found, product)| found * (found * total / product).ln()).sum();
    let g2 = (2.0 * sum).max(0.0);
    if both * total < row * column { -g2 } else { g2 }
}
