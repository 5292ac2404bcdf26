//! `cadrage report`: charts and one self-contained page.

use super::gather::gather;
use super::output::{make_folder, write_file};
use super::session::Session;
use super::{Failure, Status, corrections};
use crate::charts::{png, svg};
use crate::lang::Lang;
use crate::report::{Corpus, Picture, pictures, render};
use crate::stats::Voices;
use crate::voice::Voice;
use clap::ArgMatches;
use std::path::{Path, PathBuf};

/// PNG pixels for one unit of the SVG: print resolution on A4.
const PNG_SCALE: f32 = 2.5;

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let mut session = Session::new(args, lang)?;
    let lexicons = std::sync::Arc::clone(&session.instrument.lexicons);
    let mut articles = gather(&mut session)?;
    if articles.is_empty() {
        return session.close();
    }
    let (corrections, stale) = match args.get_one::<PathBuf>("corrections") {
        Some(file) => corrections::correct(&mut articles, file, lang)?,
        None => Default::default(),
    };
    let refused = session.rejected.iter().map(|r| r.message(lang)).collect();
    let mut corpus = Corpus::new(articles, refused, &lexicons, voices(args), lang);
    corpus.corrections = corrections;
    let pictures = pictures(&corpus);
    if let Some(page) = args.get_one::<PathBuf>("output") {
        write_file(page, render(&corpus, &pictures).as_bytes(), lang)?;
    }
    if let Some(folder) = args.get_one::<PathBuf>("charts") {
        write_charts(folder, &pictures, lang)?;
    }
    Ok(match session.close()? {
        Status::Done if stale > 0 => Status::Partly,
        status => status,
    })
}

/// Whose words the charts and main numbers count.
fn voices(args: &ArgMatches) -> Voices {
    match args.get_one::<String>("voice").map(String::as_str) {
        Some("all") => Voices::All,
        Some("direct") => Voices::Only(Voice::Direct),
        Some("indirect") => Voices::Only(Voice::Indirect),
        Some("scare") => Voices::Only(Voice::Scare),
        _ => Voices::Outlet,
    }
}

/// Each picture as SVG and PNG, with its table beside it.
fn write_charts(folder: &Path, pictures: &[Picture], lang: Lang) -> Result<(), Failure> {
    make_folder(folder, lang)?;
    for picture in pictures {
        let file = |ending: &str| folder.join(format!("{}.{ending}", picture.name));
        write_file(&file("svg"), svg::with_font(&picture.svg).as_bytes(), lang)?;
        write_file(&file("csv"), picture.csv.as_bytes(), lang)?;
        let png = png::render(&picture.svg, PNG_SCALE).map_err(|e| format!("{} : {e}", file("png").display()))?;
        write_file(&file("png"), &png, lang)?;
    }
    Ok(())
}
