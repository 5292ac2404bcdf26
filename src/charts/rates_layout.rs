//! Where the parts of a rate chart stand: one panel per pole over a common scale.
//!
//! With a single row the panels would hold one line each, so the poles become the lines.

use super::canvas::{Anchor, Canvas, MARGIN, Mark, RIGHT, Type};
use super::frame::{paragraph, row_name};
use super::palette::{self, GUIDE, Ink, LINE, MUTED};
use super::rates::cell;
use super::scale::ticks;
use super::text_width::{pixels, shorten};
use super::{RateCell, Rates, phrases};
use crate::lang::Lang;

const NAME_MOST: i32 = 230;
const LABEL_MOST: i32 = 300;
const DOT: u32 = 6;

const NAME: Type = Type::new(13.0).anchor(Anchor::End);
const LABEL: Type = Type::new(12.5);
const HEADING: Type = Type::new(14.0).bold();
const SMALL: Type = Type::new(12.0).colour(MUTED);

/// A heading with its lines.
struct Panel<'a> {
    heading: String,
    swatch: Option<Ink>,
    lines: Vec<Line<'a>>,
}

impl Panel<'_> {
    fn height(&self) -> i32 {
        30 + self.lines.iter().map(Line::height).sum::<i32>()
    }
}

/// One datum.
struct Line<'a> {
    name: String,
    ink: Ink,
    cell: Option<&'a RateCell>,
    label: String,
    row: usize,
    column: usize,
    words: String,
}

impl Line<'_> {
    /// A long name takes two lines.
    fn height(&self) -> i32 {
        if pixels(&self.name, NAME.size, NAME.weight) > NAME_MOST { 36 } else { 22 }
    }
}

/// The columns of the chart and its scale.
struct Columns {
    name: i32,
    plot: i32,
    plot_width: i32,
    ticks: Vec<f64>,
}

impl Columns {
    fn of(panels: &[Panel]) -> Columns {
        let lines = || panels.iter().flat_map(|panel| &panel.lines);
        let names = lines().map(|line| pixels(&line.name, NAME.size, NAME.weight));
        let name = names.max().unwrap_or(0).min(NAME_MOST);
        let labels = lines().map(|line| pixels(&line.label, LABEL.size, LABEL.weight));
        let label = labels.max().unwrap_or(0).min(LABEL_MOST);
        let plot = MARGIN + name + 14;
        let max = lines().filter_map(|line| line.cell.map(|c| c.rate));
        Columns { name, plot, plot_width: RIGHT - label - 16 - plot, ticks: ticks(max.fold(0.0, f64::max)) }
    }

    /// Would the labels of neighbouring ticks touch each other?
    fn ticks_touch(&self, lang: Lang) -> bool {
        let labels = self.ticks.iter().map(|&tick| phrases::bound(tick, lang));
        let widest = labels.map(|text| pixels(&text, SMALL.size, SMALL.weight)).max();
        let intervals = (self.ticks.len() as i32 - 1).max(1);
        widest.unwrap_or(0) + 8 > self.plot_width / intervals
    }

    fn x(&self, rate: f64) -> i32 {
        let last = self.ticks.last().copied().unwrap_or(0.0);
        let part = if last > 0.0 { (rate / last).clamp(0.0, 1.0) } else { 0.0 };
        self.plot + (part * f64::from(self.plot_width)).round() as i32
    }
}

pub fn draw(chart: &Rates, canvas: &mut Canvas, lang: Lang) {
    let mut y = chart.frame.head(canvas);
    if chart.rows.is_empty() || chart.poles.is_empty() {
        y = chart.frame.empty(canvas, y, lang);
    } else {
        let (used, unused): (Vec<usize>, Vec<usize>) = (0..chart.poles.len()).partition(|&pole| is_shown(chart, pole));
        let panels = if chart.rows.len() == 1 {
            vec![row_panel(chart, &used, lang)]
        } else {
            used.iter().map(|&pole| pole_panel(chart, pole, lang)).collect()
        };
        if !used.is_empty() {
            y = draw_panels(chart, &panels, canvas, y, lang);
        }
        y = never_used(chart, &unused, canvas, y, lang);
    }
    chart.frame.foot(canvas, y);
}

/// A pole has a panel unless every row says that it never occurs.
fn is_shown(chart: &Rates, pole: usize) -> bool {
    chart.rows.iter().any(|row| cell(&row.cells, pole).is_none_or(|c| c.rate > 0.0 || c.count > 0))
}

fn pole_panel(chart: &Rates, pole: usize, lang: Lang) -> Panel<'_> {
    let ink = palette::pole(chart.poles[pole].colour);
    Panel {
        heading: phrases::name(&chart.poles[pole].label, lang),
        swatch: Some(ink),
        lines: (0..chart.rows.len())
            .map(|row| {
                let name = phrases::name(&chart.rows[row].name, lang);
                line(chart, (row, pole), name, lang)
            })
            .collect(),
    }
}

