//! A word that is proposed, with why and where it stands.

use super::Read;
use crate::corpus::Article;
use crate::counts::Instrument;
use crate::counts::candidates::{MODEL, Named, Seen};
use crate::counts::words::Key;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// Lines and places that are shown.
const LINES: usize = 3;
const PLACES: usize = 4;
/// Columns beside a word.
const CONTEXT: usize = 40;
/// Of so many times more words than are shown the occurrences are counted: some turn out too rare.
const MORE: usize = 8;

/// A word that is proposed.
pub struct Candidate {
    /// Its most frequent form.
    pub form: String,
    /// Cosine with the pole, from 0 to 1.
    pub score: f64,
    pub count: usize,
    pub articles: usize,
    /// Occurrences by outlet, the most first.
    pub outlets: Vec<(String, usize)>,
    /// Places that it shares with the pole, those that count most first.
    pub places: Vec<Named>,
    /// Axis and pole of markers that take it already, with how often.
    pub taken: Option<((String, String), usize)>,
    /// An occurrence and the article it stands in, of as many outlets as there are.
    pub lines: Vec<(usize, Seen)>,
}

/// The words most like the pole that are frequent enough.
pub fn best(instrument: &Instrument, read: &Read, top: usize, least: usize) -> Vec<Candidate> {
    let mut similar = read.places.similar(MODEL, least as u64);
    similar.retain(|one| !read.own.contains(&one.word));
    similar.truncate(top * MORE);
    let words: FxHashSet<Key> = similar.iter().map(|one| one.word).collect();
    let slots: FxHashSet<Key> = similar.iter().flat_map(|one| one.shared.iter().take(PLACES).copied()).collect();
    let found: Vec<(Vec<Seen>, Vec<Named>)> =
        read.articles.par_iter().map(|article| instrument.seen(article, &words, &slots, CONTEXT)).collect();
    let mut names: FxHashMap<Key, Named> = FxHashMap::default();
    let mut occurrences: FxHashMap<Key, Vec<(usize, Seen)>> = FxHashMap::default();
    for (article, (seen, named)) in found.into_iter().enumerate() {
        names.extend(named.into_iter().map(|name| (name.0, name)));
        seen.into_iter().for_each(|one| occurrences.entry(one.key).or_default().push((article, one)));
    }
    let candidates = similar.into_iter().filter_map(|one| {
        let met = occurrences.remove(&one.word)?;
        let articles: FxHashSet<usize> = met.iter().map(|(article, _)| *article).collect();
        (met.len() >= least && articles.len() > 1).then(|| {
            let places = one.shared.iter().take(PLACES).filter_map(|slot| names.get(slot).cloned()).collect();
            candidate(met, articles.len(), one.score, places, &read.articles)
        })
    });
    candidates.take(top).collect()
}

fn candidate(met: Vec<(usize, Seen)>, articles: usize, score: f64, places: Vec<Named>, all: &[Article]) -> Candidate {
    let outlet = |article: usize| all[article].meta.outlet.clone().unwrap_or_else(|| all[article].id.clone());
    let (mut forms, mut outlets, mut taken) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (article, seen) in &met {
        *forms.entry(seen.form.clone()).or_insert(0) += 1;
        *outlets.entry(outlet(*article)).or_insert(0) += 1;
        if let Some(pole) = &seen.taken {
            *taken.entry(pole.clone()).or_insert(0) += 1;
        }
    }
    // One line of each outlet before a second of any.
    let mut order: Vec<(usize, usize)> = Vec::new();
    let mut shown: BTreeMap<String, usize> = BTreeMap::new();
    for (at, (article, _)) in met.iter().enumerate() {
        let before = shown.entry(outlet(*article)).or_insert(0);
        order.push((*before, at));
        *before += 1;
    }
    order.sort_unstable();
    let count = met.len();
    let lines: Vec<usize> = order.into_iter().take(LINES).map(|(_, at)| at).collect();
    let mut met: Vec<Option<(usize, Seen)>> = met.into_iter().map(Some).collect();
    Candidate {
        form: most_frequent(forms).first().map(|(form, _)| form.clone()).unwrap_or_default(),
        score,
        count,
        articles,
        outlets: most_frequent(outlets),
        places,
        taken: most_frequent(taken).into_iter().next(),
        lines: lines.into_iter().filter_map(|at| met[at].take()).collect(),
    }
}

fn most_frequent<T: Ord>(counts: BTreeMap<T, usize>) -> Vec<(T, usize)> {
    let mut counts: Vec<(T, usize)> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts
}
