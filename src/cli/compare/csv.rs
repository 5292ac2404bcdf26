//! The comparison as a long table: one number a row, with its n, its interval or why there is none, and the plan it was measured under.

use super::Compared;
use super::json::{copies_name, rounded};
use crate::stats::interval::{Estimate, Interval, Refusal};
use crate::stats::material::Copies;
use crate::stats::study::{ContrastStudy, PairStudy, Verdict};
use crate::stats::survey::Case;

const HEADER: [&str; 21] = [
    "measure",
    "status",
    "lexicon",
    "item",
    "side",
    "group",
    "versus",
    "copies",
    "value",
    "low",
    "high",
    "no_interval",
    "n",
    "n_versus",
    "articles",
    "count",
    "base",
    "p",
    "smallest_p",
    "voice",
    "plan",
];

/// One row; what does not apply stays empty.
#[derive(Default)]
struct Row<'c> {
    measure: &'static str,
    is_primary: bool,
    lexicon: &'c str,
    item: String,
    side: &'c str,
    group: &'c str,
    versus: &'c str,
    copies: &'static str,
    value: Option<f64>,
    interval: Option<Interval>,
    no_interval: &'static str,
    /// Articles with a choice, units of a test, or events.
    n: usize,
    n_versus: Option<usize>,
    articles: Option<usize>,
    count: Option<f64>,
    base: Option<f64>,
    p: Option<f64>,
    smallest_p: Option<f64>,
}

impl Row<'_> {
    fn estimated(self, estimate: Option<&Estimate>, scale: f64) -> Self {
        let interval = estimate.and_then(|e| e.interval.ok());
        Row {
            value: estimate.map(|e| scale * e.value),
            interval: interval.map(|i| Interval { low: scale * i.low, high: scale * i.high }),
            no_interval: estimate.and_then(|e| e.interval.err()).map(reason).unwrap_or_default(),
            ..self
        }
    }
}

pub fn write(compared: &Compared) -> String {
    let survey = &compared.survey;
    let mut rows = Vec::new();
    for case in &survey.cases {
        study_rows(compared, case, &case.study, survey.view.copies, &mut rows);
        if let Some((copies, study)) = &case.otherwise {
            study_rows(compared, case, study, *copies, &mut rows);
        }
    }
    rate_rows(compared, &mut rows);
    let (voice, plan) = (survey.view.filter.voices.name(), survey.plan.clone().unwrap_or_default());
    let mut table = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    drop(table.write_record(HEADER));
    for row in rows {
        let whole = |n: Option<usize>| n.map(|n| n.to_string()).unwrap_or_default();
        drop(table.write_record([
            row.measure,
            if row.is_primary { "primary" } else { "exploratory" },
            row.lexicon,
            &row.item,
            row.side,
            row.group,
            row.versus,
            row.copies,
            &number(row.value),
            &number(row.interval.map(|i| i.low)),
            &number(row.interval.map(|i| i.high)),
            row.no_interval,
            &row.n.to_string(),
            &whole(row.n_versus),
            &whole(row.articles),
            &number(row.count),
            &number(row.base),
            &number(row.p),
            &number(row.smallest_p),
            voice,
            &plan,
        ]));
    }
    String::from_utf8(table.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The test, the shares of each group, the differences of each pair.
fn study_rows<'c>(compared: &'c Compared, case: &Case, study: &'c ContrastStudy, copies: Copies, rows: &mut Vec<Row<'c>>) {
    let (lexicon, groups) = (&compared.lexicons[case.at.0], &compared.survey.groups);
    let contrast = &lexicon.contrasts[case.at.1];
    let row = |measure: &'static str| Row {
        measure,
        is_primary: case.primary,
        lexicon: &lexicon.identity.id,
        item: contrast.id.clone(),
        copies: copies_name(copies),
        ..Row::default()
    };
    match study.verdict {
        Verdict::NothingToCompare => rows.push(Row { no_interval: "nothing_to_compare", ..row("test") }),
        Verdict::OutOfReach { smallest_p, units, .. } => {
            rows.push(Row { n: units, smallest_p: Some(smallest_p), no_interval: "out_of_reach", ..row("test") });
        }
        Verdict::Tested { ref test, smallest_p, units, .. } => {
            rows.push(Row { n: units, p: Some(test.p), smallest_p: Some(smallest_p), ..row("test") });
        }
    }
    for (group, figures) in groups.iter().zip(&study.groups) {
        for (side, member) in contrast.members.iter().enumerate() {
            let cells = Row {
                side: member.label.in_lang(compared.lang),
                group: &group.name,
                n: figures.articles,
                articles: Some(figures.of),
                count: Some(figures.counts[side]),
                base: Some(figures.counts.iter().sum()),
                ..row("share")
            };
            rows.push(cells.estimated(figures.shares[side].as_ref(), 1.0));
        }
    }
    for pair in &study.pairs {
        let cells = |measure: &'static str| Row {
            side: contrast.members[pair.side].label.in_lang(compared.lang),
            group: &groups[pair.first].name,
            versus: &groups[pair.second].name,
            n: study.groups[pair.first].articles,
            n_versus: Some(study.groups[pair.second].articles),
            p: pair.p,
            ..row(measure)
        };
        rows.extend(pair_rows(pair, cells));
    }
}

