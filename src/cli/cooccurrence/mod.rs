//! `cadrage cooccurrence`: who is named in one sentence with which word.

mod csv;
mod json;
mod text;

use super::explore::{self, Exploration, Format};
use super::{Failure, Status};
use crate::lang::Lang;
use crate::report::cooccurrence::Together;
use crate::stats::cooccurrence::Refusal;
use crate::stats::family::Family;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};

pub fn command(lang: Lang) -> Command {
    explore::command(
        "cooccurrence",
        lang,
        "Qui est nommé dans la même phrase que quel mot, et plus souvent qu'attendu ou non",
        "Who is named in one sentence with which word, and whether more often than expected",
    )
    .arg(
        Arg::new("draw")
            .long("draw")
            .value_parser(PossibleValuesParser::new(["graph", "matrix"]))
            .default_value("graph")
            .hide_possible_values(true)
            .hide_default_value(true)
            .value_name("graph|matrix")
            .help(lang.pick("Image : graphe (par défaut) ou tableau", "Picture: graph (default) or matrix")),
    )
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let as_matrix = args.get_one::<String>("draw").is_some_and(|draw| draw == "matrix");
    explore::run(args, lang, |exploration| {
        let tables: Vec<(Family, Result<Together, Refusal>)> =
            exploration.families().into_iter().map(|family| (family, together(exploration, family))).collect();
        let written = match exploration.format {
            Format::Text => text::write(exploration, &tables),
            Format::Csv => csv::write(exploration, &tables),
            Format::Json => json::write(exploration, &tables),
        };
        let picture = |table: &Together| if as_matrix { table.matrix().to_svg(lang) } else { table.network().to_svg(lang) };
        let svg = tables.first().and_then(|(_, table)| table.as_ref().ok()).map(picture);
        explore::Found { written, svg }
    })
}

fn together<'l>(exploration: &Exploration<'l>, family: Family) -> Result<Together<'l>, Refusal> {
    Together::new(&exploration.sample, family, exploration.instrument, &exploration.view, exploration.lang)
}
