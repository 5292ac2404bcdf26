//! Titles that name a speaker before a colon: "Damas : la ville est libérée".

use super::phrase::Phrases;
use super::report::{Form, Report};
use super::subject::Subject;
use crate::lexicon::Compiled;
use crate::matching::Hit;
use crate::text::Document;
use crate::zones::ZoneKind;

/// The longest phrase that names a speaker there.
const LONGEST: usize = 8;

/// Adds what a title or a subheading gives to the name before its colon.
pub fn of_sentence(document: &Document, lexicons: &Compiled, sentence: usize, mentions: &[Hit], found: &mut Vec<Report>) {
    let p = Phrases::of(document, sentence);
    let Some(colon) = (p.start..p.end.min(p.start + LONGEST)).find(|t| p.is_mark(*t, ":")) else { return };
    let Some(phrase) = p.from(p.start).filter(|phrase| phrase.end == colon) else { return };
    let mention = mentions.iter().find(|hit| hit.tokens.start >= phrase.start && hit.tokens.end <= phrase.end);
    let quoted = p.is_quote(colon + 1);
    let in_title = document.sentences[sentence].zone == ZoneKind::Title || sentence == 0;
    let speaks = match mention {
        // "Syrie : …" and "Alep : …" say where; "Damas : …" says who.
        Some(hit) => {
            in_title && (quoted || !names_a_country(document, lexicons, hit)) || quoted && !names_a_country(document, lexicons, hit)
        }
        None => quoted && in_title && document.form(phrase.start).casing.is_capitalised(),
    };
    if speaks {
        found.push(Report {
            sentence,
            trigger: None,
            speaker: Subject::Phrase(phrase),
            scope: vec![colon + 1..p.end],
            form: Form::Heading,
        });
    }
}

/// A place, or the very word by which readers know the actor: a country's name.
fn names_a_country(document: &Document, lexicons: &Compiled, hit: &Hit) -> bool {
    let marker = &lexicons.markers[hit.marker];
    let pole = &lexicons.source(marker).pole;
    let word = lexicons.axis(marker).poles.iter().find(|p| p.id == *pole).map_or("", |p| p.word.fr.as_str());
    marker.axis > 0 || hit.span.of(document.text) == word
}