fn pair_rows<'c>(pair: &PairStudy, cells: impl Fn(&'static str) -> Row<'c>) -> [Row<'c>; 3] {
    let (odds, common) = (pair.log_odds, pair.common_odds);
    let limits = common.scaled.map(|s| s.limits()).map(|(low, high)| Interval { low, high });
    [
        Row { value: Some(pair.difference), interval: pair.interval, ..cells("difference") },
        Row {
            value: Some(odds.value),
            interval: odds.interval,
            no_interval: if odds.corrected { "half_added" } else { "" },
            ..cells("log_odds_ratio")
        },
        Row { value: common.log_odds, interval: limits, n: common.events, n_versus: None, p: None, ..cells("log_odds_ratio_same_events") },
    ]
}

/// Rates per 1,000 words, and in how many articles a word is used.
fn rate_rows<'c>(compared: &'c Compared, rows: &mut Vec<Row<'c>>) {
    for ((l, a, p), rates) in &compared.survey.poles {
        let lexicon = &compared.lexicons[*l];
        let axis = &lexicon.axes[*a];
        for (group, rate) in compared.survey.groups.iter().zip(rates) {
            let row = |measure: &'static str| Row {
                measure,
                lexicon: &lexicon.identity.id,
                item: format!("{}/{}", axis.id, axis.poles[*p].id),
                group: &group.name,
                articles: Some(rate.presence.n as usize),
                copies: copies_name(compared.survey.view.copies),
                ..Row::default()
            };
            let cells = Row {
                n: rate.rate.map_or(0, |e| e.n),
                count: Some(rate.hits as f64),
                base: Some(rate.tokens as f64),
                ..row("rate_per_1000")
            };
            rows.push(cells.estimated(rate.rate.as_ref(), 1000.0));
            let (k, n) = (rate.presence.k as f64, rate.presence.n as f64);
            rows.push(Row {
                value: (n > 0.0).then(|| k / n),
                interval: rate.presence_interval,
                n: rate.presence.n as usize,
                count: Some(k),
                base: Some(n),
                copies: copies_name(Copies::AsFound),
                ..row("presence")
            });
        }
    }
}

/// Why there is no interval, for machines.
pub fn reason(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::TooFew { .. } => "too_few",
        Refusal::Rare { .. } => "rare",
        Refusal::Alike => "alike",
    }
}

/// Nine digits: more would differ between machines.
fn number(value: Option<f64>) -> String {
    value.map(|v| rounded(v).to_string()).unwrap_or_default()
}
