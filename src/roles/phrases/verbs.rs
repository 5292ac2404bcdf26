//! Reads verb groups: clitics, auxiliaries, adverbs and the word that carries the sense.

use super::chunk::{Chunk, Kind, Mood, Verb};
use super::reader::{Reader, Word};
use super::words;
use crate::text::closed_classes::ClosedClasses;
use crate::text::dictionary;
use crate::text::forms::Form;
use crate::text::morphology::{Features, Pos};
use crate::text::pos_set::PosSet;
use crate::text::tokenizer::Kind as TokenKind;

const CLITIC: ClosedClasses = PREVERBAL.or(ClosedClasses::SUBJECT_CLITIC).or(ClosedClasses::OBJECT_CLITIC);
/// Words that stand before a verb alone.
const PREVERBAL: ClosedClasses = ClosedClasses::NE.or(ClosedClasses::REFLEXIVE);

impl<V: Fn(usize) -> bool> Reader<'_, '_, V> {
    /// True where a verb group begins at `token`.
    pub(super) fn begins_verb(&self, token: usize) -> bool {
        match self.word_at(token) {
            Some(Word { form, .. }) if form.classes.are(CLITIC) => self.clitic_begins_verb(token, form.classes),
            Some(Word { form, .. }) => form.pos.contains(Pos::Verb) && self.is_verb(token, form),
            None => false,
        }
    }

    fn clitic_begins_verb(&self, token: usize, classes: ClosedClasses) -> bool {
        let next = self.next_word(token);
        if classes.are(PREVERBAL) {
            return true;
        }
        if classes.are(ClosedClasses::SUBJECT_CLITIC) || self.norm(token) == "y" {
            // "avec elle", "d'elle" are noun phrases.
            return self.preposition.is_none() && next.is_some_and(|next| self.clitic_or_verb(next));
        }
        let Some(next) = next else { return false };
        let after_subject = || self.chunk_before(token).is_some_and(|c| matches!(c.kind, Kind::Who));
        let is_en = classes.are(ClosedClasses::ADVERBIAL_CLITIC);
        self.classes(next).are(ClosedClasses::OBJECT_CLITIC) && after_subject()
            || if is_en { self.is_finite(next) } else { self.is_plain_verb(next) }
    }

    fn clitic_or_verb(&self, token: usize) -> bool {
        self.classes(token).are(PREVERBAL.or(ClosedClasses::OBJECT_CLITIC)) || self.form(token).pos.contains(Pos::Verb)
    }

    /// Nothing but a verb, where it stands.
    fn is_plain_verb(&self, token: usize) -> bool {
        !self.form(token).guessed && self.pos(token).is_only(Pos::Verb)
    }

    fn is_finite(&self, token: usize) -> bool {
        self.is_plain_verb(token) && self.form(token).has(Pos::Verb, Features::FINITE)
    }

