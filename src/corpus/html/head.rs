//! What a page says of itself: title, site, date, author, address.

use super::super::record::Fields;
use dom_query::Document;
use dom_smoothie::Readability;

/// Metadata from OpenGraph, JSON-LD, `<meta>`, `<time>` and `<link rel=canonical>`.
pub(super) fn fields(document: &Document, readability: &Readability) -> Fields {
    let found = readability.get_article_metadata(readability.parse_json_ld());
    let site = non_empty(found.site_name);
    let title = attribute(document, "meta[property='og:title']", "content")
        .or_else(|| single_heading(document))
        .or_else(|| non_empty(Some(found.title)))
        .map(|title| without_site(&title, site.as_deref()));
    Fields {
        title,
        outlet: site,
        date: non_empty(found.published_time)
            .or_else(|| attribute(document, "meta[name='date']", "content"))
            .or_else(|| attribute(document, "[itemprop='datePublished']", "content"))
            .or_else(|| attribute(document, "time[datetime]", "datetime")),
        author: non_empty(found.byline).filter(|author| !author.contains("://")),
        url: attribute(document, "link[rel='canonical']", "href")
            .or_else(|| attribute(document, "meta[property='og:url']", "content"))
            .or_else(|| non_empty(found.url))
            .filter(|url| url.contains("://")),
        event: None,
        genre: None,
        keep: None,
    }
}

fn attribute(document: &Document, selector: &str, name: &str) -> Option<String> {
    non_empty(document.select_single(selector).attr(name).map(|value| value.to_string()))
}

/// The text of the page's `<h1>`, where it has just one.
fn single_heading(document: &Document) -> Option<String> {
    let headings = document.select("h1");
    match headings.nodes() {
        [heading] => non_empty(Some(heading.text().to_string())),
        _ => None,
    }
}

/// "Titre - Le Journal" without its site.
fn without_site(title: &str, site: Option<&str>) -> String {
    let bare = site
        .and_then(|site| title.strip_suffix(site))
        .map(str::trim_end)
        .and_then(|rest| rest.strip_suffix(['-', '|', '–', '—', ':', '·', '•']))
        .map(str::trim_end)
        .filter(|rest| !rest.is_empty());
    bare.unwrap_or(title).to_owned()
}

/// White space in one, nothing where there is nothing.
fn non_empty(value: Option<String>) -> Option<String> {
    let value = super::lines::one_line(&value?);
    (!value.is_empty()).then_some(value)
}
