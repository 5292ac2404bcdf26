//! Sentences, clauses and tokens of French, and what is known of each word form.
//!
//! `(&str, &[Zone]) → Document`: content only, spans in bytes of the article's text.

pub mod clauses;
pub mod context;
pub mod document;
pub mod forms;
pub mod normal;
pub mod offsets;
pub mod sentences;
pub mod tokenizer;

pub use document::{Document, Sentence};
pub use forms::{Form, FormId, Forms};
pub use tokenizer::{Kind, RawToken};
