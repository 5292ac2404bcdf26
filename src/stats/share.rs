//! Which side of a contrast: shares of choices.

/// The choices of one group within a contrast. The share of a side is the ratio of sums over articles: its choices over
/// all choices (Cochran, *Sampling Techniques*, 3rd ed., § 2.11); n is the number of articles with at least one choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Choices by side, in the order of the contrast's members.
    pub counts: Vec<u64>,
    /// Articles with at least one choice.
    pub articles: u64,
    /// Articles of the group.
    pub of: u64,
}

impl Share {
    pub fn empty(sides: usize) -> Self {
        Self { counts: vec![0; sides], articles: 0, of: 0 }
    }

    /// Adds one article's choices, by side.
    pub fn add_article(&mut self, sides: impl Iterator<Item = usize>) {
        self.of += 1;
        let mut any = false;
        for side in sides {
            self.counts[side] += 1;
            any = true;
        }
        self.articles += u64::from(any);
    }

    /// All choices.
    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }
}
