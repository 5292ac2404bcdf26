//! How much there is to read, for those who wait.

use super::kind::{self, Kind};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Bytes of all inputs; none where that tells nothing of the text in them: standard input, anything compressed.
pub fn size(inputs: &[PathBuf]) -> Option<u64> {
    let files = inputs.iter().flat_map(|input| WalkDir::new(input).follow_links(true)).map_while(Result::ok);
    files.filter(|entry| entry.file_type().is_file()).map(|entry| of_file(entry.path())).sum::<Option<u64>>().filter(|size| *size > 0)
}

fn of_file(path: &Path) -> Option<u64> {
    match kind::of(&path.file_name()?.to_string_lossy()) {
        None => Some(0),
        Some((Kind::File(_), None)) => path.metadata().ok().map(|about| about.len()),
        Some(_) => None,
    }
}
