//! No two articles of a run have the same id.

use super::records::Found;
use super::{Outcome, Reason, Rejected};
use rustc_hash::FxHashSet;
use sha2::{Digest, Sha256};

/// The ids met so far, as 16 bytes each, so that a million of them stay small.
#[derive(Default)]
pub(super) struct Ids(FxHashSet<[u8; 16]>);

impl Ids {
    /// Lets the first article with an id through and refuses the others.
    pub(super) fn admit(&mut self, found: Found) -> Outcome {
        let (article, line) = found?;
        let digest = Sha256::digest(article.id.as_bytes());
        let mut key = [0; 16];
        key.copy_from_slice(&digest[..16]);
        if self.0.insert(key) {
            Ok(article)
        } else {
            Err(Rejected { path: article.path, line, reason: Reason::DuplicateId { id: article.id } })
        }
    }
}
