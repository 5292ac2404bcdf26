//! Choices: within a contrast a noun phrase chooses once.

use super::record::Record;
use crate::lexicon::Contrast;
use crate::text::offsets::Slicer;

/// What stands between two hits, by its length, where the text is not at hand.
const UNREAD: [&str; 3] = ["", " ", " ("];

/// The choices of a contrast in a record, as (side, index of the hit).
///
/// Of hits that touch ("groupes armés terroristes") the last, the most specific, is the choice; an acronym in brackets after its full form
/// is no second choice.
///
/// `text` cuts the article by code points. Without it (a score file that does not carry the text) hits that one code point parts are
/// taken to touch, and two code points before an acronym to be its bracket.
pub fn choices(record: &Record, contrast: &Contrast, text: Option<&Slicer>) -> Vec<(usize, usize)> {
    let mut chosen: Vec<(usize, usize)> = Vec::new();
    for (at, hit) in record.hits.iter().enumerate() {
        let Some(side) = contrast.members.iter().position(|m| m.takes(&hit.axis, &hit.pole, &hit.marker)) else { continue };
        if let Some(last) = chosen.last().map(|(_, at)| &record.hits[*at])
            && last.sentence == hit.sentence
        {
            let between = match text {
                Some(text) => text.slice(last.end.min(hit.start), hit.start),
                None => UNREAD.get(hit.start.saturating_sub(last.end)).copied().unwrap_or("…"),
            };
            match between.trim_matches([' ', '\u{a0}', '«', '»', '"', '“', '”', '\u{202f}']) {
                // "État islamique (EI)", but not "rebelles (« terroristes » pour la capitale)".
                "(" if is_acronym(&hit.text) => continue,
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

/// Two capitals at least, and nothing in lower case.
fn is_acronym(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.chars().any(char::is_lowercase)
}
