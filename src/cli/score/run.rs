//! A run: each article into its row on any core, the rows written in order, and how far it has come.

use super::journal::Point;
use super::since::Since;
use super::sink::Sink;
use super::summary::Summary;
use crate::cli::format::{self, Format};
use crate::cli::output::reject_row;
use crate::cli::pipeline::{Take, Times};
use crate::cli::say::say;
use crate::cli::{Failure, Status};
use crate::corpus::{Article, Reason, Rejected};
use crate::counts::Instrument;
use crate::counts::basis::Fields;
use crate::digest::hex;
use crate::lang::Lang;
use indicatif::ProgressBar;

/// What is made of an article.
pub struct Row {
    bytes: Vec<u8>,
    /// What article it was.
    digest: [u8; 32],
    /// It stood in the scores of `--since`.
    taken_over: bool,
}

/// How articles become rows.
pub struct Work<'s> {
    /// Outcomes that an earlier run dealt with.
    pub past: usize,
    pub since: Option<&'s Since>,
    pub format: Format,
}

impl Work<'_> {
    pub fn score(&self, instrument: &Instrument, at: usize, article: Article) -> Row {
        if at < self.past {
            return Row { bytes: Vec::new(), digest: digest(&instrument.basis(&article), &article), taken_over: false };
        }
        let old = self.since.and_then(|since| since.find(&instrument.basis(&article)));
        let taken_over = old.is_some();
        let record = match old {
            Some(record) => record.of_article(&article),
            None => instrument.score(&article),
        };
        let digest = digest(&record.basis, &article);
        Row { bytes: format::row(instrument, article, record, self.format), digest, taken_over }
    }
}

/// All that a row depends on.
fn digest(basis: &str, article: &Article) -> [u8; 32] {
    let (mut fields, meta) = (Fields::default(), &article.meta);
    fields.add(basis).add(&article.id).add(&article.path).add([meta.genre.map_or(u8::MAX, |genre| genre as u8)]);
    for field in [&meta.date, &meta.author, &meta.url, &meta.event, &meta.section] {
        fields.option(field.as_deref());
    }
    fields.finish()
}

/// Writes in order.
pub struct Run {
    sink: Sink,
    /// Where an earlier run broke off.
    past: Point,
    outcomes: usize,
    articles: usize,
    passed: Fields,
    /// Reading failed here.
    broken: Option<Rejected>,
    /// Nobody reads the result any more.
    unread: bool,
    bar: ProgressBar,
    summary: Summary,
    lang: Lang,
}

impl Run {
    pub fn new(sink: Sink, past: Point, bar: ProgressBar, summary: Summary, lang: Lang) -> Self {
        Self { sink, past, outcomes: 0, articles: 0, passed: Fields::default(), broken: None, unread: false, bar, summary, lang }
    }

    fn point(&self) -> Point {
        let digest = hex(&self.passed.clone().finish());
        Point { outcomes: self.outcomes, articles: self.articles, digest, ..Point::default() }
    }

    /// Sums up; what is not whole stays to be taken up again.
    pub fn end(self, times: Times) -> Result<Status, Failure> {
        self.bar.finish_and_clear();
        let point = self.point();
        if let Some(broken) = &self.broken {
            let message = broken.message(self.lang);
            self.sink.leave(point, self.lang)?;
            return Err(message);
        }
        if self.outcomes < self.past.outcomes {
            return Err(other_articles(self.lang));
        }
        self.sink.finish(point, self.lang)?;
        let refused = self.outcomes - self.articles;
        Ok(if self.unread { self.summary.unread(refused) } else { self.summary.end(refused, times) })
    }

    fn refuse(&mut self, rejected: &Rejected) -> Result<(), Failure> {
        if !self.summary.quiet {
            self.bar.suspend(|| say(rejected.message(self.lang)));
        }
        self.sink.refuse(&reject_row(rejected, self.lang), self.lang)
    }
}

impl Take<Row> for Run {
    fn take(&mut self, outcome: Result<Row, Rejected>) -> Result<bool, Failure> {
        match &outcome {
            Ok(row) => self.passed.add(row.digest),
            Err(Rejected { reason: Reason::BrokenOff { .. }, .. }) => {
                self.broken = outcome.err();
                return Ok(false);
            }
            Err(rejected) => self.passed.add(rejected.message(Lang::En)),
        };
        self.outcomes += 1;
        self.articles += usize::from(outcome.is_ok());
        if self.outcomes <= self.past.outcomes {
            let same = self.outcomes < self.past.outcomes || self.point().digest == self.past.digest;
            return if same { Ok(true) } else { Err(other_articles(self.lang)) };
        }
        let open = match outcome {
            Ok(row) => {
                self.summary.add(row.taken_over);
                self.sink.row(&row.bytes, self.lang)?
            }
            Err(rejected) => {
                self.refuse(&rejected)?;
                true
            }
        };
        self.unread |= !open;
        let point = self.sink.is_due().then(|| self.point());
        point.map_or(Ok(()), |point| self.sink.mark(point))?;
        Ok(open)
    }

    fn passed(&mut self, bytes: u64) {
        self.summary.bytes += bytes;
        self.bar.inc(bytes);
    }
}

fn other_articles(lang: Lang) -> Failure {
    lang.pick(
        "les articles ont changé depuis le relevé interrompu : il ne peut pas être repris ; supprimez ses fichiers .part et .journal, puis recommencez",
        "the articles changed since the run broke off: it cannot be taken up; delete its .part and .journal files, then begin again",
    )
    .to_owned()
}
