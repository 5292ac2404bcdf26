//! A row a group and speaker: how many words each is given, quoted and reported.

use super::super::{Corpus, speakers};
use super::{Cell, Table};

const COLUMNS: [&str; 5] = ["group", "speaker", "words_quoted", "words_reported", "relays"];

pub fn table(corpus: &Corpus) -> Table {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for group in &corpus.comparison.groups {
        for (name, floor) in speakers::floors(corpus, &group.articles) {
            let relays = floor.relays.keys().cloned().collect::<Vec<_>>().join(", ");
            rows.push(vec![group.name.clone().into(), name.into(), floor.quoted.into(), floor.reported.into(), relays.into()]);
        }
    }
    Table { name: "speakers", columns: &COLUMNS, rows }
}
