//! Which quotation marks belong together: typographic and straight, nested, unclosed, reversed, over several paragraphs.

use crate::text::Document;
use crate::text::tokenizer::Kind;
use std::ops::Range;

/// A stretch between two quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// From the opening mark to the closing one, both included.
    pub tokens: Range<usize>,
    /// False where the text never closes it: it then ends with its sentence.
    pub closed: bool,
}

impl Marked {
    /// The words between the marks.
    pub fn inner(&self) -> Range<usize> {
        self.tokens.start + 1..self.tokens.end - usize::from(self.closed)
    }
}

/// All pairs of a document, by where they open; an inner one comes after the one that holds it.
#[derive(Debug, Default)]
pub struct Pairs {
    pub all: Vec<Marked>,
    /// By pair: the innermost that holds it.
    outer: Vec<Option<usize>>,
}

impl Pairs {
    fn new(mut all: Vec<Marked>) -> Self {
        all.sort_by_key(|marked| (marked.tokens.start, std::cmp::Reverse(marked.tokens.end)));
        let mut pairs = Self { outer: Vec::with_capacity(all.len()), all };
        for at in 0..pairs.all.len() {
            let Range { start, end } = pairs.all[at].tokens;
            let holds = |tokens: &Range<usize>| tokens.start < start && end <= tokens.end;
            let outer = pairs.outwards(at.checked_sub(1)).find(|outer| holds(&pairs.all[*outer].tokens));
            pairs.outer.push(outer);
        }
        pairs
    }

    /// This pair, the one that holds it, and so on.
    fn outwards(&self, first: Option<usize>) -> impl Iterator<Item = usize> {
        std::iter::successors(first, |at| self.outer[*at])
    }

    /// The innermost pair that holds this one, by number.
    pub fn outer(&self, at: usize) -> Option<usize> {
        self.outer[at]
    }

    /// The pairs that a token stands in, its own marks included, the innermost first.
    pub fn around(&self, token: usize) -> impl Iterator<Item = &Marked> {
        let opened = self.all.partition_point(|pair| pair.tokens.start <= token);
        self.outwards(opened.checked_sub(1)).map(|at| &self.all[at]).filter(move |pair| pair.tokens.contains(&token))
    }
}

/// What a mark does, as far as the spaces around it tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

#[derive(Clone, Copy)]
struct Mark {
    token: usize,
    family: Family,
    side: Side,
    paragraph: usize,
    /// The first token of its paragraph.
    leads: bool,
}

/// Marks that can close one another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    /// « », also reversed
    Guillemets,
    /// “ ” „ "
    Double,
    /// ‘ ’ ' ‹ ›
    Single,
}

/// An opening mark that waits for its partner.
struct Open {
    mark: Mark,
    /// True where the partner points the other way (»…«).
    reversed: bool,
    /// The last mark that said "still quoting".
    last: usize,
}

/// How many paragraphs a quotation may go on for.
const LONGEST: usize = 12;

pub fn pair(document: &Document, paragraphs: &[usize]) -> Pairs {
    let marks = marks(document, paragraphs);
    if marks.is_empty() {
        return Pairs::default();
    }
    let mut found = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        close_paragraphs(document, &marks[at..], &mut open, &mut found);
        if let Some(carried) = open.iter_mut().find(|o| continues(mark, o)) {
            carried.last = mark.token;
            continue;
        }
        let partner = open.iter().rposition(|o| o.mark.family == mark.family);
        let closes = match (partner, mark.side) {
            (None, _) => false,
            (Some(at), Side::Opens) => open[at].reversed,
            (Some(at), Side::Closes) => !open[at].reversed || mark.family != Family::Guillemets,
            (Some(_), Side::Either) => true,
        };
        match (closes, partner) {
            (true, Some(at)) => {
                // What was opened inside and never closed was no quotation.
                let start = open[at].mark.token;
                open.truncate(at);
                found.push(Marked { tokens: start..mark.token + 1, closed: true });
            }
            _ if mark.side != Side::Closes || starts_reversed(document, mark, &marks[at + 1..]) => {
                open.push(Open { mark: *mark, reversed: mark.side == Side::Closes, last: mark.token });
            }
            _ => {}
        }
    }
    let end = [Mark { token: document.tokens.len(), family: Family::Single, side: Side::Either, paragraph: usize::MAX, leads: false }];
    close_paragraphs(document, &end, &mut open, &mut found);
    found.retain(|marked| marked.inner().any(|t| document.tokens[t].kind.is_word()));
    Pairs::new(found)
}

/// The marks that can open or close a quotation: not inches, not apostrophes.
fn marks(document: &Document, paragraphs: &[usize]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate().filter(|(_, sentence)| sentence.has(Kind::Quote)) {
        let leads = number == 0 || paragraphs[number - 1] != paragraphs[number];
        for token in sentence.tokens.clone().filter(|t| document.tokens[*t].kind == Kind::Quote) {
            if let Some((family, side)) = read(document, token) {
                marks.push(Mark { token, family, side, paragraph: paragraphs[number], leads: leads && token == sentence.tokens.start });
            }
        }
    }
    marks
}

