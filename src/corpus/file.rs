//! One file into its articles, by the ending of its name.

use super::fault::Fault;
use super::kind::{self, Format, Kind, Packing};
use super::manifest::Manifest;
use super::package::Package;
use super::record::Place;
use super::records::{self, Content, Found, Pieces, Unread, refused};
use super::source::{Budget, Source};
use super::{
    Names, Reason, Rejected, Warning, archive, decode, docx, exports, feed, html, iramuteq, json, odt, stream, table, tei, texts, xlsx,
};
use rustc_hash::FxHashSet;
use std::fs;
use std::io;
use std::iter;
use std::path::{Path, PathBuf};

/// A file named on the command line; `told` holds the manifests whose faults were named already.
pub(super) fn given(path: &Path, names: Names, told: &mut FxHashSet<PathBuf>) -> Pieces {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if let Err(error) = path.metadata() {
        return refused(Fault::from(error).of(&path.display().to_string()));
    }
    if kind::of(&name).is_none() {
        return refused(Rejected::new(path, kind::unsupported(&name)));
    }
    let mut manifest = Manifest::beside(path.parent().unwrap_or(Path::new(""))).unwrap_or_default();
    if manifest.path == path {
        // A shell's `articles/*` names it too; it describes its neighbours and is no article.
        return Box::new(iter::empty());
    }
    // Rows about files that are not there are no matter of this one.
    let problems = manifest.take_problems(|_| true);
    let news = if told.insert(manifest.path.clone()) { problems } else { Vec::new() };
    let place = Place { path: path.display().to_string(), id: name.clone(), outside: manifest.fields_of(&name), names };
    Box::new(news.into_iter().map(Unread::refused).chain(on_disk(path, &name, place)))
}

/// The articles of a file of a folder.
pub(super) fn on_disk(path: &Path, name: &str, place: Place) -> Pieces {
    let size = path.metadata().map_or(0, |about| about.len());
    if let Some((Kind::File(format), packing)) = kind::of(name)
        && !format.streams()
        && !is_large(size, packing)
    {
        // Opened by whoever reads it, so that a batch of small files is not as many open ones.
        let path = path.to_owned();
        let read = move || match fs::File::open(&path) {
            Ok(file) => held_whole(Source::file(file), format, packing, &place, &Budget::of(size)),
            Err(error) => vec![Err(Fault::from(error).of(&place.path))],
        };
        return Box::new(iter::once(Unread::new(size, read)));
    }
    match fs::File::open(path) {
        Ok(file) => pieces(Source::file(file), size, name, place, &Budget::of(size), 0),
        Err(error) => refused(Fault::from(error).of(&place.path)),
    }
}

/// A file that may hold so many articles that they are understood piece by piece, not all at once.
fn is_large(size: u64, packing: Option<Packing>) -> bool {
    const LARGE: u64 = 4 << 20;
    const PACKED: u64 = LARGE / 8;
    size > if packing.is_some() { PACKED } else { LARGE }
}

/// The articles of a file of so many bytes, wherever it lies; `level` counts the archives around it.
pub(super) fn pieces(source: Source, size: u64, name: &str, place: Place, budget: &Budget, level: usize) -> Pieces {
    let path = place.path.clone();
    let Some((kind, packing)) = kind::of(name) else { return refused(Fault::from(kind::unsupported(name)).of(&path)) };
    let opened = match kind {
        Kind::Archive => source.unpacked(packing, budget).seekable().map(|archive| archive::pieces(archive, place, budget.clone(), level)),
        Kind::File(format) if format.streams() => records_of(source.unpacked(packing, budget), format, place),
        Kind::File(format) if is_large(size, packing) => content(source.unpacked(packing, budget), format, &place.names, budget)
            .map(|(content, encoding)| content.into_pieces(encoding, place, size)),
        Kind::File(format) => {
            let budget = budget.clone();
            Ok(Box::new(iter::once(Unread::new(size, move || held_whole(source, format, packing, &place, &budget)))) as Pieces)
        }
    };
    opened.unwrap_or_else(|fault| refused(fault.of(&path)))
}

/// A table or JSON, read record by record.
fn records_of(source: Source, format: Format, place: Place) -> Result<Pieces, Fault> {
    let (stream, encoding) = stream::open(source.reader())?;
    let records = match format {
        Format::Table => table::records(stream, &place.names)?,
        _ => json::records(stream, format == Format::JsonLines, place.names.clone()),
    };
    Ok(records::pieces(records, encoding, place))
}

/// Any other file.
fn held_whole(source: Source, format: Format, packing: Option<Packing>, place: &Place, budget: &Budget) -> Vec<Found> {
    let content = content(source.unpacked(packing, budget), format, &place.names, budget);
    match content {
        Ok((content, encoding)) => content.into_articles(encoding, place),
        Err(fault) => vec![Err(fault.of(&place.path))],
    }
}

/// What the reader of its format makes of a file held whole, and how its bytes were read.
fn content(source: Source, format: Format, names: &Names, budget: &Budget) -> Result<(Content, Option<Warning>), Fault> {
    let package = |source: Source| Package::open(source.seekable()?, budget.clone());
    let content = match format {
        Format::Docx => docx::content(package(source)?, names)?,
        Format::Odt => odt::content(package(source)?, names)?,
        Format::Xlsx => xlsx::content(package(source)?, names)?,
        _ => {
            let bytes = source.whole()?;
            if bytes.is_empty() {
                return Err(Reason::EmptyFile.into());
            }
            let (text, encoding) = decode::file(bytes)?;
            return Ok((of_text(text, format, names)?, encoding));
        }
    };
    Ok((content, None))
}

/// Several formats share an ending; how the text begins tells them apart.
fn of_text(text: String, format: Format, names: &Names) -> Result<Content, Fault> {
    Ok(match format {
        Format::Html => match exports::base(&text) {
            Some(base) => exports::content(&text, base)?,
            None => Content::One(Box::new(html::record(&text)?)),
        },
        Format::Xml if is_feed(&text) => feed::content(&text),
        Format::Xml => tei::content(&text, names),
        _ if iramuteq::is_one(&text) => iramuteq::content(&text, names),
        _ => texts::content(text, names),
    })
}

fn is_feed(text: &str) -> bool {
    let root = text.match_indices('<').map(|(at, _)| &text[at + 1..]).find(|tag| tag.starts_with(|c: char| c.is_alphabetic()));
    let name = root.map(|tag| tag.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default());
    name.is_some_and(|name| matches!(name.rsplit(':').next(), Some("rss" | "feed" | "RDF")))
}

/// Standard input: JSON where the first character that is not blank is `{` or `[`, else text.
pub(super) fn standard_input(names: Names) -> Pieces {
    let place = Place { path: "-".into(), id: "-".into(), outside: Default::default(), names };
    let path = place.path.clone();
    from_stream(place).unwrap_or_else(|fault| refused(fault.of(&path)))
}

fn from_stream(place: Place) -> Result<Pieces, Fault> {
    let (mut stream, encoding) = stream::open(io::stdin())?;
    if matches!(stream.fill_buf()?.trim_ascii_start().first(), Some(b'{' | b'[')) {
        return Ok(records::pieces(json::records(stream, true, place.names.clone()), encoding, place));
    }
    let bytes = Source::Stream(Box::new(stream)).whole()?;
    if bytes.is_empty() {
        return Err(Reason::EmptyFile.into());
    }
    let size = bytes.len() as u64;
    let (text, damage) = decode::file(bytes)?;
    Ok(of_text(text, Format::Text, &place.names)?.into_pieces(encoding.or(damage), place, size))
}
