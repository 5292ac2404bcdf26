//! Bytes into text: UTF-8, UTF-16, and the single-byte encodings in which French was written; no binary.

use super::fault::Fault;
use super::{Reason, Warning};
use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much of a file is looked at for control characters, and for the encoding.
const SAMPLE: usize = 64 << 10;

/// The text of a whole file, without its byte order mark.
pub(super) fn file(bytes: Vec<u8>) -> Result<(String, Option<Warning>), Fault> {
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

/// A piece of a file in an encoding that agrees with ASCII: UTF-8, slightly damaged UTF-8, or a single-byte encoding.
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
    // Accents of one byte almost never form valid UTF-8 by chance, so a majority of well-formed ones settles it.
    if accents > 4 * stray {
        let warning = Warning::Damaged { characters: stray };
        return (String::from_utf8_lossy(bytes).into_owned(), Some(warning));
    }
    let encoding = single_byte(bytes);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    (text.into_owned(), Some(Warning::Decoded { encoding: encoding.name() }))
}

/// Windows-1252, Latin-9 or MacRoman: the one in which most of the high bytes are letters and marks of French. Of equals the first.
fn single_byte(bytes: &[u8]) -> &'static Encoding {
    let high: Vec<u8> = bytes.iter().copied().filter(|b| *b >= 0x80).take(SAMPLE).collect();
    let mut best = (WINDOWS_1252, i64::MIN);
    for encoding in [WINDOWS_1252, ISO_8859_15, MACINTOSH] {
        let (text, _) = encoding.decode_without_bom_handling(&high);
        let score = text.chars().map(frenchness).sum();
        if score > best.1 {
            best = (encoding, score);
        }
    }
    best.0
}

/// How much a character speaks for French text.
fn frenchness(c: char) -> i64 {
    match c {
        'é' | 'è' | 'à' | 'ê' | 'ç' => 4,
        'â' | 'î' | 'ï' | 'ô' | 'ù' | 'û' | 'ë' | 'ü' | 'œ' | 'É' | 'À' | 'Ê' | 'È' | 'Ç' | '’' | '«' | '»' | '\u{a0}' => {
            3
        }
        'æ' | 'ÿ' | 'Œ' | 'Â' | 'Î' | 'Ô' | '…' | '–' | '—' | '“' | '”' | '‘' | '€' | '°' | '•' | '·' => 1,
        'á' | 'í' | 'ó' | 'ú' | 'ñ' | 'ö' | 'ä' | '½' | '²' | '©' | '®' | '™' | '§' | '£' => 0,
        _ => -4,
    }
}

/// The UTF-16 that a byte order mark or a row of NULs announces, and the length of the mark.
pub(super) fn utf16_mark(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    match bytes {
        [0xff, 0xfe, ..] => Some((UTF_16LE, 2)),
        [0xfe, 0xff, ..] => Some((UTF_16BE, 2)),
        _ => utf16_unmarked(bytes).map(|encoding| (encoding, 0)),
    }
}

/// Every second byte of Latin text in UTF-16 is NUL, and the bytes between them are text.
fn utf16_unmarked(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(1 << 10) & !1];
    let texts = |at: usize| sample.iter().skip(at).step_by(2).filter(|b| **b >= 0x20 || matches!(**b, b'\n' | b'\r' | b'\t')).count();
    let nuls = |at: usize| sample.iter().skip(at).step_by(2).filter(|b| **b == 0).count();
    let half = sample.len() / 2;
    if half < 4 {
        return None;
    }
    match () {
        () if nuls(1) * 10 > half * 7 && texts(0) * 20 > half * 19 => Some(UTF_16LE),
        () if nuls(0) * 10 > half * 7 && texts(1) * 20 > half * 19 => Some(UTF_16BE),
        () => None,
    }
}

/// Refuses what is no text: control characters all over, or a NUL anywhere.
pub(super) fn plain(text: String, warning: Option<Warning>) -> Result<(String, Option<Warning>), Fault> {
    let sample = &text.as_bytes()[..text.len().min(SAMPLE)];
    let controls = sample.iter().filter(|&&b| (b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c)) || b == 0x7f).count();
    if controls * 10 > sample.len() {
        return Err(Reason::Binary.into());
    }
    match text.as_bytes().iter().position(|b| *b == 0) {
        Some(at) => {
            let line = 1 + text.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() as u64;
            Err(Fault::at(line, Reason::NulCharacter))
        }
        None => Ok((text, warning)),
    }
}
