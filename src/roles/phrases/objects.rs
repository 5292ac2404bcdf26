//! To whom a verb is done, by whom, and what its prepositions open.

use super::chunk::{Chunk, Kind, Mood};
use super::relations::{Phrases, Subject};
use std::ops::Range;

/// Chunks that adverbials between a verb and its complement may take.
const FAR: usize = 14;

impl Phrases {
    /// True for a participle that goes on after an auxiliary before it: "a frappé le port et envoyé des troupes".
    pub fn is_continued(&self, participle: usize) -> bool {
        participle > 0
            && self.is(participle - 1, &Kind::Coordinator)
            && self.chunks[participle].verb().is_some_and(|v| v.mood == Mood::Participle)
            && (0..participle - 1)
                .rev()
                .take_while(|at| !self.chunks[*at].opens_clause())
                .find_map(|at| self.chunks[at].verb())
                .is_some_and(|earlier| !earlier.passive && earlier.main != earlier.first)
    }

    /// True where the grammatical subject is the one to whom it is done.
    pub fn is_passive(&self, verb: usize) -> bool {
        self.chunks[verb].verb().is_some_and(|v| v.passive) && !self.is_continued(verb)
    }

    /// Who does what the verb says.
    pub fn logical_subject(&self, verb: usize) -> Subject {
        if self.is_passive(verb) { Subject::of(self.complements(verb, "par")) } else { self.subject(verb) }
    }

    /// To whom the verb is done.
    pub fn logical_object(&self, verb: usize) -> Subject {
        if self.is_passive(verb) {
            return self.subject(verb);
        }
        // "Oslo abrite ces chefs, accuse Lima": whom the clause before is about.
        match self.incise(verb).filter(|_| self.object_acts(verb)).and_then(|_| self.verb_of_same_clause(verb - 1)) {
            Some(told) if self.is_passive(told) => self.logical_subject(told),
            Some(told) => self.subject(told),
            None => Subject::of(self.objects(verb)),
        }
    }

    /// The direct objects of an active verb.
    pub(super) fn objects(&self, verb: usize) -> Vec<usize> {
        let mut partitive = None;
        // "que mène Ankara": what follows is the subject.
        let subject = self.subject(verb).phrases;
        for at in self.after(verb).filter(|at| !subject.contains(at)) {
            let Some(noun) = self.chunks[at].noun() else { continue };
            if self.chunks[at].is_bare() {
                return self.with_coordinated_after(at);
            }
            if noun.partitive && at == verb + 1 {
                partitive = Some(at);
            }
        }
        // "la ville que l'armée a frappée", "Oslo, que Lima accuse d'agression"
        let opening = (0..verb).rev().find(|at| self.chunks[*at].opens_clause() || self.chunks[*at].is_finite());
        let relative = opening.filter(|at| self.is(*at, &Kind::That)).and_then(|at| self.noun_before(at));
        match (relative, partitive) {
            (Some(noun), _) => vec![self.head_of_chain(noun)],
            (None, Some(partitive)) => self.with_coordinated_after(partitive),
            (None, None) => Vec::new(),
        }
    }

    /// "juge inacceptable l'offensive": the first bare phrase after a verb that begins at `token` or later.
    pub fn object_from(&self, verb: usize, token: usize) -> Subject {
        let first = self.after(verb).find(|at| self.chunks[*at].is_bare() && self.chunks[*at].tokens.start >= token);
        Subject::of(first.map(|at| self.with_coordinated_after(at)).unwrap_or_default())
    }

