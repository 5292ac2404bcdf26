//! Widths of text in the embedded font, and what follows from them: wrapping and shortening.

use unicode_normalization::UnicodeNormalization;

use super::font::{self, Weight};

/// plotters scales a font by its height, SVG by its em: Noto Sans is 1.362 em high.
const HEIGHT_PER_EM: f64 = 1.362;
/// Widths are read at this size, since plotters rounds them to whole pixels.
const MEASURED_AT: f64 = 1000.0;
/// Room left for kerning and rounding.
const SLACK: f64 = 1.01;

/// Lines of a wrapped text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrapped {
    pub lines: Vec<String>,
    /// The text did not fit and ends in `…`.
    pub cut: bool,
}

/// Width of one line, in pixels.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let font = font::plotters_font(MEASURED_AT * HEIGHT_PER_EM, weight);
    let per_em = match font.layout_box(text) {
        Ok((_, (right, _))) => f64::from(right) / MEASURED_AT,
        Err(_) => 0.65 * text.chars().count() as f64,
    };
    per_em * size * SLACK
}

/// Width in whole pixels, rounded up.
pub fn pixels(text: &str, size: f64, weight: Weight) -> i32 {
    width(text, size, weight).ceil() as i32
}

/// Text as a chart can hold it: NFC, one line, no control characters.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        let forbidden = c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}' | ' ');
        if !forbidden {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    out
}

/// Breaks at spaces (not at no-break spaces) into at most `max_lines` lines, the last one
/// shortened with `…` where the text is longer.
pub fn wrap(text: &str, size: f64, weight: Weight, max: f64, max_lines: usize) -> Wrapped {
    let text = clean(text);
    let mut lines = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        if lines.len() + 1 >= max_lines {
            let last = shorten(rest, size, weight, max);
            let cut = last != rest;
            lines.push(last);
            return Wrapped { lines, cut };
        }
        let end = line_end(rest, size, weight, max);
        lines.push(rest[..end].trim_end_matches(' ').to_owned());
        rest = rest[end..].trim_start_matches(' ');
    }
    Wrapped { lines, cut: false }
}

/// The text, or as much of it as fits followed by `…`.
pub fn shorten(text: &str, size: f64, weight: Weight, max: f64) -> String {
    if width(text, size, weight) <= max {
        return text.to_owned();
    }
    let room = max - width("…", size, weight);
    let kept = &text[..fitting(text, size, weight, room)];
    format!("{}…", kept.trim_end_matches([' ', '\u{a0}', '\u{202f}', ',', '(', '«']))
}

/// Where the first line of `text` ends: after the last word that fits, else inside the first one.
fn line_end(text: &str, size: f64, weight: Weight, max: f64) -> usize {
    let spaces = text.match_indices(' ').map(|(i, _)| i);
    let mut end = None;
    for stop in spaces.chain([text.len()]) {
        if width(&text[..stop], size, weight) > max {
            break;
        }
        end = Some(stop);
    }
    end.unwrap_or_else(|| {
        let first = text.chars().next().map_or(0, char::len_utf8);
        fitting(text, size, weight, max).max(first)
    })
}

/// Length in bytes of the longest beginning that fits.
fn fitting(text: &str, size: f64, weight: Weight, max: f64) -> usize {
    let ends: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
    let fits = ends.partition_point(|&end| width(&text[..end], size, weight) <= max);
    match fits {
        0 => 0,
        n => ends[n - 1],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_and_shortens() {
        let wrapped = wrap("Le Courrier de Valbrune", 14.0, Weight::Regular, 90.0, 2);
        assert_eq!(wrapped.lines, ["Le Courrier", "de Valbrune"]);
        assert!(!wrapped.cut);
        let wrapped = wrap(&"mot ".repeat(40), 14.0, Weight::Regular, 90.0, 2);
        assert_eq!(wrapped.lines.len(), 2);
        assert!(wrapped.cut && wrapped.lines[1].ends_with('…'));
        for line in &wrapped.lines {
            assert!(width(line, 14.0, Weight::Regular) <= 90.0);
        }
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken() {
        let wrapped = wrap("anticonstitutionnellement", 14.0, Weight::Bold, 60.0, 9);
        assert_eq!(wrapped.lines.concat(), "anticonstitutionnellement");
        assert!(wrap("x", 14.0, Weight::Bold, -5.0, 2).lines.len() == 1);
    }

    #[test]
    fn cleaning_keeps_accents_and_no_break_spaces() {
        assert_eq!(clean(" E\u{301}te\u{301} \n\t à\u{a0}% \u{1} "), "Été à\u{a0}%");
        assert_eq!(clean(""), "");
    }
}
