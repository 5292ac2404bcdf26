//! For whom a noun phrase or a pronoun stands.

use super::phrases::{Mood, Phrases, Subject};
use super::plan::{Actor, Meaning, Plan};
use super::scene::{Mention, Scene};
use crate::lexicon::{Compiled, Effect, Tie};
use crate::matching::{self, Hit};
use crate::text::Document;
use crate::text::morphology::{Features, Pos};
use crate::voice::{Voice, Voices};
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

    fn of(&self, place: Place, who: Who, depth: usize) -> Vec<Actor> {
        let phrases = self.phrases(place.sentence);
        let chunk = &phrases.chunks[place.phrase];
        let Some(noun) = chunk.noun().filter(|_| depth > 0) else { return Vec::new() };
        if noun.pronoun {
            return self.antecedent(place.sentence, noun.head, depth - 1);
        }
        let head = noun.head..noun.head + 1;
        if self.scene.has(Effect::Country, &head) {
            // "son pays" is the speaker's, "ce pays" the one named last.
            return match noun.determiner.filter(|token| self.is_possessive(*token)) {
                Some(_) => self.holder(place, depth - 1),
                None => self.country_before(chunk.tokens.start).into_iter().collect(),
            };
        }
        if self.scene.has(Effect::BothParties, &head) {
            return self.both_before(chunk.tokens.start);
        }
        let named = self.scene.actors_in(&chunk.tokens);
        let at_head = named.iter().find(|mention| mention.tokens.contains(&noun.head));
        if let Some(mention) = at_head {
            // "le Hezbollah libanais" is one, "un Casque bleu uruguayen" is of both.
            let alone = mention.who.is_none_or(|actor| self.plan.is_organisation(actor));
            return named.iter().filter(|other| !alone || other.tokens == mention.tokens).filter_map(|mention| mention.who).collect();
        }
        if who == Who::Acting && self.scene.has(Effect::Bystander, &head) {
            return Vec::new();
        }
        if !named.is_empty() {
            // "l'appui russe ou américain" names two, "le Hezbollah libanais" one.
            let all = self.has_coordinator(&chunk.tokens);
            let together = |mention: &&Mention| all || mention.tokens == named[0].tokens;
            return named.iter().take_while(together).filter_map(|mention| mention.who).collect();
        }
        // "ses alliés du Golfe (le Koweït et Bahreïn)"
        let listed = self.named_in(phrases, &phrases.in_brackets_after(self.document, place.phrase));
        if !listed.is_empty() {
            return listed;
        }
        let complements = phrases.complements_of_noun(place.phrase, "de");
        if complements.is_empty() && noun.determiner.is_some_and(|token| self.is_definite(token)) && self.scene.has(Effect::Foe, &head) {
            return self.foe(noun.head).into_iter().collect();
        }
        // "l'allié russe" is Russia, "l'allié de la Russie" is not.
        if self.scene.has(Effect::Outsider, &head) {
            return Vec::new();
        }
        if who == Who::Anyone
            && let Some(country) = self.scene.places_in(&chunk.tokens).first().and_then(|mention| mention.who)
        {
            return vec![country];
        }
        // "ses comparses d'Oslo"
        let of_name = complements.first().is_some_and(|at| phrases.chunks[*at].noun().is_some_and(|noun| noun.name));
        if let Some(determiner) = noun.determiner.filter(|token| self.is_possessive(*token) && !of_name) {
            return if self.is_own(determiner) { self.speaker(determiner).into_iter().collect() } else { self.holder(place, depth - 1) };
        }
        let found: Vec<Actor> = complements.iter().flat_map(|phrase| self.of(Place { phrase: *phrase, ..place }, who, depth - 1)).collect();
        // "les soldats du maire" are his, "les avions de combat" are not the fight's, "le ministère de la Défense" is one name.
        let institution = self.scene.words_at(Effect::Institution, noun.head);
        let owned = complements.iter().any(|at| {
            let inside = institution.is_some_and(|words| words.contains(&phrases.chunks[*at].tokens.start));
            !inside && phrases.chunks[*at].noun().is_some_and(|n| n.determiner.is_some() || self.scene.is_name(n.head))
        });
        if !found.is_empty() || owned {
            return found;
        }
        // "la guerre menée par Israël"
        let doers = phrases.participle_of(place.phrase).filter(|verb| self.scene.has(Effect::LendsSubject, &phrases.chunks[*verb].tokens));
        if let Some(verb) = doers.filter(|verb| phrases.is_passive(*verb)) {
            let doers = phrases.complements(verb, "par");
            return doers.into_iter().flat_map(|phrase| self.of(Place { phrase, ..place }, who, depth - 1)).collect();
        }
        let definite = noun.determiner.is_some_and(|token| self.is_definite(token));
        // "l'aviation a frappé, indique l'état-major russe"
        let armed = self.scene.has(Effect::Forces, &head);
        if let Some(speaker) = self.reporter(noun.head).filter(|_| definite && armed) {
            return vec![speaker];
        }
        // "la Russie, dont les blindés ont pénétré"
        if let Some(owner) = phrases.owner(place.phrase).filter(|_| definite || armed) {
            return self.of(Place { phrase: owner, ..place }, who, depth - 1);
        }
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
        let named = match institution.filter(|_| definite) {
            Some(_) => {
                self.seat(place).or_else(of_same_noun).or_else(|| of_other_noun(true)).or(self.scene.home).or_else(|| of_other_noun(false))
            }
            None => definite.then(of_same_noun).flatten(),
        };
        let own = || self.scene.has(Effect::Forces, &head).then(|| self.speaker(noun.head)).flatten();
        let here = || self.scene.home.filter(|_| who == Who::Anyone && self.scene.has(Effect::Scene, &head));
        named.or_else(own).or_else(here).into_iter().collect()
    }

    /// "Les troupes rwandaises avancent.": what one of the last sentences begins with, and so is about.
    fn is_topic_before(&self, words: &Range<usize>, sentence: usize) -> bool {
        const BEGINNING: usize = 3;
        let own = self.sentence_of(words.start);
        own + SENTENCES_BACK >= sentence && words.start < self.document.sentences[own].tokens.start + BEGINNING
    }

    /// "l'ennemi": the country that the article names most, the speaker and the scene of the fighting apart.
    fn foe(&self, token: usize) -> Option<Actor> {
        let own = self.reporter(token).or(self.scene.home);
        let mut counts: Vec<(usize, Actor)> = Vec::new();
        for actor in self.scene.actors.iter().filter_map(|mention| mention.who) {
            if Some(actor) == own || self.plan.is_organisation(actor) || Some(actor) == self.scene.home {
                continue;
            }
            match counts.iter_mut().find(|(_, known)| *known == actor) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, actor)),
            }
        }
        counts.into_iter().rev().max().map(|(_, actor)| actor)
    }

    /// "À Paris, le gouvernement": whose capital opens the clause.
    fn seat(&self, place: Place) -> Option<Actor> {
        let phrases = self.phrases(place.sentence);
        let opening =
            (0..place.phrase).rev().take_while(|at| !phrases.chunks[*at].is_finite()).find(|at| phrases.chunks[*at].opens_with("à"))?;
        self.scene.actors_in(&phrases.chunks[opening].tokens).first()?.who
    }

    /// The actors whom the pronoun before a verb stands for: "l'accuse".
    pub fn of_clitic(&self, sentence: usize, verb: usize, pronouns: &[&str]) -> Vec<Actor> {
        let chunk = &self.phrases(sentence).chunks[verb];
        let clitic = chunk.verb().and_then(|verb| verb.clitic).filter(|token| pronouns.contains(&self.norm(*token)));
        // A country named a sentence before is one: "lui", not "leur".
        let back = |token: usize| usize::from(!matches!(self.norm(token), "leur" | "les"));
        clitic.map(|token| self.of_object(sentence, verb, token, back(token))).unwrap_or_default()
    }

    /// Whom a pronoun before its verb stands for; in doubt, who was named last, so many sentences back.
    fn of_object(&self, sentence: usize, verb: usize, token: usize, back: usize) -> Vec<Actor> {
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
    fn speaker(&self, token: usize) -> Option<Actor> {
        let said = self.voices?.of(self.document, token..token + 1);
        let actor = said.speaker.filter(|_| said.voice == Voice::Direct)?.actor.as_ref()?;
        self.plan.actors.iter().position(|id| id == actor)
    }

    /// The actor whose reported speech a word stands in.
    fn reporter(&self, token: usize) -> Option<Actor> {
        let said = self.voices?.of(self.document, token..token + 1);
        let actor = said.speaker.filter(|_| said.voice != Voice::Outlet)?.actor.as_ref()?;
        self.plan.actors.iter().position(|id| id == actor)
    }

    fn norm(&self, token: usize) -> &str {
        &self.document.form(token).norm
    }

    fn has_coordinator(&self, tokens: &Range<usize>) -> bool {
        tokens.clone().any(|token| matches!(self.norm(token), "et" | "ou"))
    }

    pub fn is_possessive(&self, token: usize) -> bool {
        self.is_own(token) || matches!(self.norm(token), "son" | "sa" | "ses" | "leur" | "leurs")
    }

    /// "nos soldats": the speaker's.
    fn is_own(&self, token: usize) -> bool {
        matches!(self.norm(token), "mon" | "ma" | "mes" | "notre" | "nos")
    }

    fn is_definite(&self, token: usize) -> bool {
        matches!(self.norm(token), "le" | "la" | "les" | "l'" | "ce" | "cet" | "cette" | "ces")
    }

    /// "ce pays": the last actor named before that is no organisation.
    fn country_before(&self, token: usize) -> Option<Actor> {
        let last = self.scene.actors.partition_point(|mention| mention.tokens.end <= token);
        self.scene.actors[..last].iter().rev().filter_map(|mention| mention.who).find(|actor| !self.plan.is_organisation(*actor))
    }

    /// "les deux camps": the last two actors named before.
    fn both_before(&self, token: usize) -> Vec<Actor> {
        let last = self.scene.actors.partition_point(|mention| mention.tokens.end <= token);
        let mut both: Vec<Actor> = Vec::new();
        // Those of the clause itself are others: only earlier sentences count.
        for actor in
            self.scene.actors[..last].iter().rev().filter(|m| m.sentence != self.sentence_of(token)).filter_map(|mention| mention.who)
        {
            if !both.contains(&actor) {
                both.push(actor);
            }
            if both.len() == 2 {
                break;
            }
        }
        both
    }

    fn sentence_of(&self, token: usize) -> usize {
        self.document.sentences.partition_point(|sentence| sentence.tokens.end <= token)
    }

    /// "l'armée" after "l'armée turque": the actor last named with the same noun.
    fn named_before(&self, head: usize) -> Option<Actor> {
        const WITHIN: usize = 3;
        let last = self.scene.actors.partition_point(|mention| mention.tokens.end <= head);
        let noun = self.norm(head);
        let beside = |start: usize| (start.saturating_sub(WITHIN)..start).any(|token| self.norm(token) == noun);
        self.scene.actors[..last].iter().rev().find(|mention| mention.who.is_some() && beside(mention.tokens.start))?.who
    }

    /// Whose: "son opération", "un de ses soldats".
    pub fn holder(&self, place: Place, depth: usize) -> Vec<Actor> {
        if depth == 0 {
            return Vec::new();
        }
        let phrases = self.phrases(place.sentence);
        let top = phrases.head_of_de(place.phrase);
        // "Damas et son allié russe"
        let list = phrases.head_of_list(top);
        // "reproche à Oslo sa morgue et son soutien": of one and the same.
        let owned = phrases.chunks[list].noun().and_then(|noun| noun.determiner).is_some_and(|token| self.is_possessive(token));
        if list != top && owned {
            return self.holder(Place { phrase: list, ..place }, depth - 1);
        }
        if list != top {
            return self.of(Place { phrase: list, ..place }, Who::Acting, depth - 1);
        }
        let heads = top..place.phrase + 1;
        let before = (0..place.phrase).rev().filter(|at| phrases.chunks[*at].verb().is_some());
        // "Avec l'aide de ses alliés, Moscou …"
        let fronted = phrases.chunks[top].noun().is_some_and(|noun| noun.preposition.is_some());
        let after = (place.phrase + 1..phrases.chunks.len()).filter(|at| fronted && phrases.chunks[*at].is_finite()).take(1);
        let mut passed = false;
        for verb in before.chain(after) {
            // "accuse X d'avoir tué un de ses soldats": not X's.
            if verb < place.phrase && self.hits_its_object(&phrases.chunks[verb].tokens) {
                passed = true;
                continue;
            }
            // "critique Pékin pour son soutien", "félicite Oslo pour sa médiation"
            let judges = |effect| self.scene.has(effect, &phrases.chunks[verb].tokens);
            let blamed = !passed && verb < place.phrase && (judges(Effect::Condemns) || judges(Effect::ObjectActs));
            // "reproche à Oslo son soutien"
            let mut addressee = if blamed { phrases.complements(verb, "à") } else { Vec::new() };
            addressee.retain(|at| *at < top);
            let object = match blamed {
                true if addressee.is_empty() => phrases.logical_object(verb),
                true => Subject { phrases: addressee, pronoun: None },
                false => Subject::default(),
            };
            let subject = if object.is_empty() || object.phrases.iter().any(|phrase| heads.contains(phrase)) {
                phrases.subject(verb)
            } else {
                object
            };
            if subject.is_empty() || subject.phrases.iter().any(|phrase| heads.contains(phrase)) {
                continue;
            }
            return match subject.pronoun {
                Some(token) => self.antecedent(place.sentence, token, depth - 1),
                None => {
                    subject.phrases.iter().flat_map(|phrase| self.of(Place { phrase: *phrase, ..place }, Who::Acting, depth - 1)).collect()
                }
            };
        }
        self.subject_of_sentences_before(place.sentence, None, depth)
    }

    /// True for a verb whose object is the one that has the part: "tuer".
    fn hits_its_object(&self, verb: &Range<usize>) -> bool {
        let hit = self.scene.triggers.iter().find(|hit| hit.tokens.start < verb.end && verb.start < hit.tokens.end);
        hit.is_some_and(|hit| match self.plan.of(hit.marker) {
            Meaning::Trigger(trigger) => trigger.agent.first() == Some(&Tie::Object) || trigger.suffered.is_some(),
            _ => false,
        })
    }

    /// Whom a pronoun stands for: a subject before it that agrees.
    fn antecedent(&self, sentence: usize, token: usize, depth: usize) -> Vec<Actor> {
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
            let last = self.scene.actors.partition_point(|mention| mention.tokens.end <= token);
            let near = self.scene.actors[..last].iter().rev().take_while(|mention| mention.sentence + 1 >= sentence);
            return near.filter_map(|mention| mention.who).take(1).collect();
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
        self.subject_of_sentences_before(sentence, Some(token), depth)
    }

    /// The actors whom these phrases name themselves.
    fn named_in(&self, phrases: &Phrases, at: &[usize]) -> Vec<Actor> {
        at.iter().flat_map(|at| self.scene.actors_in(&phrases.chunks[*at].tokens)).filter_map(|mention| mention.who).collect()
    }

    /// The phrases in brackets right after a pronoun.
    fn explained(&self, sentence: usize, pronoun: usize) -> Vec<usize> {
        let phrases = self.phrases(sentence);
        let opens = |at: &usize| phrases.chunks[*at].tokens.start == pronoun + 1 && self.document.surface(pronoun + 1) == "(";
        let Some(opening) = (0..phrases.chunks.len()).find(opens) else { return Vec::new() };
        (opening + 1..phrases.chunks.len()).take_while(|at| phrases.chunks[*at].noun().is_some()).collect()
    }

    /// The actors of the first subject, in the sentences before, that agrees with a pronoun.
    fn subject_of_sentences_before(&self, sentence: usize, token: Option<usize>, depth: usize) -> Vec<Actor> {
        let speaker = token.and_then(|token| self.speaker(token));
        for before in (sentence.saturating_sub(SENTENCES_BACK)..sentence).rev() {
            let phrases = self.phrases(before);
            let verbs = (0..phrases.chunks.len()).filter(|at| phrases.chunks[*at].is_finite());
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
