//! From triggers to statements: who plays which part, for or against whom.

use super::bearing::governs;
use super::genitive::{self, Ties};
use super::parties::{Parties, Place, Who};
use super::phrases::{Chunk, Kind};
use super::plan::{Actor, Meaning, Plan, Trigger};
use super::ties::{Found, Spot};
use crate::lexicon::{Effect, Tie};
use crate::matching::Hit;
use std::ops::Range;

/// One statement, by tokens of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    pub actor: Actor,
    /// Index into [`super::plan::Plan::roles`].
    pub role: usize,
    pub target: Option<Actor>,
    pub tokens: Range<usize>,
    pub sentence: usize,
    /// Of an organisation on its own soil that faces nobody who is named: it counts where the article tells that foreigners fight it.
    pub at_home: bool,
}

/// True for a trigger that tells of something as illegitimate.
pub fn is_reproach(plan: &Plan, hit: &Hit) -> bool {
    matches!(plan.of(hit.marker), Meaning::Trigger(trigger) if plan.roles[trigger.role].reproach)
}

/// The statements that one trigger makes.
pub fn of_trigger(parties: &Parties, hit: &Hit, before: &[Statement]) -> Vec<Statement> {
    let Meaning::Trigger(trigger) = parties.plan.of(hit.marker) else { return Vec::new() };
    let Some(spot) = Spot::new(parties, hit) else { return Vec::new() };
    let kind = &parties.plan.roles[trigger.role];
    // An accusation stays one whatever is answered to it.
    let deniable = kind.mirror.is_none();
    if is_denied(parties, &spot, hit) || deniable && governs(parties.scene, spot.phrases, spot.chunk, Effect::Denies) {
        return Vec::new();
    }
    let acting = if kind.anyone { Who::Anyone } else { Who::Acting };
    let ties = Ties::new(parties, &spot, trigger);
    let mut agents = first(&ties.agent, |tie| spot.at(parties, tie, acting));
    if agents.actors.is_empty() && spot.points_back(parties.document) {
        agents.actors = told_before(before, hit, trigger.role);
    }
    if agents.actors.is_empty() && kind.mirror.is_none() {
        // "les raids menés par Oslo ont détruit le port", "ces raids ont détruit le port"
        agents = who_did_it(parties, &spot, hit, before, agents, true);
    }
    if agents.actors.is_empty() && !spot.is_verb() && kind.reproach {
        agents.actors = accused_beside(parties, before, hit);
    }
    if agents.phrases.iter().any(|phrase| is_none_who(parties, &spot, *phrase)) {
        return Vec::new();
    }
    if agents.actors.is_empty() && !tells_of_patients(trigger) && !takes_of_as_agent(trigger, &agents) {
        return Vec::new();
    }
    // Civilians are hit or helped for their country, but only those who act for it are accused.
    let bearing = if kind.mirror.is_some() || trigger.other.is_some() || ties.is_thing { Who::Acting } else { Who::Anyone };
    let patient_at = |tie: &Tie, as_doer: bool| {
        let mut found = spot.at(parties, tie, bearing);
        if kind.mirror.is_some() && found.phrases.iter().any(|phrase| suffers_deed(parties, &spot, *phrase)) {
            found = Found::default();
        }
        let found = if kind.mirror.is_some() { who_did_it(parties, &spot, hit, before, found, as_doer) } else { found };
        without(found, &agents.actors)
    };
    // "dénonce une attaque de la part d'Oslo": of those told before only where nobody is named.
    let mut patients = first(&ties.patient, |tie| patient_at(tie, true));
    if patients.actors.is_empty() && kind.mirror.is_some() {
        patients = first(&ties.patient, |tie| patient_at(tie, false));
    }
    if kind.mirror.is_some() && patients.actors.is_empty() && !agents.actors.is_empty() && is_of_a_deed(parties, &spot, &patients) {
        patients.actors = last_told(before, hit, parties, &agents.actors);
    }
    if patients.actors.is_empty() && takes_of_as_agent(trigger, &agents) {
        // "le bombardement de Kiev": a place that nothing else explains is hit, it does not hit.
        (agents, patients) = as_target(parties, &spot, trigger, agents, patients);
    }
    if trigger.mutual {
        return mutual(parties, hit, trigger, &agents, &patients);
    }
    let role = role_told(parties, &spot, trigger, &agents, &patients);
    let helps_adversary = role != trigger.role;
    let targets: Vec<Option<Actor>> = if patients.actors.is_empty() || helps_adversary && names_adversary(parties, &spot, &patients) {
        vec![None]
    } else {
        patients.actors.iter().copied().map(Some).collect()
    };
    let mut statements = Vec::new();
    for actor in &agents.actors {
        for target in targets.iter().filter(|target| **target != Some(*actor)) {
            add(parties, hit, role, *actor, *target, &mut statements);
        }
    }
    if let Some(other) = trigger.other {
        for actor in patients.actors.iter().filter(|actor| !agents.actors.contains(actor)) {
            add(parties, hit, other, *actor, agents.actors.first().copied(), &mut statements);
        }
    }
    // Somebody is told to have done it, who is no actor: "une roquette a visé l'ambassade".
    if let Some(suffered) =
        trigger.suffered.filter(|_| statements.is_empty() && tells_who_is_hit(parties, &spot, trigger, &agents, &patients))
    {
        let hit_ones = patients.actors.iter().filter(|actor| !agents.actors.contains(actor));
        for actor in hit_ones {
            add(parties, hit, suffered, *actor, None, &mut statements);
        }
    }
    statements
}

