//! What is set side by side: a handful of articles one by one, more of them by outlet.

use crate::counts::Record;
use std::collections::BTreeMap;

/// Up to this many articles each is compared for itself.
pub const SIDE_BY_SIDE: usize = 12;

/// The unit of comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    Articles,
    Outlets,
}

impl Grouping {
    /// Articles side by side while they are few.
    pub fn for_articles(n: usize) -> Self {
        if n <= SIDE_BY_SIDE { Grouping::Articles } else { Grouping::Outlets }
    }
}

/// Articles that are counted together, under the name readers see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub name: String,
    /// Indices into the records.
    pub articles: Vec<usize>,
}

/// The groups, outlets by name, articles in input order. An article without an outlet is never merged with another.
pub fn group(records: &[&Record], grouping: Grouping) -> Vec<Group> {
    let title = |r: &Record| r.title.clone().unwrap_or_else(|| r.id.clone());
    if grouping == Grouping::Articles {
        let names = records.iter().map(|r| match &r.outlet {
            Some(outlet) => format!("{outlet} – {}", title(r)),
            None => title(r),
        });
        return names.enumerate().map(|(at, name)| Group { name, articles: vec![at] }).collect();
    }
    let mut outlets: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut alone = Vec::new();
    for (at, record) in records.iter().enumerate() {
        match &record.outlet {
            Some(outlet) => outlets.entry(outlet).or_default().push(at),
            None => alone.push(Group { name: title(record), articles: vec![at] }),
        }
    }
    let mut groups: Vec<Group> = outlets.into_iter().map(|(name, articles)| Group { name: name.into(), articles }).collect();
    groups.append(&mut alone);
    groups
}
