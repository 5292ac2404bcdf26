//! Who is named with which word, as rows: every actor and every word, those that never meet too.

use super::super::explore::Exploration;
use crate::report::cooccurrence::Together;
use crate::stats::cooccurrence::Refusal;
use crate::stats::family::Family;

const HEADER: [&str; 11] = [
    "family",
    "actor",
    "word",
    "sentences",
    "articles",
    "outlets",
    "expected",
    "observed_over_expected",
    "g2",
    "sentences_of_actor",
    "sentences_of_word",
];

pub fn write(exploration: &Exploration, tables: &[(Family, Result<Together, Refusal>)]) -> String {
    let mut out = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = out.write_record(HEADER);
    for (family, together) in tables.iter().filter_map(|(family, table)| Some((family, table.as_ref().ok()?))) {
        let (table, words) = (&together.table, family.words(exploration.lexicons, exploration.lang));
        for ((actor, named), cells) in table.actors.iter().zip(&table.cells) {
            for (column, cell) in cells.iter().enumerate().filter(|(column, _)| table.words[*column] > 0) {
                let _ = out.write_record([
                    family.path(exploration.lexicons),
                    actor.clone(),
                    words[column].to_owned(),
                    cell.sentences().to_string(),
                    cell.articles.to_string(),
                    cell.outlets.to_string(),
                    cell.expected.to_string(),
                    cell.ratio().map(|ratio| ratio.to_string()).unwrap_or_default(),
                    cell.g2.to_string(),
                    named.to_string(),
                    table.words[column].to_string(),
                ]);
            }
        }
    }
    String::from_utf8(out.into_inner().unwrap_or_default()).unwrap_or_default()
}
