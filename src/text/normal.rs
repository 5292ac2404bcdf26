//! The normal form of a word: how two spellings of the same letters become one key.

use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

const SOFT_HYPHEN: char = '\u{ad}';

/// Lower case, NFC, straight apostrophe, no soft hyphen; `ﬁ`-like ligatures opened, `œ` kept.
pub fn normal(surface: &str) -> Cow<'_, str> {
    if surface.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'' || b == b'-') {
        return Cow::Borrowed(surface);
    }
    if let Some(normal) = normal_latin(surface) {
        return Cow::Owned(normal);
    }
    let mut out = String::with_capacity(surface.len());
    let mut push = |c: char| match c {
        SOFT_HYPHEN => {}
        '’' | 'ʼ' | '‘' => out.push('\''),
        '‑' | '‐' => out.push('-'),
        'ﬁ' => out.push_str("fi"),
        'ﬂ' => out.push_str("fl"),
        _ => out.extend(c.to_lowercase()),
    };
    if is_nfc(surface) {
        surface.chars().for_each(&mut push);
    } else {
        surface.nfc().for_each(&mut push);
    }
    Cow::Owned(out)
}

/// The same for words of Latin-1, which are NFC as they stand: nearly all words of French.
fn normal_latin(surface: &str) -> Option<String> {
    let mut out = String::with_capacity(surface.len());
    for c in surface.chars() {
        out.push(match c {
            SOFT_HYPHEN => return None,
            '\0'..='\u{7f}' => c.to_ascii_lowercase(),
            '×' => c,
            'À'..='Þ' => char::from(c as u8 + 0x20),
            '\u{80}'..='ÿ' => c,
            '’' => '\'',
            _ => return None,
        });
    }
    Some(out)
}

/// The same letters without their accents ("état" → "etat"), for capitals that were typed without them.
pub fn without_accents(normal: &str) -> String {
    normal.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect()
}

/// What a French reader sorts by: letters and figures, without accents, case and marks.
pub fn sort_key(label: &str) -> String {
    let plain = without_accents(&label.to_lowercase().replace('œ', "oe"));
    plain.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect::<String>().trim().to_owned()
}

/// What names are listed by: the same letter by letter, so that "L'Écho" comes before "Le Phare".
pub fn name_key(name: &str) -> String {
    sort_key(name).replace(' ', "")
}

/// How a word is capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Casing {
    #[default]
    Lower,
    /// First letter of the word, or of its parts: `Syrie`, `Port-Soudan`, `Saint-denis`.
    Initial,
    /// Every letter, at least two: `OTAN`.
    Capitals,
    /// Anything else: `al-Assad`, `iPhone`.
    Mixed,
}

impl Casing {
    pub fn of(surface: &str) -> Self {
        let (mut upper, mut lower, mut inner, mut first_upper) = (0, 0, 0, false);
        // The letter before, unless a hyphen or an apostrophe begins a new part ("Port-Soudan", "O'Brien").
        let mut begins = true;
        for c in surface.chars() {
            if !c.is_alphabetic() {
                begins = true;
                continue;
            }
            if c.is_uppercase() {
                first_upper |= upper + lower == 0;
                upper += 1;
                inner += usize::from(!begins);
            } else {
                lower += 1;
            }
            begins = false;
        }
        match (upper, lower) {
            (0, _) => Casing::Lower,
            (2.., 0) => Casing::Capitals,
            _ if first_upper && inner == 0 => Casing::Initial,
            _ => Casing::Mixed,
        }
    }

    /// True for words that begin with a capital letter or are all capitals.
    pub fn is_capitalised(self) -> bool {
        matches!(self, Casing::Initial | Casing::Capitals)
    }
}
