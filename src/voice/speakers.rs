//! Whom a speaker's phrase stands for: the actor it names, or the one its antecedent named before.

use super::marks::{Marked, Pairs};
use super::phrase::Phrases;
use super::report::Report;
use super::standings::Standings;
use super::subject::{self, Subject};
use super::turns::{Turn, Who};
use crate::lexicon::{Compiled, Needs, Standing};
use crate::matching::Hit;
use crate::span::Span;
use crate::text::Document;
use crate::text::forms::FormId;
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
use std::ops::Range;

/// Somebody who speaks in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The phrase that names them.
    pub span: Span,
    /// The id of the actor they stand for.
    pub actor: Option<String>,
    /// The agency named beside them, which passes their words on.
    pub relay: Option<Span>,
    /// The head of the phrase, to find it again ("la source", "l'officier").
    head: usize,
    sentence: usize,
    /// (feminine, plural) of the head, where it shows.
    gender: Option<(bool, bool)>,
}

/// What is known of an article's speakers.
pub struct Speakers<'d, 't> {
    document: &'d Document<'t>,
    lexicons: &'d Compiled,
    /// Mentions of actors and of places, by place in the text.
    mentions: &'d [Hit],
    standings: &'d Standings<'d, 't>,
    marked: &'d Pairs,
    /// One of the mentions is an actor's.
    names_actors: bool,
    /// The country the article is about, once it was asked for.
    home: OnceCell<Option<String>>,
    pub known: Vec<Speaker>,
    by_report: Vec<Option<usize>>,
    /// The actors that the article gives to names, once they were asked for.
    persons: FxHashMap<FormId, Option<String>>,
}

/// Sentences over which a pronoun or "la source" finds its speaker.
const MEMORY: usize = 12;
/// Tokens up to which what stands in marks without a verb is a word or a name.
const NAME: usize = 4;

impl<'d, 't> Speakers<'d, 't> {
    pub fn new(
        document: &'d Document<'t>,
        lexicons: &'d Compiled,
        mentions: &'d [Hit],
        standings: &'d Standings<'d, 't>,
        marked: &'d Pairs,
    ) -> Self {
        let mut speakers = Self {
            document,
            lexicons,
            mentions,
            standings,
            marked,
            names_actors: false,
            home: OnceCell::new(),
            known: Vec::new(),
            by_report: Vec::new(),
            persons: FxHashMap::default(),
        };
        speakers.names_actors = mentions.iter().any(|hit| speakers.is_actor(hit));
        speakers
    }

    /// Finds the speaker of the next report; reports come in the order of the text.
    pub fn resolve(&mut self, report: &Report) {
        let p = Phrases::of(self.document, report.sentence);
        let said_at = report.trigger.as_ref().map(|trigger| trigger.tokens.start);
        let speaker = match (&report.speaker, said_at) {
            (Subject::Nobody | Subject::Author, _) => None,
            (Subject::Pronoun(token), _) => self.antecedent(&p, *token, report.sentence),
            // "Et d'ajouter : « … »": the words quoted name no speaker of theirs.
            (Subject::Phrase(phrase), Some(verb)) if self.is_quoted(phrase.start) && !self.is_quoted(verb) => {
                self.antecedent(&p, verb, report.sentence)
            }
            (Subject::Phrase(phrase), _) => self.of_phrase(&p, phrase.clone(), report.sentence),
        };
        self.by_report.push(speaker);
    }

    /// A turn's words and who says them.
    pub fn say(&mut self, turn: Turn) -> (Vec<Range<usize>>, Option<usize>) {
        let speaker = match turn.speaker {
            Who::Label(sentence, phrase) => self.of_phrase(&Phrases::of(self.document, sentence), phrase, sentence),
            Who::Report(number) => self.of_report(number),
            Who::Unknown => None,
        };
        (turn.tokens, speaker)
    }

    pub fn of_report(&self, number: usize) -> Option<usize> {
        self.by_report.get(number).copied().flatten()
    }

    /// Whoever spoke last, at this sentence or shortly before.
    pub fn last_before(&self, sentence: usize) -> Option<usize> {
        let near = |s: &Speaker| s.sentence <= sentence && s.sentence + MEMORY >= sentence;
        self.known.iter().rposition(near)
    }

    /// Whoever the sentence is about, where they can speak: of "Le commandant est formel. « … »".
    pub fn implied(&mut self, sentence: usize) -> Option<usize> {
        let p = Phrases::of(self.document, sentence);
        let phrase = subject::bare(&p, p.start..p.end).into_iter().next().filter(|phrase| !self.is_quoted(phrase.start))?;
        let head = p.head(&phrase)?;
        let within = |hit: &&Hit| phrase.contains(&hit.tokens.start);
        let known = self.standing(&phrase, head).is_some() || self.mentions.iter().find(within).is_some_and(|hit| self.is_actor(hit));
        let before_verb = (p.start..phrase.start).all(|t| !p.is_finite(t));
        if known && before_verb { self.of_phrase(&p, phrase, sentence) } else { None }
    }

