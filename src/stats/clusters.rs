//! Articles that are no independent witnesses: one author, one shared text.

use std::collections::BTreeMap;

/// Words of bylines that name a newsroom or an agency, not a person.
const COLLECTIVE: &str = include_str!("collective_bylines.txt");

/// True where a byline is a person's: what a newsroom or an agency signs has no one author.
pub fn is_person(author: &str) -> bool {
    let plain = crate::text::normal::sort_key(author);
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    !words.is_empty() && !COLLECTIVE.lines().filter(|line| !line.is_empty()).any(|word| words.contains(&word))
}

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

    #[test]
    fn newsrooms_and_agencies_are_no_persons() {
        for byline in ["La rédaction", "Agence Meridia", "AFP", "Rédaction avec Agence Meridia", ""] {
            assert!(!is_person(byline), "{byline}");
        }
        for byline in ["Hélène Marsac", "Étienne Roubier et Hélène Marsac"] {
            assert!(is_person(byline), "{byline}");
        }
    }
}
