//! What hangs on a noun, and on what it hangs: complements, the verb it completes, the participle and the clause that qualify it.

use super::chunk::{Kind, Mood};
use super::relations::Phrases;
use crate::text::Document;

impl Phrases {
    /// The verb of which this noun phrase is the object, or a near complement, with the phrase that stands for it.
    pub fn governor(&self, phrase: usize) -> Option<usize> {
        let mut at = self.head_of_list(self.head_of_de(phrase));
        while at > 0 {
            at -= 1;
            match &self.chunks[at].kind {
                Kind::Verb(_) => return Some(at),
                Kind::Noun(noun) if noun.preposition.is_some() || noun.time => {}
                // "lancé Bouclier, une opération": an apposition to the object.
                Kind::Noun(_) if self.is(at + 1, &Kind::Comma) && self.follows_verb(at) => {}
                // "a donné son accord à l'envoi": past the object.
                Kind::Noun(_) if self.chunks[phrase].opens_with("à") && self.follows_verb(at) => {}
                Kind::Comma => {}
                // "au nord de l'île et près du port, des raids"
                Kind::Coordinator if self.are_adverbial(at + 1..at + 2) => {}
                _ => return None,
            }
        }
        None
    }

    /// From "de X" back to the noun: "une série de frappes".
    pub fn head_of_de(&self, mut at: usize) -> usize {
        while at > 0 && self.chunks[at].opens_with("de") && self.chunks[at - 1].noun().is_some() {
            at -= 1;
        }
        at
    }

    /// From "et Y" back to the "X" with which it is coordinated.
    pub fn head_of_list(&self, mut at: usize) -> usize {
        while at > 1 && self.is(at - 1, &Kind::Coordinator) && self.chunks[at - 2].noun().is_some() {
            at = self.head_of_de(at - 2);
        }
        at
    }

    /// The finite verb of which this noun phrase is the subject.
    pub fn verb_of_subject(&self, phrase: usize) -> Option<usize> {
        let head = self.head_of_de(phrase);
        (head + 1..self.chunks.len()).filter(|at| self.chunks[*at].is_finite()).take(3).find(|at| self.subject(*at).phrases.contains(&head))
    }

    /// A participle right after the phrase that qualifies it: "l'offensive lancée …".
    pub fn participle_of(&self, phrase: usize) -> Option<usize> {
        for at in phrase + 1..self.chunks.len() {
            match &self.chunks[at].kind {
                Kind::Verb(verb) if verb.mood == Mood::Participle => {
                    return self
                        .subject(at)
                        .phrases
                        .iter()
                        .any(|p| *p == phrase || self.head_of_de(*p) == self.head_of_de(phrase))
                        .then_some(at);
                }
                Kind::Noun(noun) if noun.preposition.is_some() || noun.time => {}
                Kind::Comma => {}
                _ => return None,
            }
        }
        None
    }

    /// The complements of a noun by preposition, in order: those of participles and dates passed over.
    pub fn complements_of_noun(&self, phrase: usize, preposition: &str) -> Vec<usize> {
        // "de nos alliés et de nos frères": the second stands beside the noun, not under it.
        let own = self.chunks[phrase].opens_with(preposition);
        let mut open = None;
        for at in phrase + 1..self.chunks.len() {
            match &self.chunks[at].kind {
                Kind::Noun(noun) if noun.time => {}
                Kind::Noun(noun) => match noun.preposition {
                    None => return Vec::new(),
                    // "le soutien sans faille de Moscou"
                    Some("sans") if noun.determiner.is_none() => {}
                    // "de" completes what the last preposition opened, not the noun.
                    // "l'invasion par X du nord": the agent alone keeps no complement from the noun.
                    Some("de") if open.is_some_and(|open| open != "par") => {}
                    Some(p) if p == preposition => return self.with_coordinated_after(at),
                    Some(p) if p != "de" => open = Some(p),
                    Some(_) => {}
                },
                // "le soutien affiché de Paris"
                Kind::Verb(verb) if verb.mood == Mood::Participle && preposition == "de" && at == phrase + 1 => {}
                // "l'offensive condamnée par": that one did not do it.
                Kind::Verb(verb) if verb.mood == Mood::Participle && preposition != "par" => open = Some(""),
                Kind::Coordinator
                    if open.is_none()
                        && !own
                        && self.chunks.get(at + 1).is_some_and(|c| c.noun().is_some_and(|n| n.preposition.is_some())) => {}
                Kind::Comma if self.chunks.get(at + 1).is_some_and(|c| c.verb().is_some_and(|v| v.mood == Mood::Participle)) => {}
                _ => return Vec::new(),
            }
        }
        Vec::new()
    }

