//! Events told by several articles: close days, shared names, similar words.

use super::content::{Content, Word};
use super::skeleton::skeleton;
use crate::text::offsets::Slicer;
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::{BTreeMap, BTreeSet};

/// Articles on one event lie at most as many days apart from its first one.
const DAYS: i64 = 3;
/// Mean cosine of an article and those of an event; measured on the sample corpus (docs/VALIDATION.md).
const ALIKE: f64 = 0.12;
/// The same where one of them has no date: without days to tell two attacks on one town apart, only much likeness will do.
const ALIKE_UNDATED: f64 = 0.25;
/// A name weighs as much more than another word.
const NAME: f64 = 2.0;
/// Shorter words are mostly grammar.
const LETTERS: usize = 4;

/// Articles that seem to tell the same event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// First day and a name that it is about: `2024-06-11 doukhara`.
    pub name: String,
    pub articles: Vec<usize>,
}

/// An article to be placed.
pub struct Dated<'c> {
    pub content: &'c Content,
    /// ISO 8601; an article without a date joins an event only if it is very like it.
    pub date: Option<&'c str>,
}

/// The events of at least two articles, by their first day. Articles are taken day by day, each joining the event it is most like; those
/// without a date come last.
pub fn find(articles: &[Dated]) -> Vec<Event> {
    let stemmer = Stemmer::create(Algorithm::French);
    let terms: Vec<BTreeMap<String, f64>> = articles.iter().map(|a| terms(a.content, &stemmer)).collect();
    let vectors = weigh(&terms);
    let mut order: Vec<(Option<i64>, usize)> = articles.iter().enumerate().map(|(at, a)| (a.date.and_then(day), at)).collect();
    order.sort_by_key(|(day, at)| (day.is_none(), *day, *at));
    let mut found: Vec<(Option<i64>, Vec<usize>)> = Vec::new();
    for (day, at) in order {
        let alike = |members: &[usize]| members.iter().map(|m| cosine(&vectors[*m], &vectors[at])).sum::<f64>() / members.len() as f64;
        let best = found
            .iter()
            .enumerate()
            .filter(|(_, (first, _))| day.zip(*first).is_none_or(|(day, first)| day - first <= DAYS))
            .map(|(n, (_, members))| (alike(members), n))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let enough = if day.is_some() { ALIKE } else { ALIKE_UNDATED };
        match best.filter(|(likeness, _)| *likeness >= enough) {
            Some((_, n)) => found[n].1.push(at),
            None => found.push((day, vec![at])),
        }
    }
    let mut events = Vec::new();
    let mut names = BTreeSet::new();
    for (_, members) in found.into_iter().filter(|(_, members)| members.len() > 1) {
        let date = articles[members[0]].date.unwrap_or_default();
        let mut name = format!("{date} {}", best_name(&members, articles, &vectors)).trim().to_owned();
        while !names.insert(name.clone()) {
            name.push('+');
        }
        events.push(Event { name, articles: members });
    }
    events
}

/// How often each stem or name occurs, dampened: 1 + ln n.
pub fn terms(content: &Content, stemmer: &Stemmer) -> BTreeMap<String, f64> {
    let mut counts: BTreeMap<String, f64> = BTreeMap::new();
    for word in content.words.iter().filter(|w| w.plain.chars().count() >= LETTERS) {
        *counts.entry(term(word, stemmer)).or_default() += 1.0;
    }
    // A name of two words may be written as one.
    for pair in content.words.windows(2).filter(|pair| pair.iter().all(|w| w.is_name)) {
        if let Some(bones) = skeleton(&format!("{}{}", pair[0].plain, pair[1].plain)) {
            *counts.entry(format!("^{bones}")).or_default() += 1.0;
        }
    }
    counts.values_mut().for_each(|n| *n = 1.0 + n.ln());
    counts
}

