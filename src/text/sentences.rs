//! Where sentences end: own rules, since line breaks always end one and titles have no full stop.

use super::document::Token;
use super::tokenizer::Kind;
use crate::span::Span;

/// A line of a text.
#[derive(Clone, Copy)]
pub struct Line<'t> {
    text: &'t str,
    start: usize,
}

impl<'t> Line<'t> {
    pub fn new(text: &'t str, line: Span) -> Self {
        Self { text: &text[..line.end], start: line.start }
    }

    fn of(self, token: &Token) -> &'t str {
        token.span.of(self.text)
    }

    /// From a place on to its end.
    fn from(self, at: usize) -> &'t str {
        &self.text[at..]
    }

    /// Up to a place.
    fn before(self, at: usize) -> &'t str {
        &self.text[self.start..at]
    }
}

/// Tokens that a sentence has at most: what is longer is a list or no language, and readings that look from each word to the end would take hours.
const LONGEST: usize = 1000;

/// Calls `emit` with the token range of each sentence of one line.
pub fn split(line: Line, tokens: &[Token], mut emit: impl FnMut(usize, usize)) {
    let mut first = 0;
    let mut at = 0;
    // Straight quotes look alike: an odd one opens, an even one closes.
    let mut straight = 0usize;
    while at < tokens.len() {
        if at - first >= LONGEST {
            emit(first, at);
            first = at;
        }
        let token = &tokens[at];
        at += 1;
        match token.kind {
            Kind::Word | Kind::Number | Kind::Comma => continue,
            Kind::Quote => {
                straight = after_mark(line, token, straight);
                continue;
            }
            Kind::Mark => {
                if begins_after_bracket(line, tokens, at) || ends_heading(line, &tokens[first..at], tokens.get(at)) {
                    emit(first, at);
                    first = at;
                }
                continue;
            }
            Kind::Stop => {}
        }
        while at < tokens.len() && (tokens[at].kind == Kind::Stop || closes(line, &tokens[at], straight)) {
            straight = after_mark(line, &tokens[at], straight);
            at += 1;
        }
        if at < tokens.len() && begins_sentence(line, tokens, at, line.of(token)) {
            emit(first, at);
            first = at;
        }
    }
    if first < tokens.len() {
        emit(first, tokens.len());
    }
}

fn is_straight(line: Line, token: &Token) -> bool {
    token.kind == Kind::Quote && line.of(token) == "\""
}

/// Words that, with a capital and a small letter after them, begin a sentence whatever stands before.
const OPENERS: [&str; 30] = [
    "Le", "La", "Les", "L'", "L’", "Un", "Une", "Des", "Il", "Elle", "Ils", "Elles", "On", "Nous", "Vous", "Je", "J'", "Ce", "Cette",
    "Ces", "Son", "Sa", "Ses", "Leur", "Leurs", "En", "Par", "Pour", "Mais", "Dans",
];

/// A heading or an agency's mark in brackets has no full stop: "VALBRUNE (Agence) La mairie a promis…".
fn begins_after_bracket(line: Line, tokens: &[Token], at: usize) -> bool {
    let part = |at: usize| tokens.get(at).map_or("", |token| line.of(token));
    let parted = tokens.get(at).is_some_and(|next| tokens[at - 1].span.end < next.span.start);
    parted && part(at - 1) == ")" && OPENERS.contains(&part(at)) && part(at + 1).starts_with(char::is_lowercase)
}

/// The dash that ends a heading set in a paragraph, as agencies do: "- Fuite de civils -En plus de".
fn ends_heading(line: Line, sentence: &[Token], next: Option<&Token>) -> bool {
    let dash = |token: &Token| line.of(token) == "-";
    let (Some(first), Some(last), Some(next)) = (sentence.first(), sentence.last(), next) else { return false };
    sentence.len() > 2 && dash(first) && dash(last) && last.span.end == next.span.start && line.of(next).starts_with(char::is_uppercase)
}

/// Straight marks so far, once this token is read. One that clings to a word tells by itself whether it opens or closes, which mends the count after
/// one that nobody closed.
fn after_mark(line: Line, token: &Token, straight: usize) -> usize {
    if !is_straight(line, token) {
        return straight;
    }
    match clings(line, token) {
        (false, true) => 1,
        (true, false) => 0,
        _ => straight + 1,
    }
}

/// Whether something stands right before the token, and right after it.
fn clings(line: Line, token: &Token) -> (bool, bool) {
    let solid = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    (solid(line.before(token.span.start).chars().next_back()), solid(line.from(token.span.end).chars().next()))
}

/// True for a mark that belongs to the sentence just ended.
fn closes(line: Line, token: &Token, straight: usize) -> bool {
    match line.of(token) {
        "»" | "”" | "›" | ")" | "]" => true,
        "\"" => match clings(line, token) {
            (false, true) => false,
            (true, false) => true,
            _ => straight % 2 == 1,
        },
        _ => false,
    }
}

/// A full stop after a long word and before a space is no abbreviation, so that who writes without capitals still writes sentences.
fn after_long_word(line: Line, tokens: &[Token], at: usize) -> bool {
    const LONG: usize = 6;
    let Some(word) = at.checked_sub(2).map(|before| &tokens[before]) else { return false };
    let stop = &tokens[at - 1];
    let letters = line.of(word);
    word.span.end == stop.span.start
        && stop.span.end < tokens[at].span.start
        && letters.chars().count() >= LONG
        && letters.chars().all(char::is_lowercase)
}

/// True where the token after a full stop can open a sentence.
fn begins_sentence(line: Line, tokens: &[Token], at: usize, stop: &str) -> bool {
    let next = &tokens[at];
    let surface = line.of(next);
    match next.kind {
        Kind::Word if stop == "." && after_long_word(line, tokens, at) => true,
        Kind::Word => surface.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase),
        // "3.5" never comes here; "n°. 5" and "… 12 morts" after an ellipsis do not open a sentence.
        Kind::Number => stop != "…",
        Kind::Quote => tokens.get(at + 1).is_some_and(|after| {
            let word = line.of(after);
            after.kind == Kind::Number || word.starts_with(char::is_uppercase) || word.starts_with(['[', '('])
        }),
        // "J.-P. Untel", but "hostilités.- Fuite de civils -"
        Kind::Mark if surface == "-" && next.span.start == tokens[at - 1].span.end => {
            tokens.get(at + 1).is_some_and(|after| after.span.start > next.span.end && line.of(after).starts_with(char::is_uppercase))
        }
        Kind::Mark => matches!(surface, "(" | "[" | "-" | "–" | "—" | "•" | "--"),
        Kind::Comma | Kind::Stop => false,
    }
}

#[cfg(test)]
mod tests {
    use super::LONGEST;
    use crate::text::{Document, Forms};

    /// What reads a sentence from each of its words to its end takes time in proportion to the page.
    #[test]
    fn no_line_is_a_sentence_without_end() {
        let forms = Forms::plain();
        for part in ["ville ", "« ", "« a “b\" 'c ", "1, 2, ", "mot( "] {
            let text = format!("Les rebelles. {}", part.repeat(5 * LONGEST));
            let document = Document::new(&text, &[], &forms);
            assert!(document.sentences.iter().all(|sentence| sentence.tokens.len() <= LONGEST), "{part}");
            let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
            assert_eq!(document.words(), words, "{part}");
        }
    }
}
