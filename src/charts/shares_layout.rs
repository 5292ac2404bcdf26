//! Where the parts of a share chart stand.

use super::canvas::{Anchor, Canvas, MARGIN, Mark, RIGHT, Type};
use super::frame::{paragraph, row_name};
use super::palette::{self, GUIDE, Ink, LINE, MUTED};
use super::scale::spread;
use super::text_width::{pixels, shorten};
use super::{Pole, ShareRow, Shares, number, phrases};
use crate::lang::Lang;

const BAR: i32 = 34;
const ROW_GAP: i32 = 12;
/// Longest name column and column of n.
const NAME_MOST: i32 = 210;
const N_MOST: i32 = 150;
/// Narrowest part of a bar.
const PART_LEAST: i32 = 4;
/// Room of the swatch before a label outside its bar.
const SWATCH: i32 = 12;
/// Longest line from a segment to its label outside.
const LEADER_MOST: i32 = 48;

const NAME: Type = Type::new(14.0).anchor(Anchor::End);
const N: Type = Type::new(12.0).colour(MUTED);
const MEMBER: Type = Type::new(14.0).bold();
const INSIDE: Type = Type::new(13.0).anchor(Anchor::Middle);
const OUTSIDE: Type = Type::new(12.0);

/// The columns of the chart.
struct Columns {
    name: i32,
    bar: i32,
    bar_width: i32,
    n: i32,
}

/// A member's part of a bar.
struct Segment {
    member: usize,
    left: i32,
    width: i32,
}

impl Segment {
    fn centre(&self) -> i32 {
        self.left + self.width / 2
    }
}

pub fn draw(chart: &Shares, canvas: &mut Canvas, lang: Lang) {
    let mut y = chart.frame.head(canvas);
    if chart.rows.is_empty() || chart.members.is_empty() {
        y = chart.frame.empty(canvas, y, lang);
    } else {
        let columns = Columns::of(chart, lang);
        y = members(chart, &columns, canvas, y, lang);
        for (index, row) in chart.rows.iter().enumerate() {
            y = draw_row(chart, (index, row), &columns, canvas, y, lang);
        }
        y = axis(&columns, canvas, y, lang);
    }
    chart.frame.foot(canvas, y);
}

impl Columns {
    fn of(chart: &Shares, lang: Lang) -> Columns {
        let widest = |set: Type, texts: &mut dyn Iterator<Item = String>, most: i32| {
            texts.map(|text| pixels(&text, set.size, set.weight)).max().unwrap_or(0).min(most)
        };
        let mut names = chart.rows.iter().map(|row| phrases::name(&row.name, lang));
        let name = widest(NAME, &mut names, NAME_MOST);
        let mut ns = chart.rows.iter().flat_map(|row| n_lines(row, lang));
        let n_width = widest(N, &mut ns, N_MOST);
        let bar = MARGIN + name + 12;
        let n = RIGHT - n_width;
        Columns { name, bar, bar_width: n - 14 - bar, n }
    }

    /// The segments of a row that have a count, from left to right.
    fn segments(&self, row: &ShareRow, members: usize) -> Vec<Segment> {
        let total = row.choices();
        let at = |sum: u128| match total {
            0 => 0,
            _ => (sum as f64 / total as f64 * f64::from(self.bar_width)).round() as i32,
        };
        let mut sum = 0;
        let mut segments = Vec::new();
        for member in (0..members).filter(|&member| row.count(member) > 0) {
            let start = at(sum);
            sum += u128::from(row.count(member));
            // However small, a part that exists is seen.
            let width = (at(sum) - start).max(PART_LEAST);
            segments.push(Segment { member, left: 0, width });
        }
        let excess = segments.iter().map(|s| s.width).sum::<i32>() - self.bar_width;
        if let Some(widest) = segments.iter_mut().max_by_key(|s| s.width) {
            widest.width = (widest.width - excess).max(PART_LEAST);
        }
        let mut left = self.bar;
        for segment in &mut segments {
            segment.left = left;
            left += segment.width;
        }
        segments
    }
}

