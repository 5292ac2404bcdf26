//! Rows of a CSV or TSV file, one article each.

use super::columns::{Columns, Field, Names};
use super::fault::{Fault, fault_of};
use super::quotes::Watched;
use super::record::{Fields, Record};
use super::records::{self, Raw};
use super::stream::Stream;
use super::{Reason, Warning, decode};
use csv::{ByteRecord, Reader, ReaderBuilder};
use std::sync::Arc;

/// A table with its header read.
pub(super) struct Table {
    rows: Reader<Watched>,
    pub columns: Arc<Columns>,
    pub header: Vec<String>,
}

impl Table {
    /// Finds out the separator and reads the header; `None` for a file without any row.
    pub(super) fn open(mut stream: Stream, names: &Names) -> Result<Option<Self>, Fault> {
        let separator = separator(stream.fill_buf()?, names);
        let watched = Watched::new(stream, separator);
        let mut rows = ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(watched);
        let mut header = ByteRecord::new();
        if !rows.read_byte_record(&mut header).map_err(malformed)? {
            return Ok(None);
        }
        if header.get(0).is_some_and(|cell| cell.starts_with(b"sep=")) {
            // Excel's "sep=;" line.
            rows.read_byte_record(&mut header).map_err(malformed)?;
        }
        if let Some(line) = rows.get_ref().unclosed() {
            return Err(Fault::at(line, Reason::UnclosedQuote));
        }
        let header: Vec<String> = header.iter().map(|cell| cell_text(cell).0).collect();
        let columns = Columns::of(header.iter().map(String::as_str), names);
        Ok(Some(Self { rows, columns: Arc::new(columns), header }))
    }

    /// The next row and the line it begins on.
    pub(super) fn next_row(&mut self, row: &mut ByteRecord) -> Result<Option<u64>, Fault> {
        let more = self.rows.read_byte_record(row).map_err(malformed)?;
        // What a quotation mark that is never closed swallowed is no row.
        if let Some(line) = self.rows.get_ref().unclosed() {
            return Err(Fault::at(line, Reason::UnclosedQuote));
        }
        Ok(more.then(|| row.position().map_or(0, csv::Position::line)))
    }
}

/// The fields of a row, and its text.
pub(super) fn record(row: &ByteRecord, columns: &Columns) -> Record {
    let mut warnings = Vec::new();
    let mut cell = |field| {
        let bytes = row.get(columns.find(field)?)?;
        let (text, warning) = cell_text(bytes);
        warnings.extend(warning);
        Some(text).filter(|text| !text.trim().is_empty())
    };
    let text = cell(Field::Text).unwrap_or_default();
    let id = cell(Field::Id).map(|id| id.trim().to_owned());
    let mut fields = Fields::default();
    for field in METADATA {
        if let Some(value) = cell(field) {
            fields.set(field, &value);
        }
    }
    warnings.dedup();
    Record { id, text, fields, warnings, ..Record::default() }
}

pub(super) const METADATA: [Field; 8] =
    [Field::Title, Field::Outlet, Field::Date, Field::Author, Field::Url, Field::Event, Field::Genre, Field::Keep];

/// The articles of a table, read row by row.
pub(super) fn records(stream: Stream, names: &Names) -> Result<records::Stream, Fault> {
    let Some(table) = Table::open(stream, names)? else { return Err(Reason::EmptyFile.into()) };
    if table.columns.find(Field::Text).is_none() {
        return Err(Reason::NoTextColumn { found: table.header }.into());
    }
    Ok(Box::new(Rows { table, ended: false }))
}

struct Rows {
    table: Table,
    ended: bool,
}

impl Iterator for Rows {
    type Item = Result<Raw, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let mut row = ByteRecord::new();
        match self.table.next_row(&mut row) {
            Ok(None) => None,
            Ok(Some(line)) if row.as_slice().contains(&0) => Some(Err(Fault::at(line, Reason::NulCharacter))),
            Ok(Some(line)) => {
                let columns = Arc::clone(&self.table.columns);
                let size = (row.as_slice().len() + row.len()) as u64;
                Some(Ok(Raw { size, line, parse: Box::new(move || Ok(record(&row, &columns))) }))
            }
            Err(fault) => {
                self.ended = true;
                Some(Err(fault))
            }
        }
    }
}

fn cell_text(bytes: &[u8]) -> (String, Option<Warning>) {
    decode::record(bytes.to_vec())
}

fn malformed(error: csv::Error) -> Fault {
    let line = error.position().map(csv::Position::line);
    match error.into_kind() {
        csv::ErrorKind::Io(error) => {
            let fault = fault_of(&error);
            Fault { line: fault.line.or(line), ..fault }
        }
        kind => Fault { line, reason: Reason::MalformedTable { detail: format!("{kind:?}") } },
    }
}

/// The separator that makes the most known columns of the first line, then the most columns.
fn separator(head: &[u8], names: &Names) -> u8 {
    let line = head.split(|&b| b == b'\n' || b == b'\r').find(|line| !line.trim_ascii().is_empty()).unwrap_or_default();
    if let Some(&[separator]) = line.strip_prefix(b"sep=") {
        return separator;
    }
    let line = String::from_utf8_lossy(line);
    // Of equals the last wins, so the comma stands last.
    [b'\t', b';', b',']
        .into_iter()
        .max_by_key(|&separator| {
            let cells = || line.split(char::from(separator)).map(|cell| cell.trim_matches('"'));
            (Columns::of(cells(), names).known(), cells().count())
        })
        .unwrap_or(b',')
}
