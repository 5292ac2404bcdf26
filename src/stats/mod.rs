//! Figures out of counts, each with its n: rates, presence, shares.
//!
//! `&[Record] → Comparison`. Intervals and tests are not computed yet: the report shows raw counts and says so.

pub mod benjamini_hochberg;
pub mod binomial;
pub mod comparison;
pub mod difference;
pub mod groups;
pub mod interval;
pub mod mantel_haenszel;
pub mod permutation;
pub mod presence;
pub mod random;
pub mod rate;
pub mod ratio;
pub mod share;

pub use comparison::{AxisFigures, Comparison, ContrastFigures, PoleFigures, compare};
pub use groups::{Group, Grouping, group};
pub use presence::Presence;
pub use rate::Rate;
pub use share::Share;