fn n_lines(row: &ShareRow, lang: Lang) -> [String; 2] {
    [phrases::n_choices(row.choices(), lang), phrases::some_articles(row.articles, row.articles_total, lang)]
}

/// The names of the members: above their parts of the first bar, else as a legend.
fn members(chart: &Shares, columns: &Columns, canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    let first = &chart.rows[0];
    let segments = columns.segments(first, chart.members.len());
    if segments.len() == chart.members.len()
        && let Some(lefts) = member_places(chart, &segments, columns, lang)
    {
        for ((segment, left), member) in segments.iter().zip(lefts).zip(&chart.members) {
            let label = phrases::name(&member.label, lang);
            let middle = left + pixels(&label, MEMBER.size, MEMBER.weight) / 2;
            canvas.text(left, y + 14, &label, MEMBER);
            let points = [(middle, y + 19), (segment.centre(), y + 27)];
            canvas.line(&points, 1, LINE);
        }
        return y + 29;
    }
    legend(&chart.members, canvas, y, lang)
}

/// Left edges of the members' names, if each can stand over its part of the first bar.
fn member_places(chart: &Shares, segments: &[Segment], columns: &Columns, lang: Lang) -> Option<Vec<i32>> {
    let wishes: Vec<(i32, i32)> = segments
        .iter()
        .zip(&chart.members)
        .map(|(segment, member)| {
            let label = phrases::name(&member.label, lang);
            let width = pixels(&label, MEMBER.size, MEMBER.weight);
            (segment.centre(), width)
        })
        .collect();
    let lefts = spread(&wishes, columns.bar, RIGHT, 14)?;
    let near = segments.iter().zip(&lefts).zip(&wishes).all(|((s, &left), &(_, width))| left < s.left + s.width && left + width > s.left);
    near.then_some(lefts)
}

/// Swatches with names, as many a line as fit.
fn legend(members: &[Pole], canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    let (mut x, mut y) = (MARGIN, y);
    for member in members {
        let room = f64::from(RIGHT - MARGIN - 20);
        let label = phrases::name(&member.label, lang);
        let short = shorten(&label, MEMBER.size, MEMBER.weight, room);
        let width = 20 + pixels(&short, MEMBER.size, MEMBER.weight);
        if x > MARGIN && x + width > RIGHT {
            x = MARGIN;
            y += 22;
        }
        canvas.rect((x, y + 2), (14, 14), palette::pole(member.colour));
        let full = (short != label).then_some(label.as_str());
        canvas.text_for(x + 20, y + 14, &short, MEMBER, full);
        x += width + 18;
    }
    y + 30
}

fn draw_row(chart: &Shares, (index, row): (usize, &ShareRow), columns: &Columns, canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    let middle = y + BAR / 2;
    let name = phrases::name(&row.name, lang);
    let right = columns.bar - 12;
    row_name(canvas, (right, middle), &name, NAME, columns.name, 2);
    let lines = n_lines(row, lang);
    let alone = lines[1].is_empty();
    for (line, offset) in lines.iter().zip([if alone { 4 } else { -3 }, 12]) {
        let short = shorten(line, N.size, N.weight, f64::from(N_MOST));
        canvas.text(columns.n, middle + offset, &short, N);
    }
    if row.choices() == 0 {
        let words = phrases::no_choice(lang);
        canvas.line(&[(columns.bar, y), (columns.bar, y + BAR)], 1, LINE);
        canvas.text(columns.bar + 10, middle + 5, words, Type::new(13.0).colour(MUTED));
        return y + BAR + ROW_GAP;
    }
    let segments = columns.segments(row, chart.members.len());
    let mut below = Vec::new();
    for segment in &segments {
        let member = &chart.members[segment.member];
        let count = row.count(segment.member);
        let words = format!(
            "{name}{}{} {} – {}",
            phrases::colon(lang),
            phrases::name(&member.label, lang),
            phrases::count_and_share(count, row.choices(), lang),
            phrases::share_n(row, row.choices(), lang),
        );
        let mark = Mark { row: index, column: segment.member, words };
        // A hair of white keeps neighbours apart, in grey as well.
        let width = if segment.width > 4 { segment.width - 1 } else { segment.width };
        let ink = palette::pole(member.colour);
        canvas.bar((segment.left, y), (width, BAR), ink, None, mark);
        if !label_inside(canvas, segment, y, count, row.choices(), ink, lang) {
            below.push((segment.centre(), count, ink));
        }
    }
    let bottom = y + BAR;
    bottom + labels_below(canvas, &below, bottom, row.choices(), columns, lang) + ROW_GAP
}

