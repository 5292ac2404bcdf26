//! An article as read: its text, untouched, and what is known about it.

use super::Keep;
use crate::span::Span;

/// One text of one outlet, as found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The record's own id, else the path relative to the input, else `file#row`.
    pub id: String,
    /// The path as given on the command line.
    pub path: String,
    /// The text as read, without a byte order mark. Where the title is a field of its own and does not
    /// already open the body, the text is title + `\n\n` + body.
    pub text: String,
    pub meta: Meta,
    /// What the source itself marks, such as the title field of a table row.
    pub marked: Vec<(Mark, Span)>,
    /// What a person says is content.
    pub keep: Keep,
    /// Text of the source that is not in `text`, such as the menus of a web page: one stretch an element.
    pub left_out: Vec<String>,
    pub warnings: Vec<Warning>,
}

/// What the record, the page or `manifest.csv` says of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meta {
    pub outlet: Option<String>,
    /// ISO 8601 where it could be read, as found otherwise.
    pub date: Option<String>,
    pub title: Option<String>,
    pub author: Option<String>,
    pub url: Option<String>,
    pub event: Option<String>,
    pub genre: Option<Genre>,
    /// The part of the paper or the site, as a web page names it.
    pub section: Option<String>,
}

/// The kind of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Genre {
    Info,
    Depeche,
    Opinion,
    Entretien,
}

/// A part of the text that the source marks by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Title,
    Lead,
    Caption,
}

/// Something the reader of an article's figures should know; the text says it in the user's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Fewer than 50 words of content.
    Short { words: usize },
    /// The bytes were no UTF-8 and were read as this encoding.
    Decoded { encoding: &'static str },
    /// Nearly all of it was UTF-8; what was not became `\u{FFFD}`.
    Damaged { characters: usize },
    /// UTF-8 that was once read as Windows-1252 and saved again, such as "Ã©".
    Mojibake { found: String },
    /// A text in another language, named in French and in English.
    NotFrench { french: &'static str, english: &'static str },
    /// The page said that the article goes on for subscribers.
    CutOff { found: String },
    /// A date that could not be understood, kept as found.
    UnreadDate { found: String },
    /// A genre that is none of `info`, `depeche`, `opinion`, `entretien`.
    UnknownGenre { found: String },
    /// A `keep` cell of a manifest that names no lines.
    UnknownKeep { found: String },
}
