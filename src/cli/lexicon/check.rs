//! `cadrage lexicon check`: faults, which must be mended, and remarks, which deserve a second look.

use super::print;
use crate::cli::say::say;
use crate::cli::session::in_words;
use crate::cli::{Failure, Status};
use crate::counts::Instrument;
use crate::lang::Lang;
use crate::lexicon::error::What;
use crate::lexicon::remark::KINDS;
use crate::lexicon::{Lexicon, Problem, Problems, Remark, load, usage};
use clap::ArgMatches;

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let names: Vec<String> = match args.get_one::<String>("lexicon") {
        Some(name) => vec![name.clone()],
        None => load::names().into_iter().map(str::to_owned).collect(),
    };
    let mut status = Status::Done;
    // A class that no lexicon uses is said once.
    let mut said: Vec<Remark> = Vec::new();
    for name in names {
        let Some(mut findings) = examine(&name, lang)? else {
            status = Status::Partly;
            continue;
        };
        findings.remarks.retain(|remark| !said.contains(remark));
        findings.tell(lang);
        if !findings.problems.is_empty() {
            status = Status::Partly;
        }
        said.extend(findings.remarks);
    }
    Ok(status)
}

/// What was found in one lexicon.
struct Findings {
    id: String,
    markers: usize,
    problems: Vec<Problem>,
    remarks: Vec<Remark>,
}

/// Runs all checks; None where the lexicon is so faulty that nothing could be run, which has been said.
fn examine(name: &str, lang: Lang) -> Result<Option<Findings>, Failure> {
    let lexicon = match load::load(name) {
        Ok(lexicon) => lexicon,
        Err(problems) if problems.0.iter().any(|p| is_absent(&p.what)) => return Err(in_words(&problems, lang)),
        Err(problems) => return Ok(refused(&problems, lang)),
    };
    let id = lexicon.identity.id.clone();
    let markers = lexicon.axes.iter().map(|a| a.markers.len()).sum();
    let unused = unused_classes(name, &lexicon, lang)?;
    let instrument = match Instrument::new(vec![lexicon], lang) {
        Ok(instrument) => instrument,
        Err(problems) => return Ok(refused(&problems, lang)),
    };
    let mut remarks = instrument.remarks(0);
    remarks.extend(unused);
    Ok(Some(Findings { id, markers, problems: instrument.faults(0), remarks }))
}

/// There is no lexicon to check, rather than one with faults.
fn is_absent(what: &What) -> bool {
    matches!(what, What::NoSuchLexicon { .. } | What::Unreadable(_) | What::MissingIdentity)
}

fn refused(problems: &Problems, lang: Lang) -> Option<Findings> {
    say(in_words(problems, lang));
    None
}

/// Classes that neither this lexicon nor a built-in one uses; of a folder, only those on disk.
fn unused_classes(name: &str, lexicon: &Lexicon, lang: Lang) -> Result<Vec<Remark>, Failure> {
    let is_builtin = load::names().contains(&name);
    let others = load::names().into_iter().map(|name| load::load(name).map_err(|problems| in_words(&problems, lang)));
    let others = others.collect::<Result<Vec<_>, _>>()?;
    let all: Vec<&Lexicon> = others.iter().chain([lexicon]).collect();
    Ok(usage::unused(lexicon.classes.iter().filter(|class| is_builtin || !load::is_builtin(class)), &all))
}

impl Findings {
    /// Faults on standard error, remarks and the summary on standard output.
    fn tell(&self, lang: Lang) {
        for problem in &self.problems {
            say(problem.message(lang));
        }
        let mut text = String::new();
        if !self.remarks.is_empty() {
            text += lang.pick("À relire\n", "Worth a second look\n");
        }
        for remark in &self.remarks {
            text += &format!("{}\n", remark.message(lang));
        }
        let (problems, remarks) = (self.problems.len(), self.remarks.len());
        let (id, markers) = (&self.id, self.markers);
        text += &lang.pick(
            format!("{id} : marqueurs : {markers} ; à corriger : {problems} ; à relire : {remarks}{}\n", self.by_kind(lang)),
            format!("{id}: markers: {markers}; to mend: {problems}; worth a second look: {remarks}{}\n", self.by_kind(lang)),
        );
        print(&text);
    }

    /// " (motifs jamais prouvés 3, classes inutilisées 1)"
    fn by_kind(&self, lang: Lang) -> String {
        let count = |kind: usize| self.remarks.iter().filter(|remark| remark.doubt.kind() == kind).count();
        let kinds = KINDS.iter().enumerate().map(|(kind, (fr, en))| (lang.pick(*fr, *en), count(kind)));
        let named: Vec<String> = kinds.filter(|(_, count)| *count > 0).map(|(name, count)| format!("{name} {count}")).collect();
        if named.is_empty() { String::new() } else { format!(" ({})", named.join(", ")) }
    }
}
