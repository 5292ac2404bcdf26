//! For whom a noun phrase stands: by its kind, its names, its owner, or what was told before.

use super::{Parties, Place, Who};
use crate::lexicon::Effect;
use crate::roles::effects::Effects;
use crate::roles::genitive;
use crate::roles::phrases::{Chunk, Noun, Phrases};
use crate::roles::plan::Actor;
use crate::roles::scene::Mention;
use crate::text::dictionary::{self, Analysis};
use crate::text::morphology::Pos;
use crate::text::tokenizer::Kind as TokenKind;
use std::ops::Range;

/// A noun phrase that is being read.
#[derive(Clone, Copy)]
struct Reading<'s> {
    place: Place,
    who: Who,
    /// References that may still be followed.
    depth: usize,
    phrases: &'s Phrases,
    chunk: &'s Chunk,
    noun: &'s Noun,
    definite: bool,
    /// What its head does to the roles near it.
    effects: Effects,
}

impl Reading<'_> {
    /// True for a noun with this effect.
    fn is(&self, effect: Effect) -> bool {
        self.effects.contains(effect)
    }
}

impl Parties<'_, '_> {
    /// The actors that a noun phrase stands for, by the first step that tells.
    pub(super) fn of(&self, place: Place, who: Who, depth: usize) -> Vec<Actor> {
        let phrases = self.phrases(place.sentence);
        let chunk = &phrases.chunks[place.phrase];
        let Some(noun) = chunk.noun().filter(|_| depth > 0) else { return Vec::new() };
        if noun.pronoun {
            return self.antecedent(place.sentence, noun.head, depth - 1);
        }
        let (definite, effects) = (self.is_definite_noun(noun), self.scene.effects_at(noun.head));
        let reading = Reading { place, who, depth, phrases, chunk, noun, definite, effects };
        self.by_kind(&reading)
            .or_else(|| self.by_names(&reading))
            .or_else(|| self.by_what_it_is_called(&reading))
            .or_else(|| self.by_owner(&reading))
            .or_else(|| self.by_clause(&reading))
            .unwrap_or_else(|| self.taken_up(&reading))
    }

    fn at(&self, phrase: usize, reading: &Reading) -> Vec<Actor> {
        self.of(Place { phrase, ..reading.place }, reading.who, reading.depth - 1)
    }

    /// "son pays", "les deux camps", "ce dernier"
    fn by_kind(&self, reading: &Reading) -> Option<Vec<Actor>> {
        let start = reading.chunk.tokens.start;
        if reading.is(Effect::Country) {
            // "son pays" is the speaker's, "ce pays" the one named last.
            return Some(match reading.noun.determiner.filter(|token| self.is_possessive(*token)) {
                Some(_) => self.holder(reading.place, reading.depth - 1),
                None => self.country_before(start).into_iter().collect(),
            });
        }
        if self.is_the_latter(reading.noun) {
            return Some(self.named_last(reading.place.sentence, start));
        }
        if let Some(second) = self.is_one_of_two(reading.noun) {
            return Some(self.two_before(reading.place.sentence, start).into_iter().skip(usize::from(second)).take(1).collect());
        }
        reading.is(Effect::BothParties).then(|| self.both_before(start))
    }

    /// Those whom the phrase names itself, or whom brackets list after it.
    fn by_names(&self, reading: &Reading) -> Option<Vec<Actor>> {
        // "son allié libanais, le Hezbollah, …"
        let beside = self.named_in(reading.phrases, &reading.phrases.name_beside(reading.place.phrase));
        if !beside.is_empty() {
            return Some(beside);
        }
        let named = self.scene.actors_in(&reading.chunk.tokens);
        let at_head = named.iter().find(|mention| mention.tokens.contains(&reading.noun.head));
        if let Some(mention) = at_head {
            // "le Hezbollah libanais" is one, "un Casque bleu uruguayen" is of both.
            let alone = mention.who.is_none_or(|actor| self.plan.is_organisation(actor));
            let counts = |other: &&Mention| !alone || other.tokens == mention.tokens;
            return Some(named.iter().filter(counts).filter_map(|mention| mention.who).collect());
        }
        if reading.who == Who::Acting && reading.is(Effect::Bystander) {
            return Some(Vec::new());
        }
        if !named.is_empty() {
            // "l'appui russe ou américain" names two, "le Hezbollah libanais" one.
            let all = self.has_coordinator(&reading.chunk.tokens);
            let together = |mention: &&Mention| all || mention.tokens == named[0].tokens;
            return Some(named.iter().take_while(together).filter_map(|mention| mention.who).collect());
        }
        // "Ida Holm, conseillère du roi de Norvège, a …"
        if let Some(title) = reading.phrases.title_after(reading.place.phrase).filter(|_| self.is_unknown_name(reading)) {
            return Some(self.at(title, reading));
        }
        // "des appareils sans pilote norvégiens"
        let next =
            reading.phrases.bare_complement(reading.place.phrase).map(|at| self.named_in(reading.phrases, &[at])).unwrap_or_default();
        if !next.is_empty() {
            return Some(next);
        }
        // "ses alliés du Golfe (le Koweït et Bahreïn)"
        let listed = self.named_in(reading.phrases, &reading.phrases.listed_after(self.document, reading.place.phrase));
        (!listed.is_empty()).then_some(listed)
    }

