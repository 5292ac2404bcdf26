//! Where the parties of a trigger stand: from the ties that its lexicon names to noun phrases.

use super::parties::{Parties, Place, Who};
use super::phrases::{Chunk, Kind, Mood, Noun, Phrases, Subject, agree};
use super::plan::{Actor, Meaning};
use super::scene::Mention;
use crate::lexicon::{Effect, Genitive, Tie};
use crate::matching::Hit;
use crate::text::Document;
use crate::text::dictionary;
use crate::text::morphology::{Features, Pos};

/// A trigger where it stands.
pub struct Spot<'s> {
    hit: &'s Hit,
    pub sentence: usize,
    /// The chunk that holds its verb or noun.
    pub chunk: usize,
    pub phrases: &'s Phrases,
}

/// What stands at a tie: the phrases, and the actors they stand for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    pub phrases: Vec<usize>,
    pub actors: Vec<Actor>,
}

impl<'s> Spot<'s> {
    /// None where the trigger stands in no phrase.
    pub fn new(parties: &'s Parties, hit: &'s Hit) -> Option<Self> {
        let Hit { sentence, tokens, .. } = hit;
        let sentence = *sentence;
        let phrases = parties.phrases(sentence);
        let chunk = tokens.clone().filter_map(|token| phrases.at(token)).find(|at| {
            let chunk = &phrases.chunks[*at];
            chunk.verb().is_some_and(|verb| tokens.contains(&verb.main)) || chunk.noun().is_some()
        })?;
        Some(Self { hit, sentence, chunk, phrases })
    }

    fn chunk(&self) -> &Chunk {
        &self.phrases.chunks[self.chunk]
    }

    /// True where somebody or something stands at a tie of a noun, whoever it is.
    pub fn is_taken(&self, parties: &Parties, tie: &Tie) -> bool {
        match tie {
            Tie::Preposition(word) if word == "par" && self.is_what_it_is_called(parties) => false,
            Tie::Preposition(word) => !self.phrases.complements_of_noun(self.chunk, word).is_empty(),
            Tie::Adjective => !self.beside(parties).is_empty(),
            Tie::Possessive => self.chunk().noun().and_then(|noun| noun.determiner).is_some_and(|token| parties.is_possessive(token)),
            Tie::Subject => !self.lent_subject(parties).is_empty(),
            _ => false,
        }
    }

    /// Who stands at a tie.
    pub fn at(&self, parties: &Parties, tie: &Tie, who: Who) -> Found {
        match tie {
            Tie::Listed => return self.phrases_found(parties, self.listed(parties.document), who),
            Tie::Slot(name) => return self.in_slot(parties, name, who),
            _ => {}
        }
        match &self.chunk().kind {
            Kind::Verb(_) => self.at_verb(parties, tie, who),
            Kind::Noun(noun) => self.at_noun(parties, tie, noun, who),
            _ => Found::default(),
        }
    }

    fn found(&self, parties: &Parties, subject: Subject, who: Who) -> Found {
        Found { actors: parties.of_subject(self.sentence, &subject, who), phrases: subject.phrases }
    }

    fn phrases_found(&self, parties: &Parties, phrases: Vec<usize>, who: Who) -> Found {
        Found { actors: parties.of_all(self.sentence, &phrases, who), phrases }
    }

    /// Whom the match names in a slot, there or by the phrases that the slot touches.
    fn in_slot(&self, parties: &Parties, name: &str, who: Who) -> Found {
        let Some(tokens) = parties.slot(self.hit, name) else { return Found::default() };
        let named: Vec<Actor> = parties.scene.actors_in(&tokens).iter().filter_map(|mention| mention.who).collect();
        if !named.is_empty() {
            return Found { phrases: Vec::new(), actors: named };
        }
        let touched = (0..self.phrases.chunks.len()).filter(|at| {
            let own = &self.phrases.chunks[*at].tokens;
            *at != self.chunk && own.start < tokens.end && tokens.start < own.end
        });
        self.phrases_found(parties, touched.collect(), who)
    }