    /// True where a noun that bears a name between quotation marks stands in `near`, outside the marks.
    pub fn names_a_work(&self, near: Range<usize>, marks: &Range<usize>) -> bool {
        self.standings.begin_in(near).any(|(hit, standing)| !marks.contains(&hit.tokens.start) && standing == Standing::Titled)
    }

    /// An agency named in the sentence of a speaker's phrase, outside it: "a dit X à l'AFP", "cité par Sana".
    fn relay(&self, p: &Phrases, tokens: &Range<usize>) -> Option<Span> {
        let mut within = self.standings.needed_in(Needs::AGENCIES, p.start..p.end);
        within.find(|(hit, standing)| *standing == Standing::Agency && !tokens.contains(&hit.tokens.start)).map(|(hit, _)| hit.span)
    }

    /// Whose army or government a phrase means that names none: that of the last such phrase that names one, of the next, or of the
    /// country that the article is about.
    fn force_near(&self, token: usize) -> Option<String> {
        const BESIDE: usize = 2;
        let named = |hit: &Hit| {
            let reach = hit.tokens.start..hit.tokens.end + BESIDE;
            let first = self.mentions.partition_point(|mention| mention.tokens.start < reach.start);
            let mut near = self.mentions[first..].iter().take_while(|mention| mention.tokens.start < reach.end);
            near.find(|mention| self.is_actor(mention) && mention.sentence == hit.sentence).and_then(|mention| self.actor(mention))
        };
        let actors = self.mentions.iter().filter(|mention| self.is_actor(mention));
        let mut sentences: Vec<usize> = actors.map(|mention| mention.sentence).collect();
        sentences.dedup();
        let standings = || sentences.iter().flat_map(|sentence| self.standings.of(*sentence));
        let forces = || standings().filter(|(_, standing)| *standing == Standing::Home).map(|(hit, _)| hit);
        let before = forces().take_while(|hit| hit.tokens.start < token).filter_map(named).last();
        before
            .or_else(|| forces().filter(|hit| hit.tokens.start > token).find_map(named))
            .or_else(|| self.home.get_or_init(|| home(self.lexicons, self.mentions)).clone())
    }

    fn add(&mut self, speaker: Speaker) -> Option<usize> {
        self.known.push(speaker);
        Some(self.known.len() - 1)
    }

    /// True within the words of a quotation, which name whom they speak of, not who speaks them; a word or a name in marks is none.
    fn is_quoted(&self, token: usize) -> bool {
        let is_said = |inner: Range<usize>| inner.len() > NAME || inner.into_iter().any(|t| self.document.tokens[t].form.may_be_finite());
        self.marked.around(token).map(Marked::inner).any(|inner| inner.contains(&token) && is_said(inner))
    }

    /// The last sentence before this one that is not all quotation.
    fn told_before(&self, sentence: usize) -> Option<usize> {
        let is_told =
            |at: &usize| self.document.sentences[*at].tokens.clone().any(|t| self.document.tokens[t].kind.is_word() && !self.is_quoted(t));
        (sentence.saturating_sub(MEMORY)..sentence).rev().find(is_told)
    }

    /// Whom a pronoun takes up: who has just spoken and agrees with it, whoever the sentence before is about, or who spoke last.
    fn antecedent(&mut self, p: &Phrases, pronoun: usize, sentence: usize) -> Option<usize> {
        let first = self.told_before(sentence).unwrap_or(sentence);
        let near = |s: &usize| (first..=sentence).contains(&self.known[*s].sentence) && !self.is_quoted(self.known[*s].head);
        let feminine = p.norm(pronoun).starts_with("elle");
        let plural = p.norm(pronoun).ends_with('s');
        let mut last = (0..self.known.len()).rev().take(MEMORY).filter(near);
        let agreeing = last.clone().find(|at| self.known[*at].gender == Some((feminine, plural)));
        if let Some(speaker) = agreeing.or_else(|| last.next()) {
            return Some(speaker);
        }
        let before = self.told_before(sentence);
        let implied = before.and_then(|before| self.implied(before));
        implied.or_else(|| self.last_before(sentence)).or_else(|| self.subject_of(before?, sentence))
    }

