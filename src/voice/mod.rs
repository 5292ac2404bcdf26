//! Who says each word: the outlet, a quoted source, a reported source, or nobody (scare quotes).
//!
//! Not measured yet: every hit's voice is `None`, and there are no quotes. The types are those of the score format, so
//! that the stage can be built without moving its neighbours.

use serde::{Deserialize, Serialize};

/// Who speaks a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    Outlet,
    Direct,
    Indirect,
    Scare,
}

/// The phrase that names a speaker, and the actor it stands for. Offsets in code points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub text: String,
    pub start: usize,
    pub end: usize,
    pub actor: Option<String>,
}

/// What a pair of quotation marks is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    Direct,
    Scare,
    Title,
}

/// A stretch in quotation marks. Offsets in code points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    pub kind: QuoteKind,
    pub start: usize,
    pub end: usize,
    pub source: Option<Source>,
}
