//! The files inside a Word, Writer or Excel document, which is a zip archive.

use super::Reason;
use super::decode;
use super::fault::Fault;
use super::source::{Bounded, Budget, MAX_WHOLE, Seekable};
use std::io::Read;
use zip::ZipArchive;
use zip::result::ZipError;

/// A document that is an archive of XML files.
pub(super) struct Package {
    archive: ZipArchive<Box<dyn Seekable>>,
    budget: Budget,
}

impl Package {
    pub(super) fn open(file: Box<dyn Seekable>, budget: Budget) -> Result<Self, Fault> {
        Ok(Self { archive: ZipArchive::new(file).map_err(damaged)?, budget })
    }

    /// The text of one of its files; `None` where it has none of that name.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(error)),
        };
        let mut bytes = Vec::new();
        Bounded { inner: file, budget: self.budget.clone() }.take(MAX_WHOLE + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > MAX_WHOLE {
            return Err(Reason::TooLarge { megabytes: MAX_WHOLE >> 20 }.into());
        }
        Ok(Some(decode::file(bytes)?.0))
    }

    /// The text of a file that every such document has.
    pub(super) fn needed(&mut self, name: &str) -> Result<String, Fault> {
        let missing = || Reason::Damaged { detail: name.to_owned() };
        Ok(self.part(name)?.ok_or_else(missing)?)
    }
}

pub(super) fn damaged(error: ZipError) -> Fault {
    match error {
        ZipError::Io(error) => Fault::from(error),
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Reason::Encrypted.into(),
        error => Reason::Damaged { detail: error.to_string() }.into(),
    }
}
