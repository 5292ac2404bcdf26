//! What was done, as names and values: program, lexicons, rules, whose words, what was left out, cautions.

use super::super::Corpus;
use super::{Cell, Table};
use crate::stats::caution::general;

const COLUMNS: [&str; 2] = ["name", "value"];

pub fn table(corpus: &Corpus) -> Table {
    let survey = &corpus.survey;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut row = |name: &str, value: Cell| rows.push(vec![name.into(), value]);
    row("schema", super::SCHEMA.into());
    row("program", concat!("cadrage ", env!("CARGO_PKG_VERSION")).into());
    for lexicon in &corpus.instrument.lexicons {
        let identity = &lexicon.identity;
        row("lexicon", format!("{} {} sha256:{}", identity.id, identity.version, lexicon.sha256).into());
    }
    row("voices", format!("{:?}", survey.view.filter.voices).to_lowercase().into());
    row("plan_sha256", survey.plan.clone().into());
    row("seed", survey.rules.seed.into());
    row("alpha", survey.rules.alpha.into());
    row("minimum_articles", survey.rules.least.into());
    row("smallest_difference", survey.rules.smallest_difference.into());
    row("articles_read", corpus.articles.len().into());
    row("articles_compared", survey.taken.len().into());
    row("other_genres_left_out", survey.other_genres.into());
    row("outside_plan", survey.outside_plan.into());
    row("inputs_refused", corpus.refused.len().into());
    for caution in general(survey) {
        row("caution", caution.message(corpus.lang).into());
    }
    Table { name: "plan", columns: &COLUMNS, rows }
}
