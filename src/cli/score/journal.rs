//! A run that can be taken up again: rows in `FILE.part`, and in `FILE.journal` how far it had come.
//!
//! The journal begins with a [`Header`], what the run was asked; each further line is a [`Point`] that was true when all rows before it were on
//! the disk. What stands in the files behind the last point is cut off when the run is taken up again.

use super::part::{Part, Shape, appear, is_empty, lock};
use crate::cli::Failure;
use crate::cli::output::{cannot_write, with_ending};
use crate::counts::record::LexiconVersion;
use crate::lang::Lang;
use serde::{Deserialize, Serialize};
use std::fs::{self, File, OpenOptions};
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
    fn targets(&self) -> impl Iterator<Item = &PathBuf> {
        std::iter::once(&self.rows).chain(&self.refused)
    }

    fn parts(&self) -> impl Iterator<Item = PathBuf> {
        self.targets().map(|target| with_ending(target, "part"))
    }

    /// Nothing was written yet.
    fn are_empty(&self) -> bool {
        self.targets().all(|target| is_empty(target))
    }

    /// A file that somebody may want to keep.
    fn in_the_way(&self) -> Option<PathBuf> {
        self.targets().find(|target| !is_empty(target)).map(|target| with_ending(target, "part"))
    }

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
        let path = with_ending(&names.rows, "journal");
        let failed = |error: io::Error| cannot_write(&path, &error, lang);
        let is_new = !path.exists();
        let mut log = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(failed)?;
        lock(&log, &names.rows, lang)?;
        let mut bytes = Vec::new();
        log.read_to_end(&mut bytes).map_err(failed)?;
        if is_worthless(&bytes) || (is_bare(&bytes) && names.are_empty()) {
            if let Some(part) = names.in_the_way() {
                if is_new {
                    let _ = fs::remove_file(&path);
                }
                return Err(orphan(&part, lang));
            }
            let journal = Self::begin(path, log, names, header, lang)?;
            return Ok(Opened::Running(Box::new(journal), Point::default()));
        }
        if resume { Self::resume(path, log, bytes, names, header, lang) } else { Err(interrupted(&names, &path, lang)) }
    }

    /// Makes all files, or none.
    fn begin(path: PathBuf, mut log: File, names: Names, header: &Header, lang: Lang) -> Result<Self, Failure> {
        let mut made: Vec<PathBuf> = vec![path.clone()];
        let mut begun = || -> Result<(Part, Option<Part>), Failure> {
            let headed = log.set_len(0).and_then(|()| log.seek(SeekFrom::Start(0))).and_then(|_| append(&mut log, header));
            headed.map_err(|error| cannot_write(&path, &error, lang))?;
            let mut part = |target: &PathBuf| -> Result<Part, Failure> {
                let part = Part::open(target, 0, lang)?;
                made.push(with_ending(target, "part"));
                Ok(part)
            };
            let rows = part(&names.rows)?;
            Ok((rows, names.refused.as_ref().map(part).transpose()?))
        };
        let begun = begun();
        match begun {
            Ok((rows, refused)) => Ok(Self { names, rows, refused, log, path, last: Instant::now(), lang }),
            Err(failure) => {
                made.iter().for_each(|path| drop(fs::remove_file(path)));
                Err(failure)
            }
        }
    }

    fn resume(path: PathBuf, mut log: File, mut bytes: Vec<u8>, names: Names, header: &Header, lang: Lang) -> Result<Opened, Failure> {
        let target = &names.rows;
        let failed = |error: io::Error| cannot_write(&path, &error, lang);
        // A line that lacks its end was being written when the run broke off.
        bytes.truncate(end_of_lines(&bytes));
        let whole = String::from_utf8_lossy(&bytes);
        let mut whole_lines = whole.lines();
        match whole_lines.next().map(serde_json::from_str::<Header>) {
            Some(Ok(begun)) if begun == *header => {}
            Some(Ok(begun)) => return Err(other_run(target, &begun.differences(header, lang), lang)),
            _ => return Err(unreadable(&path, lang)),
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
        log.set_len(bytes.len() as u64).and_then(|()| log.seek(SeekFrom::End(0))).map_err(failed)?;
        let rows = Part::open(target, point.bytes, lang)?;
        let refused = names.refused.as_ref().map(|path| Part::open(path, point.refused_bytes, lang)).transpose()?;
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

fn end_of_lines(bytes: &[u8]) -> usize {
    bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1)
}

/// A journal whose header was never finished: no row was written under it. What begins otherwise is a file of somebody else.
fn is_worthless(bytes: &[u8]) -> bool {
    const BEGIN: &[u8] = b"{\"journal\":\"cadrage/";
    end_of_lines(bytes) == 0 && (BEGIN.starts_with(bytes) || bytes.starts_with(BEGIN))
}

/// A header, and no point behind it.
fn is_bare(bytes: &[u8]) -> bool {
    let whole = &bytes[..end_of_lines(bytes)];
    serde_json::from_slice::<Header>(whole).is_ok()
}

fn orphan(part: &Path, lang: Lang) -> Failure {
    let part = part.display();
    lang.pick(
        format!("{part} : ce fichier n'est pas vide, et aucun journal ne dit de quel relevé il est : il ne peut pas être repris ; renommez-le s'il peut servir, ou supprimez-le, puis recommencez"),
        format!("{part}: this file is not empty, and no journal says of which run it is: it cannot be taken up; rename it if it may be of use, or delete it, then begin again"),
    )
}

fn interrupted(names: &Names, journal: &Path, lang: Lang) -> Failure {
    let files: Vec<String> = names.parts().filter(|part| part.exists()).map(|part| part.display().to_string()).collect();
    let (target, journal) = (names.rows.display(), journal.display());
    let files = [files, vec![journal.to_string()]].concat().join(", ");
    lang.pick(
        format!("{target} : un relevé vers ce fichier a été interrompu ; reprenez-le avec --resume, ou supprimez {files}"),
        format!("{target}: a run to this file broke off; take it up with --resume, or delete {files}"),
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
