//! Main content of web pages: this program beside the crate it stands on.
//!
//! `CADRAGE_EXTRACTION=FOLDER cargo test --release --test extraction -- --nocapture`, where FOLDER is the `tests` folder of a copy of
//! <https://github.com/adbar/trafilatura> (`evaldata.json`, `cache/`, `eval/`). Without it that part skips. Its pages carry sentences that belong to
//! the article and sentences that do not; found or not, they are counted as that project counts them. Pages in French only.

use cadrage::corpus;
use cadrage::zones::{self, ZoneKind};
use dom_smoothie::{Config, Readability, TextMode};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What is counted as article: content zones as they stand, one a line.
fn ours(path: &Path) -> Option<String> {
    let article = corpus::read(&[path.to_owned()]).next()?.ok()?;
    let mut content = String::new();
    let mut at = 0;
    for zone in zones::find(&article).iter().filter(|zone| zone.kind == ZoneKind::Boilerplate) {
        content += &article.text[at..zone.span.start];
        at = zone.span.end;
    }
    Some(content + &article.text[at..])
}

/// The crate alone.
fn theirs(page: &str) -> Option<String> {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut readability = Readability::new(page, None, Some(config)).ok()?;
    Some(readability.parse().ok()?.text_content.to_string())
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_french(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let among = |list: &[&str]| words.iter().filter(|w| list.contains(&w.as_str())).count();
    let french = among(&["le", "la", "les", "des", "et", "est", "dans", "pour", "que", "du"]);
    let others = among(&["der", "die", "und", "the", "and", "of", "el", "los", "las", "por", "con", "una", "il", "di", "che", "w", "na"]);
    french * 10 > words.len() && french > 3 * others
}

#[derive(Default, Clone, Copy)]
struct Count {
    found: usize,
    missed: usize,
    wrong: usize,
    pages: usize,
}

impl Count {
    fn add(&mut self, text: Option<&str>, with: &[String], without: &[String]) {
        let text = plain(text.unwrap_or(""));
        let found = with.iter().filter(|part| text.contains(&***part)).count();
        self.found += found;
        self.missed += with.len() - found;
        self.wrong += without.iter().filter(|part| text.contains(&***part)).count();
        self.pages += 1;
    }

    fn f1(self) -> f64 {
        2.0 * self.found as f64 / (2 * self.found + self.missed + self.wrong).max(1) as f64
    }
}

#[test]
fn french_pages_of_a_public_benchmark_are_extracted_no_worse_than_by_the_crate_alone() {
    let Some(folder) = std::env::var_os("CADRAGE_EXTRACTION").map(PathBuf::from) else {
        eprintln!("skipped: CADRAGE_EXTRACTION names no copy of the benchmark");
        return;
    };
    let data = fs::read_to_string(folder.join("evaldata.json")).expect("evaldata.json in the folder");
    let data: BTreeMap<String, serde_json::Value> = serde_json::from_str(&data).expect("JSON");
    let show = std::env::var_os("CADRAGE_ERRORS").is_some();
    let (mut program, mut crate_) = (Count::default(), Count::default());
    for (url, page) in &data {
        let file = page["file"].as_str().unwrap_or_default();
        let Some(path) = ["cache", "eval"].map(|sub| folder.join(sub).join(file)).into_iter().find(|path| path.is_file()) else { continue };
        let list =
            |key: &str| -> Vec<String> { page[key].as_array().into_iter().flatten().filter_map(|s| s.as_str()).map(plain).collect() };
        let (with, without) = (list("with"), list("without"));
        let Ok(bytes) = fs::read(&path) else { continue };
        let source = String::from_utf8_lossy(&bytes);
        let theirs = theirs(&source);
        if !is_french(&(with.join(" ") + " " + theirs.as_deref().unwrap_or(""))) {
            continue;
        }
        let ours = ours(&path);
        program.add(ours.as_deref(), &with, &without);
        crate_.add(theirs.as_deref(), &with, &without);
        let (o, t) = (plain(ours.as_deref().unwrap_or("")), plain(theirs.as_deref().unwrap_or("")));
        for (part, wanted) in with.iter().map(|p| (p, true)).chain(without.iter().map(|p| (p, false))).filter(|_| show) {
            if o.contains(part.as_str()) != wanted {
                println!(
                    "{url} {} {}: {part}",
                    if wanted { "MISSED" } else { "WRONG" },
                    if t.contains(part.as_str()) == wanted { "(crate right)" } else { "" }
                );
            }
        }
    }
    for (name, count) in [("cadrage", program), ("dom_smoothie", crate_)] {
        let Count { found, missed, wrong, pages } = count;
        println!("{name:14} F1 {:.3}  found {found}  missed {missed}  wrong {wrong}  pages {pages}", count.f1());
    }
    assert!(program.pages > 20, "the folder holds French pages");
    assert!(program.f1() >= crate_.f1());
}
