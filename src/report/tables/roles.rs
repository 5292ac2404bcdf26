//! A row a statement that an actor plays a part.

use super::super::Corpus;
use super::{Table, name_of, passage};
use crate::text::offsets::Slicer;

const COLUMNS: [&str; 14] = [
    "article",
    "outlet",
    "actor",
    "role",
    "target",
    "text",
    "start",
    "end",
    "zone",
    "sentence",
    "voice",
    "source",
    "source_actor",
    "passage",
];

pub fn table(corpus: &Corpus, around: Option<usize>) -> Table {
    let mut rows = Vec::new();
    for scored in &corpus.articles {
        let slicer = scored.text.as_deref().map(Slicer::new);
        let record = &scored.record;
        for role in &record.roles {
            let passage = |slicer: &Slicer| passage(slicer, record.sentences[role.sentence], (role.start, role.end), around);
            rows.push(vec![
                record.id.clone().into(),
                record.outlet.clone().into(),
                role.actor.clone().into(),
                role.role.clone().into(),
                role.target.clone().into(),
                role.text.clone().into(),
                role.start.into(),
                role.end.into(),
                name_of(&role.zone).into(),
                role.sentence.into(),
                role.voice.map(|voice| name_of(&voice)).into(),
                role.source.as_ref().map(|source| source.text.clone()).into(),
                role.source.as_ref().and_then(|source| source.actor.clone()).into(),
                slicer.as_ref().map(passage).into(),
            ]);
        }
    }
    Table { name: "roles", columns: &COLUMNS, rows }
}
