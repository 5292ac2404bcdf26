//! Words that bear on a statement from outside: what denies it, what tells it as illegitimate.

use super::phrases::{Kind, Phrases};
use super::scene::Scene;
use crate::lexicon::Effect;

/// True where a word with this effect governs what stands at `chunk`: its verb, the verb of a clause above, or the noun it completes.
pub fn governs(scene: &Scene, phrases: &Phrases, chunk: usize, effect: Effect) -> bool {
    let mut own_clause = phrases.chunks[chunk].is_finite();
    let mut completes = phrases.chunks[chunk].noun().is_some_and(|noun| noun.preposition.is_some());
    for at in (0..chunk).rev() {
        let here = &phrases.chunks[at];
        let has = || scene.has(effect, &here.tokens);
        match &here.kind {
            Kind::Verb(_) if here.is_finite() => {
                if own_clause {
                    return false;
                }
                if has() {
                    return true;
                }
                own_clause = true;
            }
            Kind::Verb(_) => {
                if has() {
                    return true;
                }
                completes = true;
            }
            Kind::Noun(noun) => {
                if completes && has() {
                    return true;
                }
                completes &= noun.preposition.is_some();
            }
            // "a démenti que …": on to the clause above; its noun too ("l'accusation que").
            Kind::That => (own_clause, completes) = (false, true),
            Kind::Who | Kind::Relative | Kind::Subordinator | Kind::Mark => return false,
            Kind::Coordinator | Kind::Comma => completes = false,
        }
    }
    false
}
