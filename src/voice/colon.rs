//! A speaker before a colon, or in brackets behind a title: "Damas : la ville est libérée" as a title, "le ministre a été bref : « … »" before a quotation.

use super::phrase::Phrases;
use super::report::{Form, Report};
use super::standings::Standings;
use super::subject::{self, Subject};
use crate::lexicon::{Compiled, Standing};
use crate::matching::Hit;
use crate::text::Document;
use crate::text::morphology::{Features, Pos};
use crate::text::pos_set::PosSet;
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
    standings: &Standings,
    can_speak: &dyn Fn(&Range<usize>) -> bool,
    found: &mut Vec<Report>,
) {
    let p = Phrases::of(document, sentence);
    if let Some(speaker) = bracketed(&p, mentions, standings) {
        let scope = vec![p.start..speaker.start - 1];
        found.push(Report { sentence, trigger: None, speaker: Subject::Phrase(speaker), scope, form: Form::Heading });
    }
    let Some(colon) = (p.start..p.end).find(|t| p.is_mark(*t, ":") && *t + 1 < p.end) else { return };
    if found.iter().rev().take_while(|report| report.sentence == sentence).any(|report| report.covers(colon + 1)) {
        return;
    }
    let speaker = match p.from(p.start).filter(|phrase| phrase.end == colon && phrase.len() <= LONGEST) {
        Some(phrase) => heading(&p, lexicons, mentions, standings, phrase, colon),
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

/// "Quatorze rebelles « neutralisés » (Ankara)", "Dix morts à Goma (ONG)": who says it, in brackets at the end of a title.
fn bracketed(p: &Phrases, mentions: &[Hit], standings: &Standings) -> Option<Range<usize>> {
    let last = p.end.checked_sub(1).filter(|t| p.is_mark(*t, ")"))?;
    let open = (p.start..last).rev().find(|t| p.is_mark(*t, "("))?;
    let phrase = p.from(open + 1).filter(|phrase| phrase.end == last && open > p.start)?;
    let is_actor = || mentions.iter().any(|hit| phrase.contains(&hit.tokens.start));
    let is_source = || standings.begin_in(phrase.clone()).any(|(_, standing)| standing.speaks());
    (in_title(p) && (is_actor() || is_source())).then_some(phrase)
}

fn in_title(p: &Phrases) -> bool {
    let sentence = p.document.sentences.partition_point(|s| s.tokens.end <= p.start);
    sentence == 0 || p.document.sentences[sentence].zone == ZoneKind::Title
}

/// "Damas : …" says who; "Syrie : …", "Alep : …", "Gaza : …" and "Damas : un attentat fait dix morts" say where.
fn heading(
    p: &Phrases,
    lexicons: &Compiled,
    mentions: &[Hit],
    standings: &Standings,
    phrase: Range<usize>,
    colon: usize,
) -> Option<Range<usize>> {
    let quoted = p.is_quote(colon + 1);
    let mention = mentions.iter().find(|hit| hit.tokens.start >= phrase.start && hit.tokens.end <= phrase.end);
    let is_land = || standings.begin_in(phrase.clone()).any(|(_, standing)| standing == Standing::Land);
    let says_where = || is_land() || phrase.len() == 1 && opens_with_news(p, standings, colon + 1);
    let speaks = match mention {
        Some(hit) => (in_title(p) || quoted) && !names_a_country(p.document, lexicons, hit) && (quoted || !says_where()),
        None => quoted && p.document.form(phrase.start).casing.is_capitalised(),
    };
    speaks.then_some(phrase)
}

/// A place, or the very word by which readers know the actor, or part of it: a country's name.
fn names_a_country(document: &Document, lexicons: &Compiled, hit: &Hit) -> bool {
    let marker = &lexicons.markers[hit.marker];
    let word = lexicons.pole(marker).map_or("", |pole| pole.word.fr.as_str());
    let named = hit.span.of(document.text).split(' ');
    lexicons.axis(marker).places || named.clone().eq(word.split(' ').take(named.count()))
}

/// "un attentat fait …", "dix morts …", "violents combats …", "l'armée reprend …": what nobody has heard of yet or what the place's own forces do,
/// told and not judged or foretold, no word of it in marks.
fn opens_with_news(p: &Phrases, standings: &Standings, first: usize) -> bool {
    let form = p.document.form(first);
    let is_new = form.pos.contains(Pos::Numeral) || p.kind(first) == Some(Kind::Number) || matches!(p.norm(first), "un" | "une");
    let is_bare = form.pos.intersects(PosSet::NOMINAL) && !form.casing.is_capitalised() && !form.pos.intersects(PosSet::OPENING);
    let is_own = || standings.begin_in(first..first + 2).any(|(_, standing)| standing == Standing::Home);
    let is_view = |t: usize| {
        let form = p.document.form(t);
        let is_copula =
            form.is_etre && p.is_finite(t) && !(t + 1 < p.end && p.document.form(t + 1).has(Pos::Verb, Features::PAST_PARTICIPLE));
        is_copula || form.verb.intersects(Features::FUTURE | Features::CONDITIONAL) && p.is_finite(t)
    };
    (is_new || is_bare || is_own()) && !(first..p.end).any(|t| p.is_quote(t) || is_view(t))
}

/// Whoever the clause before a quotation is about.
fn introduction(p: &Phrases, colon: usize, can_speak: &dyn Fn(&Range<usize>) -> bool) -> Option<Range<usize>> {
    subject::bare(p, p.start..colon).into_iter().find(can_speak)
}
