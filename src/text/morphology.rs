//! Parts of speech and grammatical features of a word form.
//!
//! `build.rs` includes this file too, so that the table it writes and the program that reads it
//! agree on every code; it must therefore depend on nothing but the standard library.

use std::fmt;
use std::ops::{BitOr, BitOrAssign};

/// Part of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Pos {
    Noun,
    Adjective,
    Verb,
    Determiner,
    Pronoun,
    Preposition,
    Adverb,
    Conjunction,
    ProperNoun,
    Numeral,
    Interjection,
    Other,
}

impl Pos {
    /// In the order of their codes.
    pub const ALL: [Pos; 12] = [
        Pos::Noun,
        Pos::Adjective,
        Pos::Verb,
        Pos::Determiner,
        Pos::Pronoun,
        Pos::Preposition,
        Pos::Adverb,
        Pos::Conjunction,
        Pos::ProperNoun,
        Pos::Numeral,
        Pos::Interjection,
        Pos::Other,
    ];

    pub fn code(self) -> u8 {
        self as u8
    }

    pub fn from_code(code: u8) -> Option<Pos> {
        Pos::ALL.get(usize::from(code)).copied()
    }
}

/// A set of grammatical features. A form that is ambiguous within one paradigm cell carries all
/// its values: `mange` has both `PERSON1` and `PERSON3`, an invariable noun both numbers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Features(pub u32);

impl Features {
    pub const NONE: Features = Features(0);
    pub const SINGULAR: Features = Features(1);
    pub const PLURAL: Features = Features(1 << 1);
    pub const MASCULINE: Features = Features(1 << 2);
    pub const FEMININE: Features = Features(1 << 3);
    pub const INFINITIVE: Features = Features(1 << 4);
    pub const PAST_PARTICIPLE: Features = Features(1 << 5);
    pub const PRESENT_PARTICIPLE: Features = Features(1 << 6);
    /// Any conjugated form, whatever its tense.
    pub const FINITE: Features = Features(1 << 7);
    pub const INDICATIVE_PRESENT: Features = Features(1 << 8);
    /// Imperfect indicative.
    pub const IMPERFECT: Features = Features(1 << 9);
    pub const SIMPLE_PAST: Features = Features(1 << 10);
    pub const FUTURE: Features = Features(1 << 11);
    pub const CONDITIONAL: Features = Features(1 << 12);
    /// Present subjunctive.
    pub const SUBJUNCTIVE: Features = Features(1 << 13);
    pub const SUBJUNCTIVE_IMPERFECT: Features = Features(1 << 14);
    pub const IMPERATIVE: Features = Features(1 << 15);
    pub const PERSON1: Features = Features(1 << 16);
    pub const PERSON2: Features = Features(1 << 17);
    pub const PERSON3: Features = Features(1 << 18);
    /// The dictionary spells the word with a capital: `france` analyses as `France`.
    pub const CAPITALISED: Features = Features(1 << 19);
    /// The dictionary spells the word in capitals only: `onu` analyses as `ONU`.
    pub const ACRONYM: Features = Features(1 << 20);

    pub const BOTH_NUMBERS: Features = Self::SINGULAR.union(Self::PLURAL);
    pub const BOTH_GENDERS: Features = Self::MASCULINE.union(Self::FEMININE);

    const NAMES: [(Features, &'static str); 21] = [
        (Self::SINGULAR, "singular"),
        (Self::PLURAL, "plural"),
        (Self::MASCULINE, "masculine"),
        (Self::FEMININE, "feminine"),
        (Self::INFINITIVE, "infinitive"),
        (Self::PAST_PARTICIPLE, "past participle"),
        (Self::PRESENT_PARTICIPLE, "present participle"),
        (Self::FINITE, "finite"),
        (Self::INDICATIVE_PRESENT, "present"),
        (Self::IMPERFECT, "imperfect"),
        (Self::SIMPLE_PAST, "simple past"),
        (Self::FUTURE, "future"),
        (Self::CONDITIONAL, "conditional"),
        (Self::SUBJUNCTIVE, "subjunctive"),
        (Self::SUBJUNCTIVE_IMPERFECT, "imperfect subjunctive"),
        (Self::IMPERATIVE, "imperative"),
        (Self::PERSON1, "1st person"),
        (Self::PERSON2, "2nd person"),
        (Self::PERSON3, "3rd person"),
        (Self::CAPITALISED, "capitalised"),
        (Self::ACRONYM, "acronym"),
    ];

    pub const fn union(self, other: Features) -> Features {
        Features(self.0 | other.0)
    }

    /// Has every feature of `other`.
    pub const fn contains(self, other: Features) -> bool {
        self.0 & other.0 == other.0
    }

    /// Has at least one feature of `other`.
    pub const fn intersects(self, other: Features) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// A single feature.
    pub const fn is_one(self) -> bool {
        self.0.is_power_of_two()
    }
}

impl BitOr for Features {
    type Output = Features;

    fn bitor(self, other: Features) -> Features {
        self.union(other)
    }
}

impl BitOrAssign for Features {
    fn bitor_assign(&mut self, other: Features) {
        *self = self.union(other);
    }
}

impl fmt::Debug for Features {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = Self::NAMES.iter().filter(|(feature, _)| self.contains(*feature)).map(|(_, name)| *name).collect();
        write!(f, "{{{}}}", names.join(", "))
    }
}
