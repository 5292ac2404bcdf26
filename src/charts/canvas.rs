//! What is to be drawn, as a list: charts fill it top to bottom, then say how high they became.

use plotters::style::RGBColor;

use super::font::Weight;
use super::palette::{Ink, TEXT};
use super::text_width::clean;

/// Width of every chart, in pixels.
pub const WIDTH: i32 = 800;
/// Free border on every side.
pub const MARGIN: i32 = 16;
/// Where content ends on the right.
pub const RIGHT: i32 = WIDTH - MARGIN;

/// Which end of a text its position names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub struct Type {
    pub size: f64,
    pub weight: Weight,
    pub colour: RGBColor,
    pub anchor: Anchor,
    /// Read from bottom to top.
    pub upright: bool,
    /// Colour around the letters, where a texture lies under them.
    pub halo: Option<RGBColor>,
}

impl Type {
    pub const fn new(size: f64) -> Self {
        Type { size, weight: Weight::Regular, colour: TEXT, anchor: Anchor::Start, upright: false, halo: None }
    }

    pub const fn bold(self) -> Self {
        Type { weight: Weight::Bold, ..self }
    }

    pub const fn colour(self, colour: RGBColor) -> Self {
        Type { colour, ..self }
    }

    pub const fn anchor(self, anchor: Anchor) -> Self {
        Type { anchor, ..self }
    }

    /// Black or white on this ink.
    pub fn on(self, ink: Ink) -> Self {
        Type { colour: ink.text(), halo: ink.texture.map(|_| ink.fill), ..self }
    }

    pub const fn upright(self) -> Self {
        Type { upright: true, ..self }
    }
}

/// One drawn thing, in pixels from the upper left corner.
#[derive(Debug, Clone)]
pub enum Shape {
    Rect {
        x: i32,
        y: i32,
        width: i32,
        height: i32,
        ink: Ink,
        outline: Option<RGBColor>,
    },
    Line {
        points: Vec<(i32, i32)>,
        width: u32,
        colour: RGBColor,
    },
    Dot {
        x: i32,
        y: i32,
        radius: u32,
        fill: RGBColor,
        outline: RGBColor,
    },
    /// `y` is the baseline.
    Text {
        x: i32,
        y: i32,
        text: String,
        set: Type,
    },
}

/// What a shape stands for: the datum at `row` and `column`, and its numbers in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub row: usize,
    pub column: usize,
    pub words: String,
}

/// A shape, the datum that it is the mark of, or the full text that it shortens.
#[derive(Debug, Clone)]
pub struct Element {
    pub shape: Shape,
    pub mark: Option<Mark>,
    pub full_text: Option<String>,
}

/// The drawing list of one chart.
#[derive(Debug, Clone)]
pub struct Canvas {
    pub elements: Vec<Element>,
    pub height: i32,
}

impl Canvas {
    pub fn new() -> Self {
        Canvas { elements: Vec::new(), height: 0 }
    }

    fn push(&mut self, shape: Shape, mark: Option<Mark>) {
        self.elements.push(Element { shape, mark, full_text: None });
    }

    /// A filled rectangle without meaning of its own (a swatch, a ground).
    pub fn rect(&mut self, (x, y): (i32, i32), (width, height): (i32, i32), ink: Ink) {
        self.push(Shape::Rect { x, y, width, height, ink, outline: None }, None);
    }

    /// A filled rectangle that is the mark of a datum.
    pub fn bar(&mut self, (x, y): (i32, i32), (width, height): (i32, i32), ink: Ink, outline: Option<RGBColor>, mark: Mark) {
        self.push(Shape::Rect { x, y, width, height, ink, outline }, Some(mark));
    }

    pub fn line(&mut self, points: &[(i32, i32)], width: u32, colour: RGBColor) {
        self.push(Shape::Line { points: points.to_vec(), width, colour }, None);
    }

    /// A dot without meaning of its own (in a key).
    pub fn ring(&mut self, (x, y): (i32, i32), radius: u32, (fill, outline): (RGBColor, RGBColor)) {
        self.push(Shape::Dot { x, y, radius, fill, outline }, None);
    }

    /// A dot that is the mark of a datum.
    pub fn dot(&mut self, (x, y): (i32, i32), radius: u32, (fill, outline): (RGBColor, RGBColor), mark: Mark) {
        self.push(Shape::Dot { x, y, radius, fill, outline }, Some(mark));
    }

    /// One line of text; nothing where there is nothing to write.
    pub fn text(&mut self, x: i32, y: i32, text: &str, set: Type) {
        self.text_for(x, y, text, set, None);
    }

    /// One line of text, with the full text where this is only its beginning.
    pub fn text_for(&mut self, x: i32, y: i32, text: &str, set: Type, full_text: Option<&str>) {
        let text = clean(text);
        if text.is_empty() {
            return;
        }
        self.push(Shape::Text { x, y, text, set }, None);
        if let Some(last) = self.elements.last_mut() {
            last.full_text = full_text.map(clean);
        }
    }
}