    /// The subject of a sentence before, where nobody has spoken yet.
    fn subject_of(&mut self, before: usize, sentence: usize) -> Option<usize> {
        let p = Phrases::of(self.document, before);
        let phrase = p.bare(p.start..p.end).into_iter().find(|phrase| !p.is_when(phrase) && !self.is_quoted(phrase.start))?;
        self.of_phrase(&p, phrase, sentence)
    }

    fn of_phrase(&mut self, p: &Phrases, phrase: Range<usize>, sentence: usize) -> Option<usize> {
        let tokens = trimmed(p, phrase);
        let head = p.head(&tokens).unwrap_or(tokens.start);
        let norm = p.norm(head);
        let span = Span::new(self.document.tokens[tokens.start].span.start, self.document.tokens[tokens.end - 1].span.end);
        let standing = self.standing(&tokens, head).map(|standing| if standing == Standing::Agency { Standing::Private } else { standing });
        let named = self.named(&tokens, head, standing == Some(Standing::Private));
        let definite = matches!(p.norm(tokens.start), "le" | "la" | "les" | "l'" | "ce" | "cet" | "cette" | "ces");
        // Whom the article introduced by a name goes before a namesake that everybody knows.
        let introduced = if is_bare_name(p, &tokens) { self.person(p, &tokens) } else { None };
        let actor = match (standing, named) {
            _ if introduced.is_some() => introduced,
            // "Sana rapporte … L'agence ajoute …"
            (Some(Standing::Private), None) if definite && matches!(norm, "agence" | "organisation") && tokens.len() == 2 => {
                self.last_before(sentence).filter(|at| self.known[*at].sentence + 2 >= sentence).and_then(|at| self.known[at].actor.clone())
            }
            (Some(Standing::Private), None) => None,
            (_, Some(hit)) => self.actor(hit),
            (standing, None) => {
                let earlier = |s: &&Speaker| definite && *self.document.form(s.head).norm == *norm && s.sentence + MEMORY >= sentence;
                match self.known.iter().rev().find(earlier) {
                    Some(speaker) => speaker.actor.clone(),
                    None => match self.person(p, &tokens) {
                        Some(actor) => Some(actor),
                        // "l'officier", "la même source"; "le maire de Ménaka" is somebody new.
                        None if definite && standing == Some(Standing::Official) && !names_anyone(p, &tokens) => {
                            self.last_before(sentence).and_then(|at| self.known[at].actor.clone())
                        }
                        None if standing == Some(Standing::Home) => self.force_near(tokens.start),
                        None => None,
                    },
                }
            }
        };
        let gender = gender(p, head);
        let relay = self.relay(p, &tokens);
        self.add(Speaker { span, actor, relay, head, sentence, gender })
    }

    /// The first mention of an actor within the tokens. A private body that carries a country's adjective speaks for itself:
    /// of it, only a proper name counts ("l'agence syrienne Sana").
    fn named(&self, tokens: &Range<usize>, head: usize, private: bool) -> Option<&'d Hit> {
        let first = self.mentions.partition_point(|hit| hit.tokens.start < tokens.start);
        let within = self.mentions[first..].iter().take_while(|hit| hit.tokens.start < tokens.end);
        within.filter(|hit| self.is_actor(hit)).find(|hit| !private || self.is_name(hit, head))
    }

    fn is_actor(&self, hit: &Hit) -> bool {
        !self.lexicons.axis(&self.lexicons.markers[hit.marker]).places
    }

    fn actor(&self, hit: &Hit) -> Option<String> {
        actor_of(self.lexicons, hit).map(str::to_owned)
    }

    /// True for a proper name that is not merely a country's adjective: "Sana", "la Maison-Blanche".
    fn is_name(&self, hit: &Hit, head: usize) -> bool {
        let token = hit.tokens.start;
        token == head
            || self.document.form(token).casing.is_capitalised()
                && !matches!(
                    self.document.form(token.saturating_sub(1)).norm.as_ref(),
                    "de" | "d'" | "du" | "des" | "la" | "l'" | "les" | "en"
                )
    }

    /// How the head of a phrase stands to a state; of several words the longest match that begins at or before the head.
    fn standing(&self, tokens: &Range<usize>, head: usize) -> Option<Standing> {
        let within = self.standings.begin_in(tokens.clone()).filter(|(_, standing)| standing.speaks());
        let mut other = None;
        for (hit, standing) in within {
            if hit.tokens.start <= head + 1 {
                return Some(standing);
            }
            // "un communiqué de l'armée"
            other = other.or((standing == Standing::Home).then_some(standing));
        }
        other
    }

    /// A person whom the article introduced: "Hassan Nasrallah, chef du Hezbollah" gives "M. Nasrallah" his actor.
    fn person(&mut self, p: &Phrases, tokens: &Range<usize>) -> Option<String> {
        if !self.names_actors {
            return None;
        }
        let name = tokens.clone().rev().find(|t| p.document.form(*t).casing.is_capitalised() && *t > p.start || is_name_token(p, *t))?;
        let id = p.document.tokens[name].form.id;
        if !self.persons.contains_key(&id) {
            let actor = self.introduced_anywhere(id);
            self.persons.insert(id, actor);
        }
        self.persons[&id].clone()
    }

    /// The actor that the article gives to a name where it first gives it one.
    fn introduced_anywhere(&self, id: FormId) -> Option<String> {
        let named = |token: &usize| self.document.tokens[*token].form.id == id;
        let sentences = self.document.sentences.iter().enumerate();
        let mut names = sentences.flat_map(|(number, sentence)| sentence.tokens.clone().filter(named).map(move |token| (number, token)));
        names.find_map(|(number, token)| self.introduced(&Phrases::of(self.document, number), token))
    }

    /// The actor that the words right around a name give it.
    fn introduced(&self, p: &Phrases, name: usize) -> Option<String> {
        let last = (name..p.end).take_while(|t| p.document.form(*t).casing.is_capitalised()).last().unwrap_or(name) + 1;
        let own = subject::phrase_ending_at(p, last).unwrap_or(name..last);
        let mut around = vec![own.clone()];
        if p.is_comma(last) || p.is_mark(last, "(") {
            around.extend(p.from(last + 1));
        }
        if own.start > p.start && p.is_comma(own.start - 1) {
            around.extend(subject::phrase_ending_at(p, own.start - 1));
        }
        around
            .into_iter()
            .filter(|phrase| self.official_within(phrase))
            .find_map(|phrase| self.actor(self.named(&phrase, phrase.start, false)?))
    }

    fn official_within(&self, tokens: &Range<usize>) -> bool {
        let mut within = self.standings.begin_in(tokens.clone());
        within.any(|(_, standing)| standing.speaks() && !matches!(standing, Standing::Private | Standing::Agency))
    }
}

