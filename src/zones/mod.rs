//! What each part of a page is: title, lead, caption, boilerplate; what no zone covers is body.
//!
//! `&Article → Vec<Zone>`

use crate::span::Span;

/// What a stretch of text is for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
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
pub fn find(_: &crate::corpus::Article) -> Vec<Zone> { Vec::new() }