    fn at_verb(&self, parties: &Parties, tie: &Tie, who: Who) -> Found {
        match tie {
            Tie::Subject => {
                let mut subject = self.phrases.logical_subject(self.chunk);
                if !subject.phrases.is_empty() && !self.phrases.is_passive(self.chunk) {
                    subject.phrases.extend(self.phrases.further_subjects(self.chunk, &subject.phrases));
                }
                self.found(parties, subject, who)
            }
            Tie::Object => {
                // "l'accuse pêle-mêle": a verb has one object.
                let clitic = parties.of_clitic(self.sentence, self.chunk, &["le", "la", "les", "l'"]);
                if !clitic.is_empty() && !self.phrases.is_passive(self.chunk) {
                    return Found { phrases: Vec::new(), actors: clitic };
                }
                let object = self.phrases.logical_object(self.chunk);
                // "juge inacceptable l'offensive"
                let within = |phrase: &usize| self.hit.tokens.contains(&self.phrases.chunks[*phrase].tokens.start);
                if object.phrases.iter().any(within) {
                    let further = self.phrases.object_from(self.chunk, self.hit.tokens.end);
                    return self.found(parties, if further.is_empty() { object } else { further }, who);
                }
                self.found(parties, object, who)
            }
            Tie::Preposition(word) => {
                let mut phrases = self.phrases.complements(self.chunk, word);
                if phrases.is_empty() {
                    phrases.extend(self.phrases.relative_complement(parties.document, self.chunk, word));
                }
                if !phrases.is_empty() || word != "à" {
                    return self.phrases_found(parties, phrases, who);
                }
                Found { phrases, actors: parties.of_clitic(self.sentence, self.chunk, &["lui", "leur"]) }
            }
            Tie::Adjective | Tie::Possessive | Tie::Apposition | Tie::Clause | Tie::Listed | Tie::Slot(_) => Found::default(),
        }
    }

    fn at_noun(&self, parties: &Parties, tie: &Tie, noun: &Noun, who: Who) -> Found {
        let place = Place { sentence: self.sentence, phrase: self.chunk };
        match tie {
            Tie::Adjective => Found { phrases: Vec::new(), actors: self.beside(parties) },
            Tie::Possessive if noun.determiner.is_some_and(|token| parties.is_possessive(token)) => {
                Found { phrases: Vec::new(), actors: parties.holder(place, 3) }
            }
            Tie::Possessive => self.phrases_found(parties, self.phrases.owner(self.chunk).into_iter().collect(), who),
            // "qualifié d'invasion par Oslo": who calls it so did not do it.
            Tie::Preposition(word) if word == "par" && self.is_what_it_is_called(parties) => Found::default(),
            Tie::Preposition(word) => {
                let own = self.phrases.complements_of_noun(self.chunk, word);
                let phrases = if own.is_empty() { self.of_lending_verb(parties, word) } else { own };
                self.phrases_found(parties, phrases, who)
            }
            Tie::Subject => self.found(parties, self.lent_subject(parties), who),
            Tie::Object => self.found(parties, self.lent_target(parties), who),
            Tie::Apposition => self.phrases_found(parties, self.stands_beside(parties.document), who),
            Tie::Clause => self.found(parties, self.helped(parties.document), who),
            Tie::Listed | Tie::Slot(_) => Found::default(),
        }
    }

    /// True for a definite noun that its verb does not bring about: what is said of it may be negated, it is there.
    pub fn is_taken_for_granted(&self, parties: &Parties) -> bool {
        let Some(noun) = self.chunk().noun() else { return false };
        let norm = noun.determiner.map(|token| &*parties.document.form(token).norm);
        // "n'est pas en guerre": what somebody is not is not there.
        let mut before = (0..self.chunk).rev().take_while(|at| !self.phrases.chunks[*at].opens_clause());
        let is_attribute = |verb: usize| self.phrases.chunks[verb].is_finite() && self.is_being(parties.document, verb);
        if noun.determiner.is_none() && before.find(|at| self.phrases.chunks[*at].verb().is_some()).is_some_and(is_attribute) {
            return false;
        }
        let definite = matches!(norm, Some("le" | "la" | "les" | "l'" | "cette" | "ce" | "ces"))
            || noun.preposition.is_some() && noun.determiner.is_none();
        let refused = noun.preposition == Some("sans");
        // "n'a pas participé aux raids chiliens": they took place.
        let of_others = noun.preposition == Some("à") && !self.beside(parties).is_empty();
        let brought_about = !of_others && self.light_verb(parties, Effect::LendsSubject).is_some();
        definite && !refused && !brought_about && self.passive_verb(parties).is_none()
    }

