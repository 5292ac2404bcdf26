//! Measures how French-language news outlets frame the same events.

pub mod corpus;
pub mod lang;
pub mod span;
pub mod text;
pub mod zones;
