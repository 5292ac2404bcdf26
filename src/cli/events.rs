//! `cadrage events`: which articles seem to tell the same event, as a table that the user corrects.

use super::gather::gather;
use super::output::Output;
use super::session::Session;
use super::{Failure, Status};
use crate::lang::Lang;
use crate::links::Content;
use crate::links::events::{Dated, find};
use clap::ArgMatches;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const HEADER: [&str; 5] = ["id", "event", "outlet", "date", "title"];

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let mut session = Session::new(args, lang)?;
    let gathered = gather(&mut session, args.get_one("articles"))?;
    if gathered.is_empty() {
        return session.close();
    }
    let without_text = gathered.iter().filter(|s| s.text.is_none()).count();
    if without_text > 0 {
        return Err(lang.pick(
            format!("{without_text} articles sans leur texte : un événement se reconnaît à ses mots. Donnez les articles avec --articles DOSSIER, ou refaites le relevé avec --with-text."),
            format!("{without_text} articles without their text: an event is known by its words. Give the articles with --articles FOLDER, or score again with --with-text."),
        ));
    }
    let contents: Vec<Content> = gathered.iter().map(|s| Content::new(&s.record, s.text.as_deref().unwrap_or_default())).collect();
    let dated: Vec<Dated> = gathered.iter().zip(&contents).map(|(s, content)| Dated { content, date: s.record.date.as_deref() }).collect();
    let mut events: Vec<Option<String>> = vec![None; gathered.len()];
    for event in find(&dated) {
        event.articles.iter().for_each(|article| events[*article] = Some(event.name.clone()));
    }
    let mut table = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let mut row = |cells: [&str; 5]| drop(table.write_record(cells));
    row(HEADER);
    for (scored, event) in gathered.iter().zip(&events) {
        let record = &scored.record;
        let text = |value: &'_ Option<String>| value.clone().unwrap_or_default();
        row([&record.id, &text(event), &text(&record.outlet), &text(&record.date), &text(&record.title)]);
    }
    let mut output = Output::open(args.get_one::<PathBuf>("output"), lang)?;
    output.write(&table.into_inner().unwrap_or_default(), lang)?;
    output.finish(lang)?;
    session.close()
}

/// The events of a corrected table, by id of the article; an empty cell is no event.
pub fn read_events(path: &Path, lang: Lang) -> Result<BTreeMap<String, String>, Failure> {
    let file = path.display().to_string();
    let failed = |e: csv::Error| super::cannot_read(&file, &std::io::Error::other(e), lang);
    let mut table = csv::ReaderBuilder::new().flexible(true).from_path(path).map_err(failed)?;
    let header = table.headers().map_err(failed)?.clone();
    let column = |name: &str| {
        header.iter().position(|h| h.trim_start_matches('\u{feff}').trim().eq_ignore_ascii_case(name)).ok_or_else(|| {
            lang.pick(
                format!("{file} : pas de colonne « {name} ». La première ligne doit contenir « id » et « event »."),
                format!("{file}: no column “{name}”. The first line must contain “id” and “event”."),
            )
        })
    };
    let (id, event) = (column("id")?, column("event")?);
    let mut events = BTreeMap::new();
    for row in table.records() {
        let row = row.map_err(failed)?;
        let cell = |at: usize| row.get(at).unwrap_or_default().trim().to_owned();
        if !cell(event).is_empty() {
            events.insert(cell(id), cell(event));
        }
    }
    Ok(events)
}
