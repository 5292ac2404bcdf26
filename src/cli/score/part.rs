//! A file that has its name only when it is whole; until then it is `NAME.part`.

use crate::cli::Failure;
use crate::cli::output::cannot_write;
use crate::lang::Lang;
use std::fs::{self, File, OpenOptions};
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

/// `scores.jsonl` as `scores.jsonl.part`.
pub fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

impl Part {
    pub fn create(target: &Path, lang: Lang) -> Result<Self, Failure> {
        let path = with_ending(target, "part");
        let file = File::create(&path).map_err(|error| cannot_write(&path, &error, lang))?;
        Ok(Self { file: BufWriter::with_capacity(1 << 18, file), length: 0, path })
    }

    /// Goes on behind so many bytes of what is there.
    pub fn reopen(target: &Path, length: u64, lang: Lang) -> Result<Self, Failure> {
        let path = with_ending(target, "part");
        let open = || -> io::Result<File> {
            let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(&path)?;
            if file.metadata()?.len() < length {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            file.set_len(length)?;
            file.seek(SeekFrom::Start(length))?;
            Ok(file)
        };
        let file = open().map_err(|error| cannot_write(&path, &error, lang))?;
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
