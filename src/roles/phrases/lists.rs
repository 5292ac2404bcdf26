//! Noun phrases that share one place: "X, Y et Z", read from the last back to the first, or behind the verb.

use super::chunk::{Chunk, Kind};
use super::relations::Phrases;

impl Phrases {
    /// "X et Y", "X, Y et Z": the others, from the last back to the first.
    pub fn with_coordinated_before(&self, last: usize) -> Vec<usize> {
        let mut phrases = vec![last];
        let mut at = last;
        let mut listed = false;
        while at > 1
            && let Some(coordinator) = self.coordinator_before(at).or((at - 1..at).find(|comma| listed && self.is(*comma, &Kind::Comma)))
            && coordinator > 0
        {
            let mut before = coordinator - 1;
            if self.is(before, &Kind::Comma) && before > 0 {
                before = self.before_aside(before).unwrap_or(before - 1);
            }
            let head = self.head_of_chain(before);
            if !self.chunks[head].is_bare() || self.follows_verb(head) {
                break;
            }
            phrases.push(head);
            at = head;
            listed = true;
        }
        phrases.reverse();
        phrases
    }

    /// The same, where one preposition may open the list or each of its phrases: "par Oslo, Quito et Lima, qui …", "à Oslo et à Lima, garants de …".
    pub fn with_listed_before(&self, last: usize) -> Vec<usize> {
        let mut phrases = self.with_coordinated_before(last);
        let Some(wanted) = self.chunks[last].noun().filter(|noun| !noun.pronoun).map(|noun| noun.preposition) else { return phrases };
        while let Some(first) = phrases.first().copied()
            && first > 1
            && (self.is(first - 1, &Kind::Coordinator) || phrases.len() > 1 && self.is(first - 1, &Kind::Comma))
            && let Some(noun) = self.chunks[first - 2].noun().filter(|noun| !noun.time && noun.preposition.is_some())
            && (noun.preposition == wanted || wanted.is_none() && self.follows_verb(first - 2))
        {
            phrases.insert(0, first - 2);
            if wanted.is_none() {
                break;
            }
        }
        phrases
    }

    /// Subjects that stand behind the object: "Oslo condamne ce raid, de même que Lima", "Oslo livre des chars ; Lima, des canons".
    pub fn further_subjects(&self, verb: usize, known: &[usize]) -> Vec<usize> {
        let mut found = Vec::new();
        let name = |at: usize| self.chunks.get(at).and_then(Chunk::noun).is_some_and(|noun| noun.name && noun.preposition.is_none());
        let objects = self.objects(verb);
        let Some(last) = objects.last().copied().filter(|at| *at > verb && known.iter().all(|subject| *subject < verb)) else {
            return found;
        };
        let mut end = self.end_of_chain(last, None) + 1;
        while end + 1 < self.chunks.len() {
            let cut = matches!(self.chunks[end].kind, Kind::Comma | Kind::Mark);
            let joined = end + usize::from(cut);
            let first = joined + usize::from(self.is(joined, &Kind::Coordinator));
            if !name(first) || objects.contains(&first) {
                break;
            }
            let closes = |at: usize| self.chunks.get(at).is_none_or(|chunk| matches!(chunk.kind, Kind::Mark | Kind::Comma));
            if cut && first > joined && closes(first + 1) {
                found.push(first);
                break;
            }
            // The object of the verb that is left out.
            let object = first + 1 + usize::from(self.is(first + 1, &Kind::Comma));
            let determined = self
                .chunks
                .get(object)
                .and_then(Chunk::noun)
                .is_some_and(|noun| (noun.determiner.is_some() || noun.pronoun) && !noun.time && noun.preposition.is_none());
            if !determined {
                break;
            }
            let after = self.end_of_chain(object, None) + 1;
            if !(closes(after) || self.is(after, &Kind::Coordinator)) || self.chunks.get(after + 1).is_some_and(|c| c.verb().is_some()) {
                break;
            }
            found.push(first);
            end = after;
        }
        found
    }

    /// "Oslo et Lima", "Oslo et, dans une moindre mesure, Lima"
    pub(super) fn coordinator_before(&self, phrase: usize) -> Option<usize> {
        let before = phrase.checked_sub(1)?;
        if self.is(before, &Kind::Coordinator) {
            return Some(before);
        }
        let comma = (0..before)
            .rev()
            .find(|at| !self.are_adverbial(*at..*at + 1))
            .filter(|at| self.is(before, &Kind::Comma) && self.is(*at, &Kind::Comma))?;
        comma.checked_sub(1).filter(|at| comma + 1 < before && self.is(*at, &Kind::Coordinator))
    }

    /// "Oslo, appuyé par le Chili, le Pérou et Lima, a tiré": the first of a list that "par" opens, from its last.
    pub(super) fn first_of_agents(&self, last: usize, verb: usize) -> Option<usize> {
        let closed = last > 1 && self.is(last - 1, &Kind::Coordinator) && self.is(verb - 1, &Kind::Comma);
        let mut at = last;
        while closed && at > 1 && (self.is(at - 1, &Kind::Coordinator) || self.is(at - 1, &Kind::Comma)) {
            at = self.head_of_chain(at - 2);
            if self.chunks[at].opens_with("par") || self.chunks[at].opens_with("avec") {
                return Some(at);
            }
            if !self.chunks[at].is_bare() {
                return None;
            }
        }
        None
    }
}
