//! A map of outlets and words: what may be drawn, the analysis, and how surely each place is known.

use super::correspondence_analysis::{CorrespondenceAnalysis, Supplementary};
use super::ellipses::{Ellipse, Method, REPLICATES, ellipses};
use super::profiles::{Profiles, sum};
use super::random::Random;
use ndarray::Axis;
use rayon::prelude::*;

/// With fewer outlets a map shows no more than a table.
pub const LEAST_OUTLETS: usize = 5;
/// Articles that use one of the words; an outlet with fewer is shown on the map and takes no part in making it.
pub const LEAST_ARTICLES: usize = 10;
/// Two words are one share: see `cadrage compare`.
pub const LEAST_WORDS: usize = 3;
/// An outlet with fewer is not even shown.
pub const LEAST_SHOWN: usize = 5;
/// Articles that use a word; a rarer one would draw an axis to itself, and is shown without making the map.
pub const LEAST_USERS: usize = 5;
/// Random exchanges of articles between outlets.
pub const DRAWS: usize = 1_999;

/// Why there is no map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// So many outlets have [`LEAST_ARTICLES`] articles.
    FewOutlets { enough: usize, of: usize },
    /// So many words are used in [`LEAST_USERS`] articles.
    FewWords { enough: usize },
    /// All outlets choose alike.
    NothingDiffers,
}

/// A row or column that is only shown, by its index in the profiles.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    pub index: usize,
    pub place: Supplementary,
}

/// A map.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// Rows and columns of the analysis, by their index in the profiles.
    pub outlets: Vec<usize>,
    pub words: Vec<usize>,
    pub analysis: CorrespondenceAnalysis,
    /// By row of the analysis: the axes as they are, and the axes found anew each time.
    pub projected: Vec<Option<Ellipse>>,
    pub procrustes: Vec<Option<Ellipse>>,
    pub other_outlets: Vec<Shown>,
    pub other_words: Vec<Shown>,
    /// How often outlets with exchanged articles lie as far apart (by inertia) as these do.
    pub p: f64,
}

impl Map {
    /// The words that make an axis, by what they contribute, those of its positive side and those of the other: more than an equal part each.
    pub fn sides(&self, axis: usize) -> [Vec<usize>; 2] {
        let columns = &self.analysis.columns;
        let part = |at: &usize| columns.contributions[[*at, axis]];
        let mut strong: Vec<usize> = (0..self.words.len()).filter(|at| part(at) > 1.0 / self.words.len() as f64).collect();
        strong.sort_by(|one, two| part(two).total_cmp(&part(one)));
        let side =
            |sign: f64| strong.iter().filter(|at| columns.coordinates[[**at, axis]] * sign > 0.0).map(|at| self.words[*at]).collect();
        [side(1.0), side(-1.0)]
    }

    /// The share of the inertia that an axis shows.
    pub fn share(&self, axis: usize) -> f64 {
        self.analysis.inertias.get(axis).map_or(0.0, |inertia| inertia / self.analysis.inertia())
    }
}

/// Makes the map of some profiles, or says why there is none.
pub fn map(profiles: &Profiles, seed: u64) -> Result<Map, Refusal> {
    let words: Vec<usize> = (0..profiles.columns).filter(|column| profiles.users[*column] >= LEAST_USERS).collect();
    if words.len() < LEAST_WORDS {
        return Err(Refusal::FewWords { enough: words.len() });
    }
    let table = profiles.table();
    let says = |group: &usize| words.iter().any(|word| table[[*group, *word]] > 0.0);
    let outlets: Vec<usize> = (0..profiles.names.len()).filter(|g| profiles.articles[*g] >= LEAST_ARTICLES).filter(says).collect();
    if outlets.len() < LEAST_OUTLETS {
        return Err(Refusal::FewOutlets { enough: outlets.len(), of: profiles.names.len() });
    }
    let active = profiles.select(&outlets, &words);
    let analysis = CorrespondenceAnalysis::new(&active.table()).ok_or(Refusal::NothingDiffers)?;
    let others = |all: usize, taken: &[usize]| (0..all).filter(|at| !taken.contains(at)).collect::<Vec<usize>>();
    let row = |index: usize| Some(Shown { index, place: analysis.supplementary_row(table.row(index).select(Axis(0), &words).view())? });
    let column =
        |index: usize| Some(Shown { index, place: analysis.supplementary_column(table.column(index).select(Axis(0), &outlets).view())? });
    Ok(Map {
        projected: ellipses(&active, &analysis, Method::Projected, REPLICATES, seed),
        procrustes: ellipses(&active, &analysis, Method::Procrustes, REPLICATES, seed),
        other_outlets: others(profiles.names.len(), &outlets)
            .into_iter()
            .filter(|index| profiles.articles[*index] >= LEAST_SHOWN)
            .filter_map(row)
            .collect(),
        other_words: others(profiles.columns, &words).into_iter().filter_map(column).collect(),
        p: by_chance(&active, analysis.inertia(), seed),
        outlets,
        words,
        analysis,
    })
}

/// The inertia of a table after its units changed outlets at random: how often it reaches the one found, that one counted in.
fn by_chance(active: &Profiles, found: f64, seed: u64) -> f64 {
    let labels: Vec<usize> = active.units.iter().map(|unit| unit.group).collect();
    let reaches = |draw: usize| {
        let mut labels = labels.clone();
        // Streams of their own, beside those of the ellipses.
        Random::new(seed, (REPLICATES + draw) as u64).shuffle(&mut labels);
        let table = sum(labels.into_iter().zip(&active.units), active.names.len(), active.columns);
        // Without its empty rows.
        let kept: Vec<usize> = (0..table.nrows()).filter(|row| table.row(*row).sum() > 0.0).collect();
        inertia(&table.select(Axis(0), &kept)) >= found - 1e-12
    };
    let reached = (0..DRAWS).into_par_iter().filter(|draw| reaches(*draw)).count();
    (reached + 1) as f64 / (DRAWS + 1) as f64
}

/// χ² / n of a table without empty margins.
fn inertia(table: &ndarray::Array2<f64>) -> f64 {
    let (rows, columns) = (table.sum_axis(Axis(1)), table.sum_axis(Axis(0)));
    table.indexed_iter().map(|((i, j), count)| count * count / (rows[i] * columns[j])).sum::<f64>() - 1.0
}
