//! A stream of which some can be read again: what a broken record swallowed.

use super::source::MAX_RECORD;
use super::stream::Stream;
use std::io::{self, BufRead};

/// How much is read again of one file at most, so that no file keeps a run from ending.
const AGAIN: usize = 64 * MAX_RECORD;

/// The stream.
pub(super) struct Again {
    stream: Stream,
    /// What was given back, read up to `at` before the stream goes on.
    back: Vec<u8>,
    at: usize,
    /// Something was read of the stream since then.
    fresh: bool,
    left: usize,
}

impl Again {
    pub(super) fn new(stream: Stream) -> Self {
        Self { stream, back: Vec::new(), at: 0, fresh: false, left: AGAIN }
    }

    /// What comes next; nothing at the end.
    pub(super) fn fill(&mut self) -> io::Result<&[u8]> {
        if self.at < self.back.len() { Ok(&self.back[self.at..]) } else { self.stream.fill_buf() }
    }

    pub(super) fn consume(&mut self, bytes: usize) {
        if self.at < self.back.len() {
            self.at += bytes;
        } else if bytes > 0 {
            self.back = Vec::new();
            self.at = 0;
            self.fresh = true;
            self.stream.consume(bytes);
        }
    }

    /// Takes the bytes back that were consumed last; false where too many were already.
    pub(super) fn give_back(&mut self, bytes: &[u8]) -> bool {
        let Some(left) = self.left.checked_sub(bytes.len()) else { return false };
        self.left = left;
        if self.fresh {
            self.back = bytes.to_vec();
            self.at = 0;
            self.fresh = false;
        } else {
            self.at -= bytes.len();
        }
        true
    }
}
