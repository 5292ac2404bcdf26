//! Everything a report knows, as tables for a researcher: one function a table, one line of `columns.toml` a column.
//!
//! `&Corpus → Vec<Table>`, written as sheets of a workbook or as JSON.

mod articles;
mod columns;
mod contrasts;
mod hits;
pub mod json;
mod plan;
mod quotes;
mod rates;
mod roles;
mod speakers;
pub mod workbook;

use super::Corpus;
use crate::masking;
use crate::text::offsets::Slicer;

/// The version of the tables' shape.
pub const SCHEMA: &str = "cadrage/tables/1";

/// A value of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Unknown, or not measured.
    Empty,
    Text(String),
    Count(u64),
    /// Nine significant digits: what comes after may differ between machines.
    Number(f64),
    Truth(bool),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::Text(text)
    }
}

impl From<usize> for Cell {
    fn from(n: usize) -> Self {
        Cell::Count(n as u64)
    }
}

impl From<u64> for Cell {
    fn from(n: u64) -> Self {
        Cell::Count(n)
    }
}

impl From<f64> for Cell {
    fn from(x: f64) -> Self {
        if x.is_finite() { Cell::Number(format!("{x:.8e}").parse().unwrap_or(x)) } else { Cell::Empty }
    }
}

impl From<bool> for Cell {
    fn from(truth: bool) -> Self {
        Cell::Truth(truth)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Empty, Into::into)
    }
}

/// One table; every row has a cell for each column.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub name: &'static str,
    pub columns: &'static [&'static str],
    pub rows: Vec<Vec<Cell>>,
}

/// Every table, the dictionary of columns last; passages of so many words around what was found, or whole sentences.
pub fn tables(corpus: &Corpus, around: Option<usize>) -> Vec<Table> {
    let mut tables = vec![
        articles::table(corpus),
        hits::table(corpus, around),
        roles::table(corpus, around),
        quotes::table(corpus),
        contrasts::table(corpus),
        rates::table(corpus),
        speakers::table(corpus),
        plan::table(corpus),
    ];
    tables.push(columns::dictionary(&tables, corpus.lang));
    tables
}

/// The name of a value as it stands in score files.
fn name_of(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A sentence, or what may be shown of it.
fn passage(slicer: &Slicer, sentence: (usize, usize), found: (usize, usize), around: Option<usize>) -> String {
    match around {
        Some(words) => masking::around(slicer, sentence, found, words),
        None => slicer.slice(sentence.0, sentence.1).to_owned(),
    }
}
