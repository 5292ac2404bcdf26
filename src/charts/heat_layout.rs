//! Where the parts of a heatmap stand: axes from left to right, in as many bands as they need.

use super::canvas::{Anchor, Canvas, MARGIN, Mark, RIGHT, Type};
use super::font::Weight;
use super::frame::row_name;
use super::palette::{self, GUIDE, Ink, LINE, MUTED};
use super::rates::cell;
use super::scale::{step_of, steps};
use super::text_width::{pixels, shorten, wrap};
use super::{Heatmap, phrases};
use crate::lang::Lang;

const NAME_MOST: i32 = 180;
const CELL_LEAST: i32 = 30;
const CELL_MOST: i32 = 72;
const AXIS_GAP: i32 = 16;
/// Longest upright pole name.
const POLE_MOST: f64 = 235.0;
/// The greatest of five steps that begin at one.
const LEAST_WHOLE: f64 = 20.0;
const HEADING_LINES: usize = 3;

const NAME: Type = Type::new(13.0).anchor(Anchor::End);
const HEADING: Type = Type::new(12.5).bold();
const POLE: Type = Type::new(13.0).upright();
const VALUE: Type = Type::new(12.0).anchor(Anchor::Middle);
const SMALL: Type = Type::new(12.0).colour(MUTED);

/// Columns of one axis that stand together.
#[derive(Debug, Clone)]
struct Block {
    heading: String,
    /// Pole names with their places in the data.
    poles: Vec<(usize, String)>,
    width: i32,
}

/// Measures that all bands share.
struct Grid {
    name: i32,
    left: i32,
    cell: i32,
    row: i32,
    bounds: [f64; 5],
}

pub fn draw(chart: &Heatmap, canvas: &mut Canvas, lang: Lang) {
    let mut y = chart.frame.head(canvas);
    let columns: usize = chart.axes.iter().map(|axis| axis.poles.len()).sum();
    if chart.rows.is_empty() || columns == 0 {
        y = chart.frame.empty(canvas, y, lang);
    } else {
        let grid = Grid::of(chart, lang);
        y = legend(chart, &grid, columns, canvas, y, lang);
        for band in bands(chart, &grid, lang) {
            y = draw_band(chart, &band, &grid, canvas, y, lang);
        }
    }
    chart.frame.foot(canvas, y);
}

impl Grid {
    fn of(chart: &Heatmap, lang: Lang) -> Grid {
        let natural = chart.rows.iter().map(|row| {
            let name = phrases::name(&row.name, lang);
            pixels(&name, NAME.size, NAME.weight)
        });
        let natural = natural.max().unwrap_or(0);
        let name = natural.min(NAME_MOST);
        let cells = || chart.rows.iter().flat_map(|row| row.cells.iter().flatten());
        let cells = || cells().filter(|cell| cell.is_measured());
        let widest = cells().map(|cell| pixels(&chart.value(cell.rate, lang), VALUE.size, VALUE.weight)).max().unwrap_or(0);
        Grid {
            name,
            left: MARGIN + name + 10,
            cell: (widest + 10).clamp(CELL_LEAST, CELL_MOST),
            row: if natural > NAME_MOST { 36 } else { 28 },
            // Whole numbers have no step below one.
            bounds: steps(cells().map(|cell| cell.rate).fold(if chart.whole { LEAST_WHOLE } else { 0.0 }, f64::max)),
        }
    }

    /// The most columns that one band holds.
    fn most_columns(&self) -> usize {
        ((RIGHT - self.left) / self.cell).max(1) as usize
    }
}

/// The axes as bands of blocks; an axis that is wider than the page goes on in the next band.
fn bands(chart: &Heatmap, grid: &Grid, lang: Lang) -> Vec<Vec<Block>> {
    let mut bands: Vec<Vec<Block>> = Vec::new();
    let mut x = RIGHT;
    for block in blocks(chart, grid, lang) {
        if bands.is_empty() || x + block.width > RIGHT {
            bands.push(Vec::new());
            x = grid.left;
        }
        x += block.width + AXIS_GAP;
        if let Some(band) = bands.last_mut() {
            band.push(block);
        }
    }
    bands
}

fn blocks(chart: &Heatmap, grid: &Grid, lang: Lang) -> Vec<Block> {
    let mut place = 0;
    let mut blocks = Vec::new();
    for axis in &chart.axes {
        let poles: Vec<(usize, String)> = axis.poles.iter().enumerate().map(|(i, pole)| (place + i, phrases::name(pole, lang))).collect();
        place += poles.len();
        for (part, poles) in poles.chunks(grid.most_columns()).enumerate() {
            let mut heading = phrases::name(&axis.heading, lang);
            if part > 0 {
                heading = format!("{heading} {}", phrases::continued(lang));
            }
            let width = block_width(&heading, poles.len() as i32 * grid.cell, grid);
            blocks.push(Block { heading, poles: poles.to_vec(), width });
        }
    }
    blocks
}

/// Wide enough for the columns and for the heading in a few lines.
fn block_width(heading: &str, columns: i32, grid: &Grid) -> i32 {
    let most = (RIGHT - grid.left).max(columns);
    let mut width = columns;
    while width < most {
        let room = f64::from(width);
        let wrapped = wrap(heading, HEADING.size, HEADING.weight, room, HEADING_LINES);
        let words = heading.split(' ');
        let longest = words.map(|word| pixels(word, HEADING.size, HEADING.weight));
        if !wrapped.cut && longest.max().unwrap_or(0) <= width {
            break;
        }
        width = (width + 8).min(most);
    }
    width
}