fn term(word: &Word, stemmer: &Stemmer) -> String {
    match skeleton(&word.plain).filter(|_| word.is_name) {
        Some(bones) => format!("^{bones}"),
        None => stemmer.stem(&word.plain).into_owned(),
    }
}

/// The names of a text by what their spellings have in common, each as first written.
pub fn names(content: &Content, text: &str) -> BTreeMap<String, String> {
    let slicer = Slicer::new(text);
    let mut found = BTreeMap::new();
    let mut add = |plain: &str, start: usize, end: usize| {
        if let Some(bones) = skeleton(plain) {
            found.entry(bones).or_insert_with(|| slicer.slice(start, end).to_owned());
        }
    };
    // Two capitals in a row are one name, and are written together elsewhere: both are tried, the whole one first.
    for pair in content.words.windows(2).filter(|pair| pair.iter().all(|w| w.is_name) && pair[1].start == pair[0].end + 1) {
        add(&format!("{}{}", pair[0].plain, pair[1].plain), pair[0].start, pair[1].end);
    }
    content.words.iter().filter(|w| w.is_name).for_each(|w| add(&w.plain, w.start, w.end));
    found
}

/// tf-idf, each vector of length one: idf = ln(N / n) (Spärck Jones 1972).
pub fn weigh(terms: &[BTreeMap<String, f64>]) -> Vec<BTreeMap<&str, f64>> {
    let mut holders: BTreeMap<&str, f64> = BTreeMap::new();
    terms.iter().flat_map(BTreeMap::keys).for_each(|term| *holders.entry(term).or_default() += 1.0);
    let all = terms.len() as f64;
    let weighed = |terms: &'_ BTreeMap<String, f64>| -> Vec<(String, f64)> {
        terms
            .iter()
            .map(|(term, tf)| (term.clone(), tf * (all / holders[&**term]).ln() * if term.starts_with('^') { NAME } else { 1.0 }))
            .collect()
    };
    terms
        .iter()
        .map(|own| {
            let weights = weighed(own);
            let length = weights.iter().map(|(_, w)| w * w).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
            own.keys().zip(weights).map(|(term, (_, w))| (&**term, w / length)).collect()
        })
        .collect()
}

/// Of two vectors of length one.
pub fn cosine(one: &BTreeMap<&str, f64>, two: &BTreeMap<&str, f64>) -> f64 {
    let (shorter, longer) = if one.len() <= two.len() { (one, two) } else { (two, one) };
    shorter.iter().filter_map(|(term, w)| Some(w * longer.get(term)?)).sum()
}

/// The name that weighs most over the articles, as its first writer spells it.
fn best_name(members: &[usize], articles: &[Dated], vectors: &[BTreeMap<&str, f64>]) -> String {
    let mut weights: BTreeMap<&str, f64> = BTreeMap::new();
    for member in members {
        vectors[*member].iter().filter(|(term, _)| term.starts_with('^')).for_each(|(term, w)| *weights.entry(term).or_default() += w);
    }
    let heaviest = weights.into_iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(a.0)));
    let Some((bones, _)) = heaviest else { return String::new() };
    let words = || members.iter().flat_map(|m| &articles[*m].content.words);
    let spelled = words().find(|w| w.is_name && skeleton(&w.plain).is_some_and(|s| bones[1..] == s));
    spelled.map_or_else(|| bones[1..].to_owned(), |w| w.plain.clone())
}

/// Days since 1970 of an ISO date (Hinnant, "chrono-compatible low-level date algorithms", 2013).
pub fn day(iso: &str) -> Option<i64> {
    let mut parts = iso.get(..10)?.split('-').map(|p| p.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year - era * 400;
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted() {
        assert_eq!(day("1970-01-01"), Some(0));
        assert_eq!(day("2024-03-01"), Some(19_783));
        assert_eq!(day("2024-02-29"), Some(19_782));
        assert_eq!(day("hier"), None);
    }
}
