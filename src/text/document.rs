//! The content of an article as sentences and tokens.

use super::clauses::{self, Clause};
use super::forms::{Form, Forms, Interned};
use super::front::Reader;
use super::pos_set::PosSet;
use super::sentences::{self, Line};
use super::tags::{Lists, Opens, Tags};
use super::tokenizer::{self, Kind};
use crate::span::Span;
use crate::zones::{self, Zone, ZoneKind};
use std::cell::{Cell, OnceCell};
use std::ops::Range;

/// A word, a number or a mark of the content.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    pub span: Span,
    pub form: Interned,
    pub kind: Kind,
    /// What the patterns are needed for that can begin with it where it stands, as bits.
    pub begins: u8,
}

/// A sentence: its place, its tokens, its zone; clauses are found once, when first asked for.
#[derive(Debug)]
pub struct Sentence {
    pub span: Span,
    pub tokens: Range<usize>,
    pub zone: ZoneKind,
    /// What the patterns that can begin in it are needed for, as bits.
    pub begins: u8,
    /// The kinds of its tokens, as bits.
    kinds: u8,
    /// A verb in the conditional stands in it.
    pub has_conditional: bool,
    /// Words and numbers.
    words: u32,
    clauses: OnceCell<Vec<Clause>>,
}

impl Sentence {
    /// True where a token of this kind stands in it.
    pub fn has(&self, kind: Kind) -> bool {
        self.kinds & 1 << kind as u8 != 0
    }

    /// Notes what one look over its tokens tells, and tells of each token what can begin with it.
    fn look_over(&mut self, tokens: &mut [Token]) {
        let mut next = Opens::default();
        for token in tokens.iter_mut().rev() {
            token.begins = token.form.opens.before(next);
            self.begins |= token.begins;
            self.kinds |= 1 << token.kind as u8;
            self.has_conditional |= token.form.is_conditional();
            self.words += u32::from(token.kind.is_word());
            // Patterns pass over quotation marks.
            if token.kind != Kind::Quote {
                next = token.form.opens;
            }
        }
    }
}

/// The content of one article, boilerplate left out.
pub struct Document<'t> {
    pub text: &'t str,
    pub forms: &'t Forms,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    /// By token: what somebody has asked.
    known: Vec<Known<'t>>,
}

/// What is known of a token; most are never asked about.
#[derive(Clone, Default)]
struct Known<'t> {
    form: Cell<Option<&'t Form>>,
    tags: Cell<Option<&'t Tags>>,
    /// What its neighbours leave of its parts of speech.
    pos_in_context: Cell<Option<PosSet>>,
}

/// What is kept, or found and kept.
#[inline]
fn once<T: Copy>(kept: &Cell<Option<T>>, find: impl FnOnce() -> T) -> T {
    kept.get().unwrap_or_else(|| {
        let found = find();
        kept.set(Some(found));
        found
    })
}

impl<'t> Document<'t> {
    /// Cuts the content into sentences and tokens. `zones` are sorted and disjoint.
    pub fn new(text: &'t str, zones: &[Zone], forms: &'t Forms) -> Self {
        let mut document = Self { text, forms, tokens: Vec::with_capacity(text.len() / 5), sentences: Vec::new(), known: Vec::new() };
        let mut reader = Reader::new(forms, text);
        let mut at = 0;
        for zone in zones {
            document.add(Span::new(at, zone.span.start), ZoneKind::Body, &mut reader);
            if zone.kind != ZoneKind::Boilerplate {
                document.add(zone.span, zone.kind, &mut reader);
            }
            at = zone.span.end;
        }
        document.add(Span::new(at, text.len()), ZoneKind::Body, &mut reader);
        document.known.resize(document.tokens.len(), Known::default());
        document
    }

