//! From SVG to PNG, with the embedded font: the same picture on every machine.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::font;

/// No side of a picture is longer, in pixels.
const LONGEST_SIDE: f32 = 16_000.0;
/// No picture has more pixels.
const MOST_PIXELS: f32 = 120_000_000.0;

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    #[error("this is not a readable SVG: {0}")]
    Svg(#[from] resvg::usvg::Error),
    #[error("no memory for a picture of {width} × {height} pixels")]
    Size { width: u32, height: u32 },
    #[error("the picture could not be encoded: {0}")]
    Encoding(String),
}

/// Renders a chart on white; `scale` 1 gives 800 pixels of width, 3 is enough for print.
///
/// A scale that is not a positive number counts as 1, and one that asks for an enormous picture is
/// lowered.
pub fn render(svg: &str, scale: f32) -> Result<Vec<u8>, PngError> {
    let options = Options { font_family: font::FAMILY.to_owned(), fontdb: font::database(), ..Options::default() };
    let tree = Tree::from_str(svg, &options)?;
    let size = tree.size();
    let asked = if scale.is_finite() && scale > 0.0 { scale } else { 1.0 };
    let scale =
        asked.min(LONGEST_SIDE / size.width()).min(LONGEST_SIDE / size.height()).min((MOST_PIXELS / size.width() / size.height()).sqrt());
    let width = ((size.width() * scale).round() as u32).max(1);
    let height = ((size.height() * scale).round() as u32).max(1);
    let mut pixmap = Pixmap::new(width, height).ok_or(PngError::Size { width, height })?;
    pixmap.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| PngError::Encoding(error.to_string()))
}
