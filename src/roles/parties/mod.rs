//! For whom a noun phrase or a pronoun stands.

mod earlier;
mod holders;
mod nouns;
mod pronouns;

use super::phrases::{Chunk, Noun, Phrases, Subject};
use super::plan::{Actor, Plan};
use super::scene::Scene;
use crate::lexicon::{Compiled, Effect};
use crate::matching::{self, Hit};
use crate::text::Document;
use crate::text::closed_classes::ClosedClasses;
use crate::text::morphology::{Features, Pos};
use crate::voice::Voices;
use std::cell::OnceCell;
use std::ops::Range;

/// References followed from one phrase to another.
const DEEPEST: usize = 4;
/// Sentences looked back for what a pronoun stands for.
const SENTENCES_BACK: usize = 2;

/// A noun phrase of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub sentence: usize,
    pub phrase: usize,
}

/// Which people count for their country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Those that act for it.
    Acting,
    /// Its people and places too.
    Anyone,
}

/// Reads the sentences of one article as they are asked for.
pub struct Parties<'p, 't> {
    pub document: &'p Document<'t>,
    lexicons: &'p Compiled,
    pub plan: &'p Plan,
    pub scene: &'p Scene<'p, 't>,
    voices: Option<&'p Voices>,
    phrases: Vec<OnceCell<Phrases>>,
}

impl<'p, 't> Parties<'p, 't> {
    pub fn new(
        document: &'p Document<'t>,
        lexicons: &'p Compiled,
        plan: &'p Plan,
        scene: &'p Scene<'p, 't>,
        voices: Option<&'p Voices>,
    ) -> Self {
        let phrases = document.sentences.iter().map(|_| OnceCell::new()).collect();
        Self { document, lexicons, plan, scene, voices, phrases }
    }

    /// The tokens that a trigger's match has in one of its slots.
    pub fn slot(&self, hit: &Hit, name: &str) -> Option<Range<usize>> {
        matching::slot(self.document, self.lexicons, hit, name)
    }

    pub fn phrases(&self, sentence: usize) -> &Phrases {
        self.phrases[sentence].get_or_init(|| {
            let tokens = &self.document.sentences[sentence].tokens;
            let object_acts = |token: usize| self.scene.has(Effect::ObjectActs, &(token..token + 1));
            let is_verb = |token: usize| self.scene.is_verb(token, self.plan);
            Phrases::new(self.document, tokens, |token| self.scene.is_name(token), is_verb, object_acts)
        })
    }

    /// The actors that these phrases stand for, without repetition.
    pub fn of_all(&self, sentence: usize, phrases: &[usize], who: Who) -> Vec<Actor> {
        let mut actors = Vec::new();
        for phrase in phrases {
            for actor in self.of(Place { sentence, phrase: *phrase }, who, DEEPEST) {
                if !actors.contains(&actor) {
                    actors.push(actor);
                }
            }
        }
        actors
    }

    /// The actors that a subject stands for.
    pub fn of_subject(&self, sentence: usize, subject: &Subject, who: Who) -> Vec<Actor> {
        match subject.pronoun {
            // "lui demandant de cesser"
            Some(token) if matches!(self.norm(token), "l'" | "le" | "la" | "les" | "lui" | "leur") => {
                match self.phrases(sentence).at(token) {
                    Some(verb) => self.of_object(sentence, verb, token, 1),
                    None => Vec::new(),
                }
            }
            Some(token) => self.antecedent(sentence, token, DEEPEST),
            None => self.of_all(sentence, &subject.phrases, who),
        }
    }

    fn norm(&self, token: usize) -> &str {
        &self.document.form(token).norm
    }

    fn classes(&self, token: usize) -> ClosedClasses {
        self.document.form(token).classes
    }

    fn has_coordinator(&self, tokens: &Range<usize>) -> bool {
        tokens.clone().any(|token| matches!(self.norm(token), "et" | "ou"))
    }

    pub fn is_possessive(&self, token: usize) -> bool {
        self.classes(token).are(ClosedClasses::SPEAKERS.or(ClosedClasses::POSSESSIVE))
    }

    /// "nos soldats": the speaker's.
    fn is_own(&self, token: usize) -> bool {
        self.classes(token).are(ClosedClasses::SPEAKERS)
    }

    /// "cet envoi", "cette décision": what was told before, not who.
    pub fn points_at_deed(&self, chunk: &Chunk) -> bool {
        let Some(noun) = chunk.noun().filter(|noun| !noun.time) else { return false };
        let points = noun.determiner.is_some_and(|token| self.classes(token).are(ClosedClasses::DEMONSTRATIVE));
        let someone = [Effect::Adversary, Effect::Bystander, Effect::Institution, Effect::Country, Effect::BothParties];
        points && self.scene.actors_in(&chunk.tokens).is_empty() && {
            let effects = self.scene.effects_at(noun.head);
            !someone.iter().any(|effect| effects.contains(*effect))
        }
    }

    fn is_definite(&self, token: usize) -> bool {
        self.classes(token).are(ClosedClasses::DEFINITE)
    }

    fn sentence_of(&self, token: usize) -> usize {
        self.document.sentences.partition_point(|sentence| sentence.tokens.end <= token)
    }

    /// "les Suédois", "les Casques bleus": a name of people, not of a country.
    pub fn are_people(&self, noun: &Noun) -> bool {
        let armed = || self.scene.has(Effect::Forces, &(noun.head..noun.head + 1));
        let plural = noun.name && noun.features.contains(Features::PLURAL);
        plural && (self.document.form(noun.head).pos.contains(Pos::Adjective) || armed())
    }

    /// The actors whom these phrases name themselves.
    fn named_in(&self, phrases: &Phrases, at: &[usize]) -> Vec<Actor> {
        at.iter().flat_map(|at| self.scene.actors_in(&phrases.chunks[*at].tokens)).filter_map(|mention| mention.who).collect()
    }
}
