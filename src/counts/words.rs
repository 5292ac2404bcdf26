//! The words of an article as units that can be counted: stems, and runs of several words.

use crate::text::context::pos_in_context;
use crate::text::dictionary;
use crate::text::morphology::Pos;
use crate::text::normal::Casing;
use crate::text::pos_set::PosSet;
use crate::text::{Document, Kind};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};
use std::ops::Range;

/// Words of meaning that a run may have.
pub const LONGEST: usize = 4;
/// Small words between two of them: "forces de l'ordre".
const BETWEEN: usize = 2;

/// What stands for a unit: a hash of its stems. Of four million units two share one with a probability of 5·10⁻⁷.
pub type Key = u64;

/// One spelling of a unit in one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    pub key: Key,
    /// The keys of its words of meaning, as single units; zeros after them.
    pub parts: [Key; LONGEST],
    /// As written; in lower case where only the place in the sentence asks for a capital.
    pub form: Box<str>,
    pub count: u32,
}

/// The units of one article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Words and numbers of the voices that are counted, small words too.
    pub total: u32,
    /// By key, then by form.
    pub met: Vec<Met>,
}

/// What a word is good for in a unit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// A noun, an adjective or a verb.
    Meaning(Key),
    /// de, à, en: stands between two words of meaning, and tells runs apart.
    Link(Key),
    /// le, une, ces: stands between them and tells nothing apart.
    Article,
    /// Anything else ends a run.
    Break,
}

impl Words {
    /// The units of a document with up to `most` words of meaning each; `takes` tells which tokens count.
    pub fn of(document: &Document, most: usize, takes: impl Fn(usize) -> bool) -> Self {
        let mut counts: FxHashMap<(Key, String), ([Key; LONGEST], u32)> = FxHashMap::default();
        each(document, most, &takes, |unit| {
            let (_, count) = counts.entry((unit.key, unit.form.to_owned())).or_insert((unit.parts, 0));
            *count += 1;
        });
        let met = counts.into_iter().map(|((key, form), (parts, count))| Met { key, parts, form: form.into(), count });
        let mut words = Words { total: 0, met: met.collect() };
        words.total = (0..document.tokens.len()).filter(|t| document.tokens[*t].kind.is_word() && takes(*t)).count() as u32;
        words.met.sort_unstable_by(|a, b| (a.key, &a.form).cmp(&(b.key, &b.form)));
        words
    }
}

/// One occurrence of a unit.
pub struct Unit<'f> {
    pub key: Key,
    pub parts: [Key; LONGEST],
    pub form: &'f str,
    pub sentence: usize,
    /// Tokens of the document.
    pub tokens: Range<usize>,
}

/// Hands on every occurrence of every unit, by place.
pub fn each(document: &Document, most: usize, takes: impl Fn(usize) -> bool, mut emit: impl FnMut(Unit)) {
    let mut uses = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        let range = &sentence.tokens;
        uses.clear();
        for token in range.clone().filter(|t| document.tokens[*t].kind != Kind::Quote) {
            uses.push((token, if takes(token) { use_of(document, token, range) } else { Use::Break }));
        }
        for first in 0..uses.len() {
            runs_from(document, number, &uses[first..], most, &mut emit);
        }
    }
}

/// Hands on every unit that begins with the first of these words.
fn runs_from(document: &Document, sentence: usize, uses: &[(usize, Use)], most: usize, emit: &mut impl FnMut(Unit)) {
    let Some((first, Use::Meaning(key))) = uses.first().copied() else { return };
    let (mut parts, mut length, mut run) = ([0; LONGEST], 1, key);
    parts[0] = key;
    let mut form = shown(document, first);
    emit(Unit { key: run, parts, form: &form, sentence, tokens: first..first + 1 });
    let mut between = 0;
    for (token, word) in &uses[1..] {
        if length == most.min(LONGEST) || between > BETWEEN {
            return;
        }
        append(document, *token, &mut form);
        match *word {
            Use::Meaning(key) => {
                parts[length] = key;
                length += 1;
                between = 0;
                run = joined(run, key);
                emit(Unit { key: run, parts, form: &form, sentence, tokens: first..token + 1 });
            }
            Use::Link(key) => (run, between) = (joined(run, key), between + 1),
            Use::Article => between += 1,
            Use::Break => return,
        }
    }
}

fn use_of(document: &Document, token: usize, range: &Range<usize>) -> Use {
    if document.tokens[token].kind != Kind::Word {
        return Use::Break;
    }
    let form = document.form(token);
    match &*form.norm {
        "de" | "d'" | "du" | "des" => return Use::Link(key_of("de")),
        "à" | "au" | "aux" => return Use::Link(key_of("à")),
        "le" | "la" | "les" | "l'" => return Use::Article,
        _ => {}
    }
    if is_meaningful(document, token, range) {
        Use::Meaning(key_of(form.stem()))
    } else if form.pos.contains(Pos::Preposition) {
        Use::Link(key_of(&form.norm))
    } else if form.pos.contains(Pos::Determiner) {
        Use::Article
    } else {
        Use::Break
    }
}