    /// The verb of a relative clause in which the noun is the object: "l'offensive que mène Ankara".
    pub fn relative_verb(&self, phrase: usize) -> Option<usize> {
        let that = (phrase + 1..self.chunks.len()).find(|at| self.chunks[*at].noun().is_none() && !self.is(*at, &Kind::Comma))?;
        let verb = (that + 1..self.chunks.len()).find(|at| self.chunks[*at].is_finite())?;
        (self.is(that, &Kind::That) && self.objects(verb).contains(&phrase)).then_some(verb)
    }

    /// "des avions qui …"
    pub fn has_relative(&self, phrase: usize) -> bool {
        let end = self.end_of_chain(phrase, None) + 1;
        self.is(end + usize::from(self.is(end, &Kind::Comma)), &Kind::Who)
    }

    /// "Ida Holm, conseillère du roi, a …": the title set off behind a name.
    pub fn title_after(&self, phrase: usize) -> Option<usize> {
        let title = phrase + 2;
        let noun = self.chunks.get(title).filter(|_| self.is(phrase + 1, &Kind::Comma))?.noun()?;
        let common = !noun.name && !noun.time && !noun.pronoun && noun.preposition.is_none();
        let closes = self.chunks.get(self.end_of_chain(title, None) + 1).is_none_or(|chunk| matches!(chunk.kind, Kind::Comma | Kind::Mark));
        (common && closes).then_some(title)
    }

    /// "des appareils sans pilote", "un navire à vapeur": what follows without a determiner.
    pub fn bare_complement(&self, phrase: usize) -> Option<usize> {
        let noun = self.chunks.get(phrase + 1)?.noun()?;
        let bare = noun.determiner.is_none() && !noun.name && !noun.time && !noun.pronoun;
        (bare && matches!(noun.preposition, Some("sans" | "à"))).then_some(phrase + 1)
    }

    /// The noun before the relative word that stands for a verb's complement: "Oslo, à qui Lima livre", "la ville contre laquelle il tire".
    pub fn relative_complement(&self, document: &Document, verb: usize, preposition: &str) -> Option<usize> {
        let relative = (0..verb).rev().find(|at| self.chunks[*at].opens_clause() || self.chunks[*at].is_finite())?;
        let start = self.chunks[relative].tokens.start;
        if !self.is(relative, &Kind::Relative) || start == 0 {
            return None;
        }
        let opened = match &*document.form(start).norm {
            "auquel" | "auxquels" | "auxquelles" => "à",
            "duquel" | "desquels" | "desquelles" => "de",
            "dont" | "où" => return None,
            _ => &*document.form(start - 1).norm,
        };
        (opened == preposition).then(|| self.noun_before(relative)).flatten()
    }

    /// The noun phrases whose "dont" opens the clause that begins with this phrase: "Oman, dont la médiation …".
    pub fn owner(&self, phrase: usize) -> Option<usize> {
        let relative = phrase.checked_sub(1).filter(|at| self.is(*at, &Kind::Relative))?;
        self.noun_before(relative)
    }

    /// The verb of the clause in which a phrase is said on the way ("avec l'appui de X"): before it, else after it.
    pub fn clause_verb(&self, phrase: usize) -> Option<usize> {
        let before = (0..phrase).rev().take_while(|at| !self.chunks[*at].opens_clause()).find(|at| self.chunks[*at].verb().is_some());
        before.or_else(|| (phrase + 1..self.chunks.len()).find(|at| self.chunks[*at].is_finite()))
    }
}
