//! What each column of each table means: `columns.toml`, and the table made of it.

use super::{Cell, Table};
use crate::lang::{Lang, Wording};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// By table, then by column.
static COLUMNS: LazyLock<BTreeMap<String, BTreeMap<String, Wording>>> =
    LazyLock::new(|| toml::from_str(include_str!("columns.toml")).expect("the embedded dictionary of columns is sound"));

const HEADER: [&str; 3] = ["table", "column", "meaning"];

/// What a column holds; empty where nobody wrote it down.
pub fn meaning(table: &str, column: &str, lang: Lang) -> &'static str {
    let known = COLUMNS.get(table).and_then(|columns| columns.get(column)).or_else(|| COLUMNS["everywhere"].get(column));
    known.map_or("", |wording| wording.in_lang(lang))
}

/// The dictionary of the columns of these tables.
pub fn dictionary(tables: &[Table], lang: Lang) -> Table {
    let row = |table: &'static str, column: &'static str| vec![Cell::from(table), column.into(), meaning(table, column, lang).into()];
    let mut rows: Vec<Vec<Cell>> = tables.iter().flat_map(|t| t.columns.iter().map(move |column| row(t.name, column))).collect();
    rows.extend(HEADER.map(|column| row("columns", column)));
    Table { name: "columns", columns: &HEADER, rows }
}
