//! Bytes of one file, wherever they lie: on disk, inside an archive, compressed.

use super::Reason;
use super::fault::{Fault, fault_of, wrapped};
use super::kind::Packing;
use super::zstd::Zstd;
use std::fs::File;
use std::io::{self, Read, Seek};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::SpooledTempFile;

/// The largest file that is held in memory as a whole; tables and JSON are read record by record and know no such bound.
pub(super) const MAX_WHOLE: u64 = 256 << 20;

/// The largest record of a table or of JSON.
pub(super) const MAX_RECORD: usize = 32 << 20;

/// What is unpacked stays in memory up to this size, and goes to a temporary file beyond.
const SPOOL: usize = 16 << 20;

/// What unpacking may give whatever the size of the file, and how many times its size beyond that. Text shrinks to a third or a tenth.
const FREE: u64 = 256 << 20;
const RATIO: u64 = 200;

/// Can be read from any place.
pub(super) trait Seekable: Read + Seek + Send {}

impl<T: Read + Seek + Send> Seekable for T {}

/// How much may still be unpacked out of one file, shared by all that lies in it.
#[derive(Debug, Clone)]
pub(super) struct Budget(Arc<AtomicU64>);

impl Budget {
    /// For a packed file of so many bytes.
    pub(super) fn of(size: u64) -> Self {
        Self(Arc::new(AtomicU64::new(FREE.max(size.saturating_mul(RATIO)))))
    }

    fn spend(&self, bytes: u64) -> bool {
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(bytes)).is_ok()
    }
}

/// One file to read.
pub(super) enum Source {
    Seekable(Box<dyn Seekable>),
    Stream(Box<dyn Read + Send>),
}

impl Source {
    pub(super) fn file(file: File) -> Self {
        Source::Seekable(Box::new(file))
    }

    /// What is inside a compressed file.
    pub(super) fn unpacked(self, packing: Option<Packing>, budget: &Budget) -> Self {
        let inner: Box<dyn Read + Send> = match packing {
            None => return self,
            Some(Packing::Gzip) => Box::new(flate2::read::MultiGzDecoder::new(self.reader())),
            Some(Packing::Zstd) => Box::new(Zstd::new(self.reader())),
        };
        Source::Stream(Box::new(Bounded { inner, budget: budget.clone() }))
    }

    pub(super) fn reader(self) -> Box<dyn Read + Send> {
        match self {
            Source::Seekable(file) => Box::new(file),
            Source::Stream(stream) => stream,
        }
    }

    /// All of it.
    pub(super) fn whole(self) -> Result<Vec<u8>, Fault> {
        let mut bytes = Vec::new();
        self.reader().take(MAX_WHOLE + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > MAX_WHOLE {
            return Err(Reason::TooLarge { megabytes: MAX_WHOLE >> 20 }.into());
        }
        Ok(bytes)
    }

    /// To be read from any place.
    pub(super) fn seekable(self) -> Result<Box<dyn Seekable>, Fault> {
        match self {
            Source::Seekable(file) => Ok(file),
            Source::Stream(stream) => Ok(Box::new(spooled(stream)?)),
        }
    }
}

/// Reads everything into memory, or into a temporary file where that is too much.
pub(super) fn spooled(mut stream: impl Read) -> Result<SpooledTempFile, Fault> {
    let mut file = SpooledTempFile::new(SPOOL);
    io::copy(&mut stream, &mut file)?;
    file.rewind()?;
    Ok(file)
}

/// Stops where more comes out than any honest file gives.
pub(super) struct Bounded<R> {
    pub inner: R,
    pub budget: Budget,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        // What a decoder says of damaged bytes has many kinds; ours is one.
        let damaged = |error: io::Error| match fault_of(&error) {
            Fault { reason: Reason::Unreadable { detail }, .. } => wrapped(Reason::Damaged { detail }),
            fault => wrapped(fault),
        };
        let read = self.inner.read(out).map_err(damaged)?;
        if self.budget.spend(read as u64) { Ok(read) } else { Err(wrapped(Reason::Bomb)) }
    }
}
