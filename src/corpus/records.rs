//! Records of a file into articles: numbers them, and adds what is known from outside.

use super::fault::Fault;
use super::record::{Place, Record};
use super::{Article, Reason, Rejected, Warning};
use std::iter;

/// An article, and the line its record begins on where the file holds several.
pub(super) type Found = Result<(Article, Option<u64>), Rejected>;

/// Articles of one input, one after the other.
pub(super) type Articles = Box<dyn Iterator<Item = Found> + Send>;

/// A record and the line it begins on, where lines mean something.
pub(super) type Read = Result<(Record, Option<u64>), Fault>;

/// What a reader makes of a file.
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

    /// The articles of a file; `encoding` tells how its bytes were read.
    pub(super) fn into_articles(self, encoding: Option<Warning>, place: Place) -> Articles {
        match self {
            Content::One(mut record) => {
                record.warnings.extend(encoding);
                let path = place.path.clone();
                one(record.into_article(place).map(|article| (article, None)).map_err(|reason| Fault::from(reason).of(&path)))
            }
            Content::Many(records) => Box::new(Numbered { records, encoding, place, number: 0 }),
        }
    }
}

pub(super) fn one(found: Found) -> Articles {
    Box::new(iter::once(found))
}

struct Numbered {
    records: Box<dyn Iterator<Item = Read> + Send>,
    encoding: Option<Warning>,
    place: Place,
    number: u64,
}

impl Iterator for Numbered {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        let read = match self.records.next() {
            None if self.number == 0 => Err(Reason::EmptyFile.into()),
            None => return None,
            Some(read) => read,
        };
        self.number += 1;
        let found = read.and_then(|(mut record, line)| {
            record.warnings.extend(self.encoding.clone());
            let id = format!("{}#{}", self.place.id, self.number);
            let article = record.into_article(Place { id, ..self.place.clone() }).map_err(|reason| Fault { line, reason })?;
            Ok((article, line))
        });
        Some(found.map_err(|fault| fault.of(&self.place.path)))
    }
}
