//! How an outlet or an author may be called, out of the name, the address and the texts: by rule, never by a list of outlets.

use super::patterns::{Look, Pattern};
use super::words::{Word, words};
use crate::text::dictionary;

/// Words that an outlet adds to its name: countries, languages, endings of addresses.
const EDITIONS: &str = include_str!("editions.txt");
/// Words of which names of media are made.
const MEDIA: &str = include_str!("media_words.txt");
const ARTICLES: [&str; 5] = ["le", "la", "les", "l", "the"];
/// Shorter single words are masked in capitals only.
const SHORT: usize = 4;
/// A last name of fewer letters is not looked for alone.
const SURNAME: usize = 4;

pub fn is_edition(word: &str) -> bool {
    EDITIONS.lines().any(|known| known == word)
}

pub fn is_media_word(word: &str) -> bool {
    MEDIA.lines().any(|known| known == word)
}

/// Every wording of an outlet's name that its letters give.
pub fn of_outlet(name: &str, mask: usize) -> Vec<Pattern> {
    let all = words(name);
    let (article, own) = match all.split_first() {
        Some((first, rest)) if ARTICLES.contains(&&*first.plain) && !rest.is_empty() => (Some(first.plain.clone()), rest),
        _ => (None, &all[..]),
    };
    let base = base(own);
    let mut patterns = Vec::new();
    for words in [own, base] {
        patterns.extend(sequence(words, article.clone(), mask));
    }
    // "lemonde", "rtenfrancais", "rtfrance"
    let squeezed = |words: &[Word]| words.iter().map(|w| &*w.plain).collect::<String>();
    let mut run_together = vec![squeezed(&all), squeezed(own)];
    for edition in EDITIONS.lines().chain(["enfrancais"]) {
        run_together.push(format!("{}{edition}", squeezed(base)));
        run_together.push(format!("{}{edition}", squeezed(&all[..all.len() - own.len() + base.len()])));
    }
    let single = own.len() == 1 && article.is_none();
    patterns.extend(run_together.into_iter().filter(|word| !single || *word != squeezed(own)).filter_map(|word| lone(word, mask)));
    patterns
}

/// "La Vigie" for "La Vigie du Soir": to be used where nobody else is called so.
pub fn nickname(name: &str, mask: usize) -> Option<Pattern> {
    match &words(name)[..] {
        [article, first, _, ..] if ARTICLES.contains(&&*article.plain) => {
            Some(Pattern { words: vec![first.plain.clone()], look: Look::Capital, article: Some((article.plain.clone(), true)), mask })
        }
        _ => None,
    }
}

/// The name without what editions add, where a name is left.
fn base(words: &[Word]) -> &[Word] {
    let kept = words.iter().rposition(|word| !is_edition(&word.plain)).map_or(words.len(), |last| last + 1);
    if words[..kept].iter().all(|word| is_media_word(&word.plain)) { words } else { &words[..kept] }
}

/// The words in their order.
fn sequence(words: &[Word], article: Option<String>, mask: usize) -> Option<Pattern> {
    let [first, rest @ ..] = words else { return None };
    let plain: Vec<String> = words.iter().map(|w| w.plain.clone()).collect();
    let is_word = rest.is_empty() && is_common(&first.plain);
    let look = match (rest.is_empty(), first.capitals && first.plain.len() <= SHORT, is_word) {
        (true, true, _) => Look::Capitals,
        (true, _, true) => Look::Proper,
        _ => Look::Capital,
    };
    Some(Pattern { words: plain, look, article: article.map(|article| (article, is_word)), mask })
}

/// A word that stands for the outlet wherever it is met, unless it is one of the language.
fn lone(word: String, mask: usize) -> Option<Pattern> {
    (word.chars().count() > SHORT && !is_common(&word)).then(|| Pattern { words: vec![word], look: Look::Any, article: None, mask })
}

/// True for a word of the dictionary, whatever its accents.
fn is_common(plain: &str) -> bool {
    dictionary::is_known(plain) || !dictionary::without_accents(plain).is_empty()
}

