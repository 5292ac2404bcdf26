//! Articles many at a time: cut out of the input one after the other, understood on all cores, in order.

use super::Outcome;
use super::records::Unread;
use super::unique::Ids;
use rayon::prelude::*;

/// Bytes of the input held in memory at once.
const BATCH: u64 = 1 << 20;

/// What a piece costs beside its bytes, so that a million empty files do not come at once.
const PIECE: u64 = 1 << 8;

/// Some articles in the order of the input, and what was refused in its place.
pub struct Batch {
    pub outcomes: Vec<Outcome>,
    /// Bytes of the input that they were made from.
    pub bytes: u64,
}

pub(super) struct Batches<P> {
    pieces: P,
    ids: Ids,
}

impl<P: Iterator<Item = Unread>> Batches<P> {
    pub(super) fn new(pieces: P) -> Self {
        Self { pieces, ids: Ids::default() }
    }
}

impl<P: Iterator<Item = Unread>> Iterator for Batches<P> {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        let (mut pieces, mut bytes, mut held) = (Vec::new(), 0, 0);
        while held < BATCH
            && let Some(piece) = self.pieces.next()
        {
            bytes += piece.size;
            held += piece.size + PIECE;
            pieces.push(piece);
        }
        if pieces.is_empty() {
            return None;
        }
        let found: Vec<_> = pieces.into_par_iter().map(Unread::read).collect();
        let outcomes = found.into_iter().flatten().map(|found| self.ids.admit(found)).collect();
        Some(Batch { outcomes, bytes })
    }
}
