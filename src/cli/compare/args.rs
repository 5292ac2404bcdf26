//! The words of `cadrage compare` on the command line.

use super::super::command::{inputs, lexicons, output, rejects, sub};
use crate::lang::Lang;
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};

pub fn command(lang: Lang) -> Command {
    let choice = |name: &'static str, values: &'static [&'static str], default: &'static str, shown: &'static str| {
        Arg::new(name)
            .long(name)
            .value_parser(PossibleValuesParser::new(values))
            .default_value(default)
            .hide_possible_values(true)
            .hide_default_value(true)
            .value_name(shown)
    };
    sub(
        "compare",
        lang,
        "Compare des médias : parts et fréquences avec leur intervalle, ou pourquoi il n'y en a pas",
        "Compares outlets: shares and rates with their interval, or why there is none",
    )
    .arg(inputs(lang))
    .arg(lexicons(lang))
    .arg(choice("by", &["outlet", "article", "event", "author", "date"], "outlet", "outlet|article|event|author|date").help(lang.pick(
        "Ce qui est comparé : médias (par défaut), articles, événements, auteurs, mois",
        "What is compared: outlets (default), articles, events, authors, months",
    )))
    .args(super::super::comparing::args(lang))
    .arg(super::super::texts::arg(lang))
    .arg(
        choice("format", &["text", "csv", "json"], "text", "text|csv|json")
            .help(lang.pick("text (par défaut), csv ou json", "text (default), csv or json")),
    )
    .args(super::super::anonymous::args(lang))
    .arg(output(lang, false))
    .arg(rejects(lang))
}
