//! Excel workbooks: the first sheet that has a text column, read as a table.

use super::Reason;
use super::columns::{Columns, Field, Names};
use super::fault::Fault;
use super::package::Package;
use super::record::{Fields, Record};
use super::records::{Content, Read};
use super::table::METADATA;
use super::xml::{Piece, Tag, Xml};

/// Excel has no more columns than this.
const MAX_COLUMNS: usize = 16_384;

/// The rows of a workbook.
pub(super) fn content(mut package: Package, names: &Names) -> Result<Content, Fault> {
    let shared = match package.part("xl/sharedStrings.xml")? {
        Some(strings) => shared_strings(&strings)?,
        None => Vec::new(),
    };
    let mut found = Vec::new();
    for sheet in sheets(&mut package)? {
        let Some(sheet) = package.part(&sheet)? else { continue };
        let mut rows = rows(&sheet, &shared)?.into_iter().filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
        let Some(header) = rows.next() else { continue };
        let columns = Columns::of(header.cells.iter().map(String::as_str), names);
        if columns.find(Field::Text).is_some() {
            let records: Vec<Read> = rows.map(|row| Ok((record(&row.cells, &columns), Some(row.number)))).collect();
            return Ok(Content::Many(Box::new(records.into_iter())));
        }
        if found.is_empty() {
            found = header.cells;
        }
    }
    Err(if found.is_empty() { Reason::EmptyFile } else { Reason::NoTextColumn { found } }.into())
}

/// The sheets' files, in the order of the tabs.
fn sheets(package: &mut Package) -> Result<Vec<String>, Fault> {
    let targets = tags(&package.needed("xl/_rels/workbook.xml.rels")?, "Relationship")?;
    let sheets = tags(&package.needed("xl/workbook.xml")?, "sheet")?;
    let target = |sheet: &Tag| {
        // `r:id`, beside the `sheetId` that means nothing here.
        let id = sheet.attribute("id")?;
        let target = targets.iter().find(|target| target.attribute("Id") == Some(id))?.attribute("Target")?;
        Some(match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("xl/{target}"),
        })
    };
    Ok(sheets.iter().filter_map(target).collect())
}

fn tags(text: &str, name: &str) -> Result<Vec<Tag>, Fault> {
    let mut xml = Xml::new(text);
    let mut tags = Vec::new();
    while let Some(piece) = xml.next()? {
        if let Piece::Open(tag) = piece
            && tag.name == name
        {
            tags.push(tag);
        }
    }
    Ok(tags)
}

/// The strings that cells point to.
fn shared_strings(text: &str) -> Result<Vec<String>, Fault> {
    let mut xml = Xml::new(text);
    let mut strings: Vec<String> = Vec::new();
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) if tag.name == "si" => strings.push(String::new()),
            // How a word is pronounced, in Japanese.
            Piece::Open(tag) if tag.name == "rPh" => xml.skip()?,
            Piece::Text(text) if xml.here() == "t" => {
                if let Some(last) = strings.last_mut() {
                    last.push_str(&text);
                }
            }
            _ => {}
        }
    }
    Ok(strings)
}

struct Row {
    number: u64,
    cells: Vec<String>,
}

fn rows(sheet: &str, shared: &[String]) -> Result<Vec<Row>, Fault> {
    let mut xml = Xml::new(sheet);
    let mut rows: Vec<Row> = Vec::new();
    let (mut column, mut points) = (0, false);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) if tag.name == "row" => {
                let next = rows.last().map_or(1, |row| row.number + 1);
                let number = tag.attribute("r").and_then(|r| r.parse().ok()).unwrap_or(next);
                rows.push(Row { number, cells: Vec::new() });
                column = 0;
            }
            Piece::Open(tag) if tag.name == "c" => {
                column = tag.attribute("r").and_then(column_of).unwrap_or(column + 1);
                points = tag.attribute("t") == Some("s");
            }
            Piece::Open(tag) if matches!(&*tag.name, "rPh" | "f") => xml.skip()?,
            Piece::Text(text) if matches!(xml.here(), "v" | "t") && (1..=MAX_COLUMNS).contains(&column) => {
                let Some(row) = rows.last_mut() else { continue };
                if row.cells.len() < column {
                    row.cells.resize(column, String::new());
                }
                let cell = &mut row.cells[column - 1];
                match text.trim().parse::<usize>() {
                    Ok(at) if points && xml.here() == "v" => cell.push_str(shared.get(at).map_or("", |string| string)),
                    _ => cell.push_str(&text),
                }
            }
            _ => {}
        }
    }
    Ok(rows)
}

/// "B7" → 2.
fn column_of(cell: &str) -> Option<usize> {
    let letters = cell.bytes().take_while(u8::is_ascii_alphabetic);
    let number =
        letters.fold(0_usize, |n, letter| n.saturating_mul(26).saturating_add(usize::from(letter.to_ascii_uppercase() - b'A') + 1));
    (number > 0).then_some(number)
}

fn record(cells: &[String], columns: &Columns) -> Record {
    let cell = |field| columns.every(field).filter_map(|at| cells.get(at)).find(|cell| !cell.trim().is_empty());
    let mut fields = Fields::default();
    for field in METADATA {
        match cell(field) {
            Some(days) if field == Field::Date => fields.set(field, &day(days).unwrap_or_else(|| days.clone())),
            Some(value) => fields.set(field, value),
            None => {}
        }
    }
    Record {
        id: cell(Field::Id).map(|id| id.trim().to_owned()),
        text: cell(Field::Text).cloned().unwrap_or_default(),
        fields,
        ..Record::default()
    }
}

/// A day as Excel counts it, from 30 December 1899, as an ISO date; years alone are no such days.
fn day(cell: &str) -> Option<String> {
    let serial = cell.trim().parse::<f64>().ok().filter(|n| (10_000.0..110_000.0).contains(n))?;
    // Days to a civil date, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let days = serial.floor() as i64 - 25_569 + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some(format!("{year:04}-{month:02}-{:02}", of_year - (153 * shifted + 2) / 5 + 1))
}
