//! What words do to the roles near them, as a set.

use crate::lexicon::Effect;
use std::ops::BitOr;

/// A set of effects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effects(u32);

impl Effects {
    pub fn contains(self, effect: Effect) -> bool {
        self.0 & 1 << effect as u32 != 0
    }
}

impl FromIterator<Effect> for Effects {
    fn from_iter<I: IntoIterator<Item = Effect>>(effects: I) -> Self {
        Self(effects.into_iter().fold(0, |set, effect| set | 1 << effect as u32))
    }
}

impl BitOr for Effects {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
