//! One contrast, studied: shares with intervals, one test of all groups, then pairs.

use super::difference::{LogOdds, log_odds, of_shares};
use super::interval::{self, Estimate, Interval};
use super::mantel_haenszel::{CommonOdds, Table, common_odds};
use super::material::{Copies, Material, View, Voiced};
use super::permutation::{Design, Pair, Test, Unit, smallest_p, test};
use super::ratio::Part;
use std::collections::BTreeMap;

/// What a comparison may claim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rules {
    pub alpha: f64,
    /// Fewer articles with a choice than this get no interval; never below [`interval::LEAST`].
    pub least: usize,
    /// A smaller difference of shares is not put into a sentence.
    pub smallest_difference: f64,
    pub seed: u64,
}

/// No finding below ten points is put into a sentence: the instrument itself errs by some.
pub const SMALLEST_DIFFERENCE: f64 = 0.1;

impl Rules {
    /// True where a pair may be put into a sentence: clear of chance, and large enough to matter.
    pub fn may_be_said(&self, pair: &PairStudy) -> bool {
        pair.p.is_some_and(|p| p <= self.alpha) && pair.difference.abs() >= self.least_difference() - 1e-9 && !self.is_reversed(pair)
    }

    /// A smaller difference is not put into a sentence, whatever a plan asks for.
    pub fn least_difference(&self) -> f64 {
        self.smallest_difference.max(SMALLEST_DIFFERENCE)
    }

    /// True where the test, made within events, points the other way than the shares of all articles do: the two groups then tell other
    /// events, or tell them at other lengths (Simpson's paradox).
    pub fn is_reversed(&self, pair: &PairStudy) -> bool {
        pair.p.is_some_and(|p| p <= self.alpha) && pair.z.is_some_and(|z| z * pair.difference < 0.0)
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self { alpha: 0.05, least: interval::LEAST, smallest_difference: SMALLEST_DIFFERENCE, seed: 1 }
    }
}

/// One group within a contrast.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupStudy {
    /// Choices by side, copies counted as the view says.
    pub counts: Vec<f64>,
    /// Choices by side as found in each article, whatever the view.
    pub found: Vec<u64>,
    /// Articles with at least one choice (copies of one text as one), of all articles of the group.
    pub articles: usize,
    pub of: usize,
    /// Clusters that the articles with a choice make up.
    pub clusters: usize,
    /// By side; None where nothing was chosen.
    pub shares: Vec<Option<Estimate>>,
}

impl GroupStudy {
    /// True where shared texts make the choices worth something else than their number.
    pub fn is_weighed(&self) -> bool {
        (self.counts.iter().sum::<f64>() - self.found.iter().sum::<u64>() as f64).abs() > 1e-9
    }
}

/// What the test could say.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// Fewer than two groups chose at all.
    NothingToCompare,
    /// Even the clearest difference could not reach α.
    OutOfReach {
        smallest_p: f64,
        design: Design,
        units: usize,
    },
    Tested {
        test: Test,
        design: Design,
        smallest_p: f64,
        units: usize,
    },
}

/// Two groups on one side of a contrast.
#[derive(Debug, Clone, PartialEq)]
pub struct PairStudy {
    pub first: usize,
    pub second: usize,
    pub side: usize,
    pub difference: f64,
    pub interval: Option<Interval>,
    pub log_odds: LogOdds,
    /// Over the events that both tell.
    pub common_odds: CommonOdds,
    /// Corrected p; None where the test of all groups did not reach α, or was not made.
    pub p: Option<f64>,
    /// The studentised difference that was tested; its sign is that of the side in the first group.
    pub z: Option<f64>,
}

/// A contrast, studied.
#[derive(Debug, Clone, PartialEq)]
pub struct ContrastStudy {
    pub groups: Vec<GroupStudy>,
    pub verdict: Verdict,
    pub pairs: Vec<PairStudy>,
}

impl ContrastStudy {
    pub fn total(&self) -> f64 {
        self.groups.iter().flat_map(|g| &g.counts).sum()
    }

