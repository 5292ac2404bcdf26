//! Timelines in words, for the terminal.

use super::super::explore::Exploration;
use crate::report::dates;
use crate::report::findings::whose;
use crate::report::timeline::{Followed, refused};
use crate::report::words::counted;
use crate::stats::family::Family;
use crate::stats::interval::{Estimate, LEAST, Refusal};
use crate::stats::timeline;

pub fn write(exploration: &Exploration, lines: &[(Family, Result<Followed, timeline::Refusal>)]) -> String {
    let lang = exploration.lang;
    let mut out = vec![whose(exploration.view.filter.voices, lang).to_owned()];
    let mut silent = Vec::new();
    for (family, line) in lines {
        match line {
            Err(refusal) => return refused(*refusal, lang) + "\n",
            Ok(line) if line.timeline.series.is_empty() => silent.push(family.title(exploration.lexicons, lang)),
            Ok(line) => {
                out.push(String::new());
                out.push(format!("{} ({})", family.title(exploration.lexicons, lang), family.path(exploration.lexicons)));
                out.extend(section(line));
            }
        }
    }
    if lines.is_empty() {
        out.push(
            lang.pick(
                "Aucun axe ne connaît ce mot. « cadrage lexicon show » les nomme.",
                "No axis knows this word. “cadrage lexicon show” names them.",
            )
            .into(),
        );
    }
    if !silent.is_empty() {
        out.push(String::new());
        out.push(format!("{}{}", lang.pick("Sans aucun passage ici : ", "With no passage here: "), silent.join(" ; ")));
    }
    out.join("\n") + "\n"
}

fn section(line: &Followed) -> Vec<String> {
    let (lang, timeline) = (line.lang, &line.timeline);
    let mut lines = vec![format!("  {}", line.basis())];
    for series in &timeline.series {
        lines.push(format!("  {}", line.name(series)));
        if let Some(change) = line.change(series) {
            lines.push(format!("    {change}"));
        }
        let (mut gaps, mut few) = (0, 0);
        for (period, point) in timeline.periods.iter().zip(&series.points) {
            let Some(point) = point else {
                gaps += 1;
                continue;
            };
            let value = match point.estimate {
                None => lang.pick("aucun choix", "no choice").to_owned(),
                Some(Estimate { value, interval: Err(Refusal::TooFew { .. }), .. }) => {
                    few += 1;
                    line.value(value)
                }
                Some(estimate) => format!("{}, {}", line.value(estimate.value), line.interval(&estimate)),
            };
            lines.push(format!("    {} : {value} ({})", dates::period(period, timeline.step, lang), line.n(point)));
        }
        if few > 0 {
            let few = counted(few, ("période", "period"), ("périodes", "periods"), lang);
            lines.push(lang.pick(
                format!("    pas d'intervalle, moins de {LEAST} articles : {few}"),
                format!("    no interval, fewer than {LEAST} articles: {few}"),
            ));
        }
        if gaps > 0 {
            let gaps = counted(gaps, ("période", "period"), ("périodes", "periods"), lang);
            lines.push(lang.pick(format!("    sans article : {gaps}"), format!("    without articles: {gaps}")));
        }
    }
    lines.extend(line.notes().into_iter().skip(2).map(|note| format!("  ! {note}")));
    lines
}
