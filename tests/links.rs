//! Near-copies and events, on the sample corpus and on texts rewritten by rule.

use cadrage::corpus;
use cadrage::counts::{Instrument, Record};
use cadrage::lang::Lang;
use cadrage::lexicon::load;
use cadrage::links::Content;
use cadrage::links::content::Word;
use cadrage::links::copies::{SHARED, groups, shared_part};
use cadrage::links::events::{self, Dated};
use std::collections::BTreeSet;
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
fn dispatches_printed_by_several_outlets_are_found_and_nothing_else() {
    let sample = sample();
    let found: Vec<Vec<&str>> = groups(&sample.contents)
        .iter()
        .map(|group| {
            assert!(!group.passages.is_empty(), "a group shows what is shared");
            group.articles.iter().map(|a| sample.records[*a].id.rsplit_once('.').expect("a file").0).collect()
        })
        .collect();
    assert_eq!(
        found,
        [
            vec!["courrier-de-valbrune/03-tarsene", "ostara-info/03-tarsene", "vigie-du-soir/03-tarsene"],
            // Not signed as a dispatch, a third of it the same words.
            vec!["courrier-de-valbrune/05-mirkov", "ostara-info/05-mirkov"],
            vec!["frequence-boreale/08-doukhara-offensive", "ostara-info/08-doukhara-depeche"],
        ]
    );
}

/// Every `nth` word replaced.
fn rewritten(content: &Content, nth: usize) -> Content {
    let words = content.words.iter().enumerate().map(|(at, word)| {
        let plain = if at % nth == nth - 1 { format!("autre{at}") } else { word.plain.clone() };
        Word { plain, ..word.clone() }
    });
    Content { words: words.collect() }
}

#[test]
fn light_rewrites_are_still_copies_and_independent_reports_are_not() {
    let sample = sample();
    // One word in eight changed, of every article of the sample.
    for nth in [20, 12, 8] {
        let missed = sample.contents.iter().filter(|c| shared_part(c, &rewritten(c, nth)) < SHARED).count();
        assert_eq!(missed, 0, "one word in {nth} changed");
    }
    // Half of the article dropped, the rest in another order.
    for content in &sample.contents {
        let half = content.words.len() / 2;
        let quarter = half / 2;
        let shuffled = [&content.words[quarter..half], &content.words[..quarter]].concat();
        assert!(shared_part(content, &Content { words: shuffled }) > 0.9);
    }
    // Where every fourth word differs no run of five is left: that is no light rewrite.
    assert_eq!(shared_part(&sample.contents[0], &rewritten(&sample.contents[0], 4)), 0.0);
}

#[test]
fn events_of_the_sample_are_found_without_its_event_column() {
    let sample = sample();
    let dated: Vec<Dated> =
        sample.contents.iter().zip(&sample.records).map(|(content, r)| Dated { content, date: r.date.as_deref() }).collect();
    let pairs = |lists: Vec<Vec<usize>>| -> BTreeSet<(usize, usize)> {
        let of = |list: &Vec<usize>| {
            let list = list.clone();
            (0..list.len())
                .flat_map(move |i| {
                    let list = list.clone();
                    (i + 1..list.len()).map(move |j| (list[i].min(list[j]), list[i].max(list[j])))
                })
                .collect::<Vec<_>>()
        };
        lists.iter().flat_map(of).collect()
    };
    let found = pairs(events::find(&dated).into_iter().map(|e| e.articles).collect());
    let told = |a: usize| sample.records[a].event.clone();
    let true_pairs: BTreeSet<(usize, usize)> =
        (0..48).flat_map(|a| (a + 1..48).map(move |b| (a, b))).filter(|(a, b)| told(*a) == told(*b)).collect();
    let right = found.intersection(&true_pairs).count();
    println!("events: precision {right} of {}, recall {right} of {}", found.len(), true_pairs.len());
    assert!(right == found.len(), "two events were taken for one");
    assert!(right as f64 >= 0.8 * true_pairs.len() as f64, "recall {right} of {}", true_pairs.len());
}
