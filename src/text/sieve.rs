//! Tells of most strings at a look that they are not among many: one bit for each, at a place that its hash names (Bloom 1970, with one hash).
//! Shared with `build.rs`: standard library only.

use super::slots::hash;

/// Bits for each string, at least: one in sixteen of other strings passes.
const ROOM: usize = 16;

/// The bits of these strings.
pub fn lay_out<'t>(texts: impl ExactSizeIterator<Item = &'t str>) -> Vec<u8> {
    let mut bits = vec![0; (texts.len() * ROOM / 8).next_power_of_two()];
    for text in texts {
        let (byte, bit) = place(&bits, text.bytes());
        bits[byte] |= bit;
    }
    bits
}

/// False where the string of these bytes is not among them.
pub fn may_have(bits: &[u8], text: impl Iterator<Item = u8>) -> bool {
    let (byte, bit) = place(bits, text);
    bits.get(byte).is_some_and(|bits| bits & bit != 0)
}

fn place(bits: &[u8], text: impl Iterator<Item = u8>) -> (usize, u8) {
    let hash = hash(text) % (bits.len() * 8).max(1);
    (hash / 8, 1 << (hash % 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_passes_and_most_else_does_not() {
        let words: Vec<String> = (0..5000).map(|number| format!("mot{number}")).collect();
        let bits = lay_out(words.iter().map(String::as_str));
        assert!(words.iter().all(|word| may_have(&bits, word.bytes())));
        let others = (0..5000).filter(|number| may_have(&bits, format!("autre{number}").bytes())).count();
        assert!(others < 5000 / 10, "{others} of 5000 others pass");
    }
}
