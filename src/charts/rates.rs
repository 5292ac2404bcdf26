//! Rates of the poles of an axis: how often each outlet or article uses each word.

use super::canvas::Canvas;
use super::{Frame, Pole, phrases, rates_layout, svg, table};
use crate::lang::Lang;

/// The poles of an axis and how often each row uses them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rates {
    pub frame: Frame,
    /// What the rates are counted by: "pour 1 000 mots".
    pub unit: String,
    pub poles: Vec<Pole>,
    pub rows: Vec<RateRow>,
}

/// One outlet or article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RateRow {
    pub name: String,
    /// One cell per pole, in the order of the poles; `None` where nothing was measured.
    pub cells: Vec<Option<RateCell>>,
}

/// A rate with the counts it comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct RateCell {
    pub rate: f64,
    /// Occurrences.
    pub count: u64,
    /// Articles with at least one occurrence.
    pub present_in: u64,
    /// Articles of the row; 1 where the row is an article.
    pub articles: u64,
}

impl RateCell {
    /// Is the rate a number that can be drawn?
    pub fn is_measured(&self) -> bool {
        self.rate.is_finite() && self.rate >= 0.0
    }
}

/// The cell at a place, if there is one and it holds a number.
pub(super) fn cell(cells: &[Option<RateCell>], place: usize) -> Option<&RateCell> {
    cells.get(place).and_then(Option::as_ref).filter(|cell| cell.is_measured())
}

/// The last fields of a CSV record: rate, count, present in, articles.
pub(super) fn fields(cell: Option<&RateCell>) -> [String; 4] {
    [
        table::field(cell.map(|c| c.rate)),
        table::field(cell.map(|c| c.count)),
        table::field(cell.map(|c| c.present_in)),
        table::field(cell.map(|c| c.articles)),
    ]
}

impl Rates {
    /// The chart.
    pub fn to_svg(&self, lang: Lang) -> String {
        let mut canvas = Canvas::new();
        rates_layout::draw(self, &mut canvas, lang);
        let title = self.frame.alt_title(lang);
        let description = self.frame.alt_description(self.sentences(lang), lang);
        svg::write(&canvas, &title, &description, lang)
    }

    /// The same numbers, one record per row and pole.
    pub fn to_csv(&self) -> String {
        let records = self.rows.iter().flat_map(|row| {
            self.poles.iter().enumerate().map(move |(i, pole)| {
                let mut record = vec![row.name.clone(), pole.label.clone(), self.unit.clone()];
                record.extend(fields(cell(&row.cells, i)));
                record
            })
        });
        let header = ["row", "pole", "unit", "rate", "count", "articles_with_word", "articles"];
        table::write(&header, records)
    }

    /// One sentence per pole.
    fn sentences(&self, lang: Lang) -> Vec<String> {
        if self.rows.is_empty() || self.poles.is_empty() {
            return Vec::new();
        }
        let mut sentences = vec![phrases::rates_key(&self.unit, self.rows_are_articles(), lang)];
        let colon = phrases::colon(lang);
        for (i, pole) in self.poles.iter().enumerate() {
            let rows = self.rows.iter().map(|row| {
                let name = phrases::name(&row.name, lang);
                format!("{name}, {}", phrases::rate(cell(&row.cells, i), lang))
            });
            let rows = rows.collect::<Vec<_>>().join(phrases::semicolon(lang));
            sentences.push(format!("{}{colon}{rows}", phrases::name(&pole.label, lang)));
        }
        sentences
    }

    /// Does each row stand for one article?
    pub(super) fn rows_are_articles(&self) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| row.cells.iter().flatten());
        cells.all(|cell| cell.articles <= 1)
    }
}
