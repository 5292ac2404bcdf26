//! `cadrage map`: outlets and words on a map, or why there is none.

mod csv;
mod json;
mod text;

use super::explore::{self, Exploration, Format};
use super::{Failure, Status};
use crate::lang::Lang;
use crate::report::map::Mapped;
use crate::stats::family::Family;
use crate::stats::map::Refusal;
use clap::{ArgMatches, Command};

pub fn command(lang: Lang) -> Command {
    explore::command(
        "map",
        lang,
        "Carte des médias et des mots (analyse des correspondances), avec la place incertaine de chacun",
        "Map of outlets and words (correspondence analysis), with how surely each place is known",
    )
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    explore::run(args, lang, |exploration| {
        let maps: Vec<(Family, Result<Mapped, Refusal>)> =
            exploration.families().into_iter().map(|family| (family, mapped(exploration, family))).collect();
        let written = match exploration.format {
            Format::Text => text::write(exploration, &maps),
            Format::Csv => csv::write(exploration, &maps),
            Format::Json => json::write(exploration, &maps),
        };
        let svg = maps.first().filter(|_| exploration.named.is_some()).and_then(|(_, map)| Some(map.as_ref().ok()?.chart().to_svg(lang)));
        explore::Found { written, svg }
    })
}

fn mapped<'l>(exploration: &Exploration<'l>, family: Family) -> Result<Mapped<'l>, Refusal> {
    let Exploration { sample, lexicons, view, seed, lang, .. } = exploration;
    Mapped::new(sample, family, lexicons, view, *seed, *lang)
}
