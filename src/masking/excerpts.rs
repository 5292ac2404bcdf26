//! A text of which nothing is left beyond some words around what was found: what may be handed on with a measurement.

use super::rewriting::{Edit, Rewriting};
use crate::counts::Record;
use crate::text::offsets::Slicer;

/// Cuts away all words farther than `around` from a hit or a role; `…` stands for what is gone.
pub fn excerpt(record: &mut Record, text: &mut String, around: usize) {
    let words = words(text);
    let mut kept = vec![false; words.len()];
    let hits = record.hits.iter().map(|hit| (hit.start, hit.end));
    for (start, end) in hits.chain(record.roles.iter().map(|role| (role.start, role.end))) {
        let first = words.partition_point(|word| word.1 <= start).saturating_sub(around);
        let last = (words.partition_point(|word| word.0 < end) + around).min(words.len());
        kept[first.min(last)..last].fill(true);
    }
    let length = text.chars().count();
    let mut edits = Vec::new();
    let mut at = 0;
    let slicer = Slicer::new(text);
    let mut cut = |from: usize, to: usize| {
        // White space at both ends stays, and with it the lines.
        let gone = slicer.slice(from, to);
        let start = from + gone.chars().take_while(|c| c.is_whitespace()).count();
        let end = to - gone.chars().rev().take_while(|c| c.is_whitespace()).count();
        if start < end {
            edits.push(Edit { start, end, by: "…".into() });
        }
    };
    for (word, _) in words.iter().zip(&kept).filter(|(_, kept)| **kept) {
        if slicer.slice(at, word.0).chars().any(|c| !c.is_whitespace()) {
            cut(at, word.0);
        }
        at = word.1;
    }
    cut(at, length);
    Rewriting::new(edits).apply(record, text);
}

/// Stretches without white space, in code points.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut open = None;
    let mut length = 0;
    for (at, c) in text.chars().enumerate() {
        match (c.is_whitespace(), open) {
            (true, Some(start)) => {
                words.push((start, at));
                open = None;
            }
            (false, None) => open = Some(at),
            _ => {}
        }
        length = at + 1;
    }
    words.extend(open.map(|start| (start, length)));
    words
}
