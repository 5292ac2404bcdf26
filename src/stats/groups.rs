//! What is set side by side: a handful of articles one by one, more of them by outlet, or as asked for.

use crate::counts::Record;
use crate::text::normal::name_key;
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

/// The groups, outlets by name as readers sort names, articles in input order. An article without an outlet is never merged with another.
pub fn group(records: &[&Record], grouping: Grouping) -> Vec<Group> {
    match grouping {
        Grouping::Articles => group_by(records, By::Article, |_| None),
        Grouping::Outlets => group_by(records, By::Outlet, |_| None),
    }
}

/// What articles can be grouped by.
#[derive(Debug, Clone, Copy, Default)]
pub struct Labels<'r> {
    pub id: &'r str,
    pub title: Option<&'r str>,
    pub outlet: Option<&'r str>,
    pub author: Option<&'r str>,
    pub date: Option<&'r str>,
    pub event: Option<&'r str>,
}

impl<'r> From<&'r Record<'r>> for Labels<'r> {
    fn from(record: &'r Record<'r>) -> Self {
        Self {
            id: &record.id,
            title: record.title.as_deref(),
            outlet: record.outlet.as_deref(),
            author: record.author.as_deref(),
            date: record.date.as_deref(),
            event: record.event.as_deref(),
        }
    }
}

/// The same by anything else; `event` gives the event of an article where it was found rather than given.
pub fn group_by<'r>(records: &[&'r Record<'r>], by: By, event: impl Fn(usize) -> Option<&'r str>) -> Vec<Group> {
    let labels = records.iter().enumerate().map(|(at, record)| {
        let labels = Labels::from(*record);
        Labels { event: event(at).or(labels.event), ..labels }
    });
    group_labels(&labels.collect::<Vec<_>>(), by)
}

/// The groups of articles of which only the labels are known.
pub fn group_labels(articles: &[Labels], by: By) -> Vec<Group> {
    let title = |labels: &Labels| labels.title.unwrap_or(labels.id).to_owned();
    if by == By::Article {
        let names = articles.iter().map(|labels| match labels.outlet {
            Some(outlet) => format!("{outlet} – {}", title(labels)),
            None => title(labels),
        });
        return names.enumerate().map(|(at, name)| Group { name, articles: vec![at] }).collect();
    }
    let mut together: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut alone = Vec::new();
    for (at, labels) in articles.iter().enumerate() {
        let key = match by {
            By::Outlet => labels.outlet,
            By::Author => labels.author,
            By::Event => labels.event,
            By::Date | By::Article => labels.date.and_then(|date| date.get(..7)),
        };
        match key {
            Some(key) => together.entry(key).or_default().push(at),
            None => alone.push(Group { name: title(labels), articles: vec![at] }),
        }
    }
    let mut groups: Vec<Group> = together.into_iter().map(|(name, articles)| Group { name: name.into(), articles }).collect();
    groups.sort_by_cached_key(|group| name_key(&group.name));
    groups.append(&mut alone);
    groups
}
