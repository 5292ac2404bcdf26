//! Who says each word: the outlet, a quoted source, a reported source, or nobody (scare quotes).
//!
//! `(&Document, &Compiled) → Voices`: quotation marks are paired (`marks`), acts of speech found by the speech lexicons
//! (`report`, with `verb_group`, `subject` and `complement` over noun phrases, `phrase`), their speakers resolved to
//! actors (`speakers`), and each pair of marks given to one of them or to nobody (`quotes`).

#![allow(clippy::single_range_in_vec_init, reason = "what somebody says is a list of stretches, often of one")]

mod colon;
mod complement;
mod frames;
mod hearsay;
mod marks;
mod phrase;
mod quotes;
mod report;
mod speakers;
mod standings;
mod stretches;
mod subject;
mod turns;
mod verb_group;

pub use quotes::Attributed;
pub use report::{Form, Report, Trigger};
pub use speakers::{Speaker, actor_of};

use crate::lexicon::Compiled;
use crate::matching::Hit;
use crate::text::Document;
use crate::text::pos_set::PosSet;
use serde::{Deserialize, Serialize};
use speakers::Speakers;
use standings::Standings;
use std::ops::Range;
use stretches::{Stretches, Word};

/// Who speaks a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    Outlet,
    Direct,
    Indirect,
    Scare,
}

/// The phrase that names a speaker, and the actor it stands for. Offsets in code points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub text: String,
    pub start: usize,
    pub end: usize,
    pub actor: Option<String>,
    /// The agency named beside the speaker, which only passes the words on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relay: Option<String>,
}

/// What a pair of quotation marks is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    Direct,
    Scare,
    Title,
}

/// A stretch in quotation marks. Offsets in code points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    pub kind: QuoteKind,
    pub start: usize,
    pub end: usize,
    /// Words and numbers between the marks.
    #[serde(default)]
    pub words: usize,
    pub source: Option<Source>,
}

/// A stretch of reported speech without quotation marks. Offsets in code points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    pub start: usize,
    pub end: usize,
    /// Words and numbers that nobody else speaks within.
    pub words: usize,
    pub source: Option<Source>,
}

/// Who says a stretch of text.
#[derive(Debug, Clone, Copy)]
pub struct Said<'v> {
    pub voice: Voice,
    pub speaker: Option<&'v Speaker>,
    /// The verb, noun or preposition that gives the floor.
    pub trigger: Option<&'v Trigger>,
}

/// What was found out about who speaks in a document.
#[derive(Debug, Default)]
pub struct Voices {
    said: Stretches,
    pub quotes: Vec<Attributed>,
    pub reports: Vec<Report>,
    pub speakers: Vec<Speaker>,
}

/// Reads who speaks where; markers play no part in it. `hits` are words that give the floor, `mentions` those of actors.
pub fn find(document: &Document, lexicons: &Compiled, hits: &[Hit], mentions: &[Hit]) -> Voices {
    if document.sentences.is_empty() {
        return Voices::default();
    }
    let paragraphs = paragraphs(document);
    let marked = marks::pair(document, &paragraphs);
    let standings = Standings::new(document, lexicons);
    let reports = reports(document, lexicons, hits, mentions, &standings);
    let mut speakers = Speakers::new(document, lexicons, mentions, &standings, &marked);
    reports.iter().for_each(|report| speakers.resolve(report));
    let quotes = quotes::attribute(document, &marked, &reports, &mut speakers, &paragraphs);
    let turns = turns::find(document, &paragraphs, &reports);
    let turns = turns.into_iter().map(|turn| speakers.say(turn)).collect::<Vec<_>>();
    let said = stretches(&reports, &quotes, &turns, &speakers);
    Voices { said, quotes, speakers: speakers.known, reports }
}

impl Voices {
    /// Who says a stretch of tokens: whoever says most of its words, the last of them where they tie.
    pub fn of(&self, document: &Document, tokens: Range<usize>) -> Said<'_> {
        let mut words = tokens.clone().filter(|t| document.tokens[*t].kind.is_word()).map(|t| self.said.at(t));
        let first = words.next().unwrap_or(Word::OUTLET);
        let said = if words.all(|word| word == first) { first } else { self.by_most(document, tokens) };
        Said {
            voice: said.voice,
            speaker: said.speaker.map(|at| &self.speakers[at as usize]),
            trigger: said.report.and_then(|at| self.reports[at as usize].trigger.as_ref()),
        }
    }

    fn by_most(&self, document: &Document, tokens: Range<usize>) -> Word {
        let mut counts: Vec<(Word, usize)> = Vec::new();
        let small = |t: usize| !document.form(t).pos.intersects(PosSet::CONTENT);
        let (any_content, words) = (tokens.clone().any(|t| !small(t)), tokens.filter(|t| document.tokens[*t].kind.is_word()));
        // "en «réponse» à": what the marks hold is the word that counts.
        for word in words.filter(|t| !any_content || !small(*t)).map(|t| self.said.at(t)) {
            match counts.iter_mut().find(|(said, _)| *said == word) {
                Some((_, n)) => *n += 1,
                None => counts.push((word, 1)),
            }
        }
        counts.into_iter().max_by_key(|(_, n)| *n).map_or(Word::OUTLET, |(said, _)| said)
    }

    /// Who says one token.
    pub fn at(&self, token: usize) -> Voice {
        self.said.at(token).voice
    }

    /// Stretches of reported speech without quotation marks: tokens, words, speaker; by place.
    pub fn reported<'v>(&'v self, document: &'v Document) -> impl Iterator<Item = (Range<usize>, usize, Option<&'v Speaker>)> {
        let reported = self.said.iter().filter(|(_, word)| word.voice == Voice::Indirect);
        let counted = reported.map(|(tokens, word)| {
            let words = stretches::count(document, tokens.clone());
            (tokens, words, word.speaker.map(|speaker| &self.speakers[speaker as usize]))
        });
        counted.filter(|(_, words, _)| *words > 0)
    }

    /// How many words and numbers each voice speaks, in the order of [`Voice`].
    pub fn count(&self, document: &Document) -> [usize; 4] {
        let mut counts = [0; 4];
        for (tokens, word) in self.said.iter() {
            counts[word.voice as usize] += stretches::count(document, tokens);
        }
        counts[Voice::Outlet as usize] = document.words() - counts.iter().sum::<usize>();
        counts
    }
}

