//! `cadrage lexicon try`: a pattern and its guards on articles, before they are written into a lexicon.

use super::concordance::{Counts, Lines};
use crate::cli::output::Output;
use crate::cli::session::{Session, in_words};
use crate::cli::{Failure, Status};
use crate::lang::Lang;
use crate::lexicon::trial::Trial;
use crate::lexicon::{Lexicon, Problems, load};
use clap::ArgMatches;

/// The marker tried out is compiled first.
const TRIED: usize = 0;

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let lexicons = lexicons(args).map_err(|problems| in_words(&problems, lang))?;
    let mut session = Session::with(lexicons, args, lang)?;
    let mut output = Output::open(None, lang)?;
    let mut counts = Counts::default();
    let mut open = true;
    session.each(
        |instrument, article| {
            let judged = instrument.judge(&article, TRIED);
            Lines::new(&article, &judged, instrument.lexicons.source(&instrument.lexicons.markers[TRIED]), lang)
        },
        |lines| {
            counts.add(&lines.counts);
            // Whoever read standard output has gone: the rest is looked up for nobody.
            open = output.write(lines.text.as_bytes(), lang)?;
            Ok(open)
        },
    )?;
    if open {
        output.write(counts.in_words(lang).as_bytes(), lang)?;
    }
    output.finish(lang)?;
    session.close()
}

/// The trial, and behind it the lexicons whose classes and poles it may use.
fn lexicons(args: &ArgMatches) -> Result<Vec<Lexicon>, Problems> {
    let all = |name: &str| args.get_many::<String>(name).into_iter().flatten().cloned().collect::<Vec<_>>();
    let named = all("lexicon").iter().map(|name| load::load(name)).collect::<Result<Vec<_>, _>>()?;
    Trial {
        pattern: args.get_one::<String>("pattern").cloned().unwrap_or_default(),
        except: all("except"),
        only: all("only"),
        unless: all("unless"),
        place: "lexicon try".into(),
    }
    .beside(named)
}
