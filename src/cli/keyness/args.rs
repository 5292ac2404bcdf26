//! The words of `cadrage keyness` on the command line.

use crate::cli::cleaning;
use crate::cli::command::{column, inputs, output, rejects, sub};
use crate::counts::words::LONGEST;
use crate::lang::Lang;
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, value_parser};

pub fn command(lang: Lang) -> Command {
    let choice = |name: &'static str, values: &'static [&'static str], shown: &'static str| {
        Arg::new(name)
            .long(name)
            .value_parser(PossibleValuesParser::new(values))
            .default_value(values[0])
            .hide_possible_values(true)
            .hide_default_value(true)
            .value_name(shown)
    };
    let number = |name: &'static str, least: u64, most: u64, fr: &'static str, en: &'static str| {
        Arg::new(name).long(name).value_name("N").value_parser(value_parser!(u64).range(least..=most)).help(lang.pick(fr, en))
    };
    let about = (
        "Les mots qui distinguent un média (un article, un mois) des autres, et dans combien d'articles",
        "The words that set an outlet (an article, a month) apart from the others, and in how many articles",
    );
    sub("keyness", lang, about.0, about.1)
        .visible_alias("specificites")
        .arg(inputs(lang))
        .arg(choice("by", &["outlet", "author", "month", "event", "article"], "outlet|author|month|event|article").help(lang.pick(
            "Ce qui est comparé : médias (par défaut), auteurs, mois, événements, articles ; une autre colonne : --by event --column evenement=NOM",
            "What is compared: outlets (default), authors, months, events, articles; another column: --by event --column event=NAME",
        )))
        .arg(Arg::new("group").long("group").value_name(lang.pick("NOM", "NAME")).help(lang.pick(
            "Ne montre que ce groupe, contre tous les autres",
            "Show this group only, against all the others",
        )))
        .arg(choice("voice", &["outlet", "direct", "indirect", "scare", "unquoted", "all"], "outlet|direct|indirect|scare|unquoted|all").help(lang.pick(
            "Qui dit les mots comptés : l'article (par défaut), entre guillemets, propos rapportés, guillemets sans locuteur, tout sauf entre guillemets, tous (plus rapide)",
            "Who says the words that are counted: the article (default), in quotation marks, reported speech, marks without a speaker, all but quoted, all (faster)",
        )))
        .arg(number(
            "ngrams",
            1,
            LONGEST as u64,
            "Mots pleins d'une expression, au plus (3 par défaut ; 1 : des mots seuls)",
            "Words of meaning that an expression has at most (3 by default; 1: single words)",
        ))
        .arg(number("top", 1, 10_000, "Mots montrés pour chaque groupe (20 par défaut)", "Words shown for each group (20 by default)"))
        .arg(number("min-count", 1, 1_000_000, "Occurrences, au moins (5 par défaut)", "Occurrences at least (5 by default)"))
        .arg(number("min-articles", 1, 1_000_000, "Articles, au moins (3 par défaut)", "Articles at least (3 by default)"))
        .arg(choice("copies", &["as-found", "once", "without"], "as-found|once|without").help(lang.pick(
            "Textes repris : tels quels (par défaut), une fois par groupe, ou laissés de côté",
            "Near-copies: as found (default), once a group, or left out",
        )))
        .arg(choice("format", &["text", "csv"], "text|csv").help(lang.pick(
            "text (par défaut), ou csv : tous les mots, tous les groupes, toutes les mesures",
            "text (default), or csv: all words, all groups, all measures",
        )))
        .args(cleaning::args(lang))
        .arg(output(lang, false))
        .arg(column(lang))
        .arg(rejects(lang))
}