/// The acts of speech of all sentences, in order.
fn reports(document: &Document, lexicons: &Compiled, hits: &[Hit], mentions: &[Hit], standings: &Standings) -> Vec<Report> {
    let mut reports = Vec::new();
    let mut rest = hits;
    for sentence in 0..document.sentences.len() {
        if rest.first().is_some_and(|hit| hit.sentence == sentence) || report::may_be_in(document, sentence) {
            let own = rest.partition_point(|hit| hit.sentence == sentence);
            report::of_sentence(document, lexicons, sentence, &rest[..own], mentions, standings, &mut reports);
            rest = &rest[own..];
        }
    }
    reports.sort_by_key(|report| (report.sentence, report.trigger.as_ref().map_or(0, |t| t.tokens.start)));
    reports
}

/// By sentence, the number of its line.
fn paragraphs(document: &Document) -> Vec<usize> {
    let mut paragraphs = Vec::with_capacity(document.sentences.len());
    let (mut number, mut end) = (0, document.sentences[0].span.start);
    for sentence in &document.sentences {
        let gap = end..sentence.span.start;
        let parted = document.text.as_bytes()[gap.clone()] != *b" " && document.text[gap].contains(['\n', '\r', '\u{2028}', '\u{2029}']);
        number += usize::from(parted);
        paragraphs.push(number);
        end = sentence.span.end;
    }
    paragraphs
}

/// Lays reports, quotations and turns over one another, wider reports first, so that the innermost speaker is left on top.
fn stretches(reports: &[Report], quotes: &[Attributed], turns: &[(Vec<Range<usize>>, Option<usize>)], speakers: &Speakers) -> Stretches {
    let mut laid = Stretches::default();
    let mut order: Vec<usize> = (0..reports.len()).collect();
    order.sort_by_key(|number| std::cmp::Reverse(reports[*number].width()));
    let small = |index: usize| index as u32;
    for number in order {
        let said = Word { voice: Voice::Indirect, speaker: speakers.of_report(number).map(small), report: Some(small(number)) };
        reports[number].scope.iter().for_each(|range| laid.lay(range.clone(), said));
    }
    for quote in quotes {
        let said = match quote.kind {
            QuoteKind::Direct => Word { voice: Voice::Direct, speaker: quote.speaker.map(small), report: quote.report.map(small) },
            QuoteKind::Scare => Word { voice: Voice::Scare, ..Word::OUTLET },
            QuoteKind::Title => continue,
        };
        laid.lay(quote.marked.tokens.clone(), said);
    }
    for (tokens, speaker) in turns {
        let said = Word { voice: Voice::Direct, speaker: speaker.map(small), report: None };
        tokens.iter().for_each(|range| laid.lay(range.clone(), said));
    }
    laid
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Needs, Standing};
    use crate::matching;
    use crate::text::Forms;
    use phrase::Phrases;

    /// For want of a mark, a conditional, or a word with which a standing can begin.
    #[test]
    fn what_is_passed_over_holds_no_speech() {
        let (lexicons, examples) = matching::examples::of_all_lexicons();
        let forms = Forms::with_tagger(lexicons.tagger());
        let (mut passed, mut read) = (0, 0);
        for (number, some) in examples.chunks(4).enumerate() {
            let text = some.join([" ", "\n", "\n— ", " : ", "\nQ : ", " ("][number % 6]);
            let document = Document::new(&text, &[], &forms);
            let mentions = matching::find(&document, &lexicons, Needs::ACTORS);
            let standings = Standings::new(&document, &lexicons);
            for (number, sentence) in document.sentences.iter().enumerate() {
                if !report::may_be_in(&document, number) {
                    let mut found = Vec::new();
                    colon::of_sentence(&document, &lexicons, number, &mentions, &standings, &|_| true, &mut found);
                    hearsay::of_sentence(&document, &Phrases::of(&document, number), number, 0, &mut found);
                    assert_eq!(found, [], "{text}");
                    passed += 1;
                }
                let all: Vec<(&Hit, Standing)> = standings.of(number).collect();
                for start in sentence.tokens.clone() {
                    let near = start..(start + 3).min(sentence.tokens.end);
                    let plain = all.iter().copied().filter(|(hit, _)| near.contains(&hit.tokens.start));
                    assert!(standings.begin_in(near.clone()).eq(plain), "{text}");
                }
                let agency = |(_, standing): &(&Hit, Standing)| *standing == Standing::Agency;
                let asked = standings.needed_in(Needs::AGENCIES, sentence.tokens.clone()).filter(agency);
                assert!(asked.eq(all.iter().copied().filter(agency)), "{text}");
                read += all.len();
            }
            let paragraphs = paragraphs(&document);
            assert_eq!(turns::find(&document, &paragraphs, &[]), turns::read(&document, &paragraphs, &[]), "{text}");
        }
        assert!(passed > examples.len() / 2 && read > examples.len() / 10, "{passed} {read}");
    }
}