    fn is_verb(&self, token: usize, form: &Form) -> bool {
        if form.pos.contains(Pos::Preposition) || form.pos.contains(Pos::Determiner) {
            return false;
        }
        let pos = self.pos(token);
        if pos.contains(Pos::Verb) && form.has(Pos::Verb, Features::FINITE) && (self.is_verb_surely)(token) {
            return true;
        }
        if pos.is_only(Pos::Verb) {
            return !self.is_adjective_after_all(token) && (!form.guessed || !form.casing.is_capitalised());
        }
        if form.guessed {
            return false;
        }
        let next = self.next_word(token);
        // "refuse de parler de": no article makes a noun of it.
        let opened = matches!(self.preposition, Some((_, "de" | "à" | "pour" | "sans" | "après"))) && !self.open_noun(token);
        if opened && form.has(Pos::Verb, Features::INFINITIVE) {
            // "une lutte de pouvoir", "de pouvoir tirer"
            let is_modal = self.norm(token).ends_with("voir") && words::auxiliary(form).is_none();
            let asks = |next: usize| matches!(self.norm(next), "si" | "que" | "qu'" | "comment" | "pourquoi" | "où");
            return !is_modal || next.is_some_and(|next| self.is_infinitive(next) || asks(next));
        }
        let last = self.chunk_before(token);
        let after_coordinator = last.is_some_and(|chunk| chunk.is(&Kind::Coordinator));
        let coordinated = after_coordinator && self.object_follows(token);
        // "ont confirmé l'envoi et condamné, par la voix d'Oslo, ce geste"
        let before_comma = after_coordinator && self.document.tokens.get(token + 1).is_some_and(|t| t.kind == TokenKind::Comma);
        // "s'indigne de ce vol et annonce l'envoi": a noun would have a determiner too.
        let determined = |chunk: &Chunk| chunk.is_bare() && chunk.noun().is_some_and(|noun| noun.determiner.is_some());
        let second_verb = coordinated
            && self.chunks.iter().any(Chunk::is_finite)
            && (self.determined_object_follows(token)
                // "envoie des armes et reproche à Lima ses tirs": only a plural noun could do without one there.
                || !self.norm(token).ends_with('s') && self.chunks.iter().rev().nth(1).is_some_and(determined));
        let after_noun = last.is_some_and(|chunk| chunk.noun().is_some()) || self.open_noun(token);
        if form.has(Pos::Verb, Features::PAST_PARTICIPLE) {
            let opens = last.is_none_or(|chunk| matches!(chunk.kind, Kind::Comma | Kind::Mark)) && !self.open_noun(token);
            // "l'attaque, attribuée à l'Iran"
            let aside = last.is_some_and(|chunk| chunk.is(&Kind::Comma)) && self.chunks.len() > 1 && opens;
            let is_participle = aside && next.is_some_and(|next| self.form(next).pos.contains(Pos::Preposition)) && pos.contains(Pos::Verb)
                || (next.is_some_and(|next| self.norm(next) == "par")
                    || (opens || after_noun || after_coordinator) && self.agent_follows(token))
                || next.is_some_and(|next| self.is_infinitive(next)) && form.is_motion && (opens || after_noun)
                || after_noun && !form.pos.contains(Pos::Noun)
                || next.is_some_and(|next| {
                    matches!(self.norm(next), "de" | "d'") && self.next_word(next).is_some_and(|next| self.is_infinitive(next))
                }) && !after_noun
                || (coordinated || before_comma || after_coordinator && next.is_some_and(|next| self.is_infinitive(next)))
                    && self.has_auxiliary_before()
                || self.is_waited_for();
            // "tue" may be of taire or of tuer.
            if is_participle || !form.has(Pos::Verb, Features::FINITE) {
                return is_participle;
            }
        }
        // "appelant Oslo à …"
        if form.has(Pos::Verb, Features::PRESENT_PARTICIPLE)
            && self.preposition.is_none()
            && !self.open_noun(token)
            && self.object_follows(token)
        {
            return true;
        }
        // "a fait part", "prend fin", "fait face": what follows a verb at once is its object.
        let after_verb = last.is_some_and(|chunk| chunk.verb().is_some());
        if !form.has(Pos::Verb, Features::FINITE) || !pos.contains(Pos::Verb) || after_verb {
            return false;
        }
        // "Celle-ci dit avoir", "a salué l'accord et fait savoir"
        let after_pronoun = last.is_some_and(|chunk| chunk.is_bare() && chunk.noun().is_some_and(|noun| noun.pronoun));
        let joined = after_coordinator && next.is_some_and(|next| self.is_infinitive(next));
        if after_pronoun || joined {
            return true;
        }
        let after_comma = last.is_some_and(|chunk| chunk.is(&Kind::Comma));
        if (after_noun && next.is_some_and(|next| self.norm(next) == "que"))
            || (after_noun || after_comma) && self.infinitive_follows(token)
        {
            return !self.has_finite_verb(token);
        }
        // "Oslo dément tout envoi": after a name, and with an object, no adjective.
        let by_name = after_noun
            && self.is_name(token.saturating_sub(1))
            && (self.object_follows(token) || self.ends_clause(token) || is_lemma(form, "rester"));
        if second_verb {
            return true;
        }
        if pos.contains(Pos::Adjective) && !by_name
            || !(coordinated && self.chunks.iter().rev().nth(1).is_some_and(Chunk::is_finite)) && self.has_finite_verb(token)
        {
            return false;
        }
        // "Ankara frappe", where nothing else in the clause could be its verb; after a name or an adjective no common noun follows.
        coordinated
            || after_noun && (self.object_follows(token) || self.after_name_or_adjective(token))
            || after_comma && self.object_follows(token)
    }

    /// "lancées ces dernières années par": nothing but an adverbial stands before "par".
    fn agent_follows(&self, token: usize) -> bool {
        const ADVERBIAL: usize = 7;
        let near = token + 1..self.sentence.end.min(token + ADVERBIAL);
        let by = near.clone().find(|t| self.norm(*t) == "par");
        by.is_some_and(|by| !(token + 1..by).any(|t| !self.kind(t).is_word() || self.is_finite(t) || self.is_participle(t)))
    }

