//! What matches are needed for. Matching is asked need by need, so that words which only help others are looked for where there are others.

use super::schema::{Lexicon, Marker, Pole, Purpose, Standing};
use std::ops::BitOr;

/// A set of needs, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs(u8);

impl Needs {
    pub const NONE: Needs = Needs(0);
    /// Wordings that are counted.
    pub const MARKERS: Needs = Needs(1);
    /// Names of actors and places.
    pub const ACTORS: Needs = Needs(1 << 1);
    /// Words that give the floor.
    pub const SPEECH: Needs = Needs(1 << 2);
    /// Words that say how a speaker stands to a state; asked where somebody speaks.
    pub const STANDINGS: Needs = Needs(1 << 3);
    /// Words that give somebody a part; asked where an actor is named.
    pub const ROLES: Needs = Needs(1 << 4);
    /// Words that bear on roles; asked where there is one.
    pub const EFFECTS: Needs = Needs(1 << 5);
    /// Of these, what stands for somebody who is named elsewhere.
    pub const STAND_INS: Needs = Needs(1 << 6);
    /// Of standings, agencies that pass words on.
    pub const AGENCIES: Needs = Needs(1 << 7);
    /// What the words around may deny.
    pub const DENIABLE: Needs = Needs(Self::MARKERS.0 | Self::ROLES.0);
    pub const EVERYTHING: Needs = Needs(u8::MAX);
    /// What is looked for in every sentence.
    pub const ALWAYS: Needs = Needs(Self::MARKERS.0 | Self::ACTORS.0 | Self::SPEECH.0);

    pub fn meets(self, other: Needs) -> bool {
        self.0 & other.0 != 0
    }

    /// As bits, for what does not know lexicons.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// What one marker is needed for beside its axis.
    pub(super) fn beside_axis(marker: &Marker, pole: Option<&Pole>) -> Needs {
        let stands_in = pole.is_some_and(|pole| pole.effects.iter().any(|effect| effect.stands_in()));
        let agency = marker.standing == Some(Standing::Agency);
        let when = |is: bool, need: Needs| if is { need } else { Needs::NONE };
        when(stands_in, Needs::STAND_INS) | when(agency, Needs::AGENCIES)
    }

    /// What one marker is needed for.
    fn of_marker(lexicon: &Lexicon, axis: &super::Axis, marker: &Marker) -> Needs {
        let bears = || axis.poles.iter().any(|pole| pole.id == marker.pole && !pole.effects.is_empty());
        match lexicon.identity.purpose {
            Purpose::Markers => Needs::MARKERS,
            Purpose::Actors => Needs::ACTORS,
            Purpose::Speech if marker.standing.is_none() => Needs::SPEECH,
            Purpose::Speech if marker.reports.is_empty() => Needs::STANDINGS,
            Purpose::Speech => Needs::SPEECH | Needs::STANDINGS,
            Purpose::Roles if bears() => Needs::EFFECTS,
            Purpose::Roles => Needs::ROLES,
        }
    }

    /// What an axis is needed for: its longest wording wins, so its markers are matched together.
    pub fn of_axis(lexicon: &Lexicon, axis: &super::Axis) -> Needs {
        axis.markers.iter().fold(Needs::NONE, |needs, marker| needs | Needs::of_marker(lexicon, axis, marker))
    }
}

impl BitOr for Needs {
    type Output = Needs;

    fn bitor(self, other: Needs) -> Needs {
        Needs(self.0 | other.0)
    }
}

impl From<Purpose> for Needs {
    /// All that lexicons of this purpose serve.
    fn from(purpose: Purpose) -> Needs {
        match purpose {
            Purpose::Markers => Needs::MARKERS,
            Purpose::Actors => Needs::ACTORS,
            Purpose::Speech => Needs::SPEECH | Needs::STANDINGS,
            Purpose::Roles => Needs::ROLES | Needs::EFFECTS,
        }
    }
}
