//! How often each group uses each pole: rates with intervals, and in how many articles.

use super::binomial::jeffreys;
use super::interval::{self, Estimate, Interval};
use super::material::{Copies, Material, View};
use super::presence::Presence;
use super::ratio::Part;
use crate::lexicon::Lexicon;

/// A pole in one group.
#[derive(Debug, Clone, PartialEq)]
pub struct PoleRate {
    pub hits: u64,
    /// Words of the voices that are counted.
    pub tokens: u64,
    /// Both as they are counted: a text that several articles share once, where the view says so.
    pub counted: Part,
    /// Hits per word, as they are counted. None without any word, or where only some zones are taken.
    pub rate: Option<Estimate>,
    pub presence: Presence,
    /// Of the share of articles with at least one hit.
    pub presence_interval: Option<Interval>,
}

/// The rates of one pole, by group.
pub fn of_pole(material: &Material, lexicon: &Lexicon, axis: usize, pole: usize, view: &View, least: usize) -> Vec<PoleRate> {
    let axis = &lexicon.axes[axis];
    let (lexicon, pole) = (&lexicon.identity.id, &axis.poles[pole].id);
    let is_of =
        |hit: &crate::counts::RecordHit| hit.lexicon == *lexicon && hit.axis == axis.id && hit.pole == *pole && view.filter.takes(hit);
    let of_group = |group: &super::Group| {
        let (mut hits, mut tokens, mut present, mut parts) = (0, 0, 0, Vec::new());
        for article in &group.articles {
            let record = material.witnesses[*article].record;
            let found = record.hits.iter().filter(|hit| is_of(hit)).count() as u64;
            let spoken = view.filter.voices.tokens(record) as u64;
            hits += found;
            tokens += spoken;
            present += u64::from(found > 0);
            let weight = if view.copies == Copies::Once { 1.0 / material.copies_of(*article) as f64 } else { 1.0 };
            parts.push(Part { y: weight * found as f64, x: weight * spoken as f64 });
        }
        let presence = Presence { k: present, n: group.articles.len() as u64 };
        // Of a part of the zones the words are not known.
        let rate = interval::rate(&parts).filter(|_| view.filter.without_zones.is_empty()).map(|e| e.from_at_least(least));
        let counted = Part { y: parts.iter().map(|part| part.y).sum(), x: parts.iter().map(|part| part.x).sum() };
        PoleRate { hits, tokens, counted, rate, presence, presence_interval: jeffreys(presence) }
    };
    material.groups.iter().map(of_group).collect()
}
