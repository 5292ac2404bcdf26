//! Lines of a JSON Lines file, one article each.

use super::columns::{Field, field};
use super::record::{Place, Record};
use super::stream::Stream;
use super::{Articles, Outcome, Reason, Rejected, Warning, decode};
use serde_json::{Map, Value};
use std::io::BufRead;

/// The articles of a JSON Lines file, read line by line.
pub(super) fn articles(stream: Stream, encoding: Option<Warning>, place: Place) -> Articles {
    Box::new(Lines { stream, place, encoding, line: Vec::new(), number: 0, record: 0, ended: false })
}

struct Lines {
    stream: Stream,
    place: Place,
    encoding: Option<Warning>,
    line: Vec<u8>,
    number: u64,
    record: u64,
    ended: bool,
}

impl Iterator for Lines {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        while !self.ended {
            self.line.clear();
            match self.stream.read_until(b'\n', &mut self.line) {
                Ok(0) => self.ended = true,
                Ok(_) => {
                    self.number += 1;
                    if !self.line.trim_ascii().is_empty() {
                        self.record += 1;
                        return Some(self.article().map_err(|reason| self.refuse(Some(self.number), reason)));
                    }
                }
                Err(error) => {
                    self.ended = true;
                    return Some(Err(self.refuse(None, Reason::Unreadable { detail: error.to_string() })));
                }
            }
        }
        let empty = self.record == 0;
        self.record = 1;
        empty.then(|| Err(self.refuse(None, Reason::EmptyFile)))
    }
}

impl Lines {
    fn article(&mut self) -> Result<super::Article, Reason> {
        let (line, damage) = decode::record(std::mem::take(&mut self.line));
        let mut record = record(&line)?;
        record.warnings.extend(damage);
        record.warnings.extend(self.encoding.clone());
        let mut place = self.place.clone();
        place.id = format!("{}#{}", self.place.id, self.record);
        record.into_article(place)
    }

    fn refuse(&self, line: Option<u64>, reason: Reason) -> Rejected {
        Rejected { path: self.place.path.clone(), line, reason }
    }
}

fn record(line: &str) -> Result<Record, Reason> {
    let object = match serde_json::from_str(line) {
        Ok(Value::Object(object)) => object,
        Ok(_) => return Err(Reason::NotAnObject),
        Err(error) => {
            // serde_json's own "at line 1 column 7" counts inside this line; the column helps, the line misleads.
            let detail = error.to_string().replace(" at line 1", "");
            return Err(Reason::MalformedJson { detail });
        }
    };
    if !object.keys().any(|key| matches!(field(key), Some((Field::Text, _)))) {
        return Err(Reason::NoTextField { found: object.keys().cloned().collect() });
    }
    Ok(from_object(object))
}

fn from_object(object: Map<String, Value>) -> Record {
    let mut known: Vec<(Field, usize, String)> = object
        .into_iter()
        .filter_map(|(key, value)| {
            let (field, doubt) = field(&key)?;
            Some((field, doubt, plain_value(value)?))
        })
        .collect();
    // The surest name of a field is set last and so wins.
    known.sort_by_key(|&(_, doubt, _)| std::cmp::Reverse(doubt));
    let mut record = Record::default();
    for (field, _, value) in known {
        match field {
            Field::Text => record.text = value,
            Field::Id => record.id = Some(value.trim().to_owned()).filter(|id| !id.is_empty()),
            field => record.fields.set(field, &value),
        }
    }
    record
}

/// Strings as they are, numbers as written, lists of strings joined; nothing of the rest.
fn plain_value(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => {
            let items: Vec<String> = items.into_iter().filter_map(plain_value).collect();
            (!items.is_empty()).then(|| items.join(", "))
        }
        Value::Null | Value::Bool(_) | Value::Object(_) => None,
    }
}
