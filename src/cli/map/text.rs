//! Maps in words, for the terminal.

use super::super::explore::Exploration;
use crate::charts::MapPoint;
use crate::charts::number::decimal;
use crate::report::findings::{share, whose};
use crate::report::map::{Mapped, refused};
use crate::report::words::articles;
use crate::stats::family::Family;
use crate::stats::map::Refusal;

pub fn write(exploration: &Exploration, maps: &[(Family, Result<Mapped, Refusal>)]) -> String {
    let lang = exploration.lang;
    let read = articles(exploration.sample.articles.len() as u64, lang);
    let mut lines = vec![lang.pick(format!("{read}. Graine {}.", exploration.seed), format!("{read}. Seed {}.", exploration.seed))];
    lines.push(whose(exploration.view.filter.voices, lang).into());
    for (family, map) in maps {
        lines.push(String::new());
        lines.push(format!("{} ({})", family.title(exploration.lexicons, lang), family.path(exploration.lexicons)));
        match map {
            Ok(map) => lines.extend(section(map)),
            Err(refusal) => lines.push(format!("  {}", refused(*refusal, lang))),
        }
    }
    lines.join("\n") + "\n"
}

fn section(mapped: &Mapped) -> Vec<String> {
    let lang = mapped.lang;
    let mut lines = vec![format!("  {}", mapped.basis())];
    lines.extend(mapped.axes().into_iter().map(|axis| format!("  {axis}")));
    let chart = mapped.chart();
    lines.push(lang.pick(
        "  Axe 1, axe 2, part de la position qui se voit sur ce plan".into(),
        "  Axis 1, axis 2, part of the position that this plane shows".into(),
    ));
    let width = chart.outlets.iter().chain(&chart.words).map(|p| p.name.chars().count()).max().unwrap_or(0);
    let line = |point: &MapPoint| {
        let [x, y] = point.place.map(|x| decimal(x, 2, lang));
        let n = articles(point.articles, lang);
        let aside = if point.is_supplementary { lang.pick(" ; ne fait pas la carte", "; does not make the map") } else { "" };
        format!("    {:width$}  {x:>6}  {y:>6}  {:>6}  ({n}{aside})", point.name, share(point.quality, lang))
    };
    lines.extend(chart.outlets.iter().map(line));
    lines.push(String::new());
    lines.extend(chart.words.iter().map(line));
    lines
}
