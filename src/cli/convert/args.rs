//! The words of `cadrage convert`, in both languages.

use crate::cli::command::{column, inputs, output, rejects, sub};
use crate::lang::Lang;
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};

pub fn command(lang: Lang) -> Command {
    let (fr, en) = (
        "Récrit des articles pour d'autres outils : IRaMuTeQ, TXM, tableurs",
        "Rewrite articles for other tools: IRaMuTeQ, TXM, spreadsheets",
    );
    sub("convert", lang, fr, en)
        .arg(inputs(lang))
        .arg(
            Arg::new("to")
                .long("to")
                .visible_alias("vers")
                .required(true)
                .value_parser(PossibleValuesParser::new(["iramuteq", "tei", "jsonl", "csv"]))
                .hide_possible_values(true)
                .value_name("iramuteq|tei|jsonl|csv")
                .help(lang.pick(
                    "Format à écrire ; tei avec un dossier pour -o : un fichier par article et metadata.csv, comme TXM les lit",
                    "Format to write; tei with a folder for -o: a file an article and metadata.csv, as TXM reads them",
                )),
        )
        .arg(output(lang, false))
        .arg(column(lang))
        .arg(rejects(lang))
}
