//! Writes `general.jsonl` and `conflict.jsonl`, each of so many megabytes, to a folder: `cargo run --release --example make_corpus -- FOLDER 100`.

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::path::Path;

fn main() {
    let mut args = std::env::args().skip(1);
    let (Some(folder), Some(megabytes)) = (args.next(), args.next().and_then(|n| n.parse::<u64>().ok())) else {
        eprintln!("usage: make_corpus FOLDER MEGABYTES");
        std::process::exit(2);
    };
    for news in corpus::News::ALL {
        let path = Path::new(&folder).join(format!("{}.jsonl", news.name()));
        let articles = corpus::Writer::new().file(&path, news, megabytes * 1_000_000);
        println!("{}: {articles} articles", path.display());
    }
}
