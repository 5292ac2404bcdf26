//! What a page says of itself: title, site, date, author, address.

use super::super::record::Fields;
use dom_query::Document;
use dom_smoothie::Readability;

/// Metadata from OpenGraph, JSON-LD, `<meta>`, `<time>` and `<link rel=canonical>`.
pub(super) fn fields(document: &Document, readability: &Readability) -> Fields {
    let found = readability.get_article_metadata(readability.parse_json_ld());
    let site = non_empty(found.site_name);
    let title = heading(document).or_else(|| non_empty(Some(found.title))).map(|title| without_site(&title, site.as_deref()));
    Fields {
        title,
        outlet: site,
        date: non_empty(found.published_time)
            .or_else(|| attribute(document, "meta[name='date']", "content"))
            .or_else(|| attribute(document, "[itemprop='datePublished']", "content"))
            .or_else(|| attribute(document, "time[datetime]", "datetime")),
        author: non_empty(found.byline).filter(|author| !author.contains("://")).or_else(|| author(document)),
        url: attribute(document, "link[rel='canonical']", "href")
            .or_else(|| attribute(document, "meta[property='og:url']", "content"))
            .or_else(|| non_empty(found.url))
            .filter(|url| url.contains("://")),
        event: None,
        genre: None,
        section: attribute(document, "meta[property='article:section']", "content").or_else(|| json_ld(document, "articleSection")),
        keep: None,
    }
}

/// The title as the page gives it to others, else its only `<h1>`.
pub(super) fn heading(document: &Document) -> Option<String> {
    attribute(document, "meta[property='og:title']", "content").or_else(|| single_heading(document))
}

/// The standfirst as the page gives it to others.
pub(super) fn description(document: &Document) -> Option<String> {
    attribute(document, "meta[property='og:description']", "content")
        .or_else(|| attribute(document, "meta[name='description']", "content"))
        .or_else(|| json_ld(document, "description"))
}

/// The first value of a key in the page's JSON-LD, however deep.
fn json_ld(document: &Document, key: &str) -> Option<String> {
    let scripts = document.select("script[type='application/ld+json']");
    let blocks = scripts.nodes().iter().filter_map(|node| serde_json::from_str(&node.text()).ok());
    non_empty(blocks.filter_map(|block: serde_json::Value| value_of(&block, key)).next())
}

fn value_of(value: &serde_json::Value, key: &str) -> Option<String> {
    use serde_json::Value;
    match value {
        Value::Object(map) => match map.get(key) {
            Some(Value::String(text)) => Some(text.clone()),
            Some(Value::Array(list)) if list.first().is_some_and(Value::is_string) => list[0].as_str().map(str::to_owned),
            _ => map.values().find_map(|below| value_of(below, key)),
        },
        Value::Array(list) => list.iter().find_map(|below| value_of(below, key)),
        _ => None,
    }
}

/// Who signs, where the head does not say.
fn author(document: &Document) -> Option<String> {
    const NAMES: usize = 8;
    let selectors = ["[rel='author']", "[itemprop='author'] [itemprop='name']", "[itemprop='author']"];
    selectors
        .iter()
        .filter_map(|selector| non_empty(Some(document.select_single(selector).text().to_string())))
        .find(|name| name.split(' ').count() <= NAMES)
}

/// The site of an address: `https://www.journal.example/a` → `journal.example`.
pub(super) fn host(url: &str) -> Option<String> {
    let host = url.split_once("://")?.1.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.')).then(|| host.to_lowercase())
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
