//! How far two spellings are apart, to guess what somebody meant to write.

/// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other (Damerau 1964).
pub fn distance(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for i in 1..=from.len() {
        let mut next = vec![i];
        for j in 1..=to.len() {
            let replaced = row[j - 1] + usize::from(from[i - 1] != to[j - 1]);
            let mut least = replaced.min(row[j] + 1).min(next[j - 1] + 1);
            if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row[to.len()]
}

/// The words nearest to one, the nearest first: half of its letters may differ, three at most.
pub fn nearest<'w>(word: &str, among: impl IntoIterator<Item = &'w str>, most: usize) -> Vec<&'w str> {
    const MAX_SLIPS: usize = 3;
    let letters = word.chars().count();
    let slips = MAX_SLIPS.min(letters / 2);
    let lower = word.to_lowercase();
    let near = among.into_iter().filter(|other| other.chars().count().abs_diff(letters) <= slips);
    let mut found: Vec<(usize, &str)> =
        near.map(|other| (distance(&lower, &other.to_lowercase()), other)).filter(|(d, _)| *d <= slips).collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|(_, word)| word).take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_matched_with_what_was_meant() {
        let known = ["name", "pole", "match", "except", "unless"];
        for (written, meant) in [("macth", "match"), ("unles", "unless"), ("Name", "name"), ("exept", "except")] {
            assert_eq!(nearest(written, known, 1), [meant], "{written}");
        }
        assert!(nearest("mots", known, 1).is_empty());
    }
}
