//! What stands around every chart: title, question, subtitle above, notes below.

use super::canvas::{Canvas, MARGIN, RIGHT, Type};
use super::palette::MUTED;
use super::phrases;
use super::text_width::wrap;
use crate::lang::Lang;

const TITLE: Type = Type::new(19.0).bold();
const QUESTION: Type = Type::new(14.0);
const SUBTITLE: Type = Type::new(12.5).colour(MUTED);
const NOTE: Type = Type::new(12.0).colour(MUTED);

/// The words around a chart; what is empty takes no room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frame {
    pub title: String,
    pub question: String,
    /// What was counted: voice, zones, period.
    pub subtitle: String,
    /// Cautions and sources, below the chart.
    pub notes: Vec<String>,
}

impl Frame {
    /// Writes what stands above; returns the first free line below it.
    pub(super) fn head(&self, canvas: &mut Canvas) -> i32 {
        let mut y = MARGIN;
        y = paragraph(canvas, y, &self.title, TITLE, 3);
        y = paragraph(canvas, y, &self.question, QUESTION, 3);
        y = paragraph(canvas, y, &self.subtitle, SUBTITLE, 3);
        y + 8
    }

    /// Writes the notes from `y` on and closes the picture.
    pub(super) fn foot(&self, canvas: &mut Canvas, y: i32) {
        let mut end = y + 6;
        for note in &self.notes {
            end = paragraph(canvas, end, note, NOTE, 4);
        }
        canvas.height = end + MARGIN - 6;
    }

    /// The chart without data: words instead of an empty picture.
    pub(super) fn empty(&self, canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
        let words = phrases::nothing_to_show(lang);
        paragraph(canvas, y, words, QUESTION.colour(MUTED), 2)
    }

    /// The name of the picture for those who do not see it.
    pub(super) fn alt_title(&self, lang: Lang) -> String {
        let parts: Vec<&str> = [self.title.trim(), self.question.trim()].into_iter().filter(|part| !part.is_empty()).collect();
        if parts.is_empty() {
            return lang.pick("Graphique", "Chart").to_owned();
        }
        parts.join(" – ")
    }

    /// The words around the numbers in the alternative text.
    pub(super) fn alt_description(&self, numbers: Vec<String>, lang: Lang) -> String {
        let mut sentences = vec![self.subtitle.clone()];
        if numbers.is_empty() {
            sentences.push(phrases::nothing_to_show(lang).to_owned());
        }
        sentences.extend(numbers);
        sentences.extend(self.notes.iter().cloned());
        sentences
            .iter()
            .map(|sentence| sentence.trim())
            .filter(|sentence| !sentence.is_empty())
            .map(|sentence| match sentence.ends_with(['.', '?', '!', '…']) {
                true => sentence.to_owned(),
                false => format!("{sentence}."),
            })
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Writes wrapped lines over the whole width; returns the top of what follows.
pub(super) fn paragraph(canvas: &mut Canvas, y: i32, text: &str, set: Type, most: usize) -> i32 {
    let wrapped = wrap(text, set.size, set.weight, f64::from(RIGHT - MARGIN), most);
    let height = (set.size * 1.4).round() as i32;
    let mut top = y;
    for (i, line) in wrapped.lines.iter().enumerate() {
        let full = (wrapped.cut && i + 1 == wrapped.lines.len()).then_some(text);
        canvas.text_for(MARGIN, top + set.size.round() as i32, line, set, full);
        top += height;
    }
    top
}

/// Writes a name of up to two lines, centred on `middle`, ending at `right`.
pub(super) fn row_name(canvas: &mut Canvas, (right, middle): (i32, i32), text: &str, set: Type, max: i32, most: usize) {
    let wrapped = wrap(text, set.size, set.weight, f64::from(max), most);
    let step = (set.size * 1.2).round() as i32;
    let extra = (wrapped.lines.len() as i32 - 1).max(0) * step;
    let mut y = middle + (set.size * 0.36).round() as i32 - extra / 2;
    for line in &wrapped.lines {
        canvas.text_for(right, y, line, set, wrapped.cut.then_some(text));
        y += step;
    }
}
