//! What commands share that explore a corpus: which words, whose, in which form, and a picture.

use super::command::{column, inputs, lexicons, output, rejects, sub};
use super::gather::gather;
use super::output::{Output, write_file};
use super::say::say;
use super::session::Session;
use super::{Failure, Status};
use crate::charts::{png, svg};
use crate::lang::Lang;
use crate::lexicon::{Compiled, Lexicon};
use crate::report::Scored;
use crate::stats::family::Family;
use crate::stats::filter::{Filter, Voices};
use crate::stats::material::View;
use crate::stats::sample::Sample;
use crate::stats::survey::Input;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A print of 800 pixels of width at three times as many.
const PRINT: f32 = 3.0;

/// A command with the arguments that all of them take.
pub fn command(name: &'static str, lang: Lang, fr: &'static str, en: &'static str) -> Command {
    let choice = |name: &'static str, values: &'static [&'static str], default: &'static str, shown: &'static str| {
        Arg::new(name)
            .long(name)
            .value_parser(PossibleValuesParser::new(values))
            .default_value(default)
            .hide_possible_values(true)
            .hide_default_value(true)
            .value_name(shown)
    };
    sub(name, lang, fr, en)
        .arg(inputs(lang))
        .arg(lexicons(lang))
        .arg(
            Arg::new("axis")
                .long("axis")
                .value_name(lang.pick("AXE", "AXIS"))
                .conflicts_with("contrast")
                .help(lang.pick("Les mots d'un seul axe, comme conflit/territoire", "The words of one axis only, as in conflit/territoire")),
        )
        .arg(
            Arg::new("contrast")
                .long("contrast")
                .value_name(lang.pick("CONTRASTE", "CONTRAST"))
                .help(lang.pick("Les mots d'un seul contraste", "The words of one contrast only")),
        )
        .arg(Arg::new("outlet").long("outlet").action(clap::ArgAction::Append).value_name(lang.pick("MÉDIA", "OUTLET")).help(
            lang.pick("Ne prend que les articles de ce média (plusieurs possibles)", "Take only the articles of this outlet (may be repeated)"),
        ))
        .arg(choice("voice", &["outlet", "direct", "indirect", "scare", "unquoted", "all"], "outlet", "outlet|direct|indirect|scare|unquoted|all").help(
            lang.pick(
                "Qui dit les mots comptés : l'article (par défaut), entre guillemets, propos rapportés, guillemets sans locuteur, tout sauf entre guillemets, tous",
                "Who says the words that are counted: the article (default), in quotation marks, reported speech, marks without a speaker, all but quoted, all",
            ),
        ))
        .arg(
            Arg::new("seed")
                .long("seed")
                .value_name("N")
                .value_parser(value_parser!(u64))
                .help(lang.pick("Graine des tirages au sort (1 par défaut)", "Seed of the random draws (default 1)")),
        )
        .arg(choice("format", &["text", "csv", "json"], "text", "text|csv|json").help(lang.pick("text (par défaut), csv ou json", "text (default), csv or json")))
        .arg(
            Arg::new("chart")
                .long("chart")
                .value_name(lang.pick("IMAGE.svg|png", "PICTURE.svg|png"))
                .value_parser(value_parser!(PathBuf))
                .help(lang.pick("Dessine aussi l'image ; il faut nommer un axe ou un contraste", "Draw the picture too; an axis or a contrast must be named")),
        )
        .arg(output(lang, false))
        .arg(column(lang))
        .arg(rejects(lang))
}

/// The form of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Text,
    Csv,
    Json,
}

/// What was read and what is asked for.
pub struct Exploration<'l> {
    pub sample: Sample<'l>,
    pub lexicons: &'l [Lexicon],
    /// Every lexicon that took part, those of actors included.
    pub instrument: &'l Compiled,
    /// The axis or contrast that was named; None for all of them.
    pub named: Option<Family>,
    pub view: View,
    pub seed: u64,
    pub format: Format,
    pub lang: Lang,
}

impl Exploration<'_> {
    /// The families that were asked for, all axes where none was named.
    pub fn families(&self) -> Vec<Family> {
        self.named.map_or_else(|| Family::axes(self.lexicons), |family| vec![family])
    }
}

/// A result, with its picture where there is one.
pub struct Found {
    pub written: String,
    pub svg: Option<String>,
}

