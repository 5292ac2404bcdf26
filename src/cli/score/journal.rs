//! A run that can be taken up again: rows in `FILE.part`, and in `FILE.journal` how far it had come.
//!
//! The journal begins with a [`Header`], what the run was asked; each further line is a [`Point`] that was true when all rows before it were on
//! the disk. What stands in the files behind the last point is cut off when the run is taken up again.

use super::part::{Part, Shape, appear, with_ending};
use crate::cli::Failure;
use crate::cli::output::cannot_write;
use crate::counts::record::LexiconVersion;
use crate::lang::Lang;
use serde::{Deserialize, Serialize};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The version of the shape.
const SHAPE: &str = "cadrage/journal/1";

/// What a kill costs at most.
const EVERY: Duration = Duration::from_millis(400);

/// What a run was asked; only the same can take it up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    pub journal: String,
    pub program: String,
    pub lexicons: Vec<LexiconVersion>,
    /// Everything else that decides what is written, by name.
    pub options: Vec<(String, String)>,
}

impl Header {
    pub fn new(lexicons: Vec<LexiconVersion>, options: Vec<(String, String)>) -> Self {
        Self { journal: SHAPE.into(), program: env!("CARGO_PKG_VERSION").into(), lexicons, options }
    }

    /// The names of what differs.
    fn differences(&self, other: &Header, lang: Lang) -> Vec<String> {
        let mut names = Vec::new();
        if (&self.journal, &self.program) != (&other.journal, &other.program) {
            names.push(lang.pick("la version du programme", "the version of the program").to_owned());
        }
        if self.lexicons != other.lexicons {
            names.push(lang.pick("les lexiques", "the lexicons").to_owned());
        }
        let options = self.options.iter().chain(&other.options);
        for (name, _) in options.filter(|option| !(self.options.contains(option) && other.options.contains(option))) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    }
}

/// How far a run had come.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Point {
    /// Articles and refusals dealt with.
    pub outcomes: usize,
    pub articles: usize,
    /// Digest of these articles and refusals, one after the other.
    pub digest: String,
    /// Length of the rows.
    pub bytes: u64,
    /// Length of the list of refusals.
    pub refused_bytes: u64,
    /// Nothing is left but to give the files their names.
    pub done: bool,
}

/// The files that a run is to leave.
#[derive(Debug, Clone)]
pub struct Names {
    pub rows: PathBuf,
    pub shape: Shape,
    pub refused: Option<PathBuf>,
}

impl Names {
    fn appear(&self, lang: Lang) -> Result<(), Failure> {
        self.refused.as_ref().map_or(Ok(()), |refused| appear(refused, Shape::AsWritten, lang))?;
        appear(&self.rows, self.shape, lang)
    }
}

/// The files of a run.
pub struct Journal {
    names: Names,
    rows: Part,
    refused: Option<Part>,
    log: File,
    path: PathBuf,
    last: Instant,
    lang: Lang,
}

/// How a run begins.
pub enum Opened {
    Running(Box<Journal>, Point),
    /// The run had ended and only lacked its names; they are given now.
    Finished(Point),
}

impl Journal {
    pub fn open(names: Names, header: &Header, resume: bool, lang: Lang) -> Result<Opened, Failure> {
        let target = &names.rows;
        let path = with_ending(target, "journal");
        if resume && path.exists() {
            return Self::resume(path, names, header, lang);
        }
        if path.exists() || with_ending(target, "part").exists() {
            return Err(in_the_way(target, &path, lang));
        }
        let failed = |error: io::Error| cannot_write(&path, &error, lang);
        let mut log = OpenOptions::new().read(true).write(true).create_new(true).open(&path).map_err(failed)?;
        lock(&log, target, lang)?;
        append(&mut log, header).map_err(failed)?;
        let begun = || {
            let rows = Part::create(target, lang)?;
            let refused = names.refused.as_ref().map(|path| Part::create(path, lang)).transpose()?;
            Ok((rows, refused))
        };
        match begun() {
            Ok((rows, refused)) => {
                Ok(Opened::Running(Box::new(Self { names, rows, refused, log, path, last: Instant::now(), lang }), Point::default()))
            }
            Err(failure) => {
                let _ = fs::remove_file(&path);
                Err(failure)
            }
        }
    }

