//! `cadrage score`: the measurement as data.

pub mod args;
mod journal;
mod options;
#[cfg(feature = "parquet")]
mod parquet;
mod part;
mod progress;
mod run;
mod since;
mod sink;
mod summary;

use super::format::{self, Format};
use super::output::Output;
use super::pipeline;
use super::session::Session;
use super::target::Target;
use super::{Failure, Status, research};
use crate::corpus;
use crate::counts::Instrument;
use crate::lang::Lang;
use clap::ArgMatches;
use journal::{Header, Journal, Names, Opened, Point};
use part::Shape;
use run::{Run, Work};
use since::Since;
use sink::Sink;
use std::path::PathBuf;
use summary::Summary;

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let format = match args.get_one::<String>("format").map(String::as_str) {
        Some("csv" | "parquet") => Format::Articles,
        Some("hits-csv" | "hits-parquet") => Format::Hits { around: research::around(args) },
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
    let times = pipeline::run(batches, &mut session.instrument, score, Instrument::bound_memory, &mut run)?;
    run.end(times)
}

/// Where a run stands when it begins.
enum Place {
    At(Sink, Point),
    /// It had ended before.
    End(Point),
}

fn open(args: &ArgMatches, session: &Session, lang: Lang) -> Result<Place, Failure> {
    let path = |option: &str| args.get_one::<PathBuf>(option).map(PathBuf::as_path);
    let shape = shape(args, lang)?;
    let Target::File(rows) = Target::of(path("output")) else {
        if shape != Shape::AsWritten {
            return Err(lang.pick("Parquet s'écrit dans un fichier : -o FICHIER", "Parquet is written to a file: -o FILE").into());
        }
        return Ok(Place::At(Sink::stream(args.get_one("output"), args.get_one("rejects"), lang)?, Point::default()));
    };
    let (kept, streamed) = match path("rejects").map(|path| Target::of(Some(path))) {
        Some(Target::File(file)) => (Some(file), None),
        Some(_) => (None, Some(Output::open(args.get_one("rejects"), lang)?)),
        None => (None, None),
    };
    let options = options::options(args, &session.instrument, kept.as_deref(), &rows, lang);
    let header = Header::new(session.instrument.versions().to_vec(), options);
    let names = Names { rows, shape, refused: kept };
    let journal = Journal::open(names, &header, args.get_flag("resume"), lang)?;
    Ok(match journal {
        Opened::Running(journal, point) => Place::At(Sink::Files { journal, refused: streamed }, point),
        Opened::Finished(point) => Place::End(point),
    })
}

/// What the file becomes once it is whole.
fn shape(args: &ArgMatches, lang: Lang) -> Result<Shape, Failure> {
    if !args.get_one::<String>("format").is_some_and(|format| format.ends_with("parquet")) {
        return Ok(Shape::AsWritten);
    }
    parquet_shape(lang)
}

#[cfg(feature = "parquet")]
fn parquet_shape(_: Lang) -> Result<Shape, Failure> {
    Ok(Shape::Parquet)
}

#[cfg(not(feature = "parquet"))]
fn parquet_shape(lang: Lang) -> Result<Shape, Failure> {
    Err(lang
        .pick(
            "ce programme a été bâti sans Parquet ; prenez --format csv, ou bâtissez-le avec : cargo install --path . --features parquet",
            "this program was built without Parquet; take --format csv, or build it with: cargo install --path . --features parquet",
        )
        .into())
}
