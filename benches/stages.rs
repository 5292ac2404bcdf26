//! What each stage costs on its own, on one core: `cargo bench --bench stages`, a few megabytes (`CADRAGE_BENCH_MB`) of either kind of news.
//!
//! Prints CPU time, where the system tells it, per megabyte of input. What it counts on the way must be what the records hold.

mod corpus;

use cadrage::corpus::{Article, read};
use cadrage::counts::Instrument;
use cadrage::lang::Lang;
use cadrage::lexicon::{Purpose, load};
use cadrage::roles::Plan;
use cadrage::text::Document;
use cadrage::{matching, roles, voice};
use corpus::{News, Writer};
use std::collections::BTreeSet;
use std::fs;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};

const ROUNDS: usize = 3;

fn main() {
    let megabytes: u64 = std::env::var("CADRAGE_BENCH_MB").ok().and_then(|n| n.parse().ok()).unwrap_or(4);
    let mut lexicons = load::default_lexicons().expect("built-in lexicons");
    lexicons.extend(load::auxiliary_lexicons().expect("built-in lexicons"));
    let instrument = Instrument::new(lexicons, Lang::Fr).expect("sound lexicons");
    for news in News::ALL {
        stages(&instrument, news, megabytes * 1_000_000);
    }
}

fn stages(instrument: &Instrument, news: News, size: u64) {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("stages-{}.jsonl", news.name()));
    let written = Writer::new().file(&path, news, size);
    let bytes = fs::metadata(&path).expect("it was written").len() as f64;
    println!("{} news, {:.1} MB, {written} articles", news.name(), bytes / 1e6);
    let show = |stage: &str, time: Duration| println!("  {stage:10} {:7.1} ms/MB", time.as_secs_f64() * 1e9 / bytes);

    let inputs = [path.clone()];
    let (articles, time) = median(|| read(&inputs).map(|found| found.expect("sound articles")).collect::<Vec<Article>>());
    assert_eq!(articles.len() as u64, written);
    show("reading", time);

    let (zones, time) = median(|| articles.iter().map(|article| instrument.cleaner.find(article)).collect::<Vec<_>>());
    show("zones", time);

    let read = || articles.iter().zip(&zones).map(|(article, zones)| instrument.document(article, zones)).collect::<Vec<Document>>();
    // The first look at a spelling costs more than all later ones, and an archive has far more words than spellings.
    black_box(read());
    let (documents, time) = median(read);
    show("text", time);

    let find = || documents.iter().map(|document| matching::find_all(document, &instrument.lexicons)).collect::<Vec<_>>();
    let (matches, time) = median(find);
    show("matching", time);

    let speak = || {
        let pairs = documents.iter().zip(&matches);
        pairs.map(|(document, found)| voice::find(document, &instrument.lexicons, &found.speech, &found.actors)).collect::<Vec<_>>()
    };
    let (voices, time) = median(speak);
    show("voice", time);

    let plan = Plan::new(&instrument.lexicons);
    let (statements, time) = median(|| {
        let each = documents.iter().zip(&matches).zip(&voices);
        each.map(|((document, found), voices)| roles::find(document, &instrument.lexicons, &plan, &found.actors, Some(voices)))
            .collect::<Vec<_>>()
    });
    show("roles", time);

    let (records, time) = median(|| articles.iter().map(|article| instrument.score(article)).collect::<Vec<_>>());
    show("all", time);

    let (rows, time) = median(|| records.iter().map(|record| serde_json::to_vec(record).expect("JSON")).collect::<Vec<_>>());
    show("writing", time);

    let sentences: usize = records.iter().map(|record| record.sentences.len()).sum();
    assert_eq!(documents.iter().map(|document| document.sentences.len()).sum::<usize>(), sentences);
    assert_eq!(documents.iter().map(Document::words).sum::<usize>(), records.iter().map(|record| record.tokens).sum::<usize>());
    let markers: usize = matches.iter().map(|found| found.markers.len()).sum();
    let speech = |hit: &&cadrage::counts::RecordHit| {
        instrument.lexicons.lexicons.iter().any(|l| l.identity.purpose != Purpose::Markers && l.identity.id == hit.lexicon)
    };
    let of_markers = |record: &cadrage::counts::Record| record.hits.len() - record.hits.iter().filter(speech).count();
    assert_eq!(markers, records.iter().map(of_markers).sum::<usize>(), "hits beside the words of speech");
    assert_eq!(
        voices.iter().map(|voices| voices.quotes.len()).sum::<usize>(),
        records.iter().map(|record| record.quotes.len()).sum::<usize>()
    );
    assert_eq!(statements.iter().map(Vec::len).sum::<usize>(), records.iter().map(|record| record.roles.len()).sum::<usize>());
    let with_markers = |record: &cadrage::counts::Record| {
        record.hits.iter().filter(|hit| !speech(hit)).map(|hit| hit.sentence).collect::<BTreeSet<usize>>().len()
    };
    let share = records.iter().map(with_markers).sum::<usize>() as f64 / sentences as f64;
    match news {
        News::General => assert!(share <= 0.05, "{share}"),
        News::Conflict => assert!((0.6..0.75).contains(&share), "{share}"),
    }
    let written: usize = rows.iter().map(|row| row.len() + 1).sum();
    println!("  {sentences} sentences, {:.0} % with a marker; {:.2} MB of scores", share * 100.0, written as f64 / 1e6);
    fs::remove_file(path).expect("our own file");
}

/// The last result and the median time of a few rounds.
fn median<T>(work: impl Fn() -> T) -> (T, Duration) {
    let mut times = Vec::new();
    let mut result = None;
    for _ in 0..ROUNDS {
        let start = now();
        result = Some(black_box(work()));
        times.push(now() - start);
    }
    times.sort();
    (result.expect("a round was run"), times[ROUNDS / 2])
}

/// Time that this thread has spent on a core, or the time of day where the system does not tell.
fn now() -> Duration {
    thread_local!(static START: Instant = Instant::now());
    let spent = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = spent.and_then(|line| line.split(' ').next()?.parse().ok()).map(Duration::from_nanos);
    spent.unwrap_or_else(|| START.with(Instant::elapsed))
}