/// True where somebody else is told to have done it, or nobody is; and of a deed to what is no country: "l'attaque contre le consulat".
fn tells_who_is_hit(parties: &Parties, spot: &Spot, trigger: &Trigger, agents: &Found, patients: &Found) -> bool {
    // "la disette frappe l'île": the noun of a deed, read as a verb, is another word.
    if trigger.of.is_some() && spot.is_verb() {
        return false;
    }
    // "impute à Lima l'attaque contre le consulat"
    let attributed = || parties.scene.tells(Effect::AttributedTo, spot.phrases.chunks[spot.chunk].tokens.start);
    let is_country = |phrase: &usize| spot.phrases.chunks[*phrase].noun().is_none_or(|noun| noun.name && !parties.are_people(noun));
    let is_thing = || trigger.of.is_some() && !patients.phrases.iter().any(is_country) && !attributed();
    !agents.phrases.is_empty() || spot.is_told_without_doer(parties.document) || is_thing()
}

/// "ces frappes": of those told last.
fn told_before(before: &[Statement], hit: &Hit, role: usize) -> Vec<Actor> {
    const SENTENCES: usize = 4;
    let near = |s: &&Statement| s.role == role && s.tokens.end <= hit.tokens.start && s.sentence + SENTENCES >= hit.sentence;
    let Some(last) = before.iter().rev().find(near) else { return Vec::new() };
    let mut actors: Vec<Actor> = Vec::new();
    for statement in before.iter().filter(|s| s.role == role && s.sentence == last.sentence && s.tokens == last.tokens) {
        if !actors.contains(&statement.actor) {
            actors.push(statement.actor);
        }
    }
    actors
}

/// "dénonce le raid suédois, une violation du droit", "crie à la violation": of a reproach that names nobody, who is accused in the sentence.
fn accused_beside(parties: &Parties, told: &[Statement], hit: &Hit) -> Vec<Actor> {
    let accused = told.iter().filter(|s| s.sentence == hit.sentence && parties.plan.roles.iter().any(|role| role.mirror == Some(s.role)));
    accused.map(|s| s.actor).take(1).collect()
}

/// Of what is condemned, who did it: of "l'invasion de l'île par Oslo", Oslo.
fn who_did_it(parties: &Parties, spot: &Spot, hit: &Hit, before: &[Statement], found: Found, as_doer: bool) -> Found {
    let mut actors = Vec::new();
    let mut is_act = false;
    for phrase in &found.phrases {
        let Some(noun) = spot.phrases.chunks[*phrase].noun() else { continue };
        let act = parties.scene.other_trigger(hit, noun.head).map(|act| (act, parties.plan.of(act.marker)));
        let Some((act, Meaning::Trigger(trigger))) = act else { continue };
        let Some(there) = Spot::new(parties, act) else { continue };
        let doers = first(&Ties::new(parties, &there, trigger).agent, |tie| there.at(parties, tie, Who::Acting));
        is_act = true;
        if doers.actors.is_empty() && (!as_doer || there.points_back(parties.document)) {
            // "a jugé l'invasion inacceptable": of those who were told to invade.
            actors.extend(told_before(before, hit, trigger.role));
        }
        actors.extend(doers.actors);
    }
    if is_act { Found { actors, ..found } } else { found }
}

/// "condamne l'invasion de l'île": the island is not what is condemned.
fn suffers_deed(parties: &Parties, spot: &Spot, phrase: usize) -> bool {
    let completes = spot.phrases.chunks[phrase].opens_with("de") && phrase > 0 && phrase - 1 != spot.chunk;
    completes && genitive::is_done_to(parties, Place { sentence: spot.sentence, phrase: phrase - 1 })
}

