//! Rows of a CSV or TSV file, one article each.

use super::columns::{Columns, Field, Names};
use super::fault::Fault;
use super::record::{Fields, Record};
use super::records::{self, Raw};
use super::rows::{Row, Rows, Width};
use super::stream::Stream;
use super::{Reason, Warning, decode};
use csv::ByteRecord;
use parking_lot::Mutex;
use std::sync::Arc;

/// A table with its header read.
pub(super) struct Table {
    rows: Rows,
    pub splitter: Splitter,
    pub columns: Arc<Columns>,
    pub header: Vec<String>,
}

impl Table {
    /// Finds out the separator and reads the header; `None` for a file without any row.
    pub(super) fn open(mut stream: Stream, names: &Names) -> Result<Option<Self>, Fault> {
        let separator = separator(stream.fill_buf()?, names);
        let mut rows = Rows::new(stream, separator);
        let mut header = rows.next();
        if header.as_ref().is_some_and(|row| row.as_ref().is_ok_and(|row| row.bytes.starts_with(b"sep="))) {
            // Excel's "sep=;" line.
            header = rows.next();
        }
        let Some(header) = header else { return Ok(None) };
        let header = header.map_err(|fault| match fault.reason {
            Reason::UnclosedQuote => Fault { reason: Reason::SpoiltHeader, ..fault },
            _ => fault,
        })?;
        let splitter = Splitter::new(separator);
        let header: Vec<String> = splitter.cells(&header.bytes).iter().map(|cell| cell_text(cell).0).collect();
        // Spreadsheets leave empty columns at the end, of the header or of the rows.
        rows.width = Width { least: 0, most: header.len() };
        let columns = Columns::of(header.iter().map(String::as_str), names);
        Ok(Some(Self { rows, splitter, columns: Arc::new(columns), header }))
    }

    /// Refuses rows that have fewer cells than the header has names.
    fn whole_rows(&mut self) {
        let named = self.header.iter().rposition(|name| !name.trim().is_empty());
        self.rows.width.least = named.map_or(0, |last| last + 1);
    }

    /// The next row, or what is wrong with it.
    pub(super) fn next_row(&mut self) -> Option<Result<Row, Fault>> {
        self.rows.next()
    }
}

/// Splits rows into their cells.
#[derive(Debug, Clone)]
pub(super) struct Splitter {
    separator: u8,
    /// Shared, for to build one costs more than most rows.
    reader: Arc<Mutex<csv_core::Reader>>,
}

impl Default for Splitter {
    fn default() -> Self {
        Self::new(b',')
    }
}

impl Splitter {
    fn new(separator: u8) -> Self {
        Self { separator, reader: Arc::new(Mutex::new(csv_core::ReaderBuilder::new().delimiter(separator).build())) }
    }

    /// The cells of a row that stands there with its line end.
    pub(super) fn cells(&self, row: &[u8]) -> ByteRecord {
        let mut cells = vec![0; row.len()];
        let mut ends = vec![0; row.iter().filter(|byte| **byte == self.separator).count() + 1];
        let mut reader = self.reader.lock();
        reader.reset();
        let (_, _, _, found) = reader.read_record(row, &mut cells, &mut ends);
        drop(reader);
        let starts = std::iter::once(0).chain(ends.iter().copied());
        starts.zip(&ends[..found]).map(|(start, end)| &cells[start..*end]).collect()
    }
}

/// The fields of a row, and its text.
pub(super) fn record(row: &ByteRecord, columns: &Columns) -> Record {
    let mut warnings = Vec::new();
    let mut cell = |field| {
        columns.every(field).filter_map(|at| row.get(at)).find_map(|bytes| {
            let (text, warning) = cell_text(bytes);
            let text = Some(text).filter(|text| !text.trim().is_empty())?;
            warnings.extend(warning);
            Some(text)
        })
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
    let Some(mut table) = Table::open(stream, names)? else { return Err(Reason::EmptyFile.into()) };
    if table.columns.find(Field::Text).is_none() {
        return Err(Reason::NoTextColumn { found: table.header }.into());
    }
    table.whole_rows();
    Ok(Box::new(Articles(table)))
}

struct Articles(Table);

impl Iterator for Articles {
    type Item = Result<Raw, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.0.rows.next()?.and_then(|Row { bytes, line }| {
            if bytes.contains(&0) {
                return Err(Fault::at(line, Reason::NulCharacter));
            }
            let (columns, splitter) = (Arc::clone(&self.0.columns), self.0.splitter.clone());
            let size = bytes.len() as u64;
            Ok(Raw { size, line, parse: Box::new(move || Ok(record(&splitter.cells(&bytes), &columns))) })
        }))
    }
}

fn cell_text(bytes: &[u8]) -> (String, Option<Warning>) {
    decode::record(bytes.to_vec())
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
