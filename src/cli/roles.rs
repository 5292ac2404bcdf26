//! `cadrage roles`: who is given which part, as a table to read or as rows to count with.

use super::output::{self, Output};
use super::session::Session;
use super::{Failure, Status};
use crate::counts::Record;
use crate::lang::Lang;
use crate::lexicon::{Lexicon, Purpose, word_of};
use crate::roles::Role;
use crate::stats::{self, Grouping, RoleCell};
use crate::text::offsets::Slicer;
use clap::ArgMatches;

const COLUMNS: [&str; 12] =
    ["id", "outlet", "title", "actor", "role", "target", "text", "zone", "voice", "source", "source_actor", "sentence"];

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let as_csv = args.get_one::<String>("format").is_some_and(|format| format == "csv");
    let mut session = Session::new(args, lang)?;
    let path = output::named(args);
    let mut output = Output::open(path, lang)?;
    let mut read: Vec<Record<'static>> = Vec::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    session.each(
        |instrument, article| {
            let record = instrument.score(&article).into_owned();
            (statements(&record, &article.text), record)
        },
        |(statements, record)| {
            if as_csv {
                rows.extend(statements)
            } else {
                read.push(record)
            }
            Ok(true)
        },
    )?;
    let bytes = if as_csv { csv(rows) } else { table(&read, &session.instrument.lexicons.lexicons, lang).into_bytes() };
    output.write(&bytes, lang)?;
    if session.scored > 0 || path.is_none() {
        output.finish(lang)?;
    }
    session.close()
}

/// A row a statement, with its sentence.
fn statements(record: &Record, text: &str) -> Vec<Vec<String>> {
    let slicer = Slicer::new(text);
    let row = |role: &Role| {
        let (start, end) = record.sentences[role.sentence];
        let source = role.source.as_ref();
        vec![
            record.id.clone(),
            record.outlet.clone().unwrap_or_default(),
            record.title.clone().unwrap_or_default(),
            role.actor.clone(),
            role.role.clone(),
            role.target.clone().unwrap_or_default(),
            role.text.clone(),
            name_of(&role.zone),
            role.voice.map(|voice| name_of(&voice)).unwrap_or_default(),
            source.map(|source| source.text.clone()).unwrap_or_default(),
            source.and_then(|source| source.actor.clone()).unwrap_or_default(),
            slicer.slice(start, end).to_owned(),
        ]
    };
    record.roles.iter().map(row).collect()
}

/// The name of a value as it stands in JSON.
fn name_of(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn csv(rows: Vec<Vec<String>>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(COLUMNS);
    rows.iter().for_each(|row| drop(writer.write_record(row)));
    writer.into_inner().unwrap_or_default()
}

/// For each outlet or article, its actors and roles: articles, sentences, articles that say it themselves.
fn table(records: &[Record], lexicons: &[Lexicon], lang: Lang) -> String {
    let read: Vec<&Record> = records.iter().collect();
    let groups = stats::group(&read, Grouping::for_articles(read.len()));
    let figures = stats::roles(&read, &groups);
    let word = |purpose, id: &str| word_of(lexicons, purpose, id).map_or_else(|| id.to_owned(), |word| word.in_lang(lang).to_owned());
    let names: Vec<(String, String)> =
        figures.iter().map(|figure| (word(Purpose::Actors, &figure.actor), word(Purpose::Roles, &figure.role))).collect();
    let width = |name: fn(&(String, String)) -> &String| names.iter().map(|both| name(both).chars().count()).max().unwrap_or(0);
    let (actor, role) = (width(|both| &both.0), width(|both| &both.1));
    let mut out = String::new();
    for (at, group) in groups.iter().enumerate() {
        out += &format!("{}\n", group.name);
        let met: Vec<(&RoleCell, &(String, String))> =
            figures.iter().map(|figure| &figure.cells[at]).zip(&names).filter(|(cell, _)| !cell.sentences.is_empty()).collect();
        if met.is_empty() {
            out += lang.pick("  aucun rôle relevé\n", "  no part found\n");
        }
        for (cell, (actor_name, role_word)) in met {
            let own = cell.own.map_or("?".to_owned(), |own| own.to_string());
            let (articles, passages) = (format!("{}/{}", cell.articles.k, cell.articles.n), cell.passages);
            out += &lang.pick(
                format!("  {:actor$}  {:role$}  articles {articles}  passages {passages}  article lui-même {own}\n", actor_name, role_word),
                format!("  {:actor$}  {:role$}  articles {articles}  passages {passages}  own voice {own}\n", actor_name, role_word),
            );
        }
    }
    out
}
