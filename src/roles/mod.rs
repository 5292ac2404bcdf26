//! What part an article gives to each foreign actor.
//!
//! Not measured yet: there are no roles. The type is that of the score format.

use crate::voice::{Source, Voice};
use crate::zones::ZoneKind;
use serde::{Deserialize, Serialize};

/// One statement that an actor plays a part. Offsets in code points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    pub actor: String,
    pub role: String,
    pub target: Option<String>,
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub zone: ZoneKind,
    pub sentence: usize,
    pub voice: Option<Voice>,
    pub source: Option<Source>,
}
