//! How right a lexicon was found to be, pole by pole, against people who annotated articles.

use super::load;
use super::schema::{Contrast, Lexicon};
use serde::Deserialize;

/// With fewer annotated passages than this nothing is said of how right a pole is.
pub const LEAST: u64 = 20;

/// What annotators and the program found, by pole.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Validation {
    pub articles: u64,
    /// Of these, how many were read when the lexicon was written: agreement on them flatters.
    #[serde(default)]
    pub read: u64,
    #[serde(default)]
    pub pole: Vec<PoleValidation>,
}

/// One pole; `path` is `axis/pole`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PoleValidation {
    pub path: String,
    /// Passages that annotators found.
    pub annotated: u64,
    /// Passages that the program gave.
    pub given: u64,
    /// Both.
    pub right: u64,
}

/// What is known of one side of a contrast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SideValidation {
    pub annotated: u64,
    pub given: u64,
    pub right: u64,
}

impl SideValidation {
    pub fn is_enough(&self) -> bool {
        self.annotated >= LEAST
    }

    /// Of the passages given, how many annotators found too; None where none was given.
    pub fn precision(&self) -> Option<f64> {
        (self.given > 0).then(|| self.right as f64 / self.given as f64)
    }

    /// Of the passages that annotators found, how many were given; None where they found none.
    pub fn recall(&self) -> Option<f64> {
        (self.annotated > 0).then(|| self.right as f64 / self.annotated as f64)
    }
}

impl Validation {
    /// Empty where nothing was annotated for a lexicon. One of the user's own that bears a built-in name but not its digest has none.
    pub fn of(lexicon: &Lexicon) -> Self {
        let id = &lexicon.identity.id;
        let is_the_same = || load::load(id).is_ok_and(|builtin| builtin.sha256 == lexicon.sha256);
        load::validation(id).filter(|_| is_the_same()).and_then(|text| toml::from_str(text).ok()).unwrap_or_default()
    }

    /// Of one pole, as `axis/pole`.
    pub fn pole(&self, path: &str) -> SideValidation {
        self.sum(|p| p.path == path)
    }

    /// Over the poles of a side. A side of single markers is not validated by its whole pole.
    pub fn side(&self, contrast: &Contrast, side: usize) -> SideValidation {
        let member = &contrast.members[side];
        self.sum(|p| member.poles.contains(&p.path))
    }

    fn sum(&self, takes: impl Fn(&PoleValidation) -> bool) -> SideValidation {
        self.pole.iter().filter(|p| takes(p)).fold(SideValidation::default(), |sum, p| SideValidation {
            annotated: sum.annotated + p.annotated,
            given: sum.given + p.given,
            right: sum.right + p.right,
        })
    }
}
