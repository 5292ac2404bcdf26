//! Near-copies and events, on the sample corpus and on texts rewritten by rule.

use cadrage::corpus::{self, Article, Keep, Meta};
use cadrage::counts::{Instrument, Record};
use cadrage::lang::Lang;
use cadrage::lexicon::load;
use cadrage::links::Content;
use cadrage::links::Event;
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

/// Every two articles that are in one event.
fn pairs(events: &[Event]) -> BTreeSet<(usize, usize)> {
    let of = |list: &Vec<usize>| list.iter().flat_map(|a| list.iter().map(|b| (*a, *b))).filter(|(a, b)| a < b).collect::<Vec<_>>();
    events.iter().flat_map(|event| of(&event.articles)).collect()
}

fn article(text: &str) -> Article {
    Article {
        id: String::new(),
        path: String::new(),
        text: text.into(),
        meta: Meta::default(),
        marked: Vec::new(),
        keep: Keep::default(),
        left_out: Vec::new(),
        warnings: Vec::new(),
    }
}

#[test]
fn spellings_of_a_place_join_articles_on_one_event() {
    let told = |place: &str| {
        [
            format!("Hier à {place}, les combats ont repris. L'armée est entrée dans {place}."),
            "Le marché de Brenne a rouvert. Des marchands de Tarsene y vendent des dattes.".to_owned(),
            "La crue menace Orlinka. Les digues du fleuve Amel ont cédé.".to_owned(),
            format!("Une colonne blindée tient {place}. Selon le maire, {place} est prise."),
        ]
    };
    let instrument = Instrument::new(load::default_lexicons().expect("lexicons"), Lang::Fr).expect("they compile");
    let linked = |one: &str, two: &str, date: Option<&'static str>| {
        let texts = [&told(one)[..3], &told(two)[3..]].concat();
        let contents: Vec<Content> = texts.iter().map(|text| Content::new(&instrument.score(&article(text)), text)).collect();
        let dated: Vec<Dated> = contents.iter().map(|content| Dated { content, date }).collect();
        pairs(&events::find(&dated)).contains(&(0, 3))
    };
    let day = Some("2024-06-11");
    for (one, two) in [("Abou Kamal", "Boukamal"), ("Abou Kamal", "Al-Boukamal"), ("Kharkiv", "Karkiv")] {
        assert!(linked(one, two, day), "{one} = {two}");
    }
    assert!(!linked("Abou Kamal", "Doukhara", day), "another place is another event");
}

#[test]
fn without_dates_only_very_like_articles_are_one_event() {
    let sample = sample();
    let undated: Vec<Dated> = sample.contents.iter().map(|content| Dated { content, date: None }).collect();
    let found = pairs(&events::find(&undated));
    let wrong = found.iter().filter(|(a, b)| sample.records[*a].event != sample.records[*b].event).count();
    println!("events without dates: {} pairs, {wrong} of them wrong", found.len());
    assert!(found.len() >= 20 && wrong == 0, "{} pairs, {wrong} wrong", found.len());
}

#[test]
fn events_of_the_sample_are_found_without_its_event_column() {
    let sample = sample();
    let dated: Vec<Dated> =
        sample.contents.iter().zip(&sample.records).map(|(content, r)| Dated { content, date: r.date.as_deref() }).collect();
    let found = pairs(&events::find(&dated));
    let told = |a: usize| sample.records[a].event.clone();
    let true_pairs: BTreeSet<(usize, usize)> =
        (0..48).flat_map(|a| (a + 1..48).map(move |b| (a, b))).filter(|(a, b)| told(*a) == told(*b)).collect();
    let right = found.intersection(&true_pairs).count();
    println!("events: precision {right} of {}, recall {right} of {}", found.len(), true_pairs.len());
    assert!(right == found.len(), "two events were taken for one");
    assert!(right as f64 >= 0.8 * true_pairs.len() as f64, "recall {right} of {}", true_pairs.len());
}
