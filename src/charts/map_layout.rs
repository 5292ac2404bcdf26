//! Where the parts of a map stand: both axes on one scale, so that distances can be compared.

use super::canvas::{Anchor, Canvas, MARGIN, Mark, RIGHT, Type};
use super::labels::{self, Rect};
use super::map::MapPoint;
use super::palette::{self, GUIDE, Ink, LINE, MUTED, TEXT, WHITE};
use super::text_width::{pixels, shorten};
use super::{CorrespondenceMap, number, phrases};
use crate::lang::Lang;

const HEIGHT: i32 = 560;
/// Free ground inside the frame, where names of the outermost points find room.
const INSET: i32 = 40;
const NAME_MOST: f64 = 280.0;
const DOT: u32 = 6;
const SQUARE: i32 = 10;

const OUTLET: Type = Type::new(13.0);
const WORD: Type = Type::new(13.0).bold();
const SMALL: Type = Type::new(12.0).colour(MUTED);

/// From the plane to pixels.
struct Plane {
    centre: [f64; 2],
    scale: f64,
    middle: (f64, f64),
}

impl Plane {
    /// Holds every point and every ellipse.
    fn of(chart: &CorrespondenceMap, ground: Rect) -> Plane {
        let points = || chart.outlets.iter().chain(&chart.words).filter(|p| p.is_placed()).flat_map(|p| p.outline.iter().chain([&p.place]));
        let bound = |axis: usize| points().fold((0.0f64, 0.0f64), |(low, high), p| (low.min(p[axis]), high.max(p[axis])));
        let (x, y) = (bound(0), bound(1));
        let room = |pixels: i32, (low, high): (f64, f64)| f64::from(pixels - 2 * INSET) / (high - low).max(1e-9);
        Plane {
            centre: [(x.0 + x.1) / 2.0, (y.0 + y.1) / 2.0],
            scale: room(ground.right - ground.left, x).min(room(ground.bottom - ground.top, y)),
            middle: (f64::from(ground.left + ground.right) / 2.0, f64::from(ground.top + ground.bottom) / 2.0),
        }
    }

    /// The second axis points upwards.
    fn at(&self, [x, y]: [f64; 2]) -> (i32, i32) {
        let across = self.middle.0 + (x - self.centre[0]) * self.scale;
        let down = self.middle.1 - (y - self.centre[1]) * self.scale;
        (across.round() as i32, down.round() as i32)
    }
}

pub fn draw(chart: &CorrespondenceMap, canvas: &mut Canvas, lang: Lang) {
    let mut y = chart.frame.head(canvas);
    if chart.outlets.is_empty() || chart.words.is_empty() {
        y = chart.frame.empty(canvas, y, lang);
    } else {
        y = key(chart, canvas, y, lang);
        y = plane(chart, canvas, y, lang);
    }
    chart.frame.foot(canvas, y);
}

/// What the shapes mean.
fn key(chart: &CorrespondenceMap, canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    let mut x = MARGIN;
    let mut entry = |canvas: &mut Canvas, shape: &dyn Fn(&mut Canvas, i32), words: &str| {
        let width = 24 + pixels(words, SMALL.size, SMALL.weight);
        shape(canvas, x);
        canvas.text(x + 20, y + 13, words, SMALL);
        x += width + 16;
    };
    let filled = |canvas: &mut Canvas, x: i32| circle(canvas, (x + 7, y + 9), palette::pole(0).fill);
    let hollow = |canvas: &mut Canvas, x: i32| circle(canvas, (x + 7, y + 9), WHITE);
    let square = |canvas: &mut Canvas, x: i32| {
        canvas.rect((x + 1, y + 3), (SQUARE + 2, SQUARE + 2), Ink::plain(TEXT));
        canvas.rect((x + 2, y + 4), (SQUARE, SQUARE), palette::pole(1));
    };
    entry(canvas, &filled, lang.pick("média", "outlet"));
    entry(canvas, &square, lang.pick("mot", "word"));
    if chart.outlets.iter().chain(&chart.words).any(|p| p.is_supplementary) {
        entry(
            canvas,
            &hollow,
            lang.pick("creux : trop peu d'articles pour compter dans la carte", "hollow: too few articles to count in the map"),
        );
    }
    if chart.outlets.iter().any(|p| !p.outline.is_empty()) {
        let outline = |canvas: &mut Canvas, x: i32| canvas.line(&[(x, y + 9), (x + 15, y + 9)], 1, LINE);
        entry(canvas, &outline, lang.pick("ellipse : à 95 %, d'autres articles", "ellipse: 95%, other articles"));
    }
    y + 26
}

fn circle(canvas: &mut Canvas, (x, y): (i32, i32), fill: plotters::style::RGBColor) {
    canvas.ring((x, y), DOT, (fill, TEXT));
}