/// True where what is condemned is a deed, not a person: an abstract noun without a party of its own.
fn is_of_a_deed(parties: &Parties, spot: &Spot, patients: &Found) -> bool {
    // "« … », a dénoncé Oslo": what was told in the speech itself.
    patients.phrases.is_empty() && spot.is_verb()
        || patients.phrases.iter().any(|phrase| {
            let chunk = &spot.phrases.chunks[*phrase];
            let told = chunk.noun().is_some_and(|noun| parties.scene.trigger_at(noun.head));
            told || parties.scene.has(Effect::Condemns, &chunk.tokens) || parties.points_at_deed(chunk)
        })
}

/// Whom an accusation means that names nobody: "crie à l'invasion", "dénonce une violation de sa souveraineté"; whoever was last told to have
/// done something, the accuser apart.
fn last_told(before: &[Statement], hit: &Hit, parties: &Parties, accusers: &[Actor]) -> Vec<Actor> {
    const SENTENCES: usize = 1;
    // What one does, neither says nor suffers.
    let is_deed = |role: usize| !parties.plan.roles[role].at_home && !parties.plan.roles[role].anyone;
    let near = |s: &&Statement| {
        s.tokens.end <= hit.tokens.start && s.sentence + SENTENCES >= hit.sentence && !accusers.contains(&s.actor) && is_deed(s.role)
    };
    before.iter().rev().find(near).map(|s| s.actor).into_iter().collect()
}

/// True where the trigger is asked about, or negated and the negation is its own: "n'a pas frappé", "n'a lancé aucun raid", but not "n'a pas
/// commenté le raid".
fn is_denied(parties: &Parties, spot: &Spot, hit: &Hit) -> bool {
    spot.is_asked(parties.document)
        || spot.is_nobodys(parties.document)
        || hit.negated
            && !spot.is_restricted(parties.document)
            && !spot.is_taken_for_granted(parties)
            && !parties.scene.is_denied_twice(hit)
}

/// "ce n'est pas Lima qui a tiré"
fn is_none_who(parties: &Parties, spot: &Spot, phrase: usize) -> bool {
    let chunks = &spot.phrases.chunks;
    let who = chunks.get(phrase + 1).is_some_and(|chunk| chunk.is(&Kind::Who));
    let negated =
        |verb: &Chunk| verb.is_finite() && verb.tokens.clone().any(|token| matches!(&*parties.document.form(token).norm, "n'" | "ne"));
    // "pas" may be read as a noun.
    who && (phrase.saturating_sub(2)..phrase).any(|before| negated(&chunks[before]))
}

/// The first tie at which an actor stands; else the phrases of the first that has any.
fn first(ties: &[Tie], at: impl Fn(&Tie) -> Found) -> Found {
    let mut nameless = Found::default();
    for tie in ties {
        let found = at(tie);
        if !found.actors.is_empty() {
            return found;
        }
        if nameless.phrases.is_empty() {
            nameless = found;
        }
    }
    nameless
}

fn without(found: Found, actors: &[Actor]) -> Found {
    Found { actors: found.actors.into_iter().filter(|actor| !actors.contains(actor)).collect(), ..found }
}

/// True where those to whom it is done have a part of their own, whoever did it.
fn tells_of_patients(trigger: &Trigger) -> bool {
    trigger.mutual || trigger.other.is_some() || trigger.suffered.is_some()
}

/// True where "de …" could be either party and was taken for the agent.
fn takes_of_as_agent(trigger: &Trigger, agents: &Found) -> bool {
    let is_of = |tie: &Tie| matches!(tie, Tie::Preposition(word) if word == "de");
    !agents.phrases.is_empty() && trigger.patient.first().is_some_and(is_of) && trigger.agent.iter().any(is_of)
}

fn as_target(parties: &Parties, spot: &Spot, trigger: &Trigger, agents: Found, patients: Found) -> (Found, Found) {
    let of = Tie::Preposition("de".into());
    let is_place = |phrase: &usize| {
        let chunk = &spot.phrases.chunks[*phrase];
        let head = chunk.noun().map_or(0, |noun| noun.head);
        !parties.scene.places_in(&(head..head + 1)).is_empty()
    };
    let stands_at_of = spot.at(parties, &of, Who::Acting).phrases == agents.phrases;
    let others: Vec<Tie> = trigger.agent.iter().filter(|tie| **tie != of).cloned().collect();
    if stands_at_of && patients.phrases.is_empty() && agents.phrases.iter().all(is_place) {
        let targets = spot.at(parties, &of, Who::Anyone);
        return (first(&others, |tie| spot.at(parties, tie, Who::Acting)), targets);
    }
    (agents, patients)
}

