//! How fast `cadrage score` reads a large corpus, beside `wc -w` on the same file in the same run.
//!
//! `cargo bench --bench throughput` makes both corpora of 100 MB (or `CADRAGE_BENCH_MB`).

mod corpus;

use corpus::{News, Writer};
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

const ROUNDS: usize = 3;

fn main() {
    let megabytes: u64 = std::env::var("CADRAGE_BENCH_MB").ok().and_then(|n| n.parse().ok()).unwrap_or(100);
    for news in News::ALL {
        measure(news, megabytes * 1_000_000);
    }
}

/// Times both programs in turn on one corpus.
fn measure(news: News, size: u64) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let corpus = folder.join("throughput.jsonl");
    let articles = Writer::new().file(&corpus, news, size);
    let name = news.name();
    let scores = folder.join("throughput-scores.jsonl");
    let bytes = fs::metadata(&corpus).expect("the corpus was written").len() as f64 / 1e6;
    println!("{name} news: {bytes:.0} MB, {articles} articles");
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
