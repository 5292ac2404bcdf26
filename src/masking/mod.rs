//! What of a text may be shown: outlets and authors under other names, or nothing beyond some words around what was found.
//!
//! `(&mut Record, &mut text)`: the text is rewritten before anything is shown of it, and every place of the record with it.

pub mod anonymous;
pub mod excerpts;
mod letters;
mod names;
mod patterns;
pub mod rewriting;
mod traces;
mod words;

pub use anonymous::{KeyRow, Masks};
pub use excerpts::excerpt;
