//! What the lexicons of actors and of roles say, by marker.

use crate::lexicon::{Compiled, Effect, Genitive, Pole, Purpose, Tie};

/// An actor, as an index into [`Plan::actors`].
pub type Actor = usize;

/// What a match of a marker means for roles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing; it belongs to another purpose.
    None,
    /// Names actors, most often one; none where a name is no actor's.
    Actors(Vec<Actor>),
    /// A place in the country of this actor.
    Place(Actor),
    Trigger(Trigger),
    Context(Vec<Effect>),
}

/// A word that gives somebody a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// Index into [`Plan::roles`].
    pub role: usize,
    pub agent: Vec<Tie>,
    pub patient: Vec<Tie>,
    pub mutual: bool,
    /// The role of those at the patient's place.
    pub other: Option<usize>,
    /// The role of those at the patient's place, where nobody is known to have done it.
    pub suffered: Option<usize>,
    /// What "de …" tells, in doubt.
    pub of: Option<Genitive>,
}

/// A role that the lexicons define.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleKind {
    pub id: String,
    pub mirror: Option<usize>,
    pub turns_into: Option<usize>,
    /// Another role turns into it where it is condemned.
    pub reproach: bool,
    pub at_home: bool,
    pub anyone: bool,
    /// It is played where the fighting takes place.
    pub locates: bool,
}

/// The lexicons' entries in the form that the search for roles asks for.
#[derive(Debug, Default)]
pub struct Plan {
    pub actors: Vec<String>,
    pub roles: Vec<RoleKind>,
    meanings: Vec<Meaning>,
    /// By actor: the countries where this organisation is at home; empty for a state.
    homes: Vec<Vec<Actor>>,
}

impl Plan {
    pub fn new(lexicons: &Compiled) -> Self {
        let mut plan = Self::default();
        let poles = |purpose: Purpose| {
            lexicons.lexicons.iter().filter(move |l| l.identity.purpose == purpose).flat_map(|l| &l.axes).flat_map(|a| &a.poles)
        };
        for pole in poles(Purpose::Actors) {
            if !pole.stands_for.is_empty() {
                pole.stands_for.iter().for_each(|id| _ = plan.actor(id));
                continue;
            }
            let actor = plan.actor(&pole.id);
            let homes: Vec<Actor> = pole.home.iter().map(|country| plan.actor(country)).collect();
            plan.homes[actor].extend(homes);
        }
        let roles: Vec<&Pole> = poles(Purpose::Roles).filter(|pole| pole.effects.is_empty()).collect();
        for pole in &roles {
            plan.roles.push(RoleKind {
                id: pole.id.clone(),
                mirror: None,
                turns_into: None,
                reproach: false,
                at_home: pole.at_home,
                anyone: pole.anyone,
                locates: pole.locates,
            });
        }
        for (at, pole) in roles.iter().enumerate() {
            let find = |id: &Option<String>| roles.iter().position(|role| Some(&role.id) == id.as_ref());
            (plan.roles[at].mirror, plan.roles[at].turns_into) = (find(&pole.mirror), find(&pole.turns_into));
            if let Some(reproach) = plan.roles[at].turns_into {
                plan.roles[reproach].reproach = true;
            }
        }
        plan.meanings = lexicons.markers.iter().map(|marker| plan.meaning(lexicons, marker)).collect();
        plan
    }

    fn actor(&mut self, id: &str) -> Actor {
        self.actors.iter().position(|known| known == id).unwrap_or_else(|| {
            self.actors.push(id.to_owned());
            self.homes.push(Vec::new());
            self.actors.len() - 1
        })
    }

    fn meaning(&self, lexicons: &Compiled, marker: &crate::lexicon::CompiledMarker) -> Meaning {
        let source = lexicons.source(marker);
        let pole = lexicons.pole(marker);
        let effects = pole.map(|pole| pole.effects.clone()).unwrap_or_default();
        match lexicons.lexicons[marker.lexicon].identity.purpose {
            Purpose::Actors => {
                let number = |name: &String| self.actors.iter().position(|id| id == name);
                let several = pole.map(|pole| &pole.stands_for).filter(|ids| !ids.is_empty());
                let actors: Vec<Actor> = match several {
                    Some(ids) => ids.iter().filter_map(number).collect(),
                    None => number(&source.pole).filter(|_| !pole.is_some_and(|pole| pole.nobody)).into_iter().collect(),
                };
                match (lexicons.axis(marker).places, actors.first()) {
                    (false, _) => Meaning::Actors(actors),
                    (_, Some(country)) => Meaning::Place(*country),
                    _ => Meaning::None,
                }
            }
            Purpose::Roles if !effects.is_empty() => Meaning::Context(effects),
            Purpose::Roles => {
                let find = |id: &str| self.roles.iter().position(|role| role.id == id);
                let trigger = |role| Trigger {
                    role,
                    agent: source.agent.clone(),
                    patient: source.patient.clone(),
                    mutual: source.mutual,
                    other: source.other.as_deref().and_then(find),
                    suffered: source.suffered.as_deref().and_then(find),
                    of: source.of,
                };
                find(&source.pole).map_or(Meaning::None, |role| Meaning::Trigger(trigger(role)))
            }
            Purpose::Markers | Purpose::Speech => Meaning::None,
        }
    }

    pub fn of(&self, marker: usize) -> &Meaning {
        &self.meanings[marker]
    }

    pub fn is_organisation(&self, actor: Actor) -> bool {
        !self.homes[actor].is_empty()
    }

    /// True where a war in this country is on the actor's own soil.
    pub fn is_at_home(&self, actor: Actor, country: Actor) -> bool {
        actor == country || self.homes[actor].contains(&country)
    }
}
