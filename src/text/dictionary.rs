//! The French dictionary: every reading of a word form, and every form of a lemma.
//!
//! The table is built from `lexicons/dictionnaire/` by `build.rs` (which documents its layout in
//! `build/table.rs`) and embedded in the program.

use std::sync::LazyLock;

use fst::{Map, Streamer};

use super::lemma_pattern::{LemmaPattern, LetterCase};
use super::morphology::{Features, Pos};
use super::sieve;
use super::slots;
use super::string_table::StringTable;
use super::unaccented;

/// Identifies a lemma by its spelling: the noun and the adjective `mort` share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LemmaId(pub u32);

/// One reading of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Analysis {
    pub lemma: LemmaId,
    pub pos: Pos,
    pub features: Features,
}

/// Appends every reading of `form`: lower case, NFC, straight apostrophe (`l'`). Elided words are
/// forms of their own; the prefix of `l'homme` has to be cut off before.
pub fn analyses(form: &str, out: &mut Vec<Analysis>) {
    let Some(dictionary) = DICTIONARY.as_ref() else {
        return;
    };
    let Some(group) = Some(form).filter(|form| sieve::may_have(dictionary.sieve, form.bytes())).and_then(|form| dictionary.forms.get(form))
    else {
        return;
    };
    for reading in dictionary.readings(group) {
        let lemma = reading.lemma.apply(form);
        if let Some(rank) = lemma.and_then(|lemma| dictionary.rank(&lemma))
            && let Ok(rank) = u32::try_from(rank)
        {
            out.push(Analysis { lemma: LemmaId(rank), pos: reading.pos, features: reading.features });
        }
    }
}

/// Whether the dictionary has the form at all.
pub fn is_known(form: &str) -> bool {
    DICTIONARY.as_ref().is_some_and(|dictionary| dictionary.forms.contains_key(form))
}

/// Spelling of a lemma, with its capitals (`France`); empty for an identifier from elsewhere.
pub fn lemma(id: LemmaId) -> &'static str {
    DICTIONARY.as_ref().and_then(|dictionary| dictionary.lemmas.get(usize::try_from(id.0).ok()?)).unwrap_or("")
}

/// Identifier of a lemma, spelled with its capitals.
pub fn lemma_id(text: &str) -> Option<LemmaId> {
    let rank = DICTIONARY.as_ref()?.rank(text)?;
    u32::try_from(rank).ok().map(LemmaId)
}

/// Identifiers of those of these lemmas, parted by spaces, that the dictionary has.
pub fn lemma_ids(texts: &str) -> Vec<LemmaId> {
    texts.split(' ').filter_map(lemma_id).collect()
}

/// Number of lemmas: every [`LemmaId`] is below it.
pub fn lemma_count() -> usize {
    DICTIONARY.as_ref().map_or(0, |d| d.lemmas.len())
}

/// Number of distinct forms.
pub fn form_count() -> usize {
    DICTIONARY.as_ref().map_or(0, |d| d.forms.len())
}

/// Every form with a reading of this lemma (and part of speech), in byte order. Goes through the
/// whole table: for several lemmas, use [`forms_of_all`].
pub fn forms_of(lemma: &str, pos: Option<Pos>) -> Vec<String> {
    forms_of_all(&[(lemma, pos)]).pop().unwrap_or_default()
}

/// [`forms_of`] for several lemmas in one pass over the table.
pub fn forms_of_all(lemmas: &[(&str, Option<Pos>)]) -> Vec<Vec<String>> {
    let mut found = vec![Vec::new(); lemmas.len()];
    let Some(dictionary) = DICTIONARY.as_ref() else {
        return found;
    };
    let mut wanted: rustc_hash::FxHashMap<&str, Vec<usize>> = rustc_hash::FxHashMap::default();
    for (index, (lemma, _)) in lemmas.iter().enumerate() {
        wanted.entry(lemma).or_default().push(index);
    }
    let mut stream = dictionary.forms.stream();
    while let Some((key, group)) = stream.next() {
        let Ok(form) = std::str::from_utf8(key) else {
            continue;
        };
        for reading in dictionary.readings(group) {
            let Some(lemma) = reading.lemma.apply(form) else {
                continue;
            };
            for &index in wanted.get(lemma.as_str()).map_or(&[][..], Vec::as_slice) {
                let same_pos = lemmas[index].1.is_none_or(|pos| pos == reading.pos);
                if same_pos && found[index].last().is_none_or(|last| last != form) {
                    found[index].push(form.to_string());
                }
            }
        }
    }
    found
}

