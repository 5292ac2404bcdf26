//! A row a word found, with its sentence.

use super::super::Corpus;
use super::{Table, name_of, passage};
use crate::text::offsets::Slicer;

const COLUMNS: [&str; 18] = [
    "article",
    "outlet",
    "lexicon",
    "axis",
    "pole",
    "marker",
    "text",
    "start",
    "end",
    "zone",
    "sentence",
    "negated",
    "voice",
    "source",
    "source_actor",
    "said_by",
    "said_how",
    "passage",
];

pub fn table(corpus: &Corpus, around: Option<usize>) -> Table {
    let mut rows = Vec::new();
    for scored in &corpus.articles {
        let slicer = scored.text.as_deref().map(Slicer::new);
        let record = &scored.record;
        for hit in &record.hits {
            let passage = |slicer: &Slicer| passage(slicer, record.sentences[hit.sentence], (hit.start, hit.end), around);
            rows.push(vec![
                record.id.clone().into(),
                record.outlet.clone().into(),
                (&*hit.lexicon).into(),
                (&*hit.axis).into(),
                (&*hit.pole).into(),
                (&*hit.marker).into(),
                hit.text.clone().into(),
                hit.start.into(),
                hit.end.into(),
                name_of(&hit.zone).into(),
                hit.sentence.into(),
                hit.negated.into(),
                hit.voice.map(|voice| name_of(&voice)).into(),
                hit.source.as_ref().map(|source| source.text.clone()).into(),
                hit.source.as_ref().and_then(|source| source.actor.clone()).into(),
                hit.said.as_ref().map(|said| said.verb.to_string()).into(),
                hit.said.as_ref().map(|said| said.class.to_string()).into(),
                slicer.as_ref().map(passage).into(),
            ]);
        }
    }
    Table { name: "hits", columns: &COLUMNS, rows }
}
