//! Which passages a class reads. The rule is printed in the teacher's key, so that nobody need guess it.
//!
//! 1. Of every event (articles that tell the same thing) and every contrast, the pair is taken whose passages show two words at least, from
//!    two outlets at least, said by the articles themselves and by others; then one event rather than several; then more outlets, more words.
//! 2. Opinion is left out. Each article gives one passage at most: whole sentences in a row, no headline, no more words than asked for. The best one holds a
//!    word of the contrast, the article's own voice and another's; then more such words, then more words of the lexicons; then the earliest.
//! 3. One article an outlet first, then others.

use super::super::Corpus;
use crate::corpus::Genre;
use crate::counts::{Record, RecordHit};
use crate::links::Content;
use crate::links::events::{Dated, find};
use crate::text::offsets::Slicer;
use crate::voice::Voice;
use crate::zones::ZoneKind;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What the user asks for.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Most words of one passage.
    pub words: usize,
    /// Most passages.
    pub passages: usize,
    /// By id, with or without its lexicon's; None: whichever shows most.
    pub contrast: Option<String>,
    /// None: whichever shows most.
    pub event: Option<String>,
}

/// What is read in class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Number of the contrast in the comparison.
    pub contrast: usize,
    /// None where the passages tell several events.
    pub event: Option<String>,
    pub windows: Vec<Window>,
}

/// Consecutive sentences of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    pub article: usize,
    pub sentences: Range<usize>,
    pub words: usize,
    /// Words of the contrast in it, as (side, hit).
    pub choices: Vec<(usize, usize)>,
}

/// The passages; None where no two articles use words of one contrast.
pub fn choose(corpus: &Corpus, rule: &Rule) -> Option<Chosen> {
    let events = events(corpus);
    let mut scopes: Vec<Option<&str>> = Vec::new();
    match &rule.event {
        Some(event) => scopes.push(Some(event)),
        None => {
            let distinct: BTreeSet<&str> = events.iter().flatten().map(String::as_str).collect();
            scopes.extend(distinct.into_iter().map(Some));
            scopes.push(None);
        }
    }
    let contrasts =
        (0..corpus.comparison.contrasts.len()).filter(|at| rule.contrast.as_deref().is_none_or(|name| is_named(corpus, *at, name)));
    let mut best: Option<(Score, Chosen)> = None;
    for contrast in contrasts {
        let windows: Vec<Window> = (0..corpus.articles.len()).filter_map(|article| window(corpus, article, contrast, rule.words)).collect();
        for scope in &scopes {
            let within = windows.iter().filter(|w| scope.is_none_or(|event| events[w.article].as_deref() == Some(event)));
            let taken = take(corpus, within.collect(), rule.passages);
            if taken.len() < 2 {
                continue;
            }
            let score = Score::of(corpus, &taken, scope.is_some());
            if best.as_ref().is_none_or(|(known, _)| score > *known) {
                best = Some((score, Chosen { contrast, event: scope.map(str::to_owned), windows: taken }));
            }
        }
    }
    best.map(|(_, chosen)| chosen)
}

/// How much a class can see in some passages; the greater the better, field by field.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    two_words: bool,
    two_outlets: bool,
    two_voices: bool,
    one_event: bool,
    outlets: usize,
    words: usize,
    choices: usize,
}

impl Score {
    fn of(corpus: &Corpus, windows: &[Window], one_event: bool) -> Self {
        let sides: BTreeSet<usize> = windows.iter().flat_map(|w| &w.choices).map(|(side, _)| *side).collect();
        let outlets: BTreeSet<String> = windows.iter().map(|w| outlet(corpus, w.article)).collect();
        let voices = || windows.iter().flat_map(|w| hits(&corpus.articles[w.article].record, &w.sentences)).map(|(_, hit)| hit.voice);
        Self {
            two_words: sides.len() > 1,
            two_outlets: outlets.len() > 1,
            two_voices: voices().any(is_own) && voices().any(|voice| !is_own(voice)),
            one_event,
            outlets: outlets.len(),
            words: sides.len(),
            choices: windows.iter().map(|w| w.choices.len()).sum(),
        }
    }
}

fn is_own(voice: Option<Voice>) -> bool {
    voice == Some(Voice::Outlet)
}

/// The outlet, or the article where it has none: such articles are never merged.
fn outlet(corpus: &Corpus, article: usize) -> String {
    let record = &corpus.articles[article].record;
    record.outlet.clone().unwrap_or_else(|| format!("\u{0}{}", record.id))
}

/// True where the contrast with this number has this name.
pub fn is_named(corpus: &Corpus, contrast: usize, name: &str) -> bool {
    let figures = &corpus.comparison.contrasts[contrast];
    let lexicon = &corpus.lexicons[figures.lexicon];
    let id = &lexicon.contrasts[figures.contrast].id;
    id == name || name.split_once('/').is_some_and(|(l, c)| l == lexicon.identity.id && c == id)
}

