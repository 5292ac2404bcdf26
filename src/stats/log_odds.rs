//! Log odds ratio with an informative Dirichlet prior: how much more a part uses a word, rare words drawn towards no difference.

use super::specificity::Counts;

/// A log odds ratio and how many of its standard errors it is away from 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogOdds {
    pub value: f64,
    pub z: f64,
}

/// δ = ln[(y₁ + a) / (n₁ + α − y₁ − a)] − ln[(y₂ + a) / (n₂ + α − y₂ − a)], z = δ / √(1/(y₁ + a) + 1/(y₂ + a)); 1 is the part, 2 the rest of the
/// corpus, and the prior of the word is a = α·F/T, as if α more words had been read, with the words of the whole corpus in their proportions
/// (Monroe, Colaresi & Quinn, "Fightin' words", *Political Analysis* 16, 2008, eq. 15, 16, 22, 23). None for a word that is nowhere.
pub fn log_odds(counts: Counts, prior: f64) -> Option<LogOdds> {
    let word = prior * counts.everywhere as f64 / counts.corpus as f64;
    if counts.everywhere == 0 || prior <= 0.0 || counts.everywhere == counts.corpus {
        return None;
    }
    let (here, there) = (counts.here as f64 + word, (counts.everywhere - counts.here) as f64 + word);
    let odds = |y: f64, n: u64| (y / (n as f64 + prior - y)).ln();
    let value = odds(here, counts.part) - odds(there, counts.corpus - counts.part);
    Some(LogOdds { value, z: value / (1.0 / here + 1.0 / there).sqrt() })
}
