//! What a sentence is cut into: noun phrases, verb groups, and the words and marks between them.

use crate::text::morphology::Features;
use std::mem::discriminant;
use std::ops::Range;

/// A stretch of a sentence, by tokens of the document.
#[derive(Debug, Clone)]
pub struct Chunk {
    pub tokens: Range<usize>,
    pub kind: Kind,
}

#[derive(Debug, Clone)]
pub enum Kind {
    Noun(Noun),
    Verb(Verb),
    /// qui
    Who,
    /// que: relative or subordinating.
    That,
    /// dont, où, lequel.
    Relative,
    /// lorsque, quand, si, car.
    Subordinator,
    /// et, ou, ni, mais, ainsi que.
    Coordinator,
    Comma,
    /// Any other mark.
    Mark,
}

/// A noun phrase without its complements.
#[derive(Debug, Clone)]
pub struct Noun {
    /// The preposition before it, by its plain form: "de" for "du".
    pub preposition: Option<&'static str>,
    /// "de" right after an active verb, which may be an article: "essuyer d'intenses tirs".
    pub partitive: bool,
    pub head: usize,
    pub determiner: Option<usize>,
    /// Number and gender as far as they are known.
    pub features: Features,
    /// Its head belongs to a name that the lexicons know.
    pub name: bool,
    /// A day, a date, a duration.
    pub time: bool,
    /// A pronoun that stands alone: elle, celui-ci.
    pub pronoun: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    Finite,
    Infinitive,
    /// A past participle without an auxiliary.
    Participle,
    /// A present participle.
    Gerund,
}

/// A verb with its auxiliaries and clitics.
#[derive(Debug, Clone)]
pub struct Verb {
    pub mood: Mood,
    /// The word that carries the sense.
    pub main: usize,
    /// The auxiliary, or the main word.
    pub first: usize,
    pub passive: bool,
    /// il, elle, on …
    pub subject: Option<usize>,
    /// le, la, les, lui, leur: for whom or to whom.
    pub clitic: Option<usize>,
    /// The preposition before an infinitive.
    pub preposition: Option<&'static str>,
    pub features: Features,
    /// Its object, not its subject, does what its infinitive says.
    pub object_acts: bool,
    /// What stands right before it was said in quotation marks.
    pub after_quote: bool,
}

impl Chunk {
    /// True for a word or a mark of this kind, whatever it holds.
    pub fn is(&self, kind: &Kind) -> bool {
        discriminant(&self.kind) == discriminant(kind)
    }

    pub fn noun(&self) -> Option<&Noun> {
        if let Kind::Noun(noun) = &self.kind { Some(noun) } else { None }
    }

    pub fn verb(&self) -> Option<&Verb> {
        if let Kind::Verb(verb) = &self.kind { Some(verb) } else { None }
    }

    pub fn is_finite(&self) -> bool {
        self.verb().is_some_and(|verb| verb.mood == Mood::Finite)
    }

    /// True for a noun phrase that this preposition opens.
    pub fn opens_with(&self, preposition: &str) -> bool {
        self.noun().is_some_and(|noun| noun.preposition == Some(preposition))
    }

    /// True for a noun phrase that can be subject or object.
    pub fn is_bare(&self) -> bool {
        self.noun().is_some_and(|noun| noun.preposition.is_none() && !noun.time)
    }

    pub fn is_time(&self) -> bool {
        self.noun().is_some_and(|noun| noun.time)
    }

    /// Ends a clause for everything that looks along the chunks.
    pub fn opens_clause(&self) -> bool {
        matches!(self.kind, Kind::Who | Kind::That | Kind::Relative | Kind::Subordinator | Kind::Mark)
    }
}
