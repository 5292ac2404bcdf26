//! The language in which the program speaks to its reader: French, or English with `--lang en`.

use serde::Deserialize;

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
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(from = "Typed")]
pub struct Wording {
    pub fr: String,
    pub en: String,
}

impl Wording {
    pub fn in_lang(&self, lang: Lang) -> &str {
        lang.pick(&self.fr, &self.en)
    }
}

/// A wording as typed, with plain spaces.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    fr: String,
    en: String,
}

impl From<Typed> for Wording {
    fn from(typed: Typed) -> Self {
        Self { fr: french_spaces(&typed.fr), en: typed.en }
    }
}

/// No line ends after « or before » ; : ? ! in French.
fn french_spaces(text: &str) -> String {
    let mut out = text.replace("« ", "«\u{a0}");
    for mark in ['»', ';', ':', '?', '!'] {
        out = out.replace(&format!(" {mark}"), &format!("\u{a0}{mark}"));
    }
    out
}
