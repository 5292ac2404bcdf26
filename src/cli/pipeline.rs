//! Three things at once: the next batch is read, one is scored on all cores, the last one is handed on in the order of the input.
//!
//! Each waits for the one behind it, so that what is held in memory is a few batches, whatever the length of the input.

use super::Failure;
use crate::corpus::{Article, Batch, Rejected};
use rayon::prelude::*;
use std::panic::resume_unwind;
use std::sync::mpsc::sync_channel;
use std::thread;

/// Who hands results on: one after the other in input order, each what was made of an article or why there is none.
pub trait Take<T>: Send {
    /// False where nobody wants more.
    fn take(&mut self, outcome: Result<T, Rejected>) -> Result<bool, Failure>;

    /// After each batch, made from so many bytes of the input.
    fn passed(&mut self, _bytes: u64) {}
}

/// Runs all articles through `work`, which learns the place of each among all outcomes, and `between` after each batch.
pub fn run<S: Sync, T: Send>(
    batches: impl Iterator<Item = Batch> + Send + 'static,
    shared: &mut S,
    work: impl Fn(&S, usize, Article) -> T + Sync + Send,
    between: impl Fn(&mut S),
    taker: &mut impl Take<T>,
) -> Result<(), Failure> {
    let (send, read) = sync_channel::<Batch>(1);
    let reader = thread::spawn(move || {
        for batch in batches {
            if send.send(batch).is_err() {
                break;
            }
        }
    });
    let mut finished = true;
    let result = thread::scope(|scope| {
        let (hand_on, scored) = sync_channel::<(Vec<Result<T, Rejected>>, u64)>(1);
        let writer = scope.spawn(move || -> Result<(), Failure> {
            for (outcomes, bytes) in scored {
                for outcome in outcomes {
                    if !taker.take(outcome)? {
                        return Ok(());
                    }
                }
                taker.passed(bytes);
            }
            Ok(())
        });
        let mut before = 0;
        for Batch { outcomes, bytes } in read {
            let count = outcomes.len();
            let through = &*shared;
            let results = outcomes
                .into_par_iter()
                .enumerate()
                .map(|(at, outcome)| outcome.map(|article| work(through, before + at, article)))
                .collect();
            between(shared);
            before += count;
            if hand_on.send((results, bytes)).is_err() {
                // The reader may be waiting for standard input: it is left to itself.
                finished = false;
                break;
            }
        }
        drop(hand_on);
        writer.join().unwrap_or_else(|panic| resume_unwind(panic))
    });
    if finished && let Err(panic) = reader.join() {
        resume_unwind(panic);
    }
    result
}