    fn add(&mut self, part: Span, zone: ZoneKind, reader: &mut Reader) {
        let part_text = part.of(self.text);
        for line in zones::lines(part_text).filter(|line| !line.is_empty()) {
            let line = Span::new(part.start + line.start, part.start + line.end);
            let before = self.tokens.len();
            tokenizer::tokenize(line.of(self.text), |token| {
                let span = Span::new(line.start + token.start, line.start + token.end);
                self.tokens.push(Token { span, form: Forms::LETTERLESS, kind: token.kind, begins: 0 });
            });
            // One after the other, so that the processor may wait for several at once.
            for token in &mut self.tokens[before..] {
                // Years, days, "1er", "20h": a lexicon may ask for them. Longer numbers are without number.
                if token.kind == Kind::Word || token.kind == Kind::Number && token.span.len() <= 4 {
                    token.form = reader.word(token.span);
                }
            }
            self.add_sentences(line, before, zone);
        }
    }

    /// Cuts the tokens from `first` on, those of one line, into sentences.
    fn add_sentences(&mut self, line: Span, first: usize, zone: ZoneKind) {
        let Self { text, tokens, sentences, .. } = self;
        let before = sentences.len();
        let mut wordless = Vec::new();
        sentences::split(Line::new(text, line), &tokens[first..], |from, to| {
            let range = first + from..first + to;
            let inside = &tokens[range.clone()];
            if !inside.iter().any(|token| token.kind.is_word()) {
                wordless.push(range);
                return;
            }
            sentences.push(Sentence {
                span: Span::new(inside[0].span.start, inside[inside.len() - 1].span.end),
                tokens: range,
                zone,
                begins: 0,
                kinds: 0,
                has_conditional: false,
                words: 0,
                clauses: OnceCell::new(),
            });
        });
        // Stretches without a word are no sentences, and their marks no tokens of the content.
        for range in wordless.into_iter().rev() {
            for Range { start, end } in sentences[before..].iter_mut().map(|s| &mut s.tokens).filter(|t| t.start >= range.end) {
                *start -= range.len();
                *end -= range.len();
            }
            tokens.drain(range);
        }
        for sentence in &mut sentences[before..] {
            let range = sentence.tokens.clone();
            sentence.look_over(&mut tokens[range]);
        }
    }

    /// What the lexicons want to know of a token.
    #[inline]
    pub fn tags(&self, token: usize) -> &'t Tags {
        once(&self.known[token].tags, || self.forms.tags(self.tokens[token].form.tags))
    }

    /// The lists that it is on, if it is on any.
    pub fn lists(&self, token: usize) -> Option<&'t Lists> {
        if self.tokens[token].form.is_listed() { self.tags(token).lists() } else { None }
    }

    #[inline]
    pub fn form(&self, token: usize) -> &'t Form {
        once(&self.known[token].form, || self.forms.get(self.tokens[token].form.id))
    }

    /// What a token's neighbours leave of its parts of speech, found out when first asked.
    pub(super) fn pos_in_context(&self, token: usize, find: impl FnOnce() -> PosSet) -> PosSet {
        once(&self.known[token].pos_in_context, find)
    }

    /// The letters of a token as they stand in the text.
    #[inline]
    pub fn surface(&self, token: usize) -> &'t str {
        self.tokens[token].span.of(self.text)
    }

    /// The clauses of a sentence, which together cover its tokens.
    pub fn clauses(&self, sentence: usize) -> &[Clause] {
        let sentence = &self.sentences[sentence];
        sentence.clauses.get_or_init(|| clauses::split(self, sentence.tokens.clone()))
    }

    /// The clause that holds a token of the sentence.
    pub fn clause_of(&self, sentence: usize, token: usize) -> Range<usize> {
        self.clauses(sentence)
            .iter()
            .find(|clause| clause.tokens.contains(&token))
            .map_or_else(|| self.sentences[sentence].tokens.clone(), |clause| clause.tokens.clone())
    }

    /// How many words and numbers the content has.
    pub fn words(&self) -> usize {
        self.sentences.iter().map(|sentence| sentence.words as usize).sum()
    }
}