/// The event of each article: as its source says, else as found among all.
pub fn events(corpus: &Corpus) -> Vec<Option<String>> {
    let mut events: Vec<Option<String>> = corpus.articles.iter().map(|a| a.record.event.clone()).collect();
    if events.iter().all(Option::is_none) {
        let contents: Vec<Content> =
            corpus.articles.iter().map(|a| Content::new(&a.record, a.text.as_deref().unwrap_or_default())).collect();
        let dated: Vec<Dated> =
            corpus.articles.iter().zip(&contents).map(|(a, content)| Dated { content, date: a.record.date.as_deref() }).collect();
        for event in find(&dated) {
            event.articles.iter().for_each(|article| events[*article] = Some(event.name.clone()));
        }
    }
    events
}

/// The hits within some sentences, with their numbers.
pub fn hits<'r>(record: &'r Record, sentences: &Range<usize>) -> Vec<(usize, &'r RecordHit<'r>)> {
    record.hits.iter().enumerate().filter(|(_, hit)| sentences.contains(&hit.sentence)).collect()
}

/// What makes a passage of an article the better one.
type Merit = (bool, usize, bool, usize, Reverse<usize>);

/// The best passage of an article for a contrast.
fn window(corpus: &Corpus, article: usize, contrast: usize, most: usize) -> Option<Window> {
    let scored = &corpus.articles[article];
    let slicer = Slicer::new(scored.text.as_deref()?);
    let record = &scored.record;
    let choices: Vec<(usize, usize)> = corpus.comparison.contrasts[contrast]
        .choices
        .iter()
        .flatten()
        .filter(|choice| choice.article == article)
        .map(|choice| (choice.side, choice.hit))
        .collect();
    if choices.is_empty() || record.genre == Some(Genre::Opinion) {
        return None;
    }
    let lengths: Vec<usize> = record.sentences.iter().map(|(start, end)| slicer.slice(*start, *end).split_whitespace().count()).collect();
    let mut best: Option<(Merit, Window)> = None;
    for first in 0..record.sentences.len() {
        let mut words = 0;
        for (last, length) in lengths.iter().enumerate().skip(first) {
            words += length;
            if words > most || !is_prose(record, last) || last > first && !follows(record, &slicer, last) {
                break;
            }
            let sentences = first..last + 1;
            let held: Vec<(usize, usize)> =
                choices.iter().copied().filter(|(_, hit)| sentences.contains(&record.hits[*hit].sentence)).collect();
            if held.is_empty() {
                continue;
            }
            let hits = hits(record, &sentences);
            let two_voices = hits.iter().any(|(_, h)| is_own(h.voice)) && hits.iter().any(|(_, h)| !is_own(h.voice));
            // A lone sentence says too little around it.
            let merit = (two_voices, held.len(), words * 2 >= most, hits.len(), Reverse(first));
            if best.as_ref().is_none_or(|(known, _)| merit > *known) {
                best = Some((merit, Window { article, sentences, words, choices: held }));
            }
        }
    }
    best.map(|(_, window)| window)
}

/// True where a sentence is neither headline nor caption.
fn is_prose(record: &Record, sentence: usize) -> bool {
    let (start, end) = record.sentences[sentence];
    let apart = |kind| matches!(kind, ZoneKind::Title | ZoneKind::Caption);
    !record.zones.iter().any(|zone| apart(zone.kind) && zone.start < end && start < zone.end)
}

/// True where nothing but white space and marks parts a sentence from the one before.
fn follows(record: &Record, slicer: &Slicer, sentence: usize) -> bool {
    let (before, here) = (record.sentences[sentence - 1].1, record.sentences[sentence].0);
    before <= here && !slicer.slice(before, here).chars().any(char::is_alphanumeric)
}

/// The best passage of each outlet, then further ones, in the order of the articles' digests: it betrays no outlet.
fn take(corpus: &Corpus, windows: Vec<&Window>, most: usize) -> Vec<Window> {
    let mut by_outlet: BTreeMap<String, Vec<&Window>> = BTreeMap::new();
    for window in windows {
        by_outlet.entry(outlet(corpus, window.article)).or_default().push(window);
    }
    let weight = |w: &Window| {
        let hits = hits(&corpus.articles[w.article].record, &w.sentences);
        (hits.iter().any(|(_, h)| is_own(h.voice)) && hits.iter().any(|(_, h)| !is_own(h.voice)), w.choices.len(), hits.len())
    };
    for windows in by_outlet.values_mut() {
        windows.sort_by_key(|w| (Reverse(weight(w)), w.article));
    }
    let mut queue: Vec<(usize, &Window)> = by_outlet.values().flat_map(|windows| windows.iter().copied().enumerate()).collect();
    queue.sort_by_key(|(rank, w)| (*rank, Reverse(weight(w)), w.article));
    let mut taken: Vec<Window> = queue.into_iter().take(most).map(|(_, w)| w.clone()).collect();
    taken.sort_by_key(|w| corpus.articles[w.article].record.digest.clone());
    taken
}
