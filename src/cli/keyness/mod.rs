//! `cadrage keyness`: the words that set groups of articles apart.

pub mod args;
mod csv;
mod text;

use super::output::Output;
use super::session::{Session, in_words, with_auxiliaries};
use super::{Failure, Status};
use crate::corpus::{Article, Meta};
use crate::counts::Instrument;
use crate::counts::words::Words;
use crate::lang::Lang;
use crate::lexicon::Purpose;
use crate::links::{Content, copies};
use crate::stats::filter::Voices;
use crate::stats::groups::{Labels, group_labels};
use crate::stats::keyness::{Keyness, Rules, keyness};
use crate::stats::material::Copies;
use crate::stats::plan::takes_genre;
use crate::stats::word_table::WordTable;
use crate::stats::{By, Group};
use crate::text::slips::nearest;
use clap::ArgMatches;
use std::path::PathBuf;

/// Words of meaning of an expression, and words shown for a group.
const LONGEST: u64 = 3;
const TOP: u64 = 20;

/// What is known of an article besides its words.
struct About {
    id: String,
    title: Option<String>,
    outlet: Option<String>,
    author: Option<String>,
    date: Option<String>,
    event: Option<String>,
}

/// Keywords with what their reader must know to read them.
struct Found<'t> {
    keyness: Keyness,
    table: &'t WordTable,
    instrument: &'t Instrument,
    rules: Rules,
    by: By,
    voices: Voices,
    /// Left out: texts of opinion, near-copies.
    opinion: usize,
    copies: usize,
    /// Indices of the groups that are shown.
    shown: Vec<usize>,
    top: usize,
    lang: Lang,
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let number = |name: &str, usual: u64| args.get_one::<u64>(name).copied().unwrap_or(usual);
    let named = |name: &str| args.get_one::<String>(name).map_or("", String::as_str);
    let voices = Voices::try_from(named("voice").to_owned()).unwrap_or_default();
    let by = by(named("by"));
    let usual = Rules::default();
    let rules = Rules {
        least_count: number("min-count", usual.least_count),
        // An article that is compared with others is all there is of it.
        least_articles: number("min-articles", if by == By::Article { 1 } else { usual.least_articles }),
        ..usual
    };
    let lexicons = with_auxiliaries(Vec::new(), |purpose| voices != Voices::All && matches!(purpose, Purpose::Actors | Purpose::Speech));
    let mut session = Session::with(lexicons.map_err(|problems| in_words(&problems, lang))?, args, lang)?;
    let copies = match named("copies") {
        "once" => Copies::Once,
        "without" => Copies::Without,
        _ => Copies::AsFound,
    };
    let read = read(&mut session, voices, number("ngrams", LONGEST) as usize, rules.least_count as u32, copies != Copies::AsFound)?;
    if read.abouts.is_empty() {
        return session.close();
    }
    let mut groups = group_labels(&read.abouts.iter().map(About::labels).collect::<Vec<_>>(), by);
    let left_out = leave_copies_out(&mut groups, &read.contents, copies);
    let shown = shown(args, &groups, lang)?;
    let found = Found {
        keyness: keyness(&read.table, &groups, &rules),
        table: &read.table,
        instrument: &session.instrument,
        rules,
        by,
        voices,
        opinion: read.opinion,
        copies: left_out,
        shown,
        top: number("top", TOP) as usize,
        lang,
    };
    let written = if named("format") == "csv" { csv::write(&found) } else { text::write(&found) };
    let mut output = Output::open(args.get_one::<PathBuf>("output"), lang)?;
    output.write(written.as_bytes(), lang)?;
    output.finish(lang)?;
    session.close()
}

fn by(name: &str) -> By {
    match name {
        "author" => By::Author,
        "month" => By::Date,
        "event" => By::Event,
        "article" => By::Article,
        _ => By::Outlet,
    }
}

impl About {
    fn new(article: Article, title: Option<String>) -> Self {
        let Meta { outlet, author, date, event, .. } = article.meta;
        Self { id: article.id, title, outlet, author, date, event }
    }

    fn labels(&self) -> Labels<'_> {
        Labels {
            id: &self.id,
            title: self.title.as_deref(),
            outlet: self.outlet.as_deref(),
            author: self.author.as_deref(),
            date: self.date.as_deref(),
            event: self.event.as_deref(),
        }
    }
}

/// All that is kept of the articles.
struct Read {
    table: WordTable,
    abouts: Vec<About>,
    /// Only where near-copies are looked for.
    contents: Vec<Content>,
    opinion: usize,
}

fn read(session: &mut Session, voices: Voices, longest: usize, least: u32, with_contents: bool) -> Result<Read, Failure> {
    let mut read = Read { table: WordTable::new(least), abouts: Vec::new(), contents: Vec::new(), opinion: 0 };
    let work = |instrument: &Instrument, article: Article| -> Option<(About, Words, Option<Content>)> {
        if !takes_genre(None, article.meta.genre) {
            return None;
        }
        let (words, title) = instrument.words(&article, longest, |voice| voices.takes(Some(voice)));
        let content = with_contents.then(|| Content::new(&instrument.score(&article), &article.text));
        Some((About::new(article, title), words, content))
    };
    session.each(work, |taken| {
        match taken {
            Some((about, words, content)) => {
                read.table.add(words);
                read.abouts.push(about);
                read.contents.extend(content);
            }
            None => read.opinion += 1,
        }
        Ok(true)
    })?;
    Ok(read)
}

/// Takes near-copies out of the groups: all, or all but the first of each group. How many that are.
fn leave_copies_out(groups: &mut [Group], contents: &[Content], copies: Copies) -> usize {
    if copies == Copies::AsFound {
        return 0;
    }
    let numbers = copies::numbers(&copies::groups(contents), contents.len());
    let mut left_out = 0;
    for group in groups {
        let before = group.articles.len();
        let mut seen = std::collections::BTreeSet::new();
        group.articles.retain(|article| match numbers[*article] {
            Some(number) => copies == Copies::Once && seen.insert(number),
            None => true,
        });
        left_out += before - group.articles.len();
    }
    left_out
}

/// The groups that are shown: all, or the one that was named.
fn shown(args: &ArgMatches, groups: &[Group], lang: Lang) -> Result<Vec<usize>, Failure> {
    let Some(name) = args.get_one::<String>("group") else { return Ok((0..groups.len()).collect()) };
    if let Some(at) = groups.iter().position(|group| group.name.to_lowercase() == name.to_lowercase()) {
        return Ok(vec![at]);
    }
    let near = nearest(name, groups.iter().map(|group| &*group.name), 3);
    let known: Vec<&str> = if near.is_empty() { groups.iter().map(|group| &*group.name).take(20).collect() } else { near };
    let known = known.join(", ");
    Err(lang.pick(
        format!("--group {name} : aucun groupe de ce nom\n    conseil : {known}"),
        format!("--group {name}: no group of that name\n    hint: {known}"),
    ))
}
