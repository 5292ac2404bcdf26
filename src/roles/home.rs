//! The country where the fighting takes place.

use super::plan::{Actor, Meaning, Plan};
use super::scene::{Mention, Scene};
use crate::lexicon::Effect;
use crate::text::Document;
use crate::text::tokenizer::Kind;
use crate::zones::ZoneKind;
use std::ops::Range;

impl Scene<'_, '_> {
    /// The country in which most of the named places lie, itself among them ("au Mali"); those of the title and the lead count more.
    pub(super) fn home(&self, document: &Document, plan: &Plan) -> Option<Actor> {
        const HEADLINE: usize = 3;
        // Places tell more than mentions, which only decide between equals.
        const PLACE: usize = 100;
        let mut counts = vec![0usize; plan.actors.len()];
        let weight = |mention: &Mention| {
            if matches!(document.sentences[mention.sentence].zone, ZoneKind::Title | ZoneKind::Lead) { HEADLINE } else { 1 }
        };
        let is_place = |mention: &&Mention| is_within(document, mention) || self.is_scene_of_headline(document, plan, mention);
        let mut places: Vec<&Mention> = self.places.iter().chain(self.actors.iter().filter(is_place)).collect();
        places.sort_by_key(|mention| mention.tokens.start);
        for place in &places {
            if let Some(country) = place.who.filter(|who| !plan.is_organisation(*who)) {
                counts[country] += PLACE * weight(place);
            }
        }
        for country in self.actors.iter().filter_map(|mention| mention.who) {
            if counts[country] > 0 {
                counts[country] += 1;
            }
        }
        let most = counts.iter().copied().max().filter(|most| *most >= 2 * PLACE)?;
        // A war that two countries wage on each other's soil is at home in neither.
        if 2 * most < counts.iter().sum() {
            return None;
        }
        // Of two the one that is named first.
        places.iter().filter_map(|place| place.who).find(|country| counts[*country] == most)
    }

    /// "Liban : une frappe …": where the headline says it happens, if it tells of fighting itself, or a sentence does that names nobody, or
    /// nobody but the country's army where the article tells of no other place; "Turquie : Erdogan à Kiev" is a rubric.
    fn is_scene_of_headline(&self, document: &Document, plan: &Plan, mention: &Mention) -> bool {
        let title = &document.sentences[mention.sentence];
        let label = title.zone == ZoneKind::Title && mention.tokens.start == title.tokens.start;
        if !label || document.tokens.get(mention.tokens.end).is_none() || document.surface(mention.tokens.end) != ":" {
            return false;
        }
        let quoted = document.tokens.get(mention.tokens.end + 1).is_some_and(|token| token.kind == Kind::Quote);
        let abroad = |other: &&Mention| other.who.is_some() && other.who != mention.who;
        let nowhere_else =
            || !self.places.iter().any(|place| abroad(&place)) && !self.actors.iter().filter(abroad).any(|m| is_within(document, m));
        let own_army = |tokens: &Range<usize>, actors: &[Mention]| {
            let armed = self.has(Effect::Institution, tokens) || self.has(Effect::Forces, tokens);
            armed && actors.iter().all(|other| other.who == mention.who) && nowhere_else()
        };
        let is_there = |sentence: usize| {
            let tokens = &document.sentences[sentence].tokens;
            let elsewhere = self.places_in(tokens).iter().any(|place| abroad(&place));
            let actors = self.actors_in(tokens);
            !elsewhere
                && match sentence == mention.sentence {
                    // "Soudan : ce raid au Tchad"
                    true => !actors.iter().filter(abroad).any(|other| is_within(document, other)),
                    false => actors.is_empty() || own_army(tokens, actors),
                }
        };
        let fights = |marker: usize| matches!(plan.of(marker), Meaning::Trigger(trigger) if plan.roles[trigger.role].locates);
        // "Erdogan : « … »" speaks.
        !quoted && self.triggers.iter().any(|hit| !hit.negated && fights(hit.marker) && is_there(hit.sentence))
    }
}

/// "en Syrie", "au Mali"
fn is_within(document: &Document, mention: &Mention) -> bool {
    let before = mention.tokens.start.checked_sub(1).map(|token| &*document.form(token).norm);
    matches!(before, Some("en" | "au" | "aux"))
}
