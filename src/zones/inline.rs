//! Prompts inside a paragraph: a link to another article that the page put between two sentences of a line.

use crate::span::Span;
use regex::Regex;
use std::sync::LazyLock;

/// In brackets: "(lire aussi notre enquête : …)", "[À LIRE : …]".
static BRACKETED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[(\[]\s?(?i:[àa] )?(?i:lire|relire|voir|écouter)(?: (?i:aussi|également|notre|nos)\b|\s?:)[^()\[\]]{0,200}[)\]]")
        .expect("a fixed pattern")
});

/// After a sentence or an arrow, with a capital: "Lire aussi : …".
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:^|[.!?…»)\]]\s*|[>→►▶➡]+\s*)(?P<prompt>(?:[>→►▶➡]+\s*)?(?:[ÀA] )?(?:[Ll]ire|[Rr]elire|[Vv]oir|[ÉéEe]couter|LIRE|VOIR|RELIRE|ÉCOUTER)(?:\s(?:aussi|également|AUSSI|ÉGALEMENT|EGALEMENT)[^:.!?«\p{Lu}]{0,40}(?:\s?:)?|\s?:)\s*)",
    )
    .expect("a fixed pattern")
});

/// The prompts in a line, as spans of it, in no order.
pub fn prompts(line: &str) -> Vec<Span> {
    // Most paragraphs say none of these words.
    if !["ire", "oir", "uter", "IRE", "OIR", "UTER"].iter().any(|end| line.contains(end)) {
        return Vec::new();
    }
    let mut found: Vec<Span> = BRACKETED.find_iter(line).map(|m| Span::from(m.range())).collect();
    let mut at = 0;
    while let Some(prompt) = BARE.captures_at(line, at).and_then(|c| c.name("prompt")) {
        let said = prompt.as_str();
        // Without a colon only a capital right after, as where a page glues the link's title on.
        let announced = said.trim_end().ends_with(':') || line[prompt.end()..].starts_with(|c: char| c.is_uppercase() || c == '«');
        let is_new = !found.iter().any(|span| span.overlaps(&Span::from(prompt.range())));
        at = prompt.end();
        if announced && is_new && said.starts_with(|c: char| !c.is_lowercase()) {
            let end = at + title_end(&line[at..]);
            found.push(Span::new(prompt.start(), end));
            at = end;
        }
    }
    found
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
