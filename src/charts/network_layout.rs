//! Where the parts of a network stand: each column in the order that crosses the fewest lines, always the same.

use super::canvas::{Anchor, Canvas, MARGIN, Mark, RIGHT, Type};
use super::network::Edge;
use super::palette::{self, LINE, MUTED, TEXT, WHITE};
use super::text_width::{pixels, shorten};
use super::{Network, number, phrases};
use crate::lang::Lang;

const ROW: i32 = 44;
const DOT: u32 = 6;
const NAME_MOST: i32 = 270;
const WIDEST: f64 = 12.0;
/// Rounds of sorting each column by the middle of its neighbours.
const ROUNDS: usize = 24;

const NAME: Type = Type::new(13.0);
const COUNT: Type = Type::new(12.0).anchor(Anchor::Middle);
const SMALL: Type = Type::new(12.0).colour(MUTED);

pub fn draw(chart: &Network, canvas: &mut Canvas, lang: Lang) {
    let mut y = chart.frame.head(canvas);
    if chart.edges.is_empty() {
        y = chart.frame.empty(canvas, y, lang);
    } else {
        canvas.text(MARGIN, y + 12, &chart.unit, SMALL);
        y = columns(chart, canvas, y + 26, lang);
    }
    chart.frame.foot(canvas, y);
}

fn columns(chart: &Network, canvas: &mut Canvas, top: i32, lang: Lang) -> i32 {
    let (left_order, right_order) = orders(chart);
    let rows = left_order.len().max(right_order.len()) as i32;
    let bottom = top + rows * ROW;
    let right_name = |at: usize| phrases::name(&chart.right[at], lang);
    let widest = |names: Vec<String>| names.iter().map(|name| pixels(name, NAME.size, NAME.weight)).max().unwrap_or(0).min(NAME_MOST);
    let left_width = widest(left_order.iter().map(|at| phrases::name(&chart.left[*at], lang)).collect());
    let right_width = widest(right_order.iter().map(|at| right_name(*at)).collect());
    let (left_x, right_x) = (MARGIN + left_width + 16, RIGHT - right_width - 16);
    let y = |order: &[usize], at: usize| {
        let place = order.iter().position(|other| *other == at).unwrap_or(0) as i32;
        top + (2 * place + 1) * (bottom - top) / (2 * order.len().max(1) as i32)
    };
    let most = chart.edges.iter().map(|edge| edge.count).max().unwrap_or(1).max(1);
    let ends = |edge: &Edge| ((left_x, y(&left_order, edge.left)), (right_x, y(&right_order, edge.right)));
    for edge in &chart.edges {
        let (one, two) = ends(edge);
        let width = (WIDEST * edge.count as f64 / most as f64).round().max(1.0) as u32;
        canvas.line(&[one, two], width, palette::pole(0).fill);
    }
    counts(chart, canvas, &ends, lang);
    for at in &left_order {
        let (name, middle) = (phrases::name(&chart.left[*at], lang), y(&left_order, *at));
        let short = shorten(&name, NAME.size, NAME.weight, f64::from(left_width));
        canvas.ring((left_x, middle), DOT, (LINE, TEXT));
        canvas.text_for(left_x - 14, middle + 5, &short, NAME.anchor(Anchor::End), (short != name).then_some(name.as_str()));
    }
    for at in &right_order {
        let (name, middle) = (right_name(*at), y(&right_order, *at));
        let short = shorten(&name, NAME.size, NAME.weight, f64::from(right_width));
        canvas.ring((right_x, middle), DOT, (WHITE, TEXT));
        canvas.text_for(right_x + 14, middle + 5, &short, NAME, (short != name).then_some(name.as_str()));
    }
    bottom + 6
}

/// From one point of the picture to another.
type Segment = ((i32, i32), (i32, i32));

/// The number of each line, where no other number stands: a little further along the line until there is room.
fn counts(chart: &Network, canvas: &mut Canvas, ends: &dyn Fn(&Edge) -> Segment, lang: Lang) {
    let mut taken: Vec<(i32, i32)> = Vec::new();
    for (number, edge) in chart.edges.iter().enumerate() {
        let (one, two) = ends(edge);
        let along = |part: i32| (one.0 + (two.0 - one.0) * part / 40, one.1 + (two.1 - one.1) * part / 40);
        // From the middle outwards.
        let spots = (0..17).map(|step| along(if step % 2 == 0 { 20 - step } else { 20 + step + 1 }));
        let free = |spot: &(i32, i32)| taken.iter().all(|other| (spot.0 - other.0).abs() >= 34 || (spot.1 - other.1).abs() >= 18);
        let words = chart.words(edge, lang);
        let Some(spot) = spots.into_iter().find(free) else { continue };
        taken.push(spot);
        let text = number::count(edge.count, lang);
        let width = pixels(&text, COUNT.size, COUNT.weight) + 8;
        let mark = Mark { row: number, column: 0, words };
        canvas.bar((spot.0 - width / 2, spot.1 - 9), (width, 17), palette::Ink::plain(WHITE), Some(LINE), mark);
        canvas.text(spot.0, spot.1 + 4, &text, COUNT);
    }
}

/// Both columns, of names that have a line, by turns sorted by the mean place of their neighbours (Sugiyama, Tagawa & Toda 1981), weighted by counts.
fn orders(chart: &Network) -> (Vec<usize>, Vec<usize>) {
    let met = |count: usize, is: &dyn Fn(&Edge) -> usize| -> Vec<usize> {
        (0..count).filter(|at| chart.edges.iter().any(|edge| is(edge) == *at)).collect()
    };
    let mut left = met(chart.left.len(), &|edge| edge.left);
    let mut right = met(chart.right.len(), &|edge| edge.right);
    for _ in 0..ROUNDS {
        sort(&mut right, &left, &chart.edges, |edge| (edge.right, edge.left));
        sort(&mut left, &right, &chart.edges, |edge| (edge.left, edge.right));
    }
    (left, right)
}

fn sort(own: &mut [usize], others: &[usize], edges: &[Edge], ends: impl Fn(&Edge) -> (usize, usize)) {
    let middle = |at: usize| {
        let (sum, weight) = edges.iter().filter(|edge| ends(edge).0 == at).fold((0.0, 0.0), |(sum, weight), edge| {
            let place = others.iter().position(|other| *other == ends(edge).1).unwrap_or(0);
            (sum + edge.count as f64 * place as f64, weight + edge.count as f64)
        });
        sum / f64::max(weight, 1.0)
    };
    own.sort_by(|one, two| middle(*one).total_cmp(&middle(*two)).then(one.cmp(two)));
}
