//! Shares with their intervals: a dot for the share, a line as long as its interval.

use super::canvas::Canvas;
use super::{Frame, Pole, intervals_layout, phrases, svg, table};
use crate::lang::Lang;

/// The words of a contrast, how often each row chooses them and how surely that is known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Intervals {
    pub frame: Frame,
    pub members: Vec<Pole>,
    pub rows: Vec<IntervalRow>,
}

/// One outlet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IntervalRow {
    pub name: String,
    /// One cell per member; `None` where the row chooses nothing at all.
    pub cells: Vec<Option<IntervalCell>>,
    /// Articles with at least one choice.
    pub articles: u64,
}

/// A share from 0 to 1.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IntervalCell {
    pub share: f64,
    /// `None` where there is no interval.
    pub interval: Option<(f64, f64)>,
    /// The interval in words, or why there is none.
    pub label: String,
}

impl Intervals {
    /// The chart.
    pub fn to_svg(&self, lang: Lang) -> String {
        let mut canvas = Canvas::new();
        intervals_layout::draw(self, &mut canvas, lang);
        let title = self.frame.alt_title(lang);
        let description = self.frame.alt_description(self.sentences(lang), lang);
        svg::write(&canvas, &title, &description, lang)
    }

    /// The same numbers, one record per row and member.
    pub fn to_csv(&self) -> String {
        let records = self.rows.iter().flat_map(|row| {
            self.members.iter().zip(&row.cells).map(move |(member, cell)| {
                let interval = cell.as_ref().and_then(|c| c.interval);
                vec![
                    row.name.clone(),
                    member.label.clone(),
                    table::field(cell.as_ref().map(|c| c.share)),
                    table::field(interval.map(|i| i.0)),
                    table::field(interval.map(|i| i.1)),
                    row.articles.to_string(),
                ]
            })
        });
        table::write(&["row", "member", "share", "low", "high", "articles_with_choice"], records)
    }

    /// One sentence per member.
    fn sentences(&self, lang: Lang) -> Vec<String> {
        let sentence = |(at, member): (usize, &Pole)| {
            let rows = self.rows.iter().filter_map(|row| {
                let cell = row.cells.get(at)?.as_ref()?;
                Some(format!("{} {}", phrases::name(&row.name, lang), intervals_layout::words(cell, lang)))
            });
            let rows = rows.collect::<Vec<_>>().join(phrases::semicolon(lang));
            format!("{}{}{rows}", phrases::name(&member.label, lang), phrases::colon(lang))
        };
        self.members.iter().enumerate().map(sentence).collect()
    }
}
