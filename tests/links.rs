//! Near-copies and events, on the sample corpus and on texts rewritten by rule.

use cadrage::corpus;
use cadrage::counts::{Instrument, Record};
use cadrage::lang::Lang;
use cadrage::lexicon::load;
use cadrage::links::Content;
use cadrage::links::copies::{groups, shared_part};
use cadrage::links::events::{self, Dated};
use std::path::Path;

struct Sample {
    records: Vec<Record<'static>>,
    contents: Vec<Content>,
}

fn sample() -> Sample {
    let instrument = Instrument::new(load::default_lexicons().expect("lexicons"), Lang::Fr).expect("they compile");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/corpus");
    let articles: Vec<_> = corpus::read(&[folder]).map(|a| a.expect("an article")).collect();
    let records: Vec<Record> = articles.iter().map(|a| instrument.score(a).into_owned()).collect();
    let contents = records.iter().zip(&articles).map(|(r, a)| Content::new(r, &a.text)).collect();
    Sample { records, contents }
}

#[test]
fn show() {
    let sample = sample();
    for g in groups(&sample.contents) {
        println!("{:.2} {:?} {}", g.shared, g.articles.iter().map(|a| &sample.records[*a].id).collect::<Vec<_>>(), g.passages.len());
    }
    let mut all = Vec::new();
    for i in 0..48 {
        for j in i + 1..48 {
            all.push((shared_part(&sample.contents[i], &sample.contents[j]), sample.records[i].id.clone(), sample.records[j].id.clone()));
        }
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    for a in all.iter().take(14) {
        println!("{a:?}");
    }
    let dated: Vec<Dated> =
        sample.contents.iter().zip(&sample.records).map(|(c, r)| Dated { content: c, date: r.date.as_deref() }).collect();
    for e in events::find(&dated) {
        println!("{} {:?}", e.name, e.articles.iter().map(|a| sample.records[*a].event.clone().unwrap()).collect::<Vec<_>>());
    }
}
