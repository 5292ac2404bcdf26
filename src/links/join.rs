//! Items that a chain of shared keys joins.

use std::collections::BTreeMap;

/// A number for each item, the same where a chain of equal keys joins two; numbers in order of first appearance.
pub fn join(keys: &[Vec<String>]) -> Vec<usize> {
    let mut parent: Vec<usize> = (0..keys.len()).collect();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, keys) in keys.iter().enumerate() {
        for key in keys {
            let other = *seen.entry(key).or_insert(at);
            let (one, two) = (root(&mut parent, at), root(&mut parent, other));
            parent[one.max(two)] = one.min(two);
        }
    }
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    (0..keys.len())
        .map(|at| {
            let root = root(&mut parent, at);
            let next = numbers.len();
            *numbers.entry(root).or_insert(next)
        })
        .collect()
}

fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_of_keys_joins() {
        let keys = |list: &[&[&str]]| list.iter().map(|k| k.iter().map(|s| (*s).to_owned()).collect()).collect::<Vec<Vec<String>>>();
        assert_eq!(join(&keys(&[&["a"], &["b"], &["a", "c"], &[], &["c"]])), [0, 1, 0, 2, 0]);
    }
}
