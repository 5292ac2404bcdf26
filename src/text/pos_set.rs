//! Sets of parts of speech, and the short names that patterns give them.

use super::morphology::{Features, Pos};
use std::ops::{BitAnd, BitOr};

/// A set of parts of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct PosSet(u16);

impl PosSet {
    pub const EMPTY: Self = Self(0);
    /// What can head or fill a noun phrase.
    pub const NOMINAL: PosSet = PosSet(1 << Pos::Noun as u16 | 1 << Pos::Adjective as u16 | 1 << Pos::ProperNoun as u16);

    /// What can open a noun phrase.
    pub const OPENING: PosSet = PosSet(1 << Pos::Determiner as u16 | 1 << Pos::Numeral as u16);

    /// What carries a meaning of its own.
    pub const CONTENT: PosSet = PosSet(Self::NOMINAL.0 | 1 << Pos::Verb as u16);

    pub fn insert(&mut self, pos: Pos) {
        self.0 |= 1 << pos as u16;
    }

    pub fn contains(self, pos: Pos) -> bool {
        self.0 & (1 << pos as u16) != 0
    }

    pub fn intersects(self, other: PosSet) -> bool {
        self.0 & other.0 != 0
    }

    pub fn is_only(self, pos: Pos) -> bool {
        self == pos.into()
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl From<Pos> for PosSet {
    fn from(pos: Pos) -> Self {
        PosSet(1 << pos as u16)
    }
}

impl FromIterator<Pos> for PosSet {
    fn from_iter<I: IntoIterator<Item = Pos>>(parts: I) -> Self {
        let mut set = PosSet::default();
        parts.into_iter().for_each(|pos| set.insert(pos));
        set
    }
}

impl BitOr for PosSet {
    type Output = PosSet;

    fn bitor(self, other: PosSet) -> PosSet {
        PosSet(self.0 | other.0)
    }
}

impl BitAnd for PosSet {
    type Output = PosSet;

    fn bitand(self, other: PosSet) -> PosSet {
        PosSet(self.0 & other.0)
    }
}

/// The part of speech that a pattern calls by this name.
pub fn pos_named(name: &str) -> Option<Pos> {
    Some(match name {
        "n" => Pos::Noun,
        "a" => Pos::Adjective,
        "v" => Pos::Verb,
        "d" => Pos::Determiner,
        "pro" => Pos::Pronoun,
        "p" => Pos::Preposition,
        "adv" => Pos::Adverb,
        "c" => Pos::Conjunction,
        "np" => Pos::ProperNoun,
        "num" => Pos::Numeral,
        _ => return None,
    })
}

/// The feature that a pattern calls by this name.
pub fn feature_named(name: &str) -> Option<Features> {
    Some(match name {
        "sg" => Features::SINGULAR,
        "pl" => Features::PLURAL,
        "m" => Features::MASCULINE,
        "f" => Features::FEMININE,
        "inf" => Features::INFINITIVE,
        "pp" => Features::PAST_PARTICIPLE,
        "ppr" => Features::PRESENT_PARTICIPLE,
        "fin" => Features::FINITE,
        "fut" => Features::FUTURE,
        "cond" => Features::CONDITIONAL,
        _ => return None,
    })
}
