//! What a comparison is made of: articles with their choices, their events and the texts they share.

use super::filter::Filter;
use super::groups::{By, Group};
use super::ratio::Part;
use crate::counts::{Record, byline};
use crate::lexicon::Lexicon;
use crate::links::join::join;
use std::sync::Arc;

/// An article as a witness of its group.
#[derive(Debug, Clone)]
pub struct Witness<'r> {
    pub record: &'r Record<'r>,
    /// By contrast, in the order of [`contrasts`]: side and index of the hit.
    pub choices: Vec<Vec<(usize, usize)>>,
    /// Given by the source, or found.
    pub event: Option<String>,
    /// Number of the group of near-copies it belongs to.
    pub copies: Option<usize>,
    /// The article as read, where it is at hand.
    pub text: Option<&'r str>,
}

/// The contrasts of some lexicons, as (lexicon, contrast).
pub fn contrasts(lexicons: &[Lexicon]) -> Vec<(usize, usize)> {
    lexicons.iter().enumerate().flat_map(|(l, lexicon)| (0..lexicon.contrasts.len()).map(move |c| (l, c))).collect()
}

/// How near-copies count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Copies {
    /// A group of k copies counts once, each copy 1/k.
    #[default]
    Once,
    AsFound,
    /// Not at all.
    Without,
}

/// One way of looking at the material; the headline figures and each row of the table of robustness take one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct View {
    pub filter: Filter,
    pub copies: Copies,
    /// Only the first choice of each article.
    pub first_only: bool,
    /// Each article weighs the same, however often it chooses.
    pub mean_of_shares: bool,
    pub without_article: Option<usize>,
    /// Choices by article and side that take the place of those that were read for their sense.
    pub by_stems: Option<Arc<Vec<Vec<f64>>>>,
}

/// The choices of one article, or of the copies of one text within a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Voiced {
    pub group: usize,
    /// Index of the (first) article.
    pub article: usize,
    pub counts: Vec<f64>,
}

impl Voiced {
    pub fn base(&self) -> f64 {
        self.counts.iter().sum()
    }

    pub fn part(&self, side: usize) -> Part {
        Part { y: self.counts[side], x: self.base() }
    }
}

/// The articles of a comparison and how to look at them.
pub struct Material<'r> {
    pub witnesses: Vec<Witness<'r>>,
    pub groups: Vec<Group>,
    /// What the articles of a group have in common.
    pub by: By,
}

impl Material<'_> {
    /// Choices of one article by side, before any weight.
    fn counts(&self, article: usize, contrast: usize, sides: usize, view: &View) -> Vec<f64> {
        if let Some(by_stems) = &view.by_stems {
            return by_stems[article].clone();
        }
        let witness = &self.witnesses[article];
        let mut counts = vec![0.0; sides];
        let mut kept = witness.choices[contrast].iter().filter(|(_, hit)| view.filter.takes(&witness.record.hits[*hit]));
        let most = if view.first_only { 1 } else { usize::MAX };
        kept.by_ref().take(most).for_each(|(side, _)| counts[*side] += 1.0);
        if view.mean_of_shares {
            let base: f64 = counts.iter().sum();
            if base > 0.0 {
                counts.iter_mut().for_each(|c| *c /= base);
            }
        }
        counts
    }

    /// How many articles each group of copies has, over all groups.
    pub(super) fn copies_of(&self, article: usize) -> usize {
        match self.witnesses[article].copies {
            Some(number) => self.groups.iter().flat_map(|g| &g.articles).filter(|a| self.witnesses[**a].copies == Some(number)).count(),
            None => 1,
        }
    }

    /// Everything that chose at least once.
    pub fn voiced(&self, contrast: usize, sides: usize, view: &View) -> Vec<Voiced> {
        let mut voiced: Vec<Voiced> = Vec::new();
        for (group, members) in self.groups.iter().enumerate() {
            for article in members.articles.iter().filter(|a| view.without_article != Some(**a)) {
                let copies = self.copies_of(*article);
                let mut counts = self.counts(*article, contrast, sides, view);
                match view.copies {
                    Copies::Without if copies > 1 => continue,
                    Copies::Once => counts.iter_mut().for_each(|c| *c /= copies as f64),
                    _ => {}
                }
                if counts.iter().sum::<f64>() <= 0.0 {
                    continue;
                }
                let number = self.witnesses[*article].copies.filter(|_| view.copies == Copies::Once);
                let twin = number.and_then(|n| voiced.iter_mut().find(|v| v.group == group && self.witnesses[v.article].copies == Some(n)));
                match twin {
                    Some(twin) => twin.counts.iter_mut().zip(counts).for_each(|(a, b)| *a += b),
                    None => voiced.push(Voiced { group, article: *article, counts }),
                }
            }
        }
        voiced
    }

    /// The largest cluster known of each: one author, one shared text and, where asked, one event. Numbers never join two groups, and what
    /// makes up a group is no cluster within it: where authors are compared, an author's articles are the witnesses.
    pub fn clusters(&self, voiced: &[Voiced], with_events: bool) -> Vec<usize> {
        let keys: Vec<Vec<String>> = voiced
            .iter()
            .map(|v| {
                let witness = &self.witnesses[v.article];
                let mut keys = Vec::new();
                let authors = witness.record.author.as_deref().filter(|_| self.by != By::Author);
                keys.extend(authors.into_iter().flat_map(byline::persons).map(|a| format!("{} author {a}", v.group)));
                keys.extend(witness.copies.map(|n| format!("{} copy {n}", v.group)));
                let event = witness.event.as_deref().filter(|_| with_events && self.by != By::Event);
                keys.extend(event.map(|e| format!("{} event {e}", v.group)));
                keys
            })
            .collect();
        join(&keys)
    }
}
