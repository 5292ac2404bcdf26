//! A row an article.

use super::super::Corpus;
use super::{Table, name_of};
use crate::counts::Record;
use crate::voice::Voice;

const COLUMNS: [&str; 22] = [
    "id",
    "path",
    "outlet",
    "date",
    "title",
    "author",
    "url",
    "event",
    "genre",
    "section",
    "digest",
    "chars",
    "words",
    "words_own",
    "words_quoted",
    "words_reported",
    "words_in_marks",
    "sentences",
    "hits",
    "roles",
    "compared",
    "warnings",
];

pub fn table(corpus: &Corpus) -> Table {
    let rows = corpus.articles.iter().enumerate().map(|(at, scored)| {
        let record: &Record = &scored.record;
        let said = |voice: Voice| {
            record.tokens_by_voice.map(|by| match voice {
                Voice::Outlet => by.outlet,
                Voice::Direct => by.direct,
                Voice::Indirect => by.indirect,
                Voice::Scare => by.scare,
            })
        };
        vec![
            record.id.clone().into(),
            record.path.clone().into(),
            record.outlet.clone().into(),
            record.date.clone().into(),
            record.title.clone().into(),
            record.author.clone().into(),
            record.url.clone().into(),
            record.event.clone().into(),
            record.genre.map(|genre| name_of(&genre)).into(),
            record.section.clone().into(),
            record.digest.clone().into(),
            record.chars.into(),
            record.tokens.into(),
            said(Voice::Outlet).into(),
            said(Voice::Direct).into(),
            said(Voice::Indirect).into(),
            said(Voice::Scare).into(),
            record.sentences.len().into(),
            record.hits.len().into(),
            record.roles.len().into(),
            corpus.survey.taken.contains(&at).into(),
            record.warnings.join(" ").into(),
        ]
    });
    Table { name: "articles", columns: &COLUMNS, rows: rows.collect() }
}
