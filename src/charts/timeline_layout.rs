//! Where the parts of a timeline stand: panels one below the other over the same periods.

use super::canvas::{Anchor, Canvas, MARGIN, Mark, RIGHT, Type};
use super::palette::{self, GUIDE, Ink, LINE, MUTED, TEXT, WHITE};
use super::scale::ticks;
use super::text_width::{pixels, shorten};
use super::timeline::{Panel, TimePoint};
use super::{Timeline, number, phrases};
use crate::lang::Lang;

const PANEL: i32 = 78;
const BARS: i32 = 40;
const DOT: u32 = 4;
/// Between two dates below the picture.
const TICK_GAP: i32 = 14;

const HEADING: Type = Type::new(14.0).bold();
const SMALL: Type = Type::new(12.0).colour(MUTED);
const TICK: Type = Type::new(12.0).colour(MUTED).anchor(Anchor::Middle);
const SCALE: Type = Type::new(12.0).colour(MUTED).anchor(Anchor::End);

/// The plot that all panels share.
struct Plot {
    left: i32,
    width: i32,
    periods: i32,
    /// The highest value, and those that are written.
    top: f64,
    ticks: Vec<f64>,
}

impl Plot {
    fn of(chart: &Timeline, lang: Lang) -> Plot {
        let points = || chart.panels.iter().flat_map(|panel| panel.points.iter().flatten());
        let highest = points().map(|p| p.interval.map_or(p.value, |(_, high)| high)).fold(0.0, f64::max);
        // One wild interval shall not flatten everything: it is cut, and says so by having no end.
        let values = points().map(|p| p.value).fold(0.0, f64::max);
        let all = if chart.unit.is_empty() { vec![0.0, 0.5, 1.0] } else { ticks(highest.min(1.5 * values)) };
        let top = all.last().copied().filter(|top| *top > 0.0).unwrap_or(1.0);
        let widest = all.iter().map(|t| pixels(&tick(chart, *t, lang), SMALL.size, SMALL.weight)).max().unwrap_or(0);
        let left = MARGIN + widest + 10;
        Plot { left, width: RIGHT - left, periods: chart.periods.len().max(1) as i32, top, ticks: all }
    }

    fn edge(&self, period: i32) -> i32 {
        self.left + self.width * period / self.periods
    }

    fn middle(&self, period: usize) -> i32 {
        (self.edge(period as i32) + self.edge(period as i32 + 1)) / 2
    }

    fn height(&self, value: f64, bottom: i32) -> i32 {
        bottom - ((value / self.top).clamp(0.0, 1.0) * f64::from(PANEL)).round() as i32
    }
}

fn tick(chart: &Timeline, value: f64, lang: Lang) -> String {
    if chart.unit.is_empty() { chart.value(value, lang) } else { phrases::bound(value, lang) }
}

pub fn draw(chart: &Timeline, canvas: &mut Canvas, lang: Lang) {
    let mut y = chart.frame.head(canvas);
    if chart.panels.is_empty() || chart.periods.is_empty() {
        y = chart.frame.empty(canvas, y, lang);
    } else {
        let plot = Plot::of(chart, lang);
        let key = if chart.unit.is_empty() {
            lang.pick("Part des choix", "Share of choices").to_owned()
        } else {
            phrases::heat_key(&chart.unit, lang)
        };
        canvas.text(MARGIN, y + 12, &key, SMALL);
        y += 24;
        for number in 0..chart.panels.len() {
            y = panel(chart, number, &plot, canvas, y, lang);
        }
        y = articles(chart, &plot, canvas, y, lang);
        y = dates(chart, &plot, canvas, y);
    }
    chart.frame.foot(canvas, y);
}

fn panel(chart: &Timeline, number: usize, plot: &Plot, canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    let panel = &chart.panels[number];
    let ink = palette::pole(panel.pole.colour);
    heading(panel, plot, ink, canvas, y, lang);
    let (top, bottom) = (y + 28, y + 28 + PANEL);
    gaps(panel, plot, canvas, top);
    for value in &plot.ticks {
        let height = plot.height(*value, bottom);
        canvas.line(&[(plot.left, height), (RIGHT, height)], 1, GUIDE);
        canvas.text(plot.left - 6, height + 4, &tick(chart, *value, lang), SCALE);
    }
    if let Some((before, _)) = &chart.date {
        let x = plot.edge(*before as i32);
        canvas.line(&[(x, top - 4), (x, bottom)], 2, TEXT);
    }
    for (at, point) in panel.points.iter().enumerate() {
        if let Some((low, high)) = point.as_ref().and_then(|p| p.interval) {
            whisker(plot, plot.middle(at), (low, high), bottom, canvas);
        }
    }
    // A line joins neighbours only: over a gap there is nothing to see.
    for (at, pair) in panel.points.windows(2).enumerate() {
        if let [Some(one), Some(two)] = pair {
            let ends = [(plot.middle(at), plot.height(one.value, bottom)), (plot.middle(at + 1), plot.height(two.value, bottom))];
            canvas.line(&ends, 2, ink.fill);
        }
    }
    for (at, point) in panel.points.iter().enumerate() {
        let Some(point) = point else { continue };
        let words = words(chart, panel, at, point, lang);
        // A hollow dot: how sure it is, nobody knows.
        let fill = if point.interval.is_some() { ink.fill } else { WHITE };
        canvas.dot((plot.middle(at), plot.height(point.value, bottom)), DOT, (fill, TEXT), Mark { row: number, column: at, words });
    }
    bottom + 14
}

