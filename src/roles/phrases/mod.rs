//! The noun phrases and verb groups of a sentence, and how they hang together.

pub mod chunk;
mod nouns;
mod objects;
mod reader;
mod verbs;
mod relations;
mod subjects;
mod words;

pub use chunk::{Chunk, Kind, Mood, Noun, Verb};
pub use relations::{Phrases, Subject};
