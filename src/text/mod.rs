//! Sentences, clauses and tokens of French, and what is known of each word form.
//!
//! `(&str, &[Zone]) → Document`: content only, spans in bytes of the article's text.

pub mod clauses;
pub mod closed_classes;
pub mod context;
pub mod dictionary;
pub mod document;
pub mod forms;
mod front;
pub mod guess;
#[allow(dead_code, reason = "shared with build.rs, which uses the rest")]
mod lemma_pattern;
mod letters;
pub mod morphology;
pub mod normal;
pub mod offsets;
pub mod pos_set;
mod preposed;
pub mod sentences;
#[allow(dead_code, reason = "shared with build.rs, which uses the rest")]
mod sieve;
pub mod slips;
#[allow(dead_code, reason = "shared with build.rs, which uses the rest")]
mod slots;
mod string_table;
pub mod tags;
pub mod times;
pub mod tokenizer;
mod unaccented;
pub mod window;

pub use document::{Document, Sentence};
pub use forms::{Form, FormId, Forms, Interned};
pub use tokenizer::{Kind, RawToken};
