//! Do findings survive when they are looked at in another way?

use super::filter::Voices;
use super::material::{Copies, Material, View};
use super::stems;
use super::study::{ContrastStudy, PairStudy, Rules, Verdict, study};
use crate::zones::ZoneKind;
use std::collections::BTreeMap;
use std::sync::Arc;

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
    /// Every word with the stem of a wording, in any sense and whoever says it.
    Stems,
}

/// One way of looking, and what is left of each finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub variant: Variant,
    /// In the order of the findings.
    pub seen: Vec<Seen>,
}

/// What is left of a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// None where one of the two groups has nothing left to choose.
    pub difference: Option<f64>,
    /// Articles with a choice in the first and in the second group.
    pub articles: [usize; 2],
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

/// The table of the findings of a contrast; no row where there is no finding.
pub fn table(material: &Material, contrast: usize, sides: usize, view: &View, rules: &Rules, findings: &[&PairStudy]) -> Vec<Row> {
    if findings.is_empty() {
        return Vec::new();
    }
    let row = |variant: Variant| {
        let seen = study(material, contrast, sides, &changed(view, &variant, (material, contrast, sides))?, rules);
        Some(Row { seen: findings.iter().map(|finding| of_finding(&seen, finding, rules)).collect(), variant })
    };
    variants(material, contrast, view).into_iter().filter_map(row).collect()
}

fn of_finding(seen: &ContrastStudy, finding: &PairStudy, rules: &Rules) -> Seen {
    let pair = seen.pairs.iter().find(|p| (p.first, p.second, p.side) == (finding.first, finding.second, finding.side));
    let is_tested = matches!(seen.verdict, Verdict::Tested { .. });
    let outcome = match pair.filter(|_| is_tested) {
        None => Outcome::Untold,
        Some(pair) if pair.difference * finding.difference < 0.0 => Outcome::Reversed,
        Some(pair) if rules.may_be_said(pair) => Outcome::Survives,
        Some(_) => Outcome::Weaker,
    };
    let articles = [finding.first, finding.second].map(|group| seen.groups[group].articles);
    Seen { difference: pair.map(|p| p.difference), articles, p: pair.and_then(|p| p.p), outcome }
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
    variants.extend([Variant::FirstOnly, Variant::MeanOfShares, Variant::Stems]);
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

/// None where this way of looking asks for texts that are not at hand.
fn changed(view: &View, variant: &Variant, (material, contrast, sides): (&Material, usize, usize)) -> Option<View> {
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
        Variant::Stems => view.by_stems = Some(Arc::new(stems::counts(material, contrast, sides, &view.filter)?)),
    }
    Some(view)
}
