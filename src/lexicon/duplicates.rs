//! The same pattern twice in an axis: a fault where the guards are the same too, as the second can never win.

use super::error::{Problem, What};
use super::remark::{Doubt, Remark};
use super::schema::{Axis, Lexicon, Line, Marker};
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;

/// Patterns that their guards may tell apart: worth a look.
pub fn remarks(lexicon: &Lexicon) -> Vec<Remark> {
    let guarded = lexicon.axes.iter().flat_map(in_axis).filter(|twice| !twice.same_guards());
    let remark = |twice: Twice| Remark {
        file: twice.marker.file.clone(),
        line: twice.line.line,
        doubt: Doubt::Duplicate {
            marker: twice.marker.name.clone(),
            pattern: twice.text(),
            other: twice.other.name.clone(),
            place: twice.place(),
        },
    };
    guarded.map(remark).collect()
}

/// Patterns that do nothing.
pub fn problems(lexicon: &Lexicon) -> Vec<Problem> {
    let idle = lexicon.axes.iter().flat_map(in_axis).filter(Twice::same_guards);
    let problem = |twice: Twice| Problem {
        file: twice.marker.file.clone(),
        line: twice.line.line,
        what: What::DuplicatePattern {
            marker: twice.marker.name.clone(),
            pattern: twice.text(),
            other: twice.other.name.clone(),
            place: twice.place(),
        },
    };
    idle.map(problem).collect()
}

/// A pattern that stands earlier in its axis already, in another marker or in its own.
struct Twice<'l> {
    marker: &'l Marker,
    line: &'l Line,
    other: &'l Marker,
    earlier: &'l Line,
}

impl Twice<'_> {
    fn same_guards(&self) -> bool {
        guards(self.marker) == guards(self.other)
    }

    fn text(&self) -> String {
        spaced_alike(self.line)
    }

    fn place(&self) -> String {
        format!("{}:{}", self.other.file, self.earlier.line)
    }
}

fn in_axis(axis: &Axis) -> Vec<Twice<'_>> {
    let mut first: FxHashMap<String, (&Marker, &Line)> = FxHashMap::default();
    let mut found = Vec::new();
    for marker in &axis.markers {
        for line in &marker.patterns {
            match first.entry(spaced_alike(line)) {
                Entry::Vacant(place) => drop(place.insert((marker, line))),
                Entry::Occupied(place) => {
                    let (other, earlier) = *place.get();
                    found.push(Twice { marker, line, other, earlier });
                }
            }
        }
    }
    found
}

fn spaced_alike(line: &Line) -> String {
    line.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn guards(marker: &Marker) -> [Vec<&str>; 3] {
    [&marker.except, &marker.only, &marker.unless].map(|lines| lines.iter().map(|line| &*line.text).collect())
}
