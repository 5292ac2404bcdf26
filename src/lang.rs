//! The language in which the program speaks to its reader: French, or English with `--lang en`.

use serde::{Deserialize, Serialize};

/// Language of messages, charts and reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Lang {
    #[default]
    Fr,
    En,
}

impl Lang {
    /// Chooses between the French and the English wording.
    pub fn pick<T>(self, fr: T, en: T) -> T {
        match self {
            Lang::Fr => fr,
            Lang::En => en,
        }
    }
}

/// A wording in both languages, as lexicon files carry it: `{ fr = "…", en = "…" }`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    pub fr: String,
    pub en: String,
}

impl Wording {
    pub fn in_lang(&self, lang: Lang) -> &str {
        lang.pick(&self.fr, &self.en)
    }
}
