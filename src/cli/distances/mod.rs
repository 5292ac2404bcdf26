//! `cadrage distances`: how far apart outlets are in their words, beside chance, and a tree.

mod csv;
mod json;
mod text;

use super::explore::{self, Exploration, Format};
use super::{Failure, Status};
use crate::lang::Lang;
use crate::report::distances::Spread;
use crate::stats::distances::Refusal;
use crate::stats::family::Family;
use clap::{ArgMatches, Command};

pub fn command(lang: Lang) -> Command {
    explore::command(
        "distances",
        lang,
        "Distance entre les médias d'après leurs mots, à côté de celle que donne le hasard ; arbre",
        "Distance between outlets by their words, beside what chance gives; tree",
    )
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    explore::run(args, lang, |exploration| {
        let spreads: Vec<(Family, Result<Spread, Refusal>)> =
            exploration.families().into_iter().map(|family| (family, spread(exploration, family))).collect();
        let written = match exploration.format {
            Format::Text => text::write(exploration, &spreads),
            Format::Csv => csv::write(exploration, &spreads),
            Format::Json => json::write(exploration, &spreads),
        };
        let svg = spreads.first().and_then(|(_, spread)| Some(spread.as_ref().ok()?.chart().to_svg(lang)));
        explore::Found { written, svg }
    })
}

fn spread<'l>(exploration: &Exploration<'l>, family: Family) -> Result<Spread<'l>, Refusal> {
    let Exploration { sample, lexicons, view, seed, lang, .. } = exploration;
    Spread::new(sample, family, lexicons, view, *seed, *lang)
}
