//! Articles as rows and as JSON lines, under the names that the readers know.

use crate::corpus::{Article, Genre};

const COLUMNS: [&str; 9] = ["id", "title", "outlet", "date", "author", "url", "event", "genre", "text"];

fn cells(article: &Article) -> [Option<&str>; 9] {
    let meta = &article.meta;
    [
        Some(&*article.id),
        meta.title.as_deref(),
        meta.outlet.as_deref(),
        meta.date.as_deref(),
        meta.author.as_deref(),
        meta.url.as_deref(),
        meta.event.as_deref(),
        meta.genre.map(genre),
        Some(&*article.text),
    ]
}

/// The name of a genre in data.
pub fn genre(genre: Genre) -> &'static str {
    match genre {
        Genre::Info => "info",
        Genre::Depeche => "depeche",
        Genre::Opinion => "opinion",
        Genre::Entretien => "entretien",
    }
}

pub fn header() -> Vec<u8> {
    csv_row(COLUMNS)
}

pub fn row(article: &Article) -> Vec<u8> {
    csv_row(cells(article).map(Option::unwrap_or_default))
}

pub fn json(article: &Article) -> Vec<u8> {
    let object: serde_json::Map<_, _> =
        COLUMNS.into_iter().zip(cells(article)).map(|(name, cell)| (name.to_owned(), cell.into())).collect();
    let mut line = serde_json::Value::Object(object).to_string().into_bytes();
    line.push(b'\n');
    line
}

pub fn csv_row<'c>(cells: impl IntoIterator<Item = &'c str>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(cells);
    writer.into_inner().unwrap_or_default()
}
