//! The comparison for programs.

use super::Compared;
use super::csv::reason;
use crate::stats::interval::{Estimate, Interval};
use crate::stats::permutation::Design;
use crate::stats::study::{ContrastStudy, PairStudy, Verdict};
use serde_json::{Value, json};

/// The version of the shape.
const SCHEMA: &str = "cadrage/compare/1";

pub fn write(compared: &Compared) -> String {
    let survey = &compared.survey;
    let names: Vec<&str> = survey.groups.iter().map(|g| &*g.name).collect();
    let contrasts: Vec<Value> = survey.contrasts.iter().map(|((l, c), study)| contrast(compared, (*l, *c), study, &names)).collect();
    let poles: Vec<Value> = survey
        .poles
        .iter()
        .map(|((l, a, p), rates)| {
            let lexicon = &compared.lexicons[*l];
            let axis = &lexicon.axes[*a];
            let groups: Vec<Value> = names
                .iter()
                .zip(rates)
                .map(|(name, rate)| {
                    json!({
                        "group": name, "hits": rate.hits, "tokens": rate.tokens, "per_1000": rate.rate.as_ref().map(|e| estimate(e, 1000.0)),
                        "articles_with_word": rate.presence.k, "articles": rate.presence.n, "presence_interval": rate.presence_interval.map(|i| interval(i, 1.0)),
                    })
                })
                .collect();
            json!({"lexicon": lexicon.identity.id, "axis": axis.id, "pole": axis.poles[*p].id, "groups": groups})
        })
        .collect();
    let value = json!({
        "schema": SCHEMA, "articles": compared.articles, "opinions_left_out": compared.opinions,
        "seed": survey.rules.seed, "alpha": survey.rules.alpha, "minimum_articles": survey.rules.least, "exploratory": true,
        "lexicons": compared.lexicons.iter().map(|l| json!({"id": l.identity.id, "version": l.identity.version, "sha256": l.sha256})).collect::<Vec<_>>(),
        "contrasts": contrasts, "poles": poles,
    });
    let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
    text.push('\n');
    text
}

fn contrast(compared: &Compared, (l, c): (usize, usize), study: &ContrastStudy, names: &[&str]) -> Value {
    let lexicon = &compared.lexicons[l];
    let contrast = &lexicon.contrasts[c];
    let label = |side: usize| contrast.members[side].label.in_lang(compared.lang);
    let groups: Vec<Value> = names
        .iter()
        .zip(&study.groups)
        .map(|(name, figures)| {
            let sides: Vec<Value> = (0..contrast.members.len())
                .map(|side| json!({"side": label(side), "count": rounded(figures.counts[side]), "share": figures.shares[side].as_ref().map(|e| estimate(e, 1.0))}))
                .collect();
            json!({"group": name, "articles_with_choice": figures.articles, "articles": figures.of, "clusters": figures.clusters, "sides": sides})
        })
        .collect();
    let pairs: Vec<Value> = study.pairs.iter().map(|p| pair(p, names, label(p.side))).collect();
    json!({"lexicon": lexicon.identity.id, "contrast": contrast.id, "groups": groups, "test": test(&study.verdict), "pairs": pairs, "caution": contrast.caution.in_lang(compared.lang)})
}

fn test(verdict: &Verdict) -> Value {
    let name = |design: &Design| match design {
        Design::Clusters => "between_clusters",
        Design::WithinEvents => "within_events",
    };
    match verdict {
        Verdict::NothingToCompare => json!({"verdict": "nothing_to_compare"}),
        Verdict::OutOfReach { smallest_p, design, units } => {
            json!({"verdict": "out_of_reach", "design": name(design), "units": units, "smallest_p": rounded(*smallest_p)})
        }
        Verdict::Tested { test, design, smallest_p, units } => json!({
            "verdict": "tested", "design": name(design), "units": units, "p": rounded(test.p), "smallest_p": rounded(*smallest_p),
            "arrangements": test.arrangements, "exhaustive": test.exhaustive,
        }),
    }
}

fn pair(pair: &PairStudy, names: &[&str], side: &str) -> Value {
    let odds = &pair.common_odds;
    json!({
        "groups": [names[pair.first], names[pair.second]], "side": side,
        "difference": rounded(pair.difference), "interval": pair.interval.map(|i| interval(i, 1.0)), "p": pair.p.map(rounded),
        "log_odds_ratio": {"value": rounded(pair.log_odds.value), "half_added_to_empty_cells": pair.log_odds.corrected, "interval": pair.log_odds.interval.map(|i| interval(i, 1.0))},
        "same_events": {"events": odds.events, "log_odds_ratio": odds.log_odds.map(rounded), "interval": odds.scaled.map(|s| {
            let (low, high) = s.limits();
            interval(Interval { low, high }, 1.0)
        })},
    })
}

fn estimate(estimate: &Estimate, scale: f64) -> Value {
    json!({"value": rounded(scale * estimate.value), "n": estimate.n, "interval": estimate.interval.ok().map(|i| interval(i, scale)), "no_interval": estimate.interval.err().map(reason)})
}

fn interval(i: Interval, scale: f64) -> Value {
    json!([rounded(scale * i.low), rounded(scale * i.high)])
}

/// Nine significant digits: what comes after may differ between machines.
pub fn rounded(value: f64) -> f64 {
    format!("{value:.8e}").parse().unwrap_or(value)
}