    /// "a été pris pour cible", "une attaque contre l'ambassade": nobody is said to have done it, here or before.
    pub fn is_told_without_doer(&self, document: &Document) -> bool {
        match &self.chunk().kind {
            Kind::Verb(verb) => verb.mood == Mood::Finite && self.phrases.is_passive(self.chunk),
            Kind::Noun(noun) => noun.determiner.is_some_and(|token| matches!(&*document.form(token).norm, "un" | "une" | "des")),
            _ => false,
        }
    }

    /// "l'appui d'Oslo a été dénoncé par Lima", "l'appui d'Oslo, dénoncé par Lima"
    pub fn is_condemned(&self, parties: &Parties) -> bool {
        if self.is_verb() || !self.tells(parties, Effect::Condemns) {
            return false;
        }
        let verb = self.phrases.participle_of(self.chunk).or_else(|| self.phrases.verb_of_subject(self.chunk));
        verb.is_some_and(|verb| self.phrases.is_passive(verb) && self.has(parties, verb, Effect::Condemns))
    }

    /// "Oslo livre-t-il des armes ?", "il a demandé si Oslo livrait des armes"
    pub fn is_asked(&self, document: &Document) -> bool {
        let Some(verb) = self.chunk().verb() else { return false };
        let norm = |token: usize| &*document.form(token).norm;
        if verb.subject.is_some_and(|subject| subject > verb.first && document.surface(subject).starts_with(['-', '‑'])) {
            let asked = document.sentences[self.sentence].tokens.clone().any(|token| document.surface(token) == "?");
            // "Pourquoi Oslo livre-t-il": that it does is taken for granted.
            let why = |at: &Chunk| at.is(&Kind::That);
            let chunks = &self.phrases.chunks[..self.chunk];
            let words = chunks.first().map_or(verb.first, |first| first.tokens.start.min(verb.first));
            let begins = document.sentences[self.sentence].tokens.start..words.max(document.sentences[self.sentence].tokens.start + 2);
            let reason = begins
                .into_iter()
                .any(|token| matches!(norm(token), "pourquoi" | "comment" | "combien" | "quand" | "jusqu'" | "où" | "depuis"));
            return asked && !reason && !chunks.iter().any(why);
        }
        let opening = (0..self.chunk).rev().find(|at| self.phrases.chunks[*at].opens_clause());
        opening.is_some_and(|at| {
            let is_if = self.phrases.chunks[at].is(&Kind::Subordinator) && norm(self.phrases.chunks[at].tokens.start) == "si";
            is_if
                && at > 0
                && self.phrases.chunks[at - 1].verb().is_some()
                && self.phrases.chunks[at - 1].tokens.end == self.phrases.chunks[at].tokens.start
        })
    }

    /// "Aucun soldat n'a tiré."
    pub fn is_nobodys(&self, document: &Document) -> bool {
        let negated =
            self.chunk().verb().is_some() && self.chunk().tokens.clone().any(|token| matches!(&*document.form(token).norm, "n'" | "ne"));
        let none = |at: &usize| {
            let mut words = self.phrases.chunks[*at].tokens.clone();
            words.any(|token| matches!(&*document.form(token).norm, "aucun" | "aucune" | "nul" | "nulle"))
        };
        negated && self.phrases.subject(self.chunk).phrases.iter().any(none)
    }

    /// "n'a frappé que des casernes": denied of all else.
    pub fn is_restricted(&self, document: &Document) -> bool {
        let Some(verb) = self.chunk().verb() else { return false };
        let end = document.sentences[self.sentence].tokens.end;
        let norm = |token: usize| &*document.form(token).norm;
        let by_ne = self.chunk().tokens.clone().any(|token| matches!(norm(token), "n'" | "ne"));
        by_ne && verb.main + 1 < end && matches!(norm(verb.main + 1), "que" | "qu'")
    }

