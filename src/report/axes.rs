//! Each axis: its question, its chart, its table, and the sentences behind the table.

use super::pictures::{Picture, Place};
use super::words::quoted;
use super::{Corpus, evidence};
use crate::charts::number;
use crate::stats::{AxisFigures, Grouping, PoleFigures};
use maud::{Markup, PreEscaped, html};

/// One section for each axis that has at least one hit, and a line on the others.
pub fn sections(corpus: &Corpus, pictures: &[Picture]) -> Markup {
    let lang = corpus.lang;
    let is_met = |figures: &&AxisFigures| figures.poles.iter().any(|p| p.total() > 0);
    let absent: Vec<&str> = corpus
        .comparison
        .axes
        .iter()
        .filter(|figures| !is_met(figures))
        .map(|figures| corpus.lexicons[figures.lexicon].axes[figures.axis].title.in_lang(lang))
        .collect();
    html! {
        @for (number, figures) in corpus.comparison.axes.iter().enumerate() {
            @if is_met(&figures) { (section(corpus, pictures, number, figures)) }
        }
        @if !absent.is_empty() {
            p.note { (lang.pick("Sujets dont aucun mot n'a été relevé : ", "Subjects of which no word was found: ")) (absent.join(", ")) "." }
        }
    }
}

fn section(corpus: &Corpus, pictures: &[Picture], number: usize, figures: &AxisFigures) -> Markup {
    let lang = corpus.lang;
    let lexicon = &corpus.lexicons[figures.lexicon];
    let axis = &lexicon.axes[figures.axis];
    let (met, absent): (Vec<&PoleFigures>, Vec<&PoleFigures>) = figures.poles.iter().partition(|p| p.total() > 0);
    let word = |pole: &PoleFigures| quoted(axis.poles[pole.pole].word.in_lang(lang), lang);
    let id = |pole: &PoleFigures, group: usize| format!("a{number}-{}-{}", pole.pole, group + 1);
    let picture = pictures.iter().find(|p| p.place == Place::Axis(number));
    let by_outlet = corpus.grouping == Grouping::Outlets;
    html! {
        section id={ "axe-" (axis.id) } {
            h3.unseen[picture.is_some()] { (axis.title.in_lang(lang)) }
            p.question.unseen[picture.is_some()] { (axis.question.in_lang(lang)) }
            @if let Some(picture) = picture { figure { (PreEscaped(&picture.svg)) } }
            div.scroll { table {
                thead { tr {
                    th scope="col" { (lang.pick(if by_outlet { "Média" } else { "Article" }, if by_outlet { "Outlet" } else { "Article" })) }
                    @for pole in &met { th.number scope="col" { (word(pole)) } }
                } }
                tbody {
                    @for (at, group) in corpus.comparison.groups.iter().enumerate() {
                        tr {
                            th scope="row" { (group.name) }
                            @for pole in &met { td.number { (cell(corpus, pole, at, &id(pole, at))) } }
                        }
                    }
                }
                tfoot { tr {
                    th scope="row" { (lang.pick("Ensemble", "All")) }
                    @for pole in &met { td.number { (pole.total()) } }
                } }
            } }
            p.note {
                @if by_outlet {
                    (lang.pick("Passages relevés ; en petit, pour 1 000 mots, et dans combien d'articles.", "Passages found; in small print, per 1,000 words, and in how many articles."))
                } @else {
                    (lang.pick("Passages relevés ; en petit, pour 1 000 mots.", "Passages found; in small print, per 1,000 words."))
                }
                @if !absent.is_empty() {
                    " " (lang.pick("Jamais relevés ici : ", "Never found here: "))
                    (absent.iter().map(|p| word(p)).collect::<Vec<_>>().join(", ")) "."
                }
            }
            @for pole in &met {
                @for (at, group) in corpus.comparison.groups.iter().enumerate() {
                    (evidence::block(corpus, &id(pole, at), axis.poles[pole.pole].word.in_lang(lang), &group.name,
                        &hits_of(corpus, &group.articles, &lexicon.identity.id, &axis.id, &axis.poles[pole.pole].id)))
                }
            }
        }
    }
}

fn cell(corpus: &Corpus, pole: &PoleFigures, group: usize, id: &str) -> Markup {
    let (rate, presence) = (pole.rates[group], pole.presence[group]);
    html! {
        (evidence::link(id, rate.count))
        @if rate.count > 0 {
            @if let Some(per_thousand) = rate.per_thousand() { small { (number::rate(per_thousand, corpus.lang)) } }
            @if corpus.grouping == Grouping::Outlets { small { (presence.k) "/" (presence.n) } }
        }
    }
}

/// The hits of a pole in some articles, as (article, hit).
fn hits_of(corpus: &Corpus, articles: &[usize], lexicon: &str, axis: &str, pole: &str) -> Vec<(usize, usize)> {
    let of = |article: usize| {
        corpus.articles[article]
            .record
            .hits
            .iter()
            .enumerate()
            .filter(move |(_, hit)| hit.lexicon == lexicon && hit.axis == axis && hit.pole == pole)
            .map(move |(at, _)| (article, at))
    };
    articles.iter().flat_map(|article| of(*article)).collect()
}
