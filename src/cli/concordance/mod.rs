//! `cadrage concordance`: every passage of a pattern, or of what the lexicons measure, between its neighbours.

pub mod args;
mod csv;
mod html;
pub mod select;
mod text;

use super::output::Output;
use super::session::{Session, in_words, with_auxiliaries};
use super::{Failure, Status};
use crate::cli::say::say;
use crate::counts::Instrument;
use crate::counts::concordance::{Line, Order, Selection, lines};
use crate::lang::Lang;
use crate::lexicon::pattern::{self, Node, WordTest};
use crate::lexicon::trial::Trial;
use crate::lexicon::{Lexicon, Problems, Purpose, load};
use crate::report::words::quoted;
use crate::text::slips::nearest;
use clap::ArgMatches;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Characters of context in a terminal, and where lines may be longer.
const NARROW: u16 = 40;
const WIDE: u16 = 90;
/// Words that are proposed where nothing was found.
const NEAREST: usize = 5;

/// An article, as far as its lines show it.
struct About {
    id: String,
    outlet: Option<String>,
    date: Option<String>,
    title: Option<String>,
}

/// The passages in the order in which they are shown.
struct Concordance {
    /// What was looked up, as the user wrote it.
    query: String,
    /// What was looked up, in words.
    about: String,
    /// Those with a passage, in input order.
    articles: Vec<About>,
    /// Index into `articles`, with the line.
    lines: Vec<(usize, Line)>,
    /// Articles read, and those of each outlet.
    read: usize,
    read_by_outlet: BTreeMap<String, usize>,
    columns: usize,
    lang: Lang,
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let mut inputs: Vec<PathBuf> = args.get_many::<PathBuf>("inputs").into_iter().flatten().cloned().collect();
    let selector = select::given(args);
    let query = match selector {
        Some((name, value)) => format!("--{name} {value}"),
        None if inputs.len() > 1 => inputs.remove(0).to_string_lossy().into_owned(),
        None => return Err(nothing_to_read(lang)),
    };
    let (mut session, selection, about) = match selector {
        None => {
            let lexicons = of_pattern(&query, args).map_err(|problems| in_words(&problems, lang))?;
            (Session::with(lexicons, args, lang)?, select::of_pattern(), quoted(&query, lang))
        }
        Some((name, value)) => {
            let session = Session::new(args, lang)?;
            let selection = select::of_lexicons(name, value, &session.instrument.lexicons.lexicons, lang)?;
            let about = select::in_words(name, value, &session.instrument.lexicons.lexicons, lang);
            (session, selection, about)
        }
    };
    session.inputs = inputs;
    let format = args.get_one::<String>("format").map_or("text", String::as_str);
    let usual = if format == "text" { NARROW } else { WIDE };
    let columns = usize::from(args.get_one::<u16>("context").copied().unwrap_or(usual));
    let concordance = Concordance { about, ..read(&mut session, query, &selection, order(args), columns, lang)? };
    let written = match format {
        "csv" => csv::write(&concordance),
        "html" => html::write(&concordance),
        _ => text::write(&concordance),
    };
    if concordance.lines.is_empty() && session.scored > 0 {
        say(nothing_found(&concordance.query, selector.is_none(), &session.instrument, lang));
    }
    let path = args.get_one::<PathBuf>("output");
    let mut output = Output::open(path, lang)?;
    output.write(written.as_bytes(), lang)?;
    output.finish(lang)?;
    session.close()
}

