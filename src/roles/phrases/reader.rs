//! Cuts a sentence into chunks, left to right, with what the neighbours tell of each word.

use super::auxiliaries;
use super::chunk::{Chunk, Kind, Noun};
use super::links::BY_NAME;
use super::words;
use crate::text::Document;
use crate::text::closed_classes::ClosedClasses;
use crate::text::context::pos_in_context;
use crate::text::forms::Form;
use crate::text::morphology::{Features, Pos};
use crate::text::normal::Casing;
use crate::text::pos_set::PosSet;
use crate::text::tokenizer::Kind as TokenKind;
use std::ops::Range;

/// The chunks of a sentence; `is_name` tells which tokens belong to a name that the lexicons know, `is_verb` which words of
/// two readings they know as verbs.
pub fn read(document: &Document, sentence: &Range<usize>, is_name: impl Fn(usize) -> bool, is_verb: impl Fn(usize) -> bool) -> Vec<Chunk> {
    let word = |token: usize| Word { form: document.form(token), kind: document.tokens[token].kind, named: is_name(token) };
    let words = sentence.clone().map(word).collect();
    let (at, chunks) = (sentence.start, Vec::with_capacity(2 * sentence.len() / 3));
    let sentence = sentence.clone();
    let mut reader = Reader { document, sentence, words, is_verb_surely: is_verb, at, chunks, preposition: None };
    while reader.at < reader.sentence.end {
        reader.one();
    }
    auxiliaries::join(document, &mut reader.chunks);
    reader.chunks
}

/// "jour", "jour-là"
const TIME: ClosedClasses = ClosedClasses::TIME.or(ClosedClasses::TIME_THERE);

/// What is asked of a token time and again.
pub(super) struct Word<'t> {
    pub form: &'t Form,
    kind: TokenKind,
    /// It belongs to a name that the lexicons know.
    named: bool,
}

pub(super) struct Reader<'r, 't, V> {
    pub document: &'r Document<'t>,
    pub sentence: Range<usize>,
    /// The sentence's tokens.
    words: Vec<Word<'t>>,
    pub is_verb_surely: V,
    pub at: usize,
    pub chunks: Vec<Chunk>,
    /// Read, and waiting for what it opens.
    pub preposition: Option<(usize, &'static str)>,
}

impl<'t, V: Fn(usize) -> bool> Reader<'_, 't, V> {
    fn one(&mut self) {
        match self.kind(self.at) {
            TokenKind::Quote => self.at += 1,
            TokenKind::Comma => self.mark(Kind::Comma, 1),
            TokenKind::Stop | TokenKind::Mark => self.mark(Kind::Mark, 1),
            TokenKind::Number => self.noun(),
            TokenKind::Word => self.word(),
        }
    }

    fn word(&mut self) {
        let token = self.at;
        if self.is_name(token) {
            return self.noun();
        }
        if self.classes(token).are(BY_NAME) && self.reads_by_name() {
            return;
        }
        if self.begins_verb(token) {
            return self.verb_group();
        }
        match self.adverbial(token) {
            0 if self.is_preposition(token) => self.open(token),
            0 if self.is_pronoun(token) || self.is_nominal(token) || self.form(token).pos.contains(Pos::Determiner) => self.noun(),
            0 => self.at += 1,
            words => self.at += words,
        }
    }

    /// How many words an adverbial takes that says only how the clause follows: "à son tour", "de son côté".
    fn adverbial(&self, token: usize) -> usize {
        if self.preposition.is_some() || !self.classes(token).are(ClosedClasses::LOCUTIVE) {
            return 0;
        }
        let words = words::locution(|at| self.norm(token + at));
        if words == 0 {
            return 0;
        }
        // "les monarchies du Golfe, en particulier Oslo": one of those before.
        let picks_out = matches!((self.norm(token), self.norm(token + 1)), ("en", "particulier") | ("entre", "autres"));
        let goes_on = picks_out || matches!(self.norm(token + words), "de" | "d'" | "du" | "des") || self.is_counted(token + words);
        if goes_on { 0 } else { words }
    }

    pub fn is_counted(&self, token: usize) -> bool {
        self.sentence.contains(&token) && (self.kind(token) == TokenKind::Number || self.form(token).pos.contains(Pos::Numeral))
    }

    pub fn mark(&mut self, kind: Kind, words: usize) {
        self.preposition = None;
        self.chunks.push(Chunk { tokens: self.at..self.at + words, kind });
        self.at += words;
    }

