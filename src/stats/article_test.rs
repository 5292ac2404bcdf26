//! Do more articles of a group have a word than chance would give it? A test whose unit is the article.

use super::hypergeometric::Draw;
use statrs::function::erf::erfc;

/// Words in more articles than this are tested by the normal law.
const EXACT: u64 = 400;
/// Densities this far below the largest one are left out.
const NEGLIGIBLE: f64 = 1e-18;
/// Articles that a stratum of lengths has at least, and how many strata there are at most.
const STRATUM: usize = 10;
const STRATA: usize = 5;

/// How likely it is that so many articles of a group have a word, if the group's name were dealt out to articles by lot.
///
/// A permutation test without draws: where names are exchanged between articles of about the same length only (a `Draw` for each stratum: its articles,
/// those that have the word, those of the group), the number of the group's articles with the word is a sum of hypergeometric numbers,
/// whose law is known. Up to 400 articles with the word it is added up exactly; beyond, the normal law with continuity correction takes
/// its place (Cochran, *Biometrics* 10, 1954; Mantel & Haenszel 1959). Two-sided: twice the smaller tail.
///
/// An article counts once however often it has the word. Articles by one author or on one event are taken to be independent.
pub fn p_value(strata: &[Draw], found: u64) -> f64 {
    let marked: u64 = strata.iter().map(|draw| draw.marked).sum();
    let (lower, upper) = if marked <= EXACT { exact_tails(strata, found) } else { normal_tails(strata, found) };
    (2.0 * lower.min(upper)).min(1.0)
}

/// P(X ≤ found) and P(X ≥ found).
fn exact_tails(strata: &[Draw], found: u64) -> (f64, f64) {
    let (mut first, mut density) = (0, vec![1.0]);
    for draw in strata {
        let (low, own) = densities(*draw);
        let mut sum = vec![0.0; density.len() + own.len() - 1];
        for (i, a) in density.iter().enumerate() {
            own.iter().enumerate().for_each(|(j, b)| sum[i + j] += a * b);
        }
        (first, density) = (first + low, sum);
    }
    let at = |n: usize| first + n as u64;
    let sum = |takes: &dyn Fn(u64) -> bool| density.iter().enumerate().filter(|(n, _)| takes(at(*n))).map(|(_, p)| p).sum();
    (sum(&|n| n <= found), sum(&|n| n >= found))
}

/// The least number that is not negligible, and the densities from there on.
fn densities(draw: Draw) -> (u64, Vec<f64>) {
    let (low, high) = draw.support();
    let all: Vec<f64> = (low..=high).map(|x| draw.ln_density(x).exp()).collect();
    let largest = all.iter().copied().fold(0.0, f64::max);
    let kept = |p: &f64| *p > largest * NEGLIGIBLE;
    let first = all.iter().position(kept).unwrap_or(0);
    let last = all.iter().rposition(kept).unwrap_or(all.len() - 1);
    (low + first as u64, all[first..=last].to_vec())
}

fn normal_tails(strata: &[Draw], found: u64) -> (f64, f64) {
    let mean: f64 = strata.iter().map(|draw| draw.mean()).sum();
    let deviation = strata.iter().map(|draw| draw.variance()).sum::<f64>().sqrt();
    if deviation == 0.0 {
        return (1.0, 1.0);
    }
    let tail = |distance: f64| 0.5 * erfc(distance / deviation / std::f64::consts::SQRT_2);
    let found = found as f64;
    (tail(mean - found - 0.5), tail(found - 0.5 - mean))
}

/// By article: its stratum, out of how many; articles of about the same number of words share one.
pub fn strata(words: &[u32]) -> (Vec<usize>, usize) {
    let count = (words.len() / STRATUM).clamp(1, STRATA);
    let mut order: Vec<usize> = (0..words.len()).collect();
    order.sort_by_key(|article| words[*article]);
    let mut of = vec![0; words.len()];
    for (rank, article) in order.into_iter().enumerate() {
        of[article] = rank * count / words.len();
    }
    (of, count)
}
