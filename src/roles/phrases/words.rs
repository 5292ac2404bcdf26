//! Small words of French that chunks are cut by.

use super::verbs::is_lemma;
use crate::text::forms::Form;

pub fn is_subject_clitic(norm: &str) -> bool {
    matches!(norm, "il" | "elle" | "ils" | "elles" | "on" | "je" | "j'" | "tu" | "nous" | "vous" | "c'")
}

pub fn is_object_clitic(norm: &str) -> bool {
    matches!(norm, "le" | "la" | "les" | "l'" | "lui" | "leur" | "en" | "y" | "me" | "m'" | "te" | "t'" | "nous" | "vous")
}

/// Pronouns that are a noun phrase by themselves.
pub fn is_pronoun(norm: &str) -> bool {
    matches!(
        norm,
        "elle"
            | "elles"
            | "lui"
            | "eux"
            | "celui-ci"
            | "celle-ci"
            | "ceux-ci"
            | "celles-ci"
            | "celui"
            | "celle"
            | "ceux"
            | "celles"
            | "cela"
            | "ça"
    )
}

pub fn is_possessive(norm: &str) -> bool {
    matches!(norm, "son" | "sa" | "ses" | "leur" | "leurs")
}

/// The form by which lexicons call a preposition.
pub fn plain_preposition(norm: &str) -> &str {
    match norm {
        "d'" | "du" | "des" => "de",
        "au" | "aux" => "à",
        "jusqu'" => "jusque",
        other => other,
    }
}

pub fn is_year(surface: &str) -> bool {
    surface.len() == 4 && surface.bytes().all(|b| b.is_ascii_digit())
}

/// avoir or être.
pub fn auxiliary(form: &Form) -> Option<&'static str> {
    ["être", "avoir"].into_iter().find(|lemma| is_lemma(form, lemma))
}

/// Verbs whose compound tenses take être without being passive.
pub fn is_motion(form: &Form) -> bool {
    [
        "aller",
        "venir",
        "arriver",
        "partir",
        "entrer",
        "sortir",
        "rester",
        "tomber",
        "devenir",
        "mourir",
        "naître",
        "parvenir",
        "intervenir",
        "revenir",
        "rentrer",
        "retourner",
        "passer",
        "monter",
        "descendre",
        "convenir",
    ]
    .iter()
    .any(|lemma| is_lemma(form, lemma))
}
