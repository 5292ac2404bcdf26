//! Figures out of counts, each with its n: rates, presence, shares.
//!
//! `&[Record] → Comparison`. Intervals and tests are not computed yet: the report shows raw counts and says so.

pub mod comparison;
pub mod filter;
pub mod groups;
pub mod presence;
pub mod rate;
pub mod roles;
pub mod share;

pub use comparison::{AxisFigures, Comparison, ContrastFigures, PoleFigures, compare};
pub use filter::{Filter, Voices};
pub use groups::{Group, Grouping, group};
pub use presence::Presence;
pub use rate::Rate;
pub use roles::{RoleCell, RoleFigures, roles};
pub use share::Share;