    /// "dit ne pas avoir": the infinitive that comes next, past its negation and "se".
    fn infinitive_follows(&self, token: usize) -> bool {
        let mut next = self.next_word(token);
        while let Some(word) = next.filter(|word| matches!(self.norm(*word), "ne" | "n'" | "pas" | "plus" | "jamais" | "se" | "s'")) {
            next = self.next_word(word);
        }
        next.is_some_and(|next| self.is_infinitive(next))
    }

    fn is_infinitive(&self, token: usize) -> bool {
        self.form(token).has(Pos::Verb, Features::INFINITIVE) && !self.form(token).guessed
    }

    /// A finite verb that can have no "nous" or "vous" as its subject.
    fn is_third_person(&self, token: usize) -> bool {
        let form = self.form(token);
        let finite = |f| form.has(Pos::Verb, Features::FINITE | f);
        let is_subject = |a: &crate::text::dictionary::Analysis| {
            a.pos == Pos::Verb && a.features.contains(Features::PLURAL) && !a.features.contains(Features::PERSON3)
        };
        finite(Features::PERSON3) && !form.analyses.iter().any(is_subject)
    }

    fn has_auxiliary_before(&self) -> bool {
        let clause = self.chunks.iter().rev().skip(1).take_while(|chunk| !chunk.opens_clause());
        clause.filter_map(Chunk::verb).any(|verb| verb.main != verb.first)
    }

    /// "a, dans un communiqué, condamné": an auxiliary alone, then nothing but adverbials.
    fn is_waited_for(&self) -> bool {
        let adverbial = |chunk: &&Chunk| {
            let participle = chunk.verb().is_some_and(|verb| verb.mood == Mood::Participle);
            participle || chunk.is(&Kind::Comma) || chunk.noun().is_some_and(|noun| noun.preposition.is_some() || noun.time)
        };
        let before = self.chunks.iter().rev().find(|chunk| !adverbial(chunk)).and_then(Chunk::verb);
        before.is_some_and(|verb| verb.main == verb.first && verb.mood == Mood::Finite && words::auxiliary(self.form(verb.first)).is_some())
    }

    /// "a fustigé le soutien aveugle des": right after the object of the clause's verb, what may be an adjective is one.
    pub(super) fn is_adjective_after_all(&self, token: usize) -> bool {
        let form = self.form(token);
        let finite = form.has(Pos::Verb, Features::FINITE) && form.pos.contains(Pos::Adjective);
        if !finite || form.has(Pos::Verb, Features::PAST_PARTICIPLE) {
            return false;
        }
        let mut before = self.chunks.iter().rev();
        let after_object = self.open_noun(token) || before.next().is_some_and(|chunk| chunk.noun().is_some() && chunk.tokens.end == token);
        after_object && before.next().is_some_and(Chunk::is_finite)
    }

    /// Nothing that a verb could have as its object comes after: its clause ends.
    fn ends_clause(&self, token: usize) -> bool {
        let next = (token + 1..self.sentence.end).find(|t| self.kind(*t) != TokenKind::Quote && !self.is_adverb(*t));
        next.is_none_or(|next| matches!(self.kind(next), TokenKind::Comma | TokenKind::Stop | TokenKind::Mark))
    }

    fn after_name_or_adjective(&self, token: usize) -> bool {
        let Some(last) = (self.sentence.start..token).rev().find(|t| self.kind(*t) != TokenKind::Quote) else {
            return false;
        };
        let form = self.form(last);
        self.is_name(last) || form.pos.contains(Pos::Adjective) && !form.pos.contains(Pos::Noun)
    }

    /// True while the words just before belong to a noun phrase that is being read.
    fn open_noun(&self, token: usize) -> bool {
        token > self.at && (self.at..token).any(|t| self.kind(t).is_word())
    }

