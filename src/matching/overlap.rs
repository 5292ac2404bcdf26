//! The longest wording wins: on one axis, one span is one hit.

use super::Hit;
use crate::lexicon::Compiled;

/// Keeps, of overlapping hits on one axis, the longest; of equal ones the first in the lexicon. Leaves them by place.
pub fn longest_wins(lexicons: &Compiled, hits: &mut Vec<Hit>) {
    if hits.len() > 1 {
        hits.sort_by_key(|hit| (std::cmp::Reverse(hit.tokens.len()), hit.tokens.start, hit.marker));
        let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
        for hit in hits.drain(..) {
            let axis = |h: &Hit| (lexicons.markers[h.marker].lexicon, lexicons.markers[h.marker].axis);
            if !kept.iter().any(|k| axis(k) == axis(&hit) && k.span.overlaps(&hit.span)) {
                kept.push(hit);
            }
        }
        *hits = kept;
    }
    hits.sort_by_key(|hit| (hit.tokens.start, hit.marker));
}
