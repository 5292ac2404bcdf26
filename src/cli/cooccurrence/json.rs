//! Who is named with which word, with the sentences of each pair.

use super::super::explore::Exploration;
use crate::report::cooccurrence::{Together, refused};
use crate::stats::cooccurrence::Refusal;
use crate::stats::family::Family;
use serde_json::{Value, json};

pub fn write(exploration: &Exploration, tables: &[(Family, Result<Together, Refusal>)]) -> String {
    let table = |(family, table): &(Family, Result<Together, Refusal>)| {
        let path = family.path(exploration.lexicons);
        match table {
            Ok(table) => one(exploration, path, table),
            Err(refusal) => json!({ "family": path, "refused": refused(*refusal, exploration.lang) }),
        }
    };
    let all = json!({ "articles": exploration.sample.articles.len(), "families": tables.iter().map(table).collect::<Vec<Value>>() });
    format!("{all:#}\n")
}

fn one(exploration: &Exploration, path: String, together: &Together) -> Value {
    let words = together.family.words(exploration.lexicons, exploration.lang);
    let pair = |pair: (usize, usize)| {
        let cell = together.cell(pair);
        let place = |(article, sentence): &(usize, usize)| {
            let record = exploration.sample.articles[*article].record;
            let (start, end) = record.sentences[*sentence];
            json!({ "id": record.id, "sentence": sentence, "start": start, "end": end })
        };
        json!({
            "actor": together.table.actors[pair.0].0, "word": words[pair.1],
            "sentences": cell.sentences(), "articles": cell.articles, "outlets": cell.outlets,
            "expected": cell.expected, "observed_over_expected": cell.ratio(), "g2": cell.g2,
            "places": cell.places.iter().map(place).collect::<Vec<Value>>(),
        })
    };
    json!({ "family": path, "sentences": together.table.sentences, "pairs": together.pairs().into_iter().map(pair).collect::<Vec<Value>>() })
}
