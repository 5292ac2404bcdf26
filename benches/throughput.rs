//! How fast `cadrage score` reads a large corpus, beside `wc -w` on the same file in the same run.
//!
//! `cargo bench --bench throughput` makes two corpora of 100 MB (or `CADRAGE_BENCH_MB`), in an order that a seed decides: general news, of
//! which one sentence in twenty comes from the sample corpus, and news of an armed conflict, all of it from there.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

const SEED: u64 = 20_240_312;
const ROUNDS: usize = 3;
const SENTENCES_AN_ARTICLE: u64 = 20;

fn main() {
    let megabytes: u64 = std::env::var("CADRAGE_BENCH_MB").ok().and_then(|n| n.parse().ok()).unwrap_or(100);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let conflict = sentences(&root.join("examples/corpus"));
    let general: Vec<String> =
        fs::read_to_string(root.join("benches/general.txt")).expect("general sentences").lines().map(str::to_owned).collect();
    assert!(conflict.len() > 200 && general.len() > 40, "the sentences were read");
    measure("general news", megabytes << 20, |next| {
        if next(20) == 0 { &conflict[next(conflict.len() as u64) as usize] } else { &general[next(general.len() as u64) as usize] }
    });
    measure("conflict news", megabytes << 20, |next| &conflict[next(conflict.len() as u64) as usize]);
}

/// Times both programs in turn on one corpus.
fn measure<'s>(name: &str, size: u64, sentence: impl Fn(&mut dyn FnMut(u64) -> u64) -> &'s str) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let corpus = folder.join("throughput.jsonl");
    let articles = generate(&corpus, size, sentence);
    let scores = folder.join("throughput-scores.jsonl");
    let bytes = fs::metadata(&corpus).expect("the corpus was written").len() as f64 / 1e6;
    println!("{name}: {bytes:.0} MB, {articles} articles");
    let (mut ratios, mut speeds) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let score =
            time(Command::new(env!("CARGO_BIN_EXE_cadrage")).arg("score").arg(&corpus).arg("-o").arg(&scores).stderr(Stdio::null()));
        let count = time(Command::new("wc").arg("-w").arg(&corpus).stdout(Stdio::null()));
        println!(
            "  cadrage score {score:.2} s, {:.1} MB/s; wc -w {count:.2} s, {:.1} MB/s; ratio {:.2}",
            bytes / score,
            bytes / count,
            score / count
        );
        ratios.push(score / count);
        speeds.push(bytes / score);
    }
    let lines = BufReader::new(File::open(&scores).expect("the scores were written")).lines().count() as u64;
    assert_eq!(lines, articles, "one record an article");
    let output = fs::metadata(&scores).expect("the scores").len() as f64 / 1e6;
    println!("  median {:.1} MB/s, {:.2} times the wall time of wc -w; {output:.0} MB of scores", median(speeds), median(ratios));
    for file in [corpus, scores] {
        fs::remove_file(file).expect("our own file");
    }
}

fn time(command: &mut Command) -> f64 {
    let start = Instant::now();
    let status = command.status().expect("the command starts");
    assert!(status.success(), "{command:?} ended with {status}");
    start.elapsed().as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Writes JSON lines of about this many bytes; returns how many.
fn generate<'s>(path: &Path, size: u64, sentence: impl Fn(&mut dyn FnMut(u64) -> u64) -> &'s str) -> u64 {
    let mut out = BufWriter::new(File::create(path).expect("a file in the target folder"));
    let mut random = SEED;
    let mut next = |below: u64| {
        // SplitMix64 (Steele, Lea and Flood 2014)
        random = random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = random;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % below
    };
    let (mut written, mut articles) = (0, 0);
    while written < size {
        let mut text = String::new();
        for at in 0..SENTENCES_AN_ARTICLE {
            text.push_str(sentence(&mut next));
            text.push(' ');
            // Paragraphs of four sentences, with names that are rare as in any archive: some 130,000 distinct ones in 100 MB.
            if at % 4 == 3 {
                text.push_str(&format!("À {}, le {} mars.\n\n", name(next(1 << 18)), next(1 << 30)));
            }
        }
        let line = serde_json::json!({ "id": articles, "title": format!("Titre {articles}"), "outlet": format!("Média {}", articles % 7), "text": text }).to_string();
        writeln!(out, "{line}").expect("room on the disk");
        written += line.len() as u64 + 1;
        articles += 1;
    }
    out.flush().expect("room on the disk");
    articles
}

/// A made-up place: one of a million.
fn name(mut number: u64) -> String {
    const SYLLABLES: [&str; 16] = ["ba", "do", "ké", "li", "mar", "no", "ra", "sol", "ti", "va", "zé", "gou", "fer", "chi", "pol", "lun"];
    let mut name = String::from("O");
    for _ in 0..5 {
        name.push_str(SYLLABLES[(number % 16) as usize]);
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
