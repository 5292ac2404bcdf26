//! What a concordance is of: a pattern, or something that the lexicons measure.

use super::args::SELECTORS;
use crate::cli::Failure;
use crate::counts::concordance::Selection;
use crate::lang::Lang;
use crate::lexicon::{Axis, Lexicon, Purpose, trial};
use crate::report::words::quoted;
use crate::text::slips::nearest;
use clap::ArgMatches;

/// The selector on the command line with its value; None where a pattern is asked for.
pub fn given(args: &ArgMatches) -> Option<(&'static str, &str)> {
    SELECTORS.into_iter().find_map(|name| Some((name, args.get_one::<String>(name)?.as_str())))
}

/// The hits of a pattern that is tried.
pub fn of_pattern() -> Selection {
    Selection::Hits { lexicon: Some(trial::ID.into()), axis: None, pole: None, marker: None }
}

/// What a selector stands for, where the lexicons know it.
pub fn of_lexicons(selector: &str, value: &str, lexicons: &[Lexicon], lang: Lang) -> Result<Selection, Failure> {
    let (before, name) = match value.rsplit_once('/') {
        Some((before, name)) => (Some(before), name),
        None => (None, value),
    };
    let mut known = Vec::new();
    for lexicon in lexicons {
        for axis in lexicon.axes.iter().filter(|axis| is_counted(selector, lexicon, axis)) {
            let within = format!("{}/{}", lexicon.identity.id, axis.id);
            let names: Vec<&str> = match selector {
                "axis" => vec![&axis.id],
                "marker" => axis.markers.iter().map(|marker| &*marker.name).collect(),
                _ => axis.poles.iter().filter(|pole| pole.effects.is_empty()).map(|pole| &*pole.id).collect(),
            };
            // An axis stands in its lexicon; a pole in its axis, which may be named alone or with the lexicon.
            let is_within =
                |before: &str| if selector == "axis" { before == lexicon.identity.id } else { before == axis.id || before == within };
            if selector != "role" && names.contains(&name) && before.is_none_or(is_within) {
                let one = |wanted: &str| (selector == wanted).then(|| name.to_owned());
                let axis = if selector == "axis" { Some(name.to_owned()) } else { before.map(|_| axis.id.clone()) };
                let lexicon = before.filter(|before| *before != axis.as_deref().unwrap_or_default()).map(|_| lexicon.identity.id.clone());
                return Ok(Selection::Hits { lexicon, axis, pole: one("pole"), marker: one("marker") });
            }
            if selector == "role" && names.contains(&name) {
                return Ok(Selection::Roles { role: name.into(), actor: before.map(str::to_owned) });
            }
            known.extend(names.into_iter().map(str::to_owned));
        }
    }
    Err(unknown(selector, name, value, known, lang))
}

/// What a selector stands for as readers call it: "sujet « Un lieu change de mains »".
pub fn in_words(selector: &str, value: &str, lexicons: &[Lexicon], lang: Lang) -> String {
    let name = value.rsplit_once('/').map_or(value, |(_, name)| name);
    let axes = || lexicons.iter().flat_map(|lexicon| lexicon.axes.iter().filter(move |axis| is_counted(selector, lexicon, axis)));
    let title = match selector {
        "axis" => axes().find(|axis| axis.id == name).map(|axis| &axis.title),
        "marker" => None,
        _ => axes().flat_map(|axis| &axis.poles).find(|pole| pole.id == name).map(|pole| &pole.word),
    };
    let kind = match selector {
        "axis" => lang.pick("sujet", "subject"),
        "role" => lang.pick("rôle", "part"),
        "pole" => lang.pick("mot et sa famille", "word and its family"),
        _ => lang.pick("mot", "word"),
    };
    format!("{kind} {}", quoted(title.map_or(name, |title| title.in_lang(lang)), lang))
}

/// Roles are the poles of lexicons of roles; everything else is what is counted.
fn is_counted(selector: &str, lexicon: &Lexicon, axis: &Axis) -> bool {
    match lexicon.identity.purpose {
        Purpose::Roles => selector == "role",
        Purpose::Markers => selector != "role",
        Purpose::Actors | Purpose::Speech => selector != "role" && axis.counted,
    }
}

fn unknown(selector: &str, name: &str, value: &str, mut known: Vec<String>, lang: Lang) -> Failure {
    known.sort();
    known.dedup();
    let near = nearest(name, known.iter().map(String::as_str), 3).join(", ");
    let known = known.join(", ");
    let hint = match (near.is_empty(), selector) {
        (false, _) => lang.pick(format!("vouliez-vous dire : {near} ?"), format!("did you mean: {near}?")),
        (true, "marker") => lang.pick("voyez cadrage lexicon show NOM".into(), "see cadrage lexicon show NAME".into()),
        (true, _) => lang.pick(format!("possibles : {known}"), format!("possible: {known}")),
    };
    lang.pick(
        format!("--{selector} {value} : rien de ce nom dans les lexiques employés\n    conseil : {hint}"),
        format!("--{selector} {value}: nothing of that name in the lexicons in use\n    hint: {hint}"),
    )
}
