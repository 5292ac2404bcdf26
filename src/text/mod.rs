//! French words: their forms, lemmas and grammatical features.

pub mod dictionary;
pub mod guess;
pub mod lemma_pattern;
pub mod morphology;
mod string_table;
mod unaccented;
