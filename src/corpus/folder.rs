//! A folder, walked in sorted order.

use super::manifest::{self, Manifest};
use super::record::{Fields, Place};
use super::{Articles, Outcome, Reason, Rejected, file};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The articles below one folder given as input.
pub(super) struct Folder {
    root: PathBuf,
    walk: Box<dyn Iterator<Item = walkdir::Result<DirEntry>> + Send>,
    /// The manifests of the folders on the way here, outermost first.
    manifests: Vec<(PathBuf, Manifest)>,
    /// The file being read.
    open: Option<Articles>,
    /// Problems found on the way, told before going on.
    problems: VecDeque<Rejected>,
    empty: bool,
}

impl Folder {
    pub(super) fn open(root: PathBuf) -> Self {
        let walk = WalkDir::new(&root)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry));
        Self { root, walk: Box::new(walk), manifests: Vec::new(), open: None, problems: VecDeque::new(), empty: true }
    }

    fn enter(&mut self, folder: &Path) {
        self.manifests.retain(|(above, _)| folder.starts_with(above));
        if let Some(mut manifest) = Manifest::beside(folder) {
            self.problems.extend(manifest.take_problems());
            self.manifests.push((folder.to_owned(), manifest));
        }
    }

    fn start(&mut self, path: &Path) {
        let is_manifest = path.file_name().is_some_and(|name| name == manifest::NAME);
        if is_manifest || !file::is_supported(path) {
            return;
        }
        self.empty = false;
        let place = Place { path: path.display().to_string(), id: relative(path, &self.root), outside: self.known_of(path) };
        self.open = Some(file::articles(path, place));
    }

    /// What manifests say of a file, the nearest first, and its folder's name as the outlet.
    fn known_of(&self, path: &Path) -> Fields {
        let folder = path.parent().unwrap_or(Path::new(""));
        let by_folder = Fields {
            outlet: (folder != self.root).then(|| folder.file_name()).flatten().map(|name| name.to_string_lossy().into_owned()),
            ..Fields::default()
        };
        self.manifests
            .iter()
            .rev()
            .filter(|(above, _)| path.starts_with(above))
            .fold(Fields::default(), |known, (above, manifest)| known.or(&manifest.fields_of(&relative(path, above))))
            .or(&by_folder)
    }
}

impl Iterator for Folder {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        loop {
            if let Some(problem) = self.problems.pop_front() {
                return Some(Err(problem));
            }
            if let Some(outcome) = self.open.as_mut().and_then(Iterator::next) {
                return Some(outcome);
            }
            self.open = None;
            match self.walk.next() {
                Some(Ok(entry)) if entry.file_type().is_dir() => self.enter(entry.path()),
                Some(Ok(entry)) => self.start(entry.path()),
                Some(Err(error)) => {
                    self.empty = false;
                    let path = error.path().unwrap_or(&self.root).to_owned();
                    let reason = Reason::Unreadable { detail: error.to_string() };
                    return Some(Err(Rejected::new(&path, reason)));
                }
                None if self.empty => {
                    self.empty = false;
                    return Some(Err(Rejected::new(&self.root, Reason::EmptyFolder)));
                }
                None => return None,
            }
        }
    }
}

/// Files that systems and editors leave behind: `.git`, `._page.html`, `~$note.txt`.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || name.starts_with("~$")
}

/// The path below a folder, with `/` on every system.
fn relative(path: &Path, folder: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
