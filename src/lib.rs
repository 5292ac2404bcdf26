//! Measures how French-language news outlets frame the same events.
//!
//! The stages, in the order in which an article goes through them; each imports earlier ones only:
//!
//! | stage | takes | gives |
//! |---|---|---|
//! | [`corpus`] | paths | [`corpus::Article`]s |
//! | [`zones`] | an article | title, lead, captions, boilerplate |
//! | [`text`] | text and zones | sentences, clauses, tokens, forms |
//! | [`lexicon`] | TOML | markers compiled for matching |
//! | [`matching`] | document and lexicons | [`matching::Hit`]s |
//! | [`voice`] | document and hits | who says them |
//! | [`roles`] | document, hits, voices | what part each actor is given |
//! | [`counts`] | all of it | a [`counts::Record`] per article, and sums |
//! | [`masking`] | records and texts | what of them may be shown |
//! | [`links`] | records and texts | near-copies, events |
//! | [`stats`] | records and links | shares and rates with intervals, tests |
//! | [`charts`] | figures | SVG, PNG, CSV |
//! | [`report`] | records, figures, charts | one HTML page |
//!
//! [`cli`] stands on top; only it and the readers do input and output.

pub mod charts;
pub mod cli;
pub mod corpus;
pub mod counts;
pub mod digest;
pub mod lang;
pub mod lexicon;
pub mod links;
pub mod masking;
pub mod matching;
pub mod report;
pub mod roles;
pub mod span;
pub mod stats;
pub mod text;
pub mod voice;
pub mod zones;
