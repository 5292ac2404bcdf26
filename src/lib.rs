//! Measures how French-language news outlets frame the same events.

pub mod charts;
pub mod corpus;
pub mod lang;
pub mod span;
pub mod zones;
