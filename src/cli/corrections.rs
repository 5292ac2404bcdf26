//! `--corrections LIST`: reads what readers put right, and names what no longer finds its hit.

use super::say::say;
use super::{Failure, cannot_read};
use crate::counts::corrections::{Correction, Corrections, apply};
use crate::lang::Lang;
use crate::report::Scored;
use std::path::Path;

/// Puts the articles right; returns the corrections that were used and how many were not.
pub fn correct(articles: &mut [Scored], file: &Path, lang: Lang) -> Result<(Vec<Correction>, usize), Failure> {
    let name = file.display().to_string();
    let json = std::fs::read_to_string(file).map_err(|error| cannot_read(&name, &error, lang))?;
    let list = Corrections::parse(&json).map_err(|error| {
        lang.pick(
            format!(
                "{name}, ligne {} : ce n'est pas une liste de corrections du rapport ({error}) ; enregistrez-la de nouveau depuis la page",
                error.line()
            ),
            format!("{name}, line {}: this is no list of corrections of the report ({error}); save it again from the page", error.line()),
        )
    })?;
    let (done, stale) = apply(articles.iter_mut().map(|scored| &mut scored.record), list.corrections);
    for correction in &stale {
        let Correction { article, text, start, .. } = correction;
        say(
            lang.pick(
                format!("{name} : correction sans objet : « {text} » ({article}, caractère {start}) n'est plus relevé là ; le texte ou le lexique a changé"),
                format!("{name}: correction without object: “{text}” ({article}, character {start}) is no longer found there; the text or the lexicon has changed"),
            )
        );
    }
    Ok((done, stale.len()))
}
