//! The words of `cadrage concordance` on the command line.

use crate::cli::cleaning;
use crate::cli::command::{column, lexicons, output, rejects, sub};
use crate::lang::Lang;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgGroup, Command, value_parser};
use std::path::PathBuf;

/// What is looked up instead of a pattern.
pub const SELECTORS: [&str; 4] = ["axis", "pole", "marker", "role"];

pub fn command(lang: Lang) -> Command {
    let about = (
        "Tous les passages d'un mot, d'un motif ou d'un pôle, en contexte : qui le dit, où",
        "Every passage of a word, a pattern or a pole, in context: who says it, where",
    );
    let selector = |name: &'static str, value: &'static str, fr: &'static str, en: &'static str| {
        Arg::new(name).long(name).value_name(value).help(lang.pick(fr, en))
    };
    sub("concordance", lang, about.0, about.1)
        .arg(
            // The inputs, after the pattern where none of the selectors takes its place.
            Arg::new("inputs")
                .value_name(lang.pick("MOTIF ARTICLES", "PATTERN ARTICLES"))
                .value_parser(value_parser!(PathBuf))
                .num_args(1..)
                .required(true)
                .help(lang.pick(
                    "Le motif, écrit comme dans un lexique (docs/LEXIQUES.md), puis les articles ; sans motif avec --axis, --pole, --marker ou --role",
                    "The pattern, written as in a lexicon (docs/LEXIQUES.md), then the articles; no pattern with --axis, --pole, --marker or --role",
                )),
        )
        .arg(selector("axis", "[LEX/]AXE", "Tous les passages d'un axe", "Every passage of an axis"))
        .arg(selector("pole", "[AXE/]PÔLE", "Tous les passages d'un pôle", "Every passage of a pole"))
        .arg(selector("marker", "[AXE/]MARQUEUR", "Tous les passages d'un marqueur", "Every passage of a marker"))
        .arg(selector("role", "[ACTEUR/]RÔLE", "Toutes les phrases qui donnent ce rôle", "Every sentence that gives this part"))
        .group(ArgGroup::new("selector").args(SELECTORS).multiple(false))
        .arg(lexicons(lang))
        .args(cleaning::args(lang))
        .arg(
            Arg::new("sort")
                .long("sort")
                .value_name("left|right|outlet|date|voice")
                .value_parser(PossibleValuesParser::new(["left", "right", "outlet", "date", "voice"]))
                .hide_possible_values(true)
                .help(lang.pick(
                    "Range selon le contexte de gauche ou de droite, le média, la date ou la voix (sinon, dans l'ordre des articles)",
                    "Sort by left or right context, outlet, date or voice (else in the order of the articles)",
                )),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("text|csv|html")
                .value_parser(PossibleValuesParser::new(["text", "csv", "html"]))
                .default_value("text")
                .hide_possible_values(true)
                .hide_default_value(true)
                .help(lang.pick("text (par défaut), csv, ou html, une page à imprimer", "text (default), csv, or html, a page to print")),
        )
        .arg(
            Arg::new("context")
                .long("context")
                .value_name("N")
                .value_parser(value_parser!(u16).range(5..=400))
                .help(lang.pick("Caractères de chaque côté (40 par défaut, 90 en csv et html)", "Characters on each side (40 by default, 90 in csv and html)")),
        )
        .arg(output(lang, false))
        .arg(column(lang))
        .arg(rejects(lang))
}
