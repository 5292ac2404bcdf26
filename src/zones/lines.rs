//! The lines of a text and what each looks like by itself.

use super::signs::{Found, Signs};
use super::{OutletProfile, credits, inline, prompts, words};
use crate::span::Span;
use memchr::memchr3_iter;
use std::borrow::Cow;
use std::cell::OnceCell;

/// A line with letters on it.
pub struct Line<'t> {
    /// Without white space at its ends.
    pub span: Span,
    /// Counted from 1, empty lines too.
    pub number: usize,
    /// [`MANY`] at most.
    pub words: usize,
    pub look: Look,
    /// It ends as sentences do.
    pub ended: bool,
    /// An empty line stands before it.
    pub after_blank: bool,
    /// Prompts inside it, as spans of the text; all else is of what is left.
    pub prompts: Vec<Span>,
    said: Cow<'t, str>,
    /// It has too many words for a prompt, a date or a label.
    long: bool,
    plain: OnceCell<String>,
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
/// How far words are counted: of more, all that is asked is whether they are a paragraph.
const MANY: usize = PROMPT + 1;
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
pub fn lines<'t>(text: &'t str, repeated: Option<&OutletProfile>) -> Vec<Line<'t>> {
    let signs = Signs::of(text);
    let mut lines = Vec::with_capacity(FEW);
    let mut after_blank = true;
    for (at, span) in split(text).enumerate() {
        let part = span.of(text);
        let begun = part.trim_start();
        let trimmed = begun.trim_end();
        if trimmed.is_empty() {
            after_blank = true;
        } else {
            let from = span.start + (part.len() - begun.len());
            let span = Span::new(from, from + trimmed.len());
            let found = signs.within(span);
            let whole = Line::read(Cow::Borrowed(trimmed), found, span, at + 1, after_blank);
            lines.push(without_prompts(whole, trimmed, found, repeated));
            after_blank = false;
        }
    }
    lines
}

/// The line with what pages put into it set aside.
fn without_prompts<'t>(mut whole: Line<'t>, trimmed: &str, found: Found, repeated: Option<&OutletProfile>) -> Line<'t> {
    if repeated.is_some_and(|outlet| outlet.has_line(trimmed)) {
        whole.look = Look::Furniture;
    }
    if matches!(whole.look, Look::Furniture | Look::Credit | Look::Notice) {
        return whole;
    }
    let mut prompts = if found.prompt { inline::prompts(trimmed) } else { Vec::new() };
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
    let said = said.trim().to_owned();
    let found = Signs::of(&said).within(Span::new(0, said.len()));
    let mut rest = Line::read(Cow::Owned(said), found, whole.span, whole.number, whole.after_blank);
    // "Vu sur Untel TV : un titre" goes with its label; a question of an interview stays without it.
    let labelled = prompts.first().is_some_and(|first| first.start == 0 && trimmed[..first.end].trim_end().ends_with(':'));
    if rest.words == 0 || labelled && rest.look == Look::Short {
        rest.look = Look::Furniture;
    }
    let from = whole.span.start;
    rest.prompts = prompts.iter().map(|prompt| Span::new(prompt.start + from, prompt.end + from)).collect();
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

impl<'t> Line<'t> {
    fn read(said: Cow<'t, str>, found: Found, span: Span, number: usize, after_blank: bool) -> Self {
        let words = words::count(&said, MANY);
        let ended = said.trim_end_matches(['»', '"', '”', ')', ' ', '\u{a0}', ']']).ends_with(['.', '!', '?', '…']);
        let long = words == MANY && !found.hyphen && prompts::is_longer(&said);
        let (look, prompts, plain) = (Look::Short, Vec::new(), OnceCell::new());
        let mut line = Self { span, number, words, look, ended, after_blank, prompts, said, long, plain };
        line.look = line.look(found);
        line
    }

    /// As it stands.
    pub fn said(&self) -> &str {
        &self.said
    }

    /// As prompts are compared; empty for a paragraph, whose letters nobody compares.
    pub fn plain(&self) -> &str {
        self.plain.get_or_init(|| if self.is_paragraph() { String::new() } else { prompts::plain(&self.said) })
    }

    /// The same where it may be a prompt, a date or a label as a whole, else nothing.
    pub fn brief(&self) -> &str {
        if self.long { "" } else { self.plain() }
    }

    /// Its plain form is this.
    pub fn reads(&self, plain: &str) -> bool {
        if self.long && !plain.is_empty() {
            return prompts::letters(&self.said).eq(plain.chars()) && !self.is_paragraph();
        }
        self.plain() == plain
    }

    /// What follows this at the head of its plain form.
    pub fn behind(&self, start: &str) -> Option<&str> {
        if prompts::begins(&self.said, start) { self.plain().strip_prefix(start) } else { None }
    }

    /// It announces readers' comments, or says that the rest is for subscribers.
    pub fn ends_article(&self) -> bool {
        prompts::may_end_article(&self.said) && prompts::ends_article(self.plain())
    }

    /// All its words, as far as anyone asks.
    pub fn all_words(&self) -> usize {
        if self.words < MANY { self.words } else { words::count(&self.said, PARAGRAPH + 1) }
    }

    fn is_paragraph(&self) -> bool {
        self.all_words() > PARAGRAPH
    }

