//! Runs compiled patterns over the tokens of a sentence.

use super::Hit;
use crate::lexicon::program::{Instruction, Program, Step};
use crate::lexicon::{Compiled, Needs};
use crate::span::Span;
use crate::text::context::pos_in_context;
use crate::text::document::{Document, Token};
use crate::text::morphology::Pos;
use crate::text::tags::{FAR, Later, ListBit, ListBits, allows, tag_bit};
use crate::text::tokenizer::Kind;
use std::ops::Range;

/// A match of one pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    pub tokens: Range<usize>,
    /// The tokens of each named slot, by the slot's number; None where its branch was not taken.
    pub slots: Vec<Option<Range<usize>>>,
}

/// The lists of no word.
static NOTHING: ListBits = ListBits::NOTHING;

/// Every match in a sentence of every pattern that is needed, guards not yet asked; sorted, each once.
pub fn candidates(document: &Document, lexicons: &Compiled, needs: Needs, sentence: usize, found: &mut Vec<Hit>) {
    let needs = needs.bits();
    let range = &document.sentences[sentence].tokens;
    let tokens = &document.tokens[..range.end];
    // Backwards, so that of the words after one those that were read stay read.
    let mut after = After { document, tokens, awaited: ListBits::NOTHING, read: range.end };
    for (at, here) in tokens[range.start..].iter().enumerate().rev() {
        if here.begins & needs == 0 {
            continue;
        }
        let token = range.start + at;
        // The pattern of the last hit: of its matches the longest counts, wherever in it they begin.
        let mut last = None;
        let second = after.next(token).and_then(|next| document.lists(next)).map_or(&NOTHING, |lists| &lists.next);
        for start in document.tags(token).starts(needs) {
            let Later { list, words } = start.later;
            let fits = second.may_have(start.second)
                && (list == ListBit::ANYTHING || after.awaited(token).may_have(list))
                && (words == FAR || comes(document, token, list, words));
            if !fits {
                continue;
            }
            let pattern = &lexicons.patterns[start.pattern as usize];
            let words = Words { document, tokens, sentence, first: token };
            let (at, next) = (usize::from(start.at), token);
            let (at, next) = if start.is_read { (at + 1, next + 1) } else { (at, next) };
            let Some(Match { tokens, .. }) = run(words, &pattern.program, at, next) else { continue };
            let span = Span::new(here.span.start, document.tokens[tokens.end - 1].span.end);
            let hit = Hit { marker: pattern.marker, span, tokens, sentence, negated: false };
            match found.last_mut().filter(|_| last == Some(start.pattern)) {
                None => found.push(hit),
                Some(known) if known.tokens.end < hit.tokens.end => *known = hit,
                Some(_) => {}
            }
            last = Some(start.pattern);
        }
    }
    found.sort_unstable_by_key(|hit| (hit.tokens.start, hit.tokens.end, hit.marker));
    found.dedup();
}

/// The words of a sentence after one of them, up to the next mark, beyond which no match goes.
struct After<'r, 't> {
    document: &'r Document<'t>,
    /// Up to the end of the sentence.
    tokens: &'r [Token],
    /// The lists that the words are on from the one at `read` to the next mark.
    awaited: ListBits,
    read: usize,
}

impl After<'_, '_> {
    /// The word that comes next.
    fn next(&self, token: usize) -> Option<usize> {
        let after = self.tokens[token + 1..].iter().position(|next| next.kind != Kind::Quote)? + token + 1;
        self.tokens[after].kind.is_word().then_some(after)
    }

    /// The lists that words after this one are on, which is asked from the end on.
    fn awaited(&mut self, token: usize) -> &ListBits {
        let unread = token + 1..std::mem::replace(&mut self.read, token + 1);
        let mark = |next: &usize| !matches!(self.tokens[*next].kind, Kind::Quote) && !self.tokens[*next].kind.is_word();
        let end = unread.clone().find(mark);
        if end.is_some() {
            self.awaited = ListBits::NOTHING;
        }
        for lists in (unread.start..end.unwrap_or(unread.end)).filter_map(|next| self.document.lists(next)) {
            self.awaited.add_all(&lists.awaited);
        }
        &self.awaited
    }
}

