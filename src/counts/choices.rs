//! Choices: within a contrast a noun phrase chooses once.

use super::record::Record;
use crate::lexicon::Contrast;
use crate::text::offsets::Slicer;

/// The choices of a contrast in a record, as (side, index of the hit).
///
/// Of hits that touch ("groupes armés terroristes") the last, the most specific, is the choice; an acronym in brackets after its full form
/// is no second choice.
///
/// `text` cuts the article by code points.
pub fn choices(record: &Record, contrast: &Contrast, text: &Slicer) -> Vec<(usize, usize)> {
    let mut chosen: Vec<(usize, usize)> = Vec::new();
    for (at, hit) in record.hits.iter().enumerate() {
        let Some(side) = contrast.members.iter().position(|m| m.takes(&hit.axis, &hit.pole, &hit.marker)) else { continue };
        if let Some(last) = chosen.last().map(|(_, at)| &record.hits[*at])
            && last.sentence == hit.sentence
        {
            match text.slice(last.end.min(hit.start), hit.start).trim_matches([' ', '\u{a0}', '«', '»', '"', '“', '”', '\u{202f}']) {
                "(" => continue,
                "" => {
                    chosen.pop();
                }
                _ => {}
            }
        }
        chosen.push((side, at));
    }
    chosen
}
