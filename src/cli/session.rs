//! What every command that reads articles does: load lexicons, read in batches, score on all cores, keep the order, name what was refused.

use super::{Failure, Status, cleaning};
use crate::corpus::{self, Article, Names, Rejected};
use crate::counts::Instrument;
use crate::lang::Lang;
use crate::lexicon::{Lexicon, Problems, Purpose, load};
use clap::ArgMatches;
use rayon::prelude::*;
use std::path::PathBuf;

/// Text held in memory at once.
const BATCH_BYTES: usize = 4 << 20;

/// A run over some inputs.
pub struct Session {
    pub inputs: Vec<PathBuf>,
    names: Names,
    pub instrument: Instrument,
    pub rejected: Vec<Rejected>,
    pub scored: usize,
    rejects: Option<PathBuf>,
    lang: Lang,
}

impl Session {
    /// Reads the arguments that all such commands share; `--lexicon` says what is measured.
    pub fn new(args: &ArgMatches, lang: Lang) -> Result<Self, Failure> {
        let lexicons = load_lexicons(args).map_err(|problems| in_words(&problems, lang))?;
        Self::with(lexicons, args, lang)
    }

    /// The same with lexicons that the command chose.
    pub fn with(lexicons: Vec<Lexicon>, args: &ArgMatches, lang: Lang) -> Result<Self, Failure> {
        let inputs = args.get_many::<PathBuf>("inputs").into_iter().flatten().cloned().collect();
        let mut session = Self::over(inputs, lexicons, lang)?;
        session.instrument.cleaner = cleaning::cleaner(args, lang)?;
        session.names = names(args, lang)?;
        session.rejects = args.get_one::<PathBuf>("rejects").cloned();
        Ok(session)
    }

    /// Over inputs that the command chose, everything else as usual.
    pub fn over(inputs: Vec<PathBuf>, lexicons: Vec<Lexicon>, lang: Lang) -> Result<Self, Failure> {
        let instrument = Instrument::new(lexicons, lang).map_err(|problems| in_words(&problems, lang))?;
        Ok(Self { inputs, names: Names::default(), instrument, rejected: Vec::new(), scored: 0, rejects: None, lang })
    }

    /// Hands on every article, `work` on all cores and `take` in input order.
    pub fn each<T: Send>(
        &mut self,
        work: impl Fn(&Instrument, Article) -> T + Sync + Send,
        mut take: impl FnMut(T) -> Result<(), Failure> + Send,
    ) -> Result<(), Failure> {
        let mut articles = corpus::read_with(&self.inputs, &self.names);
        let mut batch = read_batch(&mut articles);
        let mut finished: Vec<T> = Vec::new();
        while !batch.is_empty() {
            let instrument = &self.instrument;
            let fresh = std::mem::take(&mut batch.articles);
            let score = || -> Vec<T> { fresh.into_par_iter().map(|article| work(instrument, article)).collect() };
            // While this batch is scored the last one is handed on and the next one read.
            let around = || (finished.drain(..).try_for_each(&mut take), read_batch(&mut articles));
            let (results, (taken, next)) = rayon::join(score, around);
            taken?;
            for rejected in batch.rejected {
                self.refuse(rejected);
            }
            self.scored += results.len();
            finished = results;
            self.instrument.bound_memory();
            batch = next;
        }
        finished.into_iter().try_for_each(&mut take)
    }

    /// The articles of a folder, read with the same names of columns.
    pub fn articles_of(&self, folder: &std::path::Path) -> impl Iterator<Item = Result<Article, Rejected>> + use<> {
        corpus::read_with(&[folder.to_owned()], &self.names)
    }

    /// Names an input that cannot be used.
    pub fn refuse(&mut self, rejected: Rejected) {
        eprintln!("{}", rejected.message(self.lang));
        self.rejected.push(rejected);
    }

