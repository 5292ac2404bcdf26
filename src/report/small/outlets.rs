//! So many articles are not so many outlets.

use super::articles;
use super::observation::Observation;
use crate::counts::Record;
use crate::report::Corpus;
use crate::report::words::{articles as articles_word, counted};
use crate::text::normal::{name_key, sort_key};
use maud::html;
use std::collections::BTreeMap;

/// The outlet, where somebody knows it: manifests write "inconnu" or "non identifié".
pub fn known<'r>(record: &'r Record) -> Option<&'r str> {
    let name = record.outlet.as_deref()?;
    let plain = sort_key(name);
    let is_unknown = ["inconnu", "non identifi", "unknown", "unidentified"].iter().any(|word| plain.starts_with(word));
    (!is_unknown).then_some(name)
}

/// How many outlets these articles are, and what follows from it.
/// None of a single article.
pub fn observation(corpus: &Corpus) -> Option<Observation> {
    let lang = corpus.lang;
    let mut outlets: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for (at, scored) in corpus.articles.iter().enumerate() {
        match known(&scored.record) {
            Some(outlet) => outlets.entry(outlet).or_default().push(at),
            None => unknown.push(at),
        }
    }
    let n = corpus.articles.len() as u64;
    if n < 2 {
        return None;
    }
    let k = outlets.len() as u64;
    let outlet_word = |k: u64| counted(k, ("média", "outlet"), ("médias", "outlets"), lang);
    let mut named: Vec<(&&str, &Vec<usize>)> = outlets.iter().collect();
    named.sort_by_cached_key(|(outlet, _)| name_key(outlet));
    let mut said: Vec<_> = named
        .into_iter()
        .map(|(outlet, of)| html! { strong { (outlet) } (lang.pick("\u{a0}: ", ": ")) (articles::named(corpus, of)) })
        .collect();
    if !unknown.is_empty() {
        said.push(html! { (lang.pick("Média inconnu\u{a0}: ", "Outlet unknown: ")) (articles::named(corpus, &unknown)) });
    }
    let (all, known) = (articles_word(n, lang), outlet_word(k));
    let heading = match outlets.values().any(|of| of.len() > 1) {
        true => lang.pick(format!("{all} ne sont pas {}", outlet_word(n)), format!("{all} are not {}", outlet_word(n))),
        false if k == n => lang.pick(format!("{all}, {known} : un seul texte de chacun"), format!("{all}, {known}: one text of each")),
        false => lang.pick(format!("{all}, {known} dont on connaît le nom"), format!("{all}, {known} known by name")),
    };
    Some(Observation {
        heading: html! { (heading) },
        said,
        evidence: Vec::new(),
        cannot: lang.pick(
            "Ces articles n'ont pas été tirés au sort, et un article n'est pas tout un média : aucun de ces nombres ne dit ce que tel média écrit d'habitude.".into(),
            "These articles were not drawn at random, and one article is not a whole outlet: none of these numbers tells what an outlet usually writes.".into(),
        ),
        question: lang.pick(
            "Quels articles faudrait-il lire encore, de qui et sur quel jour, pour comparer ces médias ?".into(),
            "Which further articles would have to be read, by whom and on which day, to compare these outlets?".into(),
        ),
    })
}
