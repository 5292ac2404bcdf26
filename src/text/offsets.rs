//! From bytes, which the program uses inside, to Unicode code points, which every output uses.

use crate::span::Span;

/// Converts byte offsets of one text to code-point offsets in O(log n).
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points before each block of `BLOCK` bytes; empty for an ASCII text.
    before: Vec<u32>,
}

const BLOCK: usize = 64;

impl<'t> CodePoints<'t> {
    pub fn new(text: &'t str) -> Self {
        let mut before = Vec::new();
        if !text.is_ascii() {
            let (whole, _) = text.as_bytes().as_chunks::<BLOCK>();
            before.reserve(whole.len() + 1);
            let mut count = 0;
            for block in whole {
                before.push(count);
                count += characters(block);
            }
            before.push(count);
        }
        Self { text, before }
    }

    /// The number of code points before byte `offset`, which lies on a character boundary.
    pub fn at(&self, offset: usize) -> usize {
        if self.before.is_empty() {
            return offset;
        }
        let block = offset / BLOCK;
        (self.before[block] + characters(&self.text.as_bytes()[block * BLOCK..offset])) as usize
    }

    /// Where spans begin and end that follow each other with little between.
    pub fn of_all(&self, spans: impl Iterator<Item = Span>) -> impl Iterator<Item = (usize, usize)> {
        let (mut end, mut points) = (0, 0);
        spans.map(move |span| {
            let gap = self.text.as_bytes().get(end..span.start).filter(|gap| gap.len() < BLOCK);
            let start = gap.map_or_else(|| self.at(span.start), |gap| points + characters(gap) as usize);
            (end, points) = (span.end, self.at(span.end));
            (start, points)
        })
    }

    /// The number of code points of the whole text.
    pub fn len(&self) -> usize {
        self.at(self.text.len())
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// How many characters begin among these bytes, a block of them at most, so that one byte can count them.
fn characters(bytes: &[u8]) -> u32 {
    u32::from(bytes.iter().map(|byte| u8::from((*byte as i8) >= -64)).sum::<u8>())
}

/// Cuts a text by code points, as records give them.
pub struct Slicer<'t> {
    text: &'t str,
    /// The byte at which each code point begins; empty for an ASCII text.
    bytes: Vec<u32>,
}

impl<'t> Slicer<'t> {
    pub fn new(text: &'t str) -> Self {
        let bytes = if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(at, _)| at as u32).collect() };
        Self { text, bytes }
    }

    /// The text from one code point to another; offsets past the end stand for the end.
    pub fn slice(&self, start: usize, end: usize) -> &'t str {
        let start = self.byte(start);
        &self.text[start..self.byte(end).max(start)]
    }

    /// The byte at which a code point begins; the end for one past it.
    pub fn byte(&self, point: usize) -> usize {
        if self.bytes.is_empty() { point.min(self.text.len()) } else { self.bytes.get(point).map_or(self.text.len(), |b| *b as usize) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn code_points_are_characters(text in "[a-zéœ€😀 ]{0,300}") {
            let points = CodePoints::new(&text);
            for (count, (at, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.at(at), count);
            }
            prop_assert_eq!(points.len(), text.chars().count());
            let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(5).collect();
            let spans: Vec<Span> = ends.chunks_exact(2).map(|ends| Span::new(ends[0], ends[1])).collect();
            let each = spans.iter().map(|span| (points.at(span.start), points.at(span.end)));
            prop_assert!(points.of_all(spans.iter().copied()).eq(each));
        }
    }
}