/// True where one of so many words after this one is on the list.
fn comes(document: &Document, token: usize, list: ListBit, words: u8) -> bool {
    let after = (token + 1..document.tokens.len()).filter(|next| document.tokens[*next].kind != Kind::Quote).take(words.into());
    after
        .take_while(|next| document.tokens[*next].kind.is_word())
        .any(|next| document.lists(next).is_some_and(|lists| lists.awaited.may_have(list)))
}

/// The longest match of a pattern that begins at `token`.
pub fn longest_from(document: &Document, program: &Program, sentence: usize, token: usize) -> Option<Match> {
    longest_within(document, program, sentence, token..document.sentences[sentence].tokens.end)
}

/// Quotation marks that may stand between the words of a match, when it is looked for backwards.
pub const QUOTES: usize = 4;

/// True where a match of the pattern ends just before `end`, quotation marks skipped.
pub fn ends_before(document: &Document, program: &Program, sentence: usize, end: usize) -> bool {
    let first = document.sentences[sentence].tokens.start;
    let (mut words, mut quotes, mut last) = (0, 0, end);
    // Backwards over as many words as the longest match has; no match goes beyond another mark.
    for token in (first..end).rev() {
        match document.tokens[token].kind {
            Kind::Quote => quotes += 1,
            kind if kind.is_word() => words += 1,
            _ => return false,
        }
        if words > program.reach || words + quotes > program.reach + QUOTES {
            return false;
        }
        if words == 0 {
            last = token;
        } else if longest_within(document, program, sentence, token..end).is_some_and(|found| found.tokens.end >= last) {
            return true;
        }
    }
    false
}

/// The longest match that begins at the start of `range` and ends within it.
pub fn longest_within(document: &Document, program: &Program, sentence: usize, range: Range<usize>) -> Option<Match> {
    let first = range.start;
    let head = document.tokens.get(first)?;
    // A cheap look that rejects nearly every place.
    if !head.kind.is_word() || !allows(program.steps[0].wants, document.tags(first).bits) {
        return None;
    }
    run(Words { document, tokens: &document.tokens[..range.end], sentence, first }, program, 0, first)
}

/// The longest match of what is left of a pattern from the step `at` on, where `next` is the next token to read.
fn run(words: Words, program: &Program, mut at: usize, mut next: usize) -> Option<Match> {
    let first = words.first;
    // As far as there is one way to go: most places fail on it, and many matches end on it.
    loop {
        match program.steps[at].step {
            Step::Tag(tag) => {
                next = 1 + words.word(next).filter(|word| words.has_tag(*word, tag))?.0;
                at += 1;
            }
            Step::Jump(to) => at = to as usize,
            Step::Else(other, list) => {
                let ((bits, lists), other) = (words.asked_at(next), other as usize);
                if !lists.may_have(list) {
                    return None;
                }
                at = match (allows(program.steps[at + 1].wants, bits), allows(program.steps[other].wants, bits)) {
                    (true, true) => break,
                    (true, false) => at + 1,
                    (false, true) => other,
                    (false, false) => return None,
                };
            }
            Step::Done => return (next > first).then(|| Match { tokens: first..next, slots: vec![None; program.slots.len()] }),
            _ => break,
        }
    }
    let mut run = Run { words, program, slots: vec![None; program.slots.len()], best: None };
    run.step(at, next, next);
    run.best
}

struct Run<'r, 't> {
    words: Words<'r, 't>,
    program: &'r Program,
    slots: Vec<Option<Range<usize>>>,
    best: Option<Match>,
}

