//! Plain text: one article, or several, each after a line of `=====`.
//!
//! In a file of several an article may begin with lines that say what it is (`Média : La Gazette`, `Date : 9 novembre 2017`,
//! `Titre : …`, names as for the columns of a table), ended by an empty line.

use super::Reason;
use super::columns::{Field, Names};
use super::record::Record;
use super::records::{Content, Read};

/// How many `=` make a line that parts articles.
const MARK: usize = 5;

/// The article or articles of a text.
pub(super) fn content(text: String, names: &Names) -> Content {
    if !text.lines().any(is_mark) {
        return Content::One(Box::new(Record { text, ..Record::default() }));
    }
    Content::Many(Box::new(Parts { text, names: names.clone(), at: 0, line: 1, any: false }))
}

/// The articles of a text, cut off one after the other, so that they do not all stand beside it.
struct Parts {
    text: String,
    names: Names,
    at: usize,
    line: u64,
    any: bool,
}

impl Iterator for Parts {
    type Item = Read;

    fn next(&mut self) -> Option<Read> {
        while self.at < self.text.len() {
            let (start, first) = (self.at, self.line);
            let mut end = self.text.len();
            for piece in self.text[start..].split_inclusive('\n') {
                self.at += piece.len();
                self.line += 1;
                if is_mark(piece) {
                    end = self.at - piece.len();
                    break;
                }
            }
            let read = part(&self.text[start..end], first, &self.names);
            self.any |= read.is_some();
            if read.is_some() {
                return read;
            }
        }
        (!std::mem::replace(&mut self.any, true)).then(|| Err(Reason::EmptyText.into()))
    }
}

fn is_mark(line: &str) -> bool {
    let line = line.trim();
    line.len() >= MARK && line.bytes().all(|b| b == b'=')
}

/// What stands between two marks; nothing where it is blank.
fn part(text: &str, line: u64, names: &Names) -> Option<Read> {
    if text.trim().is_empty() {
        return None;
    }
    let mut record = Record::default();
    let mut body = 0;
    let mut at = 0;
    for piece in text.split_inclusive('\n') {
        let said = piece.split_once(':').and_then(|(name, value)| Some((names.field(name)?.0, value.trim())));
        match said {
            Some((Field::Id, value)) => record.id = Some(value.to_owned()).filter(|id| !id.is_empty()),
            Some((field, value)) if !matches!(field, Field::Text | Field::File) => record.fields.set(field, value),
            _ if piece.trim().is_empty() => {}
            // The first line that says nothing of the kind begins the text.
            _ => break,
        }
        at += piece.len();
        body = at;
        if said.is_none() && (record.id.is_some() || record.fields != Default::default()) {
            break;
        }
    }
    record.text = text[body..].trim_end_matches(['\n', '\r']).to_owned();
    Some(Ok((record, Some(line))))
}