/// Everybody against everybody else.
fn mutual(parties: &Parties, hit: &Hit, trigger: &Trigger, agents: &Found, patients: &Found) -> Vec<Statement> {
    let mut all = agents.actors.clone();
    all.extend(patients.actors.iter().filter(|actor| !agents.actors.contains(actor)));
    let mut statements = Vec::new();
    for (at, actor) in all.iter().enumerate() {
        let others: Vec<Actor> = all.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| *other).collect();
        let targets = if others.is_empty() { vec![None] } else { others.into_iter().map(Some).collect() };
        for target in targets {
            add(parties, hit, trigger.role, *actor, target, &mut statements);
        }
    }
    statements
}

/// The role, or what it turns into where the text or its speaker tells it as illegitimate.
fn role_told(parties: &Parties, spot: &Spot, trigger: &Trigger, agents: &Found, patients: &Found) -> usize {
    let Some(other) = parties.plan.roles[trigger.role].turns_into else { return trigger.role };
    let around: Vec<usize> = std::iter::once(spot.chunk).chain(agents.phrases.iter().copied()).collect();
    let condemned = around.iter().any(|phrase| parties.scene.has(Effect::Condemns, &spot.phrases.chunks[*phrase].tokens))
        || governs(parties.scene, spot.phrases, spot.chunk, Effect::Condemns)
        || spot.is_condemned(parties);
    if condemned || names_adversary(parties, spot, patients) { other } else { trigger.role }
}

/// True where those who are helped, or their complements, are called an adversary.
fn names_adversary(parties: &Parties, spot: &Spot, patients: &Found) -> bool {
    patients.phrases.iter().any(|phrase| {
        // "à ces bandes, une organisation terroriste"
        let chunks = &spot.phrases.chunks;
        let beside = Some(phrase + 2)
            .filter(|at| chunks.get(phrase + 1).is_some_and(|chunk| chunk.is(&Kind::Comma)) && chunks.get(*at).is_some_and(Chunk::is_bare));
        let with_complements = spot.phrases.complements_of_noun(*phrase, "de").into_iter().chain([*phrase]).chain(beside);
        with_complements.into_iter().any(|at| parties.scene.has(Effect::Adversary, &spot.phrases.chunks[at].tokens))
    })
}

/// Adds a statement and its mirror, unless the actor acts at home or the other half is missing. An organisation can be hit at home.
fn add(parties: &Parties, hit: &Hit, role: usize, actor: Actor, target: Option<Actor>, statements: &mut Vec<Statement>) {
    let kind = &parties.plan.roles[role];
    let organisation = parties.plan.is_organisation(actor);
    let at_home = !kind.at_home && acts_at_home(parties, actor, target) && !(kind.anyone && organisation);
    // Against armed groups on its own soil it has none, nor has the state, unless it strikes abroad.
    let excused = at_home
        && if organisation { target.is_none() && !faces_adversary(parties, hit) } else { !kind.anyone && is_told_abroad(parties, hit) };
    if kind.mirror.is_some() && target.is_none() || at_home && !excused {
        return;
    }
    let at_home = at_home && organisation;
    let statement = |actor, role, target| Statement { actor, role, target, tokens: hit.tokens.clone(), sentence: hit.sentence, at_home };
    statements.push(statement(actor, role, target));
    if let (Some(mirror), Some(target)) = (kind.mirror, target) {
        statements.push(statement(target, mirror, Some(actor)));
    }
}

/// True for a state on its own soil, and for an organisation there that faces nobody from abroad.
fn acts_at_home(parties: &Parties, actor: Actor, target: Option<Actor>) -> bool {
    let Some(home) = parties.scene.home else { return false };
    if !parties.plan.is_at_home(actor, home) {
        return false;
    }
    !parties.plan.is_organisation(actor) || target.is_none_or(|target| parties.plan.is_at_home(target, home))
}

/// "a frappé une raffinerie près de Belgorod": a place of another country stands after the word, in its clause.
fn is_told_abroad(parties: &Parties, hit: &Hit) -> bool {
    const REACH: usize = 12;
    let end = parties.document.sentences[hit.sentence].tokens.end;
    let after = hit.tokens.end..end.min(hit.tokens.end + REACH);
    let stops = |token: usize| matches!(&*parties.document.form(token).norm, "qui" | "que" | "qu'" | "dont" | "où" | "et" | "depuis");
    let clause = after.start..after.clone().find(|token| stops(*token)).unwrap_or(after.end);
    parties.scene.places_in(&clause).iter().any(|place| place.who.is_some_and(|country| Some(country) != parties.scene.home))
}

fn faces_adversary(parties: &Parties, hit: &Hit) -> bool {
    parties.scene.has(Effect::Adversary, &parties.document.sentences[hit.sentence].tokens)
}