    pub fn is_verb(&self) -> bool {
        self.chunk().verb().is_some()
    }

    /// "ces frappes": a noun that takes up what was told before.
    pub fn points_back(&self, document: &Document) -> bool {
        let determiner = self.chunk().noun().and_then(|noun| noun.determiner);
        determiner.is_some_and(|token| matches!(&*document.form(token).norm, "ce" | "cet" | "cette" | "ces"))
    }

    /// Actors named in the noun phrase itself, by adjective or name; a bare complement belongs to it: "des tirs d'artillerie chiliens".
    fn beside(&self, parties: &Parties) -> Vec<Actor> {
        let own = &self.chunk().tokens;
        let mentions = parties.scene.actors_in(own);
        let chunk = match self.phrases.chunks.get(self.chunk + 1).filter(|_| mentions.is_empty()) {
            Some(next)
                if matches!(&*parties.document.form(next.tokens.start).norm, "de" | "d'")
                    && !parties.document.form(next.tokens.start + 1).pos.contains(Pos::Numeral)
                    && next.noun().is_some_and(|noun| noun.determiner.is_none() && !noun.name && !noun.pronoun) =>
            {
                next
            }
            _ => self.chunk(),
        };
        let mentions = parties.scene.actors_in(&chunk.tokens);
        // "destruction de chars chiliens": what does not agree with the deed belongs to the thing.
        let agrees = |mention: &Mention| {
            let form = parties.document.form(mention.tokens.start);
            let features = self.chunk().noun().map(|noun| noun.features).unwrap_or_default();
            !form.pos.contains(Pos::Adjective) || agree(features, form.nominal)
        };
        let done_to_thing = chunk.tokens != *own && self.is_done_to_thing(parties);
        if done_to_thing && mentions.first().is_some_and(|mention| !agrees(mention)) {
            return Vec::new();
        }
        let listed = chunk.tokens.clone().any(|token| matches!(&*parties.document.form(token).norm, "et" | "ou"));
        let first = mentions.iter().find(|mention| mention.who.is_some());
        let together = |mention: &&Mention| listed || first.is_some_and(|first| first.tokens == mention.tokens);
        mentions.iter().filter(together).filter_map(|mention| mention.who).collect()
    }

    /// True where a word with this effect stands in the sentence.
    fn tells(&self, parties: &Parties, effect: Effect) -> bool {
        parties.scene.tells(effect, self.hit.tokens.start)
    }

    fn has(&self, parties: &Parties, verb: usize, effect: Effect) -> bool {
        self.phrases.chunks[verb].verb().is_some_and(|verb| parties.scene.has(effect, &(verb.main..verb.main + 1)))
    }

    /// The verb that the noun completes as a light verb's object does.
    fn light_verb(&self, parties: &Parties, effect: Effect) -> Option<usize> {
        let near = |noun: &Noun| noun.partitive || noun.preposition.is_none_or(|p| matches!(p, "à" | "dans" | "de"));
        let head = self.chunk().noun().filter(|noun| near(noun) && self.tells(parties, effect))?;
        let governs = |verb: &usize| {
            // "ont prêté leur appui à l'opération": the appui is what they do.
            let other_part =
                (*verb + 1..self.chunk).filter_map(|at| self.phrases.chunks[at].noun()).any(|noun| parties.scene.trigger_at(noun.head));
            self.has(parties, *verb, effect) && !self.phrases.is_passive(*verb) && !(other_part && head.preposition.is_some())
        };
        self.phrases.governor(self.chunk).filter(governs)
    }

    /// The passive verb or participle by which the noun is done: "une offensive a été lancée", "l'offensive lancée".
    fn passive_verb(&self, parties: &Parties) -> Option<usize> {
        if !self.tells(parties, Effect::LendsSubject) {
            return None;
        }
        self.phrases
            .participle_of(self.chunk)
            .or_else(|| self.phrases.verb_of_subject(self.chunk))
            .filter(|verb| self.phrases.is_passive(*verb) && self.has(parties, *verb, Effect::LendsSubject))
    }

