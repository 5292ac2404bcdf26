//! How far apart two outlets' choices of words are, and how far apart chance alone would put them.

use super::benjamini_hochberg::adjust;
use super::permutation::Unit;
use super::profiles::Profiles;
use super::random::Random;
use ndarray::{Array1, Array2, ArrayView1};
use rayon::prelude::*;

/// Random exchanges of articles for each pair.
pub const DRAWS: usize = 1_999;
/// Two distances closer than this are the same up to rounding.
const SAME: f64 = 1e-9;

/// The Jensen–Shannon distance of two rows of counts: √(H(m) − ½H(p) − ½H(q)), m = (p + q)/2, H in bits; from 0 (same profile) to 1 (no word in
/// common), a metric (Endres & Schindelin, *IEEE Trans. Inf. Theory* 49, 2003; Lin 1991). 0 where either is empty.
pub fn distance(one: ArrayView1<f64>, two: ArrayView1<f64>) -> f64 {
    let (a, b) = (one.sum(), two.sum());
    if a <= 0.0 || b <= 0.0 {
        return 0.0;
    }
    let part = |p: f64, m: f64| if p > 0.0 && m > 0.0 { 0.5 * p * (p / m).log2() } else { 0.0 };
    let divergence: f64 =
        one.iter().zip(two).map(|(x, y)| (x / a, y / b)).map(|(p, q)| part(p, (p + q) / 2.0) + part(q, (p + q) / 2.0)).sum();
    divergence.max(0.0).sqrt()
}

/// Distances of all pairs of rows, as [`kodama`] wants them: (0,1), (0,2), …, (1,2), …
pub fn condensed(table: &Array2<f64>) -> Vec<f64> {
    let pair = |first: usize| (first + 1..table.nrows()).map(move |second| distance(table.row(first), table.row(second)));
    (0..table.nrows()).flat_map(pair).collect()
}

/// Two outlets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    pub first: usize,
    pub second: usize,
    pub distance: f64,
    /// The mean distance once the articles of both are exchanged at random: with few articles even one outlet is far from itself.
    pub chance: f64,
    /// The distance that 95 % of those exchanges do not exceed.
    pub chance_high: f64,
    /// How often chance alone reaches the distance found (the order found counted in, Phipson & Smyth 2010), corrected over all pairs
    /// (false discovery rate, [`adjust`]).
    pub p: f64,
}

impl Pair {
    /// What chance does not explain.
    pub fn excess(&self) -> f64 {
        self.distance - self.chance
    }
}

/// All pairs of outlets. What is exchanged are whole units: near-copies, one author's articles, one event's articles stay together.
pub fn pairs(profiles: &Profiles, draws: usize, seed: u64) -> Vec<Pair> {
    let groups = profiles.names.len();
    let units = profiles.units_by_group();
    let names: Vec<(usize, usize)> = (0..groups).flat_map(|first| (first + 1..groups).map(move |second| (first, second))).collect();
    let mut pairs: Vec<Pair> = names
        .into_par_iter()
        .enumerate()
        .map(|(stream, (first, second))| pair((first, second), &units, profiles.columns, draws, &mut Random::new(seed, stream as u64)))
        .collect();
    let p = adjust(&pairs.iter().map(|pair| pair.p).collect::<Vec<f64>>());
    pairs.iter_mut().zip(p).for_each(|(pair, p)| pair.p = p);
    pairs
}

fn pair((first, second): (usize, usize), units: &[Vec<&Unit>], columns: usize, draws: usize, random: &mut Random) -> Pair {
    // Who is in the smaller group says who is in the other.
    let (few, many) = if units[first].len() <= units[second].len() { (first, second) } else { (second, first) };
    let mut pooled: Vec<&Unit> = units[few].iter().chain(&units[many]).copied().collect();
    let total = sum(&pooled, columns);
    let look = |own: Array1<f64>| distance(own.view(), (&total - &own).view());
    let found = look(sum(&units[few], columns));
    let mut exchanged: Vec<f64> = (0..draws)
        .map(|_| {
            for at in 0..units[few].len() {
                let other = at + random.below(pooled.len() - at);
                pooled.swap(at, other);
            }
            look(sum(&pooled[..units[few].len()], columns))
        })
        .collect();
    exchanged.sort_by(f64::total_cmp);
    let reached = exchanged.iter().filter(|d| **d >= found - SAME).count();
    Pair {
        first,
        second,
        distance: found,
        chance: exchanged.iter().sum::<f64>() / draws as f64,
        chance_high: exchanged[(0.95 * draws as f64).ceil() as usize - 1],
        p: (reached + 1) as f64 / (draws + 1) as f64,
    }
}

fn sum(units: &[&Unit], columns: usize) -> Array1<f64> {
    let mut row = Array1::zeros(columns);
    for unit in units {
        row.iter_mut().zip(&unit.counts).for_each(|(sum, count)| *sum += count);
    }
    row
}