/// Writes count and share into the segment, on one line or two, where there is room.
fn label_inside(canvas: &mut Canvas, segment: &Segment, y: i32, count: u64, choices: u128, ink: Ink, lang: Lang) -> bool {
    let set = INSIDE.on(ink);
    let fits = |text: &str| pixels(text, set.size, set.weight) + 8 <= segment.width;
    let line = phrases::count_and_share(count, choices, lang);
    if fits(&line) {
        canvas.text(segment.centre(), y + BAR / 2 + 5, &line, set);
        return true;
    }
    let (count, share) = (number::count(count, lang), number::percent(count, choices, lang));
    if fits(&count) && fits(&share) {
        canvas.text(segment.centre(), y + 14, &count, set);
        canvas.text(segment.centre(), y + 29, &share, set);
        return true;
    }
    false
}

/// Writes the labels that found no room inside below the bar, each tied to its segment; returns
/// the height they take.
fn labels_below(canvas: &mut Canvas, labels: &[(i32, u64, Ink)], bottom: i32, choices: u128, columns: &Columns, lang: Lang) -> i32 {
    if labels.is_empty() {
        return 0;
    }
    let texts: Vec<String> = labels.iter().map(|&(_, count, _)| phrases::count_and_share(count, choices, lang)).collect();
    let wishes: Vec<(i32, i32)> = labels
        .iter()
        .zip(&texts)
        .map(|(&(centre, _, _), text)| {
            let width = pixels(text, OUTSIDE.size, OUTSIDE.weight);
            (centre, SWATCH + width)
        })
        .collect();
    let bar_end = columns.bar + columns.bar_width;
    let places = spread(&wishes, columns.bar, bar_end, 10).or_else(|| spread(&wishes, MARGIN, RIGHT, 8));
    // More labels than the width holds: the numbers stay in the marks' words and the table.
    let Some(places) = places else { return 0 };
    for ((text, left), &(centre, _, ink)) in texts.iter().zip(places).zip(labels) {
        // Pushed far aside, a label has its swatch to say whose it is.
        if (centre - left).abs() <= LEADER_MOST {
            canvas.line(&[(centre, bottom), (left + 4, bottom + 8)], 1, LINE);
        }
        canvas.rect((left, bottom + 8), (9, 9), ink);
        canvas.text(left + SWATCH, bottom + 17, text, OUTSIDE);
    }
    20
}

/// The scale from 0 to 100 % below the bars, and what the labels mean.
fn axis(columns: &Columns, canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    let y = y - 4;
    let end = columns.bar + columns.bar_width;
    canvas.line(&[(columns.bar, y), (end, y)], 1, GUIDE);
    for quarter in 0..=4 {
        let x = columns.bar + columns.bar_width * quarter / 4;
        canvas.line(&[(x, y), (x, y + 4)], 1, LINE);
        let tick = number::percent(25 * quarter.unsigned_abs() as u64, 100, lang);
        canvas.text(x, y + 17, &tick, N.anchor(Anchor::Middle));
    }
    paragraph(canvas, y + 24, phrases::shares_axis(lang), N, 2)
}
