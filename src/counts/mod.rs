//! One record per article, and counts that can be merged.
//!
//! `(Article, &Instrument) → Record → Tally`

pub mod choices;
pub mod corrections;
pub mod instrument;
pub mod record;
pub mod tally;

pub use instrument::Instrument;
pub use record::{Record, RecordHit, RecordZone};
pub use tally::{Cell, Tally};
