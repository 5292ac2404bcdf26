//! A table's bytes cut into rows, without understanding more of them than cells and quotation marks.
//!
//! A quotation mark that is never closed, or not doubled, swallows the rows after it. Such a row costs its first line where the lines
//! after it are rows by themselves: these are read again.

use super::Reason;
use super::again::Again;
use super::fault::Fault;
use super::source::MAX_RECORD;
use super::stream::Stream;
use memchr::memchr3;
use std::io;

/// How much of the stream is looked at in one go.
const CHUNK: usize = 1 << 16;

/// How many lines of what a row swallowed are looked at to tell whether they are rows.
const SAMPLE: usize = 1000;

const MARK: &[u8] = b"\xef\xbb\xbf";

/// How many cells a row has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Width {
    /// At least, where any holds something.
    pub least: usize,
    /// At most, empty ones at the end not counted.
    pub most: usize,
}

impl Width {
    pub(super) const ANY: Self = Self { least: 0, most: usize::MAX };
}

/// One row as it stands in the file, with its line end.
pub(super) struct Row {
    pub bytes: Vec<u8>,
    pub line: u64,
}

/// The rows of a table.
pub(super) struct Rows {
    input: Again,
    separator: u8,
    pub width: Width,
    line: u64,
    /// The row before was spoilt by a quotation mark; what follows may be the rest of it.
    recovering: bool,
    ended: bool,
}

impl Rows {
    pub(super) fn new(stream: Stream, separator: u8) -> Self {
        Self { input: Again::new(stream), separator, width: Width::ANY, line: 1, recovering: false, ended: false }
    }

    /// The next row, or what is wrong with it; after trouble with reading itself there is none.
    pub(super) fn next(&mut self) -> Option<Result<Row, Fault>> {
        let cut = if self.ended { Ok(None) } else { self.cut() };
        cut.unwrap_or_else(|error| {
            self.ended = true;
            Some(Err(error.into()))
        })
    }

    fn cut(&mut self) -> io::Result<Option<Result<Row, Fault>>> {
        self.skip_empty_lines()?;
        let mut shape = Shape::default();
        let mut bytes = Vec::new();
        let mut too_long = false;
        loop {
            let chunk = self.input.fill()?;
            let chunk = &chunk[..chunk.len().min(CHUNK)];
            if chunk.is_empty() {
                self.ended = true;
                break;
            }
            let (used, whole) = shape.take(chunk, self.separator, self.width);
            if !too_long {
                bytes.extend_from_slice(&chunk[..used]);
            }
            self.input.consume(used);
            if whole {
                break;
            }
            if bytes.len() > MAX_RECORD {
                if shape.state == State::Quoted && self.reads_again(&bytes) {
                    return Ok(Some(Err(self.unclosed(self.line, &shape, &bytes))));
                }
                too_long = true;
                bytes = Vec::new();
            }
        }
        if self.ended && shape.bytes == 0 {
            return Ok(None);
        }
        let line = self.line;
        self.line += shape.lines;
        if too_long {
            let open = self.ended && shape.state == State::Quoted;
            let reason = if open { Reason::LostRows { lines: shape.lines + 1 } } else { Reason::TooLong { megabytes: MAX_RECORD >> 20 } };
            return Ok(Some(Err(Fault::at(line, reason))));
        }
        Ok(Some(self.judged(bytes, line, &shape)))
    }

    fn skip_empty_lines(&mut self) -> io::Result<()> {
        loop {
            let chunk = self.input.fill()?;
            let ends = chunk.iter().take_while(|byte| is_line_end(**byte)).count();
            self.line += chunk[..ends].iter().filter(|byte| **byte == b'\n').count() as u64;
            self.input.consume(ends);
            if ends == 0 {
                return Ok(());
            }
        }
    }

    fn judged(&mut self, bytes: Vec<u8>, line: u64, shape: &Shape) -> Result<Row, Fault> {
        let spoilt = shape.stray || shape.state == State::Quoted || (self.recovering && shape.loose);
        let wrong = shape.wrong_width(self.width);
        if !spoilt && wrong.is_none() {
            self.recovering = false;
            let mut bytes = bytes.strip_prefix(MARK).map(<[u8]>::to_vec).unwrap_or(bytes);
            if !bytes.last().is_some_and(|byte| is_line_end(*byte)) {
                bytes.push(b'\n');
            }
            return Ok(Row { bytes, line });
        }
        self.recovering |= spoilt;
        let one_line = bytes[first_line(&bytes)..].trim_ascii().is_empty();
        Err(match wrong {
            Some(reason) if one_line && !spoilt => Fault::at(line, reason),
            _ if one_line => Fault::at(line, Reason::UnclosedQuote),
            _ if self.reads_again(&bytes) => self.unclosed(line, shape, &bytes),
            _ => Fault::at(line, Reason::LostRows { lines: bytes.trim_ascii_end().split(|byte| *byte == b'\n').count() as u64 }),
        })
    }

