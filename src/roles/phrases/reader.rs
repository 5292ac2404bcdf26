//! Cuts a sentence into chunks, left to right, with what the neighbours tell of each word.

use super::chunk::{Chunk, Kind, Noun};
use super::words;
use crate::text::Document;
use crate::text::context::pos_in_context;
use crate::text::forms::Form;
use crate::text::morphology::{Features, Pos};
use crate::text::pos_set::PosSet;
use crate::text::times;
use crate::text::tokenizer::Kind as TokenKind;
use std::ops::Range;

/// The chunks of a sentence; `is_name` tells which tokens belong to a name that the lexicons know, `is_verb` which words of
/// two readings they know as verbs.
pub fn read(document: &Document, sentence: &Range<usize>, is_name: impl Fn(usize) -> bool, is_verb: impl Fn(usize) -> bool) -> Vec<Chunk> {
    let forms = sentence.clone().map(|token| document.form(token)).collect();
    let (at, chunks) = (sentence.start, Vec::with_capacity(sentence.len() / 2));
    let mut reader = Reader { document, sentence, forms, is_name, is_verb_surely: is_verb, at, chunks, preposition: None };
    while reader.at < sentence.end {
        reader.one();
    }
    super::verbs::join_auxiliaries(document, &mut reader.chunks);
    reader.chunks
}

pub(super) struct Reader<'r, 't, N, V> {
    pub document: &'r Document<'t>,
    pub sentence: &'r Range<usize>,
    /// Of the sentence's tokens.
    forms: Vec<&'t Form>,
    pub is_name: N,
    pub is_verb_surely: V,
    pub at: usize,
    pub chunks: Vec<Chunk>,
    /// Read, and waiting for what it opens.
    pub preposition: Option<(usize, &'static str)>,
}

impl<'t, N: Fn(usize) -> bool, V: Fn(usize) -> bool> Reader<'_, 't, N, V> {
    fn one(&mut self) {
        match self.document.tokens[self.at].kind {
            TokenKind::Quote => self.at += 1,
            TokenKind::Comma => self.mark(Kind::Comma, 1),
            TokenKind::Stop | TokenKind::Mark => self.mark(Kind::Mark, 1),
            TokenKind::Number => self.noun(),
            TokenKind::Word => self.word(),
        }
    }

