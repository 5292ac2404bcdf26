//! A sentence as chunks, and what holds noun phrases together: coordination, chains of "de".

use super::chunk::{Chunk, Kind, Mood};
use super::reader;
use crate::text::Document;
use crate::text::morphology::Features;
use crate::text::tokenizer::Kind as TokenKind;
use std::ops::Range;

/// A sentence cut into chunks.
pub struct Phrases {
    pub chunks: Vec<Chunk>,
}

/// The subject of a verb, as far as the sentence shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// Noun phrases, coordinated.
    pub phrases: Vec<usize>,
    /// A pronoun (token) that stands for it.
    pub pronoun: Option<usize>,
}

impl Subject {
    pub(super) fn of(phrases: Vec<usize>) -> Self {
        Self { phrases, pronoun: None }
    }

    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty() && self.pronoun.is_none()
    }
}

impl Phrases {
    /// `is_verb` tells of a token whether it is surely a verb, `object_acts` whether a verb stands there whose object acts.
    pub fn new(
        document: &Document,
        sentence: &Range<usize>,
        is_name: impl Fn(usize) -> bool,
        is_verb: impl Fn(usize) -> bool,
        object_acts: impl Fn(usize) -> bool,
    ) -> Self {
        let mut chunks = reader::read(document, sentence, is_name, is_verb);
        let is_quoted = |end: usize| {
            let mut before = (sentence.start..end).rev().map(|token| document.tokens[token].kind);
            let first = before.next();
            let mark = if first == Some(TokenKind::Comma) { before.next() } else { first };
            mark == Some(TokenKind::Quote)
        };
        for chunk in &mut chunks {
            if let Kind::Verb(verb) = &mut chunk.kind {
                verb.object_acts = object_acts(verb.main);
                verb.after_quote = verb.mood == Mood::Finite && is_quoted(chunk.tokens.start);
            }
        }
        Self { chunks }
    }

    /// True for a verb whose object, not whose subject, does what its infinitive says.
    pub(super) fn object_acts(&self, at: usize) -> bool {
        self.chunks[at].verb().is_some_and(|verb| verb.object_acts)
    }

    /// True for a verb before which something was said in quotation marks.
    pub(super) fn after_quote(&self, at: usize) -> bool {
        self.chunks[at].verb().is_some_and(|verb| verb.after_quote)
    }

    /// The chunk that holds a token.
    pub fn at(&self, token: usize) -> Option<usize> {
        self.chunks.iter().position(|chunk| chunk.tokens.contains(&token))
    }

    pub(super) fn is(&self, at: usize, kind: &Kind) -> bool {
        self.chunks.get(at).is_some_and(|chunk| chunk.is(kind))
    }

    /// The noun phrase before a relative word, past a comma.
    pub(super) fn noun_before(&self, relative: usize) -> Option<usize> {
        let comma = relative > 0 && self.is(relative - 1, &Kind::Comma);
        relative.checked_sub(1 + usize::from(comma)).filter(|at| self.chunks[*at].noun().is_some_and(|noun| !noun.time))
    }

    /// Right after a verb: its object or attribute.
    pub(super) fn follows_verb(&self, at: usize) -> bool {
        let before = (0..at).rev().find(|before| !self.chunks[*before].is_time());
        before.is_some_and(|before| self.chunks[before].verb().is_some())
    }

    /// From "de X" back to the noun that it completes.
    pub fn head_of_chain(&self, mut at: usize) -> usize {
        while at > 0
            && self.chunks[at].noun().is_some_and(|noun| noun.preposition.is_some() && !noun.partitive)
            && self.chunks[at - 1].noun().is_some()
        {
            at -= 1;
        }
        at
    }