fn read(
    session: &mut Session,
    query: String,
    selection: &Selection,
    order: Order,
    columns: usize,
    lang: Lang,
) -> Result<Concordance, Failure> {
    let mut concordance = Concordance {
        query,
        about: String::new(),
        articles: Vec::new(),
        lines: Vec::new(),
        read: 0,
        read_by_outlet: BTreeMap::new(),
        columns,
        lang,
    };
    session.each(
        |instrument, article| {
            let record = instrument.score(&article);
            let lines = lines(&record, &article.text, selection, columns);
            (About { id: record.id, outlet: record.outlet, date: record.date, title: record.title }, lines)
        },
        |(about, lines)| {
            concordance.read += 1;
            if let Some(outlet) = &about.outlet {
                *concordance.read_by_outlet.entry(outlet.clone()).or_default() += 1;
            }
            if !lines.is_empty() {
                let article = concordance.articles.len();
                concordance.lines.extend(lines.into_iter().map(|line| (article, line)));
                concordance.articles.push(about);
            }
            Ok(true)
        },
    )?;
    let articles = &concordance.articles;
    concordance
        .lines
        .sort_by_cached_key(|(article, line)| order.key(line, articles[*article].outlet.as_deref(), articles[*article].date.as_deref()));
    Ok(concordance)
}

fn order(args: &ArgMatches) -> Order {
    match args.get_one::<String>("sort").map(String::as_str) {
        Some("left") => Order::Left,
        Some("right") => Order::Right,
        Some("outlet") => Order::Outlet,
        Some("date") => Order::Date,
        Some("voice") => Order::Voice,
        _ => Order::Found,
    }
}

/// The pattern as a lexicon, with what its classes and references need, and what says who speaks.
fn of_pattern(query: &str, args: &ArgMatches) -> Result<Vec<Lexicon>, Problems> {
    let named = args.get_many::<String>("lexicon").into_iter().flatten();
    let named = named.map(|name| load::load(name)).collect::<Result<Vec<_>, _>>()?;
    let lexicons = Trial { pattern: query.to_owned(), place: "concordance".into(), ..Trial::default() }.beside(named)?;
    with_auxiliaries(lexicons, |purpose| matches!(purpose, Purpose::Actors | Purpose::Speech))
}

fn nothing_to_read(lang: Lang) -> Failure {
    lang.pick(
        "cadrage concordance : il manque les articles (MOTIF ARTICLES…), ou le motif\n    exemple : cadrage concordance \"reprise de @lieux\" articles/".into(),
        "cadrage concordance: the articles are missing (PATTERN ARTICLES…), or the pattern\n    example: cadrage concordance \"reprise de @lieux\" articles/".into(),
    )
}

/// Nothing was found; with the words of the articles that look most like those of the pattern.
fn nothing_found(query: &str, is_pattern: bool, instrument: &Instrument, lang: Lang) -> String {
    let said = lang.pick(format!("aucun passage : {query}"), format!("no passage: {query}"));
    let mut wanted = Vec::new();
    if is_pattern && let Ok(node) = pattern::parse(query) {
        words_of(&node, &mut wanted);
    }
    let spellings: BTreeSet<&str> = instrument.spellings().collect();
    let near: Vec<String> = wanted
        .iter()
        .filter(|word| !spellings.contains(&***word))
        .filter_map(|word| {
            let near = nearest(word, spellings.iter().copied(), NEAREST);
            (!near.is_empty()).then(|| format!("{word} → {}", near.join(", ")))
        })
        .collect();
    if near.is_empty() {
        return said;
    }
    let near = near.join(" ; ");
    lang.pick(
        format!("{said}\n    conseil : mots proches dans ces articles : {near}"),
        format!("{said}\n    hint: similar words in these articles: {near}"),
    )
}

/// The words that a pattern names.
fn words_of(node: &Node, words: &mut Vec<String>) {
    match node {
        Node::Word(WordTest::Lemma { lemma, .. }) => words.push(lemma.clone()),
        Node::Word(WordTest::Exact(word) | WordTest::Stem(word)) => words.push(word.clone()),
        Node::Sequence(parts) | Node::Alternatives(parts) => parts.iter().for_each(|part| words_of(part, words)),
        Node::Optional(inner) | Node::Slot(_, inner) => words_of(inner, words),
        _ => {}
    }
}
