//! Where a run of letters ends, eight bytes at a look: what a word ends at comes too irregularly for a look at each byte to be foreseen.

const EIGHT: usize = 8;

/// Where the letters and digits of ASCII, and letters with the accents of French ('À' to 'ÿ'), end that stand from `start` on.
#[inline]
pub fn end(text: &[u8], start: usize) -> usize {
    let mut at = start;
    loop {
        let others = others(u64::from_le_bytes(window(text, at)));
        if others != 0 {
            at += others.trailing_zeros() as usize / EIGHT;
            break;
        }
        at += EIGHT;
    }
    // A first byte whose second is none of a letter.
    at - usize::from(at > start && text[at - 1] == LEAD)
}

/// Eight bytes; behind the end zeros, which are no letters.
#[inline]
fn window(text: &[u8], at: usize) -> [u8; EIGHT] {
    text.get(at..at + EIGHT).and_then(|window| window.try_into().ok()).unwrap_or_else(|| {
        let mut window = [0; EIGHT];
        window.iter_mut().zip(&text[at..]).for_each(|(to, from)| *to = *from);
        window
    })
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
                let text = format!("{before}{c}{}{c} fin", characters[(at * 7) % characters.len()]);
                assert_eq!(end(text.as_bytes(), 0), plainly(&text), "{text:?}");
                let short = format!("{before}{c}");
                assert_eq!(end(short.as_bytes(), 0), plainly(&short), "{short:?}");
            }
        }
    }
}
