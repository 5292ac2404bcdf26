//! Digests by which a reader can tell that two texts are the same.

use sha2::{Digest, Sha256};

/// SHA-256 of a text, in hexadecimal.
pub fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}