/// True where a name stands in the phrase.
fn names_anyone(p: &Phrases, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|t| t > p.start && p.document.form(t).casing.is_capitalised())
}

/// "M. Bachir", "Salifou Bachir": capitals and nothing else.
fn is_bare_name(p: &Phrases, tokens: &Range<usize>) -> bool {
    tokens.clone().all(|t| p.document.form(t).casing.is_capitalised()) && tokens.len() <= 4
}

fn is_name_token(p: &Phrases, token: usize) -> bool {
    p.document.form(token).guessed && p.document.form(token).casing.is_capitalised()
}

/// (feminine, plural) of a common noun that has but one gender and number.
fn gender(p: &Phrases, head: usize) -> Option<(bool, bool)> {
    use crate::text::morphology::{Features, Pos};
    let analyses = &p.document.form(head).analyses;
    let mut nouns = analyses.iter().filter(|a| a.pos == Pos::Noun && !a.features.contains(Features::CAPITALISED));
    let features = nouns.next()?.features;
    let (feminine, masculine) = (features.contains(Features::FEMININE), features.contains(Features::MASCULINE));
    let (plural, singular) = (features.contains(Features::PLURAL), features.contains(Features::SINGULAR));
    (nouns.next().is_none() && feminine != masculine && plural != singular).then_some((feminine, plural))
}

/// Without quotation marks at either end.
fn trimmed(p: &Phrases, mut phrase: Range<usize>) -> Range<usize> {
    while phrase.len() > 1 && p.is_quote(phrase.start) {
        phrase.start += 1;
    }
    while phrase.len() > 1 && p.is_quote(phrase.end - 1) {
        phrase.end -= 1;
    }
    phrase
}

/// The actor of a mention; None where its pole stands for nobody.
pub fn actor_of<'l>(lexicons: &'l Compiled, hit: &Hit) -> Option<&'l str> {
    let pole = lexicons.pole(&lexicons.markers[hit.marker]).filter(|pole| !pole.nobody)?;
    Some(pole.stands_for.first().unwrap_or(&pole.id))
}

/// The country that most places and mentions of the article belong to.
fn home(lexicons: &Compiled, mentions: &[Hit]) -> Option<String> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for hit in mentions {
        let marker = &lexicons.markers[hit.marker];
        // A place tells more than a mention: capitals and leaders come up everywhere.
        let weight = if lexicons.axis(marker).places { 2 } else { 1 };
        if actor_of(lexicons, hit).is_some() {
            *counts.entry(&lexicons.source(marker).pole).or_default() += weight;
        }
    }
    counts.into_iter().max_by_key(|(actor, n)| (*n, std::cmp::Reverse(*actor))).map(|(actor, _)| actor.to_owned())
}
