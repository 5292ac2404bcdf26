//! Which hits a comparison takes.

use crate::counts::{Record, RecordHit};
use crate::voice::Voice;
use crate::zones::ZoneKind;

/// Whose words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(try_from = "String")]
pub enum Voices {
    /// Everybody's.
    All,
    /// The outlet's own, where voice was measured; everybody's where it was not.
    #[default]
    Outlet,
    /// Everybody's but what stands between quotation marks.
    Unquoted,
    /// One voice alone.
    Only(Voice),
}

impl TryFrom<String> for Voices {
    type Error = String;

    /// By the names of the command line and of plans.
    fn try_from(name: String) -> Result<Self, String> {
        Ok(match &*name {
            "all" => Voices::All,
            "outlet" => Voices::Outlet,
            "unquoted" => Voices::Unquoted,
            "direct" => Voices::Only(Voice::Direct),
            "indirect" => Voices::Only(Voice::Indirect),
            "scare" => Voices::Only(Voice::Scare),
            _ => return Err(format!("voice = {name:?}: all, outlet, unquoted, direct, indirect, scare")),
        })
    }
}

impl Voices {
    /// By the name of the command line and of plans.
    pub fn name(self) -> &'static str {
        match self {
            Voices::All => "all",
            Voices::Outlet | Voices::Only(Voice::Outlet) => "outlet",
            Voices::Unquoted => "unquoted",
            Voices::Only(Voice::Direct) => "direct",
            Voices::Only(Voice::Indirect) => "indirect",
            Voices::Only(Voice::Scare) => "scare",
        }
    }

    /// Words of the content that these voices speak: a density restricted to a voice divides by them.
    pub fn tokens(self, record: &Record) -> usize {
        let Some(by) = record.tokens_by_voice else { return record.tokens };
        match self {
            Voices::All => record.tokens,
            Voices::Outlet | Voices::Only(Voice::Outlet) => by.outlet,
            Voices::Unquoted => by.outlet + by.indirect,
            Voices::Only(Voice::Direct) => by.direct,
            Voices::Only(Voice::Indirect) => by.indirect,
            Voices::Only(Voice::Scare) => by.scare,
        }
    }

    pub fn takes(self, voice: Option<Voice>) -> bool {
        match (self, voice) {
            (_, None) | (Voices::All, _) => true,
            (Voices::Outlet, Some(voice)) => voice == Voice::Outlet,
            (Voices::Only(only), Some(voice)) => voice == only,
            (Voices::Unquoted, Some(voice)) => !matches!(voice, Voice::Direct | Voice::Scare),
        }
    }
}

/// Which hits count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    pub voices: Voices,
    /// Zones that are left out.
    pub without_zones: Vec<ZoneKind>,
    /// Lexicon, axis and marker that are left out.
    pub without_marker: Option<[String; 3]>,
}

impl Filter {
    pub fn takes(&self, hit: &RecordHit) -> bool {
        let excluded = |[lexicon, axis, marker]: &[String; 3]| hit.lexicon == *lexicon && hit.axis == *axis && hit.marker == *marker;
        self.voices.takes(hit.voice) && !self.without_zones.contains(&hit.zone) && !self.without_marker.as_ref().is_some_and(excluded)
    }
}
