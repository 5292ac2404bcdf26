//! A passage as numbered lines, the same on every screen and printer: a class says « texte B, ligne 4 ».

use crate::charts::font::Weight;
use crate::charts::text_width::width;
use crate::text::offsets::Slicer;

/// Width of a line, in pixels, and size of its letters: what an A4 sheet holds beside the numbers.
const WIDTH: f64 = 610.0;
pub const SIZE: f64 = 15.5;

/// A line of a passage, in code points of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub start: usize,
    pub end: usize,
}

/// Breaks a stretch of text at spaces, and where the article begins a new line.
pub fn lines(slicer: &Slicer, start: usize, end: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line: Option<Line> = None;
    for (word, follows_break) in words(slicer.slice(start, end), start) {
        line = Some(match line {
            None => word,
            Some(open) if follows_break || width(slicer.slice(open.start, word.end), SIZE, Weight::Regular) > WIDTH => {
                lines.push(open);
                word
            }
            Some(open) => Line { end: word.end, ..open },
        });
    }
    lines.extend(line);
    lines
}

/// The words between spaces where a line may end, and whether a line break stands before.
fn words(text: &str, start: usize) -> Vec<(Line, bool)> {
    let mut words = Vec::new();
    let mut open: Option<usize> = None;
    let mut broken = false;
    let mut at = start;
    for c in text.chars() {
        // A no-break space keeps « and its word together.
        let parts = c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
        match (parts, open) {
            (true, Some(first)) => {
                words.push((Line { start: first, end: at }, broken));
                (open, broken) = (None, is_break(c));
            }
            (true, None) => broken |= is_break(c),
            (false, None) => open = Some(at),
            (false, Some(_)) => {}
        }
        at += 1;
    }
    if let Some(first) = open {
        words.push((Line { start: first, end: at }, broken));
    }
    words
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str) -> Vec<String> {
        let slicer = Slicer::new(text);
        lines(&slicer, 0, text.chars().count()).into_iter().map(|l| slicer.slice(l.start, l.end).to_owned()).collect()
    }

    #[test]
    fn nothing_is_lost_and_no_line_is_too_wide() {
        let text = "«\u{a0}Élan\u{a0}» : la ville a changé de mains. ".repeat(12);
        let lines = broken(&text);
        assert!(lines.len() > 3);
        assert_eq!(lines.join(" "), text.trim());
        assert!(lines.iter().all(|line| width(line, SIZE, Weight::Regular) <= WIDTH));
    }

    #[test]
    fn a_paragraph_begins_a_line() {
        assert_eq!(broken("Un mot.\n\nUn autre."), ["Un mot.", "Un autre."]);
        assert!(broken("  \n ").is_empty());
    }
}
