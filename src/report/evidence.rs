//! The sentences that a number counts, with the counted words marked.

use super::Corpus;
use super::words::{counted, quoted};
use crate::text::offsets::Slicer;
use crate::zones::ZoneKind;
use maud::{Markup, html};

/// Sentences shown below one number at most; the number itself counts all.
const SHOWN: usize = 60;

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
    /// Code points, in order.
    pub marks: Vec<(usize, usize)>,
    /// What stands behind the article's name.
    pub notes: Vec<String>,
}

/// A closed block with the sentences of some hits, given as (article, hit) in order.
pub fn block(corpus: &Corpus, id: &str, word: &str, group: &str, hits: &[(usize, usize)]) -> Markup {
    if hits.is_empty() {
        return html! {};
    }
    let mut passages: Vec<Passage> = Vec::new();
    for (article, hit) in hits {
        let hit = &corpus.articles[*article].record.hits[*hit];
        let notes = if hit.negated { vec![corpus.lang.pick("phrase négative", "negative sentence").to_owned()] } else { Vec::new() };
        match passages.last_mut() {
            Some(last) if last.article == *article && last.sentence == hit.sentence => {
                last.marks.push((hit.start, hit.end));
                if last.notes.is_empty() {
                    last.notes = notes;
                }
            }
            _ => passages.push(Passage {
                article: *article,
                sentence: hit.sentence,
                zone: hit.zone,
                marks: vec![(hit.start, hit.end)],
                notes,
            }),
        }
    }
    list(corpus, id, word, group, hits.len(), &passages)
}

/// A closed block with these sentences; `count` is the number that opens it.
pub fn list(corpus: &Corpus, id: &str, word: &str, group: &str, count: usize, passages: &[Passage]) -> Markup {
    let lang = corpus.lang;
    // Passages come article by article: the text is indexed once for each.
    let mut current: Option<(usize, Slicer)> = None;
    let mut shown = Vec::new();
    for passage in passages.iter().take(SHOWN) {
        let slicer = match current.take() {
            Some((article, slicer)) if article == passage.article => slicer,
            _ => Slicer::new(&corpus.articles[passage.article].text),
        };
        shown.push(sentence(corpus, passage, &slicer));
        current = Some((passage.article, slicer));
    }
    let hidden = passages.len().saturating_sub(SHOWN);
    html! {
        details.evidence id=(id) {
            summary {
                strong { (quoted(word, lang)) } " · " (group) " · "
                (counted(count as u64, ("passage", "passage"), ("passages", "passages"), lang))
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

fn sentence(corpus: &Corpus, passage: &Passage, slicer: &Slicer) -> Markup {
    let scored = &corpus.articles[passage.article];
    let record = &scored.record;
    let (start, end) = record.sentences[passage.sentence];
    let mut pieces: Vec<(&str, bool)> = Vec::new();
    let mut at = start;
    for (mark_start, mark_end) in passage.marks.iter().copied() {
        // Two poles of one contrast may share a word.
        if mark_start < at {
            continue;
        }
        pieces.push((slicer.slice(at, mark_start), false));
        pieces.push((slicer.slice(mark_start, mark_end), true));
        at = mark_end;
    }
    pieces.push((slicer.slice(at, end), false));
    let zone = zone_name(passage.zone, corpus);
    html! {
        li {
            q { @for (text, marked) in &pieces { @if *marked { mark { (text) } } @else { (text) } } }
            " "
            cite {
                @if let Some(outlet) = &record.outlet { (outlet) ", " }
                (corpus.title(passage.article))
                @if let Some(zone) = zone { " (" (zone) ")" }
                @for note in &passage.notes { " – " (note) }
            }
        }
    }
}

fn zone_name(zone: ZoneKind, corpus: &Corpus) -> Option<&'static str> {
    match zone {
        ZoneKind::Title => Some(corpus.lang.pick("titre", "title")),
        ZoneKind::Lead => Some(corpus.lang.pick("chapeau", "standfirst")),
        ZoneKind::Caption => Some(corpus.lang.pick("légende", "caption")),
        ZoneKind::Body | ZoneKind::Boilerplate => None,
    }
}
