//! Dispersion: whether a word is spread over the articles or heaped up in a few.

/// Gries's DP: ½·Σ|vᵢ − sᵢ|, sᵢ the part of the words that article i has, vᵢ its part of the word's occurrences (S. Th. Gries, "Dispersions and
/// adjusted frequencies in corpora", *International Journal of Corpus Linguistics* 13, 2008). 0: spread like the words themselves; near 1: heaped up.
/// `occurrences` gives (occurrences, words) of the articles that have the word, `words` the words of all. None where the word is nowhere.
pub fn dp(occurrences: impl Iterator<Item = (u64, u64)> + Clone, words: u64) -> Option<f64> {
    let count: u64 = occurrences.clone().map(|(n, _)| n).sum();
    if count == 0 || words == 0 {
        return None;
    }
    let (mut apart, mut covered) = (0.0, 0.0);
    for (n, size) in occurrences {
        let part = size as f64 / words as f64;
        apart += (n as f64 / count as f64 - part).abs();
        covered += part;
    }
    // Every article without the word is apart from it by all of its words.
    Some(((apart + 1.0 - covered) / 2.0).clamp(0.0, 1.0))
}
