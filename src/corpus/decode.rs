//! Bytes into text: UTF-8, UTF-16 by its mark, Windows-1252 for the rest; no binary.

use super::{Reason, Warning};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much of a file is looked at for control characters.
const SAMPLE: usize = 64 << 10;

/// The text of a whole file, without its byte order mark.
pub(super) fn file(bytes: Vec<u8>) -> Result<(String, Option<Warning>), Reason> {
    if let Some((utf16, mark)) = utf16_mark(&bytes) {
        let (text, _) = utf16.decode_without_bom_handling(&bytes[mark..]);
        return plain(text.into_owned(), Some(Warning::Decoded { encoding: utf16.name() }));
    }
    let bytes = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => rest.to_vec(),
        None => bytes,
    };
    let (text, warning) = record(bytes);
    plain(text, warning)
}

/// A piece of a file in an encoding that agrees with ASCII: UTF-8, slightly damaged UTF-8, or Windows-1252.
pub(super) fn record(bytes: Vec<u8>) -> (String, Option<Warning>) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => not_utf8(error.as_bytes()),
    }
}

fn not_utf8(bytes: &[u8]) -> (String, Option<Warning>) {
    let (mut accents, mut stray) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        accents += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        stray += usize::from(!chunk.invalid().is_empty());
    }
    // Windows-1252 accents almost never form valid UTF-8 by chance, so a majority of well-formed ones settles it.
    if accents > 4 * stray {
        let warning = Warning::Damaged { characters: stray };
        return (String::from_utf8_lossy(bytes).into_owned(), Some(warning));
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let warning = Warning::Decoded { encoding: WINDOWS_1252.name() };
    (text.into_owned(), Some(warning))
}

/// The UTF-16 that a byte order mark announces, and the length of the mark.
pub(super) fn utf16_mark(bytes: &[u8]) -> Option<(&'static encoding_rs::Encoding, usize)> {
    match bytes {
        [0xff, 0xfe, ..] => Some((UTF_16LE, 2)),
        [0xfe, 0xff, ..] => Some((UTF_16BE, 2)),
        _ => None,
    }
}

/// Refuses what is no text: a NUL anywhere, or control characters all over.
pub(super) fn plain(text: String, warning: Option<Warning>) -> Result<(String, Option<Warning>), Reason> {
    let sample = &text.as_bytes()[..text.len().min(SAMPLE)];
    let controls = sample.iter().filter(|&&b| (b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c)) || b == 0x7f).count();
    if controls * 10 > sample.len() || text.as_bytes().contains(&0) { Err(Reason::Binary) } else { Ok((text, warning)) }
}
