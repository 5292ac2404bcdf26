//! Lexicons as data: poles, markers, guards, contrasts and word classes, read from TOML and compiled for matching.
//!
//! `folders of TOML → Lexicon → Compiled`

pub mod compile;
pub mod duplicates;
pub mod entry;
pub mod error;
mod guard;
mod keys;
pub mod load;
pub mod need;
pub mod pattern;
pub mod program;
pub mod remark;
pub mod schema;
pub mod source;
pub mod tagging;
pub mod template;
pub mod ties;
mod trees;
pub mod trial;
pub mod usage;
mod uses;
pub mod validation;

pub use compile::{Compiled, CompiledMarker};
pub use error::{Problem, Problems};
pub use guard::{Guard, Scope};
pub use need::Needs;
pub use remark::Remark;
pub use schema::word_of;
pub use schema::{Axis, Contrast, Frame, Lexicon, Marker, Pole, Purpose, Standing};
pub use ties::{Effect, Genitive, Tie};
