//! The words of `cadrage compare` on the command line.

use super::super::command::{inputs, lexicons, output, rejects, sub};
use crate::lang::Lang;
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, value_parser};
use std::path::PathBuf;

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
    let file = |name: &'static str| Arg::new(name).long(name).value_name(lang.pick("FICHIER", "FILE")).value_parser(value_parser!(PathBuf));
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
    .arg(file("plan").help(lang.pick(
        "Plan écrit avant de regarder les nombres ; le reste est exploratoire",
        "Plan written before looking at the numbers; the rest is exploratory",
    )))
    .arg(
        file("events")
            .help(lang.pick("Tableau des événements, corrigé (voir cadrage events)", "Table of events, corrected (see cadrage events)")),
    )
    .arg(choice("voice", &["outlet", "direct", "indirect", "scare", "unquoted", "all"], "outlet", "outlet|direct|indirect|scare|unquoted|all").help(
        lang.pick(
            "Qui dit les mots comptés : l'article (par défaut), entre guillemets, propos rapportés, guillemets sans locuteur, tout sauf entre guillemets, tous",
            "Who says the words that are counted: the article (default), in quotation marks, reported speech, marks without a speaker, all but quoted, all",
        ),
    ))
    .arg(
        Arg::new("seed")
            .long("seed")
            .value_name("N")
            .value_parser(value_parser!(u64))
            .help(lang.pick("Graine des tirages au sort (1 par défaut)", "Seed of the random draws (default 1)")),
    )
    .arg(
        choice("format", &["text", "csv", "json"], "text", "text|csv|json")
            .help(lang.pick("text (par défaut), csv ou json", "text (default), csv or json")),
    )
    .args(super::super::anonymous::args(lang))
    .arg(output(lang, false))
    .arg(rejects(lang))
}