    /// The phrase and those that "et", "ou", "ainsi que" or a list add after it, with the same preposition or none.
    pub fn with_coordinated_after(&self, first: usize) -> Vec<usize> {
        let mut phrases = vec![first];
        let wanted = self.chunks[first].noun().and_then(|noun| noun.preposition);
        let mut at = self.end_of_chain(first, wanted);
        let mut waiting: Vec<usize> = Vec::new();
        loop {
            let mut next = at + 1;
            let comma = self.is(next, &Kind::Comma);
            next += usize::from(comma);
            let coordinator = self.is(next, &Kind::Coordinator);
            next += usize::from(coordinator);
            if !comma && !coordinator {
                break;
            }
            // "d'Oslo et, depuis peu, de Lima"
            if coordinator && self.is(next, &Kind::Comma) {
                let Some(end) = self.end_of_aside(next) else { break };
                next = end + 1;
            }
            let Some(noun) = self.chunks.get(next).and_then(Chunk::noun).filter(|noun| !noun.time) else { break };
            // "les violations par X et Y sont": a second clause needs a first one with a verb of its own.
            let has_verb = || (0..first).rev().take_while(|at| !self.chunks[*at].opens_clause()).any(|at| self.chunks[at].is_finite());
            let one_clause = wanted == Some("par") && !has_verb();
            if noun.preposition.is_some() && noun.preposition != wanted
                || self.begins_clause(next) && !one_clause
                || comma && !coordinator && self.list_begins_clause(next) && !(one_clause && self.is_qualifying(first))
            {
                break;
            }
            // "Oslo, qui arme ces bandes, et Lima": the relative clause is over.
            if comma && coordinator && (self.is_in_relative(first) || noun.preposition != wanted && self.is_in_participle(first)) {
                break;
            }
            // "condamne l'attaque, de même que Paris", "remercie Berlin de la livraison et Oslo": a name is no second object.
            let is_determined = |at: usize| self.chunks[at].noun().is_some_and(|noun| noun.determiner.is_some());
            let is_common = |at: usize| self.chunks[at].noun().is_some_and(|noun| !noun.name);
            if coordinator && (comma || noun.preposition != wanted && is_common(first)) && is_determined(first) && !is_determined(next) {
                break;
            }
            waiting.push(next);
            // A comma alone lists only where the list is closed by "et".
            if coordinator {
                phrases.append(&mut waiting);
            }
            at = self.end_of_chain(next, wanted);
        }
        phrases
    }

    /// "les chars livrés par Oslo": true for what completes a participle right after its noun.
    fn is_qualifying(&self, phrase: usize) -> bool {
        let verb = (0..phrase).rev().find(|at| self.chunks[*at].noun().is_none());
        let participle = verb.filter(|at| self.mood(*at) == Some(Mood::Participle) && *at > 0);
        participle.is_some_and(|at| self.chunks[at - 1].noun().is_some())
    }

    /// "Oslo, armé par Lima": true for what completes a participle that a comma sets off.
    fn is_in_participle(&self, phrase: usize) -> bool {
        let verb = (0..phrase).rev().find(|at| self.chunks[*at].noun().is_none());
        let aside = verb.filter(|at| self.mood(*at) == Some(Mood::Participle) && *at > 0 && self.is(*at - 1, &Kind::Comma));
        aside.is_some_and(|at| self.noun_before(at).is_some())
    }

    /// True within a relative clause that a comma opens.
    fn is_in_relative(&self, phrase: usize) -> bool {
        let opening = (0..phrase).rev().find(|at| self.chunks[*at].opens_clause());
        opening.is_some_and(|at| at > 0 && self.is(at, &Kind::Who) && self.is(at - 1, &Kind::Comma))
    }

    /// The phrases in the brackets, or after the colon, that open right after a phrase: "ses alliés (le Koweït et Oman)".
    pub fn listed_after(&self, document: &Document, phrase: usize) -> Vec<usize> {
        let completes = |at: &usize| self.chunks[*at].opens_with("de");
        let opening = (phrase + 1..self.chunks.len()).find(|at| !completes(at)).unwrap_or(self.chunks.len());
        let several = self.chunks[phrase].noun().is_some_and(|noun| is_plural_only(noun.features));
        let mark = self.chunks.get(opening).map_or("", |chunk| document.surface(chunk.tokens.start));
        if mark != "(" && !(mark == ":" && several) {
            return Vec::new();
        }
        let inside = (opening + 1..self.chunks.len()).take_while(|at| !matches!(self.chunks[*at].kind, Kind::Mark | Kind::Verb(_)));
        inside.filter(|at| self.chunks[*at].is_bare()).collect()
    }

