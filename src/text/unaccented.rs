//! Finds accented words from their spelling without accents.
//!
//! The transducer of forms is walked with every accented variant of each letter at once; branches
//! that no word starts with are dropped immediately, so no second table is needed.

use fst::raw::{Fst, Node};

/// Accented variants of the plain letters, and the ligatures that two letters stand for.
fn variants(letter: char) -> &'static [&'static str] {
    match letter {
        'a' => &["à", "â", "ä", "á", "ã", "å"],
        'c' => &["ç"],
        'e' => &["é", "è", "ê", "ë"],
        'i' => &["î", "ï", "í"],
        'n' => &["ñ"],
        'o' => &["ô", "ö", "ó", "ø", "õ"],
        'u' => &["û", "ù", "ü", "ú"],
        'y' => &["ÿ"],
        _ => &[],
    }
}

const LIGATURES: [(&str, &str); 2] = [("ae", "æ"), ("oe", "œ")];

/// Every word that reads `form` once its accents are removed.
pub fn matches(words: &Fst<&'static [u8]>, form: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut spelled = String::with_capacity(form.len() + 4);
    descend(words, words.root(), form, usize::MAX, &mut spelled, &mut found);
    found.sort_unstable();
    found
}

/// Every word that differs from `form` by the accent or ligature of its first letter at most.
pub fn initial_matches(words: &Fst<&'static [u8]>, form: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut spelled = String::with_capacity(form.len() + 4);
    descend(words, words.root(), form, 1, &mut spelled, &mut found);
    found.sort_unstable();
    found
}

/// Tries each spelling of the first letter of `rest` below `node`; only the next `foldable`
/// letters may gain an accent.
fn descend(words: &Fst<&'static [u8]>, node: Node<'_>, rest: &str, foldable: usize, spelled: &mut String, found: &mut Vec<String>) {
    let Some(letter) = rest.chars().next() else {
        if node.is_final() {
            found.push(spelled.clone());
        }
        return;
    };
    let mut step = |spelling: &str, after: &str| {
        if let Some(next) = follow(words, node, spelling) {
            let length = spelled.len();
            spelled.push_str(spelling);
            descend(words, next, after, foldable.saturating_sub(1), spelled, found);
            spelled.truncate(length);
        }
    };
    let (first, after) = rest.split_at(letter.len_utf8());
    step(first, after);
    if foldable == 0 {
        return;
    }
    for variant in variants(letter) {
        step(variant, after);
    }
    for (letters, ligature) in LIGATURES {
        if let Some(after) = rest.strip_prefix(letters) {
            step(ligature, after);
        }
    }
}

/// The node reached from `node` by the bytes of `text`.
fn follow<'f>(words: &'f Fst<&'static [u8]>, mut node: Node<'f>, text: &str) -> Option<Node<'f>> {
    for byte in text.bytes() {
        let transition = node.find_input(byte)?;
        node = words.node(node.transition_addr(transition));
    }
    Some(node)
}
