//! Figures out of counts, each with its n: rates, presence, shares.
//!
//! `&[Record] → Comparison`, plain counts by group; `&[Input] → Survey`, what can be said of them.

pub mod benjamini_hochberg;
pub mod binomial;
pub mod caution;
pub mod comparison;
pub mod difference;
pub mod filter;
pub mod groups;
pub mod interval;
pub mod mantel_haenszel;
pub mod material;
pub mod permutation;
pub mod plan;
pub mod presence;
pub mod random;
pub mod rate;
pub mod rates;
pub mod ratio;
pub mod robustness;
pub mod roles;
pub mod share;
pub mod study;
pub mod survey;

pub use comparison::{AxisFigures, Comparison, ContrastFigures, PoleFigures, compare};
pub use filter::{Filter, Voices};
pub use groups::{By, Group, Grouping, group};
pub use presence::Presence;
pub use rate::Rate;
pub use roles::{RoleCell, RoleFigures, roles};
pub use share::Share;
