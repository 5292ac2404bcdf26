//! Intervals of a rate per 1,000 words.

use super::world::{gamma, normal};
use cadrage::stats::interval;
use cadrage::stats::random::Random;
use cadrage::stats::ratio::Part;
use rayon::prelude::*;

const RUNS: usize = 4000;

/// Articles of log-normal length (median 400 words), hits Poisson about a mean that varies from article to article (gamma, coefficient of variation `spread`).
#[derive(Debug, Clone, Copy)]
struct World {
    n: usize,
    per_thousand: f64,
    spread: f64,
    /// σ of the length's logarithm.
    lengths: f64,
}

impl World {
    fn draw(&self, random: &mut Random) -> Vec<Part> {
        let article = |random: &mut Random| {
            let words = (400.0 * (self.lengths * normal(random)).exp()).round().max(50.0);
            let own = if self.spread == 0.0 { 1.0 } else { gamma(self.spread.powi(-2), random) * self.spread * self.spread };
            Part { y: poisson(words * self.per_thousand / 1000.0 * own, random), x: words }
        };
        (0..self.n).map(|_| article(random)).collect()
    }
}

/// Knuth's method, in pieces so that the exponential does not vanish.
fn poisson(mean: f64, random: &mut Random) -> f64 {
    let (mut left, mut count) = (mean, 0.0);
    while left > 0.0 {
        let piece = left.min(20.0);
        let (limit, mut product) = ((-piece).exp(), 1.0 - random.unit());
        while product > limit {
            count += 1.0;
            product *= 1.0 - random.unit();
        }
        left -= piece;
    }
    count
}

pub fn print() {
    println!("\nRates per 1,000 words, chosen\n");
    println!("| articles | coverage, least | median | most | worlds under 0.92 | over 0.97 | shown |");
    println!("|---|---|---|---|---|---|---|");
    for n in [8, 10, 12, 15, 20, 30, 50] {
        let mut worlds = Vec::new();
        for per_thousand in [0.5, 1.0, 3.0, 10.0] {
            for spread in [0.0, 0.5, 1.0, 1.5] {
                worlds.extend([0.3, 0.8].map(|lengths| World { n, per_thousand, spread, lengths }));
            }
        }
        let mut cells: Vec<(f64, f64)> = worlds.par_iter().enumerate().map(|(at, world)| coverage(world, at as u64)).collect();
        cells.retain(|(_, shown)| *shown >= 0.1);
        cells.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (of, count) = (cells.len(), |test: &dyn Fn(f64) -> bool| cells.iter().filter(|c| test(c.0)).count());
        println!(
            "| {n} | {:.3} | {:.3} | {:.3} | {} of {of} | {} of {of} | {:.2} |",
            cells[0].0,
            cells[of / 2].0,
            cells[of - 1].0,
            count(&|c| c < 0.92),
            count(&|c| c > 0.97),
            cells.iter().map(|c| c.1).sum::<f64>() / of as f64
        );
    }
}

fn coverage(world: &World, stream: u64) -> (f64, f64) {
    let mut random = Random::new(2, stream);
    let (mut shown, mut within) = (0.0, 0.0);
    for _ in 0..RUNS {
        let parts = world.draw(&mut random);
        if let Some(scaled) = interval::rate(&parts).and_then(|e| e.scaled) {
            let (low, high) = scaled.limits();
            let truth = (world.per_thousand / 1000.0).ln();
            shown += 1.0;
            within += f64::from(u8::from(low <= truth && truth <= high));
        }
    }
    (within / f64::max(shown, 1.0), shown / RUNS as f64)
}
