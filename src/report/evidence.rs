//! The sentences that a number counts, with the counted words marked.

use super::Corpus;
use super::words::{counted, quoted};
use crate::counts::RecordHit;
use crate::text::offsets::Slicer;
use crate::voice::Voice;
use crate::zones::ZoneKind;
use maud::{Markup, html};

/// Sentences shown below one number at most; the number itself counts all.
const SHOWN: usize = 60;
/// Hits beyond which fewer are shown, so that the page stays light enough to be sent; its script finds them all in the articles.
const MANY: usize = 1000;

/// A number that opens its sentences.
pub fn link(id: &str, count: u64) -> Markup {
    html! {
        @if count == 0 { span.zero { "0" } } @else { a href={ "#" (id) } { (count) } }
    }
}

/// A sentence of one article with what is marked in it.
pub struct Passage {
    pub article: usize,
    pub sentence: usize,
    pub zone: ZoneKind,
    /// In order.
    pub marks: Vec<Mark>,
    /// What stands behind the article's name.
    pub notes: Vec<String>,
}

/// What is marked in a sentence, in code points, and who says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub voice: Option<Voice>,
}

/// A closed block with the sentences of some hits, given as (article, hit) in order.
pub fn block(corpus: &Corpus, id: &str, word: &str, group: &str, voice: Option<Voice>, hits: &[(usize, usize)]) -> Markup {
    if hits.is_empty() {
        return html! {};
    }
    let mut passages: Vec<Passage> = Vec::new();
    for (article, hit) in hits {
        let hit = &corpus.articles[*article].record.hits[*hit];
        let mark = Mark { start: hit.start, end: hit.end, text: hit.text.clone(), voice: hit.voice };
        let notes = notes(hit, corpus).into_iter();
        match passages.last_mut() {
            Some(last) if last.article == *article && last.sentence == hit.sentence => {
                last.marks.push(mark);
                notes.for_each(|note| last.add(note));
            }
            _ => passages.push(Passage {
                article: *article,
                sentence: hit.sentence,
                zone: hit.zone,
                marks: vec![mark],
                notes: notes.collect(),
            }),
        }
    }
    list(corpus, id, word, group, voice, hits.len(), &passages)
}

impl Passage {
    /// Adds a note that is not there yet.
    pub fn add(&mut self, note: String) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}

/// A closed block with these sentences; `count` is the number that opens it.
pub fn list(corpus: &Corpus, id: &str, word: &str, group: &str, voice: Option<Voice>, count: usize, passages: &[Passage]) -> Markup {
    let lang = corpus.lang;
    // Passages come article by article: the text is indexed once for each.
    let mut current: Option<(usize, Option<Slicer>)> = None;
    let mut shown = Vec::new();
    let sample = sample(passages.len(), shown_at_most(corpus));
    for passage in sample.iter().map(|at| &passages[*at]) {
        let slicer = match current.take() {
            Some((article, slicer)) if article == passage.article => slicer,
            _ => corpus.articles[passage.article].text.as_deref().map(Slicer::new),
        };
        shown.push(sentence(corpus, passage, slicer.as_ref()));
        current = Some((passage.article, slicer));
    }
    let hidden = passages.len() - sample.len();
    html! {
        details.evidence id=(id) {
            summary {
                strong { (quoted(word, lang)) } " · " (group) " · "
                (counted(count as u64, ("passage", "passage"), ("passages", "passages"), lang))
                @if let Some(voice) = voice { " · " (super::voice::name(voice, lang)) }
            }
            ol {
                @for sentence in shown { (sentence) }
            }
            @if hidden > 0 {
                p.note {
                    (lang.pick(format!("{hidden} autres phrases sont comptées et ne sont pas affichées ici."),
                               format!("{hidden} more sentences are counted and not shown here.")))
                }
            }
        }
    }
}

fn shown_at_most(corpus: &Corpus) -> usize {
    let hits: usize = corpus.articles.iter().map(|scored| scored.record.hits.len()).sum();
    // A larger corpus has longer lists and more of them: the square keeps their sum.
    (SHOWN * MANY * MANY / hits.max(MANY).pow(2)).max(1)
}

/// At most so many of `n`, evenly spread.
fn sample(n: usize, most: usize) -> Vec<usize> {
    if n <= most { (0..n).collect() } else { (0..most).map(|at| at * n / most).collect() }
}

/// A sentence with its counted words marked; only these where the text is not at hand.
fn sentence(corpus: &Corpus, passage: &Passage, slicer: Option<&Slicer>) -> Markup {
    let record = &corpus.articles[passage.article].record;
    html! {
        li {
            (marked(corpus, passage, slicer))
            " "
            cite {
                @if let Some(outlet) = &record.outlet { (outlet) ", " }
                a href={ "#article-" (passage.article + 1) } { (corpus.title(passage.article)) }
                (details(corpus, passage))
            }
        }
    }
}

/// The same with nothing but its zone and voices behind it.
pub fn quote(corpus: &Corpus, passage: &Passage) -> Markup {
    let slicer = corpus.articles[passage.article].text.as_deref().map(Slicer::new);
    html! { p.said { (marked(corpus, passage, slicer.as_ref())) cite { (details(corpus, passage)) } } }
}

fn details(corpus: &Corpus, passage: &Passage) -> Markup {
    html! {
        @if let Some(zone) = zone_name(passage.zone, corpus) { " (" (zone) ")" }
        @if !passage.notes.is_empty() { " – " (passage.notes.join(" ; ")) }
    }
}

fn marked(corpus: &Corpus, passage: &Passage, slicer: Option<&Slicer>) -> Markup {
    let (start, end) = corpus.articles[passage.article].record.sentences[passage.sentence];
    let mut pieces: Vec<(&str, Option<Option<Voice>>)> = Vec::new();
    let mut at = start;
    let between = |from: usize, to: usize| slicer.map_or(" … ", |slicer| slicer.slice(from, to));
    for mark in &passage.marks {
        // Two poles of one contrast may share a word.
        if mark.start < at {
            continue;
        }
        pieces.push((between(at, mark.start), None));
        pieces.push((&mark.text, Some(mark.voice)));
        at = mark.end;
    }
    pieces.push((between(at, end), None));
    html! {
        q { @for (text, voice) in &pieces { @if let Some(voice) = voice { mark class=(super::voice::class(*voice)) { (text) } } @else { (text) } } }
    }
}

/// What stands behind the article's name for a hit.
pub fn notes(hit: &RecordHit, corpus: &Corpus) -> Vec<String> {
    let negative = hit.negated.then(|| corpus.lang.pick("phrase négative", "negative sentence").to_owned());
    said_by(hit, corpus).into_iter().chain(negative).collect()
}

/// Who says the word, where the article does not: "propos rapportés : l'armée syrienne".
fn said_by(hit: &RecordHit, corpus: &Corpus) -> Option<String> {
    let voice = hit.voice.filter(|voice| *voice != Voice::Outlet)?;
    let name = super::voice::name(voice, corpus.lang);
    let colon = corpus.lang.pick("\u{a0}: ", ": ");
    Some(match &hit.source {
        Some(source) => format!("{name}{colon}{}", source.text),
        None => name.to_owned(),
    })
}

fn zone_name(zone: ZoneKind, corpus: &Corpus) -> Option<&'static str> {
    match zone {
        ZoneKind::Title => Some(corpus.lang.pick("titre", "title")),
        ZoneKind::Lead => Some(corpus.lang.pick("chapeau", "standfirst")),
        ZoneKind::Caption => Some(corpus.lang.pick("légende", "caption")),
        ZoneKind::Body | ZoneKind::Boilerplate => None,
    }
}
