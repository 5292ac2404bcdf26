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
    descend(words, words.root(), form, &mut spelled, &mut found);
    found.sort_unstable();
    found
}

/// The other spellings of the first letter of `form`, each with what follows it.
pub fn initial_spellings<'f>(form: &'f str) -> impl Iterator<Item = (&'f str, &'f str)> {
    let first = form.chars().next();
    let after = first.map_or("", |letter| &form[letter.len_utf8()..]);
    let accented = first.map(variants).into_iter().flatten().map(move |variant| -> (&'f str, &'f str) { (variant, after) });
    accented.chain(LIGATURES.iter().filter_map(|(letters, ligature)| Some((*ligature, form.strip_prefix(letters)?))))
}

/// Tries each spelling of the first letter of `rest` below `node`.
fn descend(words: &Fst<&'static [u8]>, node: Node<'_>, rest: &str, spelled: &mut String, found: &mut Vec<String>) {
    let Some(letter) = rest.chars().next() else {
        if node.is_final() {
            found.push(spelled.clone());
        }
        return;
    };
    let plain = rest.split_at(letter.len_utf8());
    for (spelling, after) in std::iter::once(plain).chain(initial_spellings(rest)) {
        if let Some(next) = follow(words, node, spelling) {
            let length = spelled.len();
            spelled.push_str(spelling);
            descend(words, next, after, spelled, found);
            spelled.truncate(length);
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
