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

/// A number that opens its sentences.
pub fn link(id: &str, count: u64) -> Markup {
    html! {
        @if count == 0 { span.zero { "0" } } @else { a href={ "#" (id) } { (count) } }
    }
}

/// Hits of one article's sentence.
struct Passage {
    article: usize,
    sentence: usize,
    hits: Vec<usize>,
}

/// A closed block with the sentences of some hits, given as (article, hit) in order.
pub fn block(corpus: &Corpus, id: &str, word: &str, group: &str, voice: Option<Voice>, hits: &[(usize, usize)]) -> Markup {
    if hits.is_empty() {
        return html! {};
    }
    let lang = corpus.lang;
    let mut passages: Vec<Passage> = Vec::new();
    for (article, hit) in hits {
        let sentence = corpus.articles[*article].record.hits[*hit].sentence;
        match passages.last_mut() {
            Some(last) if last.article == *article && last.sentence == sentence => last.hits.push(*hit),
            _ => passages.push(Passage { article: *article, sentence, hits: vec![*hit] }),
        }
    }
    // Passages come article by article: the text is indexed once for each.
    let mut current: Option<(usize, Option<Slicer>)> = None;
    let mut shown = Vec::new();
    for passage in passages.iter().take(SHOWN) {
        let slicer = match current.take() {
            Some((article, slicer)) if article == passage.article => slicer,
            _ => corpus.articles[passage.article].text.as_deref().map(Slicer::new),
        };
        shown.push(sentence(corpus, passage, slicer.as_ref()));
        current = Some((passage.article, slicer));
    }
    let hidden = passages.len().saturating_sub(SHOWN);
    html! {
        details.evidence id=(id) {
            summary {
                strong { (quoted(word, lang)) } " · " (group) " · "
                (counted(hits.len() as u64, ("passage", "passage"), ("passages", "passages"), lang))
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

/// A sentence with its counted words marked; only these where the text is not at hand.
fn sentence(corpus: &Corpus, passage: &Passage, slicer: Option<&Slicer>) -> Markup {
    let scored = &corpus.articles[passage.article];
    let record = &scored.record;
    let (start, end) = record.sentences[passage.sentence];
    let mut pieces: Vec<(String, Option<&RecordHit>)> = Vec::new();
    let mut at = start;
    let between = |from: usize, to: usize| slicer.map_or(" … ", |slicer| slicer.slice(from, to)).to_owned();
    for hit in passage.hits.iter().map(|hit| &record.hits[*hit]) {
        // Two poles of one contrast may share a word.
        if hit.start < at {
            continue;
        }
        pieces.push((between(at, hit.start), None));
        pieces.push((hit.text.clone(), Some(hit)));
        at = hit.end;
    }
    pieces.push((between(at, end), None));
    let zone = zone_name(record.hits[passage.hits[0]].zone, corpus);
    let mut said: Vec<String> = passage.hits.iter().filter_map(|hit| said_by(&record.hits[*hit], corpus)).collect();
    said.dedup();
    let negated = passage.hits.iter().any(|hit| record.hits[*hit].negated);
    html! {
        li {
            q { @for (text, hit) in &pieces { @if let Some(hit) = hit { mark class=(super::voice::class(hit.voice)) { (text) } } @else { (text) } } }
            " "
            cite {
                @if let Some(outlet) = &record.outlet { (outlet) ", " }
                (corpus.title(passage.article))
                @if let Some(zone) = zone { " (" (zone) ")" }
                @if !said.is_empty() { " – " (said.join(" ; ")) }
                @if negated { " – " (corpus.lang.pick("phrase négative", "negative sentence")) }
            }
        }
    }
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
