//! TEI P5: a `<teiCorpus>` in one file, or a file an article beside `metadata.csv`, as TXM imports them (XTZ + CSV).

use super::table::{csv_row, genre};
use crate::corpus::{Article, Mark};

const PROLOGUE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.tei-c.org/ns/1.0";

pub const BEGIN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader><fileDesc>\
    <titleStmt><title>Corpus</title></titleStmt><publicationStmt><authority>cadrage</authority></publicationStmt>\
    <sourceDesc><p>Articles de presse</p></sourceDesc></fileDesc></teiHeader>\n";

pub const END: &str = "</teiCorpus>\n";

/// One article as a file of its own.
pub fn document(article: &Article) -> String {
    format!("{PROLOGUE}{}", tei(article, &format!(" xmlns=\"{NAMESPACE}\"")))
}

/// One article of a `<teiCorpus>`.
pub fn element(article: &Article) -> String {
    tei(article, "")
}

pub fn metadata_header() -> Vec<u8> {
    csv_row(["id", "identifiant", "media", "date", "titre", "auteur", "evenement", "genre"])
}

/// What TXM is told of the file of that name.
pub fn metadata(name: &str, article: &Article) -> Vec<u8> {
    let meta = &article.meta;
    let or_empty = |value: &'_ Option<String>| value.clone().unwrap_or_default();
    let cells = [
        name.to_owned(),
        article.id.clone(),
        or_empty(&meta.outlet),
        or_empty(&meta.date),
        or_empty(&meta.title),
        or_empty(&meta.author),
        or_empty(&meta.event),
        meta.genre.map(genre).unwrap_or_default().to_owned(),
    ];
    csv_row(cells.iter().map(String::as_str))
}

fn tei(article: &Article, namespace: &str) -> String {
    let meta = &article.meta;
    let element = |name: &str, value: Option<&str>| value.map(|value| format!("<{name}>{}</{name}>", escaped(value))).unwrap_or_default();
    let author = element("author", meta.author.as_deref());
    let title = escaped(meta.title.as_deref().unwrap_or_default());
    let outlet = meta.outlet.as_deref().map(|outlet| format!("<title level=\"j\">{}</title>", escaped(outlet))).unwrap_or_default();
    let date = meta.date.as_deref().map(date).unwrap_or_default();
    let url = meta.url.as_deref().map(|url| format!("<ref target=\"{}\"/>", escaped(url))).unwrap_or_default();
    let terms: String = [("event", meta.event.as_deref()), ("genre", meta.genre.map(genre))]
        .iter()
        .filter_map(|(kind, value)| Some(format!("<term type=\"{kind}\">{}</term>", escaped((*value)?))))
        .collect();
    let profile =
        if terms.is_empty() { terms } else { format!("<profileDesc><textClass><keywords>{terms}</keywords></textClass></profileDesc>") };
    format!(
        "<TEI{namespace}>\n<teiHeader><fileDesc><titleStmt><title>{title}</title>{author}</titleStmt><publicationStmt><authority>cadrage</authority>\
         <idno>{}</idno></publicationStmt><sourceDesc><bibl><title level=\"a\">{title}</title>{outlet}{author}{date}{url}</bibl></sourceDesc>\
         </fileDesc>{profile}</teiHeader>\n<text><body>\n{}</body></text>\n</TEI>\n",
        escaped(&article.id),
        body(article)
    )
}

/// `when` takes ISO dates alone.
fn date(found: &str) -> String {
    let iso = found.starts_with(|c: char| c.is_ascii_digit()) && found.chars().all(|c| c.is_ascii_digit() || c == '-');
    let found = escaped(found);
    if iso { format!("<date when=\"{found}\">{found}</date>") } else { format!("<date>{found}</date>") }
}

/// The title as `<head>`; paragraphs are parted by blank lines, lines in them by `<lb/>`.
fn body(article: &Article) -> String {
    let title = article.marked.iter().find(|(mark, span)| *mark == Mark::Title && article.text[..span.start].trim().is_empty());
    let rest_at = title.map_or(0, |(_, span)| span.end);
    let mut out = title.map(|(_, span)| format!("<head>{}</head>\n", escaped(span.of(&article.text)))).unwrap_or_default();
    let rest = article.text[rest_at..].replace("\r\n", "\n");
    for paragraph in rest.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        let lines: Vec<String> = paragraph.lines().map(escaped).collect();
        out += &format!("<p>{}</p>\n", lines.join("<lb/>\n"));
    }
    out
}

/// Without what XML cannot hold.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '&' => out += "&amp;",
            '"' => out += "&quot;",
            '\t' | '\n' | '\r' => out.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}
