//! The noun phrases and verb groups of a sentence, and how they hang together.

mod asides;
mod auxiliaries;
pub mod chunk;
mod links;
mod lists;
mod nouns;
mod objects;
mod reader;
mod relations;
mod subjects;
mod verbs;
mod words;

pub use chunk::{Chunk, Kind, Mood, Noun, Verb};
pub use relations::{Phrases, Subject, agree};
