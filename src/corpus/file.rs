//! One file into its articles, by the ending of its name.

use super::manifest::{self, Manifest};
use super::record::{Place, Record};
use super::{Articles, Outcome, Reason, Rejected, decode, html, jsonl, stream, table};
use std::fs;
use std::io::{self, Read};
use std::iter;
use std::path::Path;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Html,
    Table,
    JsonLines,
}

fn kind(path: &Path) -> Option<Kind> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    Some(match extension.as_str() {
        "txt" => Kind::Text,
        "html" | "htm" => Kind::Html,
        "csv" | "tsv" => Kind::Table,
        "jsonl" | "ndjson" => Kind::JsonLines,
        _ => return None,
    })
}

/// True for files that a folder gives articles from.
pub(super) fn is_supported(path: &Path) -> bool {
    kind(path).is_some()
}

/// A file named on the command line.
pub(super) fn given(path: &Path) -> Articles {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    if !path.exists() {
        return one(Err(Rejected::new(path, Reason::Missing)));
    }
    if !is_supported(path) {
        let extension = path.extension().map(|e| e.to_string_lossy().into_owned());
        let reason = Reason::UnsupportedType { extension: extension.unwrap_or_default() };
        return one(Err(Rejected::new(path, reason)));
    }
    let name = name.unwrap_or_default();
    if name == manifest::NAME {
        // A shell's `articles/*` names it too; it describes its neighbours and is no article.
        return Box::new(iter::empty());
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let outside = Manifest::beside(folder).map(|m| m.fields_of(&name)).unwrap_or_default();
    articles(path, Place { path: path.display().to_string(), id: name, outside })
}

/// The articles of one file.
pub(super) fn articles(path: &Path, place: Place) -> Articles {
    match kind(path) {
        Some(Kind::Text) => one(whole(path).and_then(|bytes| text(bytes, place))),
        Some(Kind::Html) => one(whole(path).and_then(|bytes| page(bytes, place))),
        Some(kind @ (Kind::Table | Kind::JsonLines)) => {
            let opened = fs::File::open(path).and_then(stream::open);
            match opened {
                Ok((stream, warning)) if kind == Kind::Table => table::articles(stream, warning, place),
                Ok((stream, warning)) => jsonl::articles(stream, warning, place),
                Err(error) => one(Err(unreadable(path, &error))),
            }
        }
        None => Box::new(iter::empty()),
    }
}

/// Standard input: JSON Lines where the first character that is not blank is `{`, else one text.
pub(super) fn standard_input() -> Articles {
    let place = Place { path: "-".into(), id: "-".into(), outside: Default::default() };
    from_reader(io::stdin(), place)
}

fn from_reader(source: impl Read + Send + 'static, place: Place) -> Articles {
    let refuse = |error: io::Error| one(Err(unreadable(Path::new("-"), &error)));
    let (mut stream, warning) = match stream::open(source) {
        Ok(opened) => opened,
        Err(error) => return refuse(error),
    };
    match stream.fill_buf() {
        Ok(head) if head.trim_ascii_start().first() == Some(&b'{') => jsonl::articles(stream, warning, place),
        Ok(_) => {
            let mut bytes = Vec::new();
            match stream.read_to_end(&mut bytes) {
                Ok(_) => one(text(bytes, place).map(|mut article| {
                    article.warnings.extend(warning);
                    article
                })),
                Err(error) => refuse(error),
            }
        }
        Err(error) => refuse(error),
    }
}

fn whole(path: &Path) -> Result<Vec<u8>, Rejected> {
    fs::read(path).map_err(|error| unreadable(path, &error))
}

fn text(bytes: Vec<u8>, place: Place) -> Outcome {
    finish(bytes, place, |text| Ok(Record { text, ..Record::default() }))
}

fn page(bytes: Vec<u8>, place: Place) -> Outcome {
    finish(bytes, place, |page| html::record(&page))
}

/// Bytes to text to record to article.
fn finish(bytes: Vec<u8>, place: Place, read: impl FnOnce(String) -> Result<Record, Reason>) -> Outcome {
    let path = place.path.clone();
    let article = if bytes.is_empty() {
        Err(Reason::EmptyFile)
    } else {
        decode::file(bytes).and_then(|(text, warning)| {
            let mut record = read(text)?;
            record.warnings.extend(warning);
            record.into_article(place)
        })
    };
    article.map_err(|reason| Rejected { path, line: None, reason })
}

pub(super) fn unreadable(path: &Path, error: &io::Error) -> Rejected {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => Reason::Missing,
        _ => Reason::Unreadable { detail: error.to_string() },
    };
    Rejected::new(path, reason)
}

pub(super) fn one(outcome: Outcome) -> Articles {
    Box::new(iter::once(outcome))
}
