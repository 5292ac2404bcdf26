//! Lists the files of a folder, so that the program carries them and no Rust names one.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Writes `NAME.rs`: a table `FILES` of path below `folder` and text, by path, of what lies there and one folder deeper.
pub fn write(folder: &Path, takes: impl Fn(&Path) -> bool, out_dir: &Path, name: &str) -> io::Result<()> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            for file in fs::read_dir(&path)? {
                paths.push(file?.path());
            }
        } else {
            paths.push(path);
        }
    }
    paths.retain(|path| takes(path));
    paths.sort();
    let mut table = String::from("static FILES: &[(&str, &str)] = &[\n");
    for path in paths {
        let below: PathBuf = path.strip_prefix(folder).unwrap_or(&path).to_owned();
        let below = below.to_string_lossy().replace('\\', "/");
        let absolute = fs::canonicalize(&path)?;
        // Writing to a string cannot fail.
        let _ = writeln!(table, "    ({below:?}, include_str!({absolute:?})),");
    }
    table.push_str("];\n");
    fs::write(out_dir.join(format!("{name}.rs")), table)
}
