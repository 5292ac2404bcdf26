//! The comparison for programs.

use super::Compared;
use super::csv::reason;
use crate::lang::Lang;
use crate::lexicon::Contrast;
use crate::lexicon::validation::LEAST;
use crate::links::CopyGroup;
use crate::report::findings;
use crate::stats::By;
use crate::stats::caution::{Caution, general, of_case};
use crate::stats::interval::{Estimate, Interval};
use crate::stats::material::Copies;
use crate::stats::permutation::Design;
use crate::stats::robustness::Seen;
use crate::stats::study::{ContrastStudy, GroupStudy, PairStudy, Verdict};
use crate::stats::survey::Case;
use serde_json::{Value, json};

/// The version of the shape.
const SCHEMA: &str = "cadrage/compare/1";

pub fn write(compared: &Compared) -> String {
    let survey = &compared.survey;
    let names: Vec<&str> = survey.groups.iter().map(|g| &*g.name).collect();
    let contrasts: Vec<Value> = survey.cases.iter().map(|case| contrast(compared, case, &names)).collect();
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
            let annotated = survey.validations[*l].pole(&format!("{}/{}", axis.id, axis.poles[*p].id)).annotated;
            json!({"lexicon": lexicon.identity.id, "axis": axis.id, "pole": axis.poles[*p].id, "exploratory": true, "annotated": annotated, "validated": annotated >= LEAST, "groups": groups})
        })
        .collect();
    let value = json!({
        "schema": SCHEMA, "by": by_name(survey.by), "voice": survey.view.filter.voices.name(), "copies_counted": copies_name(survey.view.copies), "articles": survey.taken.len(), "other_genres_left_out": survey.other_genres, "outside_plan": survey.outside_plan,
        "plan": survey.plan, "seed": survey.rules.seed, "alpha": survey.rules.alpha, "minimum_articles": survey.rules.least,
        "smallest_difference": survey.rules.smallest_difference,
        "cautions": general(survey).iter().map(|c| caution(c, compared)).collect::<Vec<_>>(), "copies": copies(compared),
        "lexicons": compared.lexicons.iter().map(|l| json!({"id": l.identity.id, "version": l.identity.version, "sha256": l.sha256})).collect::<Vec<_>>(),
        "contrasts": contrasts, "poles": poles,
    });
    let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
    text.push('\n');
    text
}

fn contrast(compared: &Compared, case: &Case, names: &[&str]) -> Value {
    let (lexicon, study) = (&compared.lexicons[case.at.0], &case.study);
    let contrast = &lexicon.contrasts[case.at.1];
    let label = |side: usize| contrast.members[side].label.in_lang(compared.lang);
    let groups: Vec<Value> = names.iter().zip(&study.groups).map(|(name, figures)| group(name, figures, contrast, compared.lang)).collect();
    let pairs: Vec<Value> = study.pairs.iter().map(|p| pair(p, study, names, label(p.side))).collect();
    let validation = &compared.survey.validations[case.at.0];
    let validated: Vec<Value> = (0..contrast.members.len())
        .map(|side| {
            let known = validation.side(contrast, side);
            let figure = |value: Option<f64>| value.filter(|_| known.is_enough()).map(rounded);
            json!({"side": label(side), "annotated": known.annotated, "precision": figure(known.precision()), "recall": figure(known.recall())})
        })
        .collect();
    let seen = |seen: &Seen| json!({"difference": seen.difference.map(rounded), "n": seen.articles, "p": seen.p.map(rounded), "outcome": format!("{:?}", seen.outcome).to_lowercase()});
    let robustness: Vec<Value> = case
        .robustness
        .iter()
        .map(|row| json!({"view": findings::variant(&row.variant, |a| compared.title(a).to_owned(), compared.lang), "findings": row.seen.iter().map(seen).collect::<Vec<_>>()}))
        .collect();
    let otherwise = case.otherwise.as_ref().map(|(copies, study)| {
        let groups: Vec<Value> =
            names.iter().zip(&study.groups).map(|(name, figures)| group(name, figures, contrast, compared.lang)).collect();
        json!({"copies": copies_name(*copies), "groups": groups, "test": test(&study.verdict)})
    });
    json!({
        "lexicon": lexicon.identity.id, "contrast": contrast.id, "primary": case.primary, "exploratory": !case.primary, "groups": groups, "test": test(&study.verdict), "pairs": pairs,
        "findings": study.findings(&compared.survey.rules).iter().map(|p| json!({"groups": [names[p.first], names[p.second]], "side": label(p.side)})).collect::<Vec<_>>(),
        "robustness": robustness, "copies_otherwise": otherwise, "validation": validated, "caution": contrast.caution.in_lang(compared.lang),
        "cautions": of_case(case, &compared.survey, compared.lexicons, compared.lang).iter().map(|c| caution(c, compared)).collect::<Vec<_>>(),
    })
}

fn group(name: &str, figures: &GroupStudy, contrast: &Contrast, lang: Lang) -> Value {
    let side = |side: usize| {
        let label = contrast.members[side].label.in_lang(lang);
        json!({"side": label, "count": figures.found[side], "counted": rounded(figures.counts[side]), "share": figures.shares[side].as_ref().map(|e| estimate(e, 1.0))})
    };
    let sides: Vec<Value> = (0..contrast.members.len()).map(side).collect();
    json!({"group": name, "articles_with_choice": figures.articles, "articles": figures.of, "clusters": figures.clusters, "sides": sides})
}

/// As plans name them.
pub fn copies_name(copies: Copies) -> &'static str {
    match copies {
        Copies::Once => "once",
        Copies::AsFound => "as-found",
        Copies::Without => "without",
    }
}

fn caution(caution: &Caution, compared: &Compared) -> Value {
    json!({"id": caution.id(), "message": caution.message(compared.lang)})
}

/// Groups of near-copies; null where texts are missing.
fn copies(compared: &Compared) -> Value {
    let id = |article: &usize| compared.records[*article].id.clone();
    let group = |group: &CopyGroup| {
        let passages: Vec<Value> = group
            .passages
            .iter()
            .map(|p| json!({"article": id(&p.article), "other": id(&p.other), "start": p.start, "end": p.end, "words": p.words}))
            .collect();
        json!({"articles": group.articles.iter().map(id).collect::<Vec<_>>(), "shared": rounded(group.shared), "passages": passages})
    };
    compared.survey.copies.as_ref().map_or(Value::Null, |groups| groups.iter().map(group).collect())
}

/// As the command line names it.
fn by_name(by: By) -> &'static str {
    match by {
        By::Outlet => "outlet",
        By::Article => "article",
        By::Event => "event",
        By::Author => "author",
        By::Date => "date",
    }
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

fn pair(pair: &PairStudy, study: &ContrastStudy, names: &[&str], side: &str) -> Value {
    let odds = &pair.common_odds;
    json!({
        "groups": [names[pair.first], names[pair.second]], "side": side, "n": [study.groups[pair.first].articles, study.groups[pair.second].articles],
        "difference": rounded(pair.difference), "interval": pair.interval.map(|i| interval(i, 1.0)), "p": pair.p.map(rounded), "z": pair.z.map(rounded),
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
