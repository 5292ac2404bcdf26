//! Lemma of plural compounds listed as entries of their own (`années-lumière`, `grands-mères`).
//!
//! The dictionary links only some of them to their singular; the others would be lemmas by
//! themselves, and a marker on `année-lumière` would miss its plural.

use std::collections::HashSet;

/// Hyphenated dictionary words among which singulars are looked up.
pub struct Compounds<'a> {
    words: HashSet<&'a str>,
}

impl<'a> Compounds<'a> {
    pub fn new(words: impl Iterator<Item = &'a str>) -> Compounds<'a> {
        Compounds { words: words.filter(|word| word.contains('-')).collect() }
    }

    /// The dictionary word obtained by putting one or more parts of `plural` in the singular.
    /// Names (`Pays-Bas`) are left alone.
    pub fn singular(&self, plural: &str) -> Option<String> {
        if !plural.contains('-') || plural.chars().any(char::is_uppercase) {
            return None;
        }
        let mut candidates = vec![String::new()];
        for (index, part) in plural.split('-').enumerate() {
            let hyphen = if index == 0 { "" } else { "-" };
            let spellings = spellings(part);
            candidates = candidates.iter().flat_map(|start| spellings.iter().map(move |part| format!("{start}{hyphen}{part}"))).collect();
        }
        // Singular spellings come last: the candidate with most parts changed wins.
        candidates.into_iter().rev().find(|c| c != plural && self.words.contains(c.as_str()))
    }
}

/// A part as it is, then its possible singulars.
fn spellings(part: &str) -> Vec<String> {
    let mut all = vec![part.to_string()];
    if let Some(singular) = part.strip_suffix(['s', 'x']) {
        all.push(singular.to_string());
    }
    if let Some(stem) = part.strip_suffix("aux") {
        all.push(format!("{stem}al"));
    }
    all
}
