//! `cadrage score`: the measurement as data.

use super::format::{self, Format};
use super::output::Output;
use super::session::Session;
use super::{Failure, Status};
use crate::lang::Lang;
use clap::ArgMatches;
use std::path::PathBuf;

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let format = match args.get_one::<String>("format").map(String::as_str) {
        Some("csv") => Format::Articles,
        Some("hits-csv") => Format::Hits,
        _ => Format::Jsonl { with_text: args.get_flag("with-text") },
    };
    let mut session = Session::new(args, lang)?;
    let path = args.get_one::<PathBuf>("output");
    let mut output = Output::open(path, lang)?;
    let mut open = output.write(&format::header(&session.instrument, format), lang)?;
    session.each(
        |instrument, article| {
            let record = instrument.score(&article);
            format::row(instrument, article, record, format)
        },
        |row| {
            // Whoever read standard output has gone: what is left is scored for nobody.
            open = open && output.write(&row, lang)?;
            Ok(())
        },
    )?;
    if session.scored > 0 || path.is_none() {
        output.finish(lang)?;
    }
    session.close()
}
