//! Speech that its layout shows instead of marks: lines of dialogue behind a dash, the answers of an interview behind a name.

use super::phrase::Phrases;
use super::report::{Form, Report};
use crate::text::Document;
use crate::text::tokenizer::Kind;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A stretch that somebody says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Without the words of an incise.
    pub tokens: Vec<Range<usize>>,
    pub speaker: Who,
}

/// Who says a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// The phrase before the colon, in this sentence.
    Label(usize, Range<usize>),
    /// The speaker of this report.
    Report(usize),
    Unknown,
}

/// A line of the article, as sentences.
struct Paragraph {
    sentences: Range<usize>,
    tokens: Range<usize>,
}

/// The words that may stand before the colon of a turn.
const LABEL: usize = 8;

/// All turns, in order.
pub fn find(document: &Document, paragraphs: &[usize], reports: &[Report]) -> Vec<Turn> {
    if may_be_in(document) { read(document, paragraphs, reports) } else { Vec::new() }
}

pub(super) fn read(document: &Document, paragraphs: &[usize], reports: &[Report]) -> Vec<Turn> {
    let lines = lines(document, paragraphs);
    let mut turns = dialogue(document, &lines, reports);
    turns.extend(interview(document, &lines));
    turns
}

/// False where no dash and no colon stands that could set a turn off.
fn may_be_in(document: &Document) -> bool {
    let sets_off =
        |token: usize| document.tokens[token].kind == Kind::Mark && matches!(document.surface(token), ":" | "—" | "–" | "-" | "--");
    document.sentences.iter().filter(|sentence| sentence.has(Kind::Mark)).any(|sentence| sentence.tokens.clone().any(sets_off))
}

fn lines(document: &Document, paragraphs: &[usize]) -> Vec<Paragraph> {
    let mut lines: Vec<Paragraph> = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        match lines.last_mut() {
            Some(line) if paragraphs[line.sentences.start] == paragraphs[number] => {
                line.sentences.end = number + 1;
                line.tokens.end = sentence.tokens.end;
            }
            _ => lines.push(Paragraph { sentences: number..number + 1, tokens: sentence.tokens.clone() }),
        }
    }
    lines
}

/// Lines behind dashes, where one of a group asks, or tells who says it: a list does neither.
fn dialogue(document: &Document, lines: &[Paragraph], reports: &[Report]) -> Vec<Turn> {
    let dash = |token: usize| document.tokens[token].kind == Kind::Mark && matches!(document.surface(token), "—" | "–" | "-" | "--");
    let speaks = |line: &Paragraph| dash(line.tokens.start) && line.tokens.len() > 2 && !dash(line.tokens.end - 1);
    let incise = |line: &Paragraph| reports.iter().position(|r| r.form == Form::Incise && line.sentences.contains(&r.sentence));
    let asks = |line: &Paragraph| line.tokens.clone().any(|t| document.surface(t) == "?");
    let mut turns = Vec::new();
    for group in lines.chunk_by(|a, b| speaks(a) && speaks(b)).filter(|group| speaks(&group[0])) {
        if !group.iter().any(|line| incise(line).is_some() || group.len() > 1 && asks(line)) {
            continue;
        }
        for line in group {
            let whole = line.tokens.start + 1..line.tokens.end;
            turns.push(match incise(line) {
                Some(number) => Turn { tokens: without_incise(&whole, document, &reports[number]), speaker: Who::Report(number) },
                None => Turn { tokens: vec![whole], speaker: Who::Unknown },
            });
        }
    }
    turns
}

/// The line less the words of the incise, which are the outlet's.
fn without_incise(line: &Range<usize>, document: &Document, report: &Report) -> Vec<Range<usize>> {
    let sentence = &document.sentences[report.sentence].tokens;
    let around = [line.start..sentence.start, sentence.end..line.end];
    let inside = report.scope.iter().map(|range| range.start.max(line.start)..range.end.min(line.end));
    around.into_iter().chain(inside).filter(|range| range.start < range.end).collect()
}

/// Lines behind names, where some ask and others answer.
fn interview(document: &Document, lines: &[Paragraph]) -> Vec<Turn> {
    let labelled: Vec<(usize, Range<usize>)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, label(document, line)?))).collect();
    if labelled.is_empty() {
        return Vec::new();
    }
    let name = |label: &Range<usize>| -> Vec<&str> { label.clone().map(|t| &*document.form(t).norm).collect() };
    let asks = |at: usize| {
        document.tokens[lines[at].tokens.clone()]
            .iter()
            .rev()
            .find(|t| !matches!(t.kind, Kind::Quote | Kind::Mark))
            .is_some_and(|t| t.kind == Kind::Stop && t.span.of(document.text).starts_with('?'))
    };
    let askers: FxHashSet<Vec<&str>> = labelled.iter().filter(|(at, _)| asks(*at)).map(|(_, label)| name(label)).collect();
    let answers: Vec<&(usize, Range<usize>)> = labelled.iter().filter(|(_, label)| !askers.contains(&name(label))).collect();
    // Somebody answers right after somebody has asked.
    let answered = answers.iter().any(|(at, _)| *at > 0 && asks(at - 1));
    if !answered {
        return Vec::new();
    }
    let turn = |(at, label): &&(usize, Range<usize>)| Turn {
        tokens: vec![label.end + 1..lines[*at].tokens.end],
        speaker: Who::Label(lines[*at].sentences.start, label.clone()),
    };
    answers.iter().map(turn).collect()
}

/// "Leïla Haddad :", "Q :", "Le Point du jour. —": a capital, no verb, a colon or a dash, and something said.
fn label(document: &Document, line: &Paragraph) -> Option<Range<usize>> {
    let p = Phrases { document, start: line.tokens.start, end: line.tokens.end };
    let first = (p.start..p.end).find(|t| p.kind(*t).is_some_and(Kind::is_word))?;
    let ends = |t: &usize| p.kind(*t) == Some(Kind::Mark) && matches!(document.surface(*t), ":" | "—" | "–");
    let end = (first..p.end.min(first + LABEL + 2)).find(ends)?;
    let is_name = document.surface(first).starts_with(char::is_uppercase) && !(first..end).any(|t| p.is_finite(t) || p.is_comma(t));
    (is_name && end > first && end + 1 < p.end).then_some(first..end)
}
