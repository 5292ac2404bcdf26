//! Trouble on the way from bytes to a record, before it is known which article it costs.

use super::{Reason, Rejected};
use std::io;

/// What Linux and the systems descended from BSD say of a link that leads to itself.
const ELOOP: i32 = if cfg!(target_os = "linux") { 40 } else { 62 };

/// A reason, and the line where it showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub line: Option<u64>,
    pub reason: Reason,
}

impl Fault {
    pub(super) fn at(line: u64, reason: Reason) -> Self {
        Self { line: Some(line), reason }
    }

    pub(super) fn of(self, path: &str) -> Rejected {
        Rejected { path: path.to_owned(), line: self.line, reason: self.reason }
    }
}

impl From<Reason> for Fault {
    fn from(reason: Reason) -> Self {
        Self { line: None, reason }
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        fault_of(&error)
    }
}

/// An [`io::Error`] that carries a fault of ours through a reader of somebody else.
pub(super) fn wrapped(fault: impl Into<Fault>) -> io::Error {
    io::Error::other(Wrapped(fault.into()))
}

/// The fault in an error, our own where one was wrapped.
pub(super) fn fault_of(error: &io::Error) -> Fault {
    if let Some(Wrapped(fault)) = error.get_ref().and_then(|inner| inner.downcast_ref()) {
        return fault.clone();
    }
    let reason = match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::InvalidFilename => Reason::Missing,
        _ if error.raw_os_error() == Some(ELOOP) => Reason::DeadLink,
        io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => {
            Reason::Damaged { detail: error.to_string() }
        }
        io::ErrorKind::PermissionDenied => Reason::Unreadable { detail: error.to_string() },
        // The system itself gave up: a disk, a network, no more files to open.
        _ if error.raw_os_error().is_some() => Reason::BrokenOff { detail: error.to_string() },
        _ => Reason::Unreadable { detail: error.to_string() },
    };
    reason.into()
}

#[derive(Debug)]
struct Wrapped(Fault);

impl std::fmt::Display for Wrapped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.reason.message(crate::lang::Lang::En))
    }
}

impl std::error::Error for Wrapped {}
