//! No two articles of a run have the same id.

use super::records::Found;
use super::{Outcome, Reason, Rejected};
use rustc_hash::FxHashSet;
use sha2::{Digest, Sha256};

/// Tables that grow one after the other, so that no moment holds an old and a new one of everything.
const SHARDS: usize = 256;

/// 96 bits: among a billion ids, two that differ meet by chance once in a hundred thousand million runs. With the table's own byte
/// and its emptiest fill that makes 30 bytes an id.
type Key = [u8; 12];

/// The ids met so far.
pub struct Ids(Vec<FxHashSet<Key>>);

impl Default for Ids {
    fn default() -> Self {
        Self(vec![FxHashSet::default(); SHARDS])
    }
}

impl Ids {
    /// Lets the first article with an id through and refuses the others.
    pub(super) fn admit(&mut self, found: Found) -> Outcome {
        let (article, line) = found?;
        if self.insert(&article.id) {
            Ok(article)
        } else {
            Err(Rejected { path: article.path, line, reason: Reason::DuplicateId { id: article.id } })
        }
    }

    /// False where the id is known.
    pub fn insert(&mut self, id: &str) -> bool {
        let digest = Sha256::digest(id.as_bytes());
        let mut key = [0; 12];
        key.copy_from_slice(&digest[..12]);
        self.0[usize::from(digest[12])].insert(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_takes_32_bytes_at_most() {
        let mut ids = Ids::default();
        for n in 1..=400_000 {
            assert!(ids.insert(&format!("article {n}")));
            if n >= 100_000 && n % 1000 == 0 {
                // A table of `capacity` keys has 8/7 as many places, each of a key and a byte.
                let bytes: usize = ids.0.iter().map(|shard| shard.capacity() * 8 / 7 * (size_of::<Key>() + 1)).sum();
                assert!(bytes <= 32 * n, "{bytes} bytes for {n} ids");
            }
        }
        assert!(!ids.insert("article 1"));
    }
}
