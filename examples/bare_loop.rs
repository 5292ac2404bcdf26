//! What the least of a count costs: each word of each article, in lower case, looked up in a table of the forms met so far, which tells which of a list
//! of words it is by its stem. One core; a yardstick for `benches/peers.py`.

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::fs::{File, read_to_string};
use std::io::{BufRead, BufReader};

#[derive(serde::Deserialize)]
struct Article<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(corpus), Some(words)) = (args.next(), args.next()) else { return Err("usage: bare_loop ARTICLES.jsonl WORDS.txt".into()) };
    let stemmer = Stemmer::create(Algorithm::French);
    let words = read_to_string(words)?;
    let mut wanted: FxHashMap<String, usize> = FxHashMap::default();
    for word in words.lines() {
        let next = wanted.len();
        wanted.entry(stemmer.stem(word).into_owned()).or_insert(next);
    }
    let mut forms: FxHashMap<Box<str>, Option<usize>> = FxHashMap::default();
    let mut lines = BufReader::new(File::open(corpus)?);
    let (mut line, mut total) = (String::new(), 0);
    while lines.read_line(&mut line)? > 0 {
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
        line.clear();
    }
    println!("{total}");
    Ok(())
}
