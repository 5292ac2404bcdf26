//! What larger corpora are explored by: maps, distances, time, who is named with what.

use super::cooccurrence::Together;
use super::distances::Spread;
use super::map::Mapped;
use super::pictures::{Picture, Place};
use super::timeline::Followed;
use super::words::counted;
use super::{Corpus, Scored};
use crate::lang::Lang;
use crate::lexicon::Compiled;
use crate::stats::cooccurrence;
use crate::stats::distances;
use crate::stats::family::Family;
use crate::stats::map;
use crate::stats::sample::Sample;
use crate::stats::survey::{Input, Survey};
use crate::stats::timeline::{self, Division, Words};
use maud::{Markup, html};

/// Each with its figures, or why there are none. All empty for a handful of articles side by side.
#[derive(Default)]
pub struct Exploration<'l> {
    pub maps: Vec<(Family, Result<Mapped<'l>, map::Refusal>)>,
    pub spreads: Vec<(Family, Result<Spread<'l>, distances::Refusal>)>,
    pub timelines: Vec<(Family, Result<Followed<'l>, timeline::Refusal>)>,
    pub together: Vec<(Family, Result<Together<'l>, cooccurrence::Refusal>)>,
}

impl<'l> Exploration<'l> {
    /// Of the articles, voices and copies that the comparison took.
    pub fn new(articles: &[Scored], survey: &Survey, instrument: &'l Compiled, lang: Lang) -> Self {
        let input: Vec<Input> = articles.iter().map(|a| Input { record: &a.record, text: a.text.as_deref() }).collect();
        let (sample, lexicons, view, seed) = (Sample::of(&input, survey), instrument.measured(), &survey.view, survey.rules.seed);
        let axes = Family::axes(lexicons);
        let all = || axes.iter().copied().chain(Family::contrasts(lexicons));
        let followed = |family| Followed::new(&Words { sample: &sample, lexicons, family, view }, None, Division::default(), lang);
        Self {
            maps: all().map(|family| (family, Mapped::new(&sample, family, lexicons, view, seed, lang))).collect(),
            spreads: axes.iter().map(|family| (*family, Spread::new(&sample, *family, lexicons, view, seed, lang))).collect(),
            timelines: all().map(|family| (family, followed(family))).collect(),
            together: axes.iter().map(|family| (*family, Together::new(&sample, *family, instrument, view, lang))).collect(),
        }
    }
}

/// The charts of all of it, for files.
pub fn pictures(corpus: &Corpus) -> Vec<Picture> {
    let (lang, found) = (corpus.lang, corpus.exploration());
    let picture = |kind: &str, family: Family, svg: String, csv: String| {
        let kin = if matches!(family, Family::Contrast(..)) { "contraste-" } else { "" };
        Picture { name: format!("{kind}-{kin}{}", family.id(corpus.lexicons)), svg, csv, place: Place::Exploration }
    };
    let maps = found.maps.iter().filter_map(|(family, map)| {
        let chart = map.as_ref().ok()?.chart();
        Some(picture("carte", *family, chart.to_svg(lang), chart.to_csv()))
    });
    let trees = found.spreads.iter().filter_map(|(family, spread)| {
        let chart = spread.as_ref().ok()?.chart();
        Some(picture("arbre", *family, chart.to_svg(lang), chart.to_csv()))
    });
    let timelines = found.timelines.iter().filter_map(|(family, followed)| {
        let chart = followed.as_ref().ok().filter(|followed| followed.has_interval())?.chart();
        Some(picture("frise", *family, chart.to_svg(lang), chart.to_csv()))
    });
    let graphs = found.together.iter().filter_map(|(family, together)| Some((*family, together.as_ref().ok()?)));
    let graphs = graphs.flat_map(|(family, together)| {
        let (graph, matrix) = (together.network(), together.matrix());
        [
            picture("graphe", family, graph.to_svg(lang), graph.to_csv()),
            picture("ensemble-acteurs", family, matrix.to_svg(lang), matrix.to_csv()),
        ]
    });
    maps.chain(trees).chain(timelines).chain(graphs).collect()
}

/// The families without a picture of a kind, and why.
pub fn refusals(corpus: &Corpus, kind: &str) -> Vec<(Family, String)> {
    let (lang, found) = (corpus.lang, corpus.exploration());
    match kind {
        "carte-" => {
            found.maps.iter().filter_map(|(family, map)| Some((*family, super::map::refused(*map.as_ref().err()?, lang)))).collect()
        }
        "arbre-" => found
            .spreads
            .iter()
            .filter_map(|(family, spread)| Some((*family, super::distances::refused(*spread.as_ref().err()?, lang))))
            .collect(),
        "frise-" => super::timeline::refusals(corpus),
        _ => {
            let refused = |refusal| super::cooccurrence::refused(refusal, lang).to_owned();
            found.together.iter().filter_map(|(family, together)| Some((*family, refused(*together.as_ref().err()?)))).collect()
        }
    }
}

/// Each reason once, with the subjects that it holds for.
pub fn reasons(corpus: &Corpus, refused: Vec<(Family, String)>) -> Markup {
    let mut together: Vec<(String, Vec<&str>)> = Vec::new();
    for (family, reason) in refused {
        let title = family.title(corpus.lexicons, corpus.lang);
        match together.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, titles)) => titles.push(title),
            None => together.push((reason, vec![title])),
        }
    }
    html! { @for (reason, titles) in &together {
        p.note { (reason) }
        details {
            summary { (counted(titles.len() as u64, ("sujet concerné", "subject concerned"), ("sujets concernés", "subjects concerned"), corpus.lang)) }
            ul { @for title in titles { li { (title) } } }
        }
    } }
}

/// All of it.
pub fn section(corpus: &Corpus) -> Markup {
    html! {
        (super::map::section(corpus))
        (super::timeline::section(corpus))
        (super::cooccurrence::section(corpus))
    }
}

/// From a picture back to the passages that it counts.
pub fn to_passages(corpus: &Corpus, family: Family) -> Markup {
    let kind = match family {
        Family::Axis(..) => "axe",
        Family::Contrast(..) => "contraste",
    };
    html! { p.note.onscreen { a href={ "#" (kind) "=" (family.id(corpus.lexicons)) } { (corpus.lang.pick("Lire les passages comptés", "Read the passages counted")) } } }
}
