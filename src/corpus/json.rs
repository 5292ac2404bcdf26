//! JSON: an array of objects, one object, or one object after the other as in JSON Lines; each is one article.

use super::Reason;
use super::again::Again;
use super::columns::{Field, Names};
use super::decode;
use super::fault::Fault;
use super::record::Record;
use super::records::{self, Raw};
use super::source::MAX_RECORD;
use super::stream::Stream;
use memchr::{memchr_iter, memchr3, memrchr};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// How much of the stream is looked at in one go.
const CHUNK: usize = 1 << 16;

/// The articles of a JSON file, read object by object; with `lines`, a line end ends an object outside an array.
pub(super) fn records(stream: Stream, lines: bool, names: Names) -> records::Stream {
    let values =
        Values { input: Again::new(stream), line: 1, leading: true, indent: 0, lines, in_array: false, begun: false, ended: false };
    Box::new(Objects { values, names })
}

struct Objects {
    values: Values,
    names: Names,
}

impl Iterator for Objects {
    type Item = Result<Raw, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        let value = self.values.next()?;
        Some(value.map(|(bytes, line)| {
            let names = self.names.clone();
            let size = bytes.len() as u64;
            let parse = move || {
                let (text, damage) = decode::record(bytes);
                let mut record = record(&text, &names)?;
                record.warnings.extend(damage);
                Ok(record)
            };
            Raw { size, line, parse: Box::new(parse) }
        }))
    }
}

/// Cuts a file into its values, without understanding more of them than strings and brackets.
///
/// A bracket or a quotation mark that is missing swallows the values after it. Such a value ends where a line begins another one, as far
/// to the right as its own line.
struct Values {
    input: Again,
    line: u64,
    /// Nothing but blanks on the line so far, and how many stand there in front.
    leading: bool,
    indent: usize,
    /// A broken line costs itself, not the lines after it.
    lines: bool,
    /// Inside one array around all values.
    in_array: bool,
    begun: bool,
    ended: bool,
}

impl Values {
    /// The bytes of the next value and the line it begins on.
    fn next(&mut self) -> Option<Result<(Vec<u8>, u64), Fault>> {
        if self.ended {
            return None;
        }
        let start = match self.find_value() {
            Ok(true) => self.line,
            Ok(false) => return None,
            Err(error) => {
                self.ended = true;
                return Some(Err(error.into()));
            }
        };
        let by_line = self.lines && !self.in_array;
        let (mut value, mut bytes, mut whole, mut too_long) = (Growing::default(), Vec::new(), false, false);
        self.leading = false;
        while !whole {
            let buffer = match self.input.fill() {
                Ok(buffer) => &buffer[..buffer.len().min(CHUNK)],
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error.into()));
                }
            };
            if buffer.is_empty() {
                self.ended = true;
                break;
            }
            let (used, ends) = value.take(buffer, self.in_array, by_line, &mut self.line);
            if !too_long {
                bytes.extend_from_slice(&buffer[..used]);
            }
            self.input.consume(used);
            whole = ends;
            if bytes.len() > MAX_RECORD {
                if !by_line && self.gives_back(&mut bytes, start) {
                    return Some(Ok((bytes, start)));
                }
                too_long = true;
                bytes = Vec::new();
            }
        }
        if !by_line && !self.gives_back(&mut bytes, start) && !whole && value.is_open() {
            return Some(Err(Fault::at(start, Reason::EndlessJson)));
        }
        if let Some(end) = memrchr(b'\n', &bytes) {
            self.indent = blanks(&bytes[end + 1..]);
        }
        if too_long {
            return Some(Err(Fault::at(start, Reason::TooLong { megabytes: MAX_RECORD >> 20 })));
        }
        Some(Ok((bytes, start)))
    }

    /// Takes what a broken value swallowed from it, to be read again.
    fn gives_back(&mut self, value: &mut Vec<u8>, start: u64) -> bool {
        let Some(at) = next_value(value, self.indent) else { return false };
        if serde_json::from_slice::<IgnoredAny>(value).is_ok() || !self.input.give_back(&value[at..]) {
            return false;
        }
        value.truncate(at);
        self.line = start + memchr_iter(b'\n', value).count() as u64;
        self.ended = false;
        true
    }

    /// Skips white space, commas and the brackets of the outer array; false at the end.
    fn find_value(&mut self) -> std::io::Result<bool> {
        loop {
            let buffer = self.input.fill()?;
            if buffer.is_empty() {
                self.ended = true;
                return Ok(false);
            }
            let mut used = 0;
            let mut found = false;
            for &byte in buffer {
                match byte {
                    b'\n' => {
                        self.line += 1;
                        (self.leading, self.indent) = (true, 0);
                    }
                    b' ' | b'\t' => self.indent += usize::from(self.leading),
                    // A byte order mark, where files were put one behind the other.
                    b'\r' | 0xef | 0xbb | 0xbf => {}
                    b',' | b']' if self.in_array => self.leading = false,
                    b'[' if !self.begun => {
                        self.in_array = true;
                        self.begun = true;
                        self.leading = false;
                    }
                    _ => {
                        self.begun = true;
                        found = true;
                        break;
                    }
                }
                used += 1;
            }
            self.input.consume(used);
            if found {
                return Ok(true);
            }
        }
    }
}