    fn is_unknown_name(&self, reading: &Reading) -> bool {
        let form = self.document.form(reading.noun.head);
        reading.noun.determiner.is_none() && form.casing.is_capitalised() && !form.pos.contains(Pos::Adjective)
    }

    /// "l'ennemi", "les alliés de la Russie", "Belgorod"
    fn by_what_it_is_called(&self, reading: &Reading) -> Option<Vec<Actor>> {
        let alone = || reading.phrases.complements_of_noun(reading.place.phrase, "de").is_empty();
        if reading.definite && reading.is(Effect::Foe) && alone() {
            return Some(self.foe(reading.noun.head).into_iter().collect());
        }
        // "l'allié russe" is Russia, "l'allié de la Russie" is not.
        if reading.is(Effect::Outsider) {
            return Some(Vec::new());
        }
        let places = (reading.who == Who::Anyone).then(|| self.scene.places_in(&reading.chunk.tokens))?;
        places.first().and_then(|mention| mention.who).map(|country| vec![country])
    }

    /// "ses soldats", "les soldats du maire", "la guerre menée par Israël"
    fn by_owner(&self, reading: &Reading) -> Option<Vec<Actor>> {
        let Reading { place, depth, phrases, noun, .. } = *reading;
        let complements = phrases.complements_of_noun(place.phrase, "de");
        if !complements.is_empty() && genitive::is_done_to(self, place) {
            return Some(Vec::new());
        }
        // "ses comparses d'Oslo"
        let of_name = complements.first().is_some_and(|at| phrases.chunks[*at].noun().is_some_and(|noun| noun.name));
        if let Some(determiner) = noun.determiner.filter(|token| self.is_possessive(*token) && !of_name) {
            let own = self.is_own(determiner);
            return Some(if own { self.speaker(determiner).into_iter().collect() } else { self.holder(place, depth - 1) });
        }
        let found: Vec<Actor> = complements.iter().flat_map(|phrase| self.at(*phrase, reading)).collect();
        // "les soldats du maire" are his, "les avions de combat" are not the fight's, "le ministère de la Défense" is one name.
        let institution = self.scene.words_at(Effect::Institution, noun.head);
        let owned = complements.iter().any(|at| {
            let inside = institution.is_some_and(|words| words.contains(&phrases.chunks[*at].tokens.start));
            !inside && phrases.chunks[*at].noun().is_some_and(|n| n.determiner.is_some() || self.scene.is_name(n.head))
        });
        if !found.is_empty() {
            return Some(found);
        }
        // "des avions venus de Norvège"
        if reading.is(Effect::Forces)
            && let Some(verb) = phrases.participle_of(place.phrase).filter(|verb| self.is_coming(phrases, *verb))
        {
            let named = self.named_in(phrases, &phrases.complements(verb, "de"));
            return (!named.is_empty()).then_some(named);
        }
        let lends = |verb: &usize| self.scene.has(Effect::LendsSubject, &phrases.chunks[*verb].tokens) && phrases.is_passive(*verb);
        let participle = || phrases.participle_of(place.phrase).filter(lends);
        match self.scene.tells(Effect::LendsSubject, noun.head).then(participle).flatten() {
            // "la guerre menée par Israël", "une coalition de dix pays emmenée par Lima"
            Some(verb) => Some(phrases.complements(verb, "par").into_iter().flat_map(|phrase| self.at(phrase, reading)).collect()),
            None => owned.then(Vec::new),
        }
    }

