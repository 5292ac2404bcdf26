//! Who goes with which word: two columns of names and lines between them.

use super::canvas::Canvas;
use super::{Frame, network_layout, number, phrases, svg, table};
use crate::lang::Lang;

/// Names on the left, words on the right, and the lines between them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Network {
    pub frame: Frame,
    /// What a line's width means.
    pub unit: String,
    pub left: Vec<String>,
    pub right: Vec<String>,
    pub edges: Vec<Edge>,
}

/// A line between two names, by their place.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Edge {
    pub left: usize,
    pub right: usize,
    pub count: u64,
    pub articles: u64,
    /// Times as often as expected.
    pub ratio: f64,
}

impl Network {
    /// The chart.
    pub fn to_svg(&self, lang: Lang) -> String {
        let mut canvas = Canvas::new();
        network_layout::draw(self, &mut canvas, lang);
        let title = self.frame.alt_title(lang);
        let description = self.frame.alt_description(self.edges.iter().map(|edge| self.words(edge, lang)).collect(), lang);
        svg::write(&canvas, &title, &description, lang)
    }

    /// One record per line.
    pub fn to_csv(&self) -> String {
        let record = |edge: &Edge| {
            vec![
                self.left[edge.left].clone(),
                self.right[edge.right].clone(),
                edge.count.to_string(),
                edge.articles.to_string(),
                edge.ratio.to_string(),
            ]
        };
        table::write(&["actor", "word", "sentences", "articles", "observed_over_expected"], self.edges.iter().map(record))
    }

    /// What a line says.
    pub(super) fn words(&self, edge: &Edge, lang: Lang) -> String {
        let (left, right) = (phrases::name(&self.left[edge.left], lang), phrases::name(&self.right[edge.right], lang));
        let (count, articles, ratio) =
            (number::count(edge.count, lang), number::count(edge.articles, lang), number::decimal(edge.ratio, 1, lang));
        lang.pick(
            format!("{left} et {right} : {count} phrases dans {articles} articles, {ratio} fois ce qu'on attend"),
            format!("{left} and {right}: {count} sentences in {articles} articles, {ratio} times what is expected"),
        )
    }
}
