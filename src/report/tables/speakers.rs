//! A row a group and speaker: how many words each is given, quoted and reported.

use super::super::{Corpus, speakers};
use super::{Cell, Table};
use crate::counts::Record;

const COLUMNS: [&str; 5] = ["group", "speaker", "words_quoted", "words_reported", "relays"];

pub fn table(corpus: &Corpus) -> Table {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for group in &corpus.comparison.groups {
        let records: Vec<&Record> = group.articles.iter().map(|at| &corpus.articles[*at].record).collect();
        for (name, floor) in speakers::floors(corpus, &records) {
            let relays = floor.relays.keys().cloned().collect::<Vec<_>>().join(", ");
            rows.push(vec![group.name.clone().into(), name.into(), floor.quoted.into(), floor.reported.into(), relays.into()]);
        }
    }
    Table { name: "speakers", columns: &COLUMNS, rows }
}
