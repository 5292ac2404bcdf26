//! What a person says must be kept as content, whatever the cleaner makes of it: the `keep` column of a manifest.

use std::fmt;
use std::ops::RangeInclusive;

/// Lines that count as content by decree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Keep {
    /// What the cleaner finds.
    #[default]
    Found,
    All,
    /// Line numbers of the text as read, from 1.
    Lines(Vec<RangeInclusive<usize>>),
}

impl Keep {
    /// `all`, `tout`, or lines: `12`, `3-5`, `3-5 9`. None where it is neither.
    pub fn parse(text: &str) -> Option<Self> {
        if matches!(&*text.trim().to_lowercase(), "all" | "tout" | "tous" | "toutes" | "*") {
            return Some(Keep::All);
        }
        let parts = text.split([' ', ',', ';', '\u{a0}']).filter(|part| !part.is_empty());
        parts.map(range).collect::<Option<Vec<_>>>().filter(|lines| !lines.is_empty()).map(Keep::Lines)
    }

    /// The line with this number is content.
    pub fn holds(&self, line: usize) -> bool {
        match self {
            Keep::Found => false,
            Keep::All => true,
            Keep::Lines(ranges) => ranges.iter().any(|range| range.contains(&line)),
        }
    }
}

impl fmt::Display for Keep {
    /// As [`Keep::parse`] reads it; nothing where nothing is decreed.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Keep::Found => Ok(()),
            Keep::All => f.write_str("all"),
            Keep::Lines(ranges) => {
                let parts: Vec<String> = ranges
                    .iter()
                    .map(|r| if r.start() == r.end() { r.start().to_string() } else { format!("{}-{}", r.start(), r.end()) })
                    .collect();
                f.write_str(&parts.join(" "))
            }
        }
    }
}

fn range(part: &str) -> Option<RangeInclusive<usize>> {
    let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
    let (first, last) = (first.parse().ok()?, last.parse().ok()?);
    (first >= 1 && first <= last).then_some(first..=last)
}
