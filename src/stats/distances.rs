//! Distances between outlets, beside what chance alone gives, and their tree.

use super::interval::LEAST;
use super::jensen_shannon::{DRAWS, Pair, pairs};
use super::profiles::Profiles;
use super::tree::{Node, REPLICATES, order, tree};

/// Three outlets have but one first pair.
pub const LEAST_OUTLETS: usize = 3;

/// Why there are no distances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// Outlets with [`LEAST`] articles that use one of the words, and all outlets.
    pub enough: usize,
    pub of: usize,
}

/// How far apart outlets are.
#[derive(Debug, Clone, PartialEq)]
pub struct Distances {
    /// Outlets with enough articles; what follows counts them from 0.
    pub names: Vec<String>,
    /// Articles that use one of the words.
    pub articles: Vec<usize>,
    /// Outlets with too few articles.
    pub left_out: Vec<String>,
    pub pairs: Vec<Pair>,
    pub tree: Vec<Node>,
    /// The outlets in the order of the tree, from top to bottom.
    pub order: Vec<usize>,
}

/// Distances and tree of the outlets that have [`LEAST`] articles at least.
pub fn distances(profiles: &Profiles, seed: u64) -> Result<Distances, Refusal> {
    let all = 0..profiles.names.len();
    let (kept, few): (Vec<usize>, Vec<usize>) = all.partition(|group| profiles.articles[*group] >= LEAST);
    if kept.len() < LEAST_OUTLETS {
        return Err(Refusal { enough: kept.len(), of: profiles.names.len() });
    }
    let columns: Vec<usize> = (0..profiles.columns).collect();
    let chosen = profiles.select(&kept, &columns);
    let tree = tree(&chosen, REPLICATES, seed);
    Ok(Distances {
        pairs: pairs(&chosen, DRAWS, seed),
        order: order(&tree, kept.len()),
        tree,
        left_out: few.iter().map(|group| profiles.names[*group].clone()).collect(),
        names: chosen.names,
        articles: chosen.articles,
    })
}
