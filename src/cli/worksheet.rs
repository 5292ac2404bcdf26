//! `cadrage worksheet`: a lesson of 55 minutes out of some articles.

use super::anonymous;
use super::command::{column, inputs, lexicons, output, rejects, sub};
use super::gather::gather;
use super::output::{make_folder, write_file};
use super::session::Session;
use super::{Failure, Status};
use crate::lang::Lang;
use crate::report::Corpus;
use crate::report::worksheet::{Rule, Sheet, events};
use crate::stats::survey::Request;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub fn command(lang: Lang) -> Command {
    sub(
        "worksheet",
        lang,
        "Une séance de 55 minutes : fiche élève à imprimer, et corrigé pour l'enseignant",
        "A lesson of 55 minutes: a pupil sheet to print, and a key for the teacher",
    )
    .visible_alias("fiche")
    .arg(inputs(lang))
    .arg(lexicons(lang))
    .args(super::cleaning::args(lang))
    .arg(output(lang, true).value_name(lang.pick("DOSSIER_OU_FICHIER", "DIR_OR_FILE")).help(lang.pick(
        "Dossier pour les deux pages, ou fichier .html pour les deux à la suite",
        "Folder for the two pages, or an .html file for both, one after the other",
    )))
    .arg(Arg::new("contrast").long("contrast").visible_alias("contraste").value_name(lang.pick("NOM", "NAME")).help(
        lang.pick(
            "Contraste à travailler ; par défaut celui qui montre le plus",
            "Contrast to work on; by default the one that shows most",
        ),
    ))
    .arg(Arg::new("event").long("event").visible_alias("evenement").value_name(lang.pick("NOM", "NAME")).help(
        lang.pick("Événement à travailler ; par défaut celui qui montre le plus", "Event to work on; by default the one that shows most"),
    ))
    .arg(
        number("words", 40, 150, "90")
            .visible_alias("mots")
            .help(lang.pick("Mots d'un passage au plus (90 par défaut, de 40 à 150)", "Most words of a passage (default 90, 40 to 150)")),
    )
    .arg(number("passages", 2, 8, "4").help(lang.pick("Passages au plus (4 par défaut, de 2 à 8)", "Most passages (default 4, 2 to 8)")))
    .args(anonymous::args(lang))
    .arg(column(lang))
    .arg(rejects(lang))
}

fn number(name: &'static str, least: i64, most: i64, usual: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("N")
        .value_parser(value_parser!(u32).range(least..=most))
        .default_value(usual)
        .hide_default_value(true)
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let mut session = Session::new(args, lang)?;
    let lexicons = std::sync::Arc::clone(&session.instrument.lexicons);
    let mut articles = gather(&mut session, None)?;
    if articles.is_empty() {
        return session.close();
    }
    let output = args.get_one::<PathBuf>("output").map(PathBuf::as_path);
    if let Some(key) = anonymous::key_file(args, output, lang)? {
        anonymous::mask(&mut articles, &key, lang)?;
    }
    let corpus = Corpus::new(articles, Vec::new(), &lexicons, &Request::default(), lang);
    let size = |name: &str| args.get_one::<u32>(name).map_or(0, |n| *n as usize);
    let named = |name: &str| args.get_one::<String>(name).cloned();
    let rule = Rule { words: size("words"), passages: size("passages"), contrast: named("contrast"), event: named("event") };
    known(&rule, &corpus)?;
    let pages = Sheet::new(&corpus, &rule).ok_or_else(|| nothing(lang))?.pages();
    let Some(path) = output else { return session.close() };
    if is_page(path) {
        write_file(path, pages.both.as_bytes(), lang)?;
    } else {
        make_folder(path, lang)?;
        write_file(&path.join(lang.pick("fiche-eleve.html", "pupil-sheet.html")), pages.pupil.as_bytes(), lang)?;
        write_file(&path.join(lang.pick("corrige.html", "teacher-key.html")), pages.key.as_bytes(), lang)?;
    }
    session.close()
}

/// True for one page, false for a folder of two.
pub fn is_page(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("html") || ending.eq_ignore_ascii_case("htm"))
}

/// Names that the corpus does not know are named, with those it does.
fn known(rule: &Rule, corpus: &Corpus) -> Result<(), Failure> {
    let lang = corpus.lang;
    let contrasts = || 0..corpus.comparison.contrasts.len();
    if let Some(name) = rule.contrast.as_deref().filter(|name| !contrasts().any(|at| corpus.is_contrast(at, name))) {
        let known: Vec<&str> = corpus.lexicons.iter().flat_map(|l| &l.contrasts).map(|c| &*c.id).collect();
        return Err(lang.pick(
            format!("--contrast {name} : contraste inconnu ; connus : {}", known.join(", ")),
            format!("--contrast {name}: unknown contrast; known: {}", known.join(", ")),
        ));
    }
    let events: BTreeSet<String> = events(corpus).into_iter().flatten().collect();
    match rule.event.as_ref().filter(|name| !events.contains(*name)) {
        Some(name) => {
            let known: Vec<String> = events.into_iter().collect();
            Err(lang.pick(
                format!("--event {name} : événement inconnu ; connus : {}", known.join(", ")),
                format!("--event {name}: unknown event; known: {}", known.join(", ")),
            ))
        }
        None => Ok(()),
    }
}

fn nothing(lang: Lang) -> Failure {
    lang.pick(
        "rien à comparer : aucun passage de deux articles n'emploie les mots d'un même contraste. Ajoutez des articles sur le même fait, demandez des passages plus longs (--words 150), ou nommez un autre lexique (--lexicon). Un relevé de cadrage score doit porter ses textes (--with-text).".into(),
        "nothing to compare: no passages of two articles use words of one contrast. Add articles on the same event, ask for longer passages (--words 150), or name another lexicon (--lexicon). A score file must carry its texts (--with-text).".into(),
    )
}
