//! Auxiliaries that stand apart from their participle.

use super::chunk::{Chunk, Kind, Mood};
use super::words;
use crate::text::Document;

/// "a, selon Ankara, frappé": the auxiliary and its participle are one verb, where the participle stands.
pub(super) fn join(document: &Document, chunks: &mut Vec<Chunk>) {
    let mut at = 0;
    while at < chunks.len() {
        if let Some(participle) = lonely_auxiliary(document, chunks, at)
            && let (Some(auxiliary), Kind::Verb(verb)) = (chunks[at].verb().cloned(), &mut chunks[participle].kind)
        {
            verb.passive = words::auxiliary(document.form(auxiliary.first)) == Some("être") && !document.form(verb.main).is_motion;
            verb.mood = auxiliary.mood;
            verb.first = auxiliary.first;
            verb.subject = auxiliary.subject;
            verb.features = auxiliary.features;
            chunks.remove(at);
        }
        at += 1;
    }
}

/// The participle of an auxiliary that has none beside it, past an incise.
fn lonely_auxiliary(document: &Document, chunks: &[Chunk], at: usize) -> Option<usize> {
    let verb = chunks[at].verb()?;
    if verb.main != verb.first || verb.mood == Mood::Participle || words::auxiliary(document.form(verb.first)).is_none() {
        return None;
    }
    for (further, chunk) in chunks.iter().enumerate().skip(at + 1) {
        match &chunk.kind {
            // "a, dans un texte lu mardi, accusé": what the aside's noun is qualified by.
            Kind::Verb(found) if found.mood == Mood::Participle && qualifies_in_aside(chunks, at, further) => {}
            Kind::Verb(found) if found.mood == Mood::Participle => return Some(further),
            Kind::Noun(noun) if noun.preposition.is_some() || noun.time => {}
            Kind::Comma => {}
            _ => return None,
        }
    }
    None
}

/// True for a participle right after a noun of the aside that opens behind the auxiliary, where another one comes when it closes.
fn qualifies_in_aside(chunks: &[Chunk], auxiliary: usize, participle: usize) -> bool {
    let is_comma = |at: usize| chunks.get(at).is_some_and(|chunk| chunk.is(&Kind::Comma));
    let closing = (participle + 1..chunks.len()).find(|at| is_comma(*at));
    let next = closing.and_then(|at| chunks.get(at + 1)).and_then(Chunk::verb);
    is_comma(auxiliary + 1) && chunks[participle - 1].noun().is_some() && next.is_some_and(|verb| verb.mood == Mood::Participle)
}
