//! The comparison as a table: a row a group and side.

use super::Compared;
use crate::stats::interval::{Interval, Refusal};

pub fn write(compared: &Compared) -> String {
    let mut table = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let mut row = |cells: &[String]| drop(table.write_record(cells));
    row(&[
        "lexicon",
        "contrast",
        "group",
        "side",
        "count",
        "counted",
        "choices",
        "articles_with_choice",
        "articles",
        "clusters",
        "share",
        "low",
        "high",
        "no_interval",
        "p_all_groups",
    ]
    .map(String::from));
    for case in &compared.survey.cases {
        let (lexicon, study) = (&compared.lexicons[case.at.0], &case.study);
        let contrast = &lexicon.contrasts[case.at.1];
        for (group, figures) in compared.survey.groups.iter().zip(&study.groups) {
            let base: f64 = figures.counts.iter().sum();
            for (side, member) in contrast.members.iter().enumerate() {
                let estimate = figures.shares[side];
                let interval = estimate.and_then(|e| e.interval.ok());
                row(&[
                    lexicon.identity.id.clone(),
                    contrast.id.clone(),
                    group.name.clone(),
                    member.label.in_lang(compared.lang).into(),
                    figures.found[side].to_string(),
                    number(Some(figures.counts[side])),
                    number(Some(base)),
                    figures.articles.to_string(),
                    figures.of.to_string(),
                    figures.clusters.to_string(),
                    number(estimate.map(|e| e.value)),
                    number(interval.map(|i: Interval| i.low)),
                    number(interval.map(|i| i.high)),
                    estimate.and_then(|e| e.interval.err()).map(reason).unwrap_or_default().into(),
                    number(study.p()),
                ]);
            }
        }
    }
    String::from_utf8(table.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// Why there is no interval, for machines.
pub fn reason(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::TooFew { .. } => "too_few",
        Refusal::Rare { .. } => "rare",
    }
}

/// Nine digits: more would differ between machines.
fn number(value: Option<f64>) -> String {
    value.map(|v| super::json::rounded(v).to_string()).unwrap_or_default()
}
