//! `cadrage compare`: what can be said of groups of articles, and what cannot.

pub mod args;
mod csv;
mod json;
mod passages;
mod text;

use super::anonymous;
use super::comparing::Comparing;
use super::gather::gather;
use super::output::Output;
use super::session::Session;
use super::{Failure, Status};
use crate::counts::Record;
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::report::Scored;
use crate::stats::By;
use crate::stats::survey::{Input, Request, Survey, survey};
use clap::ArgMatches;
use std::path::PathBuf;
use std::sync::Arc;

/// A comparison with what its reader must know to read it.
struct Compared<'l> {
    survey: Survey,
    /// The articles compared, in order.
    records: Vec<&'l Record<'l>>,
    texts: Vec<Option<&'l str>>,
    lexicons: &'l [Lexicon],
    lang: Lang,
}

impl Compared<'_> {
    fn title(&self, article: usize) -> &str {
        let record = self.records[article];
        record.title.as_deref().unwrap_or(&record.id)
    }
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let mut session = Session::new(args, lang)?;
    let lexicons = Arc::clone(&session.instrument.lexicons);
    let mut comparing = Comparing::read(args, lexicons.measured(), lang)?;
    let mut gathered = gather(&mut session, args.get_one("articles"))?;
    if gathered.is_empty() {
        return session.close();
    }
    if let Some(key) = anonymous::key_file(args, args.get_one::<PathBuf>("output").map(PathBuf::as_path), lang)? {
        comparing.mask(&mut gathered, &key, lang)?;
    }
    let named = |name: &str| args.get_one::<String>(name).map(String::as_str);
    let request = comparing.request(Some(by(named("by"))));
    let compared = compare(&gathered, &request, lexicons.measured(), lang);
    let written = match named("format") {
        Some("csv") => csv::write(&compared),
        Some("json") => json::write(&compared),
        _ => text::write(&compared),
    };
    let mut output = Output::open(args.get_one::<PathBuf>("output"), lang)?;
    output.write(written.as_bytes(), lang)?;
    output.finish(lang)?;
    session.close()
}

fn by(name: Option<&str>) -> By {
    match name {
        Some("article") => By::Article,
        Some("event") => By::Event,
        Some("author") => By::Author,
        Some("date") => By::Date,
        _ => By::Outlet,
    }
}

fn compare<'l>(gathered: &'l [Scored<'l>], request: &Request, lexicons: &'l [Lexicon], lang: Lang) -> Compared<'l> {
    let input: Vec<Input> = gathered.iter().map(|s| Input { record: &s.record, text: s.text.as_deref() }).collect();
    let survey = survey(&input, lexicons, request);
    let taken = || survey.taken.iter().map(|at| input[*at]);
    Compared { records: taken().map(|a| a.record).collect(), texts: taken().map(|a| a.text).collect(), survey, lexicons, lang }
}
