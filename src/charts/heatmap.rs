//! Outlets by poles, all axes side by side: where a look finds what to open next.

use super::canvas::Canvas;
use super::rates::{cell, fields};
use super::{Frame, RateCell, heat_layout, number, phrases, svg, table};
use crate::lang::Lang;

/// Rows by poles, the poles grouped by axis.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Heatmap {
    pub frame: Frame,
    /// What the rates are counted by: "pour 1 000 mots".
    pub unit: String,
    /// The rates are whole numbers: articles, sentences.
    pub whole: bool,
    pub axes: Vec<AxisGroup>,
    pub rows: Vec<HeatRow>,
}

/// An axis and the poles that stand under its heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AxisGroup {
    pub heading: String,
    pub poles: Vec<String>,
}

/// One outlet or article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct HeatRow {
    pub name: String,
    /// One cell per pole, axis after axis; `None` where nothing was measured.
    pub cells: Vec<Option<RateCell>>,
}

impl Heatmap {
    /// The chart.
    pub fn to_svg(&self, lang: Lang) -> String {
        let mut canvas = Canvas::new();
        heat_layout::draw(self, &mut canvas, lang);
        let title = self.frame.alt_title(lang);
        let description = self.frame.alt_description(self.sentences(lang), lang);
        svg::write(&canvas, &title, &description, lang)
    }

    /// The same numbers, one record per row and pole.
    pub fn to_csv(&self) -> String {
        let records = self.rows.iter().flat_map(|row| {
            self.columns().enumerate().map(|(i, (axis, pole))| {
                let mut record = vec![row.name.clone(), axis.to_owned(), pole.to_owned(), self.unit.clone()];
                record.extend(fields(cell(&row.cells, i)));
                record
            })
        });
        let header = ["row", "axis", "pole", "unit", "rate", "count", "articles_with_word", "articles"];
        table::write(&header, records)
    }

    /// What the colours stand for.
    pub(super) fn key(&self, lang: Lang) -> String {
        if self.whole { self.unit.clone() } else { phrases::heat_key(&self.unit, lang) }
    }

    /// A rate as it stands in its cell.
    pub(super) fn value(&self, rate: f64, lang: Lang) -> String {
        if self.whole { number::count(rate as u64, lang) } else { number::rate(rate, lang) }
    }

    /// Axis and pole of every column.
    fn columns(&self) -> impl Iterator<Item = (&str, &str)> {
        self.axes.iter().flat_map(|axis| {
            let poles = axis.poles.iter();
            poles.map(|pole| (axis.heading.as_str(), pole.as_str()))
        })
    }

    /// One sentence per row, of what is not zero.
    fn sentences(&self, lang: Lang) -> Vec<String> {
        if self.rows.is_empty() || self.columns().next().is_none() {
            return Vec::new();
        }
        let sentence = |row: &HeatRow| {
            let used = self.columns().enumerate().filter_map(|(i, (_, pole))| {
                let cell = cell(&row.cells, i).filter(|c| c.rate > 0.0)?;
                let pole = phrases::name(pole, lang);
                Some(format!("{pole} {}", phrases::rate(Some(cell), lang)))
            });
            let mut used = used.collect::<Vec<_>>().join(phrases::semicolon(lang));
            if used.is_empty() {
                used = lang.pick("aucun de ces mots", "none of these words").to_owned();
            }
            let name = phrases::name(&row.name, lang);
            format!("{name}{}{used}", phrases::colon(lang))
        };
        let mut sentences = vec![self.key(lang)];
        sentences.extend(self.rows.iter().map(sentence));
        sentences
    }
}
