//! One file into its articles, by the ending of its name.

use super::fault::Fault;
use super::kind::{self, Format, Kind};
use super::manifest::Manifest;
use super::package::Package;
use super::record::Place;
use super::records::{Articles, Content, one};
use super::source::{Budget, Source};
use super::{
    Names, Reason, Rejected, Warning, archive, decode, docx, exports, feed, html, iramuteq, json, odt, stream, table, tei, texts, xlsx,
};
use std::fs;
use std::io;
use std::iter;
use std::path::Path;

/// A file named on the command line.
pub(super) fn given(path: &Path, names: Names) -> Articles {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if !path.exists() {
        return one(Err(Rejected::new(path, Reason::Missing)));
    }
    if kind::of(&name).is_none() {
        return one(Err(Rejected::new(path, unsupported(&name))));
    }
    let manifest = Manifest::beside(path.parent().unwrap_or(Path::new("")));
    if manifest.as_ref().is_some_and(|manifest| manifest.path == path) {
        // A shell's `articles/*` names it too; it describes its neighbours and is no article.
        return Box::new(iter::empty());
    }
    let outside = manifest.map(|m| m.fields_of(&name)).unwrap_or_default();
    on_disk(path, &name, Place { path: path.display().to_string(), id: name.clone(), outside, names })
}

/// The reason that a file of this name is not read.
pub(super) fn unsupported(name: &str) -> Reason {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_owned());
    Reason::UnsupportedType { extension: extension.unwrap_or_default() }
}

/// The articles of a file of a folder.
pub(super) fn on_disk(path: &Path, name: &str, place: Place) -> Articles {
    let opened = fs::File::open(path).and_then(|file| Ok((file.metadata()?.len(), file)));
    match opened {
        Ok((size, file)) => articles(Source::file(file), name, place, &Budget::of(size), 0),
        Err(error) => one(Err(Fault::from(error).of(&place.path))),
    }
}

/// The articles of a file, wherever it lies; `level` counts the archives around it.
pub(super) fn articles(source: Source, name: &str, place: Place, budget: &Budget, level: usize) -> Articles {
    let Some((kind, packing)) = kind::of(name) else { return one(Err(Fault::from(unsupported(name)).of(&place.path))) };
    let opened = source.unpacked(packing, budget).and_then(|source| match kind {
        Kind::Archive => Ok(archive::articles(source.seekable()?, place.clone(), budget.clone(), level)),
        Kind::File(format) => {
            let (content, encoding) = content(source, format, &place.names, budget)?;
            Ok(content.into_articles(encoding, place.clone()))
        }
    });
    opened.unwrap_or_else(|fault| one(Err(fault.of(&place.path))))
}

/// What the reader of its format makes of a file, and how its bytes were read.
fn content(source: Source, format: Format, names: &Names, budget: &Budget) -> Result<(Content, Option<Warning>), Fault> {
    let package = |source: Source| Package::open(source.seekable()?, budget.clone());
    let content = match format {
        Format::Table => {
            let (stream, encoding) = stream::open(source.reader())?;
            return Ok((table::content(stream, names)?, encoding));
        }
        Format::Json | Format::JsonLines => {
            let (stream, encoding) = stream::open(source.reader())?;
            return Ok((json::content(stream, format == Format::JsonLines, names.clone()), encoding));
        }
        Format::Text | Format::Html | Format::Xml => {
            let bytes = source.whole()?;
            if bytes.is_empty() {
                return Err(Reason::EmptyFile.into());
            }
            let (text, encoding) = decode::file(bytes)?;
            return Ok((of_text(text, format, names)?, encoding));
        }
        Format::Docx => docx::content(package(source)?, names)?,
        Format::Odt => odt::content(package(source)?, names)?,
        Format::Xlsx => xlsx::content(package(source)?, names)?,
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
pub(super) fn standard_input(names: Names) -> Articles {
    let place = Place { path: "-".into(), id: "-".into(), outside: Default::default(), names };
    match from_stream(&place) {
        Ok((content, encoding)) => content.into_articles(encoding, place),
        Err(fault) => one(Err(fault.of(&place.path))),
    }
}

fn from_stream(place: &Place) -> Result<(Content, Option<Warning>), Fault> {
    let (mut stream, encoding) = stream::open(io::stdin())?;
    if matches!(stream.fill_buf()?.trim_ascii_start().first(), Some(b'{' | b'[')) {
        return Ok((json::content(stream, true, place.names.clone()), encoding));
    }
    let bytes = Source::Stream(Box::new(stream)).whole()?;
    if bytes.is_empty() {
        return Err(Reason::EmptyFile.into());
    }
    let (text, damage) = decode::file(bytes)?;
    Ok((of_text(text, Format::Text, &place.names)?, encoding.or(damage)))
}
