//! G²: how far the counts of a word in a part and in the rest are from equal rates.

use super::specificity::Counts;

/// The signed log-likelihood ratio 2·Σ O·ln(O/E) over the four cells of word × part, negative where the word is rarer than expected
/// (T. Dunning, "Accurate methods for the statistics of surprise and coincidence", *Computational Linguistics* 19, 1993): `textstat_keyness` of the
/// R package quanteda with `measure = "lr", correction = "none"`. 0·ln 0 is 0.
///
/// A description. Its χ² law takes each word for an independent witness, so no p is drawn from it.
pub fn g2(counts: Counts) -> f64 {
    let (a, here) = (counts.here as f64, counts.part as f64);
    let (b, there) = ((counts.everywhere - counts.here) as f64, (counts.corpus - counts.part) as f64);
    let (word, all) = (a + b, here + there);
    let cell = |observed: f64, row: f64, column: f64| {
        if observed == 0.0 { 0.0 } else { observed * (observed * all / (row * column)).ln() }
    };
    let sum = cell(a, word, here) + cell(b, word, there) + cell(here - a, all - word, here) + cell(there - b, all - word, there);
    let size = (2.0 * sum).max(0.0);
    if a * all > word * here { size } else { -size + 0.0 }
}
