//! Files written whole or not at all, and standard output that may be closed early.

use super::Failure;
use super::target::Target;
use crate::corpus::Rejected;
use crate::lang::Lang;
use clap::ArgMatches;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Where a command writes: a file that appears when finished, or standard output.
pub enum Output {
    File {
        part: BufWriter<NamedTempFile>,
        path: PathBuf,
    },
    /// Standard output, a device, a pipe.
    Stream {
        out: BufWriter<Box<dyn Write + Send>>,
        path: PathBuf,
    },
}

impl Output {
    pub fn open(path: Option<&PathBuf>, lang: Lang) -> Result<Self, Failure> {
        let stream = |out, path: &Path| Output::Stream { out: BufWriter::with_capacity(1 << 16, out), path: path.to_owned() };
        match Target::of(path.map(PathBuf::as_path)) {
            Target::Standard => Ok(stream(Box::new(io::stdout()), Path::new("-"))),
            Target::Stream(path) => {
                let device = fs::OpenOptions::new().append(true).open(&path).map_err(|e| cannot_write(&path, &e, lang))?;
                Ok(stream(Box::new(device), &path))
            }
            Target::File(path) => {
                let part = temporary_beside(&path).map_err(|e| cannot_write(&path, &e, lang))?;
                Ok(Output::File { part: BufWriter::with_capacity(1 << 16, part), path })
            }
        }
    }

    /// Writes; false where nobody reads standard output any more.
    pub fn write(&mut self, bytes: &[u8], lang: Lang) -> Result<bool, Failure> {
        match self {
            Output::File { part, path } => part.write_all(bytes).map(|()| true).map_err(|e| cannot_write(path, &e, lang)),
            Output::Stream { out, path } => still_read(out.write_all(bytes), path, lang),
        }
    }

    /// Makes the file appear.
    pub fn finish(self, lang: Lang) -> Result<(), Failure> {
        match self {
            Output::File { part, path } => {
                let file = part.into_inner().map_err(|e| cannot_write(&path, e.error(), lang))?;
                file.persist(&path).map(drop).map_err(|e| cannot_write(&path, &e.error, lang))
            }
            Output::Stream { mut out, path } => still_read(out.flush(), &path, lang).map(drop),
        }
    }
}

/// The file that `-o` names; none where that is standard output.
pub fn named(args: &ArgMatches) -> Option<&PathBuf> {
    args.get_one::<PathBuf>("output").filter(|path| Target::of(Some(path)) != Target::Standard)
}

/// The folder of a file.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// `scores.jsonl` as `scores.jsonl.part`.
pub fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

/// A temporary file in the folder of a result, as readable as any new file of the user.
pub fn temporary_beside(path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".cadrage-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The system takes from this what the user's umask forbids.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder_of(path))
}

fn still_read(result: io::Result<()>, path: &Path, lang: Lang) -> Result<bool, Failure> {
    match result {
        Ok(()) => Ok(true),
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(e) => Err(cannot_write(path, &e, lang)),
    }
}

pub fn cannot_write(path: &Path, error: &io::Error, lang: Lang) -> Failure {
    let folder = folder_of(path);
    if !folder.exists() {
        let (path, folder) = (path.display(), folder.display());
        return lang.pick(
            format!("{path} : le dossier {folder} n'existe pas ; créez-le, ou choisissez-en un autre"),
            format!("{path}: the folder {folder} does not exist; make it, or choose another one"),
        );
    }
    let path = path.display();
    // What a temporary file says of itself names a file that nobody asked for.
    let error = if error.get_ref().is_some() { io::Error::from(error.kind()).to_string() } else { error.to_string() };
    lang.pick(
        format!("{path} : écriture impossible ({error}) ; vérifiez le dossier, les droits et la place sur le disque"),
        format!("{path}: cannot be written ({error}); check the folder, its permissions and the space on disk"),
    )
}

/// Writes one file, whole.
pub fn write_file(path: &Path, bytes: &[u8], lang: Lang) -> Result<(), Failure> {
    let mut out = Output::open(Some(&path.to_path_buf()), lang)?;
    out.write(bytes, lang)?;
    out.finish(lang)
}

/// Makes a folder where there is none.
pub fn make_folder(path: &Path, lang: Lang) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|e| cannot_write(path, &e, lang))
}

/// `--rejects`: a CSV row for each input that could not be used.
pub fn write_rejects(path: &Path, rejected: &[Rejected], lang: Lang) -> Result<(), Failure> {
    let rows = rejected.iter().flat_map(|one| reject_row(one, lang));
    write_file(path, &rejects_header().into_iter().chain(rows).collect::<Vec<u8>>(), lang)
}

pub fn rejects_header() -> Vec<u8> {
    b"path,line,message\n".to_vec()
}

pub fn reject_row(rejected: &Rejected, lang: Lang) -> Vec<u8> {
    let line = rejected.line.map(|n| n.to_string()).unwrap_or_default();
    csv_row([&*rejected.path, &*line, &*rejected.message(lang)])
}

/// One row of a CSV file.
pub fn csv_row<C: AsRef<[u8]>>(cells: impl IntoIterator<Item = C>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(cells);
    writer.into_inner().unwrap_or_default()
}
