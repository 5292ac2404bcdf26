//! `cadrage timeline`: words over time, or around a date.

mod csv;
mod json;
mod text;

use super::explore::{self, Exploration, Format};
use super::{Failure, Status};
use crate::lang::Lang;
use crate::report::timeline::Followed;
use crate::stats::family::Family;
use crate::stats::periods::{Step, day};
use crate::stats::timeline::{Division, Refusal, Words};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
use time::Date;

pub fn command(lang: Lang) -> Command {
    explore::command(
        "timeline",
        lang,
        "Frise : combien de fois chaque mot, par jour, semaine ou mois, ou avant et après une date",
        "Timeline: how often each word, by day, week or month, or before and after a date",
    )
    .arg(
        Arg::new("by")
            .long("by")
            .value_parser(PossibleValuesParser::new(["day", "week", "month"]))
            .hide_possible_values(true)
            .value_name("day|week|month")
            .help(lang.pick(
                "Périodes : jours, semaines ou mois (d'ordinaire selon la durée)",
                "Periods: days, weeks or months (usually by the time span)",
            )),
    )
    .arg(Arg::new("around").long("around").value_name("AAAA-MM-JJ").help(lang.pick(
        "Compte les périodes à partir de cette date, et compare avant et après",
        "Count periods from this date, and compare before and after",
    )))
    .arg(
        Arg::new("word")
            .long("word")
            .value_name(lang.pick("MOT", "WORD"))
            .help(lang.pick("Suit un seul mot, média par média", "Follow one word only, outlet by outlet")),
    )
}

/// What this command asks for besides what all of them do.
struct Asked {
    division: Division,
    word: Option<String>,
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let asked =
        Asked { division: Division { step: step(args), around: around(args, lang)? }, word: args.get_one::<String>("word").cloned() };
    explore::run(args, lang, |exploration| {
        let lines: Vec<(Family, Result<Followed, Refusal>)> = families(exploration, &asked)
            .into_iter()
            .map(|(family, word)| (family, followed(exploration, family, word, asked.division)))
            .collect();
        let written = match exploration.format {
            Format::Text => text::write(exploration, &lines),
            Format::Csv => csv::write(exploration, &lines),
            Format::Json => json::write(exploration, &lines),
        };
        let chart = |(_, line): &(Family, Result<Followed, Refusal>)| Some(line.as_ref().ok()?.chart().to_svg(lang));
        explore::Found { written, svg: lines.first().and_then(chart) }
    })
}

/// The families that are followed, or the word that was named, by its id or as readers see it.
fn families(exploration: &Exploration, asked: &Asked) -> Vec<(Family, Option<usize>)> {
    let Some(word) = &asked.word else { return exploration.families().into_iter().map(|family| (family, None)).collect() };
    let is_word = |family: &Family| {
        let ids: Vec<&str> = match *family {
            Family::Axis(l, a) => exploration.lexicons[l].axes[a].poles.iter().map(|pole| &*pole.id).collect(),
            Family::Contrast(..) => Vec::new(),
        };
        let at = ids.iter().position(|id| id == word);
        at.or_else(|| family.words(exploration.lexicons, exploration.lang).iter().position(|shown| shown == word))
    };
    exploration.families().into_iter().filter_map(|family| Some((family, Some(is_word(&family)?)))).collect()
}

fn followed<'l>(exploration: &Exploration<'l>, family: Family, word: Option<usize>, division: Division) -> Result<Followed<'l>, Refusal> {
    let Exploration { sample, lexicons, view, lang, .. } = exploration;
    Followed::new(&Words { sample, lexicons, family, view }, word, division, *lang)
}

fn step(args: &ArgMatches) -> Option<Step> {
    match args.get_one::<String>("by").map(String::as_str) {
        Some("day") => Some(Step::Day),
        Some("week") => Some(Step::Week),
        Some("month") => Some(Step::Month),
        _ => None,
    }
}

fn around(args: &ArgMatches, lang: Lang) -> Result<Option<Date>, Failure> {
    let Some(given) = args.get_one::<String>("around") else { return Ok(None) };
    day(given).map(Some).ok_or_else(|| {
        lang.pick(
            format!("--around {given} : ce n'est pas une date ; écrivez-la comme 2021-03-01"),
            format!("--around {given}: this is no date; write it as 2021-03-01"),
        )
    })
}
