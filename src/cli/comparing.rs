//! The options of every command that compares: `--plan`, `--events`, `--seed`, `--voice`.

use super::Failure;
use super::anonymous;
use super::events::read_events;
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::report::Scored;
use crate::stats::By;
use crate::stats::filter::Voices;
use crate::stats::plan::Plan;
use crate::stats::survey::Request;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, value_parser};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub fn args(lang: Lang) -> [Arg; 4] {
    let file = |name: &'static str| Arg::new(name).long(name).value_name(lang.pick("FICHIER", "FILE")).value_parser(value_parser!(PathBuf));
    [
        file("plan").help(lang.pick(
            "Plan écrit avant de regarder les nombres ; le reste est exploratoire",
            "Plan written before looking at the numbers; the rest is exploratory",
        )),
        file("events")
            .help(lang.pick("Tableau des événements, corrigé (voir cadrage events)", "Table of events, corrected (see cadrage events)")),
        // A plan says whose words count; both at once would leave open which of them does.
        Arg::new("voice")
            .long("voice")
            .value_parser(PossibleValuesParser::new(["outlet", "direct", "indirect", "scare", "unquoted", "all"]))
            .conflicts_with("plan")
            .hide_possible_values(true)
            .value_name("outlet|direct|indirect|scare|unquoted|all")
            .help(lang.pick(
                "Qui dit les mots comptés : l'article (par défaut), entre guillemets, propos rapportés, guillemets sans locuteur, tout sauf entre guillemets, tous",
                "Who says the words that are counted: the article (default), in quotation marks, reported speech, marks without a speaker, all but quoted, all",
            )),
        Arg::new("seed")
            .long("seed")
            .value_name("N")
            .value_parser(value_parser!(u64))
            .help(lang.pick("Graine des tirages au sort (1 par défaut)", "Seed of the random draws (default 1)")),
    ]
}

/// What was asked for, with the files that it names; by default nothing.
#[derive(Default)]
pub struct Comparing {
    plan: Option<Plan>,
    events: Option<BTreeMap<String, String>>,
    voices: Option<Voices>,
    seed: Option<u64>,
}

impl Comparing {
    pub fn read(args: &ArgMatches, lexicons: &[Lexicon], lang: Lang) -> Result<Self, Failure> {
        Ok(Self {
            plan: args.get_one::<PathBuf>("plan").map(|path| read_plan(path, lexicons, lang)).transpose()?,
            events: args.get_one::<PathBuf>("events").map(|path| read_events(path, lang)).transpose()?,
            voices: args.get_one::<String>("voice").and_then(|name| Voices::try_from(name.clone()).ok()),
            seed: args.get_one("seed").copied(),
        })
    }

    pub fn request(&self, by: Option<By>) -> Request<'_> {
        Request { by, voices: self.voices, seed: self.seed, plan: self.plan.as_ref(), events: self.events.as_ref() }
    }
}

impl Comparing {
    /// Masks the articles and writes the key. The plan and the table of events know articles and outlets by their own names, so they follow.
    pub fn mask(&mut self, articles: &mut [Scored], key: &Path, lang: Lang) -> Result<(), Failure> {
        let known = self.events.take().unwrap_or_default();
        for record in articles.iter_mut().map(|scored| &mut scored.record) {
            record.event = known.get(&record.id).cloned().or(record.event.take());
        }
        let masks = anonymous::mask(articles, key, lang)?;
        self.plan.iter_mut().flat_map(|plan| &mut plan.written.outlets).for_each(|outlet| *outlet = masks.outlet(outlet));
        Ok(())
    }
}

fn read_plan(path: &PathBuf, lexicons: &[Lexicon], lang: Lang) -> Result<Plan, Failure> {
    let file = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|e| super::cannot_read(&file, &e, lang))?;
    Plan::read(&text, lexicons).map_err(|problem| problem.message(&file, lang))
}
