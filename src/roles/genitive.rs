//! What "de …" tells of a deed: who did it ("l'offensive de Quito"), or to whom it is done ("l'invasion de l'île").

use super::parties::{Parties, Place};
use super::plan::{Meaning, Trigger};
use super::ties::Spot;
use crate::lexicon::{Effect, Genitive, Tie};
use std::borrow::Cow;

/// The ties at which agents and patients of a deed stand: "de …" tells of one or the other, never of both.
pub struct Ties<'t> {
    pub agent: Cow<'t, [Tie]>,
    pub patient: Cow<'t, [Tie]>,
    /// "l'attaque du pont de Lima": whose the thing is that is hit, not where it stands.
    pub is_thing: bool,
}

impl<'t> Ties<'t> {
    pub fn new(parties: &Parties, spot: &Spot, trigger: &'t Trigger) -> Self {
        let as_listed = Self { agent: Cow::Borrowed(&trigger.agent), patient: Cow::Borrowed(&trigger.patient), is_thing: false };
        if trigger.of.is_none() || spot.is_verb() {
            return as_listed;
        }
        let (with, without): (Vec<Tie>, Vec<Tie>) = trigger.agent.iter().cloned().partition(is_of);
        if with.is_empty() || !suffers(parties, spot, trigger) {
            return as_listed;
        }
        let others = trigger.patient.iter().filter(|tie| !is_of(tie)).cloned();
        let patient = Cow::Owned(with.into_iter().chain(others).collect());
        Self { agent: Cow::Owned(without), patient, is_thing: trigger.of == Some(Genitive::Agent) && !tells_who(parties, spot, trigger) }
    }
}

/// True for a noun phrase of a deed that is done to whom "de" names: "l'attaque du consulat chilien" is not Chile's.
pub fn is_done_to(parties: &Parties, place: Place) -> bool {
    let phrases = parties.phrases(place.sentence);
    let Some(noun) = phrases.chunks[place.phrase].noun() else { return false };
    parties.scene.triggers_at(noun.head).any(|hit| match parties.plan.of(hit.marker) {
        Meaning::Trigger(trigger) if trigger.of.is_some() => {
            let suffers = |spot: &Spot| spot.chunk == place.phrase && suffers(parties, spot, trigger);
            Spot::new(parties, hit).is_some_and(|spot| suffers(&spot) && !spot.is_taken(parties, &Tie::Adjective))
        }
        _ => false,
    })
}

fn is_of(tie: &Tie) -> bool {
    matches!(tie, Tie::Preposition(word) if word == "de")
}

/// True where it is done to whom "de" names.
fn suffers(parties: &Parties, spot: &Spot, trigger: &Trigger) -> bool {
    let named = spot.phrases.complements_of_noun(spot.chunk, "de");
    // "l'agression d'Oslo contre Lima": told against whom, so "de" tells who.
    if named.is_empty()
        || trigger.patient.iter().any(|tie| matches!(tie, Tie::Preposition(_)) && !is_of(tie) && spot.is_taken(parties, tie))
    {
        return false;
    }
    if tells_who(parties, spot, trigger) {
        return true;
    }
    match trigger.of {
        Some(Genitive::Patient) => !named.iter().all(|phrase| fights(parties, spot, *phrase)),
        _ => named.iter().all(|phrase| is_struck(parties, spot, *phrase)),
    }
}

/// "l'attaque de l'île par ces bandes", "l'attaque chilienne de l'île": who did it stands elsewhere.
fn tells_who(parties: &Parties, spot: &Spot, trigger: &Trigger) -> bool {
    let tells = |tie: &&Tie| match tie {
        Tie::Preposition(word) => word != "de",
        Tie::Adjective => true,
        _ => trigger.of == Some(Genitive::Patient),
    };
    trigger.agent.iter().filter(tells).any(|tie| spot.is_taken(parties, tie))
}

/// "les bombardements de l'aviation, de la coalition, des Suédois": those who strike, not a country.
fn fights(parties: &Parties, spot: &Spot, phrase: usize) -> bool {
    let Some(noun) = spot.phrases.chunks[phrase].noun() else { return false };
    let effects = parties.scene.effects_at(noun.head);
    let named = parties.scene.actors_in(&(noun.head..noun.head + 1));
    let organised = named.iter().filter_map(|mention| mention.who).any(|actor| parties.plan.is_organisation(actor));
    effects.contains(Effect::Forces) || effects.contains(Effect::Institution) || organised || parties.are_people(noun)
}

/// "l'attaque du consulat, de la base, de Gao": a thing or a place.
fn is_struck(parties: &Parties, spot: &Spot, phrase: usize) -> bool {
    let Some(noun) = spot.phrases.chunks[phrase].noun() else { return false };
    parties.scene.has(Effect::Struck, &(noun.head..noun.head + 1)) || !parties.scene.places_in(&(noun.head..noun.head + 1)).is_empty()
}