    /// p of all groups at once, where it was tested.
    pub fn p(&self) -> Option<f64> {
        match &self.verdict {
            Verdict::Tested { test, .. } => Some(test.p),
            _ => None,
        }
    }

    /// True where the groups, all at once, differ more than chance explains.
    pub fn differs(&self, rules: &Rules) -> bool {
        self.p().is_some_and(|p| p <= rules.alpha)
    }

    /// Pairs that may be put into a sentence: clear of chance, and large enough to matter.
    pub fn findings(&self, rules: &Rules) -> Vec<&PairStudy> {
        self.pairs.iter().filter(|pair| rules.may_be_said(pair)).collect()
    }
}

/// Studies the contrast with this number, of `sides` sides.
pub fn study(material: &Material, contrast: usize, sides: usize, view: &View, rules: &Rules) -> ContrastStudy {
    let voiced = material.voiced(contrast, sides, view);
    let clusters = material.clusters(&voiced, true);
    let found = material.voiced(contrast, sides, &View { copies: Copies::AsFound, mean_of_shares: false, ..view.clone() });
    let groups: Vec<GroupStudy> = (0..material.groups.len())
        .map(|g| GroupStudy { found: found_in(&found, g, sides), ..group_study(material, &voiced, &clusters, g, sides, rules) })
        .collect();
    let verdict = verdict(material, &voiced, contrast, rules);
    let pairs = pairs(material, &voiced, &groups, &verdict, sides, rules);
    ContrastStudy { groups, verdict, pairs }
}

fn parts(voiced: &[Voiced], group: usize, side: usize) -> Vec<Part> {
    voiced.iter().filter(|v| v.group == group).map(|v| v.part(side)).collect()
}

fn found_in(found: &[Voiced], group: usize, sides: usize) -> Vec<u64> {
    let of = |side: usize| found.iter().filter(|v| v.group == group).map(|v| v.counts[side]).sum::<f64>();
    (0..sides).map(|side| of(side).round() as u64).collect()
}

fn group_study(material: &Material, voiced: &[Voiced], clusters: &[usize], group: usize, sides: usize, rules: &Rules) -> GroupStudy {
    let own = || voiced.iter().zip(clusters).filter(|(v, _)| v.group == group);
    let mut counts = vec![0.0; sides];
    own().for_each(|(v, _)| counts.iter_mut().zip(&v.counts).for_each(|(sum, c)| *sum += c));
    let mut distinct: Vec<usize> = own().map(|(_, c)| *c).collect();
    distinct.sort_unstable();
    distinct.dedup();
    GroupStudy {
        articles: own().count(),
        of: material.groups[group].articles.len(),
        clusters: distinct.len(),
        shares: (0..sides).map(|side| interval::share(&parts(voiced, group, side)).map(|e| e.from_at_least(rules.least))).collect(),
        counts,
        found: Vec::new(),
    }
}

/// Tests within events where that can reach α, else between clusters.
fn verdict(material: &Material, voiced: &[Voiced], contrast: usize, rules: &Rules) -> Verdict {
    let mut present: Vec<usize> = voiced.iter().map(|v| v.group).collect();
    present.sort_unstable();
    present.dedup();
    if present.len() < 2 {
        return Verdict::NothingToCompare;
    }
    let within = within_events(material, voiced, &present);
    let between = between_clusters(material, voiced, &present);
    let reach = |units: &[Unit]| if units.is_empty() { 1.0 } else { smallest_p(units, present.len()) };
    let (design, units) = if reach(&within) <= rules.alpha { (Design::WithinEvents, within) } else { (Design::Clusters, between) };
    let smallest_p = reach(&units);
    if smallest_p > rules.alpha {
        return Verdict::OutOfReach { smallest_p, design, units: units.len() };
    }
    let mut test = test(&units, present.len(), design, rules.seed, contrast as u64);
    test.pairs.iter_mut().for_each(|pair| (pair.first, pair.second) = (present[pair.first], present[pair.second]));
    Verdict::Tested { test, design, smallest_p, units: units.len() }
}

