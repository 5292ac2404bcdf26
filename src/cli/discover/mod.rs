//! `cadrage discover`: words that stand where the words of a pole stand, and how they become entries of a lexicon.

mod accept;
pub mod args;
mod candidate;
mod csv;
mod model;
mod text;

use super::output::Output;
use super::session::{Session, in_words, named_lexicons};
use super::{Failure, Status};
use crate::corpus::Article;
use crate::counts::candidates::{MODEL, Placed};
use crate::counts::words::Key;
use crate::lang::Lang;
use crate::stats::distribution::Places;
use candidate::Candidate;
use clap::ArgMatches;
use model::Model;
use rustc_hash::FxHashSet;
use std::path::PathBuf;

const TOP: u64 = 15;
const LEAST: u64 = 3;

/// What was read, and what stands where in it.
struct Read {
    articles: Vec<Article>,
    places: Places,
    /// Passages of the pole, and articles that have one.
    passages: usize,
    present: usize,
    /// Its own words.
    own: FxHashSet<Key>,
}

/// What is proposed.
struct Found<'m> {
    model: &'m Model,
    read: &'m Read,
    candidates: Vec<Candidate>,
    lang: Lang,
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let lexicons = named_lexicons(args).map_err(|problems| in_words(&problems, lang))?;
    let mut session = Session::with(lexicons, args, lang)?;
    let model = Model::asked(args, &session.instrument.lexicons.lexicons, lang)?;
    let read = read(&mut session, &model)?;
    if read.articles.is_empty() {
        return session.close();
    }
    let path = args.get_one::<PathBuf>("output");
    let written = match (args.get_many::<String>("accept"), args.get_one::<PathBuf>("into")) {
        (Some(words), Some(folder)) => {
            let words: Vec<&str> = words.map(|word| word.trim()).filter(|word| !word.is_empty()).collect();
            accept::accept(&words, folder, &model, &read.articles, &session.instrument, lang)?
        }
        _ => {
            let number = |name: &str, usual: u64| args.get_one::<u64>(name).copied().unwrap_or(usual) as usize;
            let candidates = candidate::best(&session.instrument, &read, number("top", TOP), number("min-count", LEAST));
            let found = Found { model: &model, read: &read, candidates, lang };
            if args.get_one::<String>("format").is_some_and(|format| format == "csv") { csv::write(&found) } else { text::write(&found) }
        }
    };
    let mut output = Output::open(path, lang)?;
    output.write(written.as_bytes(), lang)?;
    output.finish(lang)?;
    session.close()
}

fn read(session: &mut Session, model: &Model) -> Result<Read, Failure> {
    let lexicons = std::sync::Arc::clone(&session.instrument.lexicons);
    let is_model = |marker: usize| model.takes(&lexicons, marker);
    let mut read = Read { articles: Vec::new(), places: Places::default(), passages: 0, present: 0, own: FxHashSet::default() };
    session.each(
        |instrument, article| (instrument.placed(&article, is_model), article),
        |(placed, article)| {
            let Placed { pairs, passages, own } = placed;
            pairs.into_iter().for_each(|(word, slot, n)| read.places.add(word, slot, n));
            read.passages += passages;
            read.present += usize::from(passages > 0);
            read.own.extend(own);
            read.articles.push(article);
            Ok(true)
        },
    )?;
    read.own.insert(MODEL);
    Ok(read)
}
