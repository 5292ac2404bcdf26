//! What an article names: actors, places, words around roles; and the country where the fighting takes place.

use super::anaphors;
use super::around::Around;
use super::effects::Effects;
use super::plan::{Actor, Meaning, Plan};
use crate::lexicon::{Compiled, Effect, Needs, Tie};
use crate::matching::{self, Hit};
use crate::text::Document;
use crate::text::forms::FormId;
use crate::text::morphology::Pos;
use crate::text::normal::Casing;
use crate::text::tokenizer::Kind;
use std::ops::Range;

/// A name of an actor, a place of a country, or neither: a name that is nobody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    pub tokens: Range<usize>,
    pub sentence: usize,
    pub who: Option<Actor>,
}

/// All that the lexicons find in one article.
pub struct Scene<'p, 't> {
    /// By place, without overlaps.
    pub actors: Vec<Mention>,
    pub places: Vec<Mention>,
    pub triggers: Vec<Hit>,
    around: Around<'p, 't>,
    /// By token: it belongs to a name.
    names: Vec<bool>,
    /// The country where the fighting takes place.
    pub home: Option<Actor>,
}

impl<'p, 't> Scene<'p, 't> {
    /// None where the article gives nobody a part: triggers are looked for in sentences that speak of somebody.
    pub fn new(document: &'p Document<'t>, lexicons: &'p Compiled, plan: &'p Plan, names: &[Hit]) -> Option<Self> {
        if !names.iter().any(|hit| matches!(plan.of(hit.marker), Meaning::Actors(_))) {
            return None;
        }
        let mut scene = Self {
            actors: Vec::new(),
            places: Vec::new(),
            triggers: Vec::new(),
            around: Around::new(document, lexicons, plan),
            names: vec![false; document.tokens.len()],
            home: None,
        };
        for hit in names {
            let mention = |who| Mention { tokens: hit.tokens.clone(), sentence: hit.sentence, who };
            match plan.of(hit.marker) {
                Meaning::Actors(who) if who.is_empty() => scene.actors.push(mention(None)),
                Meaning::Actors(who) => scene.actors.extend(who.iter().map(|actor| mention(Some(*actor)))),
                Meaning::Place(country) => scene.places.push(mention(Some(*country))),
                _ => {}
            }
        }
        take_up_longer_names(document, &mut scene.actors);
        for mention in scene.actors.iter().chain(&scene.places) {
            scene.names[mention.tokens.clone()].fill(true);
        }
        scene.introduce_persons(document);
        scene.triggers = matching::find_in(document, lexicons, Needs::ROLES, scene.speaking_of_somebody(document));
        scene.triggers.retain(|hit| matches!(plan.of(hit.marker), Meaning::Trigger(_)));
        scene.home = scene.home(document, plan);
        (!scene.triggers.is_empty()).then_some(scene)
    }

    /// The sentences where a trigger can begin that name somebody or a place, or have a word that can stand for one.
    fn speaking_of_somebody(&self, document: &Document) -> Vec<usize> {
        let names = |tokens: &Range<usize>| !self.actors_in(tokens).is_empty() || !self.places_in(tokens).is_empty();
        let speaks = |sentence: &usize| names(&document.sentences[*sentence].tokens) || anaphors::stand_in(document, *sentence);
        let begins = |sentence: &usize| document.sentences[*sentence].begins & Needs::ROLES.bits() != 0;
        (0..document.sentences.len()).filter(begins).filter(speaks).collect()
    }

    /// "Ida Holm, ministre norvégienne", "le général norvégien Lars Berg": those names stand for Norway from then on.
    fn introduce_persons(&mut self, document: &Document) {
        const BESIDE: usize = 4;
        let unknown = |token: usize| {
            let form = document.form(token);
            document.tokens[token].kind == Kind::Word
                && form.casing == Casing::Initial
                && (form.guessed || form.pos.is_empty() || form.pos.is_only(Pos::ProperNoun))
                && !self.is_name(token)
        };
        let mut named: Vec<(FormId, Actor)> = Vec::new();
        let introduces =
            |sentence: &Range<usize>| self.actors_in(sentence).iter().any(|mention| mention.who.is_some()) && sentence.clone().any(unknown);
        let sentences = document.sentences.iter().map(|sentence| &sentence.tokens).enumerate().filter(|(_, tokens)| introduces(tokens));
        let words = sentences.flat_map(|(number, tokens)| self.around.of_sentence(number).iter().map(move |context| (context, tokens)));
        for (context, sentence) in words.filter(|(context, _)| context.has(Effect::Institution)) {
            let near = context.tokens.start..sentence.end.min(context.tokens.end + BESIDE);
            let Some(mention) = self.actors_in(&near).iter().find(|mention| mention.who.is_some()) else { continue };
            let (Some(actor), end) = (mention.who, context.tokens.end.max(mention.tokens.end)) else { continue };
            let after = end + usize::from(end < sentence.end && document.tokens[end].kind == Kind::Comma);
            let following = (after..sentence.end).take_while(|token| unknown(*token)).last();
            // "Ida Holm, la ministre norvégienne": back over the article and the comma.
            let before = (sentence.start..context.tokens.start).rev().find(|token| document.tokens[*token].kind != Kind::Word);
            let preceding = before
                .filter(|comma| document.tokens[*comma].kind == Kind::Comma && *comma + 3 > context.tokens.start && *comma > sentence.start)
                .map(|comma| comma - 1)
                .filter(|token| unknown(*token));
            for token in following.into_iter().chain(preceding) {
                named.push((document.tokens[token].form.id, actor));
            }
        }
        if named.is_empty() {
            return;
        }
        for (number, sentence) in document.sentences.iter().enumerate() {
            for token in sentence.tokens.clone() {
                let id = document.tokens[token].form.id;
                if let Some((_, actor)) = named.iter().find(|(name, _)| *name == id) {
                    self.actors.push(Mention { tokens: token..token + 1, sentence: number, who: Some(*actor) });
                    self.names[token] = true;
                }
            }
        }
        self.actors.sort_by_key(|mention| (mention.tokens.start, mention.tokens.end));
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
        self.names.get(token).is_some_and(|name| *name)
    }