fn plane(chart: &CorrespondenceMap, canvas: &mut Canvas, y: i32, lang: Lang) -> i32 {
    let ground = Rect { left: MARGIN, top: y, right: RIGHT, bottom: y + HEIGHT };
    let plane = Plane::of(chart, ground);
    let origin = plane.at([0.0, 0.0]);
    let corners = [(ground.left, ground.top), (ground.right, ground.top), (ground.right, ground.bottom), (ground.left, ground.bottom)];
    canvas.line(&[corners[0], corners[1], corners[2], corners[3], corners[0]], 1, GUIDE);
    canvas.line(&[(ground.left, origin.1), (ground.right, origin.1)], 1, GUIDE);
    canvas.line(&[(origin.0, ground.top), (origin.0, ground.bottom)], 1, GUIDE);
    let mut taken = axes(chart, canvas, ground, origin, lang);
    for outlet in chart.outlets.iter().filter(|p| !p.outline.is_empty()) {
        let mut line: Vec<(i32, i32)> = outlet.outline.iter().map(|p| plane.at(*p)).collect();
        line.extend(line.first().copied());
        canvas.line(&line, 1, LINE);
    }
    let points: Vec<(&MapPoint, bool)> =
        chart.outlets.iter().map(|p| (p, true)).chain(chart.words.iter().map(|p| (p, false))).filter(|(p, _)| p.is_placed()).collect();
    let places: Vec<(i32, i32)> = points.iter().map(|(p, _)| plane.at(p.place)).collect();
    taken.extend(places.iter().map(|(x, y)| Rect { left: x - 8, top: y - 8, right: x + 8, bottom: y + 8 }));
    let set = |is_outlet: bool| if is_outlet { OUTLET } else { WORD };
    let names: Vec<(String, String)> = points
        .iter()
        .map(|(point, is_outlet)| {
            let name = phrases::name(&point.name, lang);
            (shorten(&name, set(*is_outlet).size, set(*is_outlet).weight, NAME_MOST), name)
        })
        .collect();
    let sizes: Vec<(i32, i32)> =
        points.iter().zip(&names).map(|((_, is_outlet), (short, _))| (pixels(short, 13.0, set(*is_outlet).weight) + 2, 17)).collect();
    let boxes = labels::place(&places, &sizes, &taken, ground);
    // Leaders first, so that no line crosses a name.
    for (place, name) in places.iter().zip(&boxes) {
        if let Some(rect) = name
            && let Some(end) = leader(*place, *rect)
        {
            canvas.line(&[*place, end], 1, LINE);
        }
    }
    let (mut outlets, mut words) = (0, 0);
    for (at, (point, is_outlet)) in points.iter().enumerate() {
        let row = if *is_outlet { &mut outlets } else { &mut words };
        let mark = Mark {
            row: *row,
            column: usize::from(!*is_outlet),
            words: format!("{}{}{}", names[at].1, phrases::colon(lang), point.numbers(lang)),
        };
        *row += 1;
        draw_point(canvas, places[at], point, *is_outlet, mark);
        if let Some(rect) = boxes[at] {
            let full = (names[at].0 != names[at].1).then_some(names[at].1.as_str());
            let ground = Ink::plain(WHITE);
            let halo = Type { halo: Some(ground.fill), ..set(*is_outlet) };
            canvas.text_for(rect.left + 1, rect.bottom - 4, &names[at].0, halo, full);
        }
    }
    ground.bottom + 8
}

/// Names the axes and says what each shows; the ground that this takes.
fn axes(chart: &CorrespondenceMap, canvas: &mut Canvas, ground: Rect, origin: (i32, i32), lang: Lang) -> Vec<Rect> {
    let share = |axis: usize| number::percent((chart.shares[axis] * 1e6).round() as u64, 1_000_000, lang);
    let words = |axis: usize| {
        lang.pick(
            format!("axe {} : {} des écarts", axis + 1, share(axis)),
            format!("axis {}: {} of the differences", axis + 1, share(axis)),
        )
    };
    let (first, second) = (words(0), words(1));
    let width = |text: &str| pixels(text, SMALL.size, SMALL.weight);
    let down = if origin.1 > ground.bottom - 24 { origin.1 - 6 } else { origin.1 + 15 };
    canvas.text(ground.right - 6, down, &first, SMALL.anchor(Anchor::End));
    let left = if origin.0 + width(&second) + 14 > ground.right { origin.0 - 8 - width(&second) } else { origin.0 + 6 };
    canvas.text(left, ground.top + 15, &second, SMALL);
    vec![
        Rect { left: ground.right - 8 - width(&first), top: down - 13, right: ground.right, bottom: down + 4 },
        Rect { left, top: ground.top, right: left + width(&second) + 2, bottom: ground.top + 20 },
    ]
}

fn draw_point(canvas: &mut Canvas, (x, y): (i32, i32), point: &MapPoint, is_outlet: bool, mark: Mark) {
    let fill = |colour: usize| if point.is_supplementary { WHITE } else { palette::pole(colour).fill };
    if is_outlet {
        canvas.dot((x, y), DOT, (fill(0), TEXT), mark);
    } else {
        canvas.bar((x - SQUARE / 2, y - SQUARE / 2), (SQUARE, SQUARE), Ink::plain(fill(1)), Some(TEXT), mark);
    }
}

/// The near edge of a name that stands away from its point.
fn leader((x, y): (i32, i32), rect: Rect) -> Option<(i32, i32)> {
    let near = (x.clamp(rect.left, rect.right), y.clamp(rect.top, rect.bottom - 2));
    let far = (near.0 - x).abs().max((near.1 - y).abs());
    (far > 14).then_some(near)
}
