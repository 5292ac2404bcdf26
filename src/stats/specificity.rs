//! Specificity: how surprising a word's count in a part of the corpus is, if chance alone dealt out the words.

use super::hypergeometric::Draw;
use std::f64::consts::LN_10;

/// The counts of one word in a part and in the whole corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Occurrences in the part, f.
    pub here: u64,
    /// Words of the part, t.
    pub part: u64,
    /// Occurrences in the corpus, F.
    pub everywhere: u64,
    /// Words of the corpus, T.
    pub corpus: u64,
}

/// Lafon's specificity as Lexico and TXM show it: −log₁₀ P(X ≥ f) where f reaches its expectation F·t/T, else log₁₀ P(X ≤ f), X hypergeometric
/// (P. Lafon, "Sur la variabilité de la fréquence des formes dans un corpus", *Mots* 1, 1980). The definition of `specificities` in the R
/// package textometry, computed in logarithms, so that it never becomes infinite.
///
/// The word is its unit: it measures surprise, it is no test, since the words of one article are no independent draws.
pub fn specificity(counts: Counts) -> f64 {
    let Counts { here, part, everywhere, corpus } = counts;
    let draw = Draw { all: corpus, marked: everywhere, drawn: part };
    let value = if here as f64 >= draw.mean() { -draw.ln_upper(here) } else { draw.ln_lower(here) };
    // No minus before a zero.
    value / LN_10 + 0.0
}
