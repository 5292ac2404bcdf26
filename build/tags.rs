//! The dictionary's `po:` and `is:` tags as parts of speech and features.

use crate::morphology::{Features, Pos};

/// Parts of speech named by an entry's own tags, without repetition.
pub fn parts_of_speech(tags: &[String]) -> Vec<Pos> {
    let mut found = Vec::new();
    for pos in tags.iter().filter_map(|t| t.strip_prefix("po:")).filter_map(part_of_speech) {
        if !found.contains(&pos) {
            found.push(pos);
        }
    }
    found
}

fn part_of_speech(tag: &str) -> Option<Pos> {
    Some(match tag {
        "nom" | "loc.nom" | "titr" => Pos::Noun,
        "adj" | "loc.adj" => Pos::Adjective,
        "npr" | "prn" | "patr" | "loc.patr" => Pos::ProperNoun,
        "adv" | "loc.adv" | "negadv" | "advint" | "proadv" => Pos::Adverb,
        "prep" | "prepv" | "loc.prep" | "loc.prepv" => Pos::Preposition,
        "cj" | "cjco" | "cjsub" | "loc.cj" | "loc.cjsub" => Pos::Conjunction,
        "interj" | "loc.interj" => Pos::Interjection,
        "nb" => Pos::Numeral,
        "loc.verb" => Pos::Verb,
        "pfx" | "sfx" => Pos::Other,
        t if t.starts_with("det") => Pos::Determiner,
        t if t.starts_with("pro") => Pos::Pronoun,
        t if is_verb_group(t) => Pos::Verb,
        _ => return None,
    })
}

/// `v1_it_q_zz`, `v0ei_____a`…
fn is_verb_group(tag: &str) -> bool {
    let mut chars = tag.chars();
    chars.next() == Some('v') && chars.next().is_some_and(|c| c.is_ascii_digit())
}

/// Features named by a set of tags, whatever their prefix (`is:3pl` occurs as well as `po:3pl`).
pub fn features(tags: &[String]) -> Features {
    tags.iter()
        .filter_map(|tag| tag.strip_prefix("po:").or_else(|| tag.strip_prefix("is:")))
        .fold(Features::NONE, |all, tag| all | feature(tag))
}

fn feature(tag: &str) -> Features {
    use Features as F;
    match tag {
        "sg" => F::SINGULAR,
        "pl" => F::PLURAL,
        "inv" => F::BOTH_NUMBERS,
        "mas" => F::MASCULINE,
        "fem" => F::FEMININE,
        "epi" => F::BOTH_GENDERS,
        "infi" => F::INFINITIVE,
        "ppas" => F::PAST_PARTICIPLE,
        "ppre" => F::PRESENT_PARTICIPLE,
        "ipre" => F::FINITE | F::INDICATIVE_PRESENT,
        "iimp" => F::FINITE | F::IMPERFECT,
        "ipsi" => F::FINITE | F::SIMPLE_PAST,
        "ifut" => F::FINITE | F::FUTURE,
        "cond" => F::FINITE | F::CONDITIONAL,
        "spre" => F::FINITE | F::SUBJUNCTIVE,
        "simp" => F::FINITE | F::SUBJUNCTIVE_IMPERFECT,
        "impe" => F::FINITE | F::IMPERATIVE,
        // `1isg` is the inverted `fussé-je`; `1jsg` (`aimé-je`) rides on the past participle's
        // rule and says nothing of that participle.
        "1sg" | "1isg" => F::PERSON1 | F::SINGULAR,
        "2sg" => F::PERSON2 | F::SINGULAR,
        "3sg" => F::PERSON3 | F::SINGULAR,
        "1pl" => F::PERSON1 | F::PLURAL,
        "2pl" => F::PERSON2 | F::PLURAL,
        "3pl" | "3pl!" => F::PERSON3 | F::PLURAL,
        "1pe" => F::PERSON1,
        "2pe" => F::PERSON2,
        "3pe" => F::PERSON3,
        _ => F::NONE,
    }
}
