//! Words that bear on a statement from outside: what denies it, what tells it as illegitimate.

use super::phrases::{Kind, Phrases};
use super::scene::Scene;
use crate::lexicon::Effect;

/// True where a word with this effect governs what stands at `chunk`: its verb, the verb of a clause above, or the noun it completes.
pub fn governs(scene: &Scene, phrases: &Phrases, chunk: usize, effect: Effect) -> bool {
    if !scene.tells(effect, phrases.chunks[chunk].tokens.start) {
        return false;
    }
    // What a verb of the same clause says does not bear on its own verb, nor on what is said on the way ("avec l'appui de").
    let mut own_clause = phrases.chunks[chunk].is_finite() || is_said_on_the_way(phrases, chunk);
    let mut aside = false;
    let mut completes = phrases.chunks[chunk].noun().is_some_and(|noun| noun.preposition.is_some());
    for at in (0..chunk).rev() {
        let here = &phrases.chunks[at];
        let has = || scene.has(effect, &here.tokens);
        match &here.kind {
            Kind::Who | Kind::Relative | Kind::Subordinator | Kind::Mark => return false,
            // "a démenti que …": on to the clause above; its noun too ("l'accusation que").
            Kind::That => (own_clause, completes) = (false, true),
            Kind::Verb(_) if own_clause && here.is_finite() && phrases.chunks[chunk].noun().is_none() => return false,
            _ if own_clause => {}
            Kind::Verb(_) => {
                if has() {
                    return true;
                }
                // "refuse de parler de ces bandes, soutenues par Oslo": of what is said, nothing is denied.
                if effect == Effect::Denies && aside && !here.is_finite() {
                    return false;
                }
                (own_clause, completes) = (here.is_finite(), true);
            }
            Kind::Noun(noun) => {
                if completes && has() {
                    return true;
                }
                completes &= noun.preposition.is_some();
            }
            Kind::Coordinator => completes = false,
            Kind::Comma => (completes, aside) = (false, true),
        }
    }
    false
}

/// "avec l'appui de X", "lors de l'offensive": no complement of the verb, as "met en garde contre un raid" has.
fn is_said_on_the_way(phrases: &Phrases, chunk: usize) -> bool {
    let head = phrases.head_of_list(phrases.head_of_de(chunk));
    let preposition = phrases.chunks[head].noun().and_then(|noun| noun.preposition);
    preposition.is_some_and(|preposition| !matches!(preposition, "de" | "à" | "dans" | "contre"))
}