/// Known forms that read `form` once their accents are removed (`etat` → `état`; also `oeuvre` →
/// `œuvre`), in byte order: for a word written in capitals only. Accents already present are kept.
/// The form itself is among them when it is known.
pub fn without_accents(form: &str) -> Vec<String> {
    DICTIONARY.as_ref().map(|d| unaccented::matches(d.forms.as_fst(), form)).unwrap_or_default()
}

/// Like [`without_accents`] for the first letter only, and without the form itself: for a word whose
/// sole capital is its initial (`Egypte` → `égypte`, `Etat` → `état`, `Oeuvre` → `œuvre`).
pub fn without_initial_accent(form: &str) -> Vec<String> {
    let matches = |d: &Dictionary| {
        let mut spellings: Vec<String> = unaccented::initial_spellings(form)
            .filter(|(spelling, after)| sieve::may_have(d.sieve, spelling.bytes().chain(after.bytes())))
            .map(|(spelling, after)| [spelling, after].concat())
            .filter(|spelling| d.forms.contains_key(spelling))
            .collect();
        spellings.sort_unstable();
        spellings
    };
    DICTIONARY.as_ref().map(matches).unwrap_or_default()
}

struct Dictionary {
    /// Form → offset of its group of readings.
    forms: Map<&'static [u8]>,
    /// What is surely none of the forms.
    sieve: &'static [u8],
    groups: &'static [u8],
    tags: Vec<(Pos, Features)>,
    suffixes: StringTable,
    lemmas: StringTable,
    lemma_slots: &'static [u8],
}

struct Reading {
    lemma: LemmaPattern<'static>,
    pos: Pos,
    features: Features,
}

macro_rules! embedded {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name)).as_slice()
    };
}

/// `None` is impossible with the files `build.rs` writes; the dictionary would then be empty.
static DICTIONARY: LazyLock<Option<Dictionary>> = LazyLock::new(|| {
    Some(Dictionary {
        forms: Map::new(embedded!("forms.fst")).ok()?,
        sieve: embedded!("sieve.bin"),
        groups: embedded!("groups.bin"),
        tags: read_tags(embedded!("tags.bin"))?,
        suffixes: StringTable::new(embedded!("suffixes.bin"))?,
        lemmas: StringTable::new(embedded!("lemmas.bin"))?,
        lemma_slots: embedded!("lemma_slots.bin"),
    })
});

const TAG_BYTES: usize = 5;
const READING_BYTES: usize = 4;
/// Low bits of a reading's last two bytes: suffix index; the others: letter case.
const SUFFIX_BITS: u32 = 14;

fn read_tags(bytes: &[u8]) -> Option<Vec<(Pos, Features)>> {
    let mut tags = Vec::with_capacity(bytes.len() / TAG_BYTES);
    for tag in bytes.chunks_exact(TAG_BYTES) {
        let (pos, features) = tag.split_first()?;
        let features = u32::from_le_bytes(features.try_into().ok()?);
        tags.push((Pos::from_code(*pos)?, Features(features)));
    }
    Some(tags)
}

impl Dictionary {
    fn rank(&self, lemma: &str) -> Option<usize> {
        slots::find(self.lemma_slots, lemma, |rank| self.lemmas.get(rank) == Some(lemma))
    }

    fn readings(&self, offset: u64) -> impl Iterator<Item = Reading> + '_ {
        let group = usize::try_from(offset)
            .ok()
            .and_then(|at| self.groups.get(at..))
            .and_then(|rest| rest.split_first())
            .and_then(|(count, rest)| rest.get(..usize::from(*count) * READING_BYTES))
            .unwrap_or_default();
        group.chunks_exact(READING_BYTES).filter_map(|bytes| self.reading(bytes))
    }

    fn reading(&self, bytes: &[u8]) -> Option<Reading> {
        let &[strip, tag, low, high] = bytes else {
            return None;
        };
        let packed = u16::from_le_bytes([low, high]);
        let (pos, features) = *self.tags.get(usize::from(tag))?;
        let suffix = usize::from(packed & ((1 << SUFFIX_BITS) - 1));
        let case = u8::try_from(packed >> SUFFIX_BITS).ok()?;
        Some(Reading {
            lemma: LemmaPattern { strip, suffix: self.suffixes.get(suffix)?, case: LetterCase::from_code(case)? },
            pos,
            features,
        })
    }
}