    /// A token of the sentence; None outside it.
    pub fn word_at(&self, token: usize) -> Option<&Word<'t>> {
        self.words.get(token.wrapping_sub(self.sentence.start))
    }

    /// The form of a token of the sentence.
    pub fn form(&self, token: usize) -> &'t Form {
        self.words[token - self.sentence.start].form
    }

    /// What a token of the sentence is.
    pub fn kind(&self, token: usize) -> TokenKind {
        self.words[token - self.sentence.start].kind
    }

    /// True where a token belongs to a name that the lexicons know.
    pub fn is_name(&self, token: usize) -> bool {
        self.word_at(token).is_some_and(|word| word.named)
    }

    /// Empty for marks, and outside the sentence.
    pub fn norm(&self, token: usize) -> &'t str {
        self.word_at(token).map_or("", |word| &word.form.norm)
    }

    /// What a token is as a small word; none outside the sentence.
    pub fn classes(&self, token: usize) -> ClosedClasses {
        self.word_at(token).map_or(ClosedClasses::default(), |word| word.form.classes)
    }

    /// The next word, quotation marks skipped.
    pub fn next_word(&self, token: usize) -> Option<usize> {
        let next = (token + 1..self.sentence.end).find(|t| self.kind(*t) != TokenKind::Quote)?;
        self.kind(next).is_word().then_some(next)
    }

    pub fn pos(&self, token: usize) -> PosSet {
        if self.sentence.contains(&token) { pos_in_context(self.document, token, &self.sentence) } else { PosSet::default() }
    }

    fn is_pronoun(&self, token: usize) -> bool {
        self.classes(token).are(ClosedClasses::PRONOUN)
    }

    /// The chunk that ends where `token` begins, quotation marks skipped.
    pub fn chunk_before(&self, token: usize) -> Option<&Chunk> {
        let last = self.chunks.last()?;
        let passed = |t: usize| self.kind(t) == TokenKind::Quote || self.is_adverb(t) || self.norm(t) == "même";
        (last.tokens.end..token).all(passed).then_some(last)
    }

    fn is_preposition(&self, token: usize) -> bool {
        let form = self.form(token);
        if !form.pos.contains(Pos::Preposition) {
            return false;
        }
        match &*form.norm {
            // An article unless a noun, or a preposition like "lors", stands before.
            // "livre mardi des armes", "livre à Oslo des armes": a day or a name there has no complement.
            "des" => {
                let completed = |noun: &Noun| !(noun.time || noun.name && noun.preposition.is_some_and(|plain| plain != "de"));
                self.preposition.is_some() || self.chunk_before(token).and_then(Chunk::noun).is_some_and(completed)
            }
            "suivant" | "concernant" | "voici" | "voilà" | "près" | "plein" => false,
            _ => true,
        }
    }

    fn open(&mut self, token: usize) {
        let locutive = self.classes(token).are(ClosedClasses::LOCUTIVE);
        if let Some((plain, words)) = locutive.then(|| words::long_preposition(|at| self.norm(token + at))).flatten() {
            self.preposition = Some((token, plain));
            self.at += words + 1;
            return;
        }
        let plain = self.form(token).preposition;
        // "lors de", "face à", "près de": the first says more; "d'après": the second does.
        if self.preposition.is_none() || matches!(plain, "après" | "avec" | "entre" | "ici") {
            self.preposition = Some((token, plain));
        }
        self.at += 1;
    }

    pub fn is_nominal(&self, token: usize) -> bool {
        let Some(&Word { form, kind, named }) = self.word_at(token) else { return false };
        if named || kind == TokenKind::Number {
            return true;
        }
        if kind != TokenKind::Word || form.pos.contains(Pos::Preposition) && form.casing == Casing::Lower {
            return false;
        }
        let pos = self.pos(token);
        let open = form.casing.is_capitalised() && token > self.sentence.start;
        pos.intersects(PosSet::NOMINAL)
            || self.is_adjective_after_all(token)
            || pos.contains(Pos::Numeral)
            || pos.is_empty()
            || open && !form.pos.contains(Pos::Determiner)
    }

    /// Reads a noun phrase: determiners and adjectives, the head, what follows it.
    fn noun(&mut self) {
        let begin = self.at;
        let mut determiner = None;
        let mut head = None;
        let mut end = begin;
        let mut token = begin;
        if self.is_pronoun(begin) && !self.is_name(begin) {
            return self.push_noun(begin, begin + 1, begin, None, true);
        }
        while let Some(&Word { form, kind, named }) = self.word_at(token) {
            if kind == TokenKind::Quote {
                token += 1;
                continue;
            }
            // "3 000 à 4 000 soldats"
            let range = token > begin && &*form.norm == "à" && self.is_counted(token - 1) && self.is_counted(token + 1);
            if range && head.is_none_or(|head| head + 1 == token) {
                head = None;
                token += 1;
                continue;
            }
            // "est inquiète car l'armée": no coach.
            if &*form.norm == "car" && (head.is_some() || token > begin && determiner.is_none()) {
                break;
            }
            if head.is_none() && !named && is_determiner(form) {
                // "un de ses soldats"
                if determiner.is_none() || form.classes.are(ClosedClasses::POSSESSIVE) {
                    determiner = Some(token);
                }
            } else if head.is_some() && !named && form.classes.are(ClosedClasses::DETERMINER) {
                // "avec l'armée une opération", "à Oslo son aide": another phrase.
                break;
            } else if named || self.is_nominal(token) {
                // "les Nations unies": whatever such a word is elsewhere.
                let within_name = named && end == token && token > begin && self.is_name(token - 1) && form.casing == Casing::Lower;
                let goes_on = head.is_none() || within_name || self.belongs(token, head, end);
                if !goes_on {
                    break;
                }
                if head.is_none() && !self.is_before_noun(token) {
                    head = Some(token);
                }
            } else {
                break;
            }
            token += 1;
            end = token;
        }
        if end == begin {
            self.at += 1;
            return;
        }
        self.push_noun(begin, end, head.unwrap_or(end - 1), determiner, false);
        self.adjectives_joined();
    }

    /// True where a nominal word after the head is still part of the phrase.
    fn belongs(&self, token: usize, head: Option<usize>, end: usize) -> bool {
        let Some(head) = head else { return true };
        let is_time = |token: usize| self.classes(token).are(ClosedClasses::TIME);
        if is_time(token) != is_time(head) && !self.is_name(token) {
            // "une offensive mercredi", but "mercredi soir".
            return self.kind(token) != TokenKind::Number && self.pos(token).is_only(Pos::Adjective);
        }
        (end..token).all(|t| self.kind(t) == TokenKind::Quote) && !self.begins_verb(token)
    }

    /// True for what stands before its noun: a number, "nouvelles frappes".
    fn is_before_noun(&self, token: usize) -> bool {
        if self.is_name(token) {
            return false;
        }
        let Some(next) = self.next_word(token) else { return false };
        if self.kind(token) == TokenKind::Number || self.form(token).pos.contains(Pos::Numeral) {
            return self.is_name(next) || self.is_nominal(next);
        }
        let pos = self.pos(token);
        if !pos.contains(Pos::Adjective) || !(self.is_name(next) || self.is_nominal(next)) {
            return false;
        }
        let next_pos = self.pos(next);
        !pos.contains(Pos::Noun) || next_pos.contains(Pos::Noun) && !next_pos.contains(Pos::Adjective)
    }

    fn push_noun(&mut self, begin: usize, end: usize, head: usize, determiner: Option<usize>, pronoun: bool) {
        let form = self.form(head);
        let mut features = form.nominal;
        if let Some(determiner) = determiner {
            let told = self.form(determiner).determiner;
            let (numbers, genders) = ((Features::SINGULAR, Features::PLURAL), (Features::MASCULINE, Features::FEMININE));
            for (this, that) in [numbers, (numbers.1, numbers.0), genders, (genders.1, genders.0)] {
                if told.contains(this) && !told.contains(that) {
                    features = Features(features.0 & !that.0) | this;
                }
            }
        }
        let after_verb = self.preposition.as_ref().is_some_and(|(token, plain)| {
            *plain == "de" && self.chunk_before(*token).is_some_and(|chunk| chunk.verb().is_some_and(|verb| !verb.passive))
        });
        let start = self.preposition.as_ref().map_or(begin, |(token, _)| *token);
        let noun = Noun {
            preposition: self.preposition.take().map(|(_, plain)| plain),
            partitive: after_verb,
            head,
            determiner,
            features,
            name: self.is_name(head),
            time: !self.is_name(head)
                && (form.classes.are(TIME) || words::is_year(&form.norm) && words::is_year(self.document.surface(head))),
            pronoun,
        };
        self.chunks.push(Chunk { tokens: start..end, kind: Kind::Noun(noun) });
        self.at = end;
    }

    /// "l'appui russe ou américain", "frappes russes, turques et iraniennes": one phrase.
    fn adjectives_joined(&mut self) {
        loop {
            let comma = self.sentence.contains(&self.at) && self.kind(self.at) == TokenKind::Comma;
            if !comma && !matches!(self.norm(self.at), "et" | "ou" | "puis") {
                return;
            }
            let token = self.at + 1;
            let is_adjective = |t: usize| {
                self.sentence.contains(&t) && self.kind(t) == TokenKind::Word && {
                    let form = self.form(t);
                    form.casing == Casing::Lower && self.pos(t).contains(Pos::Adjective) && !form.pos.contains(Pos::Verb)
                }
            };
            let last = self.at - 1;
            if !is_adjective(token) || !is_adjective(last) || self.is_before_noun(token) {
                return;
            }
            // A comma joins only where another adjective follows after "et".
            if comma && !(matches!(self.norm(token + 1), "et" | "ou") && is_adjective(token + 2)) {
                return;
            }
            if let Some(chunk) = self.chunks.last_mut() {
                chunk.tokens.end = token + 1;
            }
            self.at = token + 1;
        }
    }
}

fn is_determiner(form: &Form) -> bool {
    form.pos.contains(Pos::Determiner) && form.casing != Casing::Initial
        || form.classes.are(ClosedClasses::DETERMINER.or(ClosedClasses::NONE_OF))
}
