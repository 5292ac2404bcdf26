//! `cadrage report`: charts and one self-contained page.

use super::anonymous;
use super::comparing::Comparing;
use super::gather::gather;
use super::output::{make_folder, write_file};
use super::research::{self, Files};
use super::session::Session;
use super::{Failure, Status, corrections};
use crate::charts::{png, svg};
use crate::lang::Lang;
use crate::report::{Corpus, Picture, exploration, pictures, render};
use clap::ArgMatches;
use std::path::{Path, PathBuf};

/// PNG pixels for one unit of the SVG: print resolution on A4.
pub const PNG_SCALE: f32 = 2.5;

/// What is to be written, and how.
#[derive(Default)]
pub struct Wanted {
    pub comparing: Comparing,
    /// Where the texts of score files lie.
    pub texts: Option<PathBuf>,
    pub page: Option<PathBuf>,
    pub charts: Option<PathBuf>,
    /// A list saved from the page.
    pub corrections: Option<PathBuf>,
    /// Where the key goes, if outlets and authors are to be masked.
    pub key: Option<PathBuf>,
    pub files: Files,
    /// Words around a hit, if nothing else of the texts may be shown.
    pub around: Option<usize>,
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let file = |name: &str| args.get_one::<PathBuf>(name).cloned();
    let page = file("output");
    let key = anonymous::key_file(args, page.as_deref(), lang)?;
    let session = Session::new(args, lang)?;
    let comparing = Comparing::read(args, session.instrument.lexicons.measured(), lang)?;
    let wanted = Wanted {
        comparing,
        texts: file("articles"),
        page,
        charts: file("charts"),
        corrections: file("corrections"),
        key,
        files: Files::asked(args),
        around: research::around(args),
    };
    write(session, wanted, lang)
}

/// Reads what the session is over and writes all that is wanted.
pub fn write(mut session: Session, mut wanted: Wanted, lang: Lang) -> Result<Status, Failure> {
    let lexicons = std::sync::Arc::clone(&session.instrument.lexicons);
    let mut articles = gather(&mut session, wanted.texts.as_ref())?;
    if articles.is_empty() {
        return session.close();
    }
    let (mut corrections, stale) = match &wanted.corrections {
        Some(file) => corrections::correct(&mut articles, file, lang)?,
        None => Default::default(),
    };
    let mut refused = session.rejected.iter().map(|r| r.message(lang)).collect();
    if let Some(key) = &wanted.key {
        let masks = wanted.comparing.mask(&mut articles, key, lang)?;
        for correction in &mut corrections {
            correction.article = masks.article(&correction.digest, &correction.article);
        }
        refused = anonymous::refused(refused, lang);
    }
    let mut corpus = Corpus::new(articles, refused, &lexicons, &wanted.comparing.request(None), lang);
    corpus.corrections = corrections;
    wanted.files.write(&corpus, wanted.around)?;
    if let Some(around) = wanted.around {
        corpus.excerpt(around);
    }
    let pictures = pictures(&corpus);
    if let Some(page) = &wanted.page {
        write_file(page, render(&corpus, &pictures).as_bytes(), lang)?;
    }
    if let Some(folder) = &wanted.charts {
        write_charts(folder, pictures.iter().chain(&exploration::pictures(&corpus)), lang)?;
    }
    Ok(match session.close()? {
        Status::Done if stale > 0 => Status::Partly,
        status => status,
    })
}

/// Each picture as SVG and PNG, with its table beside it.
fn write_charts<'p>(folder: &Path, pictures: impl Iterator<Item = &'p Picture>, lang: Lang) -> Result<(), Failure> {
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