    /// Whose it is by the clause around it: that of the speaker, or of the noun before "dont".
    fn by_clause(&self, reading: &Reading) -> Option<Vec<Actor>> {
        let Reading { noun, definite, .. } = *reading;
        let armed = reading.is(Effect::Forces);
        // "l'aviation a frappé, indique l'état-major russe"
        if definite
            && armed
            && let Some(speaker) = self.reporter(noun.head)
        {
            return Some(vec![speaker]);
        }
        let number =
            |token: usize| self.document.tokens[token].kind == TokenKind::Number || self.document.form(token).pos.contains(Pos::Numeral);
        // "l'état-major russe reconnaît que trois soldats ont péri"
        let soldiers = reading.who == Who::Anyone && reading.is(Effect::Institution);
        if soldiers
            && reading.chunk.tokens.clone().any(number)
            && let Some(speaker) = self.reporter(noun.head)
        {
            return Some(vec![speaker]);
        }
        // "la Russie, dont les blindés ont pénétré", "des diplomates turcs, dont deux ont péri"
        if let Some(owner) = reading.phrases.owner(reading.place.phrase).filter(|_| definite || armed || number(noun.head)) {
            return Some(self.at(owner, reading));
        }
        // "Oslo a envoyé des avions qui ont frappé le port"
        let acts = !definite && reading.phrases.has_relative(reading.place.phrase) && (armed || self.scene.trigger_at(noun.head));
        let governor = acts.then(|| reading.phrases.governor(reading.place.phrase)).flatten();
        let sender = governor.filter(|verb| {
            let main = reading.phrases.chunks[*verb].verb().map_or(0, |verb| verb.main);
            self.scene.has(Effect::LendsSubject, &(main..main + 1)) && !reading.phrases.is_passive(*verb)
        })?;
        let subject = reading.phrases.subject(sender);
        let found: Vec<Actor> = subject.phrases.iter().filter(|at| **at < sender).flat_map(|at| self.at(*at, reading)).collect();
        (!found.is_empty()).then_some(found)
    }

    /// Of "l'armée", "les forces": whose they were where the article spoke of them before, else the speaker's, else the country's own.
    fn taken_up(&self, reading: &Reading) -> Vec<Actor> {
        let Reading { place, who, noun, definite, .. } = *reading;
        let of_same_noun = || {
            self.named_before(noun.head).or_else(|| {
                let same = |words: &Range<usize>| words.clone().any(|token| self.norm(token) == self.norm(noun.head));
                self.scene.last_beside(Effect::Institution, noun.head, same)
            })
        };
        // "l'armée" is no organisation's, whoever's envoy spoke before.
        let of_other_noun = |as_topic: bool| {
            let fits = |words: &Range<usize>| !as_topic || self.is_topic_before(words, place.sentence);
            self.scene.last_beside(Effect::Institution, noun.head, fits).filter(|actor| !self.plan.is_organisation(*actor))
        };
        let is_institution = definite && reading.is(Effect::Institution);
        let named = match is_institution {
            true => {
                self.seat(place).or_else(of_same_noun).or_else(|| of_other_noun(true)).or(self.scene.home).or_else(|| of_other_noun(false))
            }
            false => definite.then(of_same_noun).flatten(),
        };
        let spoken_of = || {
            let state = || reading.is(Effect::State).then(|| self.state_before(place.sentence, noun.head)).flatten();
            let body = || reading.is(Effect::Body).then(|| self.body_before(place.sentence, noun.head)).flatten();
            if definite { state().or_else(body) } else { None }
        };
        let own = || reading.is(Effect::Forces).then(|| self.speaker(noun.head)).flatten();
        let here = || self.scene.home.filter(|_| who == Who::Anyone && reading.is(Effect::Scene));
        named.or_else(own).or_else(here).or_else(spoken_of).into_iter().collect()
    }

    /// "la première", "le second", standing alone; true for the second.
    fn is_one_of_two(&self, noun: &Noun) -> Option<bool> {
        let definite = noun.determiner.is_some_and(|token| token + 1 == noun.head && matches!(self.norm(token), "le" | "la" | "au" | "du"));
        let second = match self.norm(noun.head) {
            "premier" | "première" => false,
            "second" | "seconde" => true,
            _ => return None,
        };
        definite.then_some(second)
    }

    /// "ce dernier", "ces derniers"
    fn is_the_latter(&self, noun: &Noun) -> bool {
        let points = noun.determiner.is_some_and(|token| matches!(self.norm(token), "ce" | "cette" | "ces"));
        points && matches!(self.norm(noun.head), "dernier" | "dernière" | "derniers" | "dernières")
    }

    fn is_coming(&self, phrases: &Phrases, verb: usize) -> bool {
        let Some(verb) = phrases.chunks[verb].verb() else { return false };
        let lemmas = |a: &Analysis| a.pos == Pos::Verb && matches!(dictionary::lemma(a.lemma), "venir" | "arriver" | "partir" | "décoller");
        self.document.form(verb.main).analyses.iter().any(lemmas)
    }

    fn is_definite_noun(&self, noun: &Noun) -> bool {
        noun.determiner.is_some_and(|token| self.is_definite(token))
    }
}
