//! Where the parts of a chart of intervals stand: a panel for each word, over one scale from 0 to 100 %.

use super::canvas::{Anchor, Canvas, MARGIN, Mark, RIGHT, Type};
use super::frame::row_name;
use super::intervals::IntervalCell;
use super::palette::{self, GUIDE, LINE, MUTED};
use super::text_width::{pixels, shorten};
use super::{Intervals, number, phrases};
use crate::lang::Lang;

const NAME_MOST: i32 = 200;
const LABEL_MOST: i32 = 330;
const ROW: i32 = 26;
/// Of rows whose name takes two lines.
const TALL_ROW: i32 = 36;
const DOT: u32 = 6;

const NAME: Type = Type::new(13.0).anchor(Anchor::End);
const LABEL: Type = Type::new(12.0);
const HEADING: Type = Type::new(14.0).bold();
const TICK: Type = Type::new(12.0).colour(MUTED).anchor(Anchor::Middle);

/// The columns of the chart.
struct Columns {
    name: i32,
    row: i32,
    plot: i32,
    width: i32,
    label: i32,
}

impl Columns {
    fn of(chart: &Intervals, lang: Lang) -> Columns {
        let names = chart.rows.iter().map(|row| pixels(&phrases::name(&row.name, lang), NAME.size, NAME.weight));
        let widest = names.max().unwrap_or(0);
        let (name, row) = (widest.min(NAME_MOST), if widest > NAME_MOST { TALL_ROW } else { ROW });
        let cells = chart.rows.iter().flat_map(|row| row.cells.iter().flatten());
        let label = cells.map(|cell| pixels(&words(cell, lang), LABEL.size, LABEL.weight)).max().unwrap_or(0).min(LABEL_MOST);
        let plot = MARGIN + name + 16;
        Columns { name, row, plot, width: RIGHT - label - 20 - plot, label }
    }

    fn x(&self, share: f64) -> i32 {
        self.plot + (share.clamp(0.0, 1.0) * f64::from(self.width)).round() as i32
    }
}

/// "59 % · entre 45 % et 72 %"
pub fn words(cell: &IntervalCell, lang: Lang) -> String {
    let share = number::percent((cell.share * 1e6).round() as u64, 1_000_000, lang);
    if cell.label.is_empty() { share } else { format!("{share} · {}", cell.label) }
}

pub fn draw(chart: &Intervals, canvas: &mut Canvas, lang: Lang) {
    let mut y = chart.frame.head(canvas);
    if chart.rows.is_empty() || chart.members.is_empty() {
        y = chart.frame.empty(canvas, y, lang);
    } else {
        let columns = Columns::of(chart, lang);
        for member in 0..chart.members.len() {
            y = panel(chart, member, &columns, canvas, y, lang);
        }
    }
    chart.frame.foot(canvas, y);
}

fn panel(chart: &Intervals, member: usize, columns: &Columns, canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    let ink = palette::pole(chart.members[member].colour);
    let heading = phrases::name(&chart.members[member].label, lang);
    canvas.rect((MARGIN, y + 2), (14, 14), ink);
    canvas.text(MARGIN + 20, y + 14, &heading, HEADING);
    let top = y + 24;
    let bottom = top + columns.row * chart.rows.len() as i32;
    for quarter in 0..=4u8 {
        let x = columns.x(f64::from(quarter) / 4.0);
        canvas.line(&[(x, top), (x, bottom)], 1, GUIDE);
        let tick = number::percent(25 * u64::from(quarter), 100, lang);
        canvas.text(x, bottom + 15, &tick, TICK);
    }
    for (at, row) in chart.rows.iter().enumerate() {
        let middle = top + columns.row * at as i32 + columns.row / 2;
        let name = phrases::name(&row.name, lang);
        row_name(canvas, (columns.plot - 14, middle), &name, NAME, columns.name, 2);
        let Some(cell) = row.cells.get(member).and_then(Option::as_ref) else {
            canvas.text(columns.plot + columns.width + 16, middle + 4, phrases::no_choice(lang), LABEL.colour(MUTED));
            continue;
        };
        if let Some((low, high)) = cell.interval {
            let (low, high) = (columns.x(low), columns.x(high));
            canvas.line(&[(low, middle), (high, middle)], 2, LINE);
            [low, high].into_iter().for_each(|x| canvas.line(&[(x, middle - 5), (x, middle + 5)], 2, LINE));
        }
        let said = words(cell, lang);
        let mark = Mark { row: at, column: member, words: format!("{name}{}{heading} {said}", phrases::colon(lang)) };
        // A hollow dot: how sure it is, nobody knows.
        let fill = if cell.interval.is_some() { ink.fill } else { palette::WHITE };
        canvas.dot((columns.x(cell.share), middle), DOT, (fill, palette::TEXT), mark);
        let short = shorten(&said, LABEL.size, LABEL.weight, f64::from(columns.label));
        let full = (short != said).then_some(said.as_str());
        canvas.text_for(columns.plot + columns.width + 16, middle + 4, &short, LABEL, full);
    }
    bottom + 30
}
