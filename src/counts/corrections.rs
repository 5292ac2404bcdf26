//! What readers put right: hits struck out or given another voice (`cadrage/corrections/1`), as the report's page saves it.
//!
//! `{"schema": "cadrage/corrections/1", "corrections": [{"digest", "article", "start", "end", "lexicon", "marker", "text", "change"}]}`;
//! `digest` is the article's, `start` and `end` are code points of its text, `change` is `strike`, `outlet`, `direct`, `indirect` or `scare`.

use super::Record;
use crate::voice::Voice;
use serde::Deserialize;

/// The version of the shape.
pub const SCHEMA: &str = "cadrage/corrections/1";

/// A list of corrections.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrections {
    pub schema: String,
    pub corrections: Vec<Correction>,
}

/// One hit, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// SHA-256 of the article's text.
    pub digest: String,
    /// The article's id, for people.
    #[serde(default)]
    pub article: String,
    pub start: usize,
    pub end: usize,
    pub lexicon: String,
    pub marker: String,
    /// The words of the hit, for people.
    #[serde(default)]
    pub text: String,
    pub change: Change,
}

/// What becomes of a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Change {
    /// It is none.
    Strike,
    /// Somebody else says it.
    Voice(Voice),
}

impl TryFrom<String> for Change {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Ok(match &*name {
            "strike" => Change::Strike,
            "outlet" => Change::Voice(Voice::Outlet),
            "direct" => Change::Voice(Voice::Direct),
            "indirect" => Change::Voice(Voice::Indirect),
            "scare" => Change::Voice(Voice::Scare),
            _ => return Err(format!("change = {name:?}: strike, outlet, direct, indirect, scare")),
        })
    }
}

impl Corrections {
    /// Reads a list; the fault carries the line of the file.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        let read: Corrections = serde_json::from_str(json)?;
        match &*read.schema {
            SCHEMA => Ok(read),
            other => Err(serde::de::Error::custom(format!("schema = {other:?}, {SCHEMA:?} expected"))),
        }
    }
}

/// Puts records right. The corrections that found their hit, and those that did not: the text has changed, or the lexicon.
pub fn apply<'l, 'r>(records: impl Iterator<Item = &'r mut Record<'l>>, corrections: Vec<Correction>) -> (Vec<Correction>, Vec<Correction>)
where
    'l: 'r,
{
    let mut found = vec![false; corrections.len()];
    for record in records {
        let mine: Vec<usize> = (0..corrections.len()).filter(|at| corrections[*at].digest == record.digest).collect();
        if mine.is_empty() {
            continue;
        }
        record.hits.retain_mut(|hit| {
            let is = |at: &&usize| {
                let c = &corrections[**at];
                (c.start, c.end) == (hit.start, hit.end) && c.lexicon == hit.lexicon && c.marker == hit.marker
            };
            let Some(at) = mine.iter().find(is) else { return true };
            found[*at] = true;
            match corrections[*at].change {
                Change::Strike => return false,
                Change::Voice(voice) => {
                    hit.voice = Some(voice);
                    // Whoever was taken for the speaker is none now.
                    if matches!(voice, Voice::Outlet | Voice::Scare) {
                        (hit.source, hit.said) = (None, None);
                    }
                }
            }
            true
        });
    }
    let (mut done, mut stale) = (Vec::new(), Vec::new());
    for (correction, found) in corrections.into_iter().zip(found) {
        if found { done.push(correction) } else { stale.push(correction) }
    }
    (done, stale)
}
