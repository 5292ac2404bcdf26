//! Who speaks each pair of quotation marks: somebody named nearby, nobody (scare quotes), or no one at all (titles of works).

use super::QuoteKind;
use super::marks::{Marked, Pairs};
use super::phrase::Phrases;
use super::report::{Form, Report};
use super::speakers::Speakers;
use crate::text::Document;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A pair of marks and what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attributed {
    pub marked: Marked,
    pub kind: QuoteKind,
    /// Index into the speakers.
    pub speaker: Option<usize>,
    /// Index into the reports: the act of speech that gives it its speaker.
    pub report: Option<usize>,
}

/// Who an attribution leads to.
#[derive(Debug, Clone, Copy, Default)]
struct Said {
    speaker: Option<usize>,
    report: Option<usize>,
}

/// More words than this, or a verb, and a pair of marks holds what somebody said, not a word held at a distance.
const FRAGMENT: usize = 5;
/// Words up to which a phrase in marks can be a house style: «Daech», «État islamique».
const NAME: usize = 3;
/// Quotations back to which one is taken as going on.
const LATELY: usize = 16;

/// What each pair is for, in their order.
pub fn attribute<'t>(
    document: &Document<'t>,
    marked: &Pairs,
    reports: &[Report],
    speakers: &mut Speakers<'_, 't>,
    paragraphs: &[usize],
) -> Vec<Attributed> {
    let mut found: Vec<Attributed> = Vec::with_capacity(marked.all.len());
    let mut view = View { marked, document, reports, speakers, paragraphs };
    for (at, pair) in marked.all.iter().enumerate() {
        let (kind, said) = match marked.outer(at).map(|outer| &found[outer]) {
            Some(outer) if outer.kind == QuoteKind::Direct => {
                // "«Quand la télévision dit \"la ville est tombée\" …»": of nested speakers the innermost.
                let own = view.attributing_within(pair, &outer.marked);
                (QuoteKind::Direct, own.unwrap_or(Said { speaker: outer.speaker, report: outer.report }))
            }
            _ => view.judge(pair, at, &found),
        };
        found.push(Attributed { marked: pair.clone(), kind, speaker: said.speaker, report: said.report });
    }
    house_style(document, &mut found);
    found
}

struct View<'v, 'd, 't> {
    marked: &'v Pairs,
    document: &'v Document<'t>,
    reports: &'v [Report],
    speakers: &'v mut Speakers<'d, 't>,
    paragraphs: &'v [usize],
}

