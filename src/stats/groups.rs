//! What is set side by side: a handful of articles one by one, more of them by outlet, or as asked for.

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

/// What articles of one group have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Outlet,
    Article,
    Event,
    Author,
    /// The month.
    Date,
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
    match grouping {
        Grouping::Articles => group_by(records, By::Article, |_| None),
        Grouping::Outlets => group_by(records, By::Outlet, |_| None),
    }
}

/// The same by anything else; `event` gives the event of an article where it was found rather than given.
pub fn group_by<'r>(records: &[&'r Record], by: By, event: impl Fn(usize) -> Option<&'r str>) -> Vec<Group> {
    let title = |r: &Record| r.title.clone().unwrap_or_else(|| r.id.clone());
    if by == By::Article {
        let names = records.iter().map(|r| match &r.outlet {
            Some(outlet) => format!("{outlet} – {}", title(r)),
            None => title(r),
        });
        return names.enumerate().map(|(at, name)| Group { name, articles: vec![at] }).collect();
    }
    let mut together: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut alone = Vec::new();
    for (at, record) in records.iter().enumerate() {
        let record: &'r Record = record;
        let key = match by {
            By::Outlet => record.outlet.as_deref(),
            By::Author => record.author.as_deref(),
            By::Event => event(at).or(record.event.as_deref()),
            By::Date | By::Article => record.date.as_deref().and_then(|date| date.get(..7)),
        };
        match key {
            Some(key) => together.entry(key).or_default().push(at),
            None => alone.push(Group { name: title(record), articles: vec![at] }),
        }
    }
    let mut groups: Vec<Group> = together.into_iter().map(|(name, articles)| Group { name: name.into(), articles }).collect();
    groups.append(&mut alone);
    groups
}
