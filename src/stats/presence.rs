//! In how many articles: present in k of n.

/// The number of articles with at least one hit, of all articles. The article is the trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Presence {
    pub k: u64,
    pub n: u64,
}
