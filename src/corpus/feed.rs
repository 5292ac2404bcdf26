//! RSS and Atom: each entry is an article, the feed its outlet.

use super::Reason;
use super::fault::Fault;
use super::record::{Fields, Record};
use super::records::{Content, Read};
use super::xml::{Piece, Xml};
use super::{columns::Field, html};

/// The entries of a feed.
pub(super) fn content(text: &str) -> Content {
    let mut xml = Xml::new(text);
    let mut records = Vec::new();
    let mut outlet = String::new();
    loop {
        match xml.next() {
            Ok(None) => break,
            Ok(Some(Piece::Open(tag))) if matches!(&*tag.name, "item" | "entry") => {
                let line = xml.line();
                records.push(entry(&mut xml).map(|entry| (entry, line)));
                if records.last().is_some_and(Result::is_err) {
                    break;
                }
            }
            Ok(Some(Piece::Text(text))) if xml.here() == "title" && matches!(xml.parent(), "channel" | "feed") => outlet.push_str(&text),
            Ok(Some(_)) => {}
            Err(fault) => {
                records.push(Err(fault));
                break;
            }
        }
    }
    if records.is_empty() {
        records.push(Err(Reason::NoArticleInXml.into()));
    }
    Content::Many(Box::new(records.into_iter().map(move |entry| entry.and_then(|(entry, line)| entry.into_record(&outlet, line)))))
}

/// What an entry says, as it stands in the file.
#[derive(Default)]
struct Entry {
    title: String,
    link: String,
    id: String,
    date: String,
    updated: String,
    author: String,
    full: String,
    summary: String,
}

fn entry(xml: &mut Xml<'_>) -> Result<Entry, Fault> {
    let depth = xml.open.len();
    let mut entry = Entry::default();
    while xml.open.len() >= depth {
        match xml.next()? {
            None => break,
            Some(Piece::Open(tag)) => {
                let is_page = tag.attribute("rel").is_none_or(|rel| rel == "alternate");
                if let Some(link) = tag.attribute("href").filter(|_| tag.name == "link" && is_page && xml.open.len() == depth + 1) {
                    entry.link = link.to_owned();
                } else if xml.open.len() > depth + 1
                    && let Some(slot) = entry.slot(&xml.open[depth])
                {
                    // Markup of Atom's xhtml, which is marked-up text like the others.
                    slot.push_str(&format!("<{}>", tag.name));
                }
            }
            Some(Piece::Close(name)) => {
                if xml.open.len() > depth
                    && let Some(slot) = entry.slot(&xml.open[depth])
                {
                    slot.push_str(&format!("</{name}>"));
                }
            }
            Some(Piece::Text(text)) => {
                if let Some(slot) = xml.open.get(depth).and_then(|name| entry.slot(name)) {
                    slot.push_str(&text);
                }
            }
        }
    }
    Ok(entry)
}

impl Entry {
    fn slot(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            "title" => &mut self.title,
            "link" => &mut self.link,
            "guid" | "id" => &mut self.id,
            "pubDate" | "published" | "date" => &mut self.date,
            "updated" => &mut self.updated,
            "author" | "creator" => &mut self.author,
            "encoded" | "content" => &mut self.full,
            "description" | "summary" => &mut self.summary,
            _ => return None,
        })
    }

    fn into_record(self, outlet: &str, line: u64) -> Read {
        let plain = |html: &str| html::fragment(html).map(|text| text.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
        let at = |reason| Fault::at(line, reason);
        let full = if self.full.trim().is_empty() { &self.summary } else { &self.full };
        let mut record = Record { text: html::fragment(full).map_err(at)?, ..Record::default() };
        let mut fields = Fields::default();
        fields.set(Field::Title, &plain(&self.title).map_err(at)?);
        fields.set(Field::Outlet, &plain(outlet).map_err(at)?);
        fields.set(Field::Author, &plain(&self.author).map_err(at)?);
        fields.set(Field::Date, if self.date.trim().is_empty() { &self.updated } else { &self.date });
        fields.set(Field::Url, &self.link);
        // A bare number is unique in its feed alone.
        let id = self.id.trim();
        record.id = Some(id.to_owned()).filter(|id| id.contains("://") || id.starts_with("urn:") || id.starts_with("tag:"));
        record.fields = fields;
        Ok((record, Some(line)))
    }
}