    fn has_finite_verb(&self, token: usize) -> bool {
        let mut end = self.chunks.len();
        // "Kigali, qui dément, accuse": a relative clause that a comma closes does not count.
        if self.chunks.last().is_some_and(|chunk| chunk.is(&Kind::Comma))
            && let Some(opening) = self.chunks.iter().rposition(Chunk::opens_clause)
            && (matches!(self.chunks[opening].kind, Kind::Who | Kind::Relative) || self.sets_off_relative(opening))
        {
            end = opening;
        }
        // "Hier, rappelle la presse, Oslo reproche": nor does who says it.
        if let Some(closing) = self.chunks[..end].iter().rposition(|chunk| chunk.is(&Kind::Comma))
            && let Some(saying) =
                self.chunks[..closing].iter().rposition(|chunk| chunk.noun().is_none()).filter(|at| self.chunks[*at].is_finite())
            && saying > 0
            && self.chunks[saying - 1].is(&Kind::Comma)
            && self.chunks[closing..end].iter().all(|chunk| !chunk.is_finite())
        {
            end = saying;
        }
        // "Alors que l'armée avance, Oslo reproche": nor does a clause that opens the sentence.
        if let Some(comma) = self.chunks[..end].iter().rposition(|chunk| chunk.is(&Kind::Comma))
            && let Some(opening) = self.chunks[..comma].iter().rposition(Chunk::opens_clause)
            && matches!(self.chunks[opening].kind, Kind::That | Kind::Subordinator)
            && self.chunks[..opening].iter().all(|chunk| chunk.verb().is_none())
        {
            end = end.min(opening).max(if self.chunks[comma..].iter().any(Chunk::is_finite) { end } else { 0 });
        }
        let before = self.chunks[..end].iter().rev().take_while(|chunk| !chunk.opens_clause()).any(Chunk::is_finite);
        // "le Tchad, dont l'armée combat à Diffa, a renforcé": what comes after the comma is the verb of the clause above.
        let opening = self.chunks.iter().rev().find(|chunk| chunk.opens_clause() || chunk.is(&Kind::Comma));
        let in_relative = opening.is_some_and(|chunk| matches!(chunk.kind, Kind::Who | Kind::Relative));
        before
            || (token + 1..self.sentence.end)
                .take_while(|t| !in_relative || self.kind(*t) != TokenKind::Comma)
                .take_while(|t| !self.clause_begins(*t))
                // "l'État turc bombarde, les rebelles résistent"
                .take_while(|t| self.kind(*t) != TokenKind::Comma || !self.after_name_or_adjective(token))
                .take_while(|t| {
                    !matches!(self.norm(*t), "qui" | "que" | "qu'" | "dont" | "où" | "si" | "quand" | "lorsque" | "lorsqu'" | "car")
                })
                .any(|t| self.kind(t) == TokenKind::Word && self.is_finite(t))
    }

    /// "Oslo, que Lima …": true for "que" after a noun and a comma.
    fn sets_off_relative(&self, that: usize) -> bool {
        let is = |at: usize, kind: Kind| self.chunks.get(at).is_some_and(|chunk| chunk.is(&kind));
        that > 1 && is(that, Kind::That) && is(that - 1, Kind::Comma) && self.chunks[that - 2].noun().is_some()
    }

    /// A semicolon, or ", et": what comes has a verb of its own.
    fn clause_begins(&self, token: usize) -> bool {
        match self.kind(token) {
            TokenKind::Comma => matches!(self.norm(token + 1), "et" | "mais" | "puis"),
            TokenKind::Stop | TokenKind::Mark => true,
            _ => false,
        }
    }

    fn object_follows(&self, token: usize) -> bool {
        let mut next = self.next_word(token);
        // "et arme désormais ces bandes"
        while let Some(adverb) = next.filter(|next| self.is_adverb(*next) && self.form(*next).pos.is_only(Pos::Adverb)) {
            next = self.next_word(adverb);
        }
        next.is_some_and(|next| {
            let form = self.form(next);
            form.pos.contains(Pos::Determiner)
                || form.pos.contains(Pos::Preposition)
                || self.is_name(next)
                || form.classes.are(ClosedClasses::TIME)
        })
    }

    fn determined_object_follows(&self, token: usize) -> bool {
        let mut next = self.next_word(token);
        while let Some(adverb) = next.filter(|next| self.is_adverb(*next) && self.form(*next).pos.is_only(Pos::Adverb)) {
            next = self.next_word(adverb);
        }
        let Some(next) = next else { return false };
        self.is_name(next)
            || matches!(
                self.norm(next),
                "le" | "la" | "les" | "l'" | "un" | "une" | "ce" | "cet" | "cette" | "ces" | "son" | "sa" | "ses" | "leur" | "leurs"
            )
    }

