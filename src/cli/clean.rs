//! `cadrage clean`: shows the zones of pages, or learns what outlets' pages repeat.

use super::output::{self, Output};
use super::say::say;
use super::session::Session;
use super::{Failure, Status, cleaning, command};
use crate::corpus::Article;
use crate::lang::Lang;
use crate::span::Span;
use crate::text::offsets::CodePoints;
use crate::zones::{Learner, Zone, ZoneKind};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde::Serialize;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

pub fn args(lang: Lang) -> Command {
    command::sub("clean", lang, "Montre ce qui est l'article et ce qui est mis de côté", "Shows what is the article and what is set aside")
        .arg(command::inputs(lang))
        .arg(command::column(lang))
        .args(cleaning::args(lang))
        .arg(
            Arg::new("learn")
                .long("learn")
                .alias("apprendre")
                .action(ArgAction::SetTrue)
                .conflicts_with_all(["keep-all", "profile", "format"])
                .help(lang.pick(
                    "Apprend de nombreux articles ce que les pages de chaque média répètent, et l'écrit (TOML, à relire)",
                    "Learn from many articles what each outlet's pages repeat, and write it (TOML, to be looked over)",
                )),
        )
        .arg(
            Arg::new("min-articles")
                .long("min-articles")
                .value_name("N")
                .value_parser(value_parser!(u32).range(2..))
                .default_value("5")
                .hide_default_value(true)
                .help(lang.pick(
                    "Avec --learn : rien n'est appris d'un média qui a moins d'articles (5)",
                    "With --learn: nothing is learnt of an outlet with fewer articles (5)",
                )),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_parser(PossibleValuesParser::new(["text", "jsonl"]))
                .default_value("text")
                .hide_possible_values(true)
                .hide_default_value(true)
                .value_name("text|jsonl")
                .help(lang.pick(
                    "text (par défaut), en couleurs dans un terminal ; jsonl : une ligne par article",
                    "text (default), in colour on a terminal; jsonl: a line an article",
                )),
        )
        .arg(command::output(lang, false))
        .arg(command::rejects(lang))
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let session = Session::with(Vec::new(), args, lang)?;
    let path = output::named(args);
    if args.get_flag("learn") {
        let minimum = args.get_one::<u32>("min-articles").map_or(2, |n| *n as usize);
        return learn(session, minimum, path, lang);
    }
    let json = args.get_one::<String>("format").is_some_and(|format| format == "jsonl");
    let colour = path.is_none() && io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    show(session, path, json, Style { colour, lang }, lang)
}

fn show(mut session: Session, path: Option<&PathBuf>, json: bool, style: Style, lang: Lang) -> Result<Status, Failure> {
    let mut output = Output::open(path, lang)?;
    let mut open = true;
    session.each(
        |instrument, article| {
            let zones = instrument.cleaner.find(&article);
            if json { as_json(&article, &zones) } else { style.page(&article, &zones) }
        },
        |page| {
            open = output.write(page.as_bytes(), lang)?;
            Ok(open)
        },
    )?;
    if session.scored > 0 || path.is_none() {
        output.finish(lang)?;
    }
    session.close()
}

fn learn(mut session: Session, minimum: usize, path: Option<&PathBuf>, lang: Lang) -> Result<Status, Failure> {
    let mut learner = Learner::new(minimum);
    session.each(
        |instrument, article| (instrument.cleaner.find(&article), article),
        |(zones, article)| {
            learner.add(&article, &zones);
            Ok(true)
        },
    )?;
    if learner.nameless > 0 {
        let n = learner.nameless;
        say(lang.pick(
            format!("{n} articles sans média : rien n'en est appris ; donnez le média par un dossier ou par manifest.csv"),
            format!("{n} articles without an outlet: nothing is learnt from them; name the outlet by a folder or by manifest.csv"),
        ));
    }
    let (profile, few) = learner.finish();
    for (outlet, n) in few {
        say(lang.pick(
            format!("{outlet} : {n} articles, moins que {minimum} ; rien n'en est appris (--min-articles pour en demander moins)"),
            format!("{outlet}: {n} articles, fewer than {minimum}; nothing is learnt (--min-articles to ask for fewer)"),
        ));
    }
    let mut output = Output::open(path, lang)?;
    output.write(lang.pick(HEAD_FR, HEAD_EN).as_bytes(), lang)?;
    output.write(profile.to_toml().as_bytes(), lang)?;
    output.finish(lang)?;
    session.close()
}

const HEAD_FR: &str = "# Ce que les pages de chaque média répètent : lignes entières, débuts et fins de lignes. Relisez, retirez ce qui appartient aux articles.\n# Emploi : cadrage score ARTICLES --profile CE_FICHIER\n";
const HEAD_EN: &str = "# What each outlet's pages repeat: whole lines, beginnings and ends of lines. Look it over, take out what belongs to the articles.\n# Use: cadrage score ARTICLES --profile THIS_FILE\n";

