//! Words of a line, counted many bytes at a time.

/// Bytes looked at together.
const PIECE: usize = 64;

/// What a byte is to words: white space, which ends them; a sign, which neither begins nor ends one; a letter, a digit, a part of one beyond ASCII.
const SPACE: u8 = 0;
const SIGN: u8 = 1;
const LETTER: u8 = 2;

fn kind(byte: u8) -> u8 {
    let space = (byte == b' ') | (byte.wrapping_sub(b'\t') < 5) & (byte != 0x0b);
    let letter = ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'0') < 10) | (byte >= 0x80);
    SIGN + u8::from(letter) - u8::from(space)
}

/// Stretches between spaces with a letter or a digit, `most` at most: whoever asks wants to know whether there are many.
pub fn count(line: &str, most: usize) -> usize {
    let mut words = 0;
    // Those of the two bytes before the piece stand at its head.
    let mut kinds = [SPACE; PIECE + 2];
    for piece in line.as_bytes().chunks(PIECE) {
        // Loops of fixed length without branches, which words would not let anybody foresee.
        let mut bytes = [b' '; PIECE];
        bytes[..piece.len()].copy_from_slice(piece);
        for (slot, byte) in kinds[2..].iter_mut().zip(bytes) {
            *slot = kind(byte);
        }
        let (mut begun, mut doubtful) = (0_u8, 0_u8);
        for at in 0..PIECE {
            let (second, first, here) = (kinds[at], kinds[at + 1], kinds[at + 2]);
            let signed = u8::from(first == SIGN) & u8::from(second == SPACE);
            begun += u8::from(here == LETTER) & (u8::from(first == SPACE) | signed);
            doubtful |= u8::from(here == SIGN) & signed;
        }
        if doubtful > 0 {
            // A word that begins with two signs, or none.
            return one_by_one(line, most);
        }
        words += usize::from(begun);
        if words >= most {
            return most;
        }
        kinds.copy_within(PIECE.., 0);
    }
    words
}

fn one_by_one(line: &str, most: usize) -> usize {
    let is_word = |part: &&[u8]| part.iter().any(|byte| kind(*byte) == LETTER);
    line.as_bytes().split(|byte| kind(*byte) == SPACE).filter(is_word).take(most).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_byte_is_of_its_kind() {
        for byte in 0..=u8::MAX {
            let wanted = match byte {
                _ if byte.is_ascii_whitespace() => SPACE,
                _ if byte.is_ascii_alphanumeric() || !byte.is_ascii() => LETTER,
                _ => SIGN,
            };
            assert_eq!(kind(byte), wanted, "{byte}");
        }
    }

    proptest! {
        #[test]
        fn words_are_as_many_as_a_plain_look_finds(line in "([a-z]{0,9}[ .(é\u{a0}\t!«]{0,3}){0,80}", most in 0..90_usize) {
            prop_assert_eq!(count(&line, most), one_by_one(&line, most));
        }
    }
}
