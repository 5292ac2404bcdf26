//! Fingerprints of runs of words.

use super::content::Word;

/// Words in a shingle.
pub const SHINGLE: usize = 5;
/// Of so many shingles in a row one is kept: two texts that share SHINGLE + WINDOW − 1 = 8 words in a row always share a fingerprint.
const WINDOW: usize = 4;

/// A number for each run of [`SHINGLE`] words (FNV-1a, 64 bits: the same on every machine).
pub fn shingles(words: &[Word]) -> Vec<u64> {
    words.windows(SHINGLE).map(|run| hash(run.iter().map(|w| &*w.plain))).collect()
}

fn hash<'w>(words: impl Iterator<Item = &'w str>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for word in words {
        for byte in word.bytes().chain([b' ']) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    // The low bits of FNV mix little; the smallest of a window should be anywhere.
    (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

/// The smallest shingle of every window (winnowing: Schleimer, Wilkerson & Aiken, SIGMOD 2003), sorted, each once.
pub fn fingerprints(shingles: &[u64]) -> Vec<u64> {
    let window = WINDOW.min(shingles.len()).max(1);
    let mut kept: Vec<u64> = shingles.windows(window).filter_map(|w| w.iter().min().copied()).collect();
    kept.sort_unstable();
    kept.dedup();
    kept
}
