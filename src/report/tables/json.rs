//! Every table as one JSON document: rows as objects by column, the dictionary of columns among them.

use super::{Cell, SCHEMA, Table};
use serde_json::{Map, Value, json};

pub fn write(tables: &[Table]) -> String {
    let all: Map<String, Value> = tables.iter().map(|table| (table.name.to_owned(), rows(table))).collect();
    let mut text = serde_json::to_string_pretty(&json!({"schema": SCHEMA, "tables": all})).unwrap_or_default();
    text.push('\n');
    text
}

fn rows(table: &Table) -> Value {
    let row = |cells: &Vec<Cell>| -> Value {
        Value::Object(table.columns.iter().zip(cells).map(|(column, cell)| ((*column).to_owned(), value(cell))).collect())
    };
    table.rows.iter().map(row).collect()
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => json!(text),
        Cell::Count(n) => json!(n),
        Cell::Number(x) => json!(x),
        Cell::Truth(truth) => json!(truth),
    }
}
