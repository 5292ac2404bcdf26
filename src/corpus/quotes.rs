//! A table's bytes on their way to the CSV reader, watched for quotation marks that are never closed and rows without end.

use super::Reason;
use super::fault::{Fault, wrapped};
use super::source::MAX_RECORD;
use super::stream::Stream;
use std::io::{self, Read};

/// Where in a row a byte stands, by the rules of the CSV reader: a quotation mark opens only at the start of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    CellStart,
    Plain,
    Quoted,
    /// After a quotation mark inside quotation marks: its end, or the first half of a doubled one.
    QuoteInQuoted,
}

/// The watched stream.
pub(super) struct Watched {
    stream: Stream,
    separator: u8,
    state: State,
    line: u64,
    /// The line of the last quotation mark that opened.
    opened: u64,
    /// The line and length of the row so far.
    row_line: u64,
    row: usize,
    ended: bool,
}

impl Watched {
    pub(super) fn new(stream: Stream, separator: u8) -> Self {
        Self { stream, separator, state: State::CellStart, line: 1, opened: 1, row_line: 1, row: 0, ended: false }
    }

    /// The line of a quotation mark that was still open when the file ended.
    pub(super) fn unclosed(&self) -> Option<u64> {
        (self.ended && self.state == State::Quoted).then_some(self.opened)
    }

    fn watch(&mut self, byte: u8) {
        self.row += 1;
        let next_cell = byte == self.separator || byte == b'\n' || byte == b'\r';
        self.state = match (self.state, byte) {
            (State::CellStart, b'"') => {
                self.opened = self.line;
                State::Quoted
            }
            (State::Quoted, b'"') => State::QuoteInQuoted,
            (State::Quoted, _) => State::Quoted,
            (State::QuoteInQuoted, b'"') => State::Quoted,
            _ if next_cell => State::CellStart,
            _ => State::Plain,
        };
        if byte == b'\n' {
            self.line += 1;
        }
        if self.state == State::CellStart && byte != self.separator {
            self.row = 0;
            self.row_line = self.line;
        }
    }
}

impl Read for Watched {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.stream.read(out)?;
        self.ended = read == 0 && !out.is_empty();
        for &byte in &out[..read] {
            self.watch(byte);
            if self.row > MAX_RECORD {
                // The row is given up before it fills the memory.
                let fault = match self.state {
                    State::Quoted => Fault::at(self.opened, Reason::UnclosedQuote),
                    _ => Fault::at(self.row_line, Reason::TooLong { megabytes: MAX_RECORD >> 20 }),
                };
                return Err(wrapped(fault));
            }
        }
        Ok(read)
    }
}