fn row_panel<'a>(chart: &'a Rates, poles: &[usize], lang: Lang) -> Panel<'a> {
    Panel {
        heading: phrases::name(&chart.rows[0].name, lang),
        swatch: None,
        lines: poles
            .iter()
            .map(|&pole| {
                let name = phrases::name(&chart.poles[pole].label, lang);
                line(chart, (0, pole), name, lang)
            })
            .collect(),
    }
}

fn line(chart: &Rates, (row, pole): (usize, usize), name: String, lang: Lang) -> Line<'_> {
    let cell = cell(&chart.rows[row].cells, pole);
    let label = phrases::rate(cell, lang);
    let words = format!(
        "{}, {}{}{label}",
        phrases::name(&chart.rows[row].name, lang),
        phrases::name(&chart.poles[pole].label, lang),
        phrases::colon(lang),
    );
    Line { name, ink: palette::pole(chart.poles[pole].colour), cell, label, row, column: pole, words }
}

fn draw_panels(chart: &Rates, panels: &[Panel], canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    let columns = Columns::of(panels);
    let key = phrases::rates_key(&chart.unit, chart.rows_are_articles(), lang);
    let top = paragraph(canvas, y, &key, SMALL, 2) + 20;
    let bottom = top + panels.iter().map(Panel::height).sum::<i32>() + 4;
    let sparse = columns.ticks_touch(lang);
    for (i, &tick) in columns.ticks.iter().enumerate() {
        if sparse && i > 0 && i + 1 < columns.ticks.len() {
            continue;
        }
        let x = columns.x(tick);
        let colour = if tick == 0.0 { LINE } else { GUIDE };
        canvas.line(&[(x, top - 2), (x, bottom)], 1, colour);
        let text = phrases::bound(tick, lang);
        canvas.text(x, top - 7, &text, SMALL.anchor(Anchor::Middle));
        canvas.text(x, bottom + 14, &text, SMALL.anchor(Anchor::Middle));
    }
    let mut y = top;
    for panel in panels {
        y = draw_panel(panel, &columns, canvas, y);
    }
    bottom + 24
}

fn draw_panel(panel: &Panel, columns: &Columns, canvas: &mut Canvas, y: i32) -> i32 {
    // The heading covers the guide lines that run behind it.
    let mut x = MARGIN;
    let heading = shorten(&panel.heading, HEADING.size, HEADING.weight, f64::from(RIGHT - MARGIN - 26));
    let width = pixels(&heading, HEADING.size, HEADING.weight);
    let ground = Ink::plain(palette::WHITE);
    canvas.rect((x, y + 6), (width + 28, 20), ground);
    if let Some(ink) = panel.swatch {
        canvas.rect((x, y + 9), (14, 14), ink);
        x += 20;
    }
    let full = (heading != panel.heading).then_some(panel.heading.as_str());
    canvas.text_for(x, y + 21, &heading, HEADING, full);
    let mut y = y + 30;
    for line in &panel.lines {
        draw_line(line, columns, canvas, y + line.height() / 2);
        y += line.height();
    }
    y
}

fn draw_line(line: &Line, columns: &Columns, canvas: &mut Canvas, middle: i32) {
    let right = columns.plot - 14;
    row_name(canvas, (right, middle), &line.name, NAME, columns.name, 2);
    let end = columns.x(line.cell.map_or(0.0, |cell| cell.rate));
    let room = f64::from(LABEL_MOST);
    let label = shorten(&line.label, LABEL.size, LABEL.weight, room);
    let full = (label != line.label).then_some(line.label.as_str());
    let mut label_at = columns.plot + 12;
    let mut set = LABEL.colour(MUTED);
    if let Some(cell) = line.cell {
        if cell.rate > 0.0 {
            canvas.line(&[(columns.plot, middle), (end, middle)], 3, LINE);
            set = LABEL;
        }
        let mark = Mark { row: line.row, column: line.column, words: line.words.clone() };
        // A hollow dot says that zero was measured.
        let fill = if cell.rate > 0.0 { line.ink.fill } else { palette::WHITE };
        canvas.dot((end, middle), DOT, (fill, palette::TEXT), mark);
        label_at = end + DOT as i32 + 6;
    }
    let ground = Ink::plain(palette::WHITE);
    let width = pixels(&label, set.size, set.weight);
    canvas.rect((label_at - 2, middle - 9), (width + 4, 18), ground);
    canvas.text_for(label_at, middle + 5, &label, set, full);
}

/// The poles that no row uses, in one sentence instead of empty panels.
fn never_used(chart: &Rates, poles: &[usize], canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    if poles.is_empty() {
        return y;
    }
    let labels = poles.iter().map(|&pole| phrases::name(&chart.poles[pole].label, lang));
    let labels = labels.collect::<Vec<_>>().join(", ");
    paragraph(canvas, y + 4, &phrases::nowhere(&labels, lang), Type::new(13.0), 4)
}
