//! Sorted strings embedded as one block of bytes, addressed by their rank.

/// Layout: a count, the end offset of each string (`u32`, little-endian), the strings themselves.
pub struct StringTable {
    ends: &'static [u8],
    text: &'static str,
}

const WORD: usize = 4;

impl StringTable {
    /// `None` if the bytes do not have the expected layout.
    pub fn new(bytes: &'static [u8]) -> Option<StringTable> {
        let count = usize::try_from(u32_at(bytes, 0)?).ok()?;
        let (ends, text) = bytes.get(WORD..)?.split_at_checked(count.checked_mul(WORD)?)?;
        let text = std::str::from_utf8(text).ok()?;
        Some(StringTable { ends, text })
    }

    pub fn len(&self) -> usize {
        self.ends.len() / WORD
    }

    pub fn get(&self, rank: usize) -> Option<&'static str> {
        let start = match rank.checked_sub(1) {
            Some(previous) => u32_at(self.ends, previous)?,
            None => 0,
        };
        let range = usize::try_from(start).ok()?..usize::try_from(u32_at(self.ends, rank)?).ok()?;
        self.text.get(range)
    }
}

/// The `index`-th little-endian `u32` of a block.
fn u32_at(bytes: &[u8], index: usize) -> Option<u32> {
    let at = index.checked_mul(WORD)?;
    let word = bytes.get(at..at.checked_add(WORD)?)?;
    Some(u32::from_le_bytes(word.try_into().ok()?))
}