/// Of an address, the part that names the outlet: "francais.rt.com" → "rt"; None where there is no host.
pub fn of_address(url: &str, mask: usize) -> Vec<Pattern> {
    let host = url.split("://").last().and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let labels: Vec<&str> = host.split('.').filter(|label| !label.is_empty() && *label != "www").collect();
    // "co.uk", "com.tr": the name stands before.
    let ending = if labels.len() > 2 && labels[labels.len() - 1].len() == 2 && labels[labels.len() - 2].len() <= 3 { 2 } else { 1 };
    let Some(label) = labels.len().checked_sub(ending + 1).map(|at| labels[at]) else { return Vec::new() };
    let words = words(label);
    match &words[..] {
        [] => Vec::new(),
        [one] => lone(one.plain.clone(), mask).into_iter().collect(),
        several => vec![Pattern { words: several.iter().map(|w| w.plain.clone()).collect(), look: Look::Any, article: None, mask }],
    }
}

/// What an acronym stands for, where a text says so: names whose initials it is, beside it in brackets or made of words of the trade.
pub fn spelled_out(acronym: &str, text: &[Word]) -> Vec<Vec<String>> {
    let initials: Vec<char> = acronym.chars().collect();
    let mut found = Vec::new();
    for at in 0..text.len() {
        let Some(run) = text.get(at..at + initials.len()) else { break };
        let fits = run.iter().zip(&initials).all(|(w, c)| w.capital && w.plain.len() > 1 && w.plain.starts_with(*c))
            && run[1..].iter().all(|w| w.joined);
        if !fits {
            continue;
        }
        let beside = |word: Option<&Word>| word.is_some_and(|w| w.plain == acronym && w.capitals);
        let explained = beside(text.get(at + initials.len())) || beside(at.checked_sub(1).map(|before| &text[before]));
        if explained || run.iter().any(|w| is_media_word(&w.plain)) {
            found.push(run.iter().map(|w| w.plain.clone()).collect());
        }
    }
    found
}

/// The acronym that an outlet's name is, if it is one.
pub fn acronym(name: &str) -> Option<String> {
    let all = words(name);
    match base(&all) {
        [one] if one.capitals && (2..=5).contains(&one.plain.len()) && one.plain.chars().all(char::is_alphabetic) => {
            Some(one.plain.clone())
        }
        _ => None,
    }
}

/// Every wording of a person's name.
pub fn of_person(name: &str, mask: usize) -> Vec<Pattern> {
    let all = words(name);
    let plain: Vec<String> = all.iter().map(|w| w.plain.clone()).collect();
    let mut patterns = Vec::new();
    // A first name alone would mask everybody who bears it.
    if plain.len() > 1 || plain.first().is_some_and(|name| !is_common(name)) {
        patterns.push(Pattern { words: plain.clone(), look: Look::Capital, article: None, mask });
    }
    if let [first, .., last] = &plain[..] {
        let initial: String = first.chars().take(1).collect();
        patterns.push(Pattern { words: vec![initial, last.clone()], look: Look::Capital, article: None, mask });
        patterns.extend(lone(plain.concat(), mask));
        if last.chars().count() >= SURNAME && !is_common(last) {
            patterns.push(Pattern { words: vec![last.clone()], look: Look::Surname, article: None, mask });
        }
    }
    patterns
}

/// A newsroom's or an agency's signature: the whole, and what is left of it without words of the trade.
pub fn of_newsroom(name: &str, mask: usize) -> Vec<Pattern> {
    let all = words(name);
    let own: Vec<Word> = all.iter().filter(|w| !is_media_word(&w.plain) && !ARTICLES.contains(&&*w.plain) && w.capital).cloned().collect();
    let whole = (all.len() > 1 && !own.is_empty()).then(|| sequence(&all, None, mask)).flatten();
    whole.into_iter().chain(sequence(&own, None, mask)).collect()
}
