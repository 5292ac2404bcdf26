//! An IRaMuTeQ corpus: `**** *variable_modalité …` before each text.

use super::table::genre;
use crate::corpus::Article;

/// One text with its variables. An asterisk means something to IRaMuTeQ wherever it stands, so texts get `•` instead.
pub fn text(article: &Article) -> String {
    let meta = &article.meta;
    let mut head = "****".to_owned();
    let mut variable = |name: &str, value: Option<&str>| {
        if let Some(value) = value.map(modality).filter(|value| !value.is_empty()) {
            head += &format!(" *{name}_{value}");
        }
    };
    variable("id", Some(&article.id));
    variable("media", meta.outlet.as_deref());
    variable("date", meta.date.as_deref());
    // What a chronology is drawn by.
    variable("annee", meta.date.as_deref().and_then(|date| date.get(..4)).filter(|year| year.bytes().all(|b| b.is_ascii_digit())));
    variable("auteur", meta.author.as_deref());
    variable("evenement", meta.event.as_deref());
    variable("genre", meta.genre.map(genre));
    let text = article.text.replace('*', "•");
    format!("{head}\n{}\n\n", text.trim_end_matches(['\n', '\r']))
}

/// A modality has no white space and no asterisk.
fn modality(value: &str) -> String {
    let words: Vec<&str> = value.split(|c: char| c.is_whitespace() || c == '*' || c == '_').filter(|word| !word.is_empty()).collect();
    words.join("_")
}
