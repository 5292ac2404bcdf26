//! `cadrage compare`: what can be said of groups of articles, and what cannot.

pub mod args;
mod csv;
mod json;
mod text;

use super::gather::gather;
use super::output::Output;
use super::session::Session;
use super::{Failure, Status};
use crate::corpus::Genre;
use crate::counts::Record;
use crate::counts::choices::choices;
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::report::Scored;
use crate::stats::filter::{Filter, Voices};
use crate::stats::material::{View, Witness, contrasts};
use crate::stats::study::Rules;
use crate::stats::survey::{Survey, survey};
use crate::stats::{By, groups::group_by};
use crate::text::offsets::Slicer;
use clap::ArgMatches;
use std::path::PathBuf;
use std::sync::Arc;

/// A comparison with what its reader must know to read it.
struct Compared<'l> {
    survey: Survey,
    lexicons: &'l [Lexicon],
    by: By,
    articles: usize,
    /// Opinion pieces that were left out.
    opinions: usize,
    lang: Lang,
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let mut session = Session::new(args, lang)?;
    let lexicons = Arc::clone(&session.instrument.lexicons);
    let gathered = gather(&mut session)?;
    if gathered.is_empty() {
        return session.close();
    }
    let compared = compare(&gathered, args, lexicons.measured(), lang);
    let written = match args.get_one::<String>("format").map(String::as_str) {
        Some("csv") => csv::write(&compared),
        Some("json") => json::write(&compared),
        _ => text::write(&compared),
    };
    let mut output = Output::open(args.get_one::<PathBuf>("output"), lang)?;
    output.write(written.as_bytes(), lang)?;
    output.finish(lang)?;
    session.close()
}

fn compare<'l>(gathered: &[Scored], args: &ArgMatches, lexicons: &'l [Lexicon], lang: Lang) -> Compared<'l> {
    let named = |name: &str| args.get_one::<String>(name).map(String::as_str);
    let by = match named("by") {
        Some("article") => By::Article,
        Some("event") => By::Event,
        Some("author") => By::Author,
        Some("date") => By::Date,
        _ => By::Outlet,
    };
    let voices = match named("voice") {
        Some("all") => Voices::All,
        Some("unquoted") => Voices::Unquoted,
        _ => Voices::Outlet,
    };
    let rules = Rules { seed: args.get_one::<u64>("seed").copied().unwrap_or(Rules::default().seed), ..Rules::default() };
    let taken: Vec<&Scored> = gathered.iter().filter(|s| s.record.genre != Some(Genre::Opinion)).collect();
    let witnesses: Vec<Witness> = taken.iter().map(|scored| witness(scored, lexicons)).collect();
    let records: Vec<&Record> = taken.iter().map(|s| &s.record).collect();
    let groups = group_by(&records, by, |at| witnesses[at].event.as_deref());
    let view = View { filter: Filter { voices, ..Filter::default() }, ..View::default() };
    Compared {
        articles: taken.len(),
        opinions: gathered.len() - taken.len(),
        survey: survey(witnesses.clone(), groups, lexicons, view, rules),
        lexicons,
        by,
        lang,
    }
}

fn witness<'r>(scored: &'r Scored<'r>, lexicons: &[Lexicon]) -> Witness<'r> {
    let slicer = scored.text.as_deref().map(Slicer::new);
    let of = |(l, c): (usize, usize)| choices(&scored.record, &lexicons[l].contrasts[c], slicer.as_ref());
    Witness {
        record: &scored.record,
        choices: contrasts(lexicons).into_iter().map(of).collect(),
        event: scored.record.event.clone(),
        copies: None,
    }
}
