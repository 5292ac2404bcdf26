//! Figures out of counts, each with its n: rates, presence, shares.
//!
//! `&[Record] → Comparison`, plain counts by group; `&[Input] → Survey`, what can be said of them.

pub mod article_test;
pub mod association;
pub mod benjamini_hochberg;
pub mod binomial;
pub mod caution;
pub mod comparison;
pub mod cooccurrence;
pub mod correspondence_analysis;
pub mod difference;
pub mod dispersion;
pub mod distances;
pub mod ellipses;
pub mod family;
pub mod filter;
pub mod groups;
pub mod hypergeometric;
pub mod interval;
pub mod jensen_shannon;
pub mod keyness;
pub mod log_likelihood;
pub mod log_odds;
pub mod mantel_haenszel;
pub mod map;
pub mod material;
pub mod periods;
pub mod permutation;
pub mod plan;
pub mod presence;
pub mod procrustes;
pub mod profiles;
pub mod random;
pub mod rate;
pub mod rates;
pub mod ratio;
pub mod robustness;
pub mod roles;
pub mod sample;
pub mod share;
pub mod specificity;
pub mod stems;
pub mod study;
pub mod survey;
pub mod svd;
pub mod timeline;
pub mod tree;
pub mod word_table;

pub use comparison::{AxisFigures, Comparison, ContrastFigures, PoleFigures, compare};
pub use filter::{Filter, Voices};
pub use groups::{By, Group, Grouping, group};
pub use presence::Presence;
pub use rate::Rate;
pub use roles::{RoleCell, RoleFigures, roles};
pub use share::Share;
