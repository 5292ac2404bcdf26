//! Near-copies: articles that share the text of an agency, or of each other.

use super::content::Content;
use super::join::join;
use super::shingles::{SHINGLE, fingerprints, shingles};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Two articles are near-copies where at least this part of the shorter one stands in the other, in runs of five words and more.
pub const SHARED: f64 = 0.25;
/// A shared passage that is shown has at least this many words.
const PASSAGE: usize = 8;
/// Code points between two words of one passage: punctuation and white space.
const GAP: usize = 12;
/// Pairs of articles are looked at where they share as many fingerprints.
const FINGERPRINTS: usize = 3;
/// What so many articles share is a formula, not a source.
const FORMULA: usize = 50;

/// A passage of one article that stands in another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub article: usize,
    pub other: usize,
    /// Code points of the article's text.
    pub start: usize,
    pub end: usize,
    pub words: usize,
}

/// Articles that share text, directly or by way of another.
#[derive(Debug, Clone, PartialEq)]
pub struct CopyGroup {
    pub articles: Vec<usize>,
    /// The largest part that two of them share.
    pub shared: f64,
    /// The longest first.
    pub passages: Vec<Passage>,
}

/// Two articles with what they share.
struct Twins {
    pair: (usize, usize),
    shared: f64,
    passages: Vec<Passage>,
}

/// The groups of near-copies, by their first article.
pub fn groups(contents: &[Content]) -> Vec<CopyGroup> {
    let shingled: Vec<Vec<u64>> = contents.par_iter().map(|c| shingles(&c.words)).collect();
    let mut pairs: Vec<Twins> = candidates(&shingled).into_par_iter().map(|pair| twins(pair, contents, &shingled)).collect();
    pairs.retain(|twins| twins.shared >= SHARED);
    let keys: Vec<Vec<String>> = (0..contents.len())
        .map(|at| pairs.iter().enumerate().filter(|(_, t)| t.pair.0 == at || t.pair.1 == at).map(|(n, _)| n.to_string()).collect())
        .collect();
    let mut groups: BTreeMap<usize, CopyGroup> = BTreeMap::new();
    let numbers = join(&keys);
    for (at, number) in numbers.iter().enumerate() {
        groups.entry(*number).or_insert_with(|| CopyGroup { articles: Vec::new(), shared: 0.0, passages: Vec::new() }).articles.push(at);
    }
    for twins in pairs {
        if let Some(group) = groups.get_mut(&numbers[twins.pair.0]) {
            group.shared = group.shared.max(twins.shared);
            group.passages.extend(twins.passages);
        }
    }
    let mut groups: Vec<CopyGroup> = groups.into_values().filter(|g| g.articles.len() > 1).collect();
    for group in &mut groups {
        group.passages.sort_by_key(|p| (std::cmp::Reverse(p.words), p.article, p.other, p.start));
    }
    groups
}

/// What part of the shorter of two articles stands in the other.
pub fn shared_part(one: &Content, two: &Content) -> f64 {
    let contents = [one.clone(), two.clone()];
    let shingled = [shingles(&one.words), shingles(&two.words)];
    twins((0, 1), &contents, &shingled).shared
}

/// Pairs that share enough fingerprints, in order.
fn candidates(shingled: &[Vec<u64>]) -> Vec<(usize, usize)> {
    let mut holders: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, shingles) in shingled.iter().enumerate() {
        fingerprints(shingles).into_iter().for_each(|print| holders.entry(print).or_default().push(at));
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for holders in holders.values().filter(|h| h.len() <= FORMULA) {
        for (n, one) in holders.iter().enumerate() {
            holders[n + 1..].iter().for_each(|two| *shared.entry((*one, *two)).or_default() += 1);
        }
    }
    shared.into_iter().filter(|(_, n)| *n >= FINGERPRINTS).map(|(pair, _)| pair).collect()
}

/// Looks at every shingle of both.
fn twins((one, two): (usize, usize), contents: &[Content], shingled: &[Vec<u64>]) -> Twins {
    let (shorter, longer) = if contents[one].words.len() <= contents[two].words.len() { (one, two) } else { (two, one) };
    let known: HashSet<u64> = shingled[longer].iter().copied().collect();
    let words = &contents[shorter].words;
    let mut covered = vec![false; words.len()];
    for (at, shingle) in shingled[shorter].iter().enumerate() {
        if known.contains(shingle) {
            covered[at..at + SHINGLE].fill(true);
        }
    }
    let places: Vec<usize> = (0..words.len()).filter(|at| covered[*at]).collect();
    // A passage ends where the next word is not shared, or stands beyond a line that is no content.
    let runs = places.chunk_by(|one, two| *two == *one + 1 && words[*two].start < words[*one].end + GAP);
    let passages = runs.filter(|run| run.len() >= PASSAGE).map(|run| {
        let (first, last) = (&words[run[0]], &words[run[run.len() - 1]]);
        Passage { article: shorter, other: longer, start: first.start, end: last.end, words: run.len() }
    });
    let passages = passages.collect();
    let shared = covered.iter().filter(|c| **c).count() as f64 / words.len().max(1) as f64;
    Twins { pair: (one, two), shared, passages }
}

/// By article: the number of its group.
pub fn numbers(groups: &[CopyGroup], articles: usize) -> Vec<Option<usize>> {
    let of = |article: usize| groups.iter().position(|g| g.articles.contains(&article));
    (0..articles).map(of).collect()
}

/// Who signs the articles of a group, each once, in order.
pub fn signatures<'a>(group: &CopyGroup, author: impl Fn(usize) -> Option<&'a str>) -> Vec<&'a str> {
    let signed: BTreeSet<&str> = group.articles.iter().filter_map(|a| author(*a)).collect();
    signed.into_iter().collect()
}