    /// The subject of "lancer une offensive", "par …" of "l'offensive lancée par".
    fn lent_subject(&self, parties: &Parties) -> Subject {
        let relative = || self.phrases.relative_verb(self.chunk).filter(|verb| self.has(parties, *verb, Effect::LendsSubject));
        let lending = || self.light_verb(parties, Effect::LendsSubject).or_else(|| self.passive_verb(parties)).or_else(relative);
        match self.tells(parties, Effect::LendsSubject).then(lending).flatten() {
            Some(verb) => self.phrases.logical_subject(verb),
            None => {
                let attributed = self.attributed(parties);
                if attributed.is_empty() { self.accused(parties) } else { Subject { phrases: attributed, pronoun: None } }
            }
        }
    }

    /// "accuse Oslo de violations", "reproche à Oslo ces livraisons", "accusé d'ingérence"
    fn accused(&self, parties: &Parties) -> Subject {
        let condemns = self.tells(parties, Effect::Condemns);
        let governor = || self.phrases.governor(self.chunk).filter(|verb| self.has(parties, *verb, Effect::Condemns));
        let Some(verb) = condemns.then(governor).flatten() else {
            return Subject::default();
        };
        if self.phrases.is_passive(verb) {
            return if self.chunk().opens_with("de") { self.phrases.subject(verb) } else { Subject::default() };
        }
        let blamed = self.phrases.complements(verb, "à");
        if blamed.is_empty() && !self.chunk().opens_with("de") {
            return Subject::default();
        }
        let blamed = if blamed.is_empty() { self.phrases.logical_object(verb).phrases } else { blamed };
        Subject { phrases: blamed.into_iter().filter(|phrase| *phrase != self.chunk).collect(), pronoun: None }
    }

    /// "douze morts, dont trois Suédois": those of them that are named.
    fn listed(&self, document: &Document) -> Vec<usize> {
        let chunks = &self.phrases.chunks;
        let is_dont = |at: &usize| chunks[*at].is(&Kind::Relative) && &*document.form(chunks[*at].tokens.start).norm == "dont";
        let Some(dont) = (self.chunk + 1..chunks.len()).take_while(|at| !chunks[*at].is(&Kind::Mark)).find(is_dont) else {
            return Vec::new();
        };
        let has_verb = chunks.get(dont + 2).is_some_and(Chunk::is_finite);
        if has_verb || chunks.get(dont + 1).is_none_or(|chunk| !chunk.is_bare()) {
            Vec::new()
        } else {
            self.phrases.with_coordinated_after(dont + 1)
        }
    }

    /// "une frappe attribuée à l'armée"
    fn attributed(&self, parties: &Parties) -> Vec<usize> {
        if !self.tells(parties, Effect::AttributedTo) {
            return Vec::new();
        }
        let verb = self.phrases.participle_of(self.chunk).or_else(|| self.phrases.verb_of_subject(self.chunk));
        let verb = verb.filter(|verb| self.has(parties, *verb, Effect::AttributedTo) && self.phrases.is_passive(*verb));
        verb.map(|verb| self.phrases.complements(verb, "à")).unwrap_or_default()
    }

    /// The subject of "subir une offensive".
    fn lent_target(&self, parties: &Parties) -> Subject {
        self.light_verb(parties, Effect::LendsTarget).map(|verb| self.phrases.subject(verb)).unwrap_or_default()
    }

    /// "fournir une aide, depuis mai, à Kiev": the preposition hangs on the light verb.
    fn of_lending_verb(&self, parties: &Parties, preposition: &str) -> Vec<usize> {
        if preposition == "de" {
            return Vec::new();
        }
        let verb = self.light_verb(parties, Effect::LendsSubject).or_else(|| self.passive_verb(parties));
        verb.map(|verb| self.phrases.complements(verb, preposition)).unwrap_or_default()
    }

