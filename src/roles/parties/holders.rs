//! Whose a thing is that a possessive gives to somebody.

use super::{Parties, Place, Who};
use crate::lexicon::{Effect, Tie};
use crate::roles::phrases::Subject;
use crate::roles::plan::{Actor, Meaning};
use std::ops::Range;

impl Parties<'_, '_> {
    /// Whose: "son opération", "un de ses soldats".
    pub fn holder(&self, place: Place, depth: usize) -> Vec<Actor> {
        if depth == 0 {
            return Vec::new();
        }
        let phrases = self.phrases(place.sentence);
        let top = phrases.head_of_de(place.phrase);
        // "Damas et son allié russe"
        let list = phrases.head_of_list(top);
        // "reproche à Oslo sa morgue et son soutien": of one and the same.
        let owned = phrases.chunks[list].noun().and_then(|noun| noun.determiner).is_some_and(|token| self.is_possessive(token));
        if list != top && owned {
            return self.holder(Place { phrase: list, ..place }, depth - 1);
        }
        if list != top {
            return self.of(Place { phrase: list, ..place }, Who::Acting, depth - 1);
        }
        let heads = top..place.phrase + 1;
        let before = (0..place.phrase).rev().filter(|at| phrases.chunks[*at].verb().is_some());
        // "Avec l'aide de ses alliés, Moscou …"
        let fronted = phrases.chunks[top].noun().is_some_and(|noun| noun.preposition.is_some());
        let after = (place.phrase + 1..phrases.chunks.len()).filter(|at| fronted && phrases.chunks[*at].is_finite()).take(1);
        let mut passed = false;
        for verb in before.chain(after) {
            // "accuse X d'avoir tué un de ses soldats": not X's.
            if verb < place.phrase && self.hits_its_object(&phrases.chunks[verb].tokens) {
                passed = true;
                continue;
            }
            // "critique Pékin pour son soutien", "félicite Oslo pour sa médiation"
            let judges = |effect| self.scene.has(effect, &phrases.chunks[verb].tokens);
            let blamed = !passed && verb < place.phrase && (judges(Effect::Condemns) || judges(Effect::ObjectActs));
            // "reproche à Oslo son soutien"
            let mut addressee = if blamed { phrases.complements(verb, "à") } else { Vec::new() };
            addressee.retain(|at| *at < top);
            let object = match blamed {
                true if addressee.is_empty() => phrases.logical_object(verb),
                true => Subject { phrases: addressee, pronoun: None },
                false => Subject::default(),
            };
            let subject = if object.is_empty() || object.phrases.iter().any(|phrase| heads.contains(phrase)) {
                phrases.subject(verb)
            } else {
                object
            };
            if subject.is_empty() || subject.phrases.iter().any(|phrase| heads.contains(phrase)) {
                continue;
            }
            return match subject.pronoun {
                Some(token) => self.antecedent(place.sentence, token, depth - 1),
                None => {
                    subject.phrases.iter().flat_map(|phrase| self.of(Place { phrase: *phrase, ..place }, Who::Acting, depth - 1)).collect()
                }
            };
        }
        self.subject_of_sentences_before(place.sentence, None, depth)
    }

    /// True for a verb whose object is the one that has the part: "tuer".
    fn hits_its_object(&self, verb: &Range<usize>) -> bool {
        let hit = self.scene.triggers.iter().find(|hit| hit.tokens.start < verb.end && verb.start < hit.tokens.end);
        hit.is_some_and(|hit| match self.plan.of(hit.marker) {
            Meaning::Trigger(trigger) => trigger.agent.first() == Some(&Tie::Object) || trigger.suffered.is_some(),
            _ => false,
        })
    }
}
