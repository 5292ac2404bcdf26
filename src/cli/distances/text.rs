//! Distances in words, for the terminal.

use super::super::explore::Exploration;
use crate::report::distances::{Spread, refused};
use crate::report::findings::whose;
use crate::report::words::articles;
use crate::stats::distances::Refusal;
use crate::stats::family::Family;

pub fn write(exploration: &Exploration, spreads: &[(Family, Result<Spread, Refusal>)]) -> String {
    let lang = exploration.lang;
    let read = articles(exploration.sample.articles.len() as u64, lang);
    let mut lines = vec![lang.pick(format!("{read}. Graine {}.", exploration.seed), format!("{read}. Seed {}.", exploration.seed))];
    lines.push(whose(exploration.view.filter.voices, lang).into());
    lines.push(lang.pick(
        "De 0 (mêmes mots dans les mêmes proportions) à 1 (aucun mot en commun). Avec peu d'articles, le hasard seul éloigne déjà : lisez l'excès.".into(),
        "From 0 (same words in the same proportions) to 1 (no word in common). With few articles chance alone already sets apart: read the excess.".into(),
    ));
    for (family, spread) in spreads {
        lines.push(String::new());
        lines.push(format!("{} ({})", family.title(exploration.lexicons, lang), family.path(exploration.lexicons)));
        match spread {
            Err(refusal) => lines.push(format!("  {}", refused(*refusal, lang))),
            Ok(spread) => {
                lines.push(format!("  {}", spread.basis()));
                lines.extend(spread.pairs().into_iter().map(|pair| format!("  {}", spread.pair(pair))));
                lines.extend(spread.groups().iter().map(|group| format!("  → {}", spread.group(group))));
            }
        }
    }
    lines.join("\n") + "\n"
}
