//! Locutions of French that chunks are cut by: their first words are of the closed class [`ClosedClasses::LOCUTIVE`], or "comme" and "tout".
//!
//! [`ClosedClasses::LOCUTIVE`]: crate::text::closed_classes::ClosedClasses::LOCUTIVE

use crate::text::forms::Form;

/// Adverbials of several words that stand between an auxiliary and its participle ("a de nouveau accusé"): what follows their first word.
fn locutions(first: &str) -> &'static [&'static [&'static str]] {
    match first {
        "de" => &[&["nouveau"], &["son", "côté"], &["leur", "côté"], &["fait"]],
        "à" => &[&["nouveau"], &["plusieurs", "reprises"], &["maintes", "reprises"], &["son", "tour"], &["leur", "tour"], &["tort"]],
        "pour" => &[
            &["sa", "part"],
            &["leur", "part"],
            &["la", "première", "fois"],
            &["la", "deuxième", "fois"],
            &["la", "plupart"],
            &["l'", "essentiel"],
            &["l'", "instant"],
            &["l'", "heure"],
        ],
        "en" => &[&["majorité"], &["grande", "partie"], &["outre"], &["effet"], &["revanche"], &["vain"], &["particulier"], &["partie"]],
        "une" => &[&["nouvelle", "fois"], &["fois", "de", "plus"], &["fois", "encore"]],
        "par" => &[&["ailleurs"], &["le", "passé"]],
        "au" => &[&["total"], &["moins"]],
        "d'" => &[&["ailleurs"], &["abord"]],
        "dans" => &[&["la", "nuit"], &["la", "foulée"]],
        "entre" => &[&["autres"]],
        _ => &[],
    }
}

/// How many words the adverbial takes that begins where `norm(0)` stands; 0 where none does.
pub fn locution<'n>(norm: impl Fn(usize) -> &'n str) -> usize {
    let here = |words: &&&[&str]| words.iter().enumerate().all(|(at, word)| norm(at + 1) == *word);
    locutions(norm(0)).iter().find(here).map_or(0, |words| words.len() + 1)
}

/// How many words liken what comes to what stands before: "tout comme", "à l'instar de"; 0 where none do.
pub fn likening<'n>(norm: impl Fn(usize) -> &'n str) -> usize {
    let of = |at: usize| matches!(norm(at), "de" | "d'" | "du" | "des");
    match (norm(0), norm(1), norm(2)) {
        ("comme", ..) => 1,
        ("tout", "comme", _) => 2,
        ("à", "l'", "instar" | "image" | "exemple" | "unisson") if of(3) => 4,
        _ => 0,
    }
}

/// Words after the first of a preposition of several words, before "de"; and the simple one that it stands for.
type LongPreposition = (&'static [&'static str], &'static str);

fn long_prepositions(first: &str) -> &'static [LongPreposition] {
    match first {
        "de" => &[(&["la", "part"], "de")],
        "en" => &[(&["direction"], "vers"), (&["faveur"], "pour")],
        "à" => &[
            (&["destination"], "vers"),
            (&["l'", "encontre"], "contre"),
            (&["l'", "intention"], "pour"),
            (&["l'", "égard"], "envers"),
            (&["l'", "adresse"], "envers"),
        ],
        "au" => &[(&["profit"], "pour"), (&["bénéfice"], "pour")],
        _ => &[],
    }
}

/// The preposition that begins where `norm(0)` stands, and its words up to "de".
pub fn long_preposition<'n>(norm: impl Fn(usize) -> &'n str) -> Option<(&'static str, usize)> {
    let fits = |words: &[&str]| {
        words.iter().enumerate().all(|(at, word)| norm(at + 1) == *word) && matches!(norm(words.len() + 1), "de" | "d'" | "du" | "des")
    };
    long_prepositions(norm(0)).iter().find(|(words, _)| fits(words)).map(|(words, plain)| (*plain, words.len() + 1))
}

pub fn is_year(surface: &str) -> bool {
    surface.len() == 4 && surface.bytes().all(|b| b.is_ascii_digit())
}

/// avoir or être.
pub fn auxiliary(form: &Form) -> Option<&'static str> {
    match form {
        _ if form.is_etre => Some("être"),
        _ if form.is_avoir => Some("avoir"),
        _ => None,
    }
}
