//! Records of a file into articles: numbers them, and adds what is known from outside.

use super::fault::Fault;
use super::record::{Place, Record};
use super::{Article, Reason, Rejected, Warning};
use std::sync::Arc;

/// An article, and the line its record begins on where the file holds several.
pub(super) type Found = Result<(Article, Option<u64>), Rejected>;

/// A piece of the input that can be understood apart from all others, on any core: a file held whole, or one record of a stream.
pub(super) struct Unread {
    /// Bytes of the input.
    pub size: u64,
    work: Box<dyn FnOnce() -> Vec<Found> + Send>,
}

impl Unread {
    pub(super) fn new(size: u64, work: impl FnOnce() -> Vec<Found> + Send + 'static) -> Self {
        Self { size, work: Box::new(work) }
    }

    pub(super) fn refused(rejected: Rejected) -> Self {
        Self::new(0, || vec![Err(rejected)])
    }

    /// Its articles, and what is wrong with the others.
    pub(super) fn read(self) -> Vec<Found> {
        (self.work)()
    }
}

/// What one input holds, piece after piece.
pub(super) type Pieces = Box<dyn Iterator<Item = Unread> + Send>;

pub(super) fn refused(rejected: Rejected) -> Pieces {
    Box::new(std::iter::once(Unread::refused(rejected)))
}

/// A record and the line it begins on, where lines mean something.
pub(super) type Read = Result<(Record, Option<u64>), Fault>;

/// What a reader makes of a file held whole.
pub(super) enum Content {
    /// The file is the article.
    One(Box<Record>),
    /// The file holds articles, each `file#n` where it has no id of its own.
    Many(Box<dyn Iterator<Item = Read> + Send>),
}

impl Content {
    /// The same, with the title that the document gives its one article.
    pub(super) fn titled(mut self, title: Option<String>) -> Self {
        if let Content::One(record) = &mut self {
            record.fields.title = title;
        }
        self
    }

    /// The same, article by article, of a file of so many bytes.
    pub(super) fn into_pieces(self, encoding: Option<Warning>, place: Place, size: u64) -> Pieces {
        let Content::Many(records) = self else {
            return Box::new(std::iter::once(Unread::new(size, move || self.into_articles(encoding, &place))));
        };
        let mut records = (1..).zip(records).peekable();
        if records.peek().is_none() {
            return refused(Fault::from(Reason::EmptyFile).of(&place.path));
        }
        let place = Arc::new(place);
        Box::new(records.map(move |(number, read)| {
            let (encoding, place) = (encoding.clone(), Arc::clone(&place));
            let size = read.as_ref().map_or(0, |(record, _)| record.text.len() as u64);
            Unread::new(size, move || vec![numbered(read, number, encoding, &place)])
        }))
    }

    /// The articles of a file; `encoding` tells how its bytes were read.
    pub(super) fn into_articles(self, encoding: Option<Warning>, place: &Place) -> Vec<Found> {
        match self {
            Content::One(mut record) => {
                record.warnings.extend(encoding);
                vec![record.into_article(place, None).map(|article| (article, None)).map_err(|reason| Fault::from(reason).of(&place.path))]
            }
            Content::Many(records) => {
                let mut found: Vec<Found> =
                    (1..).zip(records).map(|(number, read)| numbered(read, number, encoding.clone(), place)).collect();
                if found.is_empty() {
                    found.push(Err(Fault::from(Reason::EmptyFile).of(&place.path)));
                }
                found
            }
        }
    }
}

fn numbered(read: Read, number: u64, encoding: Option<Warning>, place: &Place) -> Found {
    let found = read.and_then(|(mut record, line)| {
        record.warnings.extend(encoding);
        let article = record.into_article(place, Some(number)).map_err(|reason| Fault { line, reason })?;
        Ok((article, line))
    });
    found.map_err(|fault| fault.of(&place.path))
}

/// One record of a stream, cut out and not yet understood.
pub(super) struct Raw {
    /// Bytes of the stream.
    pub size: u64,
    pub line: u64,
    pub parse: Box<dyn FnOnce() -> Result<Record, Reason> + Send>,
}

/// A file that is read record by record.
pub(super) type Stream = Box<dyn Iterator<Item = Result<Raw, Fault>> + Send>;

/// The records of a stream, each `file#n` where it has no id of its own.
pub(super) fn pieces(records: Stream, encoding: Option<Warning>, place: Place) -> Pieces {
    Box::new(Numbered { records, encoding, place: Arc::new(place), number: 0 })
}

struct Numbered {
    records: Stream,
    encoding: Option<Warning>,
    place: Arc<Place>,
    number: u64,
}

impl Iterator for Numbered {
    type Item = Unread;

    fn next(&mut self) -> Option<Unread> {
        let raw = match self.records.next() {
            None if self.number == 0 => Err(Reason::EmptyFile.into()),
            None => return None,
            Some(raw) => raw,
        };
        self.number += 1;
        Some(match raw {
            Err(fault) => Unread::refused(fault.of(&self.place.path)),
            Ok(Raw { size, line, parse }) => {
                let (number, encoding, place) = (self.number, self.encoding.clone(), Arc::clone(&self.place));
                Unread::new(size, move || {
                    let read = parse().map(|record| (record, Some(line))).map_err(|reason| Fault::at(line, reason));
                    vec![numbered(read, number, encoding, &place)]
                })
            }
        })
    }
}