/// Clusters of articles, each with all its choices.
fn between_clusters(material: &Material, voiced: &[Voiced], present: &[usize]) -> Vec<Unit> {
    let clusters = material.clusters(voiced, true);
    let mut units: BTreeMap<usize, Unit> = BTreeMap::new();
    for (v, cluster) in voiced.iter().zip(clusters) {
        add(units.entry(cluster), v, place(present, v.group), 0);
    }
    units.into_values().collect()
}

/// Within each event that two groups tell: its articles, those of one author or one shared text as one.
fn within_events(material: &Material, voiced: &[Voiced], present: &[usize]) -> Vec<Unit> {
    let clusters = material.clusters(voiced, false);
    let mut tellers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let event = |v: &Voiced| material.witnesses[v.article].event.as_deref();
    for v in voiced {
        if let Some(event) = event(v) {
            tellers.entry(event).or_default().push(v.group);
        }
    }
    tellers.retain(|_, groups| groups.iter().any(|g| *g != groups[0]));
    let numbers: BTreeMap<&str, usize> = tellers.keys().enumerate().map(|(at, event)| (*event, at)).collect();
    let mut units: BTreeMap<(usize, usize), Unit> = BTreeMap::new();
    for (v, cluster) in voiced.iter().zip(clusters) {
        if let Some(stratum) = event(v).and_then(|e| numbers.get(e)) {
            add(units.entry((*stratum, cluster)), v, place(present, v.group), *stratum);
        }
    }
    units.into_values().collect()
}

fn place(present: &[usize], group: usize) -> usize {
    present.iter().position(|g| *g == group).unwrap_or(0)
}

fn add<K: Ord>(entry: std::collections::btree_map::Entry<K, Unit>, v: &Voiced, group: usize, stratum: usize) {
    let unit = entry.or_insert_with(|| Unit { group, stratum, counts: vec![0.0; v.counts.len()] });
    unit.counts.iter_mut().zip(&v.counts).for_each(|(sum, c)| *sum += c);
}

fn pairs(material: &Material, voiced: &[Voiced], groups: &[GroupStudy], verdict: &Verdict, sides: usize, rules: &Rules) -> Vec<PairStudy> {
    let mut pairs = Vec::new();
    for first in 0..groups.len() {
        for second in first + 1..groups.len() {
            // Of two sides one says all.
            for side in 0..if sides == 2 { 1 } else { sides } {
                let (Some(one), Some(two)) = (&groups[first].shares[side], &groups[second].shares[side]) else { continue };
                let (difference, interval) = of_shares(one, two);
                let tested = corrected(verdict, first, second, side, rules);
                let (parts_one, parts_two) = (parts(voiced, first, side), parts(voiced, second, side));
                pairs.push(PairStudy {
                    first,
                    second,
                    side,
                    difference,
                    interval,
                    log_odds: log_odds((&parts_one, one), (&parts_two, two)),
                    common_odds: common_odds(&tables(material, voiced, first, second, side)),
                    p: tested.map(|t| t.p),
                    z: tested.map(|t| t.z),
                });
            }
        }
    }
    pairs
}

/// The test of a pair, once all groups together reached α.
fn corrected(verdict: &Verdict, first: usize, second: usize, side: usize, rules: &Rules) -> Option<Pair> {
    let Verdict::Tested { test, .. } = verdict else { return None };
    let pair = test.pairs.iter().find(|p| (p.first, p.second, p.side) == (first, second, side))?;
    (test.p <= rules.alpha).then_some(*pair)
}

/// A table for each event.
fn tables(material: &Material, voiced: &[Voiced], first: usize, second: usize, side: usize) -> Vec<Table> {
    let mut tables: BTreeMap<&str, Table> = BTreeMap::new();
    for v in voiced {
        let Some(event) = material.witnesses[v.article].event.as_deref() else { continue };
        let table = tables.entry(event).or_default();
        let (own, other) = (v.counts[side], v.base() - v.counts[side]);
        if v.group == first {
            table.a += own;
            table.b += other;
        } else if v.group == second {
            table.c += own;
            table.d += other;
        }
    }
    tables.into_values().collect()
}
