//! Keys that a lexicon file may not have or must have, out of what the TOML reader says of them.

use super::error::What;

/// A key further than this from every known one is no slip of the pen.
const MAX_SLIPS: usize = 3;

/// The fault behind a message of the reader: a key unknown or missing, else the message itself.
pub fn fault(message: &str) -> What {
    // "unknown field `macth`, expected one of `name`, `pole`": the names stand between backticks.
    let mut names = message.split('`').skip(1).step_by(2).map(str::to_owned);
    let key = names.next().unwrap_or_default();
    if message.starts_with("unknown field") {
        let known: Vec<String> = names.collect();
        return What::UnknownKey { nearest: nearest(&key, &known), key, known };
    }
    if message.starts_with("missing field") { What::MissingKey { key } } else { What::Syntax(message.to_owned()) }
}

fn nearest(key: &str, known: &[String]) -> Option<String> {
    let slips = |name: &String| distance(&key.to_lowercase(), name);
    let best = known.iter().min_by_key(|name| slips(name))?;
    (slips(best) <= MAX_SLIPS.min(key.chars().count() / 2)).then(|| best.clone())
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other.
fn distance(from: &str, to: &str) -> usize {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_matched_with_the_key_that_was_meant() {
        let known = ["name", "pole", "match", "except", "unless"].map(String::from);
        for (written, meant) in [("macth", "match"), ("unles", "unless"), ("Name", "name"), ("exept", "except")] {
            assert_eq!(nearest(written, &known).as_deref(), Some(meant), "{written}");
        }
        assert_eq!(nearest("mots", &known), None);
    }
}