/// Where a line after the first begins a value behind so many blanks.
fn next_value(value: &[u8], indent: usize) -> Option<usize> {
    memchr_iter(b'\n', value).find_map(|end| {
        let line = &value[end + 1..];
        let ends_another = line.iter().skip(indent).take_while(|byte| matches!(byte, b'}' | b',' | b' ' | b'\t')).count();
        let at = indent + ends_another;
        let begins = line.get(at) == Some(&b'{') && blanks(line) == indent;
        begins.then_some(end + 1 + at)
    })
}

fn blanks(line: &[u8]) -> usize {
    line.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

/// One value as it grows.
#[derive(Default)]
struct Growing {
    depth: usize,
    in_string: bool,
    escaped: bool,
}

impl Growing {
    fn is_open(&self) -> bool {
        self.depth > 0 || self.in_string
    }

    /// Goes on until the value ends: how many bytes belong to it, and whether it did.
    fn take(&mut self, buffer: &[u8], in_array: bool, by_line: bool, line: &mut u64) -> (usize, bool) {
        let mut next = 0;
        loop {
            if self.in_string && !self.escaped {
                // Articles are long strings: nothing matters in them but these.
                next += memchr3(b'"', b'\\', b'\n', &buffer[next..]).unwrap_or(buffer.len() - next);
            }
            let at = next;
            let Some(&byte) = buffer.get(at) else { break };
            next += 1;
            if byte == b'\n' {
                if by_line || (self.depth == 0 && !self.in_string) {
                    return (at, true);
                }
                *line += 1;
            }
            if self.in_string {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => self.in_string = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                b']' | b',' if in_array && self.depth == 0 => return (at, true),
                b'}' | b']' => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        return (at + 1, true);
                    }
                }
                _ => {}
            }
        }
        (buffer.len(), false)
    }
}

fn record(text: &str, names: &Names) -> Result<Record, Reason> {
    let object: BTreeMap<String, Plain> = serde_json::from_str(text).map_err(|_| no_object(text))?;
    if !object.keys().any(|key| matches!(names.field(key), Some((Field::Text, _)))) {
        return Err(Reason::NoTextField { found: object.into_keys().collect() });
    }
    Ok(from_object(object, names))
}

/// What is wrong with a text that is no object.
fn no_object(text: &str) -> Reason {
    match serde_json::from_str::<Value>(text) {
        Ok(_) => Reason::NotAnObject,
        Err(error) => {
            // serde_json's own "at line 1 column 7" counts inside this value; the column helps, the line misleads.
            let detail = error.to_string();
            let detail = detail.split(" at line ").next().unwrap_or_default().to_owned();
            Reason::MalformedJson { detail }
        }
    }
}

fn from_object(object: BTreeMap<String, Plain>, names: &Names) -> Record {
    let mut known: Vec<(Field, usize, Cow<str>)> = object
        .into_iter()
        .filter_map(|(key, Plain(value))| {
            let (field, doubt) = names.field(&key)?;
            Some((field, doubt, value?))
        })
        .collect();
    // The surest name of a field is set last and so wins.
    known.sort_by_key(|&(_, doubt, _)| std::cmp::Reverse(doubt));
    let mut record = Record::default();
    for (field, _, value) in known {
        match field {
            // An empty `text` does not hide what stands in `content`.
            _ if value.trim().is_empty() => {}
            Field::Text => record.text = value.into_owned(),
            Field::Id => record.id = Some(value.trim().to_owned()),
            field => record.fields.set(field, &value),
        }
    }
    record
}

/// What an article can take from a value, without a copy where nothing in it is escaped.
struct Plain<'t>(Option<Cow<'t, str>>);

impl<'t> Deserialize<'t> for Plain<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PlainVisitor)
    }
}

impl Plain<'_> {
    fn of(value: Value) -> Self {
        Self(plain_value(value).map(Cow::Owned))
    }
}

struct PlainVisitor;

impl<'t> Visitor<'t> for PlainVisitor {
    type Value = Plain<'t>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_borrowed_str<E>(self, text: &'t str) -> Result<Plain<'t>, E> {
        Ok(Plain(Some(Cow::Borrowed(text))))
    }

    fn visit_str<E>(self, text: &str) -> Result<Plain<'t>, E> {
        Ok(Plain(Some(Cow::Owned(text.to_owned()))))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Plain<'t>, E> {
        Ok(Plain::of(number.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Plain<'t>, E> {
        Ok(Plain::of(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Plain<'t>, E> {
        Ok(Plain::of(number.into()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Plain<'t>, E> {
        Ok(Plain(None))
    }

    fn visit_unit<E>(self) -> Result<Plain<'t>, E> {
        Ok(Plain(None))
    }

    fn visit_seq<A: SeqAccess<'t>>(self, list: A) -> Result<Plain<'t>, A::Error> {
        Value::deserialize(SeqAccessDeserializer::new(list)).map(Plain::of)
    }

    fn visit_map<A: MapAccess<'t>>(self, object: A) -> Result<Plain<'t>, A::Error> {
        Value::deserialize(MapAccessDeserializer::new(object)).map(Plain::of)
    }
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
