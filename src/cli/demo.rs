//! `cadrage demo`: the sample corpus and its report, where there is no repository.

use super::command::sub;
use super::output::{make_folder, write_file};
use super::report::{self, Wanted};
use super::session::{Session, usual_lexicons};
use super::{Failure, Status};
use crate::lang::Lang;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::path::{Path, PathBuf};

// `FILES: &[(&str, &str)]`: every file of examples/corpus, by its path there; written by build.rs.
include!(concat!(env!("OUT_DIR"), "/sample.rs"));

pub fn command(lang: Lang) -> Command {
    sub(
        "demo",
        lang,
        "Écrit un corpus d'exemple (48 articles inventés) et son rapport, pour essayer",
        "Writes a sample corpus (48 invented articles) and its report, to try things out",
    )
    .arg(
        Arg::new("folder")
            .value_name(lang.pick("DOSSIER", "DIR"))
            .value_parser(value_parser!(PathBuf))
            .help(lang.pick("Dossier à créer (cadrage-exemple par défaut)", "Folder to make (default: cadrage-sample)")),
    )
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let usual = PathBuf::from(lang.pick("cadrage-exemple", "cadrage-sample"));
    let folder = args.get_one::<PathBuf>("folder").unwrap_or(&usual);
    refuse_used(folder, lang)?;
    let corpus = folder.join("corpus");
    for (name, text) in FILES {
        let path = corpus.join(name);
        make_folder(path.parent().unwrap_or(&corpus), lang)?;
        write_file(&path, text.as_bytes(), lang)?;
    }
    let page = folder.join(lang.pick("rapport.html", "report.html"));
    let session = Session::over(vec![corpus.clone()], usual_lexicons(lang)?, lang)?;
    let status = report::write(session, Wanted { page: Some(page.clone()), ..Wanted::default() }, lang)?;
    let (corpus, page, sheet) = (corpus.display(), page.display(), folder.join(lang.pick("fiche", "worksheet")));
    let sheet = sheet.display();
    println!(
        "{}",
        lang.pick(
            format!(
                "Le rapport est prêt : ouvrez {page} dans un navigateur.\nEnsuite, au choix :\n  cadrage worksheet {corpus} -o {sheet}\n  \
                 cadrage compare {corpus}\n  cadrage report VOS-ARTICLES -o mon-rapport.html"
            ),
            format!(
                "The report is ready: open {page} in a browser.\nNext, as you like:\n  cadrage worksheet {corpus} -o {sheet} --lang en\n  \
                 cadrage compare {corpus} --lang en\n  cadrage report YOUR-ARTICLES -o my-report.html --lang en"
            ),
        )
    );
    Ok(status)
}

/// What somebody has put into a folder is never written over.
fn refuse_used(folder: &Path, lang: Lang) -> Result<(), Failure> {
    let used = folder.is_file() || std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if !used {
        return Ok(());
    }
    let name = folder.display();
    Err(lang.pick(
        format!("{name} : existe déjà et n'est pas vide ; nommez un autre dossier : cadrage demo AUTRE-DOSSIER"),
        format!("{name}: exists and is not empty; name another folder: cadrage demo OTHER-FOLDER"),
    ))
}
