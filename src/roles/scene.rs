//! What an article names: actors, places, words around roles; and the country where the fighting takes place.

use super::plan::{Actor, Meaning, Plan};
use crate::lexicon::Effect;
use crate::matching::Hit;
use crate::text::Document;
use crate::zones::ZoneKind;
use std::ops::Range;

/// A name of an actor, a place of a country, or neither: a name that is nobody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    pub tokens: Range<usize>,
    pub sentence: usize,
    pub who: Option<Actor>,
}

/// A word that bears on roles near it.
struct Context {
    tokens: Range<usize>,
    sentence: usize,
    negated: bool,
    effects: Vec<Effect>,
}

/// All that the lexicons find in one article.
pub struct Scene {
    /// By place, without overlaps.
    pub actors: Vec<Mention>,
    pub places: Vec<Mention>,
    pub triggers: Vec<Hit>,
    contexts: Vec<Context>,
    /// The country where the fighting takes place.
    pub home: Option<Actor>,
}

impl Scene {
    /// None where the article gives nobody a part.
    pub fn new(document: &Document, plan: &Plan, found: Vec<Hit>, names: &[Hit]) -> Option<Self> {
        if !found.iter().any(|hit| matches!(plan.of(hit.marker), Meaning::Trigger(_))) {
            return None;
        }
        let mut scene = Self { actors: Vec::new(), places: Vec::new(), triggers: Vec::new(), contexts: Vec::new(), home: None };
        for hit in found {
            match plan.of(hit.marker) {
                Meaning::Trigger(_) => scene.triggers.push(hit),
                Meaning::Context(effects) => {
                    scene.contexts.push(Context {
                        tokens: hit.tokens,
                        sentence: hit.sentence,
                        negated: hit.negated,
                        effects: effects.clone(),
                    });
                }
                _ => {}
            }
        }
        for hit in names {
            let mention = |who| Mention { tokens: hit.tokens.clone(), sentence: hit.sentence, who };
            match plan.of(hit.marker) {
                Meaning::Actor(who) => scene.actors.push(mention(*who)),
                Meaning::Place(country) => scene.places.push(mention(Some(*country))),
                _ => {}
            }
        }
        scene.home = home(document, plan, &scene.places);
        (!scene.actors.is_empty()).then_some(scene)
    }

    /// Mentions that share a token with the range.
    pub fn actors_in(&self, range: &Range<usize>) -> &[Mention] {
        within(&self.actors, range)
    }

    pub fn places_in(&self, range: &Range<usize>) -> &[Mention] {
        within(&self.places, range)
    }

    /// True where a token belongs to a name.
    pub fn is_name(&self, token: usize) -> bool {
        let range = token..token + 1;
        !self.actors_in(&range).is_empty() || !self.places_in(&range).is_empty()
    }

    /// True where a word with this effect stands in the range.
    pub fn has(&self, effect: Effect, range: &Range<usize>) -> bool {
        let first = self.contexts.partition_point(|context| context.tokens.end <= range.start);
        self.contexts[first..]
            .iter()
            .take_while(|context| context.tokens.start < range.end)
            .any(|context| context.effects.contains(&effect) && !(context.negated && effect == Effect::Denies))
    }

    /// "n'a jamais cessé de frapper": what is denied twice is said.
    pub fn is_denied_twice(&self, hit: &Hit) -> bool {
        let denies = |context: &Context| context.negated && context.effects.contains(&Effect::Denies);
        self.contexts.iter().any(|context| context.sentence == hit.sentence && context.tokens.end <= hit.tokens.start && denies(context))
    }
}

fn within<'m>(mentions: &'m [Mention], range: &Range<usize>) -> &'m [Mention] {
    let first = mentions.partition_point(|mention| mention.tokens.end <= range.start);
    let last = mentions.partition_point(|mention| mention.tokens.start < range.end);
    &mentions[first.min(last)..last]
}

/// The country in which most of the named places lie; places of the title and the lead count more.
fn home(document: &Document, plan: &Plan, places: &[Mention]) -> Option<Actor> {
    const HEADLINE: usize = 3;
    let mut counts = vec![0usize; plan.actors.len()];
    for place in places {
        let weight = if matches!(document.sentences[place.sentence].zone, ZoneKind::Title | ZoneKind::Lead) { HEADLINE } else { 1 };
        if let Some(country) = place.who {
            counts[country] += weight;
        }
    }
    let most = counts.iter().copied().max().filter(|most| *most > 0)?;
    // Of two the one that is named first.
    places.iter().filter_map(|place| place.who).find(|country| counts[*country] == most)
}