    fn word(&mut self) {
        let token = self.at;
        if (self.is_name)(token) {
            return self.noun();
        }
        let next = self.norm(token + 1);
        match self.norm(token) {
            "qui" if self.preposition.is_none() => self.mark(Kind::Who, 1),
            // "n'a visé que des casernes"
            "que" | "qu'" if self.is_restricted(token) => self.at += 1,
            "que" | "qu'" => self.mark(Kind::That, 1),
            "lequel" | "laquelle" | "lesquels" | "lesquelles"
                if self.preposition.is_none() && self.chunks.last().is_some_and(|chunk| chunk.kind == Kind::Comma) =>
            {
                self.mark(Kind::Who, 1)
            }
            "qui" | "dont" | "où" | "lequel" | "laquelle" | "lesquels" | "lesquelles" | "auquel" | "auxquels" | "auxquelles" | "duquel"
            | "desquels" | "desquelles" => self.mark(Kind::Relative, 1),
            "lorsque" | "lorsqu'" | "quand" | "puisque" | "puisqu'" | "si" | "car" | "quoique" => self.mark(Kind::Subordinator, 1),
            // "dans les termes les plus forts"
            "le" | "la" | "les"
                if matches!(next, "plus" | "moins")
                    && self.chunks.last().is_some_and(|chunk| chunk.noun().is_some() && chunk.tokens.end == token) =>
            {
                self.at += 2 + usize::from(self.pos(token + 2).contains(Pos::Adjective));
            }
            // "les Russes et non les Français": the others do nothing.
            "et" if next == "non" && !self.begins_verb(token + 2) => {
                let words = if self.norm(token + 2) == "pas" { 3 } else { 2 };
                self.preposition = Some((token, "non"));
                self.at += words;
            }
            "et" | "ou" | "ni" | "mais" | "puis" => self.mark(Kind::Coordinator, 1),
            "ainsi" if matches!(next, "que" | "qu'") => self.mark(Kind::Coordinator, 2),
            "de" if next == "même" && matches!(self.norm(token + 2), "que" | "qu'") => self.mark(Kind::Coordinator, 3),
            _ if self.likened(token) > 0 => self.mark(Kind::Coordinator, self.likened(token)),
            // "près de Gao", but "près de cent hommes"
            "près" if matches!(next, "de" | "d'") && !self.is_counted(token + 2) => {
                self.preposition = Some((token, "près"));
                self.at += 2;
            }
            // "plus de cent hommes": the noun phrase begins after it.
            "plus" | "moins" | "près" | "beaucoup" | "peu" | "trop" | "tant" | "autant" if matches!(next, "de" | "d'") => self.at += 2,
            // "une heure plus tard"
            "plus" | "moins" if matches!(next, "tard" | "tôt" | "loin") => self.at += 2,
            // "Or, Oslo a …": no gold.
            "or" if self.chunks.last().is_none_or(|chunk| chunk.kind == Kind::Mark)
                && self.document.tokens.get(token + 1).is_some_and(|next| next.kind == TokenKind::Comma) =>
            {
                self.at += 2;
            }
            // "comme l'a dit un ministre", "Comme il l'avait promis, …"
            "comme"
                if self.preposition.is_none()
                    && self.chunks.last().is_none_or(|chunk| matches!(chunk.kind, Kind::Comma | Kind::Mark))
                    && self.next_word(token).is_some_and(|next| self.begins_verb(next)) =>
            {
                self.mark(Kind::Subordinator, 1);
            }
            "environ" | "lui-même" | "elle-même" | "eux-mêmes" | "elles-mêmes" => self.at += 1,
            "même" if self.next_word(token).is_some_and(|next| self.begins_verb(next)) => self.at += 1,
            _ if self.begins_verb(token) => self.verb_group(),
            _ if self.adverbial(token) > 0 => self.at += self.adverbial(token),
            _ if self.is_preposition(token) => self.open(token),
            _ if words::is_pronoun(self.norm(token)) => self.noun(),
            _ if self.is_nominal(token) || self.form(token).pos.contains(Pos::Determiner) => self.noun(),
            _ => self.at += 1,
        }
    }

