//! Writer documents: a paragraph a line; the paragraph in the style "Title" is the title.

use super::columns::Names;
use super::fault::Fault;
use super::package::Package;
use super::records::Content;
use super::texts;
use super::xml::{Piece, Xml};

/// Remarks, footnotes and what was deleted with changes tracked are no text of the article.
const LEFT_OUT: &[&str] = &["annotation", "note", "tracked-changes", "forms", "sequence-decls", "desc"];

/// The article or articles of a document.
pub(super) fn content(mut package: Package, names: &Names) -> Result<Content, Fault> {
    let (text, title) = read(&package.needed("content.xml")?)?;
    let title = match title {
        Some(title) => Some(title),
        None => package.part("meta.xml")?.map(|meta| said_title(&meta)).transpose()?.flatten(),
    };
    Ok(texts::content(text, names).titled(title))
}

fn read(document: &str) -> Result<(String, Option<String>), Fault> {
    let mut xml = Xml::new(document);
    let (mut text, mut title) = (String::new(), None);
    // Word processors give each paragraph a style of its own, derived from the named one.
    let mut title_styles = vec!["Title".to_owned()];
    let mut starts: Vec<(usize, bool)> = Vec::new();
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) if LEFT_OUT.contains(&&*tag.name) => xml.skip()?,
            Piece::Open(tag) => match &*tag.name {
                "style" if tag.attribute("parent-style-name") == Some("Title") => {
                    title_styles.extend(tag.attribute("name").map(str::to_owned));
                }
                "p" | "h" => {
                    if !starts.is_empty() && !text.ends_with('\n') {
                        text.push('\n');
                    }
                    let is_title = tag.attribute("style-name").is_some_and(|style| title_styles.iter().any(|s| s == style));
                    starts.push((text.len(), is_title));
                }
                "s" if !starts.is_empty() => {
                    let spaces = tag.attribute("c").and_then(|c| c.parse().ok()).unwrap_or(1_usize);
                    text.extend(std::iter::repeat_n(' ', spaces.min(80)));
                }
                "tab" if !starts.is_empty() => text.push('\t'),
                "line-break" => text.push('\n'),
                _ => {}
            },
            Piece::Close(name) if name == "p" || name == "h" => {
                if let Some((start, is_title)) = starts.pop() {
                    let said = text[start.min(text.len())..].trim();
                    if is_title && title.is_none() && !said.is_empty() {
                        title = Some(said.to_owned());
                    }
                    text.push('\n');
                }
            }
            Piece::Text(run) if !starts.is_empty() => {
                let mut last = ' ';
                // White space of the file is one space; more are written as elements.
                for c in run.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }) {
                    if c != ' ' || last != ' ' || text.ends_with(|end: char| !end.is_whitespace()) {
                        text.push(c);
                    }
                    last = c;
                }
            }
            Piece::Close(_) | Piece::Text(_) => {}
        }
    }
    Ok((text, title))
}

/// The title in the properties of a document, where a person wrote one.
pub(super) fn said_title(properties: &str) -> Result<Option<String>, Fault> {
    let mut xml = Xml::new(properties);
    let mut title = String::new();
    while let Some(piece) = xml.next()? {
        if let Piece::Text(text) = piece
            && xml.here() == "title"
        {
            title.push_str(&text);
        }
    }
    let title = title.trim();
    let by_program = title.starts_with("Microsoft Word") || [".doc", ".docx", ".odt"].iter().any(|ending| title.ends_with(ending));
    Ok((!title.is_empty() && !by_program).then(|| title.to_owned()))
}
