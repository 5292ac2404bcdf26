//! Prepares what the program embeds: the French dictionary (`lexicons/dictionnaire/`), expanded into a table of
//! forms, the lexicon files and the sample corpus.

use std::path::PathBuf;
use std::{env, fs};

#[path = "build/affixes.rs"]
mod affixes;
#[path = "build/compounds.rs"]
mod compounds;
#[path = "build/embedded.rs"]
mod embedded;
#[path = "build/entries.rs"]
mod entries;
#[path = "build/function_words.rs"]
mod function_words;
#[allow(dead_code, reason = "shared with the program, which uses the rest")]
#[path = "src/text/lemma_pattern.rs"]
mod lemma_pattern;
#[allow(dead_code, reason = "shared with the program, which uses the rest")]
#[path = "src/text/morphology.rs"]
mod morphology;
#[allow(dead_code, reason = "shared with the program, which uses the rest")]
#[path = "src/text/sieve.rs"]
mod sieve;
#[allow(dead_code, reason = "shared with the program, which uses the rest")]
#[path = "src/text/slots.rs"]
mod slots;
#[path = "build/table.rs"]
mod table;
#[path = "build/tags.rs"]
mod tags;

const DICTIONARY: &str = "lexicons/dictionnaire/fr.dic";
const AFFIXES: &str = "lexicons/dictionnaire/fr.aff";
const FUNCTION_WORDS: &str = "src/text/function_words.toml";
const LEXICONS: &str = "lexicons";
const SAMPLE: &str = "examples/corpus";
const SHARED_SOURCES: [&str; 4] = ["src/text/lemma_pattern.rs", "src/text/morphology.rs", "src/text/sieve.rs", "src/text/slots.rs"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in [LEXICONS, SAMPLE, FUNCTION_WORDS, "build", "build.rs"].into_iter().chain(SHARED_SOURCES) {
        println!("cargo:rerun-if-changed={path}");
    }
    let out_dir = PathBuf::from(env::var("OUT_DIR")?);

    let affixes = affixes::Affixes::parse(&fs::read_to_string(AFFIXES)?).map_err(|e| format!("{AFFIXES}: {e}"))?;
    let words = function_words::FunctionWords::parse(&fs::read_to_string(FUNCTION_WORDS)?).map_err(|e| format!("{FUNCTION_WORDS}: {e}"))?;
    let dictionary = fs::read_to_string(DICTIONARY)?;

    let mut readings = entries::expand(&dictionary, &affixes, |form| words.forms.contains(form));
    readings.retain(|reading| !words.exclusive.contains(&reading.form));
    readings.extend(words.readings);
    embedded::write(LEXICONS.as_ref(), |file| file.extension().is_some_and(|ending| ending == "toml"), &out_dir, "lexicons")?;
    embedded::write(SAMPLE.as_ref(), |_| true, &out_dir, "sample")?;
    table::write(&readings, &out_dir)
}
