//! The options of research: files beside the page, and texts that may not be handed on.

use super::Failure;
use super::output::write_file;
use crate::lang::Lang;
use crate::report::tables::{self, json, workbook};
use crate::report::{Corpus, summary};
use clap::{Arg, ArgAction, ArgMatches, value_parser};
use std::path::PathBuf;

/// Words on each side of a hit where the text itself is not shown.
const AROUND: &str = "5";

/// `--no-text`, `--context-words N`.
pub fn text_args(lang: Lang) -> [Arg; 2] {
    let no_text = Arg::new("no-text").long("no-text").visible_alias("sans-texte").action(ArgAction::SetTrue).help(lang.pick(
        "Ne montre rien des textes au-delà de quelques mots autour de chaque passage ; titres et noms restent comme références",
        "Show nothing of the texts beyond some words around each hit; titles and names stay as references",
    ));
    let around = Arg::new("context-words")
        .long("context-words")
        .visible_alias("mots-autour")
        .requires("no-text")
        .value_name("N")
        .value_parser(value_parser!(u16).range(0..=50))
        .default_value(AROUND)
        .hide_default_value(true)
        .help(lang.pick("Avec --no-text : mots de chaque côté (5 par défaut)", "With --no-text: words on each side (default 5)"));
    [no_text, around]
}

/// Words around a hit that may be shown; None where whole texts may.
pub fn around(args: &ArgMatches) -> Option<usize> {
    args.get_flag("no-text").then(|| args.get_one::<u16>("context-words").map_or(0, |n| usize::from(*n)))
}

/// `--tables FILE.xlsx`, `--json FILE`, `--summary FILE.md`.
pub fn file_args(lang: Lang) -> [Arg; 3] {
    let file = |name: &'static str, alias: &'static str, help: &'static str| {
        let arg = Arg::new(name).long(name).value_name(lang.pick("FICHIER", "FILE")).value_parser(value_parser!(PathBuf)).help(help);
        if alias.is_empty() { arg } else { arg.visible_alias(alias) }
    };
    [
        file(
            "tables",
            "classeur",
            lang.pick("Écrit aussi toutes les tables dans un classeur .xlsx", "Also write all tables to an .xlsx workbook"),
        ),
        file("json", "", lang.pick("Écrit aussi toutes les tables en JSON", "Also write all tables as JSON")),
        file("summary", "resume", lang.pick("Écrit aussi un résumé en Markdown", "Also write a summary in Markdown")),
    ]
}

/// The files asked for beside the page.
#[derive(Default)]
pub struct Files {
    tables: Option<PathBuf>,
    json: Option<PathBuf>,
    summary: Option<PathBuf>,
}

impl Files {
    pub fn asked(args: &ArgMatches) -> Self {
        let file = |name: &str| args.get_one::<PathBuf>(name).cloned();
        Self { tables: file("tables"), json: file("json"), summary: file("summary") }
    }

    /// Writes them; `around` as in [`around`].
    pub fn write(&self, corpus: &Corpus, around: Option<usize>) -> Result<(), Failure> {
        let lang = corpus.lang;
        if self.tables.is_some() || self.json.is_some() {
            let tables = tables::tables(corpus, around);
            if let Some(path) = &self.tables {
                let bytes = workbook::write(&tables).map_err(|e| {
                    let path = path.display();
                    lang.pick(
                        format!("{path} : ces tables ne tiennent pas dans un classeur ({e}) ; écrivez-les avec --json"),
                        format!("{path}: these tables do not fit into a workbook ({e}); write them with --json"),
                    )
                })?;
                write_file(path, &bytes, lang)?;
            }
            if let Some(path) = &self.json {
                write_file(path, json::write(&tables).as_bytes(), lang)?;
            }
        }
        match &self.summary {
            Some(path) => write_file(path, summary::write(corpus).as_bytes(), lang),
            None => Ok(()),
        }
    }
}
