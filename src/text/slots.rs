//! Finds the rank of a string among many by its hash. Shared with `build.rs`: standard library only.
//!
//! Layout: a power of two of slots (`u32`, little-endian), each empty or a rank plus one; a string stands in the first free slot from
//! the one that its hash names.

const SLOT: usize = 4;

/// FNV-1a (Fowler, Noll and Vo).
pub fn hash(text: impl Iterator<Item = u8>) -> usize {
    let hash = text.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (hash ^ hash >> 32) as usize
}

/// The slots of distinct strings, by rank.
pub fn lay_out<'t>(texts: impl ExactSizeIterator<Item = &'t str>) -> Vec<u8> {
    let count = (texts.len() * 3 / 2 + 1).next_power_of_two();
    let mut slots = vec![0_u32; count];
    for (rank, text) in texts.enumerate() {
        let mut at = hash(text.bytes()) % count;
        while slots[at] != 0 {
            at = (at + 1) % count;
        }
        slots[at] = rank as u32 + 1;
    }
    slots.iter().flat_map(|slot| slot.to_le_bytes()).collect()
}

/// The rank of a string for which `is` tells whether it has a rank.
pub fn find(slots: &[u8], text: &str, is: impl Fn(usize) -> bool) -> Option<usize> {
    let count = slots.len() / SLOT;
    let mut at = hash(text.bytes()) % count.max(1);
    loop {
        let slot = slots.get(at * SLOT..(at + 1) * SLOT)?;
        let rank = u32::from_le_bytes(slot.try_into().ok()?).checked_sub(1)? as usize;
        if is(rank) {
            return Some(rank);
        }
        at = (at + 1) % count;
    }
}
