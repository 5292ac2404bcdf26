//! The score of one article, in the shape that every reader of the program relies on (`cadrage/score/1`).
//!
//! Offsets are Unicode code points of the article's text, ends exclusive.

use crate::corpus::{Article, Genre, Keep};
use crate::roles::Role;
use crate::voice::{Quote, Reported, Source, Voice};
use crate::zones::{Cleaner, ZoneKind};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The version of the shape.
pub const SCHEMA: &str = "cadrage/score/1";

/// One article's score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record<'l> {
    pub schema: Cow<'l, str>,
    pub id: String,
    pub path: String,
    /// SHA-256 of the text, in hexadecimal.
    pub digest: String,
    /// Digest of all that the measure depends on: text, marks of the source, lexicons, options, version of the program.
    #[serde(default)]
    pub basis: String,
    pub outlet: Option<String>,
    pub date: Option<String>,
    pub title: Option<String>,
    pub author: Option<String>,
    pub url: Option<String>,
    pub event: Option<String>,
    pub genre: Option<Genre>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// How the page was cleaned, where not in the usual way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cleaning: Option<Cleaning>,
    /// Code points of the text.
    pub chars: usize,
    /// Words and numbers of the content.
    pub tokens: usize,
    /// None where voice was not measured.
    pub tokens_by_voice: Option<TokensByVoice>,
    pub sentences: Vec<(usize, usize)>,
    pub lexicons: Cow<'l, [LexiconVersion]>,
    pub zones: Vec<RecordZone>,
    #[serde(borrow)]
    pub hits: Vec<RecordHit<'l>>,
    pub roles: Vec<Role>,
    pub quotes: Vec<Quote>,
    /// Reported speech without quotation marks.
    #[serde(default)]
    pub reported: Vec<Reported>,
    /// How often each actor is named.
    #[serde(default)]
    pub mentions: BTreeMap<String, usize>,
    /// By actor: the sentences that name it, as indices into `sentences`, one for each time.
    #[serde(default)]
    pub named: BTreeMap<String, Vec<usize>>,
    pub warnings: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// The options of the cleaner that this record depends on, and what the reader of a page left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Cleaning {
    /// Nothing was set aside.
    #[serde(default, skip_serializing_if = "is_false")]
    pub keep_all: bool,
    /// SHA-256 of the cleaning profile, where it knows the article's outlet or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    /// Lines that a manifest decreed to be content: `all`, or numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<String>,
    /// Words of the page that are not in the text.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub left_out: usize,
}

fn is_false(value: &bool) -> bool {
    !value
}

fn is_zero(value: &usize) -> bool {
    *value == 0
}

impl Cleaning {
    /// None where nothing is out of the ordinary.
    pub(super) fn of(cleaner: &Cleaner, article: &Article) -> Option<Self> {
        let cleaning = Self {
            keep_all: cleaner.keep_all,
            profile: cleaner.profile.as_ref().map(|profile| profile.sha256.clone()),
            kept: (article.keep != Keep::Found).then(|| article.keep.to_string()),
            left_out: article.left_out.iter().map(|part| part.split_whitespace().count()).sum(),
        };
        (cleaning != Self::default()).then_some(cleaning)
    }
}

/// Words of the content by who speaks them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokensByVoice {
    pub outlet: usize,
    pub direct: usize,
    pub indirect: usize,
    pub scare: usize,
}

impl From<[usize; 4]> for TokensByVoice {
    /// In the order of [`Voice`].
    fn from([outlet, direct, indirect, scare]: [usize; 4]) -> Self {
        Self { outlet, direct, indirect, scare }
    }
}

/// Which lexicon measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LexiconVersion {
    pub id: String,
    pub version: String,
    pub sha256: String,
}

/// A title, lead, caption or boilerplate; the rest is body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordZone {
    pub kind: ZoneKind,
    pub start: usize,
    pub end: usize,
}

/// One occurrence of a marker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordHit<'l> {
    #[serde(borrow)]
    pub lexicon: Cow<'l, str>,
    #[serde(borrow)]
    pub axis: Cow<'l, str>,
    #[serde(borrow)]
    pub pole: Cow<'l, str>,
    #[serde(borrow)]
    pub marker: Cow<'l, str>,
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub zone: ZoneKind,
    /// Index into `sentences`.
    pub sentence: usize,
    pub negated: bool,
    pub voice: Option<Voice>,
    pub source: Option<Source>,
    /// The word that gives the floor to the source, as the marker of a speech lexicon.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub said: Option<SaidBy<'l>>,
}

/// The verb, noun or preposition by which a source is given the floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidBy<'l> {
    #[serde(borrow)]
    pub verb: Cow<'l, str>,
    /// Its pole: how far the outlet stands from what is said.
    #[serde(borrow)]
    pub class: Cow<'l, str>,
}

impl<'l> Record<'l> {
    /// The measure of the same text, as the record of this article.
    pub fn of_article(self, article: &Article) -> Self {
        let meta = article.meta.clone();
        Record {
            id: article.id.clone(),
            path: article.path.clone(),
            outlet: meta.outlet,
            date: meta.date,
            title: meta.title.or(self.title),
            author: meta.author,
            url: meta.url,
            event: meta.event,
            genre: meta.genre,
            section: meta.section,
            ..self
        }
    }
}

impl Record<'_> {
    /// The same record, free of the instrument that made it.
    pub fn into_owned(self) -> Record<'static> {
        let own = |text: Cow<'_, str>| -> Cow<'static, str> { Cow::Owned(text.into_owned()) };
        Record {
            schema: own(self.schema),
            lexicons: Cow::Owned(self.lexicons.into_owned()),
            hits: self
                .hits
                .into_iter()
                .map(|hit| RecordHit {
                    lexicon: own(hit.lexicon),
                    axis: own(hit.axis),
                    pole: own(hit.pole),
                    marker: own(hit.marker),
                    said: hit.said.map(|said| SaidBy { verb: own(said.verb), class: own(said.class) }),
                    ..hit
                })
                .collect(),
            ..self
        }
    }
}
