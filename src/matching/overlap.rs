//! The longest wording wins: on one axis, one span is one hit.

use super::Hit;
use crate::lexicon::Compiled;

/// Keeps, of overlapping hits on one axis, the longest; of equal ones the first in the lexicon. Leaves them by place.
pub fn longest_wins(lexicons: &Compiled, hits: &mut Vec<Hit>) {
    if hits.len() < 2 {
        return;
    }
    let axis = |hit: &Hit| (lexicons.markers[hit.marker].lexicon, lexicons.markers[hit.marker].axis);
    hits.sort_unstable_by_key(|hit| (std::cmp::Reverse(hit.tokens.len()), hit.tokens.start, hit.marker));
    let mut kept = 0;
    for at in 0..hits.len() {
        let hit = &hits[at];
        if !hits[..kept].iter().any(|k| k.span.overlaps(&hit.span) && axis(k) == axis(hit)) {
            hits.swap(kept, at);
            kept += 1;
        }
    }
    hits.truncate(kept);
    hits.sort_unstable_by_key(|hit| (hit.tokens.start, hit.marker));
}
