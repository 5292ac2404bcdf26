//! Do groups differ by more than chance would make them? Labels are exchanged and the statistic is looked at again.
//!
//! Studentised permutation test (Janssen, *Statistics & Probability Letters* 36, 1997; Chung & Romano, *Annals of Statistics* 41, 2013): what is
//! exchanged are whole clusters of articles, or articles within one event.

use super::random::Random;
use rayon::prelude::*;

/// Arrangements that are looked at when there are more than can all be tried.
pub const DRAWS: usize = 9_999;
/// Permutations drawn from one stream.
const CHUNK: usize = 101;
/// Two statistics closer than this are the same up to rounding.
const SAME: f64 = 1e-9;

/// What is exchanged: a cluster of articles with its choices.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    pub group: usize,
    /// Labels are exchanged within a stratum only: all of it 0, or the event.
    pub stratum: usize,
    /// Choices by side.
    pub counts: Vec<f64>,
}

impl Unit {
    pub fn base(&self) -> f64 {
        self.counts.iter().sum()
    }
}

/// How two groups are set against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Design {
    /// Clusters against clusters: z = (p₁ − p₂) / √(v₁ + v₂), v the linearised variance of a ratio (Cochran 1977, § 6.4), never below the
    /// variance that independent choices at the common share would have.
    Clusters,
    /// Within events: z = ΣDₖ / √ΣDₖ², Dₖ = (y₁ₖ·x₂ₖ − y₂ₖ·x₁ₖ) / (x₁ₖ + x₂ₖ), Mantel and Haenszel's numerator, its variance taken between events.
    WithinEvents,
}

/// One pair of groups on one side of the contrast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    pub first: usize,
    pub second: usize,
    pub side: usize,
    pub z: f64,
    /// Corrected over all pairs and sides of the contrast: how often the largest |z| of an arrangement reaches this one (max-T: Westfall & Young 1993).
    pub p: f64,
}

/// What the test found.
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    /// All groups at once: how often an arrangement's Σz² over pairs and sides reaches the one found.
    pub p: f64,
    pub pairs: Vec<Pair>,
    /// Arrangements looked at, and whether they are all there are.
    pub arrangements: usize,
    pub exhaustive: bool,
}

/// The smallest p that the test could give: 1 over the number of different arrangements (those that only rename groups being one), or over
/// those looked at. p counts the arrangement found as one of them (Phipson & Smyth 2010).
pub fn smallest_p(units: &[Unit], groups: usize) -> f64 {
    let strata = strata(units);
    let ln_total: f64 = strata.iter().map(|s| ln_arrangements(&sizes(units, s, groups))).sum();
    // Groups of the same size in every stratum can swap names without any change.
    let columns: Vec<Vec<usize>> =
        (0..groups).map(|g| strata.iter().map(|s| s.iter().filter(|u| units[**u].group == g).count()).collect()).collect();
    let mut names = 1.0;
    for g in 0..groups {
        names *= columns[..=g].iter().filter(|c| **c == columns[g]).count() as f64;
    }
    (names * (-ln_total).exp()).max(1.0 / (DRAWS + 1) as f64).min(1.0)
}

/// Tests units of `groups` groups; the seed and the stream fix the draws.
pub fn test(units: &[Unit], groups: usize, design: Design, seed: u64, stream: u64) -> Test {
    let found = Arrangement::new(units, groups, design);
    let labels: Vec<usize> = units.iter().map(|u| u.group).collect();
    let z = found.z(&labels);
    let strata = strata(units);
    let ln_total: f64 = strata.iter().map(|s| ln_arrangements(&sizes(units, s, groups))).sum();
    let exhaustive = ln_total <= ((DRAWS + 1) as f64).ln() + SAME;
    let tally = if exhaustive { every(&found, &labels, &strata, &z) } else { drawn(&found, &labels, &strata, &z, (seed, stream)) };
    let p = |reached: usize| reached as f64 / tally.looked_at as f64;
    let pairs = found.cells().zip(&z).zip(&tally.pairs).map(|(((first, second, side), z), reached)| Pair {
        first,
        second,
        side,
        z: *z,
        p: p(*reached),
    });
    Test { p: p(tally.omnibus), pairs: pairs.collect(), arrangements: tally.looked_at, exhaustive }
}

fn squares(z: &[f64]) -> f64 {
    z.iter().map(|z| z * z).sum()
}

