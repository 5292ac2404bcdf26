//! XML as a row of opened elements, closed elements and text.

use super::Reason;
use super::fault::Fault;
use quick_xml::escape::{resolve_html5_entity, unescape_with};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::borrow::Cow;

/// One piece of a document.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Open(Tag),
    Close(String),
    Text(Cow<'a, str>),
}

/// An element as it opens, names without their prefix.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| &**value)
    }
}

/// The pieces of a document, with the names of the elements that are open.
pub(super) struct Xml<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    pub open: Vec<String>,
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { text, reader, open: Vec::new() }
    }

    /// The next piece; an element that closes is no more in `open`.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'a>>, Fault> {
        loop {
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    let at = usize::try_from(self.reader.error_position()).unwrap_or(usize::MAX);
                    return Err(Fault::at(self.line_at(at), Reason::MalformedXml { detail: error.to_string() }));
                }
            };
            return Ok(Some(match event {
                Event::Start(start) => {
                    let tag = tag(&start);
                    self.open.push(tag.name.clone());
                    Piece::Open(tag)
                }
                Event::End(_) => Piece::Close(self.open.pop().unwrap_or_default()),
                Event::Text(text) => Piece::Text(text.into_inner()),
                Event::CData(text) => Piece::Text(text.into_inner()),
                Event::GeneralRef(name) => Piece::Text(entity(&name.into_inner())),
                Event::Eof if !self.open.is_empty() => {
                    let detail = format!("<{}>", self.open.last().map_or("", |name| name));
                    return Err(Fault::at(self.line_at(self.text.len()), Reason::MalformedXml { detail }));
                }
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            }));
        }
    }

    /// The line that the reading has come to.
    pub(super) fn line(&self) -> u64 {
        self.line_at(usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX))
    }

    fn line_at(&self, at: usize) -> u64 {
        let before = &self.text.as_bytes()[..at.min(self.text.len())];
        1 + before.iter().filter(|b| **b == b'\n').count() as u64
    }

    pub(super) fn is_in(&self, name: &str) -> bool {
        self.open.iter().any(|open| open == name)
    }

    /// The element around the one that was opened last.
    pub(super) fn parent(&self) -> &str {
        self.open.len().checked_sub(2).map_or("", |at| &self.open[at])
    }

    /// The element that is open.
    pub(super) fn here(&self) -> &str {
        self.open.last().map_or("", |name| name)
    }

    /// Passes over all that the element opened last holds.
    pub(super) fn skip(&mut self) -> Result<(), Fault> {
        let above = self.open.len().saturating_sub(1);
        while self.open.len() > above && self.next()?.is_some() {}
        Ok(())
    }
}

fn tag(start: &BytesStart<'_>) -> Tag {
    let mut attributes = start.html_attributes();
    let attributes = attributes.with_checks(false).flatten().map(|attribute| {
        let value = unescape_with(&attribute.value, resolve_html5_entity).unwrap_or(Cow::Borrowed(&attribute.value));
        (attribute.key.local_name().as_ref().to_owned(), value.into_owned())
    });
    Tag { name: start.local_name().as_ref().to_owned(), attributes: attributes.collect() }
}

/// `&eacute;`, `&#233;`; what is unknown stays as it was written.
fn entity(name: &str) -> Cow<'static, str> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        };
        return match code.and_then(char::from_u32).filter(|c| *c != '\0') {
            Some(c) => Cow::Owned(c.to_string()),
            None => Cow::Borrowed("\u{fffd}"),
        };
    }
    match resolve_html5_entity(name) {
        Some(text) => Cow::Borrowed(text),
        None => Cow::Owned(format!("&{name};")),
    }
}
