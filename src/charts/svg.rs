//! From the drawing list to SVG: plotters draws, then what it cannot say is added.
//!
//! plotters writes one element per shape, in order; each is taken up again to give it its texture,
//! its outline, its exact type size, its meaning (`class="mark"`, `data-row`, `data-column`) and
//! its words. The root gets a scalable size and an alternative text.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use plotters::backend::SVGBackend;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontTransform, RGBColor, TextStyle};

use super::canvas::{Anchor, Canvas, Element, Shape, Type, WIDTH};
use super::font::{FAMILY_LIST, plotters_font};
use super::palette::{Ink, Texture};
use super::text_width::clean;
use crate::lang::Lang;

/// plotters divides a nominal size by this before it writes `font-size`.
const SIZE_RATIO: f64 = 1.24;

type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;
type Drawn<E> = Result<(), DrawingAreaErrorKind<E>>;

/// Writes a chart with its alternative text: `title` names it, `description` tells its numbers.
pub fn write(canvas: &Canvas, title: &str, description: &str, lang: Lang) -> String {
    let height = canvas.height.max(1);
    let mut drawn = String::new();
    {
        let size = (WIDTH.unsigned_abs(), height.unsigned_abs());
        let area = SVGBackend::with_string(&mut drawn, size).into_drawing_area();
        for element in &canvas.elements {
            // Drawing into a string cannot fail.
            let _ = draw(&area, &element.shape);
        }
        let _ = area.present();
    }
    let digest = digest(&[&drawn, title, description]);
    let mut out = String::with_capacity(2 * drawn.len());
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\" viewBox=\"0 0 {WIDTH} {height}\" \
         role=\"img\" lang=\"{}\" aria-labelledby=\"t{digest} d{digest}\" font-family=\"{FAMILY_LIST}\">\n\
         <title id=\"t{digest}\">{}</title>\n<desc id=\"d{digest}\">{}</desc>",
        lang.pick("fr", "en"),
        escape(&clean(title)),
        escape(&clean(description)),
    );
    write_patterns(&mut out, canvas, &digest);
    let _ = writeln!(out, "<rect class=\"ground\" width=\"{WIDTH}\" height=\"{height}\" fill=\"#FFFFFF\"/>");
    let mut lines = drawn.lines().skip(1);
    for element in &canvas.elements {
        write_element(&mut out, element, &mut lines, &digest);
    }
    out.push_str("</svg>\n");
    out
}

/// The same SVG with the font inside, for a file that is opened on its own.
pub fn with_font(svg: &str) -> String {
    match svg.find("<desc ") {
        Some(place) => format!("{}<style>\n{}</style>\n{}", &svg[..place], super::font::css(), &svg[place..]),
        None => svg.to_owned(),
    }
}

fn draw(area: &Area, shape: &Shape) -> Drawn<std::io::Error> {
    match shape {
        Shape::Rect { x, y, width, height, ink, .. } => area.draw(&Rectangle::new([(*x, *y), (x + width, y + height)], ink.fill.filled())),
        Shape::Line { points, width, colour } => area.draw(&PathElement::new(points.clone(), colour.stroke_width(*width))),
        Shape::Dot { x, y, radius, fill, .. } => area.draw(&Circle::new((*x, *y), *radius, fill.filled())),
        Shape::Text { x, y, text, set } => area.draw(&Text::new(text.as_str(), (*x, *y), text_style(set))),
    }
}

fn text_style(set: &Type) -> TextStyle<'static> {
    let anchor = match set.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let mut font = plotters_font(set.size * SIZE_RATIO, set.weight);
    if set.upright {
        font = font.transform(FontTransform::Rotate270);
    }
    font.color(&set.colour).pos(Pos::new(anchor, VPos::Bottom))
}