/// Reads, explores and writes.
pub fn run(args: &ArgMatches, lang: Lang, explore: impl FnOnce(&Exploration) -> Found) -> Result<Status, Failure> {
    let picture = args.get_one::<PathBuf>("chart");
    check_picture(picture.map(PathBuf::as_path), args, lang)?;
    let mut session = Session::new(args, lang)?;
    let instrument = Arc::clone(&session.instrument.lexicons);
    let named = family(args, instrument.measured(), lang)?;
    let gathered = gather(&mut session, None)?;
    if gathered.is_empty() {
        return session.close();
    }
    let gathered = of_outlets(gathered, args, lang)?;
    let input: Vec<Input> = gathered.iter().map(|s| Input { record: &s.record, text: s.text.as_deref() }).collect();
    let word = |name: &str| args.get_one::<String>(name).map(String::as_str);
    let voices = word("voice").and_then(|name| Voices::try_from(name.to_owned()).ok()).unwrap_or_default();
    let exploration = Exploration {
        sample: Sample::new(&input),
        lexicons: instrument.measured(),
        instrument: &instrument,
        named,
        view: View { filter: Filter { voices, ..Filter::default() }, ..View::default() },
        seed: args.get_one("seed").copied().unwrap_or(1),
        format: match word("format") {
            Some("csv") => Format::Csv,
            Some("json") => Format::Json,
            _ => Format::Text,
        },
        lang,
    };
    let Found { written, svg } = explore(&exploration);
    match (picture, svg) {
        (Some(path), Some(svg)) => draw(path, &svg, lang)?,
        (Some(path), None) => say(lang.pick(
            format!("{} : pas d'image, faute de résultat", path.display()),
            format!("{}: no picture, for want of a result", path.display()),
        )),
        (None, _) => {}
    }
    let mut output = Output::open(args.get_one::<PathBuf>("output"), lang)?;
    output.write(written.as_bytes(), lang)?;
    output.finish(lang)?;
    session.close()
}

/// The articles of the outlets that were named.
fn of_outlets(mut gathered: Vec<Scored<'static>>, args: &ArgMatches, lang: Lang) -> Result<Vec<Scored<'static>>, Failure> {
    let names: Vec<&String> = args.get_many("outlet").into_iter().flatten().collect();
    let known: BTreeSet<String> = gathered.iter().filter_map(|s| s.record.outlet.clone()).collect();
    if let Some(unknown) = names.iter().find(|name| !known.contains(**name)) {
        let known = known.into_iter().collect::<Vec<String>>().join(", ");
        return Err(lang.pick(
            format!("--outlet {unknown} : aucun article de ce média. Médias lus : {known}."),
            format!("--outlet {unknown}: no article of this outlet. Outlets read: {known}."),
        ));
    }
    gathered.retain(|scored| names.is_empty() || scored.record.outlet.as_ref().is_some_and(|outlet| names.contains(&outlet)));
    Ok(gathered)
}

/// Refuses early what could not be drawn.
fn check_picture(path: Option<&Path>, args: &ArgMatches, lang: Lang) -> Result<(), Failure> {
    let Some(path) = path else { return Ok(()) };
    if !matches!(ending(path).as_str(), "svg" | "png") {
        return Err(lang.pick(
            format!("{} : une image se termine par .svg ou .png", path.display()),
            format!("{}: a picture ends in .svg or .png", path.display()),
        ));
    }
    if args.get_one::<String>("axis").is_none() && args.get_one::<String>("contrast").is_none() {
        return Err(lang.pick(
            "--chart : nommez un axe (--axis) ou un contraste (--contrast)".into(),
            "--chart: name an axis (--axis) or a contrast (--contrast)".into(),
        ));
    }
    Ok(())
}

fn ending(path: &Path) -> String {
    path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase()
}

fn draw(path: &Path, drawn: &str, lang: Lang) -> Result<(), Failure> {
    let bytes = match ending(path).as_str() {
        "png" => png::render(drawn, PRINT).map_err(|e| format!("{} : {e}", path.display()))?,
        _ => svg::with_font(drawn).into_bytes(),
    };
    write_file(path, &bytes, lang)
}

/// The axis or contrast of this name.
fn family(args: &ArgMatches, lexicons: &[Lexicon], lang: Lang) -> Result<Option<Family>, Failure> {
    for (option, all) in [("axis", Family::axes(lexicons)), ("contrast", Family::contrasts(lexicons))] {
        let Some(name) = args.get_one::<String>(option) else { continue };
        let found = all.iter().find(|family| family.path(lexicons) == *name || family.id(lexicons) == name);
        return found.copied().map(Some).ok_or_else(|| {
            let known: Vec<String> = all.iter().map(|family| family.path(lexicons)).collect();
            lang.pick(
                format!("--{option} {name} : nom inconnu. Noms connus : {}.", known.join(", ")),
                format!("--{option} {name}: unknown name. Known names: {}.", known.join(", ")),
            )
        });
    }
    Ok(None)
}
