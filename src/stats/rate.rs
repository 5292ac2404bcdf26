//! How often: hits per 1,000 words of content.

/// A rate with what it is made of. As a ratio of sums over articles it is pooled, never a mean of article rates
/// (Cochran, *Sampling Techniques*, 3rd ed., § 2.11, ratio estimate).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rate {
    /// Hits.
    pub count: u64,
    /// Words and numbers of content.
    pub tokens: u64,
}

impl Rate {
    /// Hits per 1,000 words; None where there is no word.
    pub fn per_thousand(&self) -> Option<f64> {
        (self.tokens > 0).then(|| 1000.0 * self.count as f64 / self.tokens as f64)
    }
}
