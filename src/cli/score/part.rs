//! A file that has its name only when it is whole; until then it is `NAME.part`.

use crate::cli::Failure;
use crate::cli::output::{cannot_write, with_ending};
use crate::lang::Lang;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

pub struct Part {
    file: BufWriter<File>,
    /// Bytes written, those still in memory among them.
    length: u64,
    path: PathBuf,
}

/// What a whole file becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    AsWritten,
    #[cfg(feature = "parquet")]
    Parquet,
}

impl Part {
    /// Goes on behind so many bytes of what is there; from 0 on it is made anew.
    pub fn open(target: &Path, length: u64, lang: Lang) -> Result<Self, Failure> {
        let path = with_ending(target, "part");
        let failed = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound if length > 0 => too_short(&path, lang),
            _ => cannot_write(&path, &error, lang),
        };
        let mut file = OpenOptions::new().write(true).create(length == 0).truncate(false).open(&path).map_err(failed)?;
        lock(&file, target, lang)?;
        if file.metadata().map_err(failed)?.len() < length {
            return Err(too_short(&path, lang));
        }
        file.set_len(length).and_then(|()| file.seek(SeekFrom::Start(length))).map_err(failed)?;
        Ok(Self { file: BufWriter::with_capacity(1 << 18, file), length, path })
    }

    pub fn write(&mut self, bytes: &[u8], lang: Lang) -> Result<(), Failure> {
        self.length += bytes.len() as u64;
        self.file.write_all(bytes).map_err(|error| resumable(&self.path, &error, lang))
    }

    /// Brings everything to the disk and tells how long it is.
    pub fn sync(&mut self, lang: Lang) -> Result<u64, Failure> {
        let synced = self.file.flush().and_then(|()| self.file.get_ref().sync_data());
        synced.map(|()| self.length).map_err(|error| resumable(&self.path, &error, lang))
    }

    pub fn remove(self, lang: Lang) -> Result<(), Failure> {
        fs::remove_file(&self.path).map_err(|error| cannot_write(&self.path, &error, lang))
    }
}

/// True where nothing has been written to the part of a file.
pub fn is_empty(target: &Path) -> bool {
    with_ending(target, "part").metadata().map_or(true, |about| about.is_file() && about.len() == 0)
}

/// Two runs would write into each other's rows.
pub fn lock(file: &File, target: &Path, lang: Lang) -> Result<(), Failure> {
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(lang.pick(
            format!("{} : un autre relevé écrit en ce moment vers ce fichier ; attendez sa fin ou donnez un autre nom", target.display()),
            format!("{}: another run writes to this file now; wait for its end or give another name", target.display()),
        )),
        // A file system without locks.
        Err(TryLockError::Error(_)) | Ok(()) => Ok(()),
    }
}

fn too_short(path: &Path, lang: Lang) -> Failure {
    let path = path.display();
    lang.pick(
        format!("{path} : ce fichier manque, ou est plus court que le journal du relevé interrompu ne le dit : la reprise est impossible ; remettez-le, ou supprimez les fichiers .part et .journal de ce relevé, puis recommencez"),
        format!("{path}: this file is missing, or shorter than the journal of the run that broke off says: it cannot be taken up; put it back, or delete the .part and .journal files of this run, then begin again"),
    )
}

/// Gives a file that is whole its name; again, where a run was killed in between.
pub fn appear(target: &Path, shape: Shape, lang: Lang) -> Result<(), Failure> {
    let part = with_ending(target, "part");
    if !part.exists() && target.exists() {
        return Ok(());
    }
    let named = match shape {
        Shape::AsWritten => fs::rename(&part, target),
        #[cfg(feature = "parquet")]
        Shape::Parquet => {
            let made = with_ending(target, "made");
            let written = super::parquet::write(&part, &made).map_err(io::Error::other);
            written.and_then(|()| fs::rename(&made, target)).and_then(|()| fs::remove_file(&part))
        }
    };
    named.map_err(|error| resumable(target, &error, lang))
}

fn resumable(path: &Path, error: &io::Error, lang: Lang) -> Failure {
    let failure = cannot_write(path, error, lang);
    lang.pick(format!("{failure}, puis reprenez avec --resume"), format!("{failure}, then go on with --resume"))
}
