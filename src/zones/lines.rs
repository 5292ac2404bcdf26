//! The lines of a text and what each looks like by itself.

use super::{OutletProfile, credits, inline, prompts};
use crate::span::Span;
use memchr::memchr3_iter;

/// A line with letters on it.
pub struct Line {
    /// Without white space at its ends.
    pub span: Span,
    /// Counted from 1, empty lines too.
    pub number: usize,
    /// As prompts are compared; empty for a paragraph.
    pub plain: String,
    pub words: usize,
    pub look: Look,
    /// It ends as sentences do.
    pub ended: bool,
    /// An empty line stands before it.
    pub after_blank: bool,
    /// Prompts inside it, as spans of the text; the look is that of what is left.
    pub prompts: Vec<Span>,
}

/// What a line looks like by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A prompt, a label, a counter: never part of the article.
    Furniture,
    /// A date or a byline.
    Credit,
    /// A notice on cookies or rights.
    Notice,
    /// The legend of a picture.
    Caption,
    /// A full sentence or more.
    Prose,
    /// Anything else: a title, a subheading, a link, a tag.
    Short,
}

/// Lines that most articles do not exceed.
const FEW: usize = 16;
/// Words that make a line prose whatever its end.
const LONG: usize = 30;
/// Words above which a line can only be prose, a notice or a long legend.
const PARAGRAPH: usize = 60;
/// Words that a sentence has at least; one that asks or exclaims, since headlines do, more.
const SENTENCE: usize = 4;
const EXCLAMATION: usize = 6;
/// Words that a prompt with its object has at most ("Lire aussi : …").
const PROMPT: usize = 30;
/// Words that a date or byline has at most.
const CREDIT: usize = 16;

/// The lines of a text, empty ones too; CRLF ends one, not two.
pub fn split(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = &text[start..];
        let length = line_length(rest);
        let ending = if rest[length..].starts_with("\r\n") { 2 } else { rest[length..].chars().next().map_or(0, char::len_utf8) };
        next = (ending > 0).then_some(start + length + ending);
        Some(Span::new(start, start + length))
    })
}

/// Bytes before the next end of a line.
fn line_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_end = |at: &usize| bytes[*at] != 0xe2 || matches!(bytes[at + 1..], [0x80, 0xa8 | 0xa9, ..]);
    memchr3_iter(b'\n', b'\r', 0xe2, bytes).find(is_end).unwrap_or(bytes.len())
}

/// The lines of `text` that hold something.
///
/// `repeated` is what the pages of its outlet are known to repeat.
pub fn lines(text: &str, repeated: Option<&OutletProfile>) -> Vec<Line> {
    let mut lines = Vec::with_capacity(FEW);
    let mut after_blank = true;
    for (at, span) in split(text).enumerate() {
        let part = span.of(text);
        let trimmed = part.trim();
        if trimmed.is_empty() {
            after_blank = true;
        } else {
            let from = span.start + (part.len() - part.trim_start().len());
            lines.push(line(trimmed, from, at + 1, after_blank, repeated));
            after_blank = false;
        }
    }
    lines
}

fn line(trimmed: &str, from: usize, number: usize, after_blank: bool, repeated: Option<&OutletProfile>) -> Line {
    let span = Span::new(from, from + trimmed.len());
    let read = |said: &str, prompts: Vec<Span>| {
        let words = count_words(said);
        // Nobody compares the letters of a paragraph.
        let plain = if words > PARAGRAPH { String::new() } else { prompts::plain(said) };
        let ended = said.trim_end_matches(['»', '"', '”', ')', ' ', '\u{a0}', ']']).ends_with(['.', '!', '?', '…']);
        let look = look(said, &plain, words, ended);
        Line { span, number, plain, words, look, ended, after_blank, prompts }
    };
    let mut whole = read(trimmed, Vec::new());
    if repeated.is_some_and(|outlet| outlet.has_line(trimmed)) {
        whole.look = Look::Furniture;
    }
    if matches!(whole.look, Look::Furniture | Look::Credit | Look::Notice) {
        return whole;
    }
    let mut prompts = inline::prompts(trimmed);
    if let Some(outlet) = repeated {
        outlet.cut(trimmed, &mut prompts);
    }
    if prompts.is_empty() {
        return whole;
    }
    let prompts = union(prompts);
    let (mut said, mut at) = (String::with_capacity(trimmed.len()), 0);
    for prompt in &prompts {
        said.push_str(&trimmed[at..prompt.start]);
        at = prompt.end;
    }
    said.push_str(&trimmed[at..]);
    let prompts = prompts.iter().map(|prompt| Span::new(prompt.start + from, prompt.end + from)).collect();
    let mut rest = read(said.trim(), prompts);
    // "Vu sur Untel TV : un titre" goes with its label; a question of an interview stays without it.
    let labelled = rest.prompts.first().is_some_and(|first| first.start == span.start && trimmed[..first.len()].trim_end().ends_with(':'));
    if rest.words == 0 || labelled && rest.look == Look::Short {
        rest.look = Look::Furniture;
    }
    rest
}

