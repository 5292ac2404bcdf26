//! Keywords as a table: a row a unit and group, with every measure.

use super::Found;
use crate::stats::keyness::Keyword;

const HEADER: [&str; 20] = [
    "group",
    "unit",
    "query",
    "count",
    "words",
    "count_all",
    "words_all",
    "articles_with",
    "articles",
    "articles_with_elsewhere",
    "articles_elsewhere",
    "rank",
    "specificity",
    "specificity_without_one_article",
    "g2",
    "log_odds",
    "log_odds_z",
    "dp",
    "p_articles",
    "q_articles",
];

pub fn write(found: &Found) -> String {
    let mut table = ::csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let mut row = |cells: Vec<String>| drop(table.write_record(cells));
    row(HEADER.map(String::from).to_vec());
    for group in found.shown.iter().map(|at| &found.keyness.groups[*at]) {
        for keyword in &group.keywords {
            row(cells(found, &group.name, keyword));
        }
    }
    String::from_utf8(table.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn cells(found: &Found, group: &str, keyword: &Keyword) -> Vec<String> {
    let form = found.table.form(keyword.unit);
    let Keyword { counts, here, there, .. } = keyword;
    let counted = [counts.here, counts.part, counts.everywhere, counts.corpus, here.k, here.n, there.k, there.n];
    let measured = [
        Some(keyword.rank()),
        Some(keyword.specificity),
        keyword.without_one,
        Some(keyword.g2),
        keyword.log_odds.map(|odds| odds.value),
        keyword.log_odds.map(|odds| odds.z),
        keyword.dp,
        Some(keyword.p),
        Some(keyword.q),
    ];
    let names = [group.to_owned(), form.to_owned(), found.instrument.pattern_of(form)];
    names.into_iter().chain(counted.map(|n| n.to_string())).chain(measured.map(number)).collect()
}

/// Six digits: more would differ between machines.
fn number(value: Option<f64>) -> String {
    value.map(|value| format!("{value:.5e}").parse::<f64>().unwrap_or(value).to_string()).unwrap_or_default()
}
