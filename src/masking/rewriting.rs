//! Stretches of a text replaced by others, and where everything else lies afterwards.

use crate::counts::Record;
use crate::text::offsets::Slicer;
use crate::voice::Source;
use sha2::{Digest, Sha256};

/// A stretch in code points, and what stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub start: usize,
    pub end: usize,
    pub by: String,
}

/// Edits of one text: sorted, not overlapping.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rewriting {
    edits: Vec<Edit>,
    /// By edit: where it begins and ends in the new text.
    places: Vec<(usize, usize)>,
}

impl Rewriting {
    /// Of edits that overlap, the one given first is kept.
    pub fn new(wanted: Vec<Edit>) -> Self {
        let mut edits: Vec<Edit> = Vec::with_capacity(wanted.len());
        for edit in wanted.into_iter().filter(|edit| edit.start < edit.end) {
            let at = edits.partition_point(|known| known.start < edit.start);
            let free = at.checked_sub(1).is_none_or(|before| edits[before].end <= edit.start);
            if free && edits.get(at).is_none_or(|after| edit.end <= after.start) {
                edits.insert(at, edit);
            }
        }
        let (mut old, mut new) = (0, 0);
        let mut places = Vec::with_capacity(edits.len());
        for edit in &edits {
            let start = new + (edit.start - old);
            let end = start + edit.by.chars().count();
            places.push((start, end));
            (old, new) = (edit.end, end);
        }
        Self { edits, places }
    }

    /// The text as it reads now.
    pub fn text(&self, text: &str) -> String {
        let slicer = Slicer::new(text);
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for edit in &self.edits {
            out.push_str(slicer.slice(at, edit.start));
            out.push_str(&edit.by);
            at = edit.end;
        }
        out.push_str(slicer.slice(at, usize::MAX));
        out
    }

    /// Where a stretch that began at `at` begins now: one that began within an edit takes all of it.
    pub fn start(&self, at: usize) -> usize {
        self.place(at, |(start, _)| start)
    }

    /// Where a stretch that ended at `at` ends now.
    pub fn end(&self, at: usize) -> usize {
        self.place(at, |(_, end)| end)
    }

    fn place(&self, at: usize, within: impl Fn((usize, usize)) -> usize) -> usize {
        let before = self.edits.partition_point(|edit| edit.end <= at);
        match self.edits.get(before) {
            Some(edit) if edit.start < at => within(self.places[before]),
            _ => match before.checked_sub(1) {
                Some(last) => self.places[last].1 + (at - self.edits[last].end),
                None => at,
            },
        }
    }

    /// Rewrites an article and every place of its record.
    pub fn apply(&self, record: &mut Record, text: &mut String) {
        let new = self.text(text);
        let slicer = Slicer::new(&new);
        let span = |start: &mut usize, end: &mut usize| (*start, *end) = (self.start(*start), self.end(*end));
        let source = |source: &mut Option<Source>| {
            if let Some(source) = source {
                span(&mut source.start, &mut source.end);
                source.text = slicer.slice(source.start, source.end).to_owned();
            }
        };
        record.sentences.iter_mut().for_each(|(start, end)| span(start, end));
        record.zones.iter_mut().for_each(|zone| span(&mut zone.start, &mut zone.end));
        for hit in &mut record.hits {
            span(&mut hit.start, &mut hit.end);
            hit.text = slicer.slice(hit.start, hit.end).to_owned();
            source(&mut hit.source);
        }
        for role in &mut record.roles {
            span(&mut role.start, &mut role.end);
            role.text = slicer.slice(role.start, role.end).to_owned();
            source(&mut role.source);
        }
        for quote in &mut record.quotes {
            span(&mut quote.start, &mut quote.end);
            source(&mut quote.source);
        }
        for reported in &mut record.reported {
            span(&mut reported.start, &mut reported.end);
            source(&mut reported.source);
        }
        record.chars = new.chars().count();
        record.digest = Sha256::digest(&new).iter().map(|byte| format!("{byte:02x}")).collect();
        *text = new;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: usize, end: usize, by: &str) -> Edit {
        Edit { start, end, by: by.into() }
    }

    #[test]
    fn places_follow_the_text() {
        let text = "été à Paris, dit Le Phare hier";
        let rewriting = Rewriting::new(vec![edit(17, 25, "Média A"), edit(0, 3, "…"), edit(18, 20, "jamais")]);
        let new = rewriting.text(text);
        assert_eq!(new, "… à Paris, dit Média A hier");
        let slicer = Slicer::new(&new);
        assert_eq!(slicer.slice(rewriting.start(6), rewriting.end(11)), "Paris");
        assert_eq!(slicer.slice(rewriting.start(17), rewriting.end(25)), "Média A");
        assert_eq!(slicer.slice(rewriting.start(20), rewriting.end(22)), "Média A", "a part of what is gone takes all that replaces it");
        assert_eq!(slicer.slice(rewriting.start(26), rewriting.end(30)), "hier");
        assert_eq!(rewriting.end(3), 1);
    }

    #[test]
    fn without_edits_nothing_moves() {
        let rewriting = Rewriting::new(Vec::new());
        assert_eq!((rewriting.start(7), rewriting.end(7), rewriting.text("déjà vu")), (7, 7, "déjà vu".to_owned()));
    }
}
