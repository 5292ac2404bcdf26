//! Colours: ten for poles, five steps for the heatmap, greys for the rest.
//!
//! The pole colours start from Okabe and Ito's, without their vermillion and green, which a reader
//! takes for a judgement. Dark and light alternate; all but the first four carry a texture, so that
//! any two of the ten differ in grey print by lightness or by texture (a test says so).

use plotters::style::RGBColor;

/// How a fill is hatched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Texture {
    Dots,
    Horizontal,
    Diagonal,
    BackDiagonal,
}

/// A fill, with the texture drawn over it where it has one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ink {
    pub fill: RGBColor,
    pub texture: Option<(Texture, RGBColor)>,
}

impl Ink {
    /// A fill without texture.
    pub const fn plain(fill: RGBColor) -> Self {
        Ink { fill, texture: None }
    }

    const fn textured(fill: RGBColor, texture: Texture, line: RGBColor) -> Self {
        Ink { fill, texture: Some((texture, line)) }
    }

    /// Black or white, whichever reads better on this ink (at least 4.5:1, textures included).
    pub fn text(&self) -> RGBColor {
        if contrast(self.fill, BLACK) >= contrast(self.fill, WHITE) { BLACK } else { WHITE }
    }
}

pub const BLACK: RGBColor = RGBColor(0, 0, 0);
pub const WHITE: RGBColor = RGBColor(255, 255, 255);
/// Titles and labels.
pub const TEXT: RGBColor = RGBColor(0x1A, 0x1A, 0x1A);
/// Secondary text; 7:1 on white.
pub const MUTED: RGBColor = RGBColor(0x55, 0x55, 0x55);
/// Guide lines.
pub const GUIDE: RGBColor = RGBColor(0xD9, 0xD9, 0xD9);
/// Axes and outlines of marks; 3:1 on white.
pub const LINE: RGBColor = RGBColor(0x80, 0x80, 0x80);
/// A heatmap cell that was not measured.
pub const MISSING: Ink = Ink::textured(RGBColor(0xF4, 0xF4, 0xF4), Texture::BackDiagonal, RGBColor(0xD0, 0xD0, 0xD0));

const POLES: [Ink; 10] = [
    Ink::plain(RGBColor(0x00, 0x72, 0xB2)),
    Ink::plain(RGBColor(0xE6, 0x9F, 0x00)),
    Ink::plain(RGBColor(0x4B, 0x2A, 0x78)),
    Ink::plain(RGBColor(0x9C, 0xD3, 0xF5)),
    Ink::textured(RGBColor(0x7A, 0x4A, 0x1E), Texture::Dots, RGBColor(0xA0, 0x67, 0x2F)),
    Ink::textured(RGBColor(0xF0, 0xE4, 0x42), Texture::Dots, RGBColor(0xB0, 0xA2, 0x10)),
    Ink::textured(RGBColor(0x26, 0x32, 0x3D), Texture::Horizontal, RGBColor(0x5E, 0x6E, 0x7C)),
    Ink::textured(RGBColor(0xD9, 0x8B, 0xB6), Texture::BackDiagonal, RGBColor(0xF2, 0xC9, 0xDF)),
    Ink::textured(RGBColor(0x60, 0x60, 0x60), Texture::Diagonal, RGBColor(0x30, 0x30, 0x30)),
    Ink::textured(RGBColor(0xD6, 0xD6, 0xD6), Texture::Diagonal, RGBColor(0xA8, 0xA8, 0xA8)),
];

/// Steps of the heatmap, from pale to dark (one hue).
pub const STEPS: [Ink; 5] = [
    Ink::plain(RGBColor(0xD6, 0xE6, 0xF4)),
    Ink::plain(RGBColor(0xA6, 0xCC, 0xE6)),
    Ink::plain(RGBColor(0x6B, 0xAE, 0xD6)),
    Ink::plain(RGBColor(0x21, 0x71, 0xB5)),
    Ink::plain(RGBColor(0x08, 0x30, 0x6B)),
];

/// Colour of the pole that stands at this place in alphabetical order; after ten they come round.
pub fn pole(index: usize) -> Ink {
    POLES[index % POLES.len()]
}

/// Contrast ratio of WCAG 2.2, from 1 to 21.
pub fn contrast(a: RGBColor, b: RGBColor) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance of WCAG 2.2, from 0 to 1: what is left of a colour in grey print.
pub fn luminance(RGBColor(r, g, b): RGBColor) -> f64 {
    let linear = |channel: u8| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lightness L* of CIELAB, from 0 to 100.
    fn lightness(colour: RGBColor) -> f64 {
        116.0 * luminance(colour).cbrt() - 16.0
    }

    #[test]
    fn text_reads_on_every_ink() {
        for ink in POLES.iter().chain(&STEPS) {
            assert!(contrast(ink.fill, ink.text()) >= 4.5, "{ink:?}");
            if let Some((_, line)) = ink.texture {
                assert!(contrast(line, ink.text()) >= 4.5, "{ink:?}");
            }
        }
        assert!(contrast(MUTED, WHITE) >= 4.5 && contrast(MUTED, MISSING.fill) >= 4.5);
        assert!(contrast(LINE, WHITE) >= 3.0);
    }

    #[test]
    fn poles_differ_in_grey() {
        for (i, a) in POLES.iter().enumerate() {
            for b in &POLES[..i] {
                let texture = |ink: &Ink| ink.texture.map(|(texture, _)| texture);
                let apart = (lightness(a.fill) - lightness(b.fill)).abs() >= 10.0;
                assert!(apart || texture(a) != texture(b), "{a:?} and {b:?}");
            }
        }
    }

    #[test]
    fn steps_darken() {
        for pair in STEPS.windows(2) {
            assert!(lightness(pair[0].fill) > lightness(pair[1].fill) + 8.0);
        }
    }

    #[test]
    fn no_red_and_no_green() {
        for RGBColor(r, g, b) in POLES.map(|ink| ink.fill) {
            let (r, g, b) = (i32::from(r), i32::from(g), i32::from(b));
            assert!(!(g > r + 30 && g > b + 30), "green: {r} {g} {b}");
            assert!(!(r > 170 && g < 100 && b < 100), "red: {r} {g} {b}");
        }
    }
}
