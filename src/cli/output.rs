//! Files written whole or not at all, and standard output that may be closed early.

use super::Failure;
use crate::corpus::Rejected;
use crate::lang::Lang;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Where a command writes: a file that appears when finished, or standard output.
pub enum Output {
    File { part: BufWriter<NamedTempFile>, path: PathBuf },
    Stdout(BufWriter<io::Stdout>),
}

impl Output {
    pub fn open(path: Option<&PathBuf>, lang: Lang) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Output::Stdout(BufWriter::with_capacity(1 << 16, io::stdout()))) };
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let part = NamedTempFile::with_prefix_in(".cadrage-", folder).map_err(|e| cannot_write(path, &e, lang))?;
        Ok(Output::File { part: BufWriter::with_capacity(1 << 16, part), path: path.clone() })
    }

    /// Writes; false where nobody reads standard output any more.
    pub fn write(&mut self, bytes: &[u8], lang: Lang) -> Result<bool, Failure> {
        match self {
            Output::File { part, path } => part.write_all(bytes).map(|()| true).map_err(|e| cannot_write(path, &e, lang)),
            Output::Stdout(out) => still_read(out.write_all(bytes), lang),
        }
    }

    /// Makes the file appear.
    pub fn finish(self, lang: Lang) -> Result<(), Failure> {
        match self {
            Output::File { part, path } => {
                let file = part.into_inner().map_err(|e| cannot_write(&path, e.error(), lang))?;
                make_readable(&file);
                file.persist(&path).map(drop).map_err(|e| cannot_write(&path, &e.error, lang))
            }
            Output::Stdout(mut out) => still_read(out.flush(), lang).map(drop),
        }
    }
}

/// Temporary files are private; a result is as readable as any file of the user.
fn make_readable(file: &NamedTempFile) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Where it cannot be changed the file is still there, for its owner.
        let _ = fs::set_permissions(file.path(), fs::Permissions::from_mode(0o644));
    }
    #[cfg(not(unix))]
    let _ = file;
}

fn still_read(result: io::Result<()>, lang: Lang) -> Result<bool, Failure> {
    match result {
        Ok(()) => Ok(true),
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(e) => Err(cannot_write(Path::new("-"), &e, lang)),
    }
}

fn cannot_write(path: &Path, error: &io::Error, lang: Lang) -> Failure {
    let path = path.display();
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
    let mut table = csv::Writer::from_writer(Vec::new());
    let failed = |e: csv::Error| cannot_write(path, &io::Error::other(e), lang);
    table.write_record(["path", "line", "message"]).map_err(failed)?;
    for one in rejected {
        let line = one.line.map(|n| n.to_string()).unwrap_or_default();
        table.write_record([&*one.path, &*line, &*one.message(lang)]).map_err(failed)?;
    }
    let bytes = table.into_inner().map_err(|e| cannot_write(path, e.error(), lang))?;
    write_file(path, &bytes, lang)
}
