//! Intervals of a share of choices.

use super::candidates::{self, Limits};
use super::world::{Sizes, World};
use cadrage::stats::random::Random;
use cadrage::stats::ratio::Part;
use rayon::prelude::*;

const ARTICLES: [usize; 11] = [3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 50];
const RUNS: usize = 4000;
/// Candidates that resample take longer.
const RUNS_RESAMPLED: usize = 300;

type Candidate = fn(&[Part], &mut Random) -> Limits;

/// Coverage of one candidate in one world.
struct Cell {
    mean: f64,
    shown: f64,
    coverage: f64,
    width: f64,
}

pub fn print() {
    let candidates: [(&str, Candidate, usize); 8] = [
        ("pooled choices, Wilson", candidates::pooled, RUNS),
        ("BCa", candidates::bca, RUNS_RESAMPLED),
        ("bootstrap-t, logit", candidates::bootstrap_t, RUNS_RESAMPLED),
        ("t, logit, linearised, n − 1", candidates::linear_t, RUNS),
        ("t, logit, jackknife, n − 1", candidates::jackknife_t, RUNS),
        ("t, logit, jackknife, e(x) − 1", candidates::jackknife_kish, RUNS),
        ("… and the rarer side", candidates::jackknife_rarer, RUNS),
        ("chosen", candidates::chosen, RUNS),
    ];
    let asked = std::env::args().nth(2);
    for (name, candidate, runs) in candidates.into_iter().filter(|c| asked.as_deref().is_none_or(|asked| asked == c.0)) {
        println!("\n{name}\n");
        println!("| articles | coverage, least | median | most | worlds under 0.92 | over 0.97 | mean width | shown |");
        println!("|---|---|---|---|---|---|---|---|");
        for n in ARTICLES {
            row(n, candidate, runs);
        }
    }
}

fn row(n: usize, candidate: Candidate, runs: usize) {
    let mut cells: Vec<Cell> = worlds(n).par_iter().enumerate().map(|(at, world)| cell(world, candidate, runs, at as u64)).collect();
    // A world in which hardly ever an interval is shown says little of those that are.
    cells.retain(|c| c.shown >= 0.1);
    cells.sort_by(|a, b| a.coverage.total_cmp(&b.coverage));
    let Some((least, most)) = cells.first().zip(cells.last()) else { return println!("| {n} | – | – | – | – | – | – | 0 |") };
    let count = |test: &dyn Fn(&Cell) -> bool| cells.iter().filter(|c| test(c)).count();
    let of = cells.len();
    println!(
        "| {n} | {:.3} | {:.3} | {:.3} | {} of {of} | {} of {of} | {:.2} | {:.2} |",
        least.coverage,
        cells[of / 2].coverage,
        most.coverage,
        count(&|c| c.coverage < 0.92),
        count(&|c| c.coverage > 0.97),
        cells.iter().filter(|c| c.mean >= 0.25).map(|c| c.width).sum::<f64>() / count(&|c| c.mean >= 0.25).max(1) as f64,
        cells.iter().map(|c| c.shown).sum::<f64>() / of as f64,
    );
}

fn worlds(n: usize) -> Vec<World> {
    let mut worlds = Vec::new();
    for icc in [0.0, 0.1, 0.2, 0.4] {
        for mean in [0.05, 0.1, 0.25, 0.5] {
            worlds.extend([Sizes::Four, Sizes::Few, Sizes::Uneven, Sizes::Tied].map(|sizes| World { n, icc, mean, sizes }));
        }
    }
    worlds
}

fn cell(world: &World, candidate: Candidate, runs: usize, stream: u64) -> Cell {
    let truth = world.truth();
    let mut random = Random::new(1, stream);
    let (mut shown, mut within, mut width) = (0.0, 0.0, 0.0);
    for _ in 0..runs {
        let parts = world.draw(&mut random);
        if let Some((low, high)) = candidate(&parts, &mut random) {
            shown += 1.0;
            within += f64::from(u8::from(low <= truth && truth <= high));
            width += high - low;
        }
    }
    Cell { mean: world.mean, shown: shown / runs as f64, coverage: within / f64::max(shown, 1.0), width: width / f64::max(shown, 1.0) }
}
