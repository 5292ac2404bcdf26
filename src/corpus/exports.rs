//! Exports of press databases as HTML: Europresse and Factiva, many articles a file.

use super::columns::Field;
use super::fault::Fault;
use super::html;
use super::record::{Fields, Record};
use super::records::{Content, Read};
use dom_query::{NodeRef, Selection};

/// The database that a page was saved from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    Europresse,
    Factiva,
}

/// Known by the classes that they alone use.
pub(super) fn base(page: &str) -> Option<Base> {
    if page.contains("DocPublicationName") && page.contains("<article") {
        Some(Base::Europresse)
    } else if page.contains("articleParagraph") && page.contains("Article\"") {
        Some(Base::Factiva)
    } else {
        None
    }
}

/// The articles of an export.
pub(super) fn content(page: &str, base: Base) -> Result<Content, Fault> {
    let document = html::parsed(page)?;
    let (selector, read): (_, fn(&Selection<'_>) -> Read) = match base {
        Base::Europresse => ("article", europresse),
        Base::Factiva => ("div.article", factiva),
    };
    let records: Vec<Read> = document.select(selector).iter().map(|article| read(&article)).collect();
    Ok(Content::Many(Box::new(records.into_iter())))
}

/// `<article><header>` with `DocPublicationName`, `DocHeader` (section, date, length), `titreArticle`, authors; `docOcurrContainer` the text.
fn europresse(article: &Selection<'_>) -> Read {
    let first = |selector: &str| article.select(selector).iter().map(|found| line(&found)).find(|text| !text.is_empty());
    let mut fields = Fields::default();
    if let Some(name) = first(".DocPublicationName") {
        fields.set(Field::Outlet, outlet(&name));
    }
    if let Some(title) = first(".titreArticleVisu").or_else(|| first(".titreArticle")) {
        fields.set(Field::Title, &title);
    }
    if let Some(date) = first(".DocHeader").and_then(|header| date_in(&header)) {
        fields.set(Field::Date, &date);
    }
    if let Some(author) = first(".docAuthors").or_else(|| first("header > .sm-margin-bottomNews")) {
        fields.set(Field::Author, &author);
    }
    let body = ["div.docOcurrContainer", "div.DocText", "section"].iter().find_map(|selector| {
        let text = text(&article.select_single(selector))?;
        (!text.is_empty()).then_some(text)
    });
    let record = Record { text: body.unwrap_or_default(), fields, ..Record::default() };
    Ok((record, None))
}

/// "Le Fanal, no. 1234" or "Le Fanal (site web)" → "Le Fanal".
fn outlet(name: &str) -> &str {
    let ends = [", no", ",no", " no. ", " (", "  "];
    let end = ends.iter().filter_map(|end| name.find(end)).min().unwrap_or(name.len());
    name[..end].trim_end_matches([',', ' '])
}

/// The date in "Politique, jeudi 9 novembre 2017 543 mots, p. 4".
fn date_in(header: &str) -> Option<String> {
    let words: Vec<&str> = header.split_whitespace().collect();
    (0..words.len()).find_map(|at| super::iso_date(&words[at..words.len().min(at + 4)].join(" ")).filter(|date| date.len() == 10))
}

/// `<div class="article frArticle">`: `div#hd` the title, plain `div`s the date, the source …, or a table of two-letter codes;
/// `p.articleParagraph` the text.
fn factiva(article: &Selection<'_>) -> Read {
    let mut fields = Fields::default();
    let mut id = None;
    let mut lead = String::new();
    for row in article.select("tr").iter() {
        let cells: Vec<_> = row.select("td").iter().collect();
        let [code, value] = &cells[..] else { continue };
        let said = line(value);
        match &*line(code) {
            "HD" => fields.set(Field::Title, &said),
            "BY" => fields.set(Field::Author, &said),
            "SN" => fields.set(Field::Outlet, &said),
            "PD" => fields.set(Field::Date, &said),
            "AN" => id = Some(said.trim_start_matches("Document").trim().to_owned()).filter(|id| !id.is_empty()),
            "LP" | "TD" => {
                lead.push_str(if lead.is_empty() { "" } else { "\n\n" });
                lead.push_str(&text(value).unwrap_or_default());
            }
            _ => {}
        }
    }
    if fields == Fields::default() {
        let hd = line(&article.select_single("#hd"));
        fields.set(Field::Title, &hd);
        fields.set(Field::Author, &line(&article.select_single(".author")));
        let plain: Vec<String> = article.children().iter().filter(is_plain_div).map(|div| line(&div)).collect();
        let dated = plain.iter().position(|line| super::iso_date(line).is_some_and(|date| date.len() == 10));
        if let Some(at) = dated {
            fields.set(Field::Date, &plain[at]);
            // The time may stand between the date and the name of the source.
            let source = plain[at + 1..].iter().find(|line| line.chars().filter(|c| c.is_alphabetic()).count() > 2);
            fields.set(Field::Outlet, source.map_or("", |name| name));
        }
    }
    if lead.is_empty() {
        let paragraphs: Vec<String> = article.select("p.articleParagraph").iter().map(|p| line(&p)).filter(|p| !p.is_empty()).collect();
        lead = paragraphs.join("\n\n");
    }
    Ok((Record { id, text: lead, fields, ..Record::default() }, None))
}

fn is_plain_div(node: &Selection<'_>) -> bool {
    node.is("div") && !node.is("[class]") && !node.is("#hd")
}

/// The words of an element on one line.
fn line(found: &Selection<'_>) -> String {
    found.text().split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// The paragraphs of an element.
fn text(found: &Selection<'_>) -> Option<String> {
    let node: &NodeRef<'_> = found.nodes().first()?;
    Some(html::text_of(node))
}
