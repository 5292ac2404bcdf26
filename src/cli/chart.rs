//! `cadrage chart`: one picture, as SVG, PNG or its table.

use super::anonymous;
use super::command::{inputs, lexicons, output, rejects, sub};
use super::comparing::Comparing;
use super::gather::gather;
use super::output::write_file;
use super::report::PNG_SCALE;
use super::session::Session;
use super::{Failure, Status};
use crate::charts::{png, svg};
use crate::lang::Lang;
use crate::report::gallery::{KINDS, Kind, Source};
use crate::report::{Corpus, Picture};
use crate::stats::Grouping;
use crate::stats::groups::SIDE_BY_SIDE;
use clap::{Arg, ArgMatches, Command};
use std::path::{Path, PathBuf};

pub fn command(lang: Lang) -> Command {
    let name = Arg::new("chart")
        .value_name(lang.pick("NOM", "NAME"))
        .help(lang.pick("Nom du graphique ; sans nom : la liste", "Name of the chart; without one: the list"));
    sub(
        "chart",
        lang,
        "Un seul graphique, en SVG, PNG ou CSV ; sans nom, la liste",
        "One chart, as SVG, PNG or CSV; without a name, the list",
    )
    .visible_alias("graphique")
    .arg(name)
    .arg(inputs(lang).required(false).requires("output"))
    .arg(lexicons(lang))
    .arg(output(lang, false).help(
        lang.pick(
            "Fichier en .svg, .png ou .csv, écrit en entier ou pas du tout",
            "File in .svg, .png or .csv, written whole or not at all",
        ),
    ))
    .arg(Arg::new("subject").long("subject").visible_alias("sujet").value_name(lang.pick("NOM", "NAME")).help(lang.pick(
        "Contraste ou sujet à dessiner ; par défaut celui qui a le plus de passages",
        "Contrast or subject to draw; by default the one with most passages",
    )))
    .args(super::comparing::args(lang))
    .arg(super::texts::arg(lang))
    .args(anonymous::args(lang))
    .arg(rejects(lang))
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let Some(name) = args.get_one::<String>("chart") else {
        print!("{}", list(lang));
        return Ok(Status::Done);
    };
    let kind = Kind::of(name).ok_or_else(|| {
        lang.pick(
            format!("graphique inconnu : {name}. Il y a :\n{}", list(lang)),
            format!("unknown chart: {name}. There are:\n{}", list(lang)),
        )
    })?;
    let Some(path) = args.get_one::<PathBuf>("output").filter(|_| args.contains_id("inputs")) else {
        return Err(lang.pick(
            format!("il manque des articles et un fichier : cadrage chart {name} ARTICLES -o {name}.svg"),
            format!("articles and a file are missing: cadrage chart {name} ARTICLES -o {name}.svg"),
        ));
    };
    let form = Form::of(path).ok_or_else(|| wrong_ending(path, lang))?;
    let mut session = Session::new(args, lang)?;
    let lexicons = std::sync::Arc::clone(&session.instrument.lexicons);
    let mut comparing = Comparing::read(args, lexicons.measured(), lang)?;
    let mut articles = gather(&mut session, args.get_one("articles"))?;
    if articles.is_empty() {
        return session.close();
    }
    if let Some(key) = anonymous::key_file(args, Some(path), lang)? {
        comparing.mask(&mut articles, &key, lang)?;
    }
    let corpus = Corpus::new(articles, Vec::new(), &lexicons, &comparing.request(None), lang);
    let subject = args.get_one::<String>("subject").map(String::as_str);
    let picture = kind.draw(&corpus, subject).map_err(|known| {
        let (name, known) = (subject.unwrap_or_default(), known.join(", "));
        lang.pick(format!("--subject {name} : nom inconnu ; connus : {known}"), format!("--subject {name}: unknown name; known: {known}"))
    })?;
    let picture = picture.ok_or_else(|| nothing(kind, &corpus, subject))?;
    write_file(path, &form.bytes(&picture).map_err(|e| format!("{} : {e}", path.display()))?, lang)?;
    session.close()
}

