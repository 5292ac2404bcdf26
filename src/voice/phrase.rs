//! Noun phrases, as far as parts of speech show them: "le chef de la délégation russe", "l'Observatoire syrien (OSDH)".

use crate::text::Document;
use crate::text::closed_classes::ClosedClasses;
use crate::text::context::pos_in_context;
use crate::text::dictionary::LemmaId;
use crate::text::forms::Form;
use crate::text::morphology::{Features, Pos};
use crate::text::pos_set::PosSet;
use crate::text::tokenizer::Kind;
use std::ops::Range;

/// A sentence whose phrases are looked for.
#[derive(Clone, Copy)]
pub struct Phrases<'d, 't> {
    pub document: &'d Document<'t>,
    /// The tokens of the sentence.
    pub start: usize,
    pub end: usize,
}

impl<'d, 't> Phrases<'d, 't> {
    pub fn of(document: &'d Document<'t>, sentence: usize) -> Self {
        let tokens = &document.sentences[sentence].tokens;
        Self { document, start: tokens.start, end: tokens.end }
    }

    #[inline]
    pub fn norm(&self, token: usize) -> &'d str {
        if self.holds(token) { &self.document.form(token).norm } else { "" }
    }

    #[inline]
    pub fn kind(&self, token: usize) -> Option<Kind> {
        self.holds(token).then(|| self.document.tokens[token].kind)
    }

    #[inline]
    pub fn holds(&self, token: usize) -> bool {
        (self.start..self.end).contains(&token)
    }

    #[inline]
    pub fn pos(&self, token: usize) -> PosSet {
        pos_in_context(self.document, token, &(self.start..self.end))
    }

    #[inline]
    pub fn has(&self, token: usize, features: Features) -> bool {
        self.holds(token) && self.document.form(token).has(Pos::Verb, features)
    }

    /// A mark of this spelling.
    #[inline]
    pub fn is_mark(&self, token: usize, mark: &str) -> bool {
        self.kind(token).is_some_and(|k| !k.is_word()) && self.document.surface(token) == mark
    }

    #[inline]
    pub fn is_comma(&self, token: usize) -> bool {
        self.kind(token) == Some(Kind::Comma)
    }

    #[inline]
    pub fn is_quote(&self, token: usize) -> bool {
        self.kind(token) == Some(Kind::Quote)
    }

    /// A verb with person and tense, where its neighbours allow nothing else.
    pub fn is_finite(&self, token: usize) -> bool {
        self.kind(token) == Some(Kind::Word) && crate::text::clauses::is_finite_verb(self.document, token, &(self.start..self.end))
    }

    /// A form of one of these verbs.
    pub fn is_form_of(&self, token: usize, verbs: &[LemmaId]) -> bool {
        self.holds(token) && self.document.form(token).analyses.iter().any(|a| a.pos == Pos::Verb && verbs.contains(&a.lemma))
    }

    #[inline]
    pub fn is_auxiliary(&self, token: usize) -> bool {
        self.holds(token) && (self.document.form(token).is_avoir || self.document.form(token).is_etre)
    }

    /// The noun phrase that begins at `start`, its complements with "de" included; None where none does.
    pub fn from(&self, start: usize) -> Option<Range<usize>> {
        let mut at = start;
        let mut end = start;
        let mut has_head = false;
        while at < self.end {
            let kind = self.document.tokens[at].kind;
            match kind {
                Kind::Word | Kind::Number => {}
                // "la «Coalition internationale»": marks within, never the last word.
                Kind::Quote if at + 1 < self.end => {
                    at += 1;
                    continue;
                }
                Kind::Mark if has_head && self.is_mark(at, "(") => match self.acronym(at) {
                    Some(after) => {
                        (at, end) = (after, after);
                        continue;
                    }
                    None => break,
                },
                _ => break,
            }
            let form = self.document.form(at);
            if form.classes.are(ClosedClasses::ADDRESS) && self.is_title(at) {
                at += 1;
                continue;
            }
            if has_head && form.classes.are(ClosedClasses::TIE) && !self.is_when(&(start..at)) {
                match self.complement(at) {
                    Some(next) => at = next,
                    None => break,
                }
                continue;
            }
            if self.is_determiner(at) {
                if has_head && !matches!(&*form.norm, "deux" | "trois") && kind != Kind::Number {
                    break;
                }
                at += 1;
                if has_head {
                    // "novembre 2017", "le vol 17"
                    end = at;
                }
                continue;
            }
            if !self.fills(at, form) {
                break;
            }
            let participle = form.has(Pos::Verb, Features::PAST_PARTICIPLE) && (at == self.start || !self.pos(at).contains(Pos::Noun));
            let goes_on = || matches!(self.norm(at + 1), "par" | "à" | "au" | "dans" | "en" | "sous" | "de" | "il" | "elle");
            if participle && (!has_head || goes_on()) {
                break;
            }
            has_head = has_head || self.can_head(at, form);
            at += 1;
            end = at;
        }
        (has_head && end > start).then_some(start..end)
    }

    /// `(OSDH)` → the token after it.
    fn acronym(&self, open: usize) -> Option<usize> {
        let close = (open + 1..self.end.min(open + 5)).find(|t| self.is_mark(*t, ")"))?;
        let all_names = (open + 1..close).all(|t| self.document.form(t).casing.is_capitalised());
        (close > open + 1 && all_names).then_some(close + 1)
    }

    /// Where the phrase goes on after "de", "du", "à la" …; None for an infinitive or nothing nominal.
    fn complement(&self, preposition: usize) -> Option<usize> {
        let mut next = preposition + 1;
        while self.is_quote(next) {
            next += 1;
        }
        let contracted = matches!(self.norm(preposition), "du" | "des" | "au" | "aux");
        let of = matches!(self.norm(preposition), "de" | "d'" | "du" | "des");
        if self.kind(next).is_none_or(|k| !k.is_word()) || self.norm(next) == "ici" {
            return None;
        }
        let head = if self.is_determiner(next) { next + 1 } else { next };
        if !of {
            // "à l'ONU", "aux Affaires étrangères", "en chef"; not "en réponse à", "à des tirs".
            let name = self.holds(head) && self.document.form(head).casing.is_capitalised();
            return (name && !self.is_time(head) || self.norm(head) == "chef").then_some(head);
        }
        let infinitive = self.has(next, Features::INFINITIVE) && !self.pos(next).intersects(PosSet::NOMINAL);
        (!infinitive && (contracted || self.is_determiner(next) || self.is_nominal(next))).then_some(head)
    }

    #[inline]
    pub fn is_determiner(&self, token: usize) -> bool {
        match self.kind(token) {
            Some(Kind::Number) => true,
            Some(Kind::Word) => {
                // "la frappe" as pronoun and verb.
                let is_pronoun = || self.is(token, ClosedClasses::ARTICLE_OR_CLITIC) && self.is_finite(token + 1);
                self.document.tokens[token].form.may_determine() && !is_pronoun()
            }
            _ => false,
        }
    }

    /// M., Mme, Dr before a name.
    fn is_title(&self, token: usize) -> bool {
        self.is(token, ClosedClasses::ADDRESS) && self.holds(token + 1) && self.document.form(token + 1).casing.is_capitalised()
    }

    fn is_nominal(&self, token: usize) -> bool {
        self.kind(token).is_some_and(Kind::is_word) && self.fills(token, self.document.form(token))
    }

    /// True for a word that can be part of a noun phrase, its determiner aside.
    fn fills(&self, token: usize, form: &Form) -> bool {
        if &*form.norm == "non" {
            return false;
        }
        if form.pos.contains(Pos::Pronoun) {
            return is_demonstrative(&form.norm);
        }
        let named = form.casing.is_capitalised() && token > self.start;
        if form.pos.contains(Pos::Preposition) || form.pos.contains(Pos::Conjunction) {
            return named && form.pos.contains(Pos::ProperNoun);
        }
        named || self.pos(token).intersects(PosSet::NOMINAL) || form.has(Pos::Verb, Features::PAST_PARTICIPLE) || is_particle(&form.norm)
    }

    fn can_head(&self, token: usize, form: &Form) -> bool {
        form.casing.is_capitalised() && token > self.start
            || form.pos.contains(Pos::ProperNoun)
            || self.pos(token).contains(Pos::Noun)
            || is_demonstrative(&form.norm)
            || self.pos(token).intersects(PosSet::NOMINAL) && token > self.start && self.is_determiner(token - 1)
    }

    /// True where the phrase only says when: "mercredi soir", "ce 3 novembre 2017"; not "fin des combats".
    pub fn is_when(&self, phrase: &Range<usize>) -> bool {
        let head = phrase.clone().find(|t| !self.is_determiner(*t));
        head.is_some_and(|head| self.is_time(head) && !(self.norm(head) == "fin" && phrase.end > head + 1))
    }

    pub fn is_time(&self, token: usize) -> bool {
        self.is(token, ClosedClasses::TIME)
    }

    /// A word of one of these classes.
    #[inline]
    fn is(&self, token: usize, classes: ClosedClasses) -> bool {
        self.holds(token) && self.document.form(token).classes.are(classes)
    }

    /// The word that the phrase is about: its first noun or name.
    pub fn head(&self, phrase: &Range<usize>) -> Option<usize> {
        let words = || phrase.clone().filter(|t| self.kind(*t).is_some_and(Kind::is_word) && !self.is_determiner(*t) && !self.is_title(*t));
        words()
            .find(|t| {
                self.pos(*t).contains(Pos::Noun) && !self.pos(*t).is_only(Pos::Adjective) || self.document.form(*t).casing.is_capitalised()
            })
            .or_else(|| words().next())
    }

    /// Noun phrases of a stretch that no preposition governs, in order.
    pub fn bare(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = range.start;
        while at < range.end {
            if self.kind(at).is_none_or(|k| !k.is_word()) {
                at += 1;
                continue;
            }
            let form = self.document.form(at);
            let preposition =
                form.pos.contains(Pos::Preposition) && !form.casing.is_capitalised() || at == self.start && is_preposition(&form.norm);
            let begin = if preposition { at + 1 } else { at };
            // "du", "des" at the head of a clause are articles; after a noun they never come here.
            let article = matches!(self.norm(at), "du" | "des") && !self.follows_verb(at);
            match self.from(if article { at } else { begin }) {
                Some(phrase) if phrase.end <= range.end => {
                    at = phrase.end;
                    if !preposition || article {
                        found.push(phrase);
                    }
                }
                Some(phrase) => {
                    let cut = phrase.start..range.end;
                    at = range.end;
                    if !preposition || article {
                        found.push(cut);
                    }
                }
                None => at += 1,
            }
        }
        found
    }

    fn follows_verb(&self, token: usize) -> bool {
        token > self.start && !matches!(self.kind(token - 1), Some(Kind::Comma)) && self.is_finite(token - 1)
    }
}

fn is_demonstrative(norm: &str) -> bool {
    matches!(norm, "celui-ci" | "celle-ci" | "ceux-ci" | "celles-ci" | "celui-là" | "celle-là" | "celui" | "celle" | "ceux" | "celles")
}

/// Small words inside names: "Mohammed ben Salmane", "Deir ez-Zor", "Bachar al-Assad".
fn is_particle(norm: &str) -> bool {
    matches!(norm, "ben" | "bin" | "ibn" | "al" | "el" | "von" | "van" | "der" | "le" | "abou" | "abu")
        || norm.starts_with("al-")
        || norm.starts_with("el-")
}

/// Prepositions that open a sentence with a capital.
fn is_preposition(norm: &str) -> bool {
    matches!(
        norm,
        "selon"
            | "pour"
            | "dans"
            | "en"
            | "à"
            | "au"
            | "aux"
            | "par"
            | "avec"
            | "sans"
            | "sur"
            | "sous"
            | "après"
            | "avant"
            | "depuis"
            | "lors"
            | "contre"
            | "malgré"
            | "chez"
            | "vers"
            | "dès"
            | "durant"
            | "pendant"
            | "entre"
    )
}