    /// "Moscou, allié de Damas", "Moscou est l'allié de Damas".
    fn stands_beside(&self, document: &Document) -> Vec<usize> {
        let is_comma = |at: usize| self.phrases.chunks.get(at).is_some_and(|chunk| chunk.is(&Kind::Comma));
        let bare = self.chunk().is_bare();
        if bare && self.chunk > 1 && is_comma(self.chunk - 1) && self.phrases.chunks[self.chunk - 2].noun().is_some_and(|noun| !noun.time) {
            let beside = self.phrases.head_of_chain(self.chunk - 2);
            // "Pour Oslo, l'appui de Lima est un tort"
            if beside == 0 && !self.phrases.chunks[beside].is_bare() {
                return Vec::new();
            }
            // "Oslo et Lima, parrains de …"
            let several = self.chunk().noun().is_some_and(|noun| noun.features.contains(Features::PLURAL));
            let listed = self.phrases.with_listed_before(self.chunk - 2);
            return match several {
                true if listed.len() > 1 => listed,
                true => self.phrases.with_coordinated_before(beside),
                false => vec![beside],
            };
        }
        // "Coprésident du groupe, Oslo souhaite"
        if bare && self.chunk == 0 && self.chunk().noun().is_some_and(|noun| noun.determiner.is_none()) {
            let main = (1..self.phrases.chunks.len()).find(|at| self.phrases.chunks[*at].is_finite());
            return main.map(|main| self.phrases.subject(main).phrases).unwrap_or_default().into_iter().filter(|at| *at > 0).collect();
        }
        match self.phrases.governor(self.chunk).filter(|verb| bare && self.is_being(document, *verb)) {
            Some(verb) => self.phrases.subject(verb).phrases,
            None => Vec::new(),
        }
    }

    /// True for a verb that says of its subject what it is.
    fn is_being(&self, document: &Document, verb: usize) -> bool {
        let is = |a: &dictionary::Analysis| {
            a.pos == Pos::Verb
                && matches!(dictionary::lemma(a.lemma), "être" | "rester" | "demeurer" | "devenir" | "constituer" | "représenter")
        };
        self.phrases.chunks[verb].verb().is_some_and(|verb| document.form(verb.main).analyses.iter().any(is))
    }

    /// "une opération qualifiée d'invasion par …", "accusé de massacres par …"
    fn is_what_it_is_called(&self, parties: &Parties) -> bool {
        let start = self.chunk().tokens.start;
        let likened = [start.saturating_sub(1), start].iter().any(|token| &*parties.document.form(*token).norm == "comme");
        let Some(before) = self.chunk.checked_sub(1).filter(|_| likened || self.chunk().opens_with("de")) else { return false };
        let calls = [Effect::Names, Effect::Condemns].iter().any(|effect| parties.scene.has(*effect, &(start - 1..start)));
        // Some participles are read as adjectives, with the noun before them.
        calls && (self.phrases.chunks[before].noun().is_some() || self.phrases.is_passive(before))
    }

    /// True for a deed of which "de" tells to whom it is done.
    fn is_done_to_thing(&self, parties: &Parties) -> bool {
        matches!(parties.plan.of(self.hit.marker), Meaning::Trigger(trigger) if trigger.of == Some(Genitive::Patient))
    }

    /// Whom help goes to that is told on the way: "avec l'appui de Moscou, l'armée a …", "menées par X avec l'appui de Y".
    fn helped(&self, document: &Document) -> Subject {
        let head = self.phrases.head_of_list(self.phrases.head_of_de(self.chunk));
        let Some(noun) = self.phrases.chunks[head].noun() else { return Subject::default() };
        // "aux côtés de" is no complement of the verb.
        let beside = &*document.form(noun.head).norm == "côtés";
        if !beside && noun.preposition.is_none_or(|preposition| matches!(preposition, "de" | "à")) {
            return Subject::default();
        }
        let Some(verb) = self.phrases.clause_verb(head) else { return Subject::default() };
        let is_participle = self.phrases.chunks[verb].verb().is_some_and(|verb| verb.mood == Mood::Participle);
        let doer = self.phrases.logical_subject(verb);
        if doer.is_empty() && !is_participle { self.phrases.subject(verb) } else { doer }
    }
}
