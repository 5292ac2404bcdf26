//! For whom a pronoun stands, and who speaks a word.

use super::{DEEPEST, Parties, Place, SENTENCES_BACK, Who};
use crate::roles::phrases::{Mood, Subject};
use crate::roles::plan::Actor;
use crate::text::morphology::{Features, Pos};
use crate::voice::Voice;

impl Parties<'_, '_> {
    /// The actors whom the pronoun before a verb stands for: "l'accuse".
    pub fn of_clitic(&self, sentence: usize, verb: usize, pronouns: &[&str]) -> Vec<Actor> {
        let chunk = &self.phrases(sentence).chunks[verb];
        let clitic = chunk.verb().and_then(|verb| verb.clitic).filter(|token| pronouns.contains(&self.norm(*token)));
        // A country named a sentence before is one: "lui", not "leur".
        let back = |token: usize| usize::from(!matches!(self.norm(token), "leur" | "les"));
        clitic.map(|token| self.of_object(sentence, verb, token, back(token))).unwrap_or_default()
    }

    /// Whom a pronoun before its verb stands for; in doubt, who was named last, so many sentences back.
    pub(super) fn of_object(&self, sentence: usize, verb: usize, token: usize, back: usize) -> Vec<Actor> {
        let found = self.antecedent(sentence, token, DEEPEST);
        // "accuse Lima, lui demandant": never whoever does it.
        let doer = self.phrases(sentence).subject(verb);
        let doers = self.of_subject(sentence, &doer, Who::Acting);
        if doers.is_empty() || found.iter().any(|actor| !doers.contains(actor)) {
            return found;
        }
        let before = self.scene.actors.iter().rev().filter(|mention| mention.sentence + back >= sentence && mention.tokens.end <= token);
        before.filter_map(|mention| mention.who).find(|actor| !doers.contains(actor)).into_iter().collect()
    }

    /// The actor who speaks a word in quotation marks: "nos avions ont frappé".
    pub(super) fn speaker(&self, token: usize) -> Option<Actor> {
        let said = self.voices?.of(self.document, token..token + 1);
        let actor = said.speaker.filter(|_| said.voice == Voice::Direct)?.actor.as_ref()?;
        self.plan.actors.iter().position(|id| id == actor)
    }

    /// The actor whose reported speech a word stands in.
    pub(super) fn reporter(&self, token: usize) -> Option<Actor> {
        let said = self.voices?.of(self.document, token..token + 1);
        let actor = said.speaker.filter(|_| said.voice != Voice::Outlet)?.actor.as_ref()?;
        self.plan.actors.iter().position(|id| id == actor)
    }

    /// Whom a pronoun stands for: a subject before it that agrees.
    pub(super) fn antecedent(&self, sentence: usize, token: usize, depth: usize) -> Vec<Actor> {
        if matches!(self.norm(token), "je" | "j'" | "nous") {
            return self.speaker(token).into_iter().collect();
        }
        if depth == 0 || matches!(self.norm(token), "on" | "tu" | "vous" | "c'") {
            return Vec::new();
        }
        let phrases = self.phrases(sentence);
        // "ils (les Suédois) avancent"
        let named = self.named_in(phrases, &self.explained(sentence, token));
        if !named.is_empty() {
            return named;
        }
        if matches!(self.norm(token), "celui-ci" | "celle-ci" | "ceux-ci" | "celles-ci") {
            return self.named_last(sentence, token);
        }
        // "Quant à Oslo, il a …"
        let topic = (0..phrases.chunks.len()).find(|at| {
            let start = phrases.chunks[*at].tokens.start;
            phrases.chunks[*at].tokens.end <= token && start > 0 && (self.norm(start) == "quant" || self.norm(start - 1) == "quant")
        });
        if let Some(phrase) = topic {
            return self.of(Place { sentence, phrase }, Who::Acting, depth - 1);
        }
        // Whoever speaks says "nous" of himself.
        let speaker = self.speaker(token);
        let others = |found: &Vec<Actor>| speaker.is_none_or(|speaker| *found != [speaker]);
        let earlier = (0..phrases.chunks.len()).rev().filter(|at| {
            phrases.chunks[*at].tokens.end <= token && phrases.chunks[*at].verb().is_some_and(|verb| verb.mood == Mood::Finite)
        });
        for verb in earlier {
            let subject = phrases.subject(verb);
            if let Some(found) = self.agreeing(sentence, &subject, Some(token), depth).filter(others) {
                return found;
            }
        }
        // "La Suède et les bandes qu'elle arme avancent": what the sentence begins with.
        let nested = phrases.at(token).is_some_and(|at| phrases.chunks[..at].last().is_some_and(|chunk| chunk.opens_clause()));
        if nested && phrases.chunks[0].is_bare() {
            let topic = Subject { phrases: vec![0], pronoun: None };
            if let Some(found) = self.agreeing(sentence, &topic, Some(token), depth).filter(|found| !found.is_empty()).filter(others) {
                return found;
            }
        }
        self.subject_of_sentences_before(sentence, Some(token), depth)
    }

