//! What the least of a count costs: each word of each article, in lower case, looked up in a table of the forms met so far, which tells which of a list
//! of words it is by its stem. Each core takes a part of the file and has a table of its own; a yardstick for `benches/peers.py`.

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::fs::{File, read_to_string};
use std::io::{self, BufRead, BufReader, Seek, SeekFrom};
use std::ops::Range;
use std::thread;

#[derive(serde::Deserialize)]
struct Article<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [corpus, words, cores] = &args[..] else { return Err("usage: bare_loop ARTICLES.jsonl WORDS.txt CORES".into()) };
    let (words, cores) = (read_to_string(words)?, cores.parse::<u64>()?.max(1));
    let length = File::open(corpus)?.metadata()?.len();
    let part = |core: u64| length * core / cores..length * (core + 1) / cores;
    let total = thread::scope(|scope| {
        let parts: Vec<_> = (0..cores).map(part).map(|part| scope.spawn(|| count(corpus, &words, part))).collect();
        parts.into_iter().map(|part| part.join().expect("a part's thread runs to its end")).sum::<io::Result<u64>>()
    })?;
    println!("{total}");
    Ok(())
}

/// How often the words occur in the articles whose lines begin in this part of the file.
fn count(corpus: &str, words: &str, part: Range<u64>) -> io::Result<u64> {
    let stemmer = Stemmer::create(Algorithm::French);
    let mut wanted: FxHashMap<String, usize> = FxHashMap::default();
    for word in words.lines() {
        let next = wanted.len();
        wanted.entry(stemmer.stem(word).into_owned()).or_insert(next);
    }
    let mut forms: FxHashMap<Box<str>, Option<usize>> = FxHashMap::default();
    let mut lines = BufReader::new(File::open(corpus)?);
    let (mut line, mut total, mut at) = (String::new(), 0, part.start);
    if at > 0 {
        // The line that the part begins in is the last one's, unless it begins just here.
        lines.seek(SeekFrom::Start(at - 1))?;
        at += lines.skip_until(b'\n')? as u64 - 1;
    }
    while at < part.end {
        line.clear();
        at += lines.read_line(&mut line)? as u64;
        let article: Article = serde_json::from_str(&line)?;
        let mut counts = vec![0u32; wanted.len()];
        let lower = article.text.to_lowercase();
        for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            let found = match forms.get(word) {
                Some(known) => *known,
                None => *forms.entry(word.into()).or_insert(wanted.get(&*stemmer.stem(word)).copied()),
            };
            if let Some(at) = found {
                counts[at] += 1;
            }
        }
        total += counts.iter().map(|count| u64::from(*count)).sum::<u64>();
    }
    Ok(total)
}