impl Run<'_, '_> {
    /// Runs from step `at`; `next` is the next token to read, `end` the end of what was read so far.
    fn step(&mut self, mut at: usize, mut next: usize, mut end: usize) {
        loop {
            let read = match self.program.steps[at].step {
                Step::Else(mut other, list) => {
                    // The branches of a long list follow each other.
                    let (bits, lists) = self.words.asked_at(next);
                    if !lists.may_have(list) {
                        return;
                    }
                    loop {
                        if allows(self.program.steps[at + 1].wants, bits) {
                            self.step(at + 1, next, end);
                        }
                        at = other as usize;
                        match &self.program.steps[at] {
                            instruction if !allows(instruction.wants, bits) => return,
                            Instruction { step: Step::Else(further, _), .. } => other = *further,
                            _ => break,
                        }
                    }
                    continue;
                }
                Step::Jump(to) => {
                    at = to as usize;
                    continue;
                }
                Step::Tag(tag) => self.words.word(next).filter(|word| self.words.has_tag(*word, tag)),
                Step::AnyWord => self.words.word(next),
                Step::Number => self.words.word(next).filter(|word| self.words.is_number(*word)),
                Step::Capital => self.words.word(next).filter(|word| self.words.is_capitalised(*word)),
                Step::Gap(width) => return self.gap(at, next, end, width),
                Step::Open(slot) => {
                    let slot = usize::from(slot);
                    let before = self.slots[slot].replace(next..next);
                    self.step(at + 1, next, end);
                    self.slots[slot] = before;
                    return;
                }
                Step::Close(slot) => {
                    let slot = usize::from(slot);
                    let before = self.slots[slot].clone();
                    if let Some(range) = &mut self.slots[slot] {
                        range.end = end;
                    }
                    self.step(at + 1, next, end);
                    self.slots[slot] = before;
                    return;
                }
                Step::Done => {
                    if end > self.words.first && self.best.as_ref().is_none_or(|best| end > best.tokens.end) {
                        self.best = Some(Match { tokens: self.words.first..end, slots: self.slots.clone() });
                    }
                    return;
                }
            };
            let Some((token, _)) = read else { return };
            (at, next, end) = (at + 1, token + 1, token + 1);
        }
    }

    fn gap(&mut self, at: usize, next: usize, end: usize, width: u8) {
        self.step(at + 1, next, end);
        let clause = self.words.clause();
        let (mut next, mut end) = (next, end);
        for _ in 0..width {
            let Some((token, _)) = self.words.word(next).filter(|(token, _)| clause.contains(token)) else { return };
            next = token + 1;
            end = end.max(next);
            if self.program.steps[at + 1].admits(self.words.asked_at(next)) {
                self.step(at + 1, next, end);
            }
        }
    }
}

/// The words of a sentence that a match may take, from its first on.
struct Words<'r, 't> {
    document: &'r Document<'t>,
    /// Those of the document up to where a match may end.
    tokens: &'r [Token],
    sentence: usize,
    first: usize,
}

impl<'r> Words<'r, '_> {
    /// The next token and its place. Quotation marks between words do not count, the first word has none before it.
    fn next(&self, mut at: usize) -> Option<(usize, &'r Token)> {
        loop {
            let token = self.tokens.get(at)?;
            if token.kind != Kind::Quote || at == self.first {
                return Some((at, token));
            }
            at += 1;
        }
    }

    /// The tag bits and lists of the next word; none at the end.
    fn asked_at(&self, next: usize) -> (u64, &'r ListBits) {
        self.next(next).map_or((0, &NOTHING), |(at, _)| {
            let tags = self.document.tags(at);
            (tags.bits, tags.lists().map_or(&NOTHING, |lists| &lists.next))
        })
    }

    /// The next token and its place, where it is a word.
    fn word(&self, next: usize) -> Option<(usize, &'r Token)> {
        self.next(next).filter(|(_, token)| token.kind.is_word())
    }

    fn has_tag(&self, (at, _): (usize, &Token), tag: u32) -> bool {
        let tags = self.document.tags(at);
        if tags.bits & tag_bit(tag) == 0 {
            return false;
        }
        match tags.get(tag) {
            None => false,
            Some(tag) if tag.pos.is_empty() || tag.pos == tags.pos => true,
            Some(tag) => {
                let sentence = &self.document.sentences[self.sentence].tokens;
                tag.pos.intersects(pos_in_context(self.document, at, sentence))
            }
        }
    }

    fn is_number(&self, (at, token): (usize, &Token)) -> bool {
        match token.kind {
            Kind::Number => true,
            Kind::Word => self.document.form(at).pos.contains(Pos::Numeral),
            _ => false,
        }
    }

    fn is_capitalised(&self, (at, token): (usize, &Token)) -> bool {
        token.kind == Kind::Word && self.document.form(at).casing.is_capitalised()
    }

    /// The clause that a match stands in.
    fn clause(&self) -> Range<usize> {
        self.document.clause_of(self.sentence, self.first)
    }
}
