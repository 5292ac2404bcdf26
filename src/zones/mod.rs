//! What each part of a page is: title, lead, caption, boilerplate; what no zone covers is body.
//!
//! `&Article → Vec<Zone>`

mod cleaner;
mod credits;
mod head;
mod inline;
mod layout;
mod learning;
mod lines;
mod needles;
mod profile;
mod prompts;
mod signs;
mod words;

pub use cleaner::Cleaner;
pub use learning::Learner;
pub use lines::split as lines;
pub use profile::{OutletProfile, Profile};

use crate::corpus::Article;
use crate::span::Span;

/// What a stretch of text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ZoneKind {
    Title,
    Lead,
    Body,
    Caption,
    Boilerplate,
}

/// A zone of an article. Zones are sorted and do not overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone {
    pub kind: ZoneKind,
    pub span: Span,
}

/// Makes ready what zones are found by, which the first article waits for otherwise.
pub fn prepare() {
    prompts::prepare();
}

/// The zones of an article, by nothing but its own text and what its source says of it.
pub fn find(article: &Article) -> Vec<Zone> {
    Cleaner::default().find(article)
}