fn draw_band(chart: &Heatmap, band: &[Block], grid: &Grid, canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    let headings: Vec<_> = band
        .iter()
        .map(|block| {
            let room = f64::from(block.width);
            wrap(&block.heading, HEADING.size, HEADING.weight, room, HEADING_LINES)
        })
        .collect();
    let lines = headings.iter().map(|heading| heading.lines.len()).max();
    let rule = y + lines.unwrap_or(0) as i32 * 16 + 6;
    let labels = band.iter().flat_map(|block| &block.poles);
    let longest = labels.map(|(_, pole)| pixels(pole, POLE.size, POLE.weight)).max();
    let top = rule + longest.unwrap_or(0).min(POLE_MOST.ceil() as i32) + 14;
    let mut x = grid.left;
    for (block, heading) in band.iter().zip(&headings) {
        let first = rule - 7 - (heading.lines.len() as i32 - 1) * 16;
        for (i, line) in heading.lines.iter().enumerate() {
            let full = heading.cut.then_some(block.heading.as_str());
            canvas.text_for(x, first + i as i32 * 16, line, HEADING, full);
        }
        let end = x + block.poles.len() as i32 * grid.cell - 1;
        canvas.line(&[(x, rule), (end, rule)], 2, LINE);
        for (i, (_, pole)) in block.poles.iter().enumerate() {
            let short = shorten(pole, POLE.size, POLE.weight, POLE_MOST);
            let full = (short != *pole).then_some(pole.as_str());
            let baseline = x + i as i32 * grid.cell + grid.cell / 2 + 5;
            canvas.text_for(baseline, top - 6, &short, POLE, full);
        }
        x += block.width + AXIS_GAP;
    }
    for row in 0..chart.rows.len() {
        draw_row(chart, row, band, grid, canvas, top + row as i32 * grid.row, lang);
    }
    top + chart.rows.len() as i32 * grid.row + 16
}

fn draw_row(chart: &Heatmap, index: usize, band: &[Block], grid: &Grid, canvas: &mut Canvas, y: i32, lang: Lang) {
    let row = &chart.rows[index];
    let name = phrases::name(&row.name, lang);
    let at = (grid.left - 10, y + grid.row / 2);
    row_name(canvas, at, &name, NAME, grid.name, 2);
    let mut x = grid.left;
    for block in band {
        for (i, (place, pole)) in block.poles.iter().enumerate() {
            let cell = cell(&row.cells, *place);
            let (ink, outline, text) = look(chart, cell.map(|c| c.rate), grid, lang);
            let words = format!("{name}, {pole}{}{}", phrases::colon(lang), phrases::rate(cell, lang));
            let mark = Mark { row: index, column: *place, words };
            let left = x + i as i32 * grid.cell;
            let size = (grid.cell - 2, grid.row - 2);
            canvas.bar((left, y), size, ink, outline, mark);
            let colour = if outline.is_some() { MUTED } else { ink.text() };
            let room = f64::from(grid.cell - 4);
            let short = shorten(&text, VALUE.size, VALUE.weight, room);
            let middle = (left + size.0 / 2, y + size.1 / 2 + 4);
            canvas.text(middle.0, middle.1, &short, VALUE.colour(colour));
        }
        x += block.width + AXIS_GAP;
    }
}

/// Fill, outline and text of a cell: what was not measured is hatched, zero is white.
fn look(chart: &Heatmap, rate: Option<f64>, grid: &Grid, lang: Lang) -> (Ink, Option<plotters::style::RGBColor>, String) {
    match rate {
        None => (palette::MISSING, Some(GUIDE), "–".to_owned()),
        Some(0.0) => (Ink::plain(palette::WHITE), Some(GUIDE), "0".to_owned()),
        Some(rate) => {
            let ink = palette::STEPS[step_of(rate, &grid.bounds)];
            (ink, None, chart.value(rate, lang))
        }
    }
}

/// The unit and what the colours mean, those that occur only.
fn legend(chart: &Heatmap, grid: &Grid, columns: usize, canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    let rates: Vec<Option<f64>> = chart.rows.iter().flat_map(|row| (0..columns).map(|i| cell(&row.cells, i).map(|c| c.rate))).collect();
    let mut entries = Vec::new();
    if rates.contains(&Some(0.0)) {
        let white = Ink::plain(palette::WHITE);
        entries.push((white, true, phrases::heat_zero(lang).to_owned()));
    }
    if rates.iter().flatten().any(|&rate| rate > 0.0) {
        let mut low = 0.0;
        for (ink, &high) in palette::STEPS.iter().zip(&grid.bounds) {
            let words = if chart.whole { phrases::heat_step_of_counts(low, high, lang) } else { phrases::heat_step(low, high, lang) };
            entries.push((*ink, false, words));
            low = high;
        }
    }
    if rates.contains(&None) {
        let words = phrases::heat_missing(lang).to_owned();
        entries.push((palette::MISSING, true, words));
    }
    let key = chart.key(lang) + phrases::colon(lang);
    let key = shorten(key.trim(), SMALL.size, Weight::Regular, f64::from(RIGHT - MARGIN));
    canvas.text(MARGIN, y + 13, &key, SMALL);
    let mut x = MARGIN + pixels(&key, SMALL.size, SMALL.weight) + 10;
    let mut y = y;
    for (ink, outlined, words) in entries {
        let width = 24 + pixels(&words, SMALL.size, SMALL.weight);
        if x + width > RIGHT {
            x = MARGIN;
            y += 22;
        }
        if outlined {
            canvas.rect((x - 1, y + 1), (20, 16), Ink::plain(LINE));
        }
        canvas.rect((x, y + 2), (18, 14), ink);
        canvas.text(x + 24, y + 13, &words, SMALL);
        x += width + 14;
    }
    y + 30
}
