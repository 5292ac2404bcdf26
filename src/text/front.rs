//! The spellings that a thread has met lately, in front of the table that all threads share: a frequent word costs one comparison and no lock.

use super::forms::{Forms, Interned};
use crate::span::Span;
use std::cell::RefCell;

/// Sixteen thousand hold nine words in ten of any text.
const BITS: u32 = 14;
/// Longer spellings are looked up in the table of all.
const LONGEST: usize = 15;

#[derive(Default)]
struct Front {
    /// The number of the table that the forms belong to; none has 0.
    table: u64,
    slots: Vec<(u128, Interned)>,
}

thread_local! {
    static FRONT: RefCell<Front> = RefCell::default();
}

/// Looks up the words of a text; holds its thread's front as long as it lives.
pub struct Reader<'t> {
    forms: &'t Forms,
    text: &'t str,
    front: Front,
}

impl<'t> Reader<'t> {
    pub fn new(forms: &'t Forms, text: &'t str) -> Self {
        let mut front = FRONT.take();
        if front.table != forms.number {
            front.table = forms.number;
            front.slots.clear();
            // No key is 0: it holds its length.
            front.slots.resize(1 << BITS, (0, Forms::LETTERLESS));
        }
        Self { forms, text, front }
    }

    /// The form of the word at this place of the text.
    #[inline]
    pub fn word(&mut self, span: Span) -> Interned {
        if span.len() > LONGEST {
            return self.forms.intern(span.of(self.text));
        }
        let key = key(self.text.as_bytes(), span);
        let slot = &mut self.front.slots[slot(key)];
        if slot.0 != key {
            *slot = (key, self.forms.intern(span.of(self.text)));
        }
        slot.1
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        FRONT.set(std::mem::take(&mut self.front));
    }
}

/// By length: the bits of so many letters.
const MASKS: [u128; LONGEST + 1] = {
    let mut masks = [0; LONGEST + 1];
    let mut length = 1;
    while length <= LONGEST {
        masks[length] = masks[length - 1] << 8 | 0xff;
        length += 1;
    }
    masks
};

/// The letters, and how many they are.
#[inline]
fn key(text: &[u8], span: Span) -> u128 {
    let length = span.len();
    let letters = match text.get(span.start..span.start + 16).and_then(|window| window.try_into().ok()) {
        Some(window) => u128::from_le_bytes(window) & MASKS[length],
        None => {
            let mut window = [0; 16];
            window[..length].copy_from_slice(&text[span.start..span.end]);
            u128::from_le_bytes(window)
        }
    };
    letters | (length as u128) << 120
}

/// Multiplicative hashing (Knuth 1973, 6.4).
fn slot(key: u128) -> usize {
    let folded = key as u64 ^ ((key >> 64) as u64).rotate_left(29);
    (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BITS)) as usize
}