/// Why there is no picture, and what to do.
fn nothing(kind: &Kind, corpus: &Corpus, subject: Option<&str>) -> Failure {
    let (name, lang, n) = (kind.name, corpus.lang, corpus.articles.len());
    match kind.source {
        Source::Family { .. } if corpus.grouping == Grouping::Articles => lang.pick(
            format!("{name} : rien à dessiner de {n} articles côte à côte ; il en faut plus de {SIDE_BY_SIDE}"),
            format!("{name}: nothing to draw of {n} articles side by side; more than {SIDE_BY_SIDE} are needed"),
        ),
        Source::Family { command, .. } => {
            let reason = kind.refusal(corpus, subject).unwrap_or_default();
            lang.pick(
                format!("{name} : rien à dessiner.\n    {reason}\n    « cadrage {command} » dit ce qui manque, sujet par sujet."),
                format!("{name}: nothing to draw.\n    {reason}\n    “cadrage {command}” says what is missing, subject by subject."),
            )
        }
        Source::Corpus(_) if corpus.roles.is_empty() && name == "roles" => lang.pick(
            format!("{name} : rien à dessiner, aucune phrase de ces articles ne donne de rôle à un acteur étranger"),
            format!("{name}: nothing to draw, no sentence of these articles gives a part to a foreign actor"),
        ),
        Source::Corpus(_) => lang.pick(
            format!("{name} : rien à dessiner, ces articles n'emploient aucun de ces mots ; essayez --voice all"),
            format!("{name}: nothing to draw, these articles use none of these words; try --voice all"),
        ),
        _ => lang.pick(
            format!(
                "{name} : rien à dessiner, ces articles n'emploient aucun de ces mots, ou trop rarement ; essayez --subject ou --voice all"
            ),
            format!("{name}: nothing to draw, these articles use none of these words, or too rarely; try --subject or --voice all"),
        ),
    }
}

/// What the ending of the file asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Svg,
    Png,
    Csv,
}

impl Form {
    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_string_lossy().to_ascii_lowercase().as_str() {
            "svg" => Some(Form::Svg),
            "png" => Some(Form::Png),
            "csv" => Some(Form::Csv),
            _ => None,
        }
    }

    fn bytes(self, picture: &Picture) -> Result<Vec<u8>, png::PngError> {
        Ok(match self {
            Form::Svg => svg::with_font(&picture.svg).into_bytes(),
            Form::Csv => picture.csv.clone().into_bytes(),
            Form::Png => png::render(&picture.svg, PNG_SCALE)?,
        })
    }
}

fn wrong_ending(path: &Path, lang: Lang) -> Failure {
    let path = path.display();
    lang.pick(format!("{path} : le nom doit finir par .svg, .png ou .csv"), format!("{path}: the name must end in .svg, .png or .csv"))
}

/// A line a chart.
fn list(lang: Lang) -> String {
    let both = |kind: &Kind| if kind.alias == kind.name { kind.name.to_owned() } else { format!("{}, {}", kind.name, kind.alias) };
    let width = KINDS.iter().map(|kind| both(kind).chars().count()).max().unwrap_or(0);
    let subject = |kind: &Kind| match kind.source {
        Source::Contrast(_) => lang.pick(" (--subject CONTRASTE)", " (--subject CONTRAST)"),
        Source::Axis(_) => lang.pick(" (--subject SUJET)", " (--subject SUBJECT)"),
        Source::Family { .. } => {
            lang.pick(" (--subject CONTRASTE_OU_SUJET ; plus de 12 articles)", " (--subject CONTRAST_OR_SUBJECT; more than 12 articles)")
        }
        Source::Corpus(_) => "",
    };
    KINDS.iter().map(|kind| format!("{:width$}  {}{}\n", both(kind), kind.about(lang), subject(kind))).collect()
}