    fn look(&self, found: Found) -> Look {
        let (line, words) = (self.said(), self.words);
        let dated = || !self.ended && (credits::is_dateline(line) || credits::is_byline(line, words));
        if words <= CREDIT && (dated() || credits::is_reading_time(self.plain(), words)) {
            return Look::Credit;
        }
        // A paragraph can only be prose or a notice.
        if self.is_furniture() && !self.is_paragraph() {
            return Look::Furniture;
        }
        let is_notice = if words >= LONG { found.notice && prompts::is_notice(line, true) } else { prompts::is_notice(line, false) };
        if is_notice {
            return Look::Notice;
        }
        if credits::is_picture_credit(self, found.picture) && !self.is_paragraph() {
            return Look::Caption;
        }
        let asks = || line.trim_end_matches(['»', '"', '”', ')', ' ', '\u{a0}']).ends_with(['?', '!']);
        if words >= LONG || self.ended && words >= if asks() { EXCLAMATION } else { SENTENCE } {
            return Look::Prose;
        }
        Look::Short
    }

    fn is_furniture(&self) -> bool {
        const FORM: usize = 14;
        let (line, words, ended) = (self.said(), self.words, self.ended);
        if words == 0 || !line.chars().any(char::is_alphabetic) || prompts::is_whole(self.brief()) {
            return true;
        }
        if words > PROMPT {
            return false;
        }
        let plain = self.plain();
        // "Publié le 3 mai par l'institut, le rapport accuse…" is a sentence.
        let dated = || ["publié", "mis à jour", "mise à jour", "modifié", "posté"].iter().any(|word| plain.starts_with(word));
        if prompts::starts(plain) && !(ended && dated()) {
            return true;
        }
        if words <= FORM && (!ended || words <= SENTENCE) && prompts::has_form(plain) {
            return true;
        }
        if glued_prompt(line).is_some() {
            return true;
        }
        // A trail of sections: "Accueil > Monde > Asie".
        if !ended && words <= 12 && (line.contains(" > ") || line.contains(" › ") || line.contains(" » ") && !line.contains('«')) {
            return true;
        }
        // A section and how many articles it holds: "Reprise des pourparlers (25)".
        !ended && words <= 16 && counted_label(line)
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What lines are made of here: words, and all that something is asked of.
    const PARTS: &[&str] = &[
        "le pont",
        "la rive et le marché",
        "Orsane",
        "mardi",
        "x",
        "3",
        "12 mars 2024",
        ".",
        ". ",
        ", ",
        " : ",
        ":",
        "…",
        "›",
        "»",
        "« ",
        "(",
        ")",
        "[",
        "]",
        "/",
        "\u{ad}",
        "\u{a0}",
        "’",
        "Lire",
        "lire ",
        "(à lire",
        "Relire",
        "VOIR",
        "Écouter",
        "ÉCOUTER",
        " aussi",
        " AUSSI ",
        " également",
        " EGALEMENT",
        " notre enquête",
        "photo",
        "Photo : ",
        ". Photo ",
        "(PHOTO",
        "Photo d’illustration",
        "Crédit\u{a0}:",
        "CRÉDIT :",
        "capture d’écran",
        "©",
        " / AFP",
        "/Reuters",
        "JAN KOS POUR LE JOURNAL",
        "cookies",
        "COOKIES",
        "Votre consentement",
        "consentez",
        "après impôts",
        "Il vous reste",
        "les commentaires",
        "Sur le même sujet",
        "Tags",
        "Répondre",
        "Par Anne Roux",
    ];

    fn said() -> impl Strategy<Value = String> {
        let part = prop::sample::select(PARTS).prop_map(|part| format!("{part} "));
        let parts = prop::collection::vec(prop_oneof![part, prop::sample::select(PARTS).prop_map(str::to_owned)], 1..90);
        parts.prop_map(|parts| parts.concat().trim().to_owned()).prop_filter("a line with something on it", |said| !said.is_empty())
    }

    fn read(said: &str, found: Found) -> Line<'_> {
        Line::read(Cow::Borrowed(said), found, Span::new(0, said.len()), 1, true)
    }

    proptest! {
        #[test]
        fn what_is_not_asked_would_not_have_been_found(before in said(), said in said()) {
            let text = format!("{before}\n{said}");
            let found = Signs::of(&text).within(Span::new(text.len() - said.len(), text.len()));
            let (quick, full) = (read(&said, found), read(&said, Found { notice: true, picture: true, prompt: true, hyphen: true }));
            prop_assert_eq!(quick.look, full.look);
            prop_assert!(found.prompt || inline::prompts(&said).is_empty());
            let plain = full.plain();
            prop_assert_eq!(plain.is_empty(), words::count(&said, PARAGRAPH + 1) > PARAGRAPH || prompts::plain(&said).is_empty());
            prop_assert_eq!(prompts::opens_list(quick.brief()), prompts::opens_list(plain));
            prop_assert_eq!(credits::is_bare_date(quick.brief()), credits::is_bare_date(plain));
            prop_assert_eq!(quick.ends_article(), prompts::ends_article(plain));
            let start: String = plain.chars().take(9).collect();
            for other in [plain, &start, "le pont"] {
                prop_assert_eq!(quick.reads(other), plain == other);
                prop_assert_eq!(quick.behind(other), plain.strip_prefix(other));
            }
        }
    }
}
