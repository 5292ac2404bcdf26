//! From bytes, which the program uses inside, to Unicode code points, which every output uses.

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
            before.reserve(text.len() / BLOCK + 1);
            let mut count = 0;
            for block in text.as_bytes().chunks(BLOCK) {
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

    /// The number of code points of the whole text.
    pub fn len(&self) -> usize {
        self.at(self.text.len())
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// How many characters begin among these bytes, a block of them at most.
fn characters(bytes: &[u8]) -> u32 {
    const EIGHT: usize = 8;
    const ONES: u64 = u64::from_le_bytes([1; EIGHT]);
    // Those that go on a character begin with the bits 10; a byte can count them.
    let going_on = |bytes: u64| bytes >> 7 & !(bytes >> 6) & ONES;
    let (whole, rest) = bytes.as_chunks::<EIGHT>();
    let sums = whole.iter().map(|eight| going_on(u64::from_le_bytes(*eight))).sum::<u64>();
    let last = match bytes.last_chunk() {
        Some(eight) => u64::from_le_bytes(*eight).checked_shr(8 * (EIGHT - rest.len()) as u32).unwrap_or(0),
        None => rest.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)),
    };
    bytes.len() as u32 - ((sums + going_on(last)).wrapping_mul(ONES) >> 56) as u32
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
        }
    }
}
