//! What the pupil sheet and the key share: headings, texts, empty lines to write on.

use super::lines::Line;
use super::{Sheet, Text};
use crate::lang::Lang;
use crate::report::voice;
use crate::report::words::quoted;
use crate::voice::Voice;
use maud::{Markup, html};

/// What pupils write for each voice.
pub const VOICES: [(char, Voice); 4] = [('A', Voice::Outlet), ('G', Voice::Direct), ('R', Voice::Indirect), ('S', Voice::Scare)];

/// "Texte A"
pub fn name(text: &Text, lang: Lang) -> String {
    format!("{}\u{a0}{}", lang.pick("Texte", "Text"), text.letter)
}

/// "15 min"
pub fn minutes(minutes: u32) -> String {
    format!("{minutes}\u{a0}min")
}

/// The words of the contrast, in guillemets.
pub fn members(sheet: &Sheet) -> Vec<String> {
    sheet.contrast.members.iter().map(|member| quoted(member.label.in_lang(sheet.corpus.lang), sheet.corpus.lang)).collect()
}

/// The letters for who says a word.
pub fn voices(lang: Lang) -> Markup {
    html! {
        p.voices {
            (lang.pick("Qui le dit ? ", "Who says it? "))
            @for (letter, said) in VOICES { b { (letter) } "\u{a0}: " (voice::name(said, lang)) @if letter != 'S' { " · " } }
        }
    }
}

/// The subjects, numbered, with what they ask.
pub fn subjects(sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    html! {
        ol.subjects { @for axis in &sheet.subjects {
            li { b { (axis.title.in_lang(lang)) } " – " i { (axis.question.in_lang(lang)) } }
        } }
    }
}

/// The lines of a passage; with `marked`, the tool's answers in them.
pub fn passage(text: &Text, marked: bool) -> Markup {
    html! {
        div.passage { @for (number, line) in text.lines.iter().enumerate() {
            p.line { span.n { (number + 1) } @if marked { (with_answers(text, *line)) } @else { (text.slicer.slice(line.start, line.end)) } }
        } }
    }
}

/// A line with its answers; one that goes on from the line before is shown, not counted.
fn with_answers(text: &Text, line: Line) -> Markup {
    let mut pieces: Vec<(&str, Option<&'static str>)> = Vec::new();
    let mut at = line.start;
    for answer in &text.answers {
        let (start, end) = (answer.hit.start.max(at), answer.hit.end.min(line.end));
        // Two words of the lexicons may share letters.
        if start >= end || start >= line.end {
            continue;
        }
        pieces.push((text.slicer.slice(at, start), None));
        pieces.push((text.slicer.slice(start, end), Some(voice::class(answer.hit.voice))));
        at = end;
    }
    pieces.push((text.slicer.slice(at, line.end), None));
    html! { @for (words, class) in pieces { @if let Some(class) = class { mark class=(class) { (words) } } @else { (words) } } }
}

/// Rows without anything in them, to be filled in by hand.
pub fn empty_rows(rows: usize, columns: usize) -> Markup {
    html! { @for _ in 0..rows { tr { @for _ in 0..columns { td {} } } } }
}

/// Dotted lines to write on.
pub fn writing_lines(n: usize) -> Markup {
    html! { @for _ in 0..n { div.write {} } }
}
