//! What stands between a subject and its verb: relative clauses, brackets, appositions, who says it, what opens the sentence.

use super::chunk::{Chunk, Kind, Mood};
use super::relations::{Phrases, agree};

/// Chunks that an aside in brackets may take.
const ASIDE: usize = 14;

impl Phrases {
    /// "Oslo, qui livre à l'une ou l'autre, a appelé": the word that opens the relative clause in which a phrase stands.
    pub(super) fn enclosing_relative(&self, phrase: usize, verb: usize) -> Option<usize> {
        if !self.is(verb - 1, &Kind::Comma) {
            return None;
        }
        // "Oslo, que la presse dit affaiblie, a …": a verb that looks like a noun.
        let described = (phrase + 1..verb).any(|at| self.mood(at) == Some(Mood::Participle));
        let mut has_verb = false;
        for at in (0..phrase).rev() {
            match &self.chunks[at].kind {
                Kind::Who | Kind::Relative => return Some(at).filter(|_| has_verb),
                Kind::That if at > 1 && self.is(at - 1, &Kind::Comma) && self.chunks[at - 2].noun().is_some() => {
                    return Some(at).filter(|_| has_verb || described);
                }
                Kind::Comma | Kind::Mark | Kind::That | Kind::Subordinator => return None,
                Kind::Verb(found) => has_verb |= found.mood == Mood::Finite,
                _ => {}
            }
        }
        None
    }

    /// The noun before the aside that a comma closes: "Oslo, qui arme ces bandes, et Lima", "Oslo, armé par Quito, et Lima".
    pub(super) fn before_aside(&self, comma: usize) -> Option<usize> {
        let within = |at: &usize| self.chunks[*at].noun().is_some() || self.mood(*at) == Some(Mood::Participle);
        let opening = (0..comma).rev().find(|at| !within(at)).filter(|at| self.is(*at, &Kind::Comma));
        if let Some(opening) = opening.filter(|at| self.mood(at + 1) == Some(Mood::Participle)) {
            return self.noun_before(opening + 1);
        }
        let stops = |at: &usize| !matches!(self.chunks[*at].kind, Kind::Mark | Kind::That | Kind::Relative | Kind::Subordinator);
        let who = (0..comma).rev().take_while(stops).find(|at| self.is(*at, &Kind::Who))?;
        who.checked_sub(1).filter(|before| self.is(*before, &Kind::Comma))?;
        self.noun_before(who)
    }

    /// "La Turquie, voisine de l'Irak, a …": from the apposition to what it stands beside.
    pub(super) fn before_apposition(&self, at: usize, verb: usize) -> usize {
        if at < 2 || !self.is(at - 1, &Kind::Comma) || !self.is(verb - 1, &Kind::Comma) {
            return at;
        }
        let head = self.head_of_chain(at - 2);
        if self.chunks[head].is_bare() && !self.follows_verb(head) { head } else { at }
    }

    /// "(…)": where the bracket opens that closes at `at`.
    pub(super) fn opening_bracket(&self, at: usize) -> Option<usize> {
        // Two marks in one sentence without a finite verb between them enclose an aside.
        let opening = (0..at).rev().find(|before| self.is(*before, &Kind::Mark))?;
        (at - opening < ASIDE && !self.chunks[opening..at].iter().any(|c| matches!(c.kind, Kind::That))).then_some(opening)
    }

    /// The word that opens the relative clause of this finite verb.
    pub(super) fn opening_of_nested(&self, finite: usize) -> Option<usize> {
        for at in (0..finite).rev() {
            match &self.chunks[at].kind {
                Kind::Who | Kind::Relative => return Some(at),
                Kind::That => return self.noun_before(at).map(|_| at),
                Kind::Subordinator => return Some(at),
                Kind::Mark => return None,
                Kind::Verb(verb) if verb.mood == Mood::Finite => return None,
                _ => {}
            }
        }
        None
    }

    /// True for the verb of a relative clause that a noun of its own is the subject of: "que soutient Oslo", "dont Lima est l'allié".
    pub fn is_in_relative_of_another(&self, finite: usize) -> bool {
        self.opening_of_nested(finite).is_some_and(|at| match self.chunks[at].kind {
            Kind::Relative => true,
            Kind::That => self.noun_before(at).is_some() && self.is(at - 1, &Kind::Comma),
            _ => false,
        })
    }

    /// True for who says it, set off by commas between a subject and its verb: nothing but the speaker stands in it.
    pub(super) fn is_incise(&self, saying: usize, verb: usize) -> bool {
        let closed = saying > 1 && self.is(saying - 1, &Kind::Comma) && self.is(verb - 1, &Kind::Comma);
        let inverted = self.chunks[saying].verb().is_some_and(|v| v.subject.is_some_and(|subject| subject > v.first));
        let beside = || (saying + 1..verb).find(|at| !self.chunks[*at].is_time()).is_some_and(|at| self.chunks[at].is_bare());
        let speaker = || beside() && self.chunks[saying].verb().is_some_and(|v| v.subject.is_none());
        let within = |at: usize| self.chunks[at].noun().is_some() || self.mood(at) == Some(Mood::Participle);
        let nouns = closed && (saying + 1..verb - 1).all(within);
        // "Oslo a frappé le port, a pris la gare, a …" has a verb before.
        let first = (0..saying).rev().take_while(|at| !self.chunks[*at].opens_clause()).all(|at| !self.chunks[at].is_finite());
        // "Oslo, allié de Quito, a frappé Lima, a dit la presse": the commas set off what stands beside the subject.
        let before = || self.head_of_chain(saying - 2);
        let beside_another = |at: usize| at > 1 && self.is(at - 1, &Kind::Comma) && self.chunks[self.head_of_chain(at - 2)].is_bare();
        nouns && first && self.chunks[before()].is_bare() && !beside_another(before()) && (inverted || speaker())
    }

    /// True for a noun before the comma of a participle that it does not qualify: it says when or where the sentence begins, or belongs to a
    /// clause that opens the sentence and does not agree; another subject stands behind the participle's own comma.
    pub(super) fn is_fronted(&self, noun: usize, participle: usize) -> bool {
        let closing = (participle + 1..self.chunks.len()).find(|at| self.is(*at, &Kind::Comma));
        let subject_follows = closing.is_some_and(|at| at + 1 < self.chunks.len() && self.list_begins_clause(at + 1));
        if !subject_follows {
            return false;
        }
        let head = self.head_of_chain(noun);
        let adverbial = self.chunks[head].is_time() || self.chunks[head].noun().is_some_and(|noun| noun.preposition.is_some());
        let agrees = || {
            let features = self.chunks[participle].verb().map(|verb| verb.features).unwrap_or_default();
            (head..=noun).any(|at| self.chunks[at].noun().is_some_and(|noun| agree(noun.features, features)))
        };
        if head == 0 {
            return adverbial;
        }
        let clause = self.chunks[..head].iter().rposition(Chunk::opens_clause);
        let opens = clause.is_some_and(|at| {
            matches!(self.chunks[at].kind, Kind::That | Kind::Subordinator) && self.chunks[..at].iter().all(|chunk| chunk.verb().is_none())
        });
        opens && !agrees()
    }

    /// Back over dates to the noun phrase before them.
    pub(super) fn past_adverbials(&self, mut at: usize) -> usize {
        while at > 0 && self.chunks[at].is_time() && self.chunks[at - 1].noun().is_some() {
            at -= 1;
        }
        at
    }
}
