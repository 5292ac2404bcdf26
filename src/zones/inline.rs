//! Prompts inside a paragraph: a link to another article that the page put between two sentences of a line.

use crate::span::Span;
use memchr::memchr2_iter;
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
    // Most paragraphs say nothing of the kind.
    if !memchr2_iter(b'r', b'R', line.as_bytes()).any(|at| may_prompt(line, at)) {
        return Vec::new();
    }
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

/// True where a verb of both patterns may end at the `r` of this place, with what they want behind it: "lire", "voir", "écouter".
fn may_prompt(line: &str, r: usize) -> bool {
    let (before, behind) = (&line.as_bytes()[..r], &line.as_bytes()[r + 1..]);
    let ends = |end: &[u8]| before.len() >= end.len() && before[before.len() - end.len()..].eq_ignore_ascii_case(end);
    let rest = match behind.first() {
        Some(b'e' | b'E') if ends(b"i") => &line[r + 2..],
        _ if ends(b"oi") || ends(b"ute") => &line[r + 1..],
        _ => return false,
    };
    let said = rest.strip_prefix(char::is_whitespace).unwrap_or(rest);
    said.starts_with(':') || said.len() < rest.len() && said.starts_with(['a', 'A', 'é', 'É', 'E', 'n', 'N'])
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