    /// How many words an adverbial takes that says only how the clause follows: "à son tour", "de son côté".
    fn adverbial(&self, token: usize) -> usize {
        if self.preposition.is_some() {
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

    /// True for "que" right after a verb that "ne" alone negates.
    fn is_restricted(&self, token: usize) -> bool {
        let Some(last) = self.chunks.last().filter(|chunk| chunk.verb().is_some() && chunk.tokens.end == token) else { return false };
        // "rien n'indique que": nothing is left out.
        let nothing = |t: usize| matches!(self.norm(t), "rien" | "personne" | "nul" | "nulle" | "aucun" | "aucune");
        if self.chunks.iter().rev().nth(1).is_some_and(|chunk| chunk.tokens.clone().any(nothing)) {
            return false;
        }
        let negated = last.tokens.clone().any(|t| matches!(self.norm(t), "ne" | "n'"));
        negated && !last.tokens.clone().any(|t| matches!(self.norm(t), "pas" | "plus" | "jamais"))
    }

    /// "Oslo, tout comme Lima, livre": how many words liken what comes to what an open comma follows; 0 where none do.
    fn likened(&self, token: usize) -> usize {
        let after_comma = self.preposition.is_none() && self.chunks.last().is_some_and(|chunk| chunk.kind == Kind::Comma);
        if !after_comma || self.chunks.iter().rev().nth(1).is_none_or(|chunk| chunk.noun().is_none()) {
            return 0;
        }
        let words = words::likening(|at| self.norm(token + at));
        let near = token + words..self.sentence.end.min(token + words + 2);
        // "Oslo, comme Lima l'avait promis, livre" tells how.
        let named = (words > 0).then(|| near.into_iter().find(|t| (self.is_name)(*t))).flatten();
        let end = named.and_then(|name| (name..self.sentence.end).find(|t| !(self.is_name)(*t)));
        if end.is_some_and(|end| self.document.tokens[end].kind == TokenKind::Comma) { words } else { 0 }
    }

    fn is_counted(&self, token: usize) -> bool {
        self.sentence.contains(&token)
            && (self.document.tokens[token].kind == TokenKind::Number || self.form(token).pos.contains(Pos::Numeral))
    }

    pub fn mark(&mut self, kind: Kind, words: usize) {
        self.preposition = None;
        self.chunks.push(Chunk { tokens: self.at..self.at + words, kind });
        self.at += words;
    }

    /// The form of a token of the sentence.
    pub fn form(&self, token: usize) -> &'t Form {
        self.forms[token - self.sentence.start]
    }

    pub fn norm(&self, token: usize) -> &str {
        if self.sentence.contains(&token) && self.document.tokens[token].kind.is_word() { &self.form(token).norm } else { "" }
    }

    /// The next word, quotation marks skipped.
    pub fn next_word(&self, token: usize) -> Option<usize> {
        let next = (token + 1..self.sentence.end).find(|t| self.document.tokens[*t].kind != TokenKind::Quote)?;
        self.document.tokens[next].kind.is_word().then_some(next)
    }

    pub fn pos(&self, token: usize) -> PosSet {
        if self.sentence.contains(&token) { pos_in_context(self.document, token, self.sentence) } else { PosSet::default() }
    }

    /// The chunk that ends where `token` begins, quotation marks skipped.
    pub fn chunk_before(&self, token: usize) -> Option<&Chunk> {
        let last = self.chunks.last()?;
        let passed = |t: usize| self.document.tokens[t].kind == TokenKind::Quote || self.is_adverb(t) || self.norm(t) == "même";
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
        if let Some((plain, words)) = words::long_preposition(|at| self.norm(token + at)) {
            self.preposition = Some((token, plain));
            self.at += words + 1;
            return;
        }
        let plain = words::plain_preposition(self.form(token));
        // "lors de", "face à", "près de": the first says more; "d'après": the second does.
        if self.preposition.is_none() || matches!(plain, "après" | "avec" | "entre" | "ici") {
            self.preposition = Some((token, plain));
        }
        self.at += 1;
    }

    pub fn is_nominal(&self, token: usize) -> bool {
        let kind = self.document.tokens[token].kind;
        if kind == TokenKind::Number || (self.is_name)(token) {
            return true;
        }
        let form = self.form(token);
        if kind != TokenKind::Word || form.pos.contains(Pos::Preposition) && form.casing == crate::text::normal::Casing::Lower {
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
        if words::is_pronoun(self.norm(begin)) && !(self.is_name)(begin) {
            return self.push_noun(begin, begin + 1, begin, None, true);
        }
        while token < self.sentence.end {
            if self.document.tokens[token].kind == TokenKind::Quote {
                token += 1;
                continue;
            }
            let form = self.form(token);
            let named = (self.is_name)(token);
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
                if determiner.is_none() || words::is_possessive(&form.norm) {
                    determiner = Some(token);
                }
            } else if head.is_some()
                && !named
                && (matches!(&*form.norm, "un" | "une" | "des" | "le" | "la" | "les" | "l'")
                    || words::is_possessive(&form.norm)
                    || matches!(&*form.norm, "ce" | "cet" | "cette" | "ces"))
            {
                // "avec l'armée une opération", "à Oslo son aide": another phrase.
                break;
            } else if named || self.is_nominal(token) {
                // "les Nations unies": whatever such a word is elsewhere.
                let within_name = named
                    && end == token
                    && token > begin
                    && (self.is_name)(token - 1)
                    && form.casing == crate::text::normal::Casing::Lower;
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
        if times::is_time(&self.form(token).norm) != times::is_time(&self.form(head).norm) && !(self.is_name)(token) {
            // "une offensive mercredi", but "mercredi soir".
            return self.document.tokens[token].kind != TokenKind::Number && self.pos(token).is_only(Pos::Adjective);
        }
        (end..token).all(|t| self.document.tokens[t].kind == TokenKind::Quote) && !self.begins_verb(token)
    }

    /// True for what stands before its noun: a number, "nouvelles frappes".
    fn is_before_noun(&self, token: usize) -> bool {
        if (self.is_name)(token) {
            return false;
        }
        let Some(next) = self.next_word(token) else { return false };
        if self.document.tokens[token].kind == TokenKind::Number || self.form(token).pos.contains(Pos::Numeral) {
            return (self.is_name)(next) || self.is_nominal(next);
        }
        let pos = self.pos(token);
        if !pos.contains(Pos::Adjective) || !((self.is_name)(next) || self.is_nominal(next)) {
            return false;
        }
        let next_pos = self.pos(next);
        !pos.contains(Pos::Noun) || next_pos.contains(Pos::Noun) && !next_pos.contains(Pos::Adjective)
    }

    fn push_noun(&mut self, begin: usize, end: usize, head: usize, determiner: Option<usize>, pronoun: bool) {
        let form = self.form(head);
        let mut features = form
            .analyses
            .iter()
            .filter(|a| matches!(a.pos, Pos::Noun | Pos::ProperNoun | Pos::Pronoun | Pos::Adjective))
            .fold(Features::NONE, |all, a| all | a.features);
        if let Some(determiner) = determiner {
            for (one, other) in [(Features::SINGULAR, Features::PLURAL), (Features::MASCULINE, Features::FEMININE)] {
                let form = self.form(determiner);
                let has = |feature| form.analyses.iter().any(|a| a.pos == Pos::Determiner && a.features.contains(feature));
                for (this, that) in [(one, other), (other, one)] {
                    if has(this) && !has(that) {
                        features = Features(features.0 & !that.0) | this;
                    }
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
            name: (self.is_name)(head),
            time: !(self.is_name)(head)
                && (times::is_time(form.norm.strip_suffix("-là").unwrap_or(&form.norm)) || words::is_year(self.document.surface(head))),
            pronoun,
        };
        self.chunks.push(Chunk { tokens: start..end, kind: Kind::Noun(noun) });
        self.at = end;
    }

    /// "l'appui russe ou américain", "frappes russes, turques et iraniennes": one phrase.
    fn adjectives_joined(&mut self) {
        loop {
            let comma = self.sentence.contains(&self.at) && self.document.tokens[self.at].kind == TokenKind::Comma;
            if !comma && !matches!(self.norm(self.at), "et" | "ou" | "puis") {
                return;
            }
            let token = self.at + 1;
            let is_adjective = |t: usize| {
                self.sentence.contains(&t) && self.document.tokens[t].kind == TokenKind::Word && {
                    let form = self.form(t);
                    form.casing == crate::text::normal::Casing::Lower
                        && self.pos(t).contains(Pos::Adjective)
                        && !form.pos.contains(Pos::Verb)
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
    form.pos.contains(Pos::Determiner) && form.casing != crate::text::normal::Casing::Initial
        || matches!(
            &*form.norm,
            "aucun"
                | "aucune"
                | "nul"
                | "nulle"
                | "le"
                | "la"
                | "les"
                | "l'"
                | "un"
                | "une"
                | "des"
                | "ces"
                | "cette"
                | "ce"
                | "cet"
                | "ses"
                | "son"
                | "sa"
                | "leur"
                | "leurs"
        )
}