fn heading(panel: &Panel, plot: &Plot, ink: Ink, canvas: &mut Canvas, y: i32, lang: Lang) {
    canvas.rect((plot.left, y + 2), (14, 14), ink);
    let name = phrases::name(&panel.pole.label, lang);
    let n = pixels(&panel.n, SMALL.size, SMALL.weight);
    let short = shorten(&name, HEADING.size, HEADING.weight, f64::from(RIGHT - plot.left - n - 40));
    canvas.text_for(plot.left + 20, y + 14, &short, HEADING, (short != name).then_some(name.as_str()));
    canvas.text(RIGHT, y + 14, &panel.n, SMALL.anchor(Anchor::End));
}

/// Grey ground where there is nothing to count.
fn gaps(panel: &Panel, plot: &Plot, canvas: &mut Canvas, top: i32) {
    for (at, _) in panel.points.iter().enumerate().filter(|(_, point)| point.is_none()) {
        let (left, right) = (plot.edge(at as i32), plot.edge(at as i32 + 1));
        canvas.rect((left, top), (right - left, PANEL), palette::MISSING);
    }
}

fn whisker(plot: &Plot, x: i32, (low, high): (f64, f64), bottom: i32, canvas: &mut Canvas) {
    let (floor, ceiling) = (plot.height(low, bottom), plot.height(high, bottom));
    canvas.line(&[(x, floor), (x, ceiling)], 2, LINE);
    canvas.line(&[(x - 3, floor), (x + 3, floor)], 2, LINE);
    if high <= plot.top {
        canvas.line(&[(x - 3, ceiling), (x + 3, ceiling)], 2, LINE);
    }
}

fn words(chart: &Timeline, panel: &Panel, at: usize, point: &TimePoint, lang: Lang) -> String {
    let name = phrases::name(&panel.pole.label, lang);
    let space = if chart.unit.is_empty() { "" } else { " " };
    format!(
        "{name}, {}{}{}{space}{} ({})",
        chart.periods[at].name,
        phrases::colon(lang),
        chart.value(point.value, lang),
        chart.unit,
        point.label
    )
}

/// How many articles each period has: what the lines above rest on.
fn articles(chart: &Timeline, plot: &Plot, canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    let total: u64 = chart.periods.iter().map(|p| p.articles).sum();
    let most = chart.periods.iter().map(|p| p.articles).max().unwrap_or(0).max(1);
    let words = lang.pick("Articles lus", "Articles read");
    canvas.text(plot.left, y + 14, words, HEADING);
    canvas.text(RIGHT, y + 14, &format!("n\u{a0}=\u{a0}{}", number::count(total, lang)), SMALL.anchor(Anchor::End));
    let bottom = y + 24 + BARS;
    canvas.text(plot.left - 6, y + 28, &number::count(most, lang), SCALE);
    canvas.text(plot.left - 6, bottom + 4, "0", SCALE);
    for (at, period) in chart.periods.iter().enumerate() {
        let (left, right) = (plot.edge(at as i32) + 1, plot.edge(at as i32 + 1) - 1);
        let height = (i64::from(BARS) * period.articles as i64 / most as i64) as i32;
        canvas.rect((left, bottom - height), ((right - left).max(1), height), Ink::plain(LINE));
    }
    canvas.line(&[(plot.left, bottom), (RIGHT, bottom)], 1, LINE);
    bottom
}

/// As many dates as there is room for, and the one that divides.
fn dates(chart: &Timeline, plot: &Plot, canvas: &mut Canvas, y: i32) -> i32 {
    let widest = chart.periods.iter().map(|p| pixels(&p.tick, TICK.size, TICK.weight)).max().unwrap_or(0);
    let every = (1..=chart.periods.len())
        .find(|every| plot.width * *every as i32 / plot.periods >= widest + TICK_GAP)
        .unwrap_or(chart.periods.len());
    // Counted from the date that divides, so that it bears a label.
    let first = chart.date.as_ref().map_or(0, |(before, _)| before % every.max(1));
    for at in (first..chart.periods.len()).step_by(every.max(1)) {
        let x = plot.middle(at);
        canvas.line(&[(x, y), (x, y + 4)], 1, LINE);
        let half = pixels(&chart.periods[at].tick, TICK.size, TICK.weight) / 2 + 1;
        canvas.text(x.clamp(MARGIN + half, RIGHT - half), y + 17, &chart.periods[at].tick, TICK);
    }
    let Some((_, name)) = &chart.date else { return y + 26 };
    canvas.rect((plot.left, y + 27), (2, 14), Ink::plain(TEXT));
    canvas.text(plot.left + 10, y + 39, name, SMALL);
    y + 48
}
