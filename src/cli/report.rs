//! `cadrage report`: charts and one self-contained page.

use super::comparing::Comparing;
use super::gather::gather;
use super::output::{make_folder, write_file};
use super::session::Session;
use super::{Failure, Status};
use crate::charts::{png, svg};
use crate::lang::Lang;
use crate::report::{Corpus, Picture, pictures, render};
use clap::ArgMatches;
use std::path::{Path, PathBuf};

/// PNG pixels for one unit of the SVG: print resolution on A4.
pub const PNG_SCALE: f32 = 2.5;

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let file = |name: &str| args.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let session = Session::new(args, lang)?;
    let comparing = Comparing::read(args, session.instrument.lexicons.measured(), lang)?;
    write(session, &comparing, args.get_one("articles"), (file("output"), file("charts")), lang)
}

/// Reads what the session is over and writes the page and the folder of charts.
pub fn write(
    mut session: Session,
    comparing: &Comparing,
    texts: Option<&PathBuf>,
    (page, charts): (Option<&Path>, Option<&Path>),
    lang: Lang,
) -> Result<Status, Failure> {
    let lexicons = std::sync::Arc::clone(&session.instrument.lexicons);
    let articles = gather(&mut session, texts)?;
    if articles.is_empty() {
        return session.close();
    }
    let refused = session.rejected.iter().map(|r| r.message(lang)).collect();
    let corpus = Corpus::new(articles, refused, &lexicons, &comparing.request(None), lang);
    let pictures = pictures(&corpus);
    if let Some(page) = page {
        write_file(page, render(&corpus, &pictures).as_bytes(), lang)?;
    }
    if let Some(folder) = charts {
        write_charts(folder, &pictures, lang)?;
    }
    session.close()
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
