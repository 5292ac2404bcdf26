//! What was done, in one line on standard error.

use super::journal::Point;
use crate::cli::Status;
use crate::cli::pipeline::Times;
use crate::cli::say::say;
use crate::cli::session::plural;
use crate::counts::Instrument;
use crate::lang::Lang;
use clap::ArgMatches;
use std::time::Instant;

pub struct Summary {
    pub quiet: bool,
    verbose: bool,
    start: Instant,
    /// Of the input.
    pub bytes: u64,
    scored: usize,
    taken_over: usize,
    /// Articles that an earlier run had scored.
    past: usize,
    lang: Lang,
}

impl Summary {
    /// Says with what is measured, where that was asked for.
    pub fn new(args: &ArgMatches, instrument: &Instrument, lang: Lang) -> Self {
        let verbose = args.get_flag("verbose");
        if verbose {
            for lexicon in instrument.versions() {
                say(format!("{} {}  sha256 {}", lexicon.id, lexicon.version, lexicon.sha256));
            }
        }
        Self { quiet: args.get_flag("quiet"), verbose, start: Instant::now(), bytes: 0, scored: 0, taken_over: 0, past: 0, lang }
    }

    /// The run begins, or goes on from a point.
    pub fn begin(&mut self, past: &Point) {
        self.past = past.articles;
        if self.verbose && past.outcomes > 0 {
            let n = past.articles;
            say(self.lang.pick(format!("reprise après {n} articles"), format!("going on after {n} articles")));
        }
    }

    pub fn add(&mut self, taken_over: bool) {
        *(if taken_over { &mut self.taken_over } else { &mut self.scored }) += 1;
    }

    fn read(&self) -> usize {
        self.past + self.scored + self.taken_over
    }

    /// Whoever read the result left before its end: a sum of what was read until then would pass for that of all.
    pub fn unread(self, refused: usize) -> Status {
        status(self.read(), refused)
    }

    pub fn end(self, refused: usize, times: Times) -> Status {
        let (read, scored) = (self.read(), self.scored);
        if !self.quiet || refused > 0 {
            let seconds = self.start.elapsed().as_secs_f64();
            let rate = self.bytes as f64 / 1e6 / seconds;
            let kept = match (self.past, self.taken_over) {
                (0, 0) => String::new(),
                (0, n) => self.lang.pick(format!(" ({n} inchangés)"), format!(" ({n} unchanged)")),
                (n, 0) => self.lang.pick(format!(" ({n} l'étaient déjà)"), format!(" ({n} were before)")),
                (past, n) => {
                    self.lang.pick(format!(" ({past} l'étaient déjà, {n} inchangés)"), format!(" ({past} were before, {n} unchanged)"))
                }
            };
            let french = || {
                let (read_word, scored_word) = (plural(read, "article lu", "articles lus"), plural(scored, "mesuré", "mesurés"));
                let refused_word = plural(refused, "entrée écartée", "entrées écartées");
                let figures = format!("{seconds:.1} s, {rate:.1} Mo/s").replace('.', ",");
                format!("{read} {read_word}, {scored} {scored_word}{kept} ; {refused} {refused_word} ; {figures}")
            };
            let english = || {
                let (articles, inputs) = (if read == 1 { "article" } else { "articles" }, if refused == 1 { "input" } else { "inputs" });
                format!("{read} {articles} read, {scored} scored{kept}; {refused} {inputs} set aside; {seconds:.1} s, {rate:.1} MB/s")
            };
            say(if self.lang == Lang::En { english() } else { french() });
        }
        if self.verbose {
            let [reading, scoring, writing] =
                [times.waiting_to_read, times.scoring, times.waiting_to_write].map(|time| format!("{:.1} s", time.as_secs_f64()));
            let french = format!("mesure {scoring}, attente de la lecture {reading}, de l'écriture {writing}").replace('.', ",");
            let english = format!("scoring {scoring}, waiting to read {reading}, to write {writing}");
            say(if self.lang == Lang::En { english } else { french });
        }
        status(read, refused)
    }

    /// The run had ended before.
    pub fn already(self, point: &Point) -> Status {
        if !self.quiet {
            say(self.lang.pick("ce relevé était déjà fini", "this run had already ended"));
        }
        status(point.articles, point.outcomes - point.articles)
    }
}

fn status(read: usize, refused: usize) -> Status {
    match (read, refused) {
        (0, _) => Status::Nothing,
        (_, 0) => Status::Done,
        _ => Status::Partly,
    }
}
