//! A row a quotation or a stretch of reported speech: where, how long, whose. The words themselves stay in the text.

use super::super::Corpus;
use super::{Table, name_of};
use crate::voice::Source;

const COLUMNS: [&str; 9] = ["article", "outlet", "kind", "start", "end", "words", "source", "source_actor", "relay"];

pub fn table(corpus: &Corpus) -> Table {
    let mut rows = Vec::new();
    for record in corpus.articles.iter().map(|scored| &scored.record) {
        let quoted = record.quotes.iter().map(|quote| (name_of(&quote.kind), quote.start, quote.end, quote.words, quote.source.as_ref()));
        let reported = record.reported.iter().map(|said| ("reported".to_owned(), said.start, said.end, said.words, said.source.as_ref()));
        let mut all: Vec<(String, usize, usize, usize, Option<&Source>)> = quoted.chain(reported).collect();
        all.sort_by_key(|(_, start, end, ..)| (*start, *end));
        for (kind, start, end, words, source) in all {
            rows.push(vec![
                record.id.clone().into(),
                record.outlet.clone().into(),
                kind.into(),
                start.into(),
                end.into(),
                words.into(),
                source.map(|source| source.text.clone()).into(),
                source.and_then(|source| source.actor.clone()).into(),
                source.and_then(|source| source.relay.clone()).into(),
            ]);
        }
    }
    Table { name: "quotes", columns: &COLUMNS, rows }
}
