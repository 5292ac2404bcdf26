//! Where runs of letters end: of each byte of a block one bit tells, since what a word ends at comes too irregularly for a look at each byte to be
//! foreseen.

/// Bytes that one look tells of.
const EIGHT: usize = 8;
/// Bytes whose bits are kept, those of one line from the multiple of it on.
const BLOCK: usize = 64;

/// The letters of a text: letters and digits of ASCII, and letters with the accents of French ('À' to 'ÿ').
pub struct Letters<'t> {
    text: &'t [u8],
    /// The block that was looked at last, and where in it no letters stand, by byte.
    block: usize,
    others: u64,
}

impl<'t> Letters<'t> {
    pub fn of(text: &'t str) -> Self {
        Self { text: text.as_bytes(), block: usize::MAX, others: 0 }
    }

    /// Where the letters end that stand from `start` on.
    #[inline]
    pub fn end(&mut self, start: usize) -> usize {
        let mut at = start;
        loop {
            let block = at / BLOCK;
            if block != self.block {
                (self.block, self.others) = (block, others_of(self.text, block * BLOCK));
            }
            let others = self.others >> (at % BLOCK);
            if others != 0 {
                at += others.trailing_zeros() as usize;
                break;
            }
            at = (block + 1) * BLOCK;
        }
        // A first byte whose second is none of a letter.
        at - usize::from(at > start && self.text[at - 1] == LEAD)
    }
}

/// Where in the block that begins at `at` no letters stand; there are none behind the end.
fn others_of(text: &[u8], at: usize) -> u64 {
    let mut block = [0; BLOCK];
    let block = match text.get(at..at + BLOCK) {
        Some(whole) => whole,
        None => {
            let rest = text.get(at..).unwrap_or_default();
            block[..rest.len()].copy_from_slice(rest);
            &block
        }
    };
    let eights = block.as_chunks::<EIGHT>().0;
    eights.iter().rev().fold(0, |all, eight| all << EIGHT | gathered(others(u64::from_le_bytes(*eight))))
}

/// The high bits of eight bytes, side by side.
fn gathered(high: u64) -> u64 {
    const SIDE_BY_SIDE: u64 = 0x0102_0408_1020_4080;
    (high >> 7).wrapping_mul(SIDE_BY_SIDE) >> (u64::BITS as usize - EIGHT)
}

/// The first byte of 'À' to 'ÿ'.
const LEAD: u8 = 0xc3;

/// The same byte in all places.
const fn all(byte: u8) -> u64 {
    u64::from_le_bytes([byte; EIGHT])
}

const HIGH: u64 = all(0x80);

/// The high bit of each byte that is no part of such a letter; of the bytes beyond ASCII, [`LEAD`] and all second bytes but those of '×' and '÷' are.
fn others(bytes: u64) -> u64 {
    let low = bytes & !HIGH;
    // Sums of seven bits carry into the eighth and no farther.
    let within = |bytes: u64, first: u8, last: u8| (bytes + all(0x80 - first)) & !(bytes + all(0x7f - last));
    let ascii = (within(low | all(0x20), b'a', b'z') | within(low, b'0', b'9')) & !bytes;
    if bytes & HIGH == 0 {
        return !ascii & HIGH;
    }
    let is = |bytes: u64, byte: u8| {
        let differ = bytes ^ all(byte);
        !(((differ & !HIGH) + all(0x7f)) | differ)
    };
    let second = bytes & !(bytes << 1) & !is(bytes | all(0x20), 0xb7);
    !(ascii | second | is(bytes, LEAD)) & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same by looking at each character.
    fn plainly(text: &str) -> usize {
        let is_letter = |c: &char| c.is_ascii_alphanumeric() || ('À'..='ÿ').contains(c) && !matches!(c, '×' | '÷');
        text.chars().take_while(is_letter).map(char::len_utf8).sum()
    }

    #[test]
    fn letters_are_those_that_a_plain_look_finds() {
        let characters: Vec<char> = (1..0x250).chain(0x2000..0x2030).filter_map(char::from_u32).collect();
        for (at, c) in characters.iter().enumerate() {
            for before in ["", "a", "été", "Motaufn", "Motdehui", "élèves-là"] {
                // Wherever in a block they stand.
                for shift in ["", "des trains ", "Ça y est : ils étaient là, au bord de la rivière, et chantaient "] {
                    for text in
                        [format!("{shift}{before}{c}{}{c} fin", characters[(at * 7) % characters.len()]), format!("{shift}{before}{c}")]
                    {
                        let start = shift.len();
                        assert_eq!(Letters::of(&text).end(start), start + plainly(&text[start..]), "{text:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_run_may_be_longer_than_a_block() {
        for length in 0..200 {
            let text = ["a".repeat(length), "é".repeat(length % 3), " ".into()].concat();
            let mut letters = Letters::of(&text);
            for start in (0..length).rev() {
                assert_eq!(letters.end(start), text.len() - 1, "{text:?} from {start}");
            }
        }
    }
}
