//! Word documents: a paragraph a line; the paragraph in the style "Titre" is the title.

use super::columns::Names;
use super::fault::Fault;
use super::package::Package;
use super::records::Content;
use super::texts;
use super::xml::{Piece, Xml};

/// What stands in the file and not on the page: deletions that are tracked, a second copy of drawings, markers of fields.
const LEFT_OUT: &[&str] = &["del", "moveFrom", "Fallback", "instrText", "delText"];

/// The article or articles of a document.
pub(super) fn content(mut package: Package, names: &Names) -> Result<Content, Fault> {
    let page = read(&package.needed("word/document.xml")?)?;
    let title = match page.title {
        Some(title) => Some(title),
        None => package.part("docProps/core.xml")?.map(|core| super::odt::said_title(&core)).transpose()?.flatten(),
    };
    Ok(texts::content(page.text, names).titled(title))
}

/// The text of a document's body.
struct Page {
    text: String,
    title: Option<String>,
}

fn read(document: &str) -> Result<Page, Fault> {
    let mut xml = Xml::new(document);
    let (mut text, mut title) = (String::new(), None);
    // Paragraphs nest where a text box hangs on one.
    let mut starts: Vec<(usize, bool)> = Vec::new();
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) if LEFT_OUT.contains(&&*tag.name) => xml.skip()?,
            Piece::Open(tag) => match &*tag.name {
                "p" => {
                    if !starts.is_empty() && !text.ends_with('\n') {
                        text.push('\n');
                    }
                    starts.push((text.len(), false));
                }
                "pStyle" => {
                    if let (Some(start), Some(style)) = (starts.last_mut(), tag.attribute("val")) {
                        start.1 = matches!(style, "Title" | "Titre");
                    }
                }
                // `w:tab` is also the stop of a paragraph's layout.
                "tab" if xml.parent() == "r" => text.push('\t'),
                "br" | "cr" => text.push('\n'),
                "noBreakHyphen" => text.push('\u{2011}'),
                "softHyphen" => text.push('\u{ad}'),
                _ => {}
            },
            Piece::Close(name) if name == "p" => {
                if let Some((start, is_title)) = starts.pop() {
                    let said = text[start.min(text.len())..].trim();
                    if is_title && title.is_none() && !said.is_empty() {
                        title = Some(said.to_owned());
                    }
                    text.push('\n');
                }
            }
            Piece::Text(run) if xml.here() == "t" => text.push_str(&run),
            Piece::Close(_) | Piece::Text(_) => {}
        }
    }
    Ok(Page { text, title })
}
