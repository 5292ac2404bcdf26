//! A tree of outlets: those with the most similar choices of words are joined first.

use super::ellipses::resampled;
use super::jensen_shannon::condensed;
use super::profiles::Profiles;
use super::random::Random;
use kodama::{Method, linkage};
use ndarray::Array2;
use rayon::prelude::*;

/// How often articles are drawn anew.
pub const REPLICATES: usize = 1_000;

/// Where two branches meet. Branches are numbered: the outlets first, then the nodes in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub branches: [usize; 2],
    /// The mean distance between the outlets of one branch and those of the other.
    pub height: f64,
    /// The outlets below, in order.
    pub leaves: Vec<usize>,
    /// In what share of the trees of resampled articles the same outlets, and no others, stand together (Felsenstein, *Evolution* 39, 1985).
    pub support: f64,
}

/// The nodes, the lowest first; none for fewer than two outlets.
///
/// Average linkage (UPGMA: Sokal & Michener 1958) of Jensen–Shannon distances. The last node holds every outlet, in every tree.
pub fn tree(profiles: &Profiles, replicates: usize, seed: u64) -> Vec<Node> {
    let units = profiles.units_by_group();
    let mut nodes = nodes(&profiles.table());
    let sets: Vec<Vec<Vec<usize>>> = (0..replicates)
        .into_par_iter()
        .map(|replicate| {
            let drawn = resampled(&units, profiles.columns, &mut Random::new(seed, replicate as u64));
            self::nodes(&drawn).into_iter().map(|node| node.leaves).collect()
        })
        .collect();
    for node in &mut nodes {
        let again = sets.iter().filter(|leaves| leaves.contains(&node.leaves)).count();
        node.support = again as f64 / replicates.max(1) as f64;
    }
    nodes
}

/// The outlets from top to bottom, so that no two branches cross: at each node the branch that holds the first name comes first.
pub fn order(nodes: &[Node], outlets: usize) -> Vec<usize> {
    let mut order = Vec::new();
    let mut open: Vec<usize> = if nodes.is_empty() { (0..outlets).rev().collect() } else { vec![outlets + nodes.len() - 1] };
    while let Some(branch) = open.pop() {
        if branch < outlets {
            order.push(branch);
        } else {
            let [one, two] = nodes[branch - outlets].branches;
            let first = |branch: usize| if branch < outlets { branch } else { nodes[branch - outlets].leaves[0] };
            open.extend(if first(one) < first(two) { [two, one] } else { [one, two] });
        }
    }
    order
}

fn nodes(table: &Array2<f64>) -> Vec<Node> {
    let outlets = table.nrows();
    if outlets < 2 {
        return Vec::new();
    }
    let merged = linkage(&mut condensed(table), outlets, Method::Average);
    let mut nodes: Vec<Node> = Vec::new();
    for step in merged.steps() {
        let below = |branch: usize| if branch < outlets { vec![branch] } else { nodes[branch - outlets].leaves.clone() };
        let mut leaves = [below(step.cluster1), below(step.cluster2)].concat();
        leaves.sort_unstable();
        nodes.push(Node { branches: [step.cluster1, step.cluster2], height: step.dissimilarity, leaves, support: 0.0 });
    }
    nodes
}
