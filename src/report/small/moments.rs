//! Articles that tell of the same moment: days as dated or as written in the text, at most one apart, and names in common.

use super::articles;
use super::observation::Observation;
use crate::corpus::date;
use crate::links::Content;
use crate::links::events::{day, names};
use crate::report::Corpus;
use crate::report::words::{self, counted, listed};
use maud::html;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Two articles share a moment where days of both lie so close.
const APART: i64 = 1;
/// Days that a text names and that lie further from its date are history.
const NEWS: i64 = 10;
/// Shared names that are shown.
const SHOWN: usize = 3;

static WRITTEN: LazyLock<Regex> = LazyLock::new(|| {
    let months = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
    Regex::new(&format!(r"(?i)\b(\d{{1,2}}|1er)\s+({months})(?:\s+(\d{{4}}))?\b")).expect("a pattern")
});

/// A day as the article gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// As written, or the article's date.
    pub shown: String,
    month_day: String,
    year: Option<String>,
}

impl Day {
    /// Days between two; the year of one serves for the other where that has none.
    fn from(&self, other: &Day) -> Option<i64> {
        let year = |one: &Day, two: &Day| one.year.clone().or_else(|| two.year.clone()).unwrap_or_else(|| "2000".into());
        let number = |one: &Day, two: &Day| day(&format!("{}-{}", year(one, two), one.month_day));
        Some((number(self, other)? - number(other, self)?).abs())
    }
}

/// The article's date, then the days that its content names near it; of an article without a date, the first one.
pub fn days(corpus: &Corpus, article: usize) -> Vec<Day> {
    let scored = &corpus.articles[article];
    let dated = scored.record.date.as_deref().filter(|date| date.len() >= 10).map(|date| Day {
        shown: words::day(date, corpus.lang),
        month_day: date[5..10].to_owned(),
        year: Some(date[..4].to_owned()),
    });
    let mut written = written(corpus, article);
    match dated {
        Some(dated) => {
            written.retain(|day| day.from(&dated).is_some_and(|apart| apart <= NEWS));
            written.insert(0, dated);
        }
        None => written.truncate(1),
    }
    written
}

fn written(corpus: &Corpus, article: usize) -> Vec<Day> {
    let scored = &corpus.articles[article];
    let Some(text) = scored.text.as_deref() else { return Vec::new() };
    let slicer = crate::text::offsets::Slicer::new(text);
    let mut found = Vec::new();
    for (start, end) in &scored.record.sentences {
        for found_day in WRITTEN.captures_iter(slicer.slice(*start, *end)) {
            let year = found_day.get(3).map(|y| y.as_str().to_owned());
            let whole = format!("{} {} {}", &found_day[1], &found_day[2], year.as_deref().unwrap_or("2000"));
            if let Some(iso) = date::iso(&whole).filter(|iso| iso.len() == 10) {
                found.push(Day { shown: found_day[0].to_owned(), month_day: iso[5..].to_owned(), year });
            }
        }
    }
    found
}

/// Articles of one moment, and how each spells the names that they share.
struct Moment {
    articles: Vec<usize>,
    names: BTreeMap<usize, Vec<String>>,
}

/// The first two or more articles on one moment.
pub fn observation(corpus: &Corpus) -> Option<Observation> {
    let lang = corpus.lang;
    let Moment { articles: together, names } = same_moment(corpus)?;
    let said = together.iter().map(|article| {
        let of_article: Vec<String> = days(corpus, *article).into_iter().map(|day| day.shown).take(1).collect();
        html! {
            (articles::named(corpus, &[*article])) (lang.pick("\u{a0}: le ", ": ")) (of_article.join(", "))
            @if let Some(spelled) = names.get(article) { (lang.pick(" ; noms communs\u{a0}: ", "; shared names: ")) (listed(spelled, lang)) }
        }
    });
    let count = counted(together.len() as u64, ("article", "article"), ("articles", "articles"), lang);
    let numbers = articles::plain(&together, corpus);
    Some(Observation {
        heading: html! { (lang.pick(format!("{count} sur le même moment ({numbers})"), format!("{count} on the same moment ({numbers})"))) },
        said: said.collect(),
        evidence: Vec::new(),
        cannot: lang.pick(
            "Les autres articles parlent d'un autre jour ou d'un autre lieu, ou leur jour n'est pas connu : chez eux, un autre mot peut tenir à un autre fait.".into(),
            "The other articles speak of another day or place, or their day is not known: there, another word may go back to another fact.".into(),
        ),
        question: lang.pick(
            format!("Lisez les {numbers} côte à côte : que dit l'un que l'autre ne dit pas ?"),
            format!("Read {numbers} side by side: what does one say that the other does not?"),
        ),
    })
}

/// The first article that has a companion, with all of them.
fn same_moment(corpus: &Corpus) -> Option<Moment> {
    let n = corpus.articles.len();
    let days: Vec<Vec<Day>> = (0..n).map(|at| days(corpus, at)).collect();
    let names: Vec<BTreeMap<String, String>> = (0..n).map(|at| names_of(corpus, at)).collect();
    // A name that all articles share joins none of them in particular.
    let everywhere = |bones: &String| n > 2 && names.iter().all(|own| own.contains_key(bones));
    let shared = |one: usize, two: usize| -> Vec<String> {
        names[one].keys().filter(|bones| names[two].contains_key(*bones) && !everywhere(bones)).cloned().collect()
    };
    let close = |one: usize, two: usize| days[one].iter().any(|a| days[two].iter().any(|b| a.from(b).is_some_and(|apart| apart <= APART)));
    for first in 0..n {
        let others: Vec<usize> = (first + 1..n).filter(|other| close(first, *other) && shared(first, *other).len() > 1).collect();
        if others.is_empty() {
            continue;
        }
        let mut common = shared(first, others[0]);
        common.retain(|bones| others.iter().all(|other| names[*other].contains_key(bones)));
        // Long names first: short ones are more often met by chance.
        common.sort_by_key(|bones| std::cmp::Reverse(bones.len()));
        let together: Vec<usize> = std::iter::once(first).chain(others).collect();
        let spelled = |at: usize| common.iter().take(SHOWN).filter_map(|bones| names[at].get(bones).cloned()).collect();
        return Some(Moment { names: together.iter().map(|at| (*at, spelled(*at))).collect(), articles: together });
    }
    None
}

/// The names of an article by what their spellings have in common.
fn names_of(corpus: &Corpus, article: usize) -> BTreeMap<String, String> {
    let scored = &corpus.articles[article];
    match scored.text.as_deref() {
        Some(text) => names(&Content::new(&scored.record, text), text),
        None => BTreeMap::new(),
    }
}
