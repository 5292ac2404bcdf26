//! Words of a line, counted many bytes at a time where there are many.

/// Bytes looked at together.
const PIECE: usize = 64;

/// By byte, whether a word begins with it at the latest (bit 0), and goes on over it (bit 1): no white space, which ends words; a letter, a digit, a
/// part of one beyond ASCII, without which there is none.
const PARTS: [u8; 256] = {
    let mut parts = [0b11; 256];
    let mut byte = 0;
    while byte < 128 {
        let c = byte as u8;
        if c.is_ascii_whitespace() {
            parts[byte] = 0;
        } else if !c.is_ascii_alphanumeric() {
            parts[byte] = 0b10;
        }
        byte += 1;
    }
    parts
};

/// Stretches between spaces with a letter or a digit, `most` at most: whoever asks wants to know whether there are many.
pub fn count(line: &str, most: usize) -> usize {
    let bytes = line.as_bytes();
    if has_many(bytes, most) {
        return most;
    }
    let (mut words, mut inside) = (0, 0);
    // Without branches, which words would not let anybody foresee.
    for byte in bytes {
        let part = PARTS[usize::from(*byte)];
        let now = inside & part >> 1 | part & 1;
        words += usize::from(now & !inside);
        inside = now;
    }
    words.min(most)
}

/// True where letters stand right behind so many spaces.
fn has_many(bytes: &[u8], many: usize) -> bool {
    let (before, _) = bytes.as_chunks::<PIECE>();
    let (here, _) = bytes.get(1..).unwrap_or_default().as_chunks::<PIECE>();
    let mut words = 0;
    before.iter().zip(here).any(|(before, here)| {
        let mut begun = 0_u8;
        for (before, here) in before.iter().zip(here) {
            let letter = ((here | 0x20).wrapping_sub(b'a') < 26) | (*here >= 0x80);
            begun += u8::from((*before == b' ') & letter);
        }
        words += usize::from(begun);
        words >= many
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_as_many_as_a_plain_look_finds(line in "([a-z]{0,9}[ .(é\u{a0}\t!«3]{0,3}){0,80}", most in 1..90_usize) {
            let is_word = |part: &&[u8]| part.iter().any(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
            let words = line.as_bytes().split(u8::is_ascii_whitespace).filter(is_word).count();
            prop_assert_eq!(count(&line, most), words.min(most));
        }
    }
}