    /// Writes the list of refusals where it was asked for, sums up on standard error, and tells the exit status.
    pub fn close(self) -> Result<Status, Failure> {
        if let Some(path) = &self.rejects {
            super::output::write_rejects(path, &self.rejected, self.lang)?;
        }
        let (scored, rejected) = (self.scored, self.rejected.len());
        eprintln!(
            "{}",
            self.lang.pick(
                format!(
                    "{scored} {} ; {rejected} {}",
                    plural(scored, "article lu", "articles lus"),
                    plural(rejected, "entrée écartée", "entrées écartées")
                ),
                format!(
                    "{scored} {} read; {rejected} {} set aside",
                    if scored == 1 { "article" } else { "articles" },
                    if rejected == 1 { "input" } else { "inputs" }
                ),
            )
        );
        Ok(match (scored, rejected) {
            (0, _) => Status::Nothing,
            (_, 0) => Status::Done,
            _ => Status::Partly,
        })
    }
}

/// What is held in memory at once.
struct Batch {
    articles: Vec<Article>,
    rejected: Vec<Rejected>,
}

impl Batch {
    fn is_empty(&self) -> bool {
        self.articles.is_empty() && self.rejected.is_empty()
    }
}

fn read_batch(articles: &mut impl Iterator<Item = Result<Article, Rejected>>) -> Batch {
    let mut batch = Batch { articles: Vec::new(), rejected: Vec::new() };
    let mut bytes = 0;
    while bytes < BATCH_BYTES
        && let Some(read) = articles.next()
    {
        match read {
            Ok(article) => {
                bytes += article.text.len();
                batch.articles.push(article);
            }
            Err(rejected) => {
                // So that a million refusals are not held back either.
                bytes += 1 << 10;
                batch.rejected.push(rejected);
            }
        }
    }
    batch
}

pub fn plural<'w>(n: usize, one: &'w str, many: &'w str) -> &'w str {
    if n < 2 { one } else { many }
}

/// True unless `--only` names other things.
fn wants(args: &ArgMatches, measure: &str) -> bool {
    match args.try_get_many::<String>("only") {
        Ok(Some(mut only)) => only.any(|what| what == measure),
        _ => true,
    }
}

/// The default lexicons with all that say who speaks and who plays which part.
pub fn usual_lexicons(lang: Lang) -> Result<Vec<Lexicon>, Failure> {
    let both = || Ok([load::default_lexicons()?, load::auxiliary_lexicons()?].concat());
    both().map_err(|problems| in_words(&problems, lang))
}

fn load_lexicons(args: &ArgMatches) -> Result<Vec<Lexicon>, Problems> {
    let lexicons: Vec<Lexicon> = match args.get_many::<String>("lexicon") {
        Some(names) => names.map(|name| load::load(name)).collect::<Result<_, _>>()?,
        None => load::default_lexicons()?,
    };
    let (voice, parts) = (wants(args, "voice"), wants(args, "roles"));
    with_auxiliaries(lexicons, |purpose| match purpose {
        Purpose::Markers => false,
        Purpose::Actors => voice || parts,
        Purpose::Speech => voice,
        Purpose::Roles => parts,
    })
}

/// These lexicons, and the built-in ones of the purposes that are asked for.
pub fn with_auxiliaries(mut lexicons: Vec<Lexicon>, serves: impl Fn(Purpose) -> bool) -> Result<Vec<Lexicon>, Problems> {
    // A user's own lexicon of the same name takes the place of the built-in one.
    for auxiliary in load::auxiliary_lexicons()?.into_iter().filter(|lexicon| serves(lexicon.identity.purpose)) {
        if !lexicons.iter().any(|l| l.identity.id == auxiliary.identity.id) {
            lexicons.push(auxiliary);
        }
    }
    Ok(lexicons)
}

/// The names that `--column` gives to fields.
fn names(args: &ArgMatches, lang: Lang) -> Result<Names, Failure> {
    let mut names = Names::default();
    for given in args.get_many::<String>("column").into_iter().flatten() {
        if !names.add(given) {
            return Err(lang.pick(
                format!("--column {given} : attendu CHAMP=NOM, comme texte=corps ; champs : id, texte, titre, media, date, auteur, url, evenement, genre"),
                format!("--column {given}: FIELD=NAME expected, as in text=corps; fields: id, text, title, outlet, date, author, url, event, genre"),
            ));
        }
    }
    Ok(names)
}

/// All faults of a lexicon, one below the other.
pub fn in_words(problems: &Problems, lang: Lang) -> Failure {
    problems.0.iter().map(|p| p.message(lang)).collect::<Vec<_>>().join("\n")
}
