//! A zip archive, read as the folder that was packed into it.

use super::fault::Fault;
use super::file;
use super::kind;
use super::manifest::{self, Manifest};
use super::package::damaged;
use super::record::{Fields, Place};
use super::records::{Pieces, Unread};
use super::source::{Bounded, Budget, Seekable, Source, spooled};
use super::{Reason, Rejected};
use std::collections::VecDeque;
use std::io::{Seek, SeekFrom};
use std::path::PathBuf;
use zip::ZipArchive;

/// Archives inside archives, the outermost being the first.
const MAX_LEVELS: usize = 4;

/// The articles of an archive; `level` counts the archives around it.
pub(super) fn pieces(file: Box<dyn Seekable>, place: Place, budget: Budget, level: usize) -> Pieces {
    let refuse = |fault: Fault| super::records::refused(fault.of(&place.path));
    if level >= MAX_LEVELS {
        return refuse(Reason::TooManyLevels { levels: MAX_LEVELS }.into());
    }
    match Archive::open(file, place.clone(), budget, level) {
        Ok(archive) => Box::new(archive),
        Err(fault) => refuse(fault),
    }
}

struct Archive {
    zip: ZipArchive<Box<dyn Seekable>>,
    place: Place,
    budget: Budget,
    level: usize,
    /// Number and name of the files, sorted by name.
    files: VecDeque<(usize, String)>,
    /// The folder that holds all of them, with its `/`; it names no outlet.
    top: String,
    manifest: Manifest,
    problems: VecDeque<Rejected>,
    open: Option<Pieces>,
    empty: bool,
}

impl Archive {
    fn open(file: Box<dyn Seekable>, place: Place, budget: Budget, level: usize) -> Result<Self, Fault> {
        let zip = ZipArchive::new(file).map_err(damaged)?;
        let mut files: Vec<(usize, String)> = Vec::with_capacity(zip.len());
        for (number, name) in zip.file_names().enumerate() {
            let name = name.map_err(damaged)?.replace('\\', "/");
            if !name.ends_with('/') && !is_hidden(&name) {
                files.push((number, name));
            }
        }
        files.sort_by(|(_, a), (_, b)| a.cmp(b));
        let top = files.first().and_then(|(_, name)| name.find('/').map(|end| name[..=end].to_owned()));
        let top = top.filter(|top| files.iter().all(|(_, name)| name.starts_with(top))).unwrap_or_default();
        let mut archive = Self {
            zip,
            place,
            budget,
            level,
            files: files.into(),
            top,
            manifest: Manifest::default(),
            problems: VecDeque::new(),
            open: None,
            empty: true,
        };
        archive.read_manifest()?;
        Ok(archive)
    }

    fn read_manifest(&mut self) -> Result<(), Fault> {
        let name = format!("{}{}", self.top, manifest::NAME);
        let Some(at) = self.files.iter().position(|(_, file)| *file == name) else { return Ok(()) };
        let Some((number, _)) = self.files.remove(at) else { return Ok(()) };
        let (source, _) = self.source(number)?;
        self.manifest = Manifest::read(source.reader(), PathBuf::from(format!("{}/{name}", self.place.path)));
        let present = |file: &str| self.files.iter().any(|(_, name)| name.strip_prefix(&*self.top) == Some(file));
        self.problems = self.manifest.take_problems(present).into();
        Ok(())
    }

    /// One file, unpacked into memory or a temporary file, and its size.
    fn source(&mut self, number: usize) -> Result<(Source, u64), Fault> {
        let entry = self.zip.by_index(number).map_err(damaged)?;
        let mut bytes = spooled(Bounded { inner: entry, budget: self.budget.clone() })?;
        let size = bytes.seek(SeekFrom::End(0))?;
        bytes.rewind()?;
        Ok((Source::Seekable(Box::new(bytes)), size))
    }

    fn start(&mut self, number: usize, name: &str) {
        let path = format!("{}/{name}", self.place.path);
        if kind::of(name).is_none() {
            if kind::may_hold_an_article(name) {
                self.empty = false;
                self.problems.push_back(Rejected { path, line: None, reason: kind::unsupported(name) });
            }
            return;
        }
        self.empty = false;
        let below = name.strip_prefix(&*self.top).unwrap_or(name);
        let by_folder = below.rsplit_once('/').map(|(folder, _)| folder.rsplit('/').next().unwrap_or(folder).to_owned());
        let by_folder = Fields { outlet: by_folder, ..Fields::default() };
        let place = Place {
            path: path.clone(),
            id: format!("{}/{name}", self.place.id),
            outside: self.manifest.fields_of(below).or(&by_folder).or(&self.place.outside),
            names: self.place.names.clone(),
        };
        match self.source(number) {
            Ok((source, size)) => self.open = Some(file::pieces(source, size, name, place, &self.budget, self.level + 1)),
            Err(fault) => {
                if fault.reason == Reason::Bomb {
                    // What is left of it would only be more of the same.
                    self.files.clear();
                }
                self.problems.push_back(fault.of(&path));
            }
        }
    }
}

impl Iterator for Archive {
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
            match self.files.pop_front() {
                Some((number, name)) => self.start(number, &name),
                None if self.empty => {
                    self.empty = false;
                    return Some(Unread::refused(Fault::from(Reason::EmptyFolder).of(&self.place.path)));
                }
                None => return None,
            }
        }
    }
}

/// What systems leave in archives: `__MACOSX/`, `.DS_Store`, `~$note.docx`.
fn is_hidden(name: &str) -> bool {
    name.split('/').any(|part| part.starts_with('.') || part.starts_with("~$") || part == "__MACOSX")
}
