//! What the name of an output stands for.

use std::fs;
use std::path::{Path, PathBuf};

/// Links that are followed before a chain of them is taken for a circle.
const LINKS: usize = 40;

/// Where a result goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Standard output, by any of its names.
    Standard,
    /// A device or a pipe: it is written into and never replaced.
    Stream(PathBuf),
    /// A file that appears when it is whole; where the name is a link, what the link points to.
    File(PathBuf),
}

impl Target {
    /// No name is standard output.
    pub fn of(name: Option<&Path>) -> Self {
        let Some(name) = name else { return Target::Standard };
        let mut path = name.to_owned();
        for _ in 0..LINKS {
            if is_standard(&path) {
                return Target::Standard;
            }
            if is_handed_over(&path) {
                return Target::Stream(path);
            }
            let Ok(to) = fs::read_link(&path) else { break };
            path = path.parent().unwrap_or(Path::new("")).join(to);
        }
        if path.metadata().is_ok_and(|about| !about.is_file() && !about.is_dir()) {
            return Target::Stream(path);
        }
        Target::File(path)
    }
}

fn is_standard(path: &Path) -> bool {
    ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].iter().any(|name| path == Path::new(name))
}

/// What the shell opened for us may be a file: it is the shell's all the same.
fn is_handed_over(path: &Path) -> bool {
    path == Path::new("/dev/stderr") || path.starts_with("/dev/fd") || path.starts_with("/proc")
}
