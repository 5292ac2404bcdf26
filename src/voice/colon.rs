//! A speaker before a colon, or in brackets behind a title: "Damas : la ville est libérée" as a title, "le ministre a été bref : « … »" before a quotation.

use super::phrase::Phrases;
use super::report::{Form, Report};
use super::subject::{self, Subject};
use crate::lexicon::Compiled;
use crate::matching::Hit;
use crate::text::Document;
use crate::text::tokenizer::Kind;
use crate::zones::ZoneKind;
use std::ops::Range;

/// The longest phrase that names a speaker in a title.
const LONGEST: usize = 8;

/// False where no colon and no bracket sets off somebody in the sentence.
pub fn may_be_in(document: &Document, sentence: usize) -> bool {
    let sentence = &document.sentences[sentence];
    let text = || sentence.span.of(document.text).as_bytes();
    sentence.has(Kind::Mark) && (text().ends_with(b")") || memchr::memchr(b':', text()).is_some())
}

/// Adds what a sentence gives to the speaker before its colon, where no word of saying does.
pub fn of_sentence(
    document: &Document,
    lexicons: &Compiled,
    sentence: usize,
    mentions: &[Hit],
    can_speak: &dyn Fn(&Range<usize>) -> bool,
    found: &mut Vec<Report>,
) {
    let p = Phrases::of(document, sentence);
    if let Some(speaker) = bracketed(&p, mentions) {
        let scope = vec![p.start..speaker.start - 1];
        found.push(Report { sentence, trigger: None, speaker: Subject::Phrase(speaker), scope, form: Form::Heading });
    }
    let Some(colon) = (p.start..p.end).find(|t| p.is_mark(*t, ":") && *t + 1 < p.end) else { return };
    if found.iter().rev().take_while(|report| report.sentence == sentence).any(|report| report.covers(colon + 1)) {
        return;
    }
    let speaker = match p.from(p.start).filter(|phrase| phrase.end == colon && phrase.len() <= LONGEST) {
        Some(phrase) => heading(&p, lexicons, mentions, phrase, colon),
        None if p.is_quote(colon + 1) => introduction(&p, colon, can_speak),
        None => None,
    };
    if let Some(speaker) = speaker {
        found.push(Report {
            sentence,
            trigger: None,
            speaker: Subject::Phrase(speaker),
            scope: vec![colon + 1..p.end],
            form: Form::Heading,
        });
    }
}

/// "Quatorze rebelles « neutralisés » (Ankara)": a name in brackets at the end of a title.
fn bracketed(p: &Phrases, mentions: &[Hit]) -> Option<Range<usize>> {
    let last = p.end.checked_sub(1).filter(|t| p.is_mark(*t, ")"))?;
    let open = (p.start..last).rev().find(|t| p.is_mark(*t, "("))?;
    let phrase = p.from(open + 1).filter(|phrase| phrase.end == last && open > p.start)?;
    let is_actor = mentions.iter().any(|hit| phrase.contains(&hit.tokens.start));
    (in_title(p) && is_actor).then_some(phrase)
}

fn in_title(p: &Phrases) -> bool {
    let sentence = p.document.sentences.partition_point(|s| s.tokens.end <= p.start);
    sentence == 0 || p.document.sentences[sentence].zone == ZoneKind::Title
}

/// "Damas : …" says who; "Syrie : …" and "Alep : …" say where.
fn heading(p: &Phrases, lexicons: &Compiled, mentions: &[Hit], phrase: Range<usize>, colon: usize) -> Option<Range<usize>> {
    let quoted = p.is_quote(colon + 1);
    let mention = mentions.iter().find(|hit| hit.tokens.start >= phrase.start && hit.tokens.end <= phrase.end);
    let speaks = match mention {
        Some(hit) => (in_title(p) || quoted) && !names_a_country(p.document, lexicons, hit),
        None => quoted && p.document.form(phrase.start).casing.is_capitalised(),
    };
    speaks.then_some(phrase)
}

/// A place, or the very word by which readers know the actor: a country's name.
fn names_a_country(document: &Document, lexicons: &Compiled, hit: &Hit) -> bool {
    let marker = &lexicons.markers[hit.marker];
    let word = lexicons.pole(marker).map_or("", |pole| pole.word.fr.as_str());
    lexicons.axis(marker).places || hit.span.of(document.text) == word
}

/// Whoever the clause before a quotation is about.
fn introduction(p: &Phrases, colon: usize, can_speak: &dyn Fn(&Range<usize>) -> bool) -> Option<Range<usize>> {
    subject::bare(p, p.start..colon).into_iter().find(can_speak)
}
