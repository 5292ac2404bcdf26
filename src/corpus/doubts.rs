//! What makes an article doubtful, seen by its text alone: spoilt letters, another language, an end behind a paywall.

use super::Warning;
use aho_corasick::packed::Searcher;
use memchr::memchr3_iter;
use regex::Regex;
use std::sync::LazyLock;
use whatlang::{Detector, Lang};

/// The languages that articles beside French ones come in; few, so that dialects of Latin script do not compete.
const LANGUAGES: [(Lang, &str, &str); 8] = [
    (Lang::Fra, "français", "French"),
    (Lang::Eng, "anglais", "English"),
    (Lang::Deu, "allemand", "German"),
    (Lang::Spa, "espagnol", "Spanish"),
    (Lang::Ita, "italien", "Italian"),
    (Lang::Por, "portugais", "Portuguese"),
    (Lang::Nld, "néerlandais", "Dutch"),
    (Lang::Cat, "catalan", "Catalan"),
];

/// How many letters say enough of a language, and how many are looked at.
const FEW: usize = 150;
const ENOUGH: usize = 4000;

/// How far ahead of the next language another one must be, from 0 to 1; French articles that quote one are far below.
const SURE: f64 = 0.2;

/// A line longer than this is a paragraph of the article, whatever it speaks of.
const PROMPT: usize = 220;

/// UTF-8 read as Windows-1252 and saved again: "Ã©", "â€™", "Å“".
static MOJIBAKE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("Ã[©¨ª«§´®¯¹»¢¼€‰‡ˆ]|Ã\u{a0}|â€[™œ“”¦\u{9d}]|Å“|Â[«»\u{a0}]").ok());

/// What a page says where the article is not shown to its end.
static PAYWALL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)il vous reste \d+(?:[.,]\d+)? ?\u{202f}?\u{a0}?% (?:de cet article )?à (?:lire|découvrir)|(?:la|lire la|pour lire la) suite (?:de cet article )?(?:est )?réservée? aux abonnés|(?:article|contenu|texte) (?:est )?(?:réservé|accessible) (?:à nos|aux|qu.aux) abonnés|abonnez-vous pour (?:lire|découvrir|accéder à) (?:la suite|l.intégralité|cet article)|pour lire (?:la suite|l.intégralité)(?: de (?:cet|l.)\s?article)?,? (?:abonnez|connectez|identifiez)-vous",
    )
    .ok()
});

/// Parts of words that the same pages say in any case.
static SUBSCRIBERS: LazyLock<Option<Searcher>> = LazyLock::new(|| Searcher::new(["bonné", "bonnez", "BONN", "vous reste", "VOUS RESTE"]));

/// The warnings that a text deserves.
pub(super) fn of(text: &str) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if may_be_spoilt(text)
        && let Some(found) = MOJIBAKE.as_ref().and_then(|pattern| pattern.find(text))
    {
        warnings.push(Warning::Mojibake { found: found.as_str().to_owned() });
    }
    if let Some((french, english)) = other_language(text) {
        warnings.push(Warning::NotFrench { french, english });
    }
    if let Some(found) = paywall(text) {
        warnings.push(Warning::CutOff { found });
    }
    warnings
}

/// False where no match of [`MOJIBAKE`] begins: in "Ã", "Â", "Å" or "â€" stand bytes that French hardly has.
fn may_be_spoilt(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr3_iter(0x82, 0x83, 0x85, bytes).any(|at| bytes[..at].ends_with(&[0xc3]) || bytes[..at].ends_with(&[0xc3, 0xa2, 0xe2]))
}

/// The language of a text that is surely not French, in French and in English.
fn other_language(text: &str) -> Option<(&'static str, &'static str)> {
    if reads_french(text) {
        return None;
    }
    let sample: String = text.chars().take(ENOUGH).collect();
    if sample.chars().filter(|c| c.is_alphabetic()).count() < FEW {
        return None;
    }
    let known = LANGUAGES.iter().map(|(lang, ..)| *lang).collect();
    let found = Detector::with_allowlist(known).detect(&sample)?;
    let (_, french, english) = LANGUAGES.iter().find(|(lang, ..)| *lang == found.lang())?;
    (found.lang() != Lang::Fra && found.confidence() > SURE).then_some((french, english))
}

/// True where the small words of French are as many as they are in French: most texts need no closer look.
fn reads_french(text: &str) -> bool {
    const WORDS: usize = 200;
    const SHARE: usize = 7;
    let (mut words, mut small) = (0, 0);
    for word in text.split_ascii_whitespace().take(WORDS) {
        words += 1;
        small += usize::from(is_small_and_french(word));
        if small * SHARE >= WORDS {
            return true;
        }
    }
    words > WORDS / SHARE && small * SHARE >= words
}

/// Small words that no other of the [`LANGUAGES`] has in such numbers.
fn is_small_and_french(word: &str) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=5;
    LENGTHS.contains(&word.len())
        && matches!(
            word,
            "le" | "la"
                | "les"
                | "des"
                | "du"
                | "et"
                | "une"
                | "dans"
                | "est"
                | "que"
                | "qui"
                | "pour"
                | "sur"
                | "par"
                | "au"
                | "ont"
                | "aux"
                | "avec"
                | "pas"
                | "été"
                | "sont"
                | "cette"
                | "mais"
                | "elle"
                | "ses"
                | "leur"
                | "leurs"
                | "ou"
                | "où"
                | "ces"
                | "Le"
                | "Les"
        )
}

fn paywall(text: &str) -> Option<String> {
    // Every wording names subscribers or what is left to read; hardly any article does.
    if SUBSCRIBERS.as_ref().is_some_and(|parts| parts.find(text).is_none()) {
        return None;
    }
    let pattern = PAYWALL.as_ref()?;
    let line = text.lines().filter(|line| line.len() < PROMPT).find(|line| pattern.is_match(line))?;
    Some(line.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WORDS: &[&str] =
        &["le", "été", "pont", "de", "\0le", "le\u{b}", "Leurs", "leurs", "anticonstitutionnellement", "à", "préfecture"];

    proptest! {
        #[test]
        fn spoilt_letters_stand_where_their_bytes_do(text in "[a-zâÃÅÂéèàœŒ€™œ“”¦‚ƒ…©¨ª«»\u{a0}\u{82}\u{83}\u{85}]{0,12}") {
            let pattern = MOJIBAKE.as_ref().expect("a fixed pattern");
            prop_assert!(may_be_spoilt(&text) || !pattern.is_match(&text));
        }

        #[test]
        fn french_is_read_by_all_of_its_first_words(words in prop::collection::vec((prop::sample::select(WORDS), "[ \t\n\r\u{c}]{1,2}"), 0..260)) {
            let text: String = words.iter().flat_map(|(word, space)| [*word, space]).collect();
            let small = text.split_ascii_whitespace().take(200).filter(|word| is_small_and_french(word)).count();
            let all = words.len().min(200);
            prop_assert_eq!(reads_french(&text), all > 28 && small * 7 >= all);
        }
    }
}