    /// "celui-ci", "ce dernier": who was named right before.
    pub(super) fn named_last(&self, sentence: usize, token: usize) -> Vec<Actor> {
        let last = self.scene.actors.partition_point(|mention| mention.tokens.end <= token);
        let near = self.scene.actors[..last].iter().rev().take_while(|mention| mention.sentence + 1 >= sentence);
        near.filter_map(|mention| mention.who).take(1).collect()
    }

    /// The phrases in brackets right after a pronoun.
    fn explained(&self, sentence: usize, pronoun: usize) -> Vec<usize> {
        let phrases = self.phrases(sentence);
        let opens = |at: &usize| phrases.chunks[*at].tokens.start == pronoun + 1 && self.document.surface(pronoun + 1) == "(";
        let Some(opening) = (0..phrases.chunks.len()).find(opens) else { return Vec::new() };
        (opening + 1..phrases.chunks.len()).take_while(|at| phrases.chunks[*at].noun().is_some()).collect()
    }

    /// The actors of the first subject, in the sentences before, that agrees with a pronoun.
    pub(super) fn subject_of_sentences_before(&self, sentence: usize, token: Option<usize>, depth: usize) -> Vec<Actor> {
        let speaker = token.and_then(|token| self.speaker(token));
        for before in (sentence.saturating_sub(SENTENCES_BACK)..sentence).rev() {
            let phrases = self.phrases(before);
            let finite: Vec<usize> = (0..phrases.chunks.len()).filter(|at| phrases.chunks[*at].is_finite()).collect();
            // "Le général, que soutient Oslo, avance.": the sentence is about the general.
            let (aside, main): (Vec<usize>, Vec<usize>) = finite.into_iter().partition(|verb| phrases.is_in_relative_of_another(*verb));
            let mut verbs = main.into_iter().chain(aside).peekable();
            // "Le Japon ?"
            if verbs.peek().is_none() && phrases.chunks.first().is_some_and(|chunk| chunk.is_bare() && chunk.noun().is_some_and(|n| n.name))
            {
                let topic = Subject { phrases: vec![0], pronoun: None };
                if let Some(found) = self.agreeing(before, &topic, token, depth) {
                    return found;
                }
            }
            for verb in verbs {
                let subject = phrases.subject(verb);
                if let Some(found) = self.agreeing(before, &subject, token, depth).filter(|found| speaker.is_none_or(|one| *found != [one]))
                {
                    return found;
                }
            }
        }
        Vec::new()
    }

    /// The actors of a subject that a pronoun can stand for; None where it cannot.
    fn agreeing(&self, sentence: usize, subject: &Subject, pronoun: Option<usize>, depth: usize) -> Option<Vec<Actor>> {
        if let Some(other) = subject.pronoun {
            return Some(self.antecedent(sentence, other, depth - 1));
        }
        if subject.is_empty() {
            return None;
        }
        let phrases = self.phrases(sentence);
        if let Some(token) = pronoun {
            let features =
                self.document.form(token).analyses.iter().filter(|a| a.pos == Pos::Pronoun).fold(Features::NONE, |all, a| all | a.features);
            let plural = features.contains(Features::PLURAL);
            let fits = |phrase: &usize| {
                let noun = phrases.chunks[*phrase].noun().map(|noun| noun.features).unwrap_or_default();
                let gender = noun.0 & Features::BOTH_GENDERS.0;
                let number = noun.0 & Features::BOTH_NUMBERS.0;
                (gender == 0 || gender & features.0 != 0 || features.0 & Features::BOTH_GENDERS.0 == 0)
                    && (number == 0 || subject.phrases.len() > 1 || number & features.0 != 0)
            };
            if subject.phrases.len() > 1 && !plural || !subject.phrases.iter().all(fits) {
                return None;
            }
        }
        Some(subject.phrases.iter().flat_map(|phrase| self.of(Place { sentence, phrase: *phrase }, Who::Acting, depth - 1)).collect())
    }
}
