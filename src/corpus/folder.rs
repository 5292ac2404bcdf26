//! A folder, walked in sorted order.

use super::fault::fault_of;
use super::manifest::Manifest;
use super::record::{Fields, Place};
use super::records::{Pieces, Unread};
use super::{Names, Reason, Rejected, file, kind};
use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

/// The articles below one folder given as input.
pub(super) struct Folder {
    root: PathBuf,
    names: Names,
    walk: Box<dyn Iterator<Item = walkdir::Result<DirEntry>> + Send>,
    /// The manifests of the folders on the way here, outermost first.
    manifests: Vec<(PathBuf, Manifest)>,
    /// The file being read.
    open: Option<Pieces>,
    /// Problems found on the way, told before going on.
    problems: VecDeque<Rejected>,
    empty: bool,
}

impl Folder {
    pub(super) fn open(root: PathBuf, names: Names) -> Self {
        let walk = WalkDir::new(&root)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry));
        Self { root, names, walk: Box::new(walk), manifests: Vec::new(), open: None, problems: VecDeque::new(), empty: true }
    }

    fn enter(&mut self, folder: &Path) {
        self.manifests.retain(|(above, _)| folder.starts_with(above));
        if let Some(mut manifest) = Manifest::beside(folder) {
            self.problems.extend(manifest.take_problems(|file| present(folder, file)));
            self.manifests.push((folder.to_owned(), manifest));
        }
    }

    fn start(&mut self, path: &Path) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if self.manifests.iter().any(|(_, manifest)| manifest.path == path) {
            return;
        }
        if kind::of(&name).is_some() {
            self.empty = false;
            let place = Place {
                path: path.display().to_string(),
                id: relative(path, &self.root),
                outside: self.known_of(path),
                names: self.names.clone(),
            };
            self.open = Some(file::on_disk(path, &name, place));
        } else if kind::may_hold_an_article(&relative(path, &self.root)) {
            self.empty = false;
            self.problems.push_back(Rejected::new(path, kind::unsupported(&name)));
        }
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
    type Item = Unread;

    fn next(&mut self) -> Option<Unread> {
        loop {
            if let Some(problem) = self.problems.pop_front() {
                return Some(Unread::refused(problem));
            }
            if let Some(piece) = self.open.as_mut().and_then(Iterator::next) {
                return Some(piece);
            }
            self.open = None;
            match self.walk.next() {
                Some(Ok(entry)) if entry.file_type().is_dir() => self.enter(entry.path()),
                // Pipes and devices would never end.
                Some(Ok(entry)) if entry.file_type().is_file() => self.start(entry.path()),
                Some(Ok(_)) => {}
                Some(Err(error)) => {
                    self.empty = false;
                    let path = error.path().unwrap_or(&self.root).to_owned();
                    let reason = match error.loop_ancestor() {
                        Some(above) => Reason::LinkLoop { above: above.display().to_string() },
                        None => reason_of(&error.into()),
                    };
                    return Some(Unread::refused(Rejected::new(&path, reason)));
                }
                None if self.empty => {
                    self.empty = false;
                    return Some(Unread::refused(Rejected::new(&self.root, Reason::EmptyFolder)));
                }
                None => return None,
            }
        }
    }
}

/// Why an entry could not be opened: what is listed and not there is a link that leads nowhere.
fn reason_of(error: &io::Error) -> Reason {
    match fault_of(error).reason {
        Reason::Missing => Reason::DeadLink,
        reason => reason,
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

/// Whether a manifest's file is there, its accents composed or not.
fn present(folder: &Path, file: &str) -> bool {
    folder.join(file).exists() || folder.join(file.nfd().collect::<String>()).exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_that_gives_up_breaks_off_and_a_closed_folder_does_not() {
        const EIO: i32 = 5;
        assert!(matches!(reason_of(&io::Error::from_raw_os_error(EIO)), Reason::BrokenOff { .. }));
        assert!(matches!(reason_of(&io::ErrorKind::PermissionDenied.into()), Reason::Unreadable { .. }));
        assert_eq!(reason_of(&io::ErrorKind::NotFound.into()), Reason::DeadLink);
    }
}
