//! Lists the lexicon files, so that the program carries them and no Rust names one.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Writes `lexicons.rs`: a table of path below `lexicons/` and text, by path.
pub fn write(folder: &Path, out_dir: &Path) -> io::Result<()> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            for file in fs::read_dir(&path)? {
                paths.push(file?.path());
            }
        }
    }
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    let mut table = String::from("static FILES: &[(&str, &str)] = &[\n");
    for path in paths {
        let name: PathBuf = path.strip_prefix(folder).unwrap_or(&path).to_owned();
        let name = name.to_string_lossy().replace('\\', "/");
        let absolute = fs::canonicalize(&path)?;
        // Writing to a string cannot fail.
        let _ = writeln!(table, "    ({name:?}, include_str!({absolute:?})),");
    }
    table.push_str("];\n");
    fs::write(out_dir.join("lexicons.rs"), table)
}
