//! A lesson of 55 minutes out of a corpus: a sheet for pupils, a key for their teacher.
//!
//! `&Corpus → Sheet → two HTML pages`. The passages are chosen by the rule of `choose`; the words that do not depend on them are in `lesson.toml`.

mod choose;
mod claims;
mod glossary;
mod key;
mod lesson;
mod lines;
mod parts;
mod pupil;

pub use choose::{Rule, events, is_named};

use super::Corpus;
use crate::counts::RecordHit;
use crate::lexicon::{Axis, Contrast};
use crate::text::offsets::Slicer;
use crate::voice::Voice;
use lines::Line;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Subjects that pupils look for: more would not fit into a lesson.
const SUBJECTS: usize = 4;

const STYLE: &str = include_str!("style.css");

/// What a class reads, with the tool's answers.
pub struct Sheet<'c> {
    corpus: &'c Corpus<'c>,
    contrast: &'c Contrast,
    one_event: bool,
    /// The rule's limit, in words.
    most_words: usize,
    subjects: Vec<&'c Axis>,
    texts: Vec<Text<'c>>,
}

/// One passage.
struct Text<'c> {
    /// "Texte A"
    letter: char,
    article: usize,
    slicer: Slicer<'c>,
    lines: Vec<Line>,
    /// The tool's answers: hits of the sheet's subjects, by place.
    answers: Vec<Answer<'c>>,
    /// Words of the contrast, as (side, hit).
    choices: Vec<(usize, usize)>,
}

/// A hit and where pupils find it.
struct Answer<'c> {
    hit: &'c RecordHit<'c>,
    /// 1-based.
    line: usize,
    /// Index into the sheet's subjects.
    subject: usize,
}

/// What the two pages are.
pub struct Pages {
    pub pupil: String,
    pub key: String,
    /// Both in one file, the key on sheets of its own.
    pub both: String,
}

impl<'c> Sheet<'c> {
    /// None where no two articles use words of one contrast.
    pub fn new(corpus: &'c Corpus<'c>, rule: &Rule) -> Option<Self> {
        let chosen = choose::choose(corpus, rule)?;
        let figures = &corpus.comparison.contrasts[chosen.contrast];
        let contrast = &corpus.lexicons[figures.lexicon].contrasts[figures.contrast];
        let subjects = subjects(corpus, &chosen);
        let texts = chosen.windows.iter().zip('A'..).filter_map(|(window, letter)| text(corpus, window, letter, &subjects)).collect();
        Some(Self { corpus, contrast, one_event: chosen.event.is_some(), most_words: rule.words, subjects, texts })
    }

    /// The pupil sheet and the teacher's key.
    pub fn pages(&self) -> Pages {
        let lang = self.corpus.lang;
        let (sheet, key) = (pupil::sheet(self), key::key(self));
        let (pupil_title, key_title) = (lang.pick("Fiche élève", "Pupil sheet"), lang.pick("Corrigé pour l'enseignant", "Teacher's key"));
        Pages {
            pupil: self.page(pupil_title, &sheet),
            key: self.page(key_title, &key),
            both: self.page(pupil_title, &html! { (sheet) div.newpage {} (key) }),
        }
    }

    fn page(&self, title: &str, content: &Markup) -> String {
        let page = html! {
            (DOCTYPE)
            html lang=(self.corpus.lang.pick("fr", "en")) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (title) " – cadrage" }
                    style { (PreEscaped(crate::charts::font::css())) (PreEscaped(STYLE)) }
                }
                body { (content) }
            }
        };
        page.into_string()
    }

    /// Answers of a voice in one text.
    fn count(&self, text: &Text, voice: Voice) -> usize {
        text.answers.iter().filter(|answer| answer.hit.voice == Some(voice)).count()
    }
}

/// The axes of the contrast, then those with most hits in the passages.
fn subjects<'c>(corpus: &'c Corpus, chosen: &choose::Chosen) -> Vec<&'c Axis> {
    let lexicon_of = |hit: &RecordHit| corpus.lexicons.iter().find(|l| l.identity.id == hit.lexicon);
    let mut counted: Vec<(&Axis, (bool, usize))> = Vec::new();
    for window in &chosen.windows {
        for (number, hit) in choose::hits(&corpus.articles[window.article].record, &window.sentences) {
            let Some(axis) = lexicon_of(hit).and_then(|l| l.axes.iter().find(|axis| axis.id == hit.axis)) else { continue };
            let is_choice = window.choices.iter().any(|(_, choice)| *choice == number);
            match counted.iter_mut().find(|(known, _)| std::ptr::eq(*known, axis)) {
                Some((_, (of_contrast, n))) => (*of_contrast, *n) = (*of_contrast || is_choice, *n + 1),
                None => counted.push((axis, (is_choice, 1))),
            }
        }
    }
    counted.sort_by_key(|(axis, weight)| (std::cmp::Reverse(*weight), axis.id.clone()));
    counted.into_iter().take(SUBJECTS).map(|(axis, _)| axis).collect()
}

fn text<'c>(corpus: &'c Corpus, window: &choose::Window, letter: char, subjects: &[&Axis]) -> Option<Text<'c>> {
    let scored = &corpus.articles[window.article];
    let slicer = Slicer::new(scored.text.as_deref()?);
    let record = &scored.record;
    let (start, end) = (record.sentences[window.sentences.start].0, record.sentences[window.sentences.end - 1].1);
    let lines = lines::lines(&slicer, start, end);
    let answers = choose::hits(record, &window.sentences).into_iter().filter_map(|(_, hit)| {
        let subject = subjects.iter().position(|axis| axis.id == hit.axis)?;
        let line = lines.iter().position(|line| hit.start < line.end)? + 1;
        Some(Answer { hit, line, subject })
    });
    let answers = answers.collect();
    Some(Text { letter, article: window.article, answers, choices: window.choices.clone(), lines, slicer })
}