    /// The phrases that this preposition opens after a verb, coordinated ones too.
    pub fn complements(&self, verb: usize, preposition: &str) -> Vec<usize> {
        // "par" after a participle belongs to that one.
        let own = |at: &usize| {
            preposition != "par" || self.chunks[*at].noun().is_some() || self.is(*at, &Kind::Comma) || self.is(*at, &Kind::Coordinator)
        };
        let mut all = self.after(verb).take_while(own).filter(|at| self.chunks[*at].opens_with(preposition));
        let Some(first) = all.next() else { return Vec::new() };
        // "abattu par erreur par l'armée"
        let is_someone = |at: &usize| self.chunks[*at].noun().is_some_and(|noun| noun.name || noun.determiner.is_some());
        let found = if preposition == "par" && !is_someone(&first) { all.find(is_someone).unwrap_or(first) } else { first };
        let mut phrases = self.with_coordinated_after(found);
        // "livre à Oslo des chars, et à Lima des avions"
        let object = self.end_of_chain(phrases.last().copied().unwrap_or(found), None) + 1;
        if preposition == "à" && self.chunks.get(object).is_some_and(Chunk::is_bare) {
            let after = self.end_of_chain(object, Some("à")) + 1;
            let joined = after + usize::from(self.is(after, &Kind::Comma));
            if self.is(joined, &Kind::Coordinator) && self.chunks.get(joined + 1).is_some_and(|chunk| chunk.opens_with("à")) {
                phrases.extend(self.with_coordinated_after(joined + 1));
            }
        }
        if preposition == "à" && self.object_acts(verb) {
            let clause = (found + 1..self.chunks.len()).take_while(|at| !self.chunks[*at].opens_clause() && !self.chunks[*at].is_finite());
            phrases.extend(clause.filter(|at| !phrases.contains(at) && self.is_second_addressee(*at)).collect::<Vec<_>>());
        }
        // "soutenu dans les airs par Oslo et au sol par Lima"
        let end = self.end_of_chain(phrases.last().copied().unwrap_or(found), None);
        if preposition == "par"
            && self.is(end + 1, &Kind::Coordinator)
            && let Some(second) = (end + 2..self.chunks.len().min(end + 5)).find(|at| self.chunks[*at].opens_with(preposition))
            && self.are_adverbial(end + 2..second)
            && !phrases.contains(&second)
        {
            phrases.extend(self.with_coordinated_after(second));
        }
        phrases
    }

    /// The chunks after a verb in its clause, asides left out.
    pub(super) fn after(&self, verb: usize) -> impl Iterator<Item = usize> {
        let (mut at, mut last_comma) = (verb, None);
        std::iter::from_fn(move || {
            at += 1;
            let chunk = self.chunks.get(at)?;
            if at > verb + FAR {
                return None;
            }
            match &chunk.kind {
                Kind::Comma => {
                    // "a mené, dans la nuit, au nord de l'île et près du port, des raids": nothing but adverbials so far.
                    let go_on = || last_comma.is_some_and(|comma| self.are_adverbial(comma + 1..at) && self.is_object_of_list(at + 1));
                    at = self.end_of_aside(at).or_else(|| go_on().then_some(at))?;
                    last_comma = Some(at);
                    Some(at)
                }
                Kind::Verb(found) if found.mood != Mood::Participle => None,
                _ if chunk.opens_clause() => None,
                _ => Some(at),
            }
        })
    }

    /// Dates and what prepositions open, listed.
    pub(super) fn are_adverbial(&self, mut chunks: Range<usize>) -> bool {
        chunks
            .all(|at| self.is(at, &Kind::Coordinator) || self.chunks[at].noun().is_some_and(|noun| noun.preposition.is_some() || noun.time))
    }

    /// A determined noun phrase that begins no clause of its own.
    fn is_object_of_list(&self, at: usize) -> bool {
        let determined =
            self.chunks.get(at).and_then(Chunk::noun).is_some_and(|noun| noun.determiner.is_some() && noun.preposition.is_none());
        determined && !self.begins_clause(at)
    }

    /// "a frappé, dans la nuit, des positions": from the first comma to the second.
    pub(super) fn end_of_aside(&self, comma: usize) -> Option<usize> {
        const ASIDE: usize = 6;
        // "et, depuis peu, de Lima": nothing that is a chunk.
        if self.is(comma + 1, &Kind::Comma) {
            return Some(comma + 1);
        }
        let first = self.chunks.get(comma + 1)?;
        // "accuse, preuves à l'appui, la France"
        let adverbial = first
            .noun()
            .is_some_and(|noun| noun.preposition.is_some() || noun.time || noun.determiner.is_none() && !noun.name && !noun.pronoun);
        let end = (comma + 1..self.chunks.len().min(comma + ASIDE)).find(|at| self.is(*at, &Kind::Comma))?;
        adverbial.then_some(end)
    }
}