/// How many arrangements reach what was found, the one found included.
#[derive(Clone)]
struct Reached {
    looked_at: usize,
    omnibus: usize,
    pairs: Vec<usize>,
}

impl Reached {
    fn none(cells: usize) -> Self {
        Self { looked_at: 0, omnibus: 0, pairs: vec![0; cells] }
    }

    fn look(&mut self, z: &[f64], found: &[f64]) {
        self.looked_at += 1;
        self.omnibus += usize::from(squares(z) >= squares(found) - SAME);
        let most = z.iter().fold(0.0f64, |most, z| most.max(z.abs()));
        for (reached, z) in self.pairs.iter_mut().zip(found) {
            *reached += usize::from(most >= z.abs() - SAME);
        }
    }

    fn add(mut self, other: Self) -> Self {
        self.looked_at += other.looked_at;
        self.omnibus += other.omnibus;
        self.pairs.iter_mut().zip(other.pairs).for_each(|(a, b)| *a += b);
        self
    }
}

/// Every arrangement, one by one.
fn every(found: &Arrangement, labels: &[usize], strata: &[Vec<usize>], z: &[f64]) -> Reached {
    let mut reached = Reached::none(z.len());
    let mut labels = labels.to_vec();
    let first: Vec<Vec<usize>> = strata
        .iter()
        .map(|s| {
            let mut sorted: Vec<usize> = s.iter().map(|u| labels[*u]).collect();
            sorted.sort_unstable();
            sorted
        })
        .collect();
    let mut current = first.clone();
    loop {
        for (stratum, order) in strata.iter().zip(&current) {
            stratum.iter().zip(order).for_each(|(unit, label)| labels[*unit] = *label);
        }
        reached.look(&found.z(&labels), z);
        // Like an odometer: the first stratum that can move on does, those before it begin anew.
        let Some(moved) = (0..current.len()).find(|s| next(&mut current[*s])) else { return reached };
        current[..moved].clone_from_slice(&first[..moved]);
    }
}

/// The next arrangement in lexicographic order; false after the last.
fn next(order: &mut [usize]) -> bool {
    let Some(at) = (1..order.len()).rev().find(|i| order[i - 1] < order[*i]) else { return false };
    let swap = (at..order.len()).rev().find(|i| order[*i] > order[at - 1]).unwrap_or(at);
    order.swap(at - 1, swap);
    order[at..].reverse();
    true
}

/// The arrangement found and `DRAWS` others at random.
fn drawn(found: &Arrangement, labels: &[usize], strata: &[Vec<usize>], z: &[f64], (seed, stream): (u64, u64)) -> Reached {
    let chunks = DRAWS.div_ceil(CHUNK);
    let some = |chunk: usize| {
        let mut random = Random::new(seed, stream.wrapping_mul(chunks as u64 + 1).wrapping_add(chunk as u64));
        let mut reached = Reached::none(z.len());
        let mut labels = labels.to_vec();
        let mut order = Vec::new();
        for _ in 0..CHUNK.min(DRAWS - chunk * CHUNK) {
            for stratum in strata {
                order.clear();
                order.extend(stratum.iter().map(|u| labels[*u]));
                random.shuffle(&mut order);
                stratum.iter().zip(&order).for_each(|(unit, label)| labels[*unit] = *label);
            }
            reached.look(&found.z(&labels), z);
        }
        reached
    };
    let mut own = Reached::none(z.len());
    own.look(z, z);
    // Sums of counts: the order in which threads finish changes nothing.
    (0..chunks).into_par_iter().map(some).reduce(|| Reached::none(z.len()), Reached::add).add(own)
}

/// The units with what does not change when labels are exchanged.
struct Arrangement<'u> {
    units: &'u [Unit],
    groups: usize,
    sides: usize,
    design: Design,
    /// Share of each side over all units.
    common: Vec<f64>,
    strata: usize,
}

impl<'u> Arrangement<'u> {
    fn new(units: &'u [Unit], groups: usize, design: Design) -> Self {
        let sides = units.first().map_or(0, |u| u.counts.len());
        let total: f64 = units.iter().map(Unit::base).sum();
        let common = (0..sides).map(|j| units.iter().map(|u| u.counts[j]).sum::<f64>() / total.max(f64::MIN_POSITIVE)).collect();
        Self { units, groups, sides, design, common, strata: units.iter().map(|u| u.stratum + 1).max().unwrap_or(0) }
    }