    /// The name that stands beside a common noun: "son voisin du Sud, Israël, …", "ses alliés, le Koweït et Oman".
    pub fn name_beside(&self, phrase: usize) -> Vec<usize> {
        let chunk = &self.chunks[phrase];
        let common = chunk.noun().is_some_and(|noun| !noun.name && !noun.time && !noun.pronoun && noun.determiner.is_some());
        // "Avec l'aide de l'armée, Oslo, …": a phrase that opens the sentence completes it.
        let fronted = !chunk.is_bare() && !self.chunks[..phrase].iter().any(|chunk| chunk.verb().is_some() || chunk.is_bare());
        if !common || fronted {
            return Vec::new();
        }
        let end = (phrase + 1..self.chunks.len()).find(|at| !self.chunks[*at].opens_with("de")).unwrap_or(self.chunks.len());
        let is_name = |at: usize| self.chunks.get(at).is_some_and(|chunk| chunk.is_bare() && chunk.noun().is_some_and(|noun| noun.name));
        if !self.is(end, &Kind::Comma) || !is_name(end + 1) {
            return Vec::new();
        }
        let plural = chunk.noun().is_some_and(|noun| is_plural_only(noun.features));
        let named = if plural { self.with_coordinated_after(end + 1) } else { vec![end + 1] };
        let closed = |at: usize| self.chunks.get(at).is_none_or(|chunk| matches!(chunk.kind, Kind::Comma | Kind::Mark));
        let all_close = named.last().is_some_and(|last| closed(last + 1)) && named.iter().all(|at| is_name(*at));
        if all_close && (!plural || named.len() > 1) { named } else { Vec::new() }
    }

    /// "Soutenues par des raids, les troupes et leurs alliés avancent": a list that a finite verb follows is its subject.
    pub(super) fn list_begins_clause(&self, first: usize) -> bool {
        let second = self.end_of_chain(first, None) + 2;
        let listed = self.is(second - 1, &Kind::Coordinator) && second < self.chunks.len();
        self.begins_clause(first) || listed && (self.begins_clause(second) || self.has_verb_past_aside(second))
    }

    /// "Oslo et Lima, alliés de Quito, condamnent": true for a list whose plural verb stands behind an aside.
    fn has_verb_past_aside(&self, last: usize) -> bool {
        let comma = self.end_of_chain(last, None) + 1;
        let closing = (comma + 1..self.chunks.len()).find(|at| self.chunks[*at].noun().is_none());
        let verb = closing.filter(|at| self.is(comma, &Kind::Comma) && self.is(*at, &Kind::Comma)).and_then(|at| self.chunks.get(at + 1));
        verb.is_some_and(|verb| verb.is_finite() && is_plural(verb))
    }

    /// True where the phrase is the subject of a finite verb right after it.
    pub(super) fn begins_clause(&self, phrase: usize) -> bool {
        self.chunks[phrase].is_bare() && self.chunks.get(self.end_of_chain(phrase, None) + 1).is_some_and(Chunk::is_finite)
    }

    /// The last noun phrase that completes this one ("de …", then places and such), but none with the preposition `not`.
    pub(super) fn end_of_chain(&self, mut at: usize, not: Option<&str>) -> usize {
        while let Some(noun) = self.chunks.get(at + 1).and_then(Chunk::noun) {
            let completes = noun.time || noun.preposition.is_some_and(|p| p == "de" || Some(p) != not);
            if !completes {
                break;
            }
            at += 1;
        }
        at
    }
}

/// True unless number or gender differ.
pub fn agree(one: Features, other: Features) -> bool {
    let shared = |set: Features| {
        let (one, other) = (one.0 & set.0, other.0 & set.0);
        one == 0 || other == 0 || one & other != 0
    };
    shared(Features::BOTH_NUMBERS) && shared(Features::BOTH_GENDERS)
}

/// True for a verb in the plural.
pub(super) fn is_plural(verb: &Chunk) -> bool {
    let plural = Features::PLURAL;
    verb.verb().is_some_and(|verb| verb.features.contains(plural) && !verb.features.contains(Features::SINGULAR))
}

/// True unless one is singular and the other plural.
pub(super) fn have_same_number(noun: &Chunk, verb: &Chunk) -> bool {
    let (Some(noun), Some(verb)) = (noun.noun(), verb.verb()) else { return false };
    let (one, other) = (noun.features.0 & Features::BOTH_NUMBERS.0, verb.features.0 & Features::BOTH_NUMBERS.0);
    one == 0 || other == 0 || one & other != 0
}

/// A singular noun can be one of several subjects; a plural one cannot be the subject of a singular verb.
pub(super) fn agree_in_number(noun: &Chunk, verb: &Chunk) -> bool {
    let (Some(noun), Some(verb)) = (noun.noun(), verb.verb()) else { return false };
    let singular_only = |features: Features| features.contains(Features::SINGULAR) && !features.contains(Features::PLURAL);
    !(is_plural_only(noun.features) && singular_only(verb.features))
}

fn is_plural_only(features: Features) -> bool {
    features.contains(Features::PLURAL) && !features.contains(Features::SINGULAR)
}
