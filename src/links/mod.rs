//! What binds articles together: passages they share, events they tell.
//!
//! `&[Content] → Vec<CopyGroup>`, `&[Content] → Vec<Event>`. An article's own score never depends on it.

pub mod content;
pub mod copies;
pub mod events;
pub mod join;
mod shingles;
mod skeleton;

pub use content::Content;
pub use copies::{CopyGroup, Passage};
pub use events::Event;
