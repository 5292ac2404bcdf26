//! A file read piece by piece, in bytes that agree with ASCII and without a byte order mark.

use super::{Warning, decode};
use encoding_rs::{CoderResult, Decoder};
use std::io::{self, BufRead, BufReader, Chain, Cursor, Read};

/// The source of records.
pub(super) type Stream = Box<dyn BufRead + Send>;

/// How much can be looked at before anything is read: the header of a table, the first character of standard input.
const HEAD: usize = 1 << 16;

/// Looks at the first bytes, takes a mark away and turns UTF-16 into UTF-8.
pub(super) fn open(mut source: impl Read + Send + 'static) -> io::Result<(Stream, Option<Warning>)> {
    let mut head = Vec::with_capacity(HEAD);
    // What breaks already here is told in its place, behind what was read.
    let broken = source.by_ref().take(HEAD as u64).read_to_end(&mut head).err();
    let source = Rest { broken, source };
    if let Some((encoding, mark)) = decode::utf16_mark(&head) {
        let warning = Warning::Decoded { encoding: encoding.name() };
        let rest = Cursor::new(head.split_off(mark)).chain(source);
        let decoded = Utf16 {
            source: BufReader::new(rest),
            decoder: encoding.new_decoder_without_bom_handling(),
            ready: Vec::new(),
            given: 0,
            ended: false,
        };
        return Ok((Box::new(BufReader::new(decoded)), Some(warning)));
    }
    if head.starts_with(b"\xef\xbb\xbf") {
        head.drain(..3);
    }
    Ok((Box::new(BufReader::with_capacity(HEAD, Cursor::new(head).chain(source))), None))
}

/// What follows the first bytes.
struct Rest<R> {
    broken: Option<io::Error>,
    source: R,
}

impl<R: Read> Read for Rest<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.broken.take().map_or_else(|| self.source.read(out), Err)
    }
}

/// UTF-16 as UTF-8 bytes.
struct Utf16<R> {
    source: BufReader<Chain<Cursor<Vec<u8>>, R>>,
    decoder: Decoder,
    ready: Vec<u8>,
    given: usize,
    ended: bool,
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() && !self.ended {
            self.refill()?;
        }
        let left = &self.ready[self.given..];
        let n = left.len().min(out.len());
        out[..n].copy_from_slice(&left[..n]);
        self.given += n;
        Ok(n)
    }
}

impl<R: Read> Utf16<R> {
    fn refill(&mut self) -> io::Result<()> {
        let input = self.source.fill_buf()?;
        let last = input.is_empty();
        self.ready.resize(16 << 10, 0);
        let (result, read, written, _) = self.decoder.decode_to_utf8(input, &mut self.ready, last);
        self.source.consume(read);
        self.ready.truncate(written);
        self.given = 0;
        self.ended = last && result == CoderResult::InputEmpty;
        Ok(())
    }
}
