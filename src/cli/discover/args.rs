//! The words of `cadrage discover` on the command line.

use crate::cli::cleaning;
use crate::cli::command::{column, inputs, lexicons, output, rejects, sub};
use crate::lang::Lang;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgGroup, Command, value_parser};
use std::path::PathBuf;

pub fn command(lang: Lang) -> Command {
    let about = (
        "Propose des mots pour un pôle : ceux qui se trouvent aux mêmes places que les siens",
        "Proposes words for a pole: those that stand where its own words stand",
    );
    let number = |name: &'static str, fr: &'static str, en: &'static str| {
        Arg::new(name).long(name).value_name("N").value_parser(value_parser!(u64).range(1..=10_000)).help(lang.pick(fr, en))
    };
    sub("discover", lang, about.0, about.1)
        .arg(inputs(lang))
        .arg(Arg::new("pole").long("pole").value_name("[AXE/]PÔLE").help(lang.pick("Le pôle à compléter", "The pole to complete")))
        .arg(
            Arg::new("contrast")
                .long("contrast")
                .value_name("ID")
                .help(lang.pick("Tous les côtés d'un contraste à la fois", "All sides of a contrast at once")),
        )
        .group(ArgGroup::new("model").args(["pole", "contrast"]).required(true).multiple(false))
        .arg(lexicons(lang))
        .args(cleaning::args(lang))
        .arg(number("top", "Mots proposés (15 par défaut)", "Words proposed (15 by default)"))
        .arg(number("min-count", "Occurrences, au moins (3 par défaut)", "Occurrences at least (3 by default)"))
        .arg(
            Arg::new("accept")
                .long("accept")
                .value_name(lang.pick("MOT[,MOT]", "WORD[,WORD]"))
                .value_delimiter(',')
                .requires("into")
                .requires("pole")
                .help(lang.pick(
                    "Écrit ces mots dans un lexique, avec leurs phrases d'exemple",
                    "Write these words into a lexicon, with their example sentences",
                )),
        )
        .arg(
            Arg::new("into")
                .long("into")
                .value_name(lang.pick("DOSSIER", "FOLDER"))
                .value_parser(value_parser!(PathBuf))
                .requires("accept")
                .help(lang.pick("Le dossier du lexique (voir cadrage lexicon new)", "The lexicon's folder (see cadrage lexicon new)")),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("text|csv")
                .value_parser(PossibleValuesParser::new(["text", "csv"]))
                .default_value("text")
                .hide_possible_values(true)
                .hide_default_value(true)
                .help(lang.pick("text (par défaut) ou csv", "text (default) or csv")),
        )
        .arg(output(lang, false))
        .arg(column(lang))
        .arg(rejects(lang))
}