/// A stretch of an article in one zone.
#[derive(Serialize)]
struct Part<'t> {
    kind: ZoneKind,
    start: usize,
    end: usize,
    text: &'t str,
}

#[derive(Serialize)]
struct Page<'t> {
    id: &'t str,
    path: &'t str,
    outlet: Option<&'t str>,
    date: Option<&'t str>,
    title: Option<&'t str>,
    author: Option<&'t str>,
    url: Option<&'t str>,
    zones: Vec<Part<'t>>,
    left_out: &'t [String],
}

/// The article cut into its zones, body included.
fn parts<'t>(text: &'t str, zones: &[Zone]) -> Vec<(ZoneKind, usize, &'t str)> {
    let mut parts = Vec::new();
    let mut at = 0;
    for zone in zones {
        parts.push((ZoneKind::Body, at, &text[at..zone.span.start]));
        parts.push((zone.kind, zone.span.start, zone.span.of(text)));
        at = zone.span.end;
    }
    parts.push((ZoneKind::Body, at, &text[at..]));
    parts.retain(|(_, _, part)| !part.trim().is_empty());
    parts
}

fn as_json(article: &Article, zones: &[Zone]) -> String {
    let points = CodePoints::new(&article.text);
    let zones = parts(&article.text, zones)
        .into_iter()
        .map(|(kind, start, text)| {
            let start = start + (text.len() - text.trim_start().len());
            let text = text.trim();
            Part { kind, start: points.at(start), end: points.at(start + text.len()), text }
        })
        .collect();
    let meta = &article.meta;
    let page = Page {
        id: &article.id,
        path: &article.path,
        outlet: meta.outlet.as_deref(),
        date: meta.date.as_deref(),
        title: meta.title.as_deref(),
        author: meta.author.as_deref(),
        url: meta.url.as_deref(),
        zones,
        left_out: &article.left_out,
    };
    serde_json::to_string(&page).unwrap_or_default() + "\n"
}

/// How pages are shown.
#[derive(Clone, Copy)]
struct Style {
    colour: bool,
    lang: Lang,
}

impl Style {
    /// Every line with its number, which `manifest.csv` can name, and its zone.
    fn page(self, article: &Article, zones: &[Zone]) -> String {
        let lang = self.lang;
        let text = &*article.text;
        let mut out = self.paint("1", &format!("== {}\n", article.path));
        for (number, line) in crate::zones::lines(text).enumerate() {
            let Span { start, end } = line;
            let inside: Vec<&Zone> = zones.iter().filter(|z| z.span.start < end && start < z.span.end).collect();
            let whole = inside
                .first()
                .filter(|zone| inside.len() == 1 && line.of(text).trim().len() <= zone.span.end.min(end) - zone.span.start.max(start));
            let kind = whole.map_or(ZoneKind::Body, |zone| zone.kind);
            let mut shown = String::new();
            let mut at = start;
            // Prompts inside the line stand in brackets of their own.
            for zone in inside.iter().filter(|_| whole.is_none()) {
                shown += &text[at..zone.span.start];
                shown += &self.paint(colour(zone.kind), &format!("⟦{}⟧", zone.span.of(text)));
                at = zone.span.end;
            }
            shown += &self.paint(colour(kind), &text[at..end]);
            out += &format!("{:>4} {:10} {shown}\n", number + 1, if line.of(text).trim().is_empty() { "" } else { name(kind, lang) });
        }
        let words: usize = article.left_out.iter().map(|part| part.split_whitespace().count()).sum();
        if words > 0 {
            let head = lang.pick(
                format!("Laissé de côté à l'extraction de la page ({words} mots) :"),
                format!("Left out when the page was extracted ({words} words):"),
            );
            out += &format!("{head}\n");
            for part in &article.left_out {
                out += &self.paint(colour(ZoneKind::Boilerplate), &format!("     - {part}\n"));
            }
        }
        out
    }

    fn paint(self, code: &str, text: &str) -> String {
        if self.colour && !code.is_empty() && !text.trim().is_empty() { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// Bold title, cyan standfirst, yellow legends, grey boilerplate.
fn colour(kind: ZoneKind) -> &'static str {
    match kind {
        ZoneKind::Title => "1",
        ZoneKind::Lead => "36",
        ZoneKind::Caption => "33",
        ZoneKind::Boilerplate => "90",
        ZoneKind::Body => "",
    }
}

fn name(kind: ZoneKind, lang: Lang) -> &'static str {
    match kind {
        ZoneKind::Title => lang.pick("titre", "title"),
        ZoneKind::Lead => lang.pick("chapeau", "standfirst"),
        ZoneKind::Caption => lang.pick("légende", "caption"),
        ZoneKind::Boilerplate => lang.pick("de côté", "set aside"),
        ZoneKind::Body => lang.pick("corps", "body"),
    }
}
