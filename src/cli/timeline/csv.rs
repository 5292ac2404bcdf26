//! Timelines as rows: one a period and line; a period without articles has empty fields, never zeros.

use super::super::explore::Exploration;
use crate::report::timeline::Followed;
use crate::stats::family::Family;
use crate::stats::interval::Estimate;
use crate::stats::timeline::Refusal;

const HEADER: [&str; 10] = ["family", "line", "first_day", "last_day", "articles", "articles_with_word", "count", "value", "low", "high"];

pub fn write(exploration: &Exploration, lines: &[(Family, Result<Followed, Refusal>)]) -> String {
    let mut table = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = table.write_record(HEADER);
    for (family, line) in lines.iter().filter_map(|(family, line)| Some((family, line.as_ref().ok()?))) {
        for series in &line.timeline.series {
            for (period, point) in line.timeline.periods.iter().zip(&series.points) {
                let number = |value: Option<String>| value.unwrap_or_default();
                let of = |value: &dyn Fn(&Estimate) -> Option<f64>| {
                    number(point.and_then(|p| p.estimate).and_then(|e| value(&e)).map(|x| x.to_string()))
                };
                let _ = table.write_record([
                    family.path(exploration.lexicons),
                    series.name.clone(),
                    period.first.to_string(),
                    period.last.to_string(),
                    point.map_or(0, |p| p.articles).to_string(),
                    number(point.map(|p| p.users.to_string())),
                    number(point.map(|p| p.count.to_string())),
                    of(&|e| Some(e.value)),
                    of(&|e| Some(e.interval.ok()?.low)),
                    of(&|e| Some(e.interval.ok()?.high)),
                ]);
            }
        }
    }
    String::from_utf8(table.into_inner().unwrap_or_default()).unwrap_or_default()
}
