//! Pictures of counts: plain data in, SVG (drawn by plotters) and CSV with the same numbers out.
//!
//! Nothing here reads a file, knows a lexicon or computes a statistic. Labels, titles and notes come
//! from the caller, already in the reader's language; the few words that charts add themselves are
//! in `phrases`. Every chart ends up as a `Canvas`, a list of shapes that [`svg`] writes.
//! The same data gives the same bytes.
//!
//! Each datum has one mark: `<g class="mark" data-row="…" data-column="…">`, numbered as in the
//! data, so that a page can lead from a mark to its evidence.

mod canvas;
pub mod font;
mod frame;
mod heat_layout;
mod heatmap;
mod intervals;
mod intervals_layout;
mod labels;
mod map;
mod map_layout;
mod network;
mod network_layout;
pub mod number;
pub mod palette;
mod phrases;
pub mod png;
mod rates;
mod rates_layout;
mod scale;
mod shares;
mod shares_layout;
pub mod svg;
mod table;
pub mod text_width;
mod timeline;
mod timeline_layout;
mod tree;
mod tree_layout;

pub use frame::Frame;
pub use heatmap::{AxisGroup, HeatRow, Heatmap};
pub use intervals::{IntervalCell, IntervalRow, Intervals};
pub use map::{CorrespondenceMap, MapPoint};
pub use network::{Edge, Network};
pub use rates::{RateCell, RateRow, Rates};
pub use shares::{ShareRow, Shares};
pub use timeline::{Panel, PeriodLabel, TimePoint, Timeline};
pub use tree::{Joint, Leaf, Tree};

/// A word that is set against others, as it is shown (in « »), with its place in the palette.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pole {
    pub label: String,
    /// Place of the pole in the alphabetical order of its axis (see [`palette::pole`]).
    pub colour: usize,
}

impl Pole {
    /// The poles of one axis in the order given, each coloured by its alphabetical place.
    pub fn all<S: AsRef<str>>(labels: &[S]) -> Vec<Pole> {
        let mut order: Vec<usize> = (0..labels.len()).collect();
        order.sort_by_cached_key(|&i| (crate::text::normal::sort_key(labels[i].as_ref()), i));
        let mut poles = vec![Pole::default(); labels.len()];
        for (colour, &i) in order.iter().enumerate() {
            poles[i] = Pole { label: labels[i].as_ref().to_owned(), colour };
        }
        poles
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_follow_the_alphabet_not_the_order_given() {
        let colours = |labels: &[&str]| Pole::all(labels).iter().map(|p| p.colour).collect::<Vec<_>>();
        assert_eq!(colours(&["« reprendre »", "« écraser »", "« libérer »"]), [2, 0, 1]);
        assert!(colours(&[]).is_empty());
    }
}
