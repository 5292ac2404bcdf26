//! Does a finding survive when it is looked at in another way?

use super::filter::Voices;
use super::material::{Copies, Material, View};
use super::study::{PairStudy, Rules, SMALLEST_DIFFERENCE, Verdict, study};
use crate::zones::ZoneKind;
use std::collections::BTreeMap;

/// Another way of looking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Variant {
    /// Without the marker that is found most often: lexicon, axis, marker.
    WithoutMarker([String; 3]),
    /// Without the article that chooses most often, by index.
    WithoutArticle(usize),
    WithoutTitles,
    /// Everybody's words, where only the outlet's were taken.
    AllVoices,
    /// Without what stands in quotation marks.
    WithoutQuotations,
    WithoutCopies,
    CopiesAsFound,
    FirstOnly,
    MeanOfShares,
}

/// What is left of the finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub variant: Variant,
    /// None where one of the two groups has nothing left to choose.
    pub difference: Option<f64>,
    /// Corrected; None where the test was refused or all groups together did not reach α.
    pub p: Option<f64>,
    pub outcome: Outcome,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Same direction, α reached, ten points and more.
    Survives,
    /// Same direction, but no longer clear of chance or large enough.
    Weaker,
    /// The other direction.
    Reversed,
    /// Too few articles are left to tell.
    Untold,
}

/// The table of one finding.
pub fn table(material: &Material, contrast: usize, sides: usize, view: &View, rules: &Rules, finding: &PairStudy) -> Vec<Row> {
    variants(material, contrast, view)
        .into_iter()
        .map(|variant| {
            let seen = study(material, contrast, sides, &changed(view, &variant), rules);
            let same = |p: &&PairStudy| (p.first, p.second, p.side) == (finding.first, finding.second, finding.side);
            let pair = seen.pairs.iter().find(same);
            let outcome = match pair {
                None => Outcome::Untold,
                Some(_) if !matches!(seen.verdict, Verdict::Tested { .. }) => Outcome::Untold,
                Some(pair) if pair.difference * finding.difference < 0.0 => Outcome::Reversed,
                Some(pair) if pair.p.is_some_and(|p| p <= rules.alpha) && pair.difference.abs() >= SMALLEST_DIFFERENCE => Outcome::Survives,
                Some(_) => Outcome::Weaker,
            };
            Row { difference: pair.map(|p| p.difference), p: pair.and_then(|p| p.p), variant, outcome }
        })
        .collect()
}

/// The variants that would change something.
fn variants(material: &Material, contrast: usize, view: &View) -> Vec<Variant> {
    let mut variants = Vec::new();
    variants.extend(most_frequent(material, contrast, view).map(Variant::WithoutMarker));
    let chosen = |article: usize| {
        let witness = &material.witnesses[article];
        witness.choices[contrast].iter().filter(|(_, hit)| view.filter.takes(&witness.record.hits[*hit])).count()
    };
    let taken = || material.groups.iter().flat_map(|g| g.articles.iter().copied());
    variants.extend(taken().max_by_key(|a| (chosen(*a), std::cmp::Reverse(*a))).map(Variant::WithoutArticle));
    variants.push(Variant::WithoutTitles);
    let is_voice_known = taken().any(|a| material.witnesses[a].record.hits.iter().any(|hit| hit.voice.is_some()));
    if is_voice_known {
        variants.push(if view.filter.voices == Voices::Outlet { Variant::AllVoices } else { Variant::WithoutQuotations });
    }
    if taken().any(|a| material.copies_of(a) > 1) {
        variants.push(Variant::WithoutCopies);
        if view.copies != Copies::AsFound {
            variants.push(Variant::CopiesAsFound);
        }
    }
    variants.extend([Variant::FirstOnly, Variant::MeanOfShares]);
    variants
}

/// Lexicon, axis and marker of the most frequent choice.
fn most_frequent(material: &Material, contrast: usize, view: &View) -> Option<[String; 3]> {
    let mut counts: BTreeMap<[String; 3], usize> = BTreeMap::new();
    for article in material.groups.iter().flat_map(|g| &g.articles) {
        let witness = &material.witnesses[*article];
        for (_, hit) in &witness.choices[contrast] {
            let hit = &witness.record.hits[*hit];
            if view.filter.takes(hit) {
                *counts.entry([hit.lexicon.to_string(), hit.axis.to_string(), hit.marker.to_string()]).or_default() += 1;
            }
        }
    }
    counts.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0))).map(|(marker, _)| marker)
}

fn changed(view: &View, variant: &Variant) -> View {
    let mut view = view.clone();
    match variant {
        Variant::WithoutMarker(marker) => view.filter.without_marker = Some(marker.clone()),
        Variant::WithoutArticle(article) => view.without_article = Some(*article),
        Variant::WithoutTitles => view.filter.without_zones.push(ZoneKind::Title),
        Variant::AllVoices => view.filter.voices = Voices::All,
        Variant::WithoutQuotations => view.filter.voices = Voices::Unquoted,
        Variant::WithoutCopies => view.copies = Copies::Without,
        Variant::CopiesAsFound => view.copies = Copies::AsFound,
        Variant::FirstOnly => view.first_only = true,
        Variant::MeanOfShares => view.mean_of_shares = true,
    }
    view
}
