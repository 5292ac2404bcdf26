//! Timelines with everything that is known of them.

use super::super::explore::Exploration;
use crate::report::timeline::{Followed, refused};
use crate::stats::family::Family;
use crate::stats::interval::Interval;
use crate::stats::periods::Period;
use crate::stats::timeline::{Point, Refusal};
use serde_json::{Value, json};

pub fn write(exploration: &Exploration, lines: &[(Family, Result<Followed, Refusal>)]) -> String {
    let line = |(family, line): &(Family, Result<Followed, Refusal>)| {
        let path = family.path(exploration.lexicons);
        match line {
            Ok(line) => one(path, line),
            Err(refusal) => json!({ "family": path, "refused": refused(*refusal, exploration.lang) }),
        }
    };
    let all = json!({ "articles": exploration.sample.articles.len(), "timelines": lines.iter().map(line).collect::<Vec<Value>>() });
    format!("{all:#}\n")
}

fn one(family: String, line: &Followed) -> Value {
    let timeline = &line.timeline;
    let interval = |interval: Option<Interval>| interval.map(|i| json!([i.low, i.high]));
    let point = |point: &Point| {
        let estimate = point.estimate;
        json!({
            "articles": point.articles, "articles_with_word": point.users, "count": point.count,
            "value": estimate.map(|e| e.value),
            "interval": interval(estimate.and_then(|e| e.interval.ok())),
            "refused": estimate.filter(|e| e.interval.is_err()).map(|e| line.interval(&e)),
        })
    };
    let series = timeline.series.iter().map(|series| {
        let change = series.change.map(|change| {
            json!({ "before": point(&change.before), "after": point(&change.after), "value": change.value, "interval": interval(change.interval), "p": change.p })
        });
        json!({ "line": series.name, "points": series.points.iter().map(|p| p.as_ref().map(point)).collect::<Vec<_>>(), "change": change })
    });
    let period = |period: &Period| json!([period.first.to_string(), period.last.to_string()]);
    json!({
        "family": family,
        "unit": if matches!(line.family, Family::Contrast(..)) { "share" } else { "per_word" },
        "around": timeline.around.map(|date| date.to_string()),
        "undated": timeline.undated,
        "periods": timeline.periods.iter().map(period).collect::<Vec<_>>(),
        "articles": timeline.articles,
        "series": series.collect::<Vec<_>>(),
    })
}
