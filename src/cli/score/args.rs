//! The words of `cadrage score`.

use crate::cli::{cleaning, command};
use crate::lang::Lang;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;

pub fn command(lang: Lang) -> Command {
    let flag = |name, fr, en| Arg::new(name).long(name).action(ArgAction::SetTrue).help(lang.pick(fr, en));
    command::sub(
        "score",
        lang,
        "Une ligne JSON par article : zones, phrases, passages relevés",
        "One JSON line an article: zones, sentences, hits",
    )
    .arg(command::inputs(lang))
    .arg(command::lexicons(lang))
    .args(cleaning::args(lang))
    .arg(
        Arg::new("format")
            .long("format")
            .value_parser(PossibleValuesParser::new(["jsonl", "csv", "hits-csv", "parquet", "hits-parquet"]))
            .default_value("jsonl")
            .hide_possible_values(true)
            .hide_default_value(true)
            .value_name("jsonl|csv|hits-csv|parquet|hits-parquet")
            .help(lang.pick(
                "jsonl (par défaut) ; csv : une ligne par article ; hits-csv : une ligne par passage, avec sa phrase ; parquet et hits-parquet : ces tableaux, typés",
                "jsonl (default); csv: a row an article; hits-csv: a row a hit, with its sentence; parquet and hits-parquet: these tables, typed",
            )),
    )
    .arg(command::output(lang, false))
    .arg(
        Arg::new("only")
            .long("only")
            .value_delimiter(',')
            .value_parser(PossibleValuesParser::new(["hits", "voice", "roles"]))
            .hide_possible_values(true)
            .value_name("hits,voice,roles")
            .help(lang.pick(
                "Ce qu'il faut mesurer : hits (les passages), voice (qui les dit), roles (la part de chacun) ; tout par défaut",
                "What to measure: hits, voice (who says them), roles (the part of each); all by default",
            )),
    )
    .arg(flag("with-text", "Joint le texte lu à chaque ligne JSON", "Add the text as read to each JSON line"))
    .arg(command::column(lang))
    .arg(command::rejects(lang))
    .arg(
        flag(
            "resume",
            "Reprend là où un relevé vers le même fichier a été interrompu ; sans relevé interrompu, commence",
            "Goes on where a run to the same file broke off; begins where none did",
        )
        .visible_alias("reprendre")
        .requires("output"),
    )
    .arg(
        Arg::new("since")
            .long("since")
            .visible_alias("depuis")
            .value_name(lang.pick("RELEVÉS", "SCORES"))
            .value_parser(value_parser!(PathBuf))
            .help(lang.pick(
                "Ne mesure que les articles dont le texte, les lexiques ou les options ont changé depuis ces relevés (JSONL) ; reprend les autres tels quels",
                "Measures only articles whose text, lexicons or options changed since these scores (JSONL); takes the others over",
            )),
    )
    .arg(
        flag("quiet", "Ni avancement ni bilan ; les entrées écartées ne sont que comptées", "No progress and no summary; inputs set aside are counted only")
            .short('q')
            .conflicts_with("verbose"),
    )
    .arg(
        flag("verbose", "Dit aussi avec quoi l'on mesure et où passe le temps", "Tells also what measures and where the time goes")
            .short('v'),
    )
}
