//! TEI, and the XML that TXM reads and writes: each `<TEI>` is a text, else each `<text>`.

use super::Reason;
use super::columns::{Field, Names};
use super::fault::Fault;
use super::flow::Flow;
use super::record::{Fields, Record};
use super::records::{Content, Read};
use super::xml::{Piece, Tag, Xml};

const BLOCKS: &[&str] = &["p", "head", "l", "ab", "item", "u", "div", "lg", "sp", "row", "cell", "quote", "figure", "figDesc", "list", "q"];

/// What is no text of the article: notes, page furniture, annotations of words.
const LEFT_OUT: &[&str] = &["note", "fw", "ana", "teiHeader", "del"];

/// The texts of a file.
pub(super) fn content(text: &str, names: &Names) -> Content {
    let mut reader = Reader { xml: Xml::new(text), names, text: None, common: Fields::default(), records: Vec::new() };
    if let Err(fault) = reader.read() {
        reader.records.push(Err(fault));
    }
    let mut records = reader.records;
    if records.is_empty() {
        records.push(Err(Reason::NoArticleInXml.into()));
    }
    Content::Many(Box::new(records.into_iter()))
}

/// A text being read.
#[derive(Default)]
struct Text {
    line: u64,
    /// How deep its own element lies.
    depth: usize,
    id: Option<String>,
    fields: Fields,
    flow: Flow,
}

struct Reader<'a> {
    xml: Xml<'a>,
    names: &'a Names,
    text: Option<Text>,
    /// What the header of a `<teiCorpus>` says of all of them.
    common: Fields,
    records: Vec<Read>,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), Fault> {
        while let Some(piece) = self.xml.next()? {
            match piece {
                Piece::Open(tag) => self.open(&tag)?,
                Piece::Close(name) => self.close(&name),
                Piece::Text(text) => {
                    if let Some(open) = self.text.as_mut().filter(|_| self.xml.is_in("text")) {
                        open.flow.push(&text);
                    }
                }
            }
        }
        Ok(())
    }

    fn open(&mut self, tag: &Tag) -> Result<(), Fault> {
        let name = &*tag.name;
        if self.text.is_none() && matches!(name, "TEI" | "TEI.2" | "text") {
            self.text = Some(Text { line: self.xml.line(), depth: self.xml.open.len(), ..Text::default() });
        }
        match name {
            "teiHeader" => return self.header(),
            "text" => {
                if let Some(text) = &mut self.text {
                    for (key, value) in &tag.attributes {
                        match self.names.field(key) {
                            Some((Field::Id, _)) => text.id = Some(value.trim().to_owned()).filter(|id| !id.is_empty()),
                            Some((field, _)) => text.fields.set(field, value),
                            None => {}
                        }
                    }
                }
            }
            "w" | "pc" if self.text.is_some() => return self.word(),
            "lb" => self.flow(Flow::line),
            "reg" | "corr" | "expan" if self.xml.parent() == "choice" => return self.xml.skip(),
            name if LEFT_OUT.contains(&name) => return self.xml.skip(),
            name if BLOCKS.contains(&name) => self.flow(Flow::paragraph),
            _ => {}
        }
        Ok(())
    }

    fn flow(&mut self, change: impl Fn(&mut Flow)) {
        if let Some(text) = &mut self.text {
            change(&mut text.flow);
        }
    }

    fn close(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            self.flow(Flow::paragraph);
        }
        let depth = self.xml.open.len();
        if let Some(text) = self.text.take_if(|text| depth < text.depth) {
            let record = Record { id: text.id, text: text.flow.finish(), fields: text.fields.or(&self.common), ..Record::default() };
            self.records.push(Ok((record, Some(text.line))));
        }
    }

    /// A word: its `<txm:form>` where it has one, else its text.
    fn word(&mut self) -> Result<(), Fault> {
        let depth = self.xml.open.len();
        let (mut plain, mut form) = (String::new(), None);
        while self.xml.open.len() >= depth {
            match self.xml.next()? {
                None => break,
                Some(Piece::Open(tag)) if LEFT_OUT.contains(&&*tag.name) => self.xml.skip()?,
                Some(Piece::Text(text)) if self.xml.here() == "form" => form = Some(form.unwrap_or_default() + &*text),
                Some(Piece::Text(text)) => plain.push_str(&text),
                Some(_) => {}
            }
        }
        if let Some(text) = &mut self.text {
            text.flow.push_word(&form.unwrap_or(plain));
        }
        Ok(())
    }

    fn header(&mut self) -> Result<(), Fault> {
        let depth = self.xml.open.len();
        let mut found: Vec<(Field, String)> = Vec::new();
        let mut now: Option<(usize, Field)> = None;
        while self.xml.open.len() >= depth {
            match self.xml.next()? {
                None => break,
                Some(Piece::Open(tag)) => {
                    if let Some(field) = field_of(&self.xml, &tag) {
                        let given = ["when", "target"].iter().find_map(|name| tag.attribute(name)).unwrap_or_default();
                        now = Some((self.xml.open.len(), field)).filter(|_| given.is_empty());
                        found.push((field, given.to_owned()));
                    }
                }
                Some(Piece::Close(_)) => now = now.filter(|(at, _)| self.xml.open.len() >= *at),
                Some(Piece::Text(text)) if now.is_some() => {
                    if let Some((_, value)) = found.last_mut() {
                        value.push_str(&text);
                    }
                }
                Some(Piece::Text(_)) => {}
            }
        }
        let mut authors: Vec<String> = Vec::new();
        let mut fields = Fields::default();
        let mut id = None;
        for (field, value) in found {
            let value = value.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
            match field {
                _ if value.is_empty() => {}
                Field::Id => id = Some(value),
                Field::Author if !authors.contains(&value) => authors.push(value),
                // The title is said first, the date of what was printed last.
                Field::Title if fields.title.is_some() => {}
                field => fields.set(field, &value),
            }
        }
        fields.set(Field::Author, &authors.join(", "));
        match &mut self.text {
            Some(text) => {
                text.id = text.id.take().or(id);
                text.fields = std::mem::take(&mut text.fields).or(&fields);
            }
            None => self.common = Fields { title: None, ..fields },
        }
        Ok(())
    }
}

/// The field that an element of the header gives.
fn field_of(xml: &Xml<'_>, tag: &Tag) -> Option<Field> {
    let of_source = xml.is_in("sourceDesc");
    Some(match &*tag.name {
        "title" if tag.attribute("level") == Some("j") => Field::Outlet,
        "title" if of_source || xml.parent() == "titleStmt" => Field::Title,
        "author" => Field::Author,
        "date" if of_source || xml.is_in("publicationStmt") => Field::Date,
        "idno" if tag.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("url")) => Field::Url,
        "idno" if xml.is_in("publicationStmt") => Field::Id,
        "ref" if of_source => Field::Url,
        "term" if tag.attribute("type") == Some("event") => Field::Event,
        "term" if tag.attribute("type") == Some("genre") => Field::Genre,
        _ => return None,
    })
}
