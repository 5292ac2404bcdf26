//! A map of correspondence analysis: outlets and words as points, with the ellipses of outlets.

use super::canvas::Canvas;
use super::{Frame, map_layout, number, phrases, svg, table};
use crate::lang::Lang;

/// Points in the plane of two axes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CorrespondenceMap {
    pub frame: Frame,
    /// Share of the inertia that each axis shows, from 0 to 1.
    pub shares: [f64; 2],
    pub outlets: Vec<MapPoint>,
    pub words: Vec<MapPoint>,
}

/// An outlet or a word.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MapPoint {
    pub name: String,
    pub place: [f64; 2],
    /// Share of its distance from the centre that this plane shows, from 0 to 1.
    pub quality: f64,
    /// Articles that it rests on.
    pub articles: u64,
    /// Took no part in making the map.
    pub is_supplementary: bool,
    /// The line of its ellipse; empty where there is none.
    pub outline: Vec<[f64; 2]>,
}

impl MapPoint {
    pub(super) fn is_placed(&self) -> bool {
        self.place.iter().all(|x| x.is_finite())
    }

    /// "12 articles, vu à 84 %"
    pub(super) fn numbers(&self, lang: Lang) -> String {
        let articles = super::number::count(self.articles, lang);
        let noun = if self.articles == 1 || (self.articles == 0 && lang == Lang::Fr) { "article" } else { "articles" };
        let quality = number::percent((self.quality * 1e6).round() as u64, 1_000_000, lang);
        lang.pick(format!("{articles} {noun}, position vue à {quality}"), format!("{articles} {noun}, {quality} of its position seen"))
    }
}

impl CorrespondenceMap {
    /// The chart.
    pub fn to_svg(&self, lang: Lang) -> String {
        let mut canvas = Canvas::new();
        map_layout::draw(self, &mut canvas, lang);
        let title = self.frame.alt_title(lang);
        let description = self.frame.alt_description(self.sentences(lang), lang);
        svg::write(&canvas, &title, &description, lang)
    }

    /// The same points, one record each.
    pub fn to_csv(&self) -> String {
        let record = |kind: &str, point: &MapPoint| {
            vec![
                kind.to_owned(),
                point.name.clone(),
                point.place[0].to_string(),
                point.place[1].to_string(),
                point.quality.to_string(),
                point.articles.to_string(),
                point.is_supplementary.to_string(),
            ]
        };
        let records = self.outlets.iter().map(|p| record("outlet", p)).chain(self.words.iter().map(|p| record("word", p)));
        table::write(&["kind", "name", "axis_1", "axis_2", "quality", "articles", "supplementary"], records)
    }

    /// Where each point lies, in words.
    fn sentences(&self, lang: Lang) -> Vec<String> {
        let sentence = |point: &MapPoint| {
            let [x, y] = point.place.map(|x| number::decimal(x, 2, lang));
            let semicolon = phrases::semicolon(lang);
            format!("{}{}{x}{semicolon}{y} ({})", phrases::name(&point.name, lang), phrases::colon(lang), point.numbers(lang))
        };
        self.outlets.iter().chain(&self.words).map(sentence).collect()
    }
}
