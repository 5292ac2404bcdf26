//! The command line: what the user typed, turned into calls of the stages, and their results into files.

mod anonymous;
mod chart;
mod clean;
mod cleaning;
mod command;
mod compare;
mod comparing;
mod concordance;
mod convert;
mod cooccurrence;
mod corrections;
mod demo;
mod discover;
mod distances;
mod events;
mod explore;
mod format;
mod gather;
mod guard;
mod keyness;
mod lexicon;
mod map;
mod merge;
mod output;
mod pipeline;
mod report;
mod research;
mod roles;
mod say;
mod score;
mod session;
mod target;
mod texts;
mod timeline;
mod worksheet;

use crate::lang::Lang;
use clap::ArgMatches;
use say::say;
use std::ffi::OsString;
use std::process::ExitCode;

/// How a command ended: 0 done, 1 done but some inputs could not be used, 2 nothing done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Done = 0,
    Partly = 1,
    Nothing = 2,
}

/// Runs the program with these arguments, the first being its own name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = command::language(&args);
    let matches = match command::command(lang).try_get_matches_from(&args) {
        Ok(matches) => matches,
        Err(error) => return command::explain(&error, &args, lang),
    };
    let status = match dispatch(&matches, lang) {
        Ok(status) => status,
        Err(message) => {
            say(&message);
            Status::Nothing
        }
    };
    ExitCode::from(status as u8)
}

/// A message for the user, in the user's language.
type Failure = String;

fn dispatch(matches: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    matches.subcommand().map_or(Ok(()), |(name, args)| guard::check(name, args, lang))?;
    match matches.subcommand() {
        Some(("score", args)) => score::run(args, lang),
        Some(("compare", args)) => compare::run(args, lang),
        Some(("concordance", args)) => concordance::run(args, lang),
        Some(("keyness", args)) => keyness::run(args, lang),
        Some(("discover", args)) => discover::run(args, lang),
        Some(("events", args)) => events::run(args, lang),
        Some(("report", args)) => report::run(args, lang),
        Some(("roles", args)) => roles::run(args, lang),
        Some(("chart", args)) => chart::run(args, lang),
        Some(("worksheet", args)) => worksheet::run(args, lang),
        Some(("demo", args)) => demo::run(args, lang),
        Some(("convert", args)) => convert::run(args, lang),
        Some(("clean", args)) => clean::run(args, lang),
        Some(("map", args)) => map::run(args, lang),
        Some(("timeline", args)) => timeline::run(args, lang),
        Some(("distances", args)) => distances::run(args, lang),
        Some(("merge", args)) => merge::run(args, lang),
        Some(("cooccurrence", args)) => cooccurrence::run(args, lang),
        Some(("lexicon", args)) => lexicon::run(args, lang),
        _ => Ok(Status::Nothing),
    }
}

fn cannot_read(file: &str, error: &std::io::Error, lang: Lang) -> Failure {
    lang.pick(
        format!("{file} : lecture impossible ({error}) ; vérifiez le nom, les droits et le format"),
        format!("{file}: cannot be read ({error}); check its name, its permissions and its format"),
    )
}
