//! How firmly the words of a run belong together.

/// Normalised pointwise mutual information of a run of words: ln(p / Πpᵢ) / (−(m − 1)·ln p), p the run's part of the corpus, pᵢ those of its m words
/// (G. Bouma, "Normalized (pointwise) mutual information in collocation extraction", GSCL 2009; for more than two words T. Van de Cruys, "Two
/// multivariate generalizations of pointwise mutual information", DiSCo 2011). 1: never one without the others; 0: as chance would have it.
/// None where a word is nowhere or is the whole corpus.
pub fn npmi(run: u64, words: &[u64], corpus: u64) -> Option<f64> {
    let ln_part = |count: u64| (count as f64 / corpus as f64).ln();
    if run == 0 || run >= corpus || words.len() < 2 || words.contains(&0) {
        return None;
    }
    let chance: f64 = words.iter().map(|count| ln_part(*count)).sum();
    Some((ln_part(run) - chance) / (-ln_part(run) * (words.len() - 1) as f64))
}
