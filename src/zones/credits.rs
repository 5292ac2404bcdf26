//! Dates, bylines and picture credits, by their form.

use super::lines::Line;
use regex::Regex;
use std::sync::LazyLock;

const MONTH: &str = "janv(ier|\\.)?|févr(ier|\\.)?|mars|avr(il|\\.)?|mai|juin|juil(let|\\.)?|août|sept(embre|\\.)?|oct(obre|\\.)?|nov(embre|\\.)?|déc(embre|\\.)?";

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = format!(
        "(?i)[0-3]?[0-9](er)? ({MONTH}),? [12][0-9]{{3}}|[0-3]?[0-9][/.][01]?[0-9][/.]([12][0-9])?[0-9]{{2}}|[12][0-9]{{3}}-[01][0-9]-[0-3][0-9]"
    );
    Regex::new(&pattern).expect("a fixed pattern")
});

static CLOCK: LazyLock<Regex> = LazyLock::new(|| Regex::new("[0-2]?[0-9] ?[:h] ?[0-5][0-9]").expect("a fixed pattern"));

/// A line that is a date and little else, or begins with one ("12 mars 2024 - par Anne Roux").
pub fn is_dateline(line: &str) -> bool {
    const AROUND: usize = 60;
    // "3/5/24"
    const DIGITS: usize = 4;
    if line.bytes().filter(u8::is_ascii_digit).take(DIGITS).count() < DIGITS {
        return false;
    }
    let Some(date) = DATE.find(line) else { return false };
    let before = line[..date.start()].trim_end();
    let after = line[date.end()..].trim_start();
    let around = before.len() + after.len();
    around < 24
        || around < AROUND
            && (before.is_empty() && after.starts_with(['-', '–', '—', '|', ','])
                || line.contains('|')
                || before.ends_with([',', '•'])
                // "Le 6 juin 2024 à 14h15, mis à jour le 6 juin 2024 à 15h02"
                || CLOCK.is_match(after))
}

/// A day and nothing else: the heading of a chronology as well as the date of an article.
pub fn is_bare_date(line: &str) -> bool {
    const LONGEST: usize = 32;
    line.len() <= LONGEST && DATE.find(line).is_some_and(|date| date.len() == line.len())
}

/// Names and little else: "Anne Roux", "Anne Roux et Luc Petit (Genève, correspondance)".
pub fn is_signature(line: &str) -> bool {
    let names = line.split(['(', ',']).next().unwrap_or(line).trim_end_matches('.');
    let words: Vec<&str> = names.split_whitespace().collect();
    (2..=8).contains(&words.len())
        && !line.ends_with(['!', '?', '…', ':'])
        && words
            .iter()
            .all(|w| w.starts_with(char::is_uppercase) || matches!(*w, "et" | "de" | "du" | "avec" | "van" | "von" | "ben" | "el"))
}

/// "Par Anne Roux", "Envoyée spéciale à Orsane Anne Roux"
pub fn is_byline(line: &str, words: usize) -> bool {
    let named = |rest: &str| rest.starts_with(char::is_uppercase);
    let by = ["Par ", "par ", "PAR ", "Par : ", "Par: ", "By "].iter().any(|by| line.strip_prefix(by).is_some_and(named));
    let sent = ["Envoyé spécial", "Envoyée spéciale", "De notre correspondant", "De notre envoyé", "Correspondance"];
    words <= 14 && (by && words <= 10 || sent.iter().any(|start| line.starts_with(start)))
}

/// "Temps de lecture : 3 min", "Lecture 8 min."
pub fn is_reading_time(plain: &str, words: usize) -> bool {
    words <= 8
        && (plain.starts_with("temps de lecture")
            || plain.starts_with("lecture ") && plain.contains("min")
            || plain.starts_with("reading time"))
}

/// A picture's credit, alone or after what the picture shows; `signs` tells whether a sign of pictures is on the line.
pub fn is_picture_credit(line: &Line, signs: bool) -> bool {
    let marked = || signs && (line.said().contains('©') || speaks_of_pictures(line.plain()));
    let named = || ["légende :", "image :", "photo de ", "photos de "].iter().any(|start| line.plain().starts_with(start));
    marked() || names_agency(line) || line.words <= 25 && named() || ends_in_credit(line.said(), signs)
}

fn speaks_of_pictures(plain: &str) -> bool {
    ["photo :", "(photo", ", photo ", "photo d'archives", "photo d'illustration", "crédit :", "capture d'écran"]
        .iter()
        .any(|said| plain.contains(said))
}

fn names_agency(line: &Line) -> bool {
    // Few lines end in its letters.
    line.said().trim_end_matches([')', '\u{ad}']).ends_with(['p', 'P', 's', 'S']) && {
        let end = line.plain().trim_end_matches(')');
        [" / afp", " / reuters", " / ap", "/afp", "/reuters"].iter().any(|agency| end.ends_with(agency))
    }
}

/// "… le 3 mai. (Anne Roux/Agence)", "… le 3 mai. JAN KOS POUR « LE JOURNAL »", "… le 3 mai. Photo Anne Roux"
fn ends_in_credit(line: &str, signs: bool) -> bool {
    const LETTERS: usize = 8;
    let line = line.trim_end_matches([' ', '\u{a0}', '.']);
    if let Some((_, inside)) = line.strip_suffix(')').and_then(|l| l.rsplit_once('('))
        && inside.contains('/')
        && inside.split(['/', ' ']).filter(|w| !w.is_empty()).all(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
        && inside.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS
    {
        return true;
    }
    if signs
        && let Some((_, name)) = line.rsplit_once(". Photo ").or_else(|| line.rsplit_once(". Photos "))
        && is_signature(name)
    {
        return true;
    }
    if line.ends_with(char::is_lowercase) {
        return false;
    }
    // The last words in capitals, with a mark of authorship among them.
    let tail = || line.split_whitespace().rev().take_while(|word| !word.chars().any(char::is_lowercase));
    if tail().flat_map(str::chars).filter(|c| c.is_uppercase()).count() < LETTERS {
        return false;
    }
    let tail: Vec<&str> = tail().collect();
    let authored = tail.iter().any(|w| w.contains('/') || matches!(*w, "POUR" | "|" | "VIA" | "FOR"));
    let all = line.split_whitespace().count();
    tail.len() >= 2 && authored && tail.len() < all || all > 6 && tail.iter().any(|w| w.starts_with('('))
}
