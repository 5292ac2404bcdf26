//! What a word of speech may report, as a set.

use crate::lexicon::Frame;

/// A set of frames.
#[derive(Clone, Copy)]
pub struct Frames(u8);

impl Frames {
    pub fn of(frames: &[Frame]) -> Self {
        Self(frames.iter().fold(0, |set, frame| set | 1 << *frame as u8))
    }

    pub fn contains(self, frame: Frame) -> bool {
        self.0 & 1 << frame as u8 != 0
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}