/// The same bytes as spans that are sorted and do not overlap.
fn union(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    spans.dedup_by(|next, last| {
        let joined = next.start <= last.end;
        if joined {
            last.end = last.end.max(next.end);
        }
        joined
    });
    spans
}

/// By byte, whether a word begins with it at the latest (bit 0), and goes on over it (bit 1): no white space, which ends words; a letter, a digit, a
/// part of one beyond ASCII, without which there is none.
const PARTS: [u8; 256] = {
    let mut parts = [0b11; 256];
    let mut byte = 0;
    while byte < 128 {
        let c = byte as u8;
        if c.is_ascii_whitespace() {
            parts[byte] = 0;
        } else if !c.is_ascii_alphanumeric() {
            parts[byte] = 0b10;
        }
        byte += 1;
    }
    parts
};

/// Words of a line, as far as anyone asks: stretches between spaces with a letter or a digit.
fn count_words(line: &str) -> usize {
    const PIECE: usize = 64;
    let (mut words, mut inside) = (0, 0);
    for piece in line.as_bytes().chunks(PIECE) {
        // Without branches, which words would not let anybody foresee.
        for byte in piece {
            let part = PARTS[usize::from(*byte)];
            let now = inside & part >> 1 | part & 1;
            words += usize::from(now & !inside);
            inside = now;
        }
        if words > PARAGRAPH {
            return PARAGRAPH + 1;
        }
    }
    words
}

fn look(line: &str, plain: &str, words: usize, ended: bool) -> Look {
    if words > PARAGRAPH {
        return if prompts::is_notice(line, true) { Look::Notice } else { Look::Prose };
    }
    let dated = !ended && (credits::is_dateline(line) || credits::is_byline(line, words));
    if words <= CREDIT && (dated || credits::is_reading_time(plain, words)) {
        return Look::Credit;
    }
    if is_furniture(line, plain, words, ended) {
        return Look::Furniture;
    }
    if prompts::is_notice(line, words >= LONG) {
        return Look::Notice;
    }
    if credits::is_picture_credit(line, plain, words) {
        return Look::Caption;
    }
    let asks = line.trim_end_matches(['»', '"', '”', ')', ' ', '\u{a0}']).ends_with(['?', '!']);
    if words >= LONG || ended && words >= if asks { EXCLAMATION } else { SENTENCE } {
        return Look::Prose;
    }
    Look::Short
}

fn is_furniture(line: &str, plain: &str, words: usize, ended: bool) -> bool {
    const FORM: usize = 14;
    if words == 0 || !line.chars().any(char::is_alphabetic) {
        return true;
    }
    // "Publié le 3 mai par l'institut, le rapport accuse…" is a sentence.
    let dated = ["publié", "mis à jour", "mise à jour", "modifié", "posté"].iter().any(|word| plain.starts_with(word));
    if prompts::is_whole(plain) || (words <= PROMPT && prompts::starts(plain) && !(dated && ended)) {
        return true;
    }
    if words <= FORM && (!ended || words <= SENTENCE) && prompts::has_form(plain) {
        return true;
    }
    if words <= PROMPT && glued_prompt(line).is_some() {
        return true;
    }
    // A trail of sections: "Accueil > Monde > Asie".
    if !ended && words <= 12 && (line.contains(" > ") || line.contains(" › ") || line.contains(" » ") && !line.contains('«')) {
        return true;
    }
    // A section and how many articles it holds: "Reprise des pourparlers (25)".
    !ended && words <= 16 && counted_label(line)
}

/// "À lire aussiLe titre d'un autre article": the prompt that a small letter and a capital part from what follows.
pub fn glued_prompt(line: &str) -> Option<&str> {
    const PROMPT_BYTES: usize = 40;
    let mut before = ' ';
    for (at, c) in line.char_indices().take_while(|(at, _)| *at < PROMPT_BYTES) {
        if before.is_lowercase() && c.is_uppercase() {
            let head = prompts::plain(&line[..at]);
            return (head.chars().count() > 3 && prompts::is_whole(&head)).then_some(&line[..at]);
        }
        before = c;
    }
    None
}

fn counted_label(line: &str) -> bool {
    line.strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
        .is_some_and(|(_, n)| !n.is_empty() && n.len() <= 3 && n.bytes().all(|b| b.is_ascii_digit()))
}
