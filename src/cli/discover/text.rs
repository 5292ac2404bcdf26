//! The candidates for a terminal: a word, why it is proposed, who uses it, three lines.

use super::Found;
use super::candidate::Candidate;
use crate::charts::number::decimal;
use crate::counts::candidates::Named;
use crate::counts::slots::Relation;
use crate::lang::Lang;
use crate::report::words::{articles, counted, quoted};
use crate::text::window;

/// Columns of context beside a word.
const CONTEXT: usize = 40;

pub fn write(found: &Found) -> String {
    let (lang, read) = (found.lang, found.read);
    let passages = counted(read.passages as u64, ("passage", "passage"), ("passages", "passages"), lang);
    let mut lines = vec![lang.pick(
        format!("{} : {passages} dans {} sur {}", found.model.name, articles(read.present as u64, lang), read.articles.len()),
        format!("{}: {passages} in {} of {}", found.model.name, read.present, articles(read.articles.len() as u64, lang)),
    )];
    if found.candidates.is_empty() {
        lines.push(lang.pick(
            "Aucun mot ne se trouve assez souvent aux mêmes places. Ajoutez des articles, ou baissez --min-count.".into(),
            "No word stands often enough in the same places. Add articles, or lower --min-count.".into(),
        ));
    }
    for (number, candidate) in found.candidates.iter().enumerate() {
        lines.push(String::new());
        lines.extend(one(found, number + 1, candidate));
    }
    lines.push(String::new());
    lines.push(lang.pick(
        "Une place partagée n'est pas un sens partagé : lisez les lignes. Pour garder un mot : --accept MOT --into DOSSIER".into(),
        "A shared place is no shared sense: read the lines. To keep a word: --accept WORD --into FOLDER".into(),
    ));
    lines.join("\n") + "\n"
}

fn one(found: &Found, number: usize, candidate: &Candidate) -> Vec<String> {
    let lang = found.lang;
    let outlets: Vec<String> = candidate.outlets.iter().map(|(name, n)| format!("{name} {n}")).collect();
    let times = counted(candidate.count as u64, ("fois", "time"), ("fois", "times"), lang);
    let mut lines = vec![format!(
        "{number}. {}  {}  {times}, {} ({})",
        candidate.form,
        decimal(candidate.score, 2, lang),
        articles(candidate.articles as u64, lang),
        outlets.join(", ")
    )];
    if let Some(((axis, pole), n)) = &candidate.taken {
        lines.push(lang.pick(
            format!("   déjà dans {axis}/{pole} : {n} sur {}", candidate.count),
            format!("   already in {axis}/{pole}: {n} of {}", candidate.count),
        ));
    }
    let places: Vec<String> = candidate.places.iter().map(|place| place_in_words(place, lang)).collect();
    lines.push(format!("   {}{}", lang.pick("mêmes places : ", "same places: "), places.join(" ; ")));
    lines.extend(candidate.lines.iter().map(|(article, seen)| {
        let article = &found.read.articles[*article];
        format!(
            "   {} [{}]{}  {}",
            window::right_aligned(seen.left.trim_start(), CONTEXT),
            seen.found,
            seen.right,
            window::one_line(article.meta.outlet.as_deref().unwrap_or(&article.id))
        )
    }));
    lines
}

/// "objet de « bombarder »"
pub fn place_in_words((_, relation, word, other): &Named, lang: Lang) -> String {
    let word = quoted(word, lang);
    let other = other.as_deref().map(|other| quoted(other, lang)).unwrap_or_default();
    match relation {
        Relation::After => lang.pick(format!("après {word}"), format!("after {word}")),
        Relation::Before => lang.pick(format!("avant {word}"), format!("before {word}")),
        Relation::Between => lang.pick(format!("entre {word} et {other}"), format!("between {word} and {other}")),
        Relation::Qualifies => lang.pick(format!("qualifie {word}"), format!("qualifies {word}")),
        Relation::QualifiedBy => lang.pick(format!("qualifié par {word}"), format!("qualified by {word}")),
        Relation::Completes => lang.pick(format!("complément de {word}"), format!("complement of {word}")),
        Relation::CompletedBy => lang.pick(format!("complété par {word}"), format!("completed by {word}")),
        Relation::ObjectOf => lang.pick(format!("objet de {word}"), format!("object of {word}")),
        Relation::HasObject => lang.pick(format!("a pour objet {word}"), format!("has {word} as object")),
        Relation::SubjectOf => lang.pick(format!("sujet de {word}"), format!("subject of {word}")),
        Relation::HasSubject => lang.pick(format!("a pour sujet {word}"), format!("has {word} as subject")),
    }
}