    pub(super) fn verb_group(&mut self) {
        let start = self.at;
        let mut subject = None;
        let mut reflexive = false;
        let mut clitic = None;
        let mut token = start;
        loop {
            let classes = self.classes(token);
            // "Lima nous attaque"
            let object =
                || classes.are(ClosedClasses::OBJECT_CLITIC) && self.next_word(token).is_some_and(|next| self.is_third_person(next));
            if classes.are(ClosedClasses::SUBJECT_CLITIC) && !object() {
                subject = Some(token);
            } else if classes.are(ClosedClasses::REFLEXIVE) {
                reflexive = true;
            } else if classes.are(ClosedClasses::OBJECT_CLITIC) {
                clitic = Some(token).filter(|_| !classes.are(ClosedClasses::ADVERBIAL_CLITIC));
            } else if !classes.are(ClosedClasses::NE) {
                break;
            }
            token += 1;
        }
        while token < self.sentence.end && (self.kind(token) == TokenKind::Quote || self.is_adverb(token)) {
            token += 1;
        }
        let has_verb = token < self.sentence.end && self.form(token).pos.contains(Pos::Verb);
        if !has_verb {
            // A pronoun without its verb.
            self.at = (start + 1).max(token.min(self.sentence.end));
            return;
        }
        let first = token;
        let mood = self.mood(first, subject.is_some() || reflexive && token > start);
        let mut main = first;
        let mut end = first + 1;
        let mut passive = mood == Mood::Participle;
        let auxiliary = words::auxiliary(self.form(first));
        if let Some(auxiliary) = auxiliary.filter(|_| mood != Mood::Participle) {
            let mut next = self.past_adverbs(first + 1, &mut subject, true);
            let mut by_being = auxiliary == "être";
            if self.norm(next) == "été" {
                (main, end, by_being) = (next, next + 1, true);
                next = self.past_adverbs(next + 1, &mut subject, true);
            }
            if next < self.sentence.end && self.is_participle(next) {
                (main, end) = (next, next + 1);
                passive = by_being && !reflexive && !self.form(next).is_motion;
            }
        } else if mood == Mood::Finite {
            let after = self.past_adverbs(end, &mut subject, false);
            if subject.is_some_and(|s| s >= end) {
                end = after;
            }
        }
        let features = self.form(if main == first || !passive { first } else { main }).verb;
        let opened = self.preposition.take();
        let begin = opened.as_ref().map_or(start, |(token, _)| *token);
        let preposition = opened.map(|(_, plain)| plain);
        let verb = Verb { mood, main, first, passive, subject, clitic, preposition, features, object_acts: false, after_quote: false };
        self.chunks.push(Chunk { tokens: begin..end, kind: Kind::Verb(verb) });
        self.at = end;
    }

    fn mood(&self, token: usize, has_clitic: bool) -> Mood {
        let form = self.form(token);
        let has = |features| form.has(Pos::Verb, features);
        let next = self.next_word(token).map_or("", |next| self.norm(next));
        if has(Features::INFINITIVE) {
            Mood::Infinitive
        } else if has(Features::PRESENT_PARTICIPLE) && !has(Features::FINITE) {
            Mood::Gerund
        } else if has(Features::PAST_PARTICIPLE) && !has_clitic && self.preposition.is_none() && self.is_waited_for() {
            Mood::Participle
        } else if has(Features::FINITE) && (has_clitic || !has(Features::PAST_PARTICIPLE) || next != "par" && self.preposition.is_none()) {
            Mood::Finite
        } else {
            Mood::Participle
        }
    }

    pub(super) fn is_adverb(&self, token: usize) -> bool {
        let form = self.form(token);
        self.kind(token) == TokenKind::Word
            && form.pos.contains(Pos::Adverb)
            && !form.pos.intersects(PosSet::from(Pos::Preposition) | Pos::Determiner.into())
            && !form.has(Pos::Verb, Features::PAST_PARTICIPLE)
            && !self.is_name(token)
    }

    /// The token after adverbs, quotation marks and an inverted subject.
    fn past_adverbs(&self, mut token: usize, subject: &mut Option<usize>, after_auxiliary: bool) -> usize {
        while token < self.sentence.end {
            let inverted = self.classes(token).are(ClosedClasses::SUBJECT_CLITIC) && self.document.surface(token).starts_with(['-', '‑']);
            if after_auxiliary && self.classes(token).are(ClosedClasses::LOCUTIVE) {
                let locution = words::locution(|at| self.norm(token + at));
                if locution > 0 {
                    token += locution;
                    continue;
                }
            }
            if inverted {
                *subject = Some(token);
            } else if after_auxiliary
                && self.norm(token) != "été"
                && self.classes(token).are(ClosedClasses::TIME)
                && self.next_word(token).is_some_and(|next| self.is_participle(next))
            {
                // "a mardi accusé"
            } else if self.kind(token) != TokenKind::Quote && !self.is_adverb(token) && self.norm(token) != "pas" {
                break;
            }
            token += 1;
        }
        token
    }

    fn is_participle(&self, token: usize) -> bool {
        self.kind(token) == TokenKind::Word && self.form(token).has(Pos::Verb, Features::PAST_PARTICIPLE)
    }
}

/// True where a word of the form is this verb.
fn is_lemma(form: &Form, lemma: &str) -> bool {
    form.analyses.iter().any(|a| a.pos == Pos::Verb && dictionary::lemma(a.lemma) == lemma)
}
