//! Words over time: a panel for each, all on one scale, and below how many articles there are.

use super::canvas::Canvas;
use super::{Frame, Pole, number, phrases, svg, table, timeline_layout};
use crate::lang::Lang;

/// Panels over the same periods.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Timeline {
    pub frame: Frame,
    /// What values are counted by: "pour 1 000 mots"; empty where they are shares, from 0 to 1.
    pub unit: String,
    pub periods: Vec<PeriodLabel>,
    pub panels: Vec<Panel>,
    /// A date that divides the periods: how many lie before it, and its name.
    pub date: Option<(usize, String)>,
}

/// One day, week or month.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeriodLabel {
    /// "semaine du 2 août 2021"
    pub name: String,
    /// "2 août"
    pub tick: String,
    pub articles: u64,
}

/// One word, or one outlet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Panel {
    pub pole: Pole,
    /// What the whole line says: "120 fois dans 60 articles".
    pub n: String,
    /// One by period; `None` is a gap.
    pub points: Vec<Option<TimePoint>>,
}

/// A value with its interval, where it has one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TimePoint {
    pub value: f64,
    pub interval: Option<(f64, f64)>,
    /// Its n, and the interval in words or why there is none.
    pub label: String,
}

impl Timeline {
    /// The chart.
    pub fn to_svg(&self, lang: Lang) -> String {
        let mut canvas = Canvas::new();
        timeline_layout::draw(self, &mut canvas, lang);
        let title = self.frame.alt_title(lang);
        let description = self.frame.alt_description(self.sentences(lang), lang);
        svg::write(&canvas, &title, &description, lang)
    }

    /// The same numbers, one record per panel and period.
    pub fn to_csv(&self) -> String {
        let records = self.panels.iter().flat_map(|panel| {
            self.periods.iter().zip(&panel.points).map(move |(period, point)| {
                let interval = point.as_ref().and_then(|p| p.interval);
                vec![
                    panel.pole.label.clone(),
                    period.name.clone(),
                    self.unit.clone(),
                    table::field(point.as_ref().map(|p| p.value)),
                    table::field(interval.map(|i| i.0)),
                    table::field(interval.map(|i| i.1)),
                    period.articles.to_string(),
                ]
            })
        });
        table::write(&["panel", "period", "unit", "value", "low", "high", "articles"], records)
    }

    /// A value as labels write it.
    pub(super) fn value(&self, value: f64, lang: Lang) -> String {
        if self.unit.is_empty() {
            number::percent((value * 1e6).round().max(0.0) as u64, 1_000_000, lang)
        } else {
            number::rate(value, lang)
        }
    }

    /// One sentence per panel.
    fn sentences(&self, lang: Lang) -> Vec<String> {
        let sentence = |panel: &Panel| {
            let point = |(period, point): (&PeriodLabel, &Option<TimePoint>)| {
                let point = point.as_ref()?;
                Some(format!("{} {}", period.tick, self.value(point.value, lang)))
            };
            let values: Vec<String> = self.periods.iter().zip(&panel.points).filter_map(point).collect();
            format!(
                "{}{}{} ({})",
                phrases::name(&panel.pole.label, lang),
                phrases::colon(lang),
                values.join(phrases::semicolon(lang)),
                panel.n
            )
        };
        self.panels.iter().map(sentence).collect()
    }
}
