//! Prompts inside a paragraph: a link to another article that the page put between two sentences of a line.

use crate::span::Span;
use regex::Regex;
use std::sync::LazyLock;

/// Characters of a title in brackets, and of what a prompt may say of it ("Lire aussi notre enquête : …"), at most.
const TITLE: usize = 200;
const ABOUT: usize = 40;

/// In brackets: "(lire aussi notre enquête : …)", "[À LIRE : …]".
static BRACKETED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[(\[]\s?(?i:[àa] )?(?i:lire|relire|voir|écouter)(?: (?i:aussi|également|notre|nos)\b|\s?:)(?P<title>[^()\[\]]*)[)\]]")
        .expect("a fixed pattern")
});

/// After a sentence or an arrow, with a capital: "Lire aussi", "Lire :".
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:^|[.!?…»)\]]\s*|[>→►▶➡]+\s*)(?P<prompt>(?:[>→►▶➡]+\s*)?(?:[ÀA] )?(?:[Ll]ire|[Rr]elire|[Vv]oir|[ÉéEe]couter|LIRE|VOIR|RELIRE|ÉCOUTER)(?:(?P<also>\s(?:aussi|également|AUSSI|ÉGALEMENT|EGALEMENT))|\s?:))",
    )
    .expect("a fixed pattern")
});

/// The prompts in a line, as spans of it, in no order.
pub fn prompts(line: &str) -> Vec<Span> {
    let in_brackets = BRACKETED.captures_iter(line).filter(|prompt| prompt["title"].chars().count() <= TITLE);
    let mut found: Vec<Span> = in_brackets.filter_map(|prompt| Some(Span::from(prompt.get(0)?.range()))).collect();
    let mut at = 0;
    while let Some(captures) = BARE.captures_at(line, at)
        && let Some(head) = captures.name("prompt")
    {
        let prompt = Span::new(head.start(), head.end() + rest_of_prompt(&line[head.end()..], captures.name("also").is_some()));
        let said = prompt.of(line);
        // Without a colon only a capital right after, as where a page glues the link's title on.
        let announced = said.trim_end().ends_with(':') || line[prompt.end..].starts_with(|c: char| c.is_uppercase() || c == '«');
        let is_new = !found.iter().any(|span| span.overlaps(&prompt));
        at = prompt.end;
        if announced && is_new && said.starts_with(|c: char| !c.is_lowercase()) {
            let end = at + title_end(&line[at..]);
            found.push(Span::new(prompt.start, end));
            at = end;
        }
    }
    found
}

/// False where no match of the patterns has its bracket, its colon, its "aussi" or the "galement" of its "également" at this place.
pub fn may_prompt(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at(at);
    match behind.as_bytes().first() {
        Some(b'(' | b'[') => {
            let inside = &behind[1..];
            let inside = inside.strip_prefix(char::is_whitespace).unwrap_or(inside);
            let said = inside.strip_prefix(['à', 'À', 'a', 'A']).and_then(|rest| rest.strip_prefix(' ')).unwrap_or(inside);
            let heard = said.strip_prefix(['é', 'É']).is_some_and(|rest| begins_with(rest, "couter"));
            heard || ["lire", "relire", "voir"].iter().any(|verb| begins_with(said, verb))
        }
        Some(b':') => ends_in_verb(before.strip_suffix(char::is_whitespace).unwrap_or(before)),
        Some(b'a' | b'A') => before.strip_suffix(char::is_whitespace).is_some_and(ends_in_verb),
        _ => before.strip_suffix(['é', 'É', 'E']).and_then(|before| before.strip_suffix(char::is_whitespace)).is_some_and(ends_in_verb),
    }
}

fn begins_with(text: &str, word: &str) -> bool {
    text.as_bytes().get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
}

fn ends_in_verb(text: &str) -> bool {
    let bytes = text.as_bytes();
    let ends = |verb: &str| bytes.len() >= verb.len() && bytes[bytes.len() - verb.len()..].eq_ignore_ascii_case(verb.as_bytes());
    ["lire", "voir", "couter"].iter().any(|verb| ends(verb))
}

/// Bytes of a prompt behind its first words: after "aussi" what it says of the title and a colon, then white space.
fn rest_of_prompt(rest: &str, also: bool) -> usize {
    let mut end = 0;
    if also {
        let about = rest.chars().take(ABOUT).take_while(|c| !matches!(c, ':' | '.' | '!' | '?' | '«') && !c.is_uppercase());
        end = about.map(char::len_utf8).sum();
        let unspaced = rest[end..].strip_prefix(char::is_whitespace).unwrap_or(&rest[end..]);
        if let Some(behind) = unspaced.strip_prefix(':') {
            end = rest.len() - behind.len();
        }
    }
    rest.len() - rest[end..].trim_start().len()
}

/// Where the title after a prompt ends: its guillemets, its full stop, or a capital glued to a small letter.
fn title_end(rest: &str) -> usize {
    if rest.starts_with('«')
        && let Some(close) = rest.find('»')
    {
        return close + '»'.len_utf8();
    }
    let mut before = ' ';
    let mut stopped = None;
    for (at, c) in rest.char_indices() {
        if let Some(stop) = stopped {
            if c == '<' || c == '←' {
                return at + rest[at..].len() - rest[at..].trim_start_matches(['<', '←']).len();
            }
            if c.is_uppercase() || c == '«' {
                return stop;
            }
            if !c.is_whitespace() && !matches!(c, '.' | '!' | '?' | '…') {
                stopped = None;
            }
        }
        if before.is_lowercase() && c.is_uppercase() {
            return at;
        }
        if matches!(c, '.' | '!' | '?' | '…') {
            stopped = Some(at + c.len_utf8());
        }
        before = c;
    }
    rest.len()
}
