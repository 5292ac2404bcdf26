//! `cadrage lexicon list|show|check|new|try`.

pub mod args;
mod check;
mod concordance;
mod new;
mod r#try;

use super::session::in_words;
use super::{Failure, Status};
use crate::lang::Lang;
use crate::lexicon::{Lexicon, load};
use clap::ArgMatches;
use std::io::{self, Write};

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    match args.subcommand() {
        Some(("list", _)) => list(lang),
        Some(("show", args)) => show(args, lang),
        Some(("check", args)) => check::run(args, lang),
        Some(("new", args)) => new::run(args, lang),
        Some(("try", args)) => r#try::run(args, lang),
        _ => Ok(Status::Nothing),
    }
}

fn print(text: &str) -> Status {
    // A closed pipe is no error: whoever read has seen enough.
    let _ = io::stdout().write_all(text.as_bytes());
    Status::Done
}

fn read(name: &str, lang: Lang) -> Result<Lexicon, Failure> {
    load::load(name).map_err(|problems| in_words(&problems, lang))
}

fn list(lang: Lang) -> Result<Status, Failure> {
    let mut text = String::new();
    for name in load::names() {
        let lexicon = read(name, lang)?;
        let identity = &lexicon.identity;
        let markers: usize = lexicon.axes.iter().map(|a| a.markers.len()).sum();
        text += &format!(
            "{} {} — {}\n    {}\n    {}\n",
            identity.id,
            identity.version,
            identity.title.in_lang(lang),
            identity.description.in_lang(lang),
            lang.pick(
                format!(
                    "{} axes, {markers} marqueurs, {} contrastes ; licence {}",
                    lexicon.axes.len(),
                    lexicon.contrasts.len(),
                    identity.licence
                ),
                format!(
                    "{} axes, {markers} markers, {} contrasts; licence {}",
                    lexicon.axes.len(),
                    lexicon.contrasts.len(),
                    identity.licence
                ),
            )
        );
    }
    Ok(print(&text))
}

fn show(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let name = args.get_one::<String>("lexicon").map(String::as_str).unwrap_or_default();
    let lexicon = read(name, lang)?;
    let mut text = format!("{} {}\nsha256 {}\n", lexicon.identity.id, lexicon.identity.version, lexicon.sha256);
    for axis in &lexicon.axes {
        text += &format!("\n{} — {}\n{}\n", axis.id, axis.title.in_lang(lang), axis.question.in_lang(lang));
        for pole in &axis.poles {
            text += &format!("  {} « {} »\n", pole.id, pole.word.in_lang(lang));
            for marker in axis.markers.iter().filter(|m| m.pole == pole.id) {
                let patterns: Vec<&str> = marker.patterns.iter().map(|p| &*p.text).collect();
                text += &format!("    {} : {}\n", marker.name, patterns.join(" | "));
            }
        }
    }
    for contrast in &lexicon.contrasts {
        let sides: Vec<String> = contrast.members.iter().map(|m| format!("« {} »", m.label.in_lang(lang))).collect();
        text += &format!("\n{} — {}\n  {}\n", contrast.id, contrast.title.in_lang(lang), sides.join(" / "));
    }
    Ok(print(&text))
}
