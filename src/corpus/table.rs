//! Rows of a CSV or TSV file, one article each.

use super::columns::{Columns, Field};
use super::file::one;
use super::record::{Fields, Place, Record};
use super::stream::Stream;
use super::{Articles, Outcome, Reason, Rejected, Warning, decode};
use csv::{ByteRecord, Reader, ReaderBuilder};

/// A table with its header read.
pub(super) struct Table {
    rows: Reader<Stream>,
    pub columns: Columns,
    pub header: Vec<String>,
}

impl Table {
    /// Finds out the separator and reads the header; `None` for a file without any row.
    pub(super) fn open(mut stream: Stream) -> Result<Option<Self>, Reason> {
        let unreadable = |error: std::io::Error| Reason::Unreadable { detail: error.to_string() };
        let separator = separator(stream.fill_buf().map_err(unreadable)?);
        let mut rows = ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(stream);
        let mut header = ByteRecord::new();
        if !rows.read_byte_record(&mut header).map_err(malformed)? {
            return Ok(None);
        }
        if header.get(0).is_some_and(|cell| cell.starts_with(b"sep=")) {
            // Excel's "sep=;" line.
            rows.read_byte_record(&mut header).map_err(malformed)?;
        }
        let header: Vec<String> = header.iter().map(|cell| cell_text(cell).0).collect();
        let columns = Columns::of(header.iter().map(String::as_str));
        Ok(Some(Self { rows, columns, header }))
    }

    /// The next row and the line it begins on.
    pub(super) fn next_row(&mut self, row: &mut ByteRecord) -> Result<Option<u64>, (u64, Reason)> {
        match self.rows.read_byte_record(row) {
            Ok(true) => Ok(Some(row.position().map_or(0, csv::Position::line))),
            Ok(false) => Ok(None),
            Err(error) => {
                let line = error.position().map_or_else(|| self.rows.position().line(), csv::Position::line);
                Err((line, malformed(error)))
            }
        }
    }

    /// The fields of a row, and its text.
    pub(super) fn record(&self, row: &ByteRecord) -> Record {
        let mut warnings = Vec::new();
        let mut cell = |field| {
            let bytes = row.get(self.columns.find(field)?)?;
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
}

const METADATA: [Field; 8] = [Field::Title, Field::Outlet, Field::Date, Field::Author, Field::Url, Field::Event, Field::Genre, Field::Keep];

/// The articles of a table, read row by row.
pub(super) fn articles(stream: Stream, encoding: Option<Warning>, place: Place) -> Articles {
    let refuse = |reason| one(Err(Rejected { path: place.path.clone(), line: None, reason }));
    let table = match Table::open(stream) {
        Ok(Some(table)) => table,
        Ok(None) => return refuse(Reason::EmptyFile),
        Err(reason) => return refuse(reason),
    };
    if table.columns.find(Field::Text).is_none() {
        return refuse(Reason::NoTextColumn { found: table.header });
    }
    Box::new(Rows { table, place, encoding, row: ByteRecord::new(), read: 0, ended: false })
}

struct Rows {
    table: Table,
    place: Place,
    encoding: Option<Warning>,
    row: ByteRecord,
    read: u64,
    ended: bool,
}

impl Iterator for Rows {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        if self.ended {
            return None;
        }
        let refuse = |line, reason| Some(Err(Rejected { path: self.place.path.clone(), line: Some(line), reason }));
        match self.table.next_row(&mut self.row) {
            Ok(None) => {
                self.ended = true;
                let path = self.place.path.clone();
                (self.read == 0).then_some(Err(Rejected { path, line: None, reason: Reason::EmptyFile }))
            }
            Ok(Some(line)) => {
                self.read += 1;
                if self.row.as_slice().contains(&0) {
                    return refuse(line, Reason::Binary);
                }
                let mut record = self.table.record(&self.row);
                record.warnings.extend(self.encoding.clone());
                let mut place = self.place.clone();
                place.id = format!("{}#{}", self.place.id, self.read);
                match record.into_article(place) {
                    Ok(article) => Some(Ok(article)),
                    Err(reason) => refuse(line, reason),
                }
            }
            Err((line, reason)) => {
                self.ended = true;
                refuse(line, reason)
            }
        }
    }
}

fn cell_text(bytes: &[u8]) -> (String, Option<Warning>) {
    decode::record(bytes.to_vec())
}

fn malformed(error: csv::Error) -> Reason {
    Reason::MalformedTable { detail: error.to_string() }
}

/// The separator that makes the most known columns of the first line, then the most columns.
fn separator(head: &[u8]) -> u8 {
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
            (Columns::of(cells()).known(), cells().count())
        })
        .unwrap_or(b',')
}
