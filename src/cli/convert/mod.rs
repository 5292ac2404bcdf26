//! `cadrage convert`: articles as other tools of textometry read them.

pub mod args;
mod iramuteq;
mod table;
mod tei;

use super::output::{self, Output, make_folder, write_file};
use super::session::Session;
use super::{Failure, Status};
use crate::corpus::Article;
use crate::lang::Lang;
use clap::ArgMatches;
use std::path::{Path, PathBuf};

/// What `--to` asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Iramuteq,
    Tei,
    Jsonl,
    Csv,
}

impl Form {
    fn asked(args: &ArgMatches) -> Self {
        match args.get_one::<String>("to").map(String::as_str) {
            Some("iramuteq") => Form::Iramuteq,
            Some("tei") => Form::Tei,
            Some("jsonl") => Form::Jsonl,
            _ => Form::Csv,
        }
    }

    /// What stands before the articles and after them.
    fn frame(self) -> (Vec<u8>, Vec<u8>) {
        match self {
            Form::Tei => (tei::BEGIN.into(), tei::END.into()),
            Form::Csv => (table::header(), Vec::new()),
            Form::Iramuteq | Form::Jsonl => (Vec::new(), Vec::new()),
        }
    }

    fn article(self, article: &Article) -> Vec<u8> {
        match self {
            Form::Iramuteq => iramuteq::text(article).into_bytes(),
            Form::Tei => tei::element(article).into_bytes(),
            Form::Jsonl => table::json(article),
            Form::Csv => table::row(article),
        }
    }
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let session = Session::with(Vec::new(), args, lang)?;
    let form = Form::asked(args);
    match output::named(args) {
        Some(folder) if writes_folder(args, folder) => files(session, folder, lang),
        path => one_file(session, form, path, lang),
    }
}

/// TXM takes a folder, a file a text.
pub fn writes_folder(args: &ArgMatches, path: &Path) -> bool {
    Form::asked(args) == Form::Tei && (path.is_dir() || path.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]))
}

fn one_file(mut session: Session, form: Form, path: Option<&PathBuf>, lang: Lang) -> Result<Status, Failure> {
    let mut output = Output::open(path, lang)?;
    let (begin, end) = form.frame();
    let mut open = output.write(&begin, lang)?;
    session.each(
        |_, article| form.article(&article),
        |bytes| {
            // Whoever read standard output has gone: what is left is converted for nobody.
            open = output.write(&bytes, lang)?;
            Ok(open)
        },
    )?;
    if open {
        output.write(&end, lang)?;
    }
    if session.scored > 0 || path.is_none() {
        output.finish(lang)?;
    }
    session.close()
}

fn files(mut session: Session, folder: &Path, lang: Lang) -> Result<Status, Failure> {
    make_folder(folder, lang)?;
    let mut known = tei::metadata_header();
    let mut number = 0;
    session.each(
        |_, article| (tei::document(&article), article),
        |(document, article)| {
            number += 1;
            let name = format!("{number:05}");
            known.extend(tei::metadata(&name, &article));
            write_file(&folder.join(format!("{name}.xml")), document.as_bytes(), lang).map(|()| true)
        },
    )?;
    if number > 0 {
        write_file(&folder.join("metadata.csv"), &known, lang)?;
    }
    session.close()
}
