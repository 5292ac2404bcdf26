//! A zstd file: all of its frames one after the other, each compared with its checksum.

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::io::{self, BufRead, BufReader, Read};

/// A last block without content, and room for a checksum: what lets the decoder hand out what it holds of a frame that is cut off.
const LAST_BLOCK: [u8; 7] = [1, 0, 0, 0, 0, 0, 0];

/// What is inside a zstd file.
pub(super) struct Zstd<R: Read> {
    source: BufReader<Remembering<R>>,
    decoder: FrameDecoder,
    within: bool,
    /// Why there is no more than what the decoder still holds.
    broken: Option<io::Error>,
}

impl<R: Read> Zstd<R> {
    pub(super) fn new(source: R) -> Self {
        let source = BufReader::new(Remembering { inner: source, failure: None });
        Self { source, decoder: FrameDecoder::new(), within: false, broken: None }
    }

    /// Goes to the next frame that holds something; false at the end of the file.
    fn begin(&mut self) -> Result<bool, Error> {
        while !self.source.fill_buf()?.is_empty() {
            match self.decoder.reset(&mut self.source) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    let skipped = io::copy(&mut self.source.by_ref().take(length.into()), &mut io::sink())?;
                    if skipped < length.into() {
                        return Err(damage("a skippable frame is cut off"));
                    }
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::BadMagicNumber(_))) => {
                    return Err(damage("no zstd frame begins where one should"));
                }
                Err(error) => return Err(Box::new(error)),
            }
        }
        Ok(false)
    }

    /// Decodes until the decoder holds something or its frame ends.
    fn decode(&mut self) -> Result<(), Error> {
        while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
            self.decoder.decode_blocks(&mut self.source, BlockDecodingStrategy::UptoBlocks(1))?;
        }
        Ok(())
    }

    /// What is wrong, as the system said it where reading was the trouble.
    fn why(&mut self, error: Error) -> io::Error {
        match self.source.get_mut().failure.take() {
            Some(failure) => failure,
            None => io::Error::new(io::ErrorKind::InvalidData, error),
        }
    }

    fn is_cut_off(&mut self) -> bool {
        self.source.fill_buf().is_ok_and(<[u8]>::is_empty)
    }
}

impl<R: Read> Read for Zstd<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.within {
                if let Some(error) = self.broken.take() {
                    return Err(error);
                }
                self.within = self.begin().map_err(|error| self.why(error))?;
                if !self.within {
                    return Ok(0);
                }
            }
            if let Err(error) = self.decode() {
                let error = self.why(error);
                self.broken = Some(error);
                // All that was whole before the end of a file that is cut off is handed out first.
                let held = self.is_cut_off() && self.decoder.decode_blocks(&LAST_BLOCK[..], BlockDecodingStrategy::All).is_ok();
                self.within = held;
                continue;
            }
            let read = self.decoder.read(out)?;
            if read > 0 || out.is_empty() {
                return Ok(read);
            }
            self.within = false;
            let (told, found) = (self.decoder.get_checksum_from_data(), self.decoder.get_calculated_checksum());
            if self.broken.is_none() && told.is_some() && told != found {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "the checksum of a zstd frame does not match"));
            }
        }
    }
}

type Error = Box<dyn std::error::Error + Send + Sync>;

fn damage(what: &str) -> Error {
    what.into()
}

/// Keeps the error of the system, which the decoder's own does not tell.
struct Remembering<R> {
    inner: R,
    failure: Option<io::Error>,
}

impl<R: Read> Read for Remembering<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.inner.read(out).map_err(|error| {
            let kind = error.kind();
            if kind != io::ErrorKind::Interrupted {
                self.failure = Some(error);
            }
            kind.into()
        })
    }
}