    /// True where a word with this effect stands in the range.
    pub fn has(&self, effect: Effect, range: &Range<usize>) -> bool {
        self.around.within(effect, range).next().is_some()
    }

    /// True where a word with this effect stands in the sentence of a token: without one, nothing there needs to be asked.
    pub fn tells(&self, effect: Effect, token: usize) -> bool {
        self.around.tells(effect, token)
    }

    /// What the words at a token do to the roles near them.
    pub fn effects_at(&self, token: usize) -> Effects {
        self.around.effects_at(token)
    }

    /// True where a trigger of several words begins with its verb: "prête main-forte" is no adjective and noun.
    pub fn is_verb(&self, token: usize, plan: &Plan) -> bool {
        let first = self.triggers.partition_point(|hit| hit.tokens.start < token);
        let by_subject =
            |hit: &Hit| matches!(plan.of(hit.marker), Meaning::Trigger(trigger) if trigger.agent.first() == Some(&Tie::Subject));
        let mut here = self.triggers[first..].iter().take_while(|hit| hit.tokens.start == token);
        here.find(|hit| hit.tokens.len() > 1).is_some_and(by_subject)
    }

    /// The words with this effect at a token, and where they end.
    pub fn words_at(&self, effect: Effect, token: usize) -> Option<&Range<usize>> {
        self.around.within(effect, &(token..token + 1)).next().map(|context| &context.tokens)
    }

    /// The actor that stands beside a word with this effect, for the last such word before a token that has one and that `fits`.
    pub fn last_beside(&self, effect: Effect, token: usize, fits: impl Fn(&Range<usize>) -> bool) -> Option<Actor> {
        const BESIDE: usize = 3;
        let named = |sentence: &usize| self.actors.binary_search_by_key(sentence, |mention| mention.sentence).is_ok();
        let sentences = (0..=self.around.sentence_of(token).min(self.around.last())).rev().filter(named);
        let words = sentences.flat_map(|sentence| self.around.of_sentence(sentence).iter().rev().map(move |context| (sentence, context)));
        let mut fitting = words.filter(|(_, context)| context.tokens.end <= token && context.has(effect) && fits(&context.tokens));
        fitting.find_map(|(sentence, context)| {
            let beside = context.tokens.start..context.tokens.end + BESIDE;
            self.actors_in(&beside).iter().find(|mention| mention.sentence == sentence)?.who
        })
    }

    /// The triggers of the sentence in which a token stands.
    fn triggers_beside(&self, token: usize) -> &[Hit] {
        let sentence = self.around.sentence_of(token);
        let first = self.triggers.partition_point(|hit| hit.sentence < sentence);
        let last = first + self.triggers[first..].partition_point(|hit| hit.sentence == sentence);
        &self.triggers[first..last]
    }

    /// The triggers that stand at a token, by place.
    pub fn triggers_at(&self, token: usize) -> impl Iterator<Item = &Hit> {
        self.triggers_beside(token).iter().filter(move |hit| hit.tokens.contains(&token))
    }

    /// True where a word that gives somebody a part stands.
    pub fn trigger_at(&self, token: usize) -> bool {
        self.triggers_at(token).next().is_some()
    }

    /// The trigger that stands at a token, but for this one.
    pub fn other_trigger(&self, hit: &Hit, token: usize) -> Option<&Hit> {
        self.triggers_at(token).find(|other| *other != hit)
    }

    /// "n'a jamais cessé de frapper": what is denied twice is said.
    pub fn is_denied_twice(&self, hit: &Hit) -> bool {
        self.around.of_sentence(hit.sentence).iter().any(|context| context.tokens.end <= hit.tokens.start && context.negated)
    }
}

fn within<'m>(mentions: &'m [Mention], range: &Range<usize>) -> &'m [Mention] {
    let first = mentions.partition_point(|mention| mention.tokens.end <= range.start);
    let last = mentions.partition_point(|mention| mention.tokens.start < range.end);
    &mentions[first.min(last)..last]
}

/// "la coalition" after "la coalition que mène Oslo": a common noun alone stands for whom it named in full.
fn take_up_longer_names(document: &Document, mentions: &mut [Mention]) {
    for at in 1..mentions.len() {
        let tokens = mentions[at].tokens.clone();
        let form = document.form(tokens.start);
        // "turc" after "les Kurdes turcs" is Turkey still.
        if tokens.len() > 1 || form.casing != Casing::Lower || !form.pos.contains(Pos::Noun) || form.pos.contains(Pos::Adjective) {
            continue;
        }
        let same = |token: usize| document.form(token).norm == form.norm;
        let longer = |mention: &&Mention| mention.tokens.len() > 1 && mention.tokens.clone().any(same);
        if let Some(who) = mentions[..at].iter().rev().find(longer).map(|mention| mention.who) {
            mentions[at].who = who;
        }
    }
}
