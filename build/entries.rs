//! Entries of the `.dic` file, expanded into every inflected form with its analysis.

use crate::affixes::{Affixes, Rule};
use crate::compounds::Compounds;
use crate::lemma_pattern::LetterCase;
use crate::morphology::{Features, Pos};
use crate::tags;

/// Root forms with this flag are not words by themselves.
const NEEDAFFIX: &str = "()";
/// Marks units (`Hz`, `px`), whose lower-case spelling would collide with words (`a`, `va`).
const KEEPCASE: &str = "||";
const FORBIDDEN: &str = "{}";

/// One reading of one form, spelled as in the dictionary except for its capitals.
pub struct Reading {
    pub form: String,
    pub lemma: String,
    pub pos: Pos,
    pub features: Features,
}

struct Entry<'a> {
    word: String,
    flags: Vec<String>,
    tags: Vec<String>,
    /// Lemma, when the entry is itself an inflected form (`chefs-d'œuvre` of `chef-d'œuvre`).
    stem: Option<&'a str>,
}

/// All readings of the dictionary. Grammatical words (`po:mg`) for which `overridden` holds are
/// left out: the project's own table describes them better.
pub fn expand(dictionary: &str, affixes: &Affixes, overridden: impl Fn(&str) -> bool) -> Vec<Reading> {
    let entries: Vec<Entry<'_>> = dictionary.lines().skip(1).filter_map(parse_entry).collect();
    let compounds = Compounds::new(entries.iter().map(|entry| entry.word.as_str()));
    let mut readings = Vec::new();
    for entry in &entries {
        if entry.tags.iter().any(|tag| tag == "po:mg") && overridden(&entry.word) {
            continue;
        }
        expand_entry(entry, affixes, &compounds, &mut readings);
    }
    readings
}

/// Reads `mort/F.() po:nom`; `None` for entries that are no ordinary words: chemical formulas,
/// superscript abbreviations, roman numerals, units, and spellings marked as errors.
fn parse_entry(line: &str) -> Option<Entry<'_>> {
    let mut fields = line.split_whitespace();
    let (word, flags) = match fields.next()?.split_once('/') {
        Some((word, flags)) => (word, flags),
        None => (line.split_whitespace().next()?, ""),
    };
    let spelled_plainly = |c: char| c.is_alphanumeric() && c < '\u{250}' && !"ªº²³¹".contains(c);
    if !word.chars().all(|c| spelled_plainly(c) || "-'’".contains(c)) || !word.chars().any(char::is_alphabetic) {
        return None;
    }
    let tags: Vec<String> = fields.map(str::to_string).collect();
    let flag_chars: Vec<char> = flags.chars().collect();
    let flags: Vec<String> = flag_chars.chunks(2).map(|pair| pair.iter().collect()).collect();
    let dropped = tags.iter().any(|t| t == "po:err" || t == "po:nbro") || flags.iter().any(|f| f == KEEPCASE || f == FORBIDDEN);
    if dropped {
        return None;
    }
    let stem = line.split_whitespace().find_map(|field| field.strip_prefix("st:"));
    Some(Entry { word: word.replace('’', "'"), flags, tags, stem })
}

fn expand_entry(entry: &Entry<'_>, affixes: &Affixes, compounds: &Compounds<'_>, out: &mut Vec<Reading>) {
    let own = tags::features(&entry.tags) | capitals(&entry.word);
    let plural_only = own.contains(Features::PLURAL) && !own.contains(Features::SINGULAR);
    let lemma = match entry.stem {
        Some(stem) => stem.replace('’', "'"),
        None if plural_only => compounds.singular(&entry.word).unwrap_or_else(|| entry.word.clone()),
        None => entry.word.clone(),
    };
    let parts = tags::parts_of_speech(&entry.tags);
    if !entry.flags.iter().any(|flag| flag == NEEDAFFIX) {
        for pos in &parts {
            push(out, &entry.word, &lemma, *pos, own);
        }
    }
    for flag in &entry.flags {
        let rules = affixes.rules(flag);
        let participle = participle_lemma(rules, &entry.word);
        for rule in rules {
            let Some(form) = rule.apply(&entry.word) else {
                continue;
            };
            let features = own | tags::features(&rule.tags);
            for pos in &parts {
                push(out, &form, &lemma, *pos, features);
            }
            if let Some(lemma) = participle.as_deref().filter(|_| is_adjectival(rule)) {
                let agreement = Features(features.0 & (Features::BOTH_GENDERS | Features::BOTH_NUMBERS).0);
                push(out, &form, lemma, Pos::Adjective, agreement);
            }
        }
    }
}

/// A past participle also used as an adjective: the dictionary then has no adjective entry of its
/// own (`occupé` is only found under `occuper`).
fn is_adjectival(rule: &Rule) -> bool {
    rule.tags.iter().any(|t| t == "po:ppas") && rule.tags.iter().any(|t| t == "po:adj")
}

/// Lemma of that adjective: the participle's masculine singular.
fn participle_lemma(rules: &[Rule], word: &str) -> Option<String> {
    rules
        .iter()
        .filter(|rule| is_adjectival(rule))
        .filter(|rule| tags::features(&rule.tags).contains(Features::MASCULINE | Features::SINGULAR))
        .find_map(|rule| rule.apply(word))
}

fn capitals(word: &str) -> Features {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if !word.chars().any(char::is_uppercase) {
        Features::NONE
    } else if letters > 1 && LetterCase::Upper.apply(&word.to_lowercase()) == word {
        Features::CAPITALISED | Features::ACRONYM
    } else {
        Features::CAPITALISED
    }
}

fn push(out: &mut Vec<Reading>, form: &str, lemma: &str, pos: Pos, features: Features) {
    // Country names and the like are plain `po:nom`; only their capital tells them apart.
    let pos = match pos {
        Pos::Noun if features.contains(Features::CAPITALISED) => Pos::ProperNoun,
        other => other,
    };
    out.push(Reading { form: form.to_lowercase(), lemma: lemma.to_string(), pos, features: with_default_agreement(pos, features) });
}

/// A noun, adjective or name without stated gender or number may be of either.
fn with_default_agreement(pos: Pos, features: Features) -> Features {
    if !matches!(pos, Pos::Noun | Pos::Adjective | Pos::ProperNoun) {
        return features;
    }
    [Features::BOTH_GENDERS, Features::BOTH_NUMBERS]
        .into_iter()
        .filter(|both| !features.intersects(*both))
        .fold(features, |all, both| all | both)
}