/// Takes up the lines that plotters wrote for this element.
fn write_element<'a>(out: &mut String, element: &Element, lines: &mut impl Iterator<Item = &'a str>, digest: &str) {
    let tag = lines.next().unwrap_or_default().replace(" opacity=\"1\"", "");
    let tag = match &element.shape {
        Shape::Text { set, .. } => {
            let content = lines.next().unwrap_or_default();
            let _closing = lines.next();
            write_text(out, &tag, content, set, element.full_text.as_deref());
            return;
        }
        Shape::Rect { outline: Some(colour), .. } | Shape::Dot { outline: colour, .. } => {
            tag.replace(" stroke-width=\"1\"", "").replace("stroke=\"none\"", &format!("stroke=\"{}\"", hex(*colour)))
        }
        Shape::Rect { outline: None, .. } => tag.replace(" stroke=\"none\"", ""),
        Shape::Line { .. } => tag,
    };
    if let Some(mark) = &element.mark {
        let _ = writeln!(
            out,
            "<g class=\"mark\" data-row=\"{}\" data-column=\"{}\"><title>{}</title>",
            mark.row,
            mark.column,
            escape(&clean(&mark.words))
        );
    }
    out.push_str(&tag);
    out.push('\n');
    if let Shape::Rect { ink, .. } = &element.shape
        && ink.texture.is_some()
    {
        let fill = format!("fill=\"{}\"", hex(ink.fill));
        let over = format!("fill=\"url(#{})\"", pattern_id(ink, digest));
        let _ = writeln!(out, "{}", tag.replace(&fill, &over));
    }
    if element.mark.is_some() {
        out.push_str("</g>\n");
    }
}

fn write_text(out: &mut String, tag: &str, content: &str, set: &Type, full_text: Option<&str>) {
    let mut rest = tag.replace(" dy=\"-0.5ex\"", "");
    for (name, value) in [("font-family", None), ("font-size", Some(set.size))] {
        let value = value.map(|size| format!(" {name}=\"{size}\""));
        rest = replace_attribute(&rest, name, &value.unwrap_or_default());
    }
    if let Some(colour) = set.halo {
        let halo = format!("<text stroke=\"{}\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\" ", hex(colour));
        rest = rest.replacen("<text ", &halo, 1);
    }
    match full_text {
        Some(full) => {
            out.push_str(&rest);
            let _ = write!(out, "<title>{}</title>", escape(full));
        }
        // Lets the pointer reach the mark below the label.
        None => out.push_str(&rest.replacen("<text ", "<text pointer-events=\"none\" ", 1)),
    }
    out.push_str(content);
    out.push_str("</text>\n");
}

/// Puts `by` (an attribute with a space before it, or nothing) in the place of an attribute.
fn replace_attribute(tag: &str, name: &str, by: &str) -> String {
    let opening = format!(" {name}=\"");
    let Some(start) = tag.find(&opening) else {
        return tag.to_owned();
    };
    let value = start + opening.len();
    match tag[value..].find('"') {
        Some(length) => format!("{}{by}{}", &tag[..start], &tag[value + length + 1..]),
        None => tag.to_owned(),
    }
}

fn write_patterns(out: &mut String, canvas: &Canvas, digest: &str) {
    let mut written = BTreeSet::new();
    for element in &canvas.elements {
        let Shape::Rect { ink, .. } = &element.shape else {
            continue;
        };
        let Some((texture, line)) = ink.texture else {
            continue;
        };
        let id = pattern_id(ink, digest);
        if !written.insert(id.clone()) {
            continue;
        }
        let colour = hex(line);
        let (size, inside) = match texture {
            Texture::Dots => (7, format!("<circle cx=\"3\" cy=\"3\" r=\"1.3\" fill=\"{colour}\"/>")),
            Texture::Horizontal => (6, format!("<path d=\"M0 3H6\" stroke=\"{colour}\" stroke-width=\"1.3\"/>")),
            Texture::Diagonal => (8, format!("<path d=\"M-2 2L2 -2M0 8L8 0M6 10L10 6\" stroke=\"{colour}\" stroke-width=\"1.5\"/>")),
            Texture::BackDiagonal => (8, format!("<path d=\"M-2 6L2 10M0 0L8 8M6 -2L10 2\" stroke=\"{colour}\" stroke-width=\"1.5\"/>")),
        };
        let _ = writeln!(
            out,
            "<defs><pattern id=\"{id}\" width=\"{size}\" height=\"{size}\" patternUnits=\"userSpaceOnUse\">{inside}</pattern></defs>"
        );
    }
}

fn pattern_id(ink: &Ink, digest: &str) -> String {
    format!("p{digest}-{}", &hex(ink.fill)[1..])
}

fn hex(RGBColor(r, g, b): RGBColor) -> String {
    format!("#{r:02X}{g:02X}{b:02X}")
}

/// Text for XML content and attributes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Short digest (FNV-1a) that keeps the identifiers of several charts on one page apart.
fn digest(parts: &[&str]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in parts.iter().flat_map(|part| part.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{:08x}", hash as u32)
}
