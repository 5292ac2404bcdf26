//! An entry proves itself: every marker is run on the sentences it must hit and on those it must not.

use super::Hit;
use crate::lexicon::Compiled;
use crate::lexicon::error::{Problem, What};
use crate::lexicon::schema::{Line, Marker};
use crate::span::Span;
use crate::text::{Document, Forms};

/// Runs all examples of the lexicon at index `lexicon`; empty where every marker proves itself.
pub fn check(lexicons: &Compiled, forms: &Forms, lexicon: usize) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, compiled) in lexicons.markers.iter().enumerate().filter(|(_, m)| m.lexicon == lexicon) {
        let marker = lexicons.source(compiled);
        let mut report = |line: usize, what: What| problems.push(Problem { file: marker.file.clone(), line, what });
        for (examples, hits) in [(&marker.hits, true), (&marker.misses, false)] {
            if examples.is_empty() {
                report(marker.line, What::NoExamples { marker: marker.name.clone(), hits });
            }
        }
        for line in &marker.hits {
            check_hit(lexicons, forms, index, marker, line, &mut report);
        }
        for line in &marker.misses {
            for hit in hits_of(lexicons, forms, index, &line.text) {
                let found = hit.span.of(&line.text).to_owned();
                report(line.line, What::FalseExample { marker: marker.name.clone(), sentence: line.text.clone(), found });
            }
        }
    }
    problems
}

fn check_hit(lexicons: &Compiled, forms: &Forms, index: usize, marker: &Marker, line: &Line, report: &mut impl FnMut(usize, What)) {
    let name = || marker.name.clone();
    let Some((sentence, expected)) = unbracket(&line.text) else {
        return report(line.line, What::Brackets { marker: name(), sentence: line.text.clone() });
    };
    let found: Vec<Span> = hits_of(lexicons, forms, index, &sentence).into_iter().map(|hit| hit.span).collect();
    for span in expected.iter().filter(|span| !found.contains(span)) {
        let expected = span.of(&sentence).to_owned();
        report(line.line, What::MissedExample { marker: name(), sentence: sentence.clone(), expected });
    }
    for span in found.iter().filter(|span| !expected.contains(span)) {
        let found = span.of(&sentence).to_owned();
        report(line.line, What::FalseExample { marker: name(), sentence: sentence.clone(), found });
    }
}

fn hits_of(lexicons: &Compiled, forms: &Forms, marker: usize, sentence: &str) -> Vec<Hit> {
    let document = Document::new(sentence, &[], forms);
    super::find(&document, lexicons, lexicons.purpose(marker)).into_iter().filter(|hit| hit.marker == marker).collect()
}

/// `"a [b] c"` → `("a b c", [span of b])`; None without a bracket or with an unpaired one.
pub(super) fn unbracket(example: &str) -> Option<(String, Vec<Span>)> {
    let mut sentence = String::with_capacity(example.len());
    let mut spans = Vec::new();
    let mut open = None;
    for c in example.chars() {
        match c {
            '[' if open.is_none() => open = Some(sentence.len()),
            ']' => spans.push(Span::new(open.take()?, sentence.len())),
            '[' => return None,
            c => sentence.push(c),
        }
    }
    (open.is_none() && !spans.is_empty()).then_some((sentence, spans))
}

/// All built-in lexicons and the sentences of their examples, to test on.
#[cfg(test)]
pub fn of_all_lexicons() -> (std::sync::Arc<Compiled>, Vec<String>) {
    use crate::lexicon::load::{auxiliary_lexicons, default_lexicons};
    let lexicons = [default_lexicons().expect("built-in lexicons"), auxiliary_lexicons().expect("built-in lexicons")].concat();
    let lexicons = Compiled::new(lexicons).expect("sound lexicons");
    let markers = lexicons.lexicons.iter().flat_map(|lexicon| &lexicon.axes).flat_map(|axis| &axis.markers);
    let lines = markers.flat_map(|marker| marker.hits.iter().chain(&marker.misses));
    let sentences = lines.map(|line| line.text.replace(['[', ']'], "")).collect();
    (lexicons.into(), sentences)
}
