//! What stands beside a passage, on one line and as wide as a terminal shows it.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// White space as single spaces, without what would move the cursor of a terminal.
pub fn one_line(text: &str) -> String {
    collapsed(text.chars(), usize::MAX).into_iter().collect()
}

/// The columns that a text takes in a terminal.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The beginning of what comes after a passage, this many columns at most.
pub fn after(text: &str, columns: usize) -> String {
    collapsed(text.chars(), columns).into_iter().collect()
}

/// The end of what comes before a passage, this many columns at most.
pub fn before(text: &str, columns: usize) -> String {
    // Read backwards a combining mark comes before its letter; one whose letter found no room goes with it.
    let mut kept = collapsed(text.chars().rev(), columns);
    while kept.last().is_some_and(|c| c.width() == Some(0)) {
        kept.pop();
    }
    kept.into_iter().rev().collect()
}

/// Cut to this many columns, `…` in place of what is missing.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns { text.to_owned() } else { format!("{}…", after(text, columns.saturating_sub(1))) }
}

/// Filled with spaces on the left.
pub fn right_aligned(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// Filled with spaces on the right.
pub fn left_aligned(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

fn collapsed(text: impl Iterator<Item = char>, columns: usize) -> Vec<char> {
    let (mut kept, mut taken): (Vec<char>, usize) = (Vec::new(), 0);
    for c in text {
        let c = if c.is_whitespace() || c.is_control() { ' ' } else { c };
        if c == ' ' && kept.last() == Some(&' ') {
            continue;
        }
        taken += c.width().unwrap_or(0);
        if taken > columns {
            break;
        }
        kept.push(c);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contexts_are_as_wide_as_asked() {
        assert_eq!(after("  a\n\tb  c", 5), " a b ");
        assert_eq!(before("un deux  trois ", 7), " trois ");
        // Ideographs take two columns, combining marks none.
        assert_eq!(after("漢字x", 3), "漢");
        assert_eq!(before("x漢字", 4), "漢字");
        assert_eq!(before("e\u{301}t", 1), "t");
        assert_eq!(before("e\u{301}t", 2), "e\u{301}t");
        assert_eq!(after("e\u{301}t", 1), "e\u{301}");
        assert_eq!(right_aligned("é漢", 5), "  é漢");
        assert_eq!(cut("abcdef", 4), "abc…");
    }
}
