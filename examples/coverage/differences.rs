//! Intervals of a difference of shares, of a log odds ratio, and of the odds ratio over shared events.

use super::world::{Sizes, World, beta};
use cadrage::stats::difference::{log_odds, of_shares};
use cadrage::stats::interval::{self, Interval};
use cadrage::stats::mantel_haenszel::{Table, common_odds};
use cadrage::stats::random::Random;
use cadrage::stats::ratio::Part;
use rayon::prelude::*;

const RUNS: usize = 3000;

/// How often an interval is shown, and contains the truth.
#[derive(Default, Clone, Copy)]
struct Tally {
    shown: f64,
    within: f64,
}

impl Tally {
    fn look(&mut self, interval: Option<Interval>, truth: f64) {
        if let Some(Interval { low, high }) = interval {
            self.shown += 1.0;
            self.within += f64::from(u8::from(low <= truth && truth <= high));
        }
    }
}

fn row(what: &str, n: usize, mut tallies: Vec<Tally>) {
    tallies.retain(|t| t.shown >= RUNS as f64 / 10.0);
    let mut cells: Vec<f64> = tallies.iter().map(|t| t.within / t.shown).collect();
    cells.sort_by(f64::total_cmp);
    let (of, shown) = (cells.len(), tallies.iter().map(|t| t.shown).sum::<f64>() / RUNS as f64 / tallies.len() as f64);
    let count = |test: &dyn Fn(f64) -> bool| cells.iter().filter(|c| test(**c)).count();
    println!(
        "| {what} | {n} | {:.3} | {:.3} | {:.3} | {} of {of} | {} of {of} | {shown:.2} |",
        cells[0],
        cells[of / 2],
        cells[of - 1],
        count(&|c| c < 0.92),
        count(&|c| c > 0.97)
    );
}

pub fn print() {
    println!("\nDifferences between two groups\n");
    println!("| interval | articles a group, or events | coverage, least | median | most | worlds under 0.92 | over 0.97 | shown |");
    println!("|---|---|---|---|---|---|---|---|");
    for n in [8, 12, 20, 50] {
        let mut pairs = Vec::new();
        for icc in [0.0, 0.2, 0.4] {
            for (one, two) in [(0.5, 0.5), (0.25, 0.5), (0.1, 0.4), (0.2, 0.8)] {
                pairs.extend([Sizes::Four, Sizes::Few, Sizes::Uneven].map(|sizes| [one, two].map(|mean| World { n, icc, mean, sizes })));
            }
        }
        let both: Vec<(Tally, Tally)> = pairs.par_iter().enumerate().map(|(at, pair)| two_groups(pair, at as u64)).collect();
        row("difference of shares", n, both.iter().map(|b| b.0).collect());
        row("log odds ratio", n, both.iter().map(|b| b.1).collect());
    }
    for n in [6, 8, 12, 20, 50] {
        let mut worlds = Vec::new();
        for log_odds in [0.0, 1.0, 2.0] {
            for spread in [0.0, 0.2, 0.4] {
                worlds.extend([2usize, 5].map(|choices| (log_odds, spread, choices)));
            }
        }
        row("odds ratio, shared events", n, worlds.par_iter().enumerate().map(|(at, w)| events(n, *w, at as u64)).collect());
    }
}

fn two_groups(pair: &[World; 2], stream: u64) -> (Tally, Tally) {
    let mut random = Random::new(3, stream);
    let (mut difference, mut odds) = (Tally::default(), Tally::default());
    let logit = |p: f64| (p / (1.0 - p)).ln();
    for _ in 0..RUNS {
        let [one, two]: [Vec<Part>; 2] = [0, 1].map(|g| pair[g].draw(&mut random));
        if let Some((first, second)) = interval::share(&one).zip(interval::share(&two)) {
            difference.look(of_shares(&first, &second).1, pair[0].mean - pair[1].mean);
            odds.look(log_odds((&one, &first), (&two, &second)).interval, logit(pair[0].mean) - logit(pair[1].mean));
        }
    }
    (difference, odds)
}

/// Events that lean one way or the other (beta, mean ½, correlation `spread`), told by two groups whose odds differ by a common factor.
fn events(n: usize, (truth, spread, choices): (f64, f64, usize), stream: u64) -> Tally {
    let mut random = Random::new(4, stream);
    let mut tally = Tally::default();
    for _ in 0..RUNS {
        let mut event = || {
            let lean = if spread == 0.0 {
                0.5
            } else {
                beta(0.5 * (1.0 - spread) / spread, 0.5 * (1.0 - spread) / spread, &mut random).clamp(0.02, 0.98)
            };
            let odds = lean / (1.0 - lean);
            let mut told = |odds: f64| {
                let of = 1 + random.below(2 * choices - 1);
                let own = (0..of).filter(|_| random.unit() < odds / (1.0 + odds)).count() as f64;
                (own, of as f64 - own)
            };
            let ((a, b), (c, d)) = (told(odds * truth.exp()), told(odds));
            Table { a, b, c, d }
        };
        let tables: Vec<Table> = (0..n).map(|_| event()).collect();
        let found = common_odds(&tables).scaled.map(|s| {
            let (low, high) = s.limits();
            Interval { low, high }
        });
        tally.look(found, truth);
    }
    tally
}
