//! What every command that reads articles does: load lexicons, read in batches, score on all cores, keep the order, name what was refused.

use super::pipeline::{self, Take};
use super::say::say;
use super::{Failure, Status, cleaning};
use crate::corpus::{self, Article, Batch, Names, Rejected};
use crate::counts::Instrument;
use crate::lang::Lang;
use crate::lexicon::{Lexicon, Problems, Purpose, load};
use crate::zones;
use clap::ArgMatches;
use std::path::PathBuf;

/// A run over some inputs.
pub struct Session {
    pub inputs: Vec<PathBuf>,
    names: Names,
    pub instrument: Instrument,
    pub rejected: Vec<Rejected>,
    pub scored: usize,
    rejects: Option<PathBuf>,
    /// Nobody reads the result any more.
    unread: bool,
    lang: Lang,
}

impl Session {
    /// Reads the arguments that all such commands share; `--lexicon` says what is measured.
    pub fn new(args: &ArgMatches, lang: Lang) -> Result<Self, Failure> {
        let lexicons = load_lexicons(args).map_err(|problems| in_words(&problems, lang))?;
        let mut session = Self::with(lexicons, args, lang)?;
        session.instrument.hits = wants(args, "hits");
        Ok(session)
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
        // On another core, while the lexicons are compiled here.
        rayon::spawn(zones::prepare);
        let instrument = Instrument::new(lexicons, lang).map_err(|problems| in_words(&problems, lang))?;
        Ok(Self { inputs, names: Names::default(), instrument, rejected: Vec::new(), scored: 0, rejects: None, unread: false, lang })
    }

    /// Hands on every article, `work` on all cores and `take` in input order, until `take` says that it is enough.
    pub fn each<T: Send>(
        &mut self,
        work: impl Fn(&Instrument, Article) -> T + Sync + Send,
        take: impl FnMut(T) -> Result<bool, Failure> + Send,
    ) -> Result<(), Failure> {
        let batches = self.batches();
        let mut taker = Taker { take, rejected: &mut self.rejected, scored: &mut self.scored, unread: &mut self.unread, lang: self.lang };
        let work = |instrument: &Instrument, _: usize, article| work(instrument, article);
        pipeline::run(batches, &mut self.instrument, work, Instrument::bound_memory, &mut taker).map(drop)
    }

    /// What the inputs hold.
    pub fn batches(&self) -> impl Iterator<Item = Batch> + Send + use<> {
        corpus::read_in_batches(&self.inputs, &self.names)
    }

    /// The articles of a folder, read with the same names of columns.
    pub fn articles_of(&self, folder: &std::path::Path) -> impl Iterator<Item = Result<Article, Rejected>> + use<> {
        corpus::read_with(&[folder.to_owned()], &self.names)
    }

    /// Names an input that cannot be used.
    pub fn refuse(&mut self, rejected: Rejected) {
        say(rejected.message(self.lang));
        self.rejected.push(rejected);
    }

    /// Writes the list of refusals where it was asked for, sums up on standard error, and tells the exit status.
    pub fn close(self) -> Result<Status, Failure> {
        if let Some(path) = &self.rejects {
            super::output::write_rejects(path, &self.rejected, self.lang)?;
        }
        let (scored, rejected) = (self.scored, self.rejected.len());
        // Whoever left before the end wants no sum of a part.
        if !self.unread {
            say(self.lang.pick(
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
            ));
        }
        Ok(match (scored, rejected) {
            (0, _) => Status::Nothing,
            (_, 0) => Status::Done,
            _ => Status::Partly,
        })
    }
}

/// Counts what passes.
struct Taker<'s, F> {
    take: F,
    rejected: &'s mut Vec<Rejected>,
    scored: &'s mut usize,
    unread: &'s mut bool,
    lang: Lang,
}

impl<T, F: FnMut(T) -> Result<bool, Failure> + Send> Take<T> for Taker<'_, F> {
    fn take(&mut self, outcome: Result<T, Rejected>) -> Result<bool, Failure> {
        match outcome {
            Ok(result) => {
                *self.scored += 1;
                let open = (self.take)(result)?;
                *self.unread |= !open;
                Ok(open)
            }
            Err(rejected) => {
                say(rejected.message(self.lang));
                self.rejected.push(rejected);
                Ok(true)
            }
        }
    }
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
    let (voice, parts) = (wants(args, "voice"), wants(args, "roles"));
    let mut named = named_lexicons(args)?;
    // A record names the lexicons that measured it: without hits it does not pass for one in which none were found.
    named.retain(|lexicon| lexicon.identity.purpose != Purpose::Markers || wants(args, "hits"));
    with_auxiliaries(named, |purpose| match purpose {
        Purpose::Markers => false,
        Purpose::Actors => voice || parts,
        Purpose::Speech => voice,
        Purpose::Roles => parts,
    })
}

/// Those that `--lexicon` names, else those that are used where it names none.
pub fn named_lexicons(args: &ArgMatches) -> Result<Vec<Lexicon>, Problems> {
    match args.get_many::<String>("lexicon") {
        Some(names) => names.map(|name| load::load(name)).collect(),
        None => load::default_lexicons(),
    }
}

/// These lexicons, and the built-in ones of the purposes that are asked for.
pub fn with_auxiliaries(mut lexicons: Vec<Lexicon>, serves: impl Fn(Purpose) -> bool) -> Result<Vec<Lexicon>, Problems> {
    // A user's own lexicon of the same name takes the place of the built-in one.
    for auxiliary in load::those(|identity| identity.purpose != Purpose::Markers && serves(identity.purpose))? {
        if !lexicons.iter().any(|l| l.identity.id == auxiliary.identity.id) {
            lexicons.push(auxiliary);
        }
    }
    Ok(lexicons)
}

/// The names that `--column` gives to fields.
fn names(args: &ArgMatches, lang: Lang) -> Result<Names, Failure> {
    let mut names = Names::default();
    // Some commands read only what bears the usual names.
    for given in args.try_get_many::<String>("column").ok().flatten().into_iter().flatten() {
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
