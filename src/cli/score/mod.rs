//! `cadrage score`: the measurement as data.

pub mod args;
mod journal;
mod part;
mod progress;
mod run;
mod since;
mod sink;
mod summary;

use super::format::{self, Format};
use super::output::cannot_write;
use super::pipeline;
use super::session::Session;
use super::{Failure, Status};
use crate::corpus;
use crate::counts::Instrument;
use crate::lang::Lang;
use clap::ArgMatches;
use journal::{Header, Journal, Opened, Point};
use run::{Run, Work};
use since::Since;
use sink::{Sink, is_plain};
use std::io;
use std::path::PathBuf;
use summary::Summary;

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let format = match args.get_one::<String>("format").map(String::as_str) {
        Some("csv") => Format::Articles,
        Some("hits-csv") => Format::Hits,
        _ => Format::Jsonl { with_text: args.get_flag("with-text") },
    };
    let mut session = Session::new(args, lang)?;
    let since = args.get_one::<PathBuf>("since").map(|path| Since::open(path, lang)).transpose()?;
    let mut summary = Summary::new(args, &session.instrument, lang);
    let (mut sink, past) = match open(args, &session, lang)? {
        Place::At(sink, point) => (sink, point),
        Place::End(point) => return Ok(summary.already(&point)),
    };
    // A point of an earlier run stands behind the header.
    if past == Point::default() && !sink.begin(&format::header(&session.instrument, format), lang)? {
        return Ok(Status::Done);
    }
    summary.begin(&past);
    let size = corpus::size(&session.inputs);
    let work = Work { past: past.outcomes, since: since.as_ref(), format };
    let mut run = Run::new(sink, past, progress::bar(size, args.get_flag("quiet"), lang), summary, lang);
    let batches = session.batches();
    let score = |instrument: &Instrument, at, article| work.score(instrument, at, article);
    pipeline::run(batches, &mut session.instrument, score, Instrument::bound_memory, &mut run)?;
    run.end()
}

/// Where a run stands when it begins.
enum Place {
    At(Sink, Point),
    /// It had ended before.
    End(Point),
}

fn open(args: &ArgMatches, session: &Session, lang: Lang) -> Result<Place, Failure> {
    let refused = args.get_one::<PathBuf>("rejects");
    let target = match args.get_one::<PathBuf>("output") {
        Some(path) if path.is_dir() => return Err(cannot_write(path, &io::ErrorKind::IsADirectory.into(), lang)),
        Some(path) if is_plain(path) => path,
        path => return Ok(Place::At(Sink::stream(path, refused, lang)?, Point::default())),
    };
    let header = Header::new(session.instrument.versions().to_vec(), options(args, &session.instrument, lang));
    let journal = Journal::open(target, refused.map(PathBuf::as_path), &header, args.get_flag("resume"), lang)?;
    Ok(match journal {
        Opened::Running(journal, point) => Place::At(Sink::Files(journal), point),
        Opened::Finished(point) => Place::End(point),
    })
}

/// The options that decide what is written, as the user would write them; which measures are taken shows by the lexicons.
fn options(args: &ArgMatches, instrument: &Instrument, lang: Lang) -> Vec<(String, String)> {
    let all = |name: &str| args.get_many::<String>(name).into_iter().flatten().cloned().collect::<Vec<_>>().join(",");
    let cleaner = &instrument.cleaner;
    [
        ("--format", all("format")),
        ("--with-text", args.get_flag("with-text").to_string()),
        ("--lang", lang.pick("fr", "en").to_owned()),
        ("--keep-all", cleaner.keep_all.to_string()),
        ("--profile", cleaner.profile.as_ref().map(|profile| profile.sha256.clone()).unwrap_or_default()),
        ("--column", all("column")),
        ("--rejects", args.contains_id("rejects").to_string()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}
