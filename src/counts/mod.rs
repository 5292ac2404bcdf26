//! One record per article, and counts that can be merged.
//!
//! `(Article, &Instrument) → Record → Tally`

pub mod basis;
pub mod byline;
pub mod choices;
pub mod concordance;
pub mod corrections;
pub mod instrument;
pub mod record;
pub mod tally;
pub mod words;

pub use instrument::Instrument;
pub use record::{Record, RecordHit, RecordZone};
pub use tally::{Cell, Tally};