fn read(document: &Document, token: usize) -> Option<(Family, Side)> {
    let span = document.tokens[token].span;
    let before = document.text[..span.start].chars().next_back();
    let after = document.text[span.end..].chars().next();
    let space_before = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '«' | '“' | '-' | '–' | '—' | '/'));
    let space_after =
        after.is_none_or(|c| c.is_whitespace() || matches!(c, ')' | ']' | '»' | '”' | ',' | '.' | ';' | ':' | '!' | '?' | '…'));
    let by_space = match (space_before, space_after) {
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        _ => Side::Either,
    };
    Some(match document.surface(token) {
        // Before a comma or at the end of a line an opening mark is a slip for a closing one.
        "«" | "<<" if before_stop(document, token) => (Family::Guillemets, Side::Either),
        "«" | "<<" => (Family::Guillemets, Side::Opens),
        "»" | ">>" => (Family::Guillemets, Side::Closes),
        "“" | "„" => (Family::Double, if by_space == Side::Closes { Side::Either } else { Side::Opens }),
        "”" => (Family::Double, Side::Closes),
        "\"" => {
            // 15" of rain, a 15" screen.
            if by_space == Side::Closes && before.is_some_and(|c| c.is_ascii_digit()) && !has_open_before(document, token) {
                return None;
            }
            (Family::Double, by_space)
        }
        "‹" | "‘" => (Family::Single, Side::Opens),
        "›" => (Family::Single, Side::Closes),
        // An apostrophe that stands free.
        _ if by_space == Side::Either => return None,
        _ => (Family::Single, by_space),
    })
}

/// True for a mark that a comma, a full stop or the line's end follows, spaces aside.
fn before_stop(document: &Document, token: usize) -> bool {
    let after = document.text[document.tokens[token].span.end..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    after.chars().next().is_none_or(|c| matches!(c, ',' | '.' | ';' | '\n' | '\r'))
}

/// True where an odd number of straight marks stands before in the line.
fn has_open_before(document: &Document, token: usize) -> bool {
    let text = &document.text[..document.tokens[token].span.start];
    let line = &text[text.rfind('\n').map_or(0, |at| at + 1)..];
    line.matches('"').count() % 2 == 1
}

/// A mark at the head of a paragraph that only says "still quoting".
fn continues(mark: &Mark, open: &Open) -> bool {
    mark.leads && open.mark.family == mark.family && open.mark.paragraph != mark.paragraph
}

/// True for » or ” that opens: nothing is open, a « follows in the paragraph before any other ».
fn starts_reversed(document: &Document, mark: &Mark, rest: &[Mark]) -> bool {
    if mark.family != Family::Guillemets {
        return false;
    }
    let glued = document.tokens.get(mark.token + 1).is_some_and(|t| t.span.start == document.tokens[mark.token].span.end);
    let next = rest.iter().find(|m| m.family == mark.family && m.paragraph == mark.paragraph);
    glued
        && next.is_some_and(|m| {
            m.side == Side::Either || m.side == Side::Opens && document.tokens[m.token - 1].span.end == document.tokens[m.token].span.start
        })
}

/// Ends what is open when its paragraph is over and no later one carries it on. `next` begins with the mark now at hand.
fn close_paragraphs(document: &Document, next: &[Mark], open: &mut Vec<Open>, found: &mut Vec<Marked>) {
    while let Some(last) = open.last() {
        let (mark, carried) = (last.mark, last.last);
        if next.first().is_none_or(|m| m.paragraph == mark.paragraph) || is_carried_on(last, next) {
            return;
        }
        open.pop();
        let end = sentence_end(document, carried);
        if opens_for_sure(document, mark) {
            found.push(Marked { tokens: mark.token..end, closed: false });
        }
    }
}

/// The next mark of the family, not too far, closes it or leads a paragraph.
fn is_carried_on(open: &Open, next: &[Mark]) -> bool {
    let same = next.iter().find(|m| m.family == open.mark.family);
    same.is_some_and(|m| {
        m.paragraph <= open.mark.paragraph + LONGEST && (m.side == Side::Closes && !open.reversed || m.leads && m.side == open.mark.side)
    })
}

/// A straight or single mark may be a slip; one that follows a colon or leads its paragraph is meant.
fn opens_for_sure(document: &Document, mark: Mark) -> bool {
    mark.family == Family::Guillemets
        || mark.leads
        || document.tokens[..mark.token].last().is_some_and(|t| document.text[t.span.start..].starts_with(':'))
}

fn sentence_end(document: &Document, token: usize) -> usize {
    let sentence = document.sentences.partition_point(|s| s.tokens.end <= token);
    document.sentences.get(sentence).map_or(document.tokens.len(), |s| s.tokens.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// What holds a pair and the innermost pair around a place are those that a look at every pair finds.
        #[test]
        fn pairs_know_what_holds_them(stretches in prop::collection::vec((0_usize..60, 2_usize..40), 0..24)) {
            let mut all: Vec<Marked> = Vec::new();
            for (start, length) in stretches {
                let tokens = start..start + length;
                // Two pairs share no mark.
                if all.iter().all(|pair| pair.tokens.start != tokens.start) {
                    all.push(Marked { tokens, closed: true });
                }
            }
            let pairs = Pairs::new(all);
            for (at, pair) in pairs.all.iter().enumerate() {
                let holds = |other: &Marked| other.tokens.start < pair.tokens.start && pair.tokens.end <= other.tokens.end;
                prop_assert_eq!(pairs.outer(at), pairs.all.iter().rposition(holds));
            }
            for token in 0..110 {
                let mut around = pairs.around(token);
                prop_assert_eq!(around.next(), pairs.all.iter().rfind(|pair| pair.tokens.contains(&token)));
                prop_assert!(around.all(|pair| pair.tokens.contains(&token)));
            }
        }
    }
}
