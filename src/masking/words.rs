//! The words of any text with their places, as names are looked for.

use crate::text::normal::sort_key;

/// A run of letters and figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Lower case, without accents.
    pub plain: String,
    /// Code points.
    pub start: usize,
    pub end: usize,
    /// Begins with a capital letter or a figure.
    pub capital: bool,
    /// Has no small letter.
    pub capitals: bool,
    /// Begins a line or a sentence.
    pub opens: bool,
    /// What parts it from the word before lets both belong to one name.
    pub joined: bool,
}

/// All words of a text.
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut current = String::new();
    let mut gap = String::from("\n");
    for (at, c) in text.chars().chain(['\n']).enumerate() {
        if c.is_alphanumeric() {
            current.push(c);
            continue;
        }
        if !current.is_empty() {
            words.push(word(std::mem::take(&mut current), at, &gap));
            gap.clear();
        }
        gap.push(c);
    }
    words
}

fn word(surface: String, end: usize, gap: &str) -> Word {
    let first = surface.chars().next();
    Word {
        plain: sort_key(&surface),
        start: end - surface.chars().count(),
        end,
        capital: first.is_some_and(|c| c.is_uppercase() || c.is_numeric()),
        capitals: !surface.chars().any(char::is_lowercase),
        opens: gap.contains(['\n', '.', '!', '?', '…', ':']),
        joined: gap.chars().count() <= 2
            && gap.chars().all(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '-' | '‑' | '_' | '\'' | '’' | '.' | '·')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_how_they_stand() {
        let found = words("À Orsane, l'Écho-du-Port\nRT dit.");
        let plain: Vec<&str> = found.iter().map(|w| &*w.plain).collect();
        assert_eq!(plain, ["a", "orsane", "l", "echo", "du", "port", "rt", "dit"]);
        assert!(found[0].opens && !found[1].opens && found[6].opens && found[6].capitals);
        assert!(found[4].joined && !found[2].joined && !found[6].joined);
        assert_eq!((found[3].start, found[3].end), (12, 16));
    }
}
