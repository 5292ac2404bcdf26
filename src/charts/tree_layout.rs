//! Where the parts of a tree stand: names on the left, joined from left to right at their distance.

use super::canvas::{Anchor, Canvas, MARGIN, Mark, RIGHT, Type};
use super::frame::row_name;
use super::palette::{self, GUIDE, Ink, LINE, MUTED, TEXT, WHITE};
use super::scale::ticks;
use super::text_width::{pixels, shorten};
use super::{Tree, number, phrases};
use crate::lang::Lang;

const NAME_MOST: i32 = 260;
const ROW: i32 = 34;
const DOT: u32 = 5;
/// From here on a group is drawn as one that holds.
const HOLDS: f64 = 0.7;
/// Room for the last label.
const END: i32 = 50;

const NAME: Type = Type::new(13.0).anchor(Anchor::End);
const SUPPORT: Type = Type::new(12.0);
const SMALL: Type = Type::new(12.0).colour(MUTED);
const TICK: Type = Type::new(12.0).colour(MUTED).anchor(Anchor::Middle);

pub fn draw(chart: &Tree, canvas: &mut Canvas, lang: Lang) {
    let mut y = chart.frame.head(canvas);
    if chart.leaves.is_empty() || chart.joints.is_empty() {
        y = chart.frame.empty(canvas, y, lang);
    } else {
        y = tree(chart, canvas, y, lang);
    }
    chart.frame.foot(canvas, y);
}

/// From distances to pixels.
struct Scale {
    left: i32,
    width: i32,
    top: f64,
}

impl Scale {
    fn x(&self, distance: f64) -> i32 {
        self.left + (distance / self.top * f64::from(self.width)).round() as i32
    }
}

fn tree(chart: &Tree, canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    let label = |leaf: &super::tree::Leaf| format!("{} ({})", phrases::name(&leaf.name, lang), number::count(leaf.articles, lang));
    let name = chart.leaves.iter().map(|leaf| pixels(&label(leaf), NAME.size, NAME.weight)).max().unwrap_or(0).min(NAME_MOST);
    let highest = chart.joints.iter().map(|joint| joint.height).fold(chart.chance, f64::max);
    let marks = ticks(highest);
    let left = MARGIN + name + 12;
    let scale = Scale { left, width: RIGHT - END - left, top: highest.max(f64::MIN_POSITIVE) };
    let (top, bottom) = (y + 22, y + 22 + ROW * chart.leaves.len() as i32);
    canvas.rect((left, top), (scale.x(chart.chance) - left, bottom - top), Ink::plain(GUIDE));
    let chance = lang.pick("gris : le hasard seul", "grey: chance alone");
    canvas.text(left, y + 13, chance, SMALL);
    for value in marks.iter().filter(|value| **value <= scale.top) {
        let x = scale.x(*value);
        canvas.line(&[(x, bottom), (x, bottom + 5)], 1, LINE);
        canvas.text(x, bottom + 18, &phrases::bound(*value, lang), TICK);
    }
    canvas.line(&[(left, bottom), (scale.x(scale.top), bottom)], 1, LINE);
    let unit = shorten(&chart.unit, SMALL.size, SMALL.weight, f64::from(RIGHT - MARGIN));
    canvas.text(RIGHT, bottom + 36, &unit, SMALL.anchor(Anchor::End));
    // Where each branch ends: leaves at the left, then nodes at their height, between their branches.
    let mut ends: Vec<(i32, i32)> = (0..chart.leaves.len()).map(|row| (left, top + ROW * row as i32 + ROW / 2)).collect();
    for (row, leaf) in chart.leaves.iter().enumerate() {
        row_name(canvas, (left - 10, ends[row].1), &label(leaf), NAME, name, 2);
    }
    // All trees hold all outlets: the last node says nothing.
    let holds = |number: usize| chart.joints[number].support >= HOLDS && number + 1 < chart.joints.len();
    for (number, joint) in chart.joints.iter().enumerate() {
        let x = scale.x(joint.height);
        let [one, two] = joint.branches.map(|branch| ends[branch]);
        let width = if holds(number) { 3 } else { 1 };
        canvas.line(&[one, (x, one.1), (x, two.1), two], width, TEXT);
        ends.push((x, (one.1 + two.1) / 2));
    }
    for (number, (x, y)) in ends[chart.leaves.len()..].iter().enumerate() {
        let fill = if holds(number) { palette::pole(0).fill } else { WHITE };
        canvas.dot((*x, *y), DOT, (fill, TEXT), Mark { row: number, column: 0, words: chart.words(number, lang) });
        if number + 1 < chart.joints.len() {
            canvas.text(x + 9, *y - 3, &chart.support(number, lang), Type { halo: Some(WHITE), ..SUPPORT });
        }
    }
    bottom + 46
}