impl View<'_, '_, '_> {
    fn judge(&mut self, pair: &Marked, at: usize, before: &[Attributed]) -> (QuoteKind, Said) {
        let inner = pair.inner();
        let said = self.is_said(&inner);
        if let Some(report) = self.attributing(pair) {
            return match !said && self.is_title(pair) {
                true => (QuoteKind::Title, Said::default()),
                false => (QuoteKind::Direct, self.said(report)),
            };
        }
        if let Some(next) = self.marked.all.get(at + 1).filter(|next| self.adjoins(pair, next))
            && said
            && let Some(report) = self.attributing(next)
        {
            return (QuoteKind::Direct, self.said(report));
        }
        if !said {
            let kind = if self.is_title(pair) { QuoteKind::Title } else { QuoteKind::Scare };
            return (kind, Said::default());
        }
        // Carried over: from the quotation just before, from whoever spoke last in this paragraph or the one before, or told right after.
        let sentence = self.sentence_of(pair.tokens.start);
        let carried = before
            .iter()
            .rev()
            .filter(|q| q.kind == QuoteKind::Direct && q.speaker.is_some())
            .take(LATELY)
            .find(|q| self.near(q.marked.tokens.end - 1, pair.tokens.start))
            .map(|q| Said { speaker: q.speaker, report: q.report });
        if let Some(carried) = carried {
            return (QuoteKind::Direct, carried);
        }
        let said = self.report_in_sentence_before(sentence).map(|report| self.said(report));
        let said = said.or_else(|| self.implied(sentence)).or_else(|| self.report_before(sentence).map(|report| self.said(report)));
        let said = said.or_else(|| self.report_after(pair.tokens.end, sentence).map(|report| self.said(report)));
        (QuoteKind::Direct, said.unwrap_or_default())
    }

    /// A report of the sentence right before, which names somebody.
    fn report_in_sentence_before(&self, sentence: usize) -> Option<usize> {
        let before = sentence.checked_sub(1)?;
        self.reports_of(before, before).rev().find(|number| self.speakers.of_report(*number).is_some() && !self.is_quoted(*number))
    }

    /// Whoever the sentence right before is about.
    fn implied(&mut self, sentence: usize) -> Option<Said> {
        let before = sentence.checked_sub(1).filter(|before| self.paragraphs[*before] + 1 >= self.paragraphs[sentence])?;
        let speaker = self.speakers.implied(before)?;
        Some(Said { speaker: Some(speaker), report: None })
    }

    /// A report inside the outer pair whose words the inner one holds.
    fn attributing_within(&self, pair: &Marked, outer: &Marked) -> Option<Said> {
        let number = self.attributing(pair)?;
        let trigger = self.reports[number].trigger.as_ref()?;
        let within = outer.inner().contains(&trigger.tokens.start) && self.speakers.of_report(number).is_some();
        within.then(|| self.said(number))
    }

    fn said(&self, report: usize) -> Said {
        Said { speaker: self.speakers.of_report(report), report: Some(report) }
    }

    /// The report whose words the pair holds.
    fn attributing(&self, pair: &Marked) -> Option<usize> {
        let first = self.sentence_of(pair.tokens.start);
        let last = self.sentence_of(pair.tokens.end - 1);
        let near = self.reports_of(first, (last + 1).min(self.document.sentences.len() - 1));
        let outside = |t: usize| !pair.inner().contains(&t);
        let mut best: Option<(usize, usize)> = None;
        for number in near {
            let report = &self.reports[number];
            let Some(trigger) = &report.trigger else {
                if report.form == Form::Heading && report.covers(pair.tokens.start) {
                    best = best.or(Some((report.width(), number)));
                }
                continue;
            };
            let inside = !outside(trigger.tokens.start);
            let place = trigger.tokens.start;
            // Right behind the closing mark, or within the pair: "«C'est fini, a-t-il dit, nous partons»".
            let adjoining = report.form == Form::Incise
                && place >= pair.tokens.end
                && self.only_marks(pair.tokens.end..self.incise_start(report, place));
            if adjoining {
                return Some(number);
            }
            if inside {
                if report.form == Form::Incise && report.sentence >= first && report.sentence <= last && best.is_none() {
                    best = Some((usize::MAX - 1, number));
                }
                continue;
            }
            if report.sentence > last && !adjoining || report.sentence < first {
                continue;
            }
            let covers = report.covers(pair.tokens.start) || report.covers(pair.inner().start);
            if covers && best.is_none_or(|(width, _)| report.width() <= width) {
                best = Some((report.width(), number));
            }
        }
        best.map(|(_, number)| number).or_else(|| self.topic(pair, first))
    }

    /// A verb of talk before the pair in its clause, though it reports nothing ("a parlé d'un «dispositif»").
    fn topic(&self, pair: &Marked, sentence: usize) -> Option<usize> {
        let clause = self.document.clause_of(sentence, pair.tokens.start);
        self.reports_of(sentence, sentence).rev().find(|number| {
            let report = &self.reports[*number];
            let trigger = report.trigger.as_ref();
            self.speakers.of_report(*number).is_some()
                && report.form == Form::Plain
                && trigger.is_some_and(|t| t.tokens.start < pair.tokens.start && clause.contains(&t.tokens.start))
        })
    }

    /// Indexes of the reports of these sentences.
    fn reports_of(&self, first: usize, last: usize) -> Range<usize> {
        let from = self.reports.partition_point(|r| r.sentence < first);
        from..self.reports.partition_point(|r| r.sentence <= last)
    }

    /// Where an incise's verb group begins: auxiliaries and pronouns before its trigger.
    fn incise_start(&self, report: &Report, trigger: usize) -> usize {
        let gap = report.scope.first().map(|range| range.end).filter(|end| *end <= trigger);
        gap.unwrap_or(self.document.sentences[report.sentence].tokens.start)
    }

    fn only_marks(&self, range: Range<usize>) -> bool {
        range.len() <= 3 && range.into_iter().all(|t| !self.document.tokens[t].kind.is_word())
    }

    /// Two quotations with nothing but marks, or a short link, between them.
    fn adjoins(&self, pair: &Marked, next: &Marked) -> bool {
        const LINK: usize = 4;
        next.tokens.start >= pair.tokens.end && next.tokens.start - pair.tokens.end <= LINK
    }

    fn near(&self, end: usize, start: usize) -> bool {
        let (a, b) = (self.sentence_of(end), self.sentence_of(start));
        a == b || self.paragraphs[b] <= self.paragraphs[a] + 1 && b <= a + 2
    }

    fn report_before(&self, sentence: usize) -> Option<usize> {
        let paragraph = self.paragraphs[sentence];
        let with_speaker = |number: &usize| self.speakers.of_report(*number).is_some() && !self.is_quoted(*number);
        self.reports_of(0, sentence)
            .rev()
            .take_while(|number| self.paragraphs[self.reports[*number].sentence] + 1 >= paragraph)
            .find(with_speaker)
    }

    fn report_after(&self, token: usize, sentence: usize) -> Option<usize> {
        const AHEAD: usize = 3;
        let last = (sentence + AHEAD).min(self.document.sentences.len() - 1);
        self.reports_of(sentence, last).find(|number| {
            let trigger = self.reports[*number].trigger.as_ref();
            trigger.is_some_and(|t| t.tokens.start >= token) && self.speakers.of_report(*number).is_some()
        })
    }

    /// A report that stands between marks itself: its speaker is named by another speaker.
    fn is_quoted(&self, number: usize) -> bool {
        let trigger = self.reports[number].trigger.as_ref();
        trigger.is_some_and(|t| self.marked.around(t.tokens.start).next().is_some())
    }

    fn sentence_of(&self, token: usize) -> usize {
        self.document.sentences.partition_point(|s| s.tokens.end <= token).min(self.document.sentences.len() - 1)
    }

    /// True for what only a speaker can have said: a sentence or a long phrase.
    fn is_said(&self, inner: &Range<usize>) -> bool {
        let words = inner.clone().filter(|t| self.document.tokens[*t].kind.is_word()).count();
        if words > FRAGMENT {
            return true;
        }
        let p = Phrases::of(self.document, self.sentence_of(inner.start));
        words > 1 && inner.clone().any(|t| p.is_finite(t))
    }

    /// The name of a work or an operation: capitalised, beside a noun that takes a name ("l'opération «Griffes du tigre»").
    fn is_title(&self, pair: &Marked) -> bool {
        const BESIDE: usize = 4;
        let Some(first) = pair.inner().find(|t| self.document.tokens[*t].kind.is_word()) else { return false };
        let near = pair.tokens.start.saturating_sub(BESIDE)..pair.tokens.end + BESIDE;
        self.document.surface(first).starts_with(char::is_uppercase) && self.speakers.names_a_work(near, &pair.tokens)
    }
}

/// A name that the article also puts between marks with nobody speaking is held at a distance wherever it stands so.
fn house_style(document: &Document, found: &mut [Attributed]) {
    let letters = |marked: &Marked| -> Vec<&str> {
        marked.inner().filter(|t| document.tokens[*t].kind.is_word()).map(|t| &*document.form(t).norm).collect()
    };
    let styles: FxHashSet<Vec<&str>> =
        found.iter().filter(|q| q.kind == QuoteKind::Scare).map(|q| letters(&q.marked)).filter(|words| words.len() <= NAME).collect();
    for quote in found.iter_mut().filter(|q| q.kind == QuoteKind::Direct) {
        let words = letters(&quote.marked);
        if words.len() <= NAME && styles.contains(&words) {
            quote.kind = QuoteKind::Scare;
            quote.speaker = None;
            quote.report = None;
        }
    }
}
