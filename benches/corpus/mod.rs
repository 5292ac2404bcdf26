//! Corpora of invented news, of any size, in an order that a seed decides.
//!
//! **General** news: one sentence in twenty comes from the sample corpus, the others speak of town councils and grape harvests. **Conflict** news: all
//! come from the sample corpus or count the dead of a place, so that two in three hold a marker, as in the annotated articles. Both name places that
//! occur once or twice, as any archive does: some 200,000 distinct ones in 100 MB.

#![allow(dead_code, reason = "each bench takes what it needs")]

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

const SEED: u64 = 20_240_312;
const SENTENCES_AN_ARTICLE: u64 = 20;

/// What the news is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    General,
    Conflict,
}

impl News {
    pub const ALL: [News; 2] = [News::General, News::Conflict];

    pub fn name(self) -> &'static str {
        match self {
            News::General => "general",
            News::Conflict => "conflict",
        }
    }
}

/// Draws articles.
pub struct Writer {
    conflict: Vec<String>,
    general: Vec<String>,
    random: u64,
}

impl Writer {
    pub fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let general = fs::read_to_string(root.join("benches/general.txt")).expect("general sentences");
        let general: Vec<String> = general.lines().map(str::to_owned).collect();
        let conflict = sentences(&root.join("examples/corpus"));
        assert!(conflict.len() > 200 && general.len() > 40, "the sentences were read");
        Self { conflict, general, random: SEED }
    }

    /// A number below `limit`: SplitMix64 (Steele, Lea and Flood 2014).
    fn next(&mut self, limit: usize) -> usize {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.random;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }

    /// The text of the next article.
    pub fn text(&mut self, news: News) -> String {
        let mut text = String::new();
        for at in 0..SENTENCES_AN_ARTICLE {
            let fighting = news == News::Conflict || self.next(20) == 0;
            let count = if fighting { self.conflict.len() } else { self.general.len() };
            let drawn = self.next(count);
            text.push_str(if fighting { &self.conflict[drawn] } else { &self.general[drawn] });
            text.push(' ');
            if at % 4 == 3 {
                let (place, number) = (name(self.next(1 << 20)), self.next(30_000));
                text.push_str(&match news {
                    News::General => format!("À {place}, on en compte {number}.\n\n"),
                    News::Conflict => format!("À {place}, les bombardements ont fait {number} morts.\n\n"),
                });
            }
        }
        text
    }

    /// Writes JSON lines of about this many bytes; returns how many.
    pub fn file(&mut self, path: &Path, news: News, size: u64) -> u64 {
        let mut out = BufWriter::new(File::create(path).expect("a file can be made"));
        let (mut written, mut articles) = (0, 0);
        while written < size {
            let text = self.text(news);
            let line = serde_json::json!({ "id": articles, "title": format!("Titre {articles}"), "outlet": format!("Média {}", articles % 7), "text": text });
            let line = line.to_string();
            writeln!(out, "{line}").expect("room on the disk");
            written += line.len() as u64 + 1;
            articles += 1;
        }
        out.flush().expect("room on the disk");
        articles
    }
}

/// A made-up place: one of a million.
fn name(mut number: usize) -> String {
    const SYLLABLES: [&str; 16] = ["ba", "do", "ké", "li", "mar", "no", "ra", "sol", "ti", "va", "zé", "gou", "fer", "chi", "pol", "lun"];
    let mut name = String::from("O");
    for _ in 0..5 {
        name.push_str(SYLLABLES[number % 16]);
        number /= 16;
    }
    name
}

fn sentences(folder: &Path) -> Vec<String> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the sample corpus")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .flat_map(|path| fs::read_dir(path).expect("an outlet's folder").filter_map(|entry| Some(entry.ok()?.path())).collect::<Vec<_>>())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    let text: String = paths.iter().map(|path| fs::read_to_string(path).expect("UTF-8") + "\n").collect();
    text.lines().flat_map(|line| line.split_inclusive(". ")).filter(|s| s.split(' ').count() > 6).map(|s| s.trim().to_owned()).collect()
}