    /// Of two sides one says all.
    fn tested_sides(&self) -> usize {
        if self.sides == 2 { 1 } else { self.sides }
    }

    fn cells(&self) -> impl Iterator<Item = (usize, usize, usize)> + '_ {
        (0..self.groups).flat_map(move |first| {
            (first + 1..self.groups).flat_map(move |second| (0..self.tested_sides()).map(move |side| (first, second, side)))
        })
    }

    /// The studentised differences of all pairs and sides; 0 where nothing can differ.
    fn z(&self, labels: &[usize]) -> Vec<f64> {
        match self.design {
            Design::Clusters => self.between_clusters(labels),
            Design::WithinEvents => self.within_events(labels),
        }
    }

    fn between_clusters(&self, labels: &[usize]) -> Vec<f64> {
        let (groups, sides) = (self.groups, self.sides);
        let mut y = vec![0.0; groups * sides];
        let mut x = vec![0.0; groups];
        let mut n = vec![0.0f64; groups];
        for (unit, g) in self.units.iter().zip(labels) {
            for (j, count) in unit.counts.iter().enumerate() {
                y[g * sides + j] += count;
                x[*g] += count;
            }
            n[*g] += 1.0;
        }
        let mut spread = vec![0.0; groups * sides];
        for (unit, g) in self.units.iter().zip(labels) {
            let base = unit.base();
            for (j, count) in unit.counts.iter().enumerate() {
                spread[g * sides + j] += (count - y[g * sides + j] / x[*g] * base).powi(2);
            }
        }
        let variance = |g: usize, j: usize| {
            let linearised = if n[g] > 1.0 { n[g] / (n[g] - 1.0) * spread[g * sides + j] / (x[g] * x[g]) } else { 0.0 };
            linearised.max(self.common[j] * (1.0 - self.common[j]) / x[g])
        };
        let z = |(first, second, j): (usize, usize, usize)| {
            let v = variance(first, j) + variance(second, j);
            if v > 0.0 { (y[first * sides + j] / x[first] - y[second * sides + j] / x[second]) / v.sqrt() } else { 0.0 }
        };
        self.cells().map(z).collect()
    }

    fn within_events(&self, labels: &[usize]) -> Vec<f64> {
        let (groups, sides) = (self.groups, self.sides);
        let mut y = vec![0.0; self.strata * groups * sides];
        let mut x = vec![0.0; self.strata * groups];
        for (unit, g) in self.units.iter().zip(labels) {
            let at = unit.stratum * groups + g;
            for (j, count) in unit.counts.iter().enumerate() {
                y[at * sides + j] += count;
                x[at] += count;
            }
        }
        let z = |(first, second, j): (usize, usize, usize)| {
            let (mut sum, mut squares) = (0.0, 0.0);
            for k in 0..self.strata {
                let (one, two) = (k * groups + first, k * groups + second);
                if x[one] > 0.0 && x[two] > 0.0 {
                    let d = (y[one * sides + j] * x[two] - y[two * sides + j] * x[one]) / (x[one] + x[two]);
                    sum += d;
                    squares += d * d;
                }
            }
            if squares > 0.0 { sum / f64::sqrt(squares) } else { 0.0 }
        };
        self.cells().map(z).collect()
    }
}

/// The units of each stratum that has any.
fn strata(units: &[Unit]) -> Vec<Vec<usize>> {
    let mut strata = vec![Vec::new(); units.iter().map(|u| u.stratum + 1).max().unwrap_or(0)];
    units.iter().enumerate().for_each(|(at, unit)| strata[unit.stratum].push(at));
    strata.retain(|s| !s.is_empty());
    strata
}

fn sizes(units: &[Unit], stratum: &[usize], groups: usize) -> Vec<usize> {
    let mut sizes = vec![0; groups];
    stratum.iter().for_each(|u| sizes[units[*u].group] += 1);
    sizes
}

/// ln(n! / Π nᵢ!)
fn ln_arrangements(sizes: &[usize]) -> f64 {
    let ln_factorial = |n: usize| statrs::function::factorial::ln_factorial(n as u64);
    ln_factorial(sizes.iter().sum()) - sizes.iter().map(|n| ln_factorial(*n)).sum::<f64>()
}
