//! The concordance as a table: a row a passage.

use super::Concordance;

const HEADER: [&str; 17] = [
    "id",
    "outlet",
    "date",
    "title",
    "left",
    "found",
    "right",
    "what",
    "zone",
    "negated",
    "voice",
    "source",
    "actor",
    "start",
    "end",
    "articles_with",
    "articles",
];

pub fn write(concordance: &Concordance) -> String {
    let mut table = ::csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let mut row = |cells: Vec<String>| drop(table.write_record(cells));
    row(HEADER.map(String::from).to_vec());
    for (article, line) in &concordance.lines {
        let about = &concordance.articles[*article];
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let source = line.source.as_ref();
        row(vec![
            about.id.clone(),
            text(&about.outlet),
            text(&about.date),
            text(&about.title),
            line.left.clone(),
            line.found.clone(),
            line.right.clone(),
            line.path.join("/"),
            name_of(&line.zone),
            line.negated.to_string(),
            line.voice.map(|voice| name_of(&voice)).unwrap_or_default(),
            source.map(|source| source.text.clone()).unwrap_or_default(),
            source.and_then(|source| source.actor.clone()).unwrap_or_default(),
            line.start.to_string(),
            line.end.to_string(),
            concordance.articles.len().to_string(),
            concordance.read.to_string(),
        ]);
    }
    String::from_utf8(table.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The name of a value as it stands in JSON.
fn name_of(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}
