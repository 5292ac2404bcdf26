//! Where rows and refusals go: files with a journal, or a stream that nobody can take up again.

use super::journal::{Journal, Point};
use crate::cli::Failure;
use crate::cli::output::{Output, rejects_header};
use crate::lang::Lang;
use std::path::PathBuf;

pub enum Sink {
    /// Refusals are among the files, unless they go into a device or a pipe.
    Files {
        journal: Box<Journal>,
        refused: Option<Output>,
    },
    Stream {
        rows: Output,
        refused: Option<Output>,
    },
}

impl Sink {
    /// Standard output, or a device such as `/dev/null`.
    pub fn stream(path: Option<&PathBuf>, refused: Option<&PathBuf>, lang: Lang) -> Result<Self, Failure> {
        let refused = refused.map(|path| Output::open(Some(path), lang)).transpose()?;
        Ok(Sink::Stream { rows: Output::open(path, lang)?, refused })
    }

    /// What stands before the first row of a new file.
    pub fn begin(&mut self, header: &[u8], lang: Lang) -> Result<bool, Failure> {
        self.refuse(&rejects_header(), lang)?;
        self.row(header, lang)
    }

    /// False where nobody reads any more.
    pub fn row(&mut self, bytes: &[u8], lang: Lang) -> Result<bool, Failure> {
        match self {
            Sink::Files { journal, .. } => journal.row(bytes).map(|()| true),
            Sink::Stream { rows, .. } => rows.write(bytes, lang),
        }
    }

    pub fn refuse(&mut self, row: &[u8], lang: Lang) -> Result<(), Failure> {
        if let Sink::Files { journal, .. } = self {
            journal.refuse(row)?;
        }
        let (Sink::Files { refused, .. } | Sink::Stream { refused, .. }) = self;
        refused.as_mut().map_or(Ok(()), |refused| refused.write(row, lang).map(drop))
    }

    /// True where it is time to write down how far the run has come.
    pub fn is_due(&self) -> bool {
        matches!(self, Sink::Files { journal, .. } if journal.is_due())
    }

    pub fn mark(&mut self, point: Point) -> Result<(), Failure> {
        match self {
            Sink::Files { journal, .. } => journal.mark(point),
            Sink::Stream { .. } => Ok(()),
        }
    }

    /// The run ends here and is to be taken up again.
    pub fn leave(self, point: Point, lang: Lang) -> Result<(), Failure> {
        match self {
            Sink::Files { mut journal, refused } => {
                journal.mark(point)?;
                end(refused, lang)
            }
            Sink::Stream { rows, refused } => {
                end(refused, lang)?;
                rows.finish(lang)
            }
        }
    }

    pub fn finish(self, point: Point, lang: Lang) -> Result<(), Failure> {
        match self {
            Sink::Files { journal, refused } => {
                end(refused, lang)?;
                if point.articles == 0 { journal.discard() } else { journal.finish(point) }
            }
            Sink::Stream { rows, refused } => {
                end(refused, lang)?;
                rows.finish(lang)
            }
        }
    }
}

fn end(refused: Option<Output>, lang: Lang) -> Result<(), Failure> {
    refused.map_or(Ok(()), |refused| refused.finish(lang))
}