/// True for nouns, names, adjectives and verbs; not for auxiliaries, and not for what can be a small word too.
pub fn is_meaningful(document: &Document, token: usize, range: &Range<usize>) -> bool {
    let form = document.form(token);
    let small = [Pos::Determiner, Pos::Pronoun, Pos::Preposition, Pos::Conjunction, Pos::Adverb, Pos::Numeral, Pos::Interjection];
    let small: PosSet = small.into_iter().collect();
    if !form.pos.intersects(PosSet::CONTENT) || form.pos.intersects(small) || form.norm.chars().count() < 2 {
        return false;
    }
    // "nous avions des avions", "l'est", "l'été".
    !(form.is_avoir || form.is_etre) || !pos_in_context(document, token, range).contains(Pos::Verb)
}

/// The key of the word that a token is an inflection of: its lemma where the dictionary has it, of several the verb's, then the noun's;
/// else its stem.
pub fn key_of_lemma(document: &Document, token: usize, range: &Range<usize>) -> Key {
    let pos = pos_in_context(document, token, range);
    lemmas(document, token)
        .into_iter()
        .find(|(of, _)| pos.contains(*of))
        .map_or_else(|| key_of(document.form(token).stem()), |(_, key)| key)
}

/// The keys of everything that a token can be an inflection of, wherever it stands.
pub fn keys_of_lemmas(document: &Document, token: usize) -> Vec<Key> {
    let lemmas = lemmas(document, token);
    if lemmas.is_empty() { vec![key_of(document.form(token).stem())] } else { lemmas.into_iter().map(|(_, key)| key).collect() }
}

fn lemmas(document: &Document, token: usize) -> Vec<(Pos, Key)> {
    let form = document.form(token);
    let of = |pos: Pos| form.analyses.iter().filter(move |analysis| analysis.pos == pos && !form.guessed);
    let parts = [Pos::Verb, Pos::Noun, Pos::Adjective, Pos::ProperNoun].into_iter();
    parts.flat_map(|pos| of(pos).map(move |analysis| (pos, key_of(dictionary::lemma(analysis.lemma))))).collect()
}

/// The key of a stem or a small word.
pub fn key_of(stem: &str) -> Key {
    let mut hasher = FxHasher::default();
    stem.hash(&mut hasher);
    mixed(hasher.finish())
}

fn joined(run: Key, next: Key) -> Key {
    mixed(run.rotate_left(23) ^ next)
}

/// Spreads what differs over all bits (the finaliser of SplitMix64: Steele, Lea & Flood 2014).
fn mixed(mut key: u64) -> Key {
    key = (key ^ (key >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    key = (key ^ (key >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    key ^ (key >> 31)
}

/// A word as it is shown: capitals where they belong to it.
pub(super) fn shown(document: &Document, token: usize) -> String {
    let form = document.form(token);
    let is_name = match form.casing {
        Casing::Lower => false,
        // At the head of a sentence every word has one: it stays where no dictionary knows the word in small letters.
        Casing::Initial => !begins_sentence(document, token) || form.guessed || form.pos.is_only(Pos::ProperNoun),
        Casing::Capitals | Casing::Mixed => true,
    };
    if is_name { document.surface(token).replace('’', "'") } else { form.norm.to_string() }
}

fn begins_sentence(document: &Document, token: usize) -> bool {
    let at = document.sentences.partition_point(|sentence| sentence.tokens.end <= token);
    let before = document.sentences[at].tokens.start..token;
    !before.clone().any(|t| document.tokens[t].kind.is_word())
}

/// Adds a word to a run, with a space unless an elision stands before it.
fn append(document: &Document, token: usize, form: &mut String) {
    if !form.ends_with('\'') {
        form.push(' ');
    }
    *form += &shown(document, token);
}

/// A pattern that finds the words of a unit by their stems, for a concordance: "~forces de le? ~ordre".
pub fn pattern_of(document: &Document) -> String {
    let range = 0..document.tokens.len();
    let part = |token: usize| match use_of(document, token, &range) {
        Use::Meaning(_) => format!("~{}", document.form(token).norm),
        Use::Article => "le?".into(),
        _ => match &*document.form(token).norm {
            "de" | "d'" | "du" | "des" => "de le?".into(),
            "à" | "au" | "aux" => "à le?".into(),
            norm => format!("\"{norm}\""),
        },
    };
    let mut parts: Vec<String> = range.clone().map(part).collect();
    // "de la" would ask for two articles.
    for at in (1..parts.len()).rev() {
        if parts[at] == "le?" && parts[at - 1].ends_with("le?") {
            parts.remove(at);
        }
    }
    parts.join(" ")
}
