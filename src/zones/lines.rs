//! The lines of a text and what each looks like by itself.

use super::prompts;
use crate::span::Span;
use regex::Regex;
use std::sync::LazyLock;

/// A line with letters on it.
pub struct Line {
    /// Without white space at its ends.
    pub span: Span,
    /// As prompts are compared; empty for a paragraph.
    pub plain: String,
    pub words: usize,
    pub look: Look,
    /// An empty line stands before it.
    pub after_blank: bool,
}

/// What a line looks like by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A prompt, a label, a counter, a date or a byline: never part of the article.
    Furniture,
    /// A notice on cookies or rights.
    Notice,
    /// The legend of a picture.
    Caption,
    /// A full sentence or more.
    Prose,
    /// Anything else: a title, a subheading, a link, a tag.
    Short,
}

/// Words that make a line prose whatever its end.
const LONG: usize = 30;
/// Words above which a line can only be prose or a notice.
const PARAGRAPH: usize = 40;
/// Words that a sentence has at least.
const SENTENCE: usize = 6;
/// Words that a prompt with its object has at most ("Lire aussi : …").
const PROMPT: usize = 30;
/// Words that a date or byline has at most.
const CREDIT: usize = 14;

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let month = "janv(ier|\\.)?|févr(ier|\\.)?|mars|avr(il|\\.)?|mai|juin|juil(let|\\.)?|août|sept(embre|\\.)?|oct(obre|\\.)?|nov(embre|\\.)?|déc(embre|\\.)?";
    let pattern = format!(
        "(?i)[0-3]?[0-9](er)? ({month}),? [12][0-9]{{3}}|[0-3]?[0-9]/[01]?[0-9]/([12][0-9])?[0-9]{{2}}|[12][0-9]{{3}}-[01][0-9]-[0-3][0-9]"
    );
    Regex::new(&pattern).expect("a fixed pattern")
});

/// The lines of `text` that hold something.
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut after_blank = true;
    for part in text.split(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let trimmed = part.trim();
        if trimmed.is_empty() {
            // CRLF gives an empty part of its own between the two.
            after_blank |= !text[..start].ends_with('\r') || !text[start..].starts_with('\n');
        } else {
            let from = start + (part.len() - part.trim_start().len());
            let words = count_words(trimmed);
            // Nobody compares the letters of a paragraph.
            let plain = if words > PARAGRAPH { String::new() } else { prompts::plain(trimmed) };
            let look = look(trimmed, &plain, words);
            lines.push(Line { span: Span::new(from, from + trimmed.len()), plain, words, look, after_blank });
            after_blank = false;
        }
        start += part.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
    lines
}

/// Words of a line, as far as anyone asks: stretches between spaces with a letter or a digit.
fn count_words(line: &str) -> usize {
    let (mut words, mut inside) = (0, false);
    for byte in line.bytes() {
        if byte.is_ascii_whitespace() {
            inside = false;
        } else if !inside && (byte.is_ascii_alphanumeric() || byte >= 0x80) {
            inside = true;
            words += 1;
            if words > PARAGRAPH {
                break;
            }
        }
    }
    words
}

fn look(line: &str, plain: &str, words: usize) -> Look {
    let ended = line.trim_end_matches(['»', '"', '”', ')', ' ', '\u{a0}', ']']).ends_with(['.', '!', '?', '…']);
    if prompts::is_notice(line) && (words < LONG || line.contains("cookies") || line.contains("consent")) {
        return Look::Notice;
    }
    if words > PARAGRAPH {
        return Look::Prose;
    }
    if is_furniture(line, plain, words, ended) {
        return Look::Furniture;
    }
    if is_caption(line, plain, words) {
        return Look::Caption;
    }
    if words >= LONG || (ended && words >= SENTENCE) {
        return Look::Prose;
    }
    Look::Short
}

fn is_furniture(line: &str, plain: &str, words: usize, ended: bool) -> bool {
    if words == 0 || !line.chars().any(char::is_alphabetic) {
        return true;
    }
    // "Publié le 3 mai par l'institut, le rapport accuse…" is a sentence.
    let dated = ["publié", "mis à jour", "mise à jour", "modifié", "posté"].iter().any(|word| plain.starts_with(word));
    if prompts::is_whole(plain) || (words <= PROMPT && prompts::starts(plain) && !(dated && ended)) {
        return true;
    }
    // "Suivez Untel sur Telegram", however it is glued.
    if words <= 10 && plain.starts_with("suivez ") && plain.contains(" sur") {
        return true;
    }
    // A trail of sections: "Accueil > Monde > Asie".
    if !ended && words <= 12 && (line.contains(" > ") || line.contains(" › ") || line.contains(" » ") && !line.contains('«')) {
        return true;
    }
    // A section and how many articles it holds: "Reprise des pourparlers (25)".
    if !ended && words <= 16 && counted_label(line) {
        return true;
    }
    words <= CREDIT && !ended && (is_dateline(line) || is_byline(line, words))
}

fn counted_label(line: &str) -> bool {
    line.strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
        .is_some_and(|(_, n)| !n.is_empty() && n.len() <= 3 && n.bytes().all(|b| b.is_ascii_digit()))
}

/// A line that is a date and little else, or begins with one ("12 mars 2024 - par Anne Roux").
fn is_dateline(line: &str) -> bool {
    const AROUND: usize = 60;
    DATE.find(line).is_some_and(|date| {
        let before = line[..date.start()].trim_end();
        let after = line[date.end()..].trim_start();
        let around = before.len() + after.len();
        around < 24
            || around < AROUND
                && (before.is_empty() && after.starts_with(['-', '–', '—', '|', ',']) || line.contains('|') || before.ends_with(','))
    })
}

/// Names and little else: "Anne Roux", "Anne Roux et Luc Petit (Genève, correspondance)".
pub fn is_signature(line: &str) -> bool {
    let names = line.split(['(', ',']).next().unwrap_or(line);
    let words: Vec<&str> = names.split_whitespace().collect();
    (2..=8).contains(&words.len())
        && !line.ends_with(['.', '!', '?', '…', ':'])
        && words
            .iter()
            .all(|w| w.starts_with(char::is_uppercase) || matches!(*w, "et" | "de" | "du" | "avec" | "van" | "von" | "ben" | "el"))
}

/// "Par Anne Roux", "Anne Roux, envoyée spéciale"
fn is_byline(line: &str, words: usize) -> bool {
    let Some(name) = line.strip_prefix("Par ").or_else(|| line.strip_prefix("par ")).or_else(|| line.strip_prefix("PAR ")) else {
        return false;
    };
    words <= 10 && name.starts_with(char::is_uppercase)
}

fn is_caption(line: &str, plain: &str, words: usize) -> bool {
    let credited = line.contains('©')
        || plain.contains("photo :")
        || plain.contains("(photo")
        || plain.contains(", photo ")
        || plain.contains("crédit :");
    let agency = words <= 40 && [" / afp", " / reuters", " / ap", "/afp", "/reuters"].iter().any(|a| plain.ends_with(a));
    credited || agency || line.starts_with('•') && words <= 25 || plain.starts_with("légende :") || plain.starts_with("image :")
}
