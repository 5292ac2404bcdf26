//! Writes the readings as the compact files that `src/text/dictionary.rs` embeds.
//!
//! - `forms.fst`: form → byte offset of its group in `groups.bin`;
//! - `sieve.bin`: which forms are surely none (`src/text/sieve.rs`);
//! - `groups.bin`: the number of readings (1 byte), then for each one `strip` (1), tag (1), and
//!   the suffix's index in the low 14 bits, the letter case in the high 2 bits of a `u16`;
//! - `tags.bin`: part of speech (1 byte) and features (`u32`) of each tag;
//! - `suffixes.bin`, `lemmas.bin`: a count, the end offset of each string (`u32`), the strings in
//!   byte order;
//! - `lemma_slots.bin`: where a lemma stands, by its hash (`src/text/slots.rs`). Numbers are little-endian.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io::BufWriter;
use std::path::Path;

use crate::entries::Reading;
use crate::lemma_pattern::LemmaPattern;
use crate::{sieve, slots};

type Failure = Box<dyn std::error::Error>;

/// Number of low bits of the `u16` that hold the suffix index.
const SUFFIX_BITS: u32 = 14;

pub fn write(readings: &[Reading], dir: &Path) -> Result<(), Failure> {
    let lemmas: BTreeSet<&str> = readings.iter().map(|r| r.lemma.as_str()).collect();
    fs::write(dir.join("lemmas.bin"), string_table(&lemmas)?)?;
    fs::write(dir.join("lemma_slots.bin"), slots::lay_out(lemmas.iter().copied()))?;

    let tags: BTreeSet<(u8, u32)> = readings.iter().map(tag_of).collect();
    fs::write(dir.join("tags.bin"), tag_bytes(&tags))?;
    let tag_codes: HashMap<(u8, u32), usize> = tags.iter().enumerate().map(|(i, t)| (*t, i)).collect();

    // A lemma's lower case is borrowed by its patterns, so it has to outlive them.
    let lower: HashMap<&str, String> = lemmas.iter().map(|l| (*l, l.to_lowercase())).collect();
    let mut groups_of_form: BTreeMap<&str, BTreeSet<(usize, LemmaPattern<'_>)>> = BTreeMap::new();
    for reading in readings {
        let lemma = reading.lemma.as_str();
        let pattern =
            LemmaPattern::between(&reading.form, lemma, &lower[lemma]).ok_or_else(|| format!("form too long: {}", reading.form))?;
        groups_of_form.entry(&reading.form).or_default().insert((tag_codes[&tag_of(reading)], pattern));
    }

    let suffixes: BTreeSet<&str> = groups_of_form.values().flatten().map(|(_, pattern)| pattern.suffix).collect();
    fs::write(dir.join("suffixes.bin"), string_table(&suffixes)?)?;
    let suffix_codes: HashMap<&str, usize> = suffixes.iter().enumerate().map(|(i, s)| (*s, i)).collect();

    let mut encoded: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    for (form, group) in &groups_of_form {
        let mut bytes = vec![u8::try_from(group.len())?];
        for (tag, pattern) in group {
            let suffix = u16::try_from(suffix_codes[pattern.suffix])?;
            if suffix >> SUFFIX_BITS != 0 {
                return Err("too many distinct suffixes".into());
            }
            bytes.push(pattern.strip);
            bytes.push(u8::try_from(*tag)?);
            let packed = suffix | u16::from(pattern.case.code()) << SUFFIX_BITS;
            bytes.extend(packed.to_le_bytes());
        }
        encoded.insert(form, bytes);
    }
    fs::write(dir.join("sieve.bin"), sieve::lay_out(encoded.keys().copied()))?;
    write_groups(&encoded, dir)
}

/// Lays the distinct groups out, the most frequent first: small offsets make a smaller transducer.
fn write_groups(encoded: &BTreeMap<&str, Vec<u8>>, dir: &Path) -> Result<(), Failure> {
    let mut uses: HashMap<&[u8], usize> = HashMap::new();
    for group in encoded.values() {
        *uses.entry(group).or_default() += 1;
    }
    let mut order: Vec<(&[u8], usize)> = uses.into_iter().collect();
    order.sort_by(|(a, x), (b, y)| y.cmp(x).then(a.cmp(b)));

    let mut groups: Vec<u8> = Vec::new();
    let mut offsets: HashMap<&[u8], u64> = HashMap::new();
    for (group, _) in order {
        offsets.insert(group, u64::try_from(groups.len())?);
        groups.extend(group);
    }
    fs::write(dir.join("groups.bin"), groups)?;

    let file = BufWriter::new(fs::File::create(dir.join("forms.fst"))?);
    let mut forms = fst::MapBuilder::new(file)?;
    for (form, group) in encoded {
        forms.insert(form, offsets[group.as_slice()])?;
    }
    forms.finish()?;
    Ok(())
}

fn tag_of(reading: &Reading) -> (u8, u32) {
    (reading.pos.code(), reading.features.0)
}

fn tag_bytes(tags: &BTreeSet<(u8, u32)>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (pos, features) in tags {
        bytes.push(*pos);
        bytes.extend(features.to_le_bytes());
    }
    bytes
}

fn string_table(strings: &BTreeSet<&str>) -> Result<Vec<u8>, Failure> {
    let mut bytes = u32::try_from(strings.len())?.to_le_bytes().to_vec();
    let mut end = 0_u32;
    for text in strings {
        end += u32::try_from(text.len())?;
        bytes.extend(end.to_le_bytes());
    }
    for text in strings {
        bytes.extend(text.as_bytes());
    }
    Ok(bytes)
}
