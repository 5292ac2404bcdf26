//! Where the parts of a chart of voices stand: a panel for each word, bars on both sides of one middle line.

use super::canvas::{Anchor, Canvas, MARGIN, Mark, RIGHT, Type};
use super::frame::row_name;
use super::palette::{self, GUIDE, Ink, LINE, MUTED};
use super::text_width::pixels;
use super::voices::said;
use super::{VoiceShares, number, phrases};
use crate::lang::Lang;

const NAME_MOST: i32 = 200;
const ROW: i32 = 28;
/// Of rows whose name takes two lines.
const TALL_ROW: i32 = 36;
const BAR: i32 = 20;
/// Narrowest part of a bar.
const PART_LEAST: i32 = 3;

const NAME: Type = Type::new(13.0).anchor(Anchor::End);
const HEADING: Type = Type::new(14.0).bold();
const SIDE: Type = Type::new(12.5);
const N: Type = Type::new(12.0).colour(MUTED);
const TICK: Type = Type::new(12.0).colour(MUTED).anchor(Anchor::Middle);
const INSIDE: Type = Type::new(12.0).anchor(Anchor::Middle);

/// The colour of each voice: apart in grey, and none of them praise or blame.
fn ink(voice: usize) -> Ink {
    palette::pole([1, 0, 3, 8][voice % 4])
}

/// The columns of the chart.
struct Columns {
    name: i32,
    row: i32,
    left: i32,
    middle: i32,
    right: i32,
}

impl Columns {
    fn of(chart: &VoiceShares, lang: Lang) -> Columns {
        let names = chart.rows.iter().map(|row| pixels(&phrases::name(&row.name, lang), NAME.size, NAME.weight));
        let widest = names.max().unwrap_or(0);
        let (name, row) = (widest.min(NAME_MOST), if widest > NAME_MOST { TALL_ROW } else { ROW });
        let n = n_texts(chart, lang).map(|text| pixels(&text, N.size, N.weight)).max().unwrap_or(0);
        let (left, right) = (MARGIN + name + 16, RIGHT - n - 14);
        Columns { name, row, left, middle: (left + right) / 2, right }
    }

    /// Pixels of a part of a row's bar.
    fn width(&self, count: u64, total: u64) -> i32 {
        let half = f64::from(self.middle - self.left);
        ((count as f64 / total.max(1) as f64 * half).round() as i32).max(PART_LEAST)
    }
}

fn n_texts<'c>(chart: &'c VoiceShares, lang: Lang) -> impl Iterator<Item = String> + 'c {
    let counts = chart.rows.iter().flat_map(|row| (0..chart.words.len()).map(|word| row.of(word).iter().sum::<u64>()));
    counts.map(move |n| n_text(n, lang))
}

fn n_text(n: u64, lang: Lang) -> String {
    format!("n\u{a0}=\u{a0}{}", number::count(n, lang))
}

pub fn draw(chart: &VoiceShares, canvas: &mut Canvas, lang: Lang) {
    let mut y = chart.frame.head(canvas);
    if chart.rows.is_empty() || chart.words.is_empty() {
        y = chart.frame.empty(canvas, y, lang);
    } else {
        let columns = Columns::of(chart, lang);
        y = legend(chart, canvas, y, lang);
        for word in 0..chart.words.len() {
            y = panel(chart, word, &columns, canvas, y, lang);
        }
    }
    chart.frame.foot(canvas, y);
}

/// Swatches with the names of the voices, as many a line as fit.
fn legend(chart: &VoiceShares, canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    let (mut x, mut y) = (MARGIN, y);
    for (voice, name) in chart.voices.iter().enumerate() {
        let label = phrases::on_its_side(name, voice == 0, lang);
        let width = 20 + pixels(&label, SIDE.size, SIDE.weight);
        if x > MARGIN && x + width > RIGHT {
            x = MARGIN;
            y += 22;
        }
        canvas.rect((x, y + 2), (14, 14), ink(voice));
        canvas.text(x + 20, y + 14, &label, SIDE);
        x += width + 18;
    }
    y + 30
}

fn panel(chart: &VoiceShares, word: usize, columns: &Columns, canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    let heading = phrases::name(&chart.words[word], lang);
    canvas.text(MARGIN, y + 14, &heading, HEADING);
    let top = y + 24;
    let bottom = top + columns.row * chart.rows.len() as i32;
    for (quarter, x) in (-2..=2).map(|half| (half, columns.middle + (columns.right - columns.middle) * half / 2)) {
        canvas.line(&[(x, top), (x, bottom)], 1, if quarter == 0 { LINE } else { GUIDE });
        canvas.text(x, bottom + 15, &number::percent(50 * u64::from(i32::unsigned_abs(quarter)), 100, lang), TICK);
    }
    for (at, row) in chart.rows.iter().enumerate() {
        let middle = top + columns.row * at as i32 + columns.row / 2;
        let name = phrases::name(&row.name, lang);
        row_name(canvas, (columns.left - 12, middle), &name, NAME, columns.name, 2);
        let counts = row.of(word);
        let total: u64 = counts.iter().sum();
        if total == 0 {
            canvas.text(columns.middle + 10, middle + 4, phrases::heat_zero(lang), N);
            continue;
        }
        canvas.text(columns.right + 14, middle + 4, &n_text(total, lang), N);
        let words = format!("{name}{}{heading}, {}", phrases::colon(lang), said(&chart.voices, counts, lang));
        let mut right = columns.middle + 1;
        for (voice, count) in counts.into_iter().enumerate().filter(|(_, count)| *count > 0) {
            let width = columns.width(count, total);
            let left = if voice == 0 { columns.middle - width } else { right };
            if voice > 0 {
                right += width;
            }
            let mark = Mark { row: at, column: 4 * word + voice, words: words.clone() };
            // A hair of white keeps neighbours apart.
            canvas.bar((left, middle - BAR / 2), ((width - 1).max(2), BAR), ink(voice), None, mark);
            let label = number::count(count, lang);
            if pixels(&label, INSIDE.size, INSIDE.weight) + 4 <= width {
                canvas.text(left + width / 2, middle + 4, &label, INSIDE.on(ink(voice)));
            }
        }
    }
    bottom + 32
}