    /// Goes back to the second line of a spoilt row, if what follows there are rows.
    fn reads_again(&mut self, bytes: &[u8]) -> bool {
        let rest = &bytes[first_line(bytes)..];
        let lines = || rest.split(|byte| is_line_end(*byte)).filter(|line| !line.trim_ascii().is_empty()).take(SAMPLE);
        let rows = lines().filter(|line| self.is_row(line)).count();
        rows > 0 && rows * 2 >= lines().count() && self.input.give_back(rest)
    }

    fn is_row(&self, line: &[u8]) -> bool {
        let mut shape = Shape::default();
        shape.take(line, self.separator, self.width);
        !shape.stray && !shape.loose && shape.state != State::Quoted && shape.wrong_width(self.width).is_none()
    }

    fn unclosed(&mut self, line: u64, shape: &Shape, bytes: &[u8]) -> Fault {
        self.line = line + u64::from(bytes[..first_line(bytes)].ends_with(b"\n"));
        self.recovering = true;
        self.ended = false;
        let opened = if shape.state == State::Quoted { shape.opened } else { 0 };
        Fault::at(line + opened, Reason::UnclosedQuote)
    }
}

/// Where in a row a byte stands, by the rules of the CSV reader: a quotation mark opens only at the start of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    CellStart,
    Plain,
    Quoted,
    /// After a quotation mark inside quotation marks: its end, or the first half of a doubled one.
    QuoteInQuoted,
    /// After blanks behind its end.
    Behind,
}

/// What is known of a row by its bytes so far.
#[derive(Debug, Default)]
struct Shape {
    state: State,
    bytes: usize,
    /// Ends of lines.
    lines: u64,
    separators: usize,
    /// Cells up to the last that holds something.
    filled: usize,
    /// Ends of lines before the last quotation mark that opened.
    opened: u64,
    /// Something stands between the end of a quoted cell and the next one.
    stray: bool,
    /// Quotation marks without their fellow stand inside cells that did not begin with one.
    loose: bool,
}

impl Shape {
    /// Goes on until the row ends: how many bytes belong to it, and whether it did.
    fn take(&mut self, chunk: &[u8], separator: u8, width: Width) -> (usize, bool) {
        let mut at = 0;
        while at < chunk.len() {
            if self.state == State::Quoted {
                // Articles are long cells: nothing matters in them but these.
                let inside = memchr3(b'"', b'\n', b'\r', &chunk[at..]).unwrap_or(chunk.len() - at);
                self.fill(&chunk[at..at + inside]);
                at += inside;
            }
            let Some(&byte) = chunk.get(at) else { break };
            at += 1;
            self.lines += u64::from(byte == b'\n');
            let spoilt = self.stray || self.filled > width.most;
            if is_line_end(byte) && (spoilt || !self.quoted()) {
                self.bytes += at;
                return (at, true);
            }
            self.step(byte, separator, self.bytes + at - 1);
        }
        self.bytes += chunk.len();
        (chunk.len(), false)
    }

    fn quoted(&self) -> bool {
        self.state == State::Quoted
    }

    fn step(&mut self, byte: u8, separator: u8, place: usize) {
        self.state = match (self.state, byte) {
            (State::CellStart, b'"') => {
                self.opened = self.lines;
                State::Quoted
            }
            // A byte order mark, where files were put one behind the other.
            (State::CellStart, _) if MARK.get(place) == Some(&byte) => State::CellStart,
            (State::Quoted, b'"') => State::QuoteInQuoted,
            (State::Quoted, _) => State::Quoted,
            (State::QuoteInQuoted, b'"') => {
                self.fill(b"\"");
                State::Quoted
            }
            (_, byte) if byte == separator => {
                self.separators += 1;
                State::CellStart
            }
            (State::QuoteInQuoted | State::Behind, b' ' | b'\t') => State::Behind,
            (before, _) => {
                self.stray |= matches!(before, State::QuoteInQuoted | State::Behind);
                self.loose ^= byte == b'"';
                self.fill(&[byte]);
                State::Plain
            }
        };
    }

    fn fill(&mut self, bytes: &[u8]) {
        if self.filled <= self.separators && !bytes.trim_ascii_start().is_empty() {
            self.filled = self.separators + 1;
        }
    }

    fn wrong_width(&self, width: Width) -> Option<Reason> {
        if self.filled > width.most {
            Some(Reason::TooManyCells { found: self.filled, expected: width.most })
        } else if self.filled > 0 && self.separators + 1 < width.least {
            Some(Reason::TooFewCells { found: self.separators + 1, expected: width.least })
        } else {
            None
        }
    }
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// How long the first line is, with its end.
fn first_line(bytes: &[u8]) -> usize {
    match bytes.iter().position(|byte| is_line_end(*byte)) {
        Some(at) if bytes[at..].starts_with(b"\r\n") => at + 2,
        Some(at) => at + 1,
        None => bytes.len(),
    }
}