    fn resume(path: PathBuf, names: Names, header: &Header, lang: Lang) -> Result<Opened, Failure> {
        let target = &names.rows;
        let failed = |error: io::Error| cannot_write(&path, &error, lang);
        let mut log = OpenOptions::new().read(true).write(true).open(&path).map_err(failed)?;
        lock(&log, target, lang)?;
        let mut bytes = Vec::new();
        log.read_to_end(&mut bytes).map_err(failed)?;
        // A line that lacks its end was being written when the run broke off.
        bytes.truncate(bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1));
        log.set_len(bytes.len() as u64).and_then(|()| log.seek(SeekFrom::End(0))).map_err(failed)?;
        let whole = String::from_utf8_lossy(&bytes);
        let mut whole_lines = whole.lines();
        match whole_lines.next().map(serde_json::from_str::<Header>) {
            Some(Ok(begun)) if begun == *header => {}
            Some(Ok(begun)) => return Err(other_run(target, &begun.differences(header, lang), lang)),
            Some(Err(_)) => return Err(unreadable(&path, lang)),
            // It broke off before anything was measured.
            None => append(&mut log, header).map_err(failed)?,
        }
        let point = match whole_lines.last().map(serde_json::from_str::<Point>) {
            Some(Ok(point)) => point,
            Some(Err(_)) => return Err(unreadable(&path, lang)),
            None => Point::default(),
        };
        if point.done {
            names.appear(lang)?;
            fs::remove_file(&path).map_err(failed)?;
            return Ok(Opened::Finished(point));
        }
        let rows = Part::reopen(target, point.bytes, lang)?;
        let refused = names.refused.as_ref().map(|path| Part::reopen(path, point.refused_bytes, lang)).transpose()?;
        Ok(Opened::Running(Box::new(Self { names, rows, refused, log, path, last: Instant::now(), lang }), point))
    }

    pub fn row(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.rows.write(bytes, self.lang)
    }

    pub fn refuse(&mut self, row: &[u8]) -> Result<(), Failure> {
        self.refused.as_mut().map_or(Ok(()), |refused| refused.write(row, self.lang))
    }

    /// True where a point is due.
    pub fn is_due(&self) -> bool {
        self.last.elapsed() >= EVERY
    }

    /// Everything up to here is on the disk from now on.
    pub fn mark(&mut self, mut point: Point) -> Result<(), Failure> {
        point.bytes = self.rows.sync(self.lang)?;
        point.refused_bytes = self.refused.as_mut().map_or(Ok(0), |refused| refused.sync(self.lang))?;
        append(&mut self.log, &point).map_err(|error| cannot_write(&self.path, &error, self.lang))?;
        self.last = Instant::now();
        Ok(())
    }

    /// Makes the files appear.
    pub fn finish(mut self, point: Point) -> Result<(), Failure> {
        self.mark(Point { done: true, ..point })?;
        self.names.appear(self.lang)?;
        fs::remove_file(&self.path).map_err(|error| cannot_write(&self.path, &error, self.lang))
    }

    /// Nothing was measured: no rows and no journal, but the list of refusals.
    pub fn discard(mut self) -> Result<(), Failure> {
        if let Some(mut refused) = self.refused.take() {
            refused.sync(self.lang)?;
        }
        if let Some(refused) = &self.names.refused {
            appear(refused, Shape::AsWritten, self.lang)?;
        }
        self.rows.remove(self.lang)?;
        fs::remove_file(&self.path).map_err(|error| cannot_write(&self.path, &error, self.lang))
    }
}

fn append(log: &mut File, line: &impl Serialize) -> io::Result<()> {
    let mut bytes = serde_json::to_vec(line)?;
    bytes.push(b'\n');
    log.write_all(&bytes)
}

/// Two runs would write into each other's rows.
fn lock(log: &File, target: &Path, lang: Lang) -> Result<(), Failure> {
    match log.try_lock() {
        Err(TryLockError::WouldBlock) => Err(lang.pick(
            format!("{} : un autre relevé écrit en ce moment vers ce fichier ; attendez sa fin ou donnez un autre nom", target.display()),
            format!("{}: another run writes to this file now; wait for its end or give another name", target.display()),
        )),
        // A file system without locks.
        Err(TryLockError::Error(_)) | Ok(()) => Ok(()),
    }
}

fn in_the_way(target: &Path, journal: &Path, lang: Lang) -> Failure {
    let (part, journal) = (with_ending(target, "part"), journal.display());
    let (target, part) = (target.display(), part.display());
    lang.pick(
        format!("{target} : un relevé vers ce fichier a été interrompu, ou est en cours ; reprenez-le avec --resume, ou supprimez {part} et {journal}"),
        format!("{target}: a run to this file broke off, or is under way; take it up with --resume, or delete {part} and {journal}"),
    )
}

fn other_run(target: &Path, differences: &[String], lang: Lang) -> Failure {
    let (target, differences) = (target.display(), differences.join(", "));
    lang.pick(
        format!("{target} : le relevé interrompu ne peut pas être repris ainsi ; diffèrent : {differences}. Relancez-le avec les mêmes, ou supprimez {target}.part et {target}.journal"),
        format!("{target}: the run that broke off cannot be taken up like this; what differs: {differences}. Run it with the same, or delete {target}.part and {target}.journal"),
    )
}

fn unreadable(path: &Path, lang: Lang) -> Failure {
    let path = path.display();
    lang.pick(
        format!("{path} : journal illisible ; supprimez-le, et le fichier .part à côté, pour recommencer"),
        format!("{path}: unreadable journal; delete it, and the .part file beside it, to begin again"),
    )
}
