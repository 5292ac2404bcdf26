//! What can be said of a contrast: shares with their intervals, the test, findings and whether they last. The numbers of `cadrage compare`.

use super::pictures::{Picture, Place};
use super::words::{articles, counted, quoted};
use super::{Corpus, findings};
use crate::lang::Lang;
use crate::lexicon::Contrast;
use crate::stats::Grouping;
use crate::stats::caution::{general, of_case};
use crate::stats::interval::Refusal;
use crate::stats::study::{ContrastStudy, GroupStudy};
use crate::stats::survey::Case;
use maud::{Markup, PreEscaped, html};

/// Below the table of a contrast.
pub fn block(corpus: &Corpus, number: usize, pictures: &[Picture]) -> Markup {
    let picture = pictures.iter().find(|p| p.place == Place::Intervals(number));
    let (lang, survey) = (corpus.lang, &corpus.survey);
    let case = &survey.cases[number];
    let contrast = &corpus.lexicons[case.at.0].contrasts[case.at.1];
    let names: Vec<String> = survey.groups.iter().map(|g| g.name.clone()).collect();
    let said = case.study.findings(&survey.rules);
    html! {
        h5 {
            (lang.pick("Ce qu'on peut en dire", "What can be said of it"))
            @if !case.primary { (lang.pick(" (exploratoire)", " (exploratory)")) }
        }
        (stale(lang.pick(
            "Ce qui suit porte sur le relevé entier : vos filtres et vos corrections n'y changent rien.",
            "What follows is about everything that was counted: your filters and corrections change nothing here."), lang))
        @if let Some(picture) = picture { figure { (PreEscaped(&picture.svg)) } }
        @if corpus.grouping == Grouping::Outlets && case.study.total() > 0.0 { (shares(corpus, &case.study, contrast)) }
        p { @if corpus.is_alone() { (lang.pick("Un seul article : rien à comparer. Lisez ses phrases.", "A single article: nothing to compare. Read its sentences.")) }
            @else { (findings::verdict(&case.study, &survey.rules, lang)) } }
        @if let Some(text) = findings::no_pair(&case.study, &survey.rules, lang) { p { (text) } }
        @for text in findings::reversed(&case.study, &names, contrast, &survey.rules, lang) { p { (text) } }
        @if !said.is_empty() {
            ol { @for pair in &said {
                li { (findings::finding(pair, &case.study, &names, contrast, lang)) }
            } }
            details {
                summary { (lang.pick("En rapports de chances", "As odds ratios")) }
                ol { @for pair in &said { li { (findings::odds(pair, lang)) } } }
            }
        }
        (robustness(corpus, case))
        @if let Some(text) = findings::otherwise(case, &names, contrast, &survey.rules, lang) { p.note { (text) } }
        @if let Some(text) = findings::validated(case, &survey.validations[case.at.0], contrast, lang) { p.note { (text) } }
        @let cautions = of_case(case, survey, corpus.lexicons, lang);
        @if !cautions.is_empty() { ul.note { @for caution in &cautions { li { (caution.message(lang)) } } } }
    }
}

/// Shown by the script once something is filtered or corrected: what it cannot compute again.
pub fn stale(what: &str, lang: Lang) -> Markup {
    html! { p.stale hidden { (what) " " (lang.pick(
    "Pour refaire les calculs avec vos corrections : cadrage report … --corrections LISTE.",
    "To compute again with your corrections: cadrage report … --corrections LIST.")) } }
}

/// Of the whole comparison, for the head of the page.
pub fn cautions(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    html! {
        @if let Some(digest) = &corpus.survey.plan {
            li { (lang.pick(format!("Plan suivi, empreinte SHA-256 {digest}. Ce qu'il ne nomme pas est exploratoire."), format!("Plan followed, SHA-256 {digest}. What it does not name is exploratory."))) }
        }
        @for caution in general(&corpus.survey) { li { (caution.message(lang)) } }
    }
}

fn shares(corpus: &Corpus, study: &ContrastStudy, contrast: &Contrast) -> Markup {
    let lang = corpus.lang;
    html! {
        p.note {
            (findings::whose(corpus.survey.view.filter.voices, lang)) " "
            (lang.pick("Sans les textes d'opinion ; intervalles à 95 %, l'unité est l'article.", "Without opinion; 95% intervals, the unit is the article."))
            @if let Some(text) = findings::weighed(study, corpus.survey.view.copies, lang) { " " (text) }
        }
        div.scroll { table {
            thead { tr {
                th scope="col" {}
                @for member in &contrast.members { th.number scope="col" { (quoted(member.label.in_lang(lang), lang)) } }
                th.number scope="col" { (lang.pick("Base", "Base")) }
            } }
            tbody { @for (group, figures) in corpus.survey.groups.iter().zip(&study.groups) {
                @if figures.found.iter().any(|n| *n > 0) { tr {
                    th scope="row" { (group.name) }
                    @for side in 0..contrast.members.len() { td.number { (cell(corpus, figures, side)) } }
                    td.number {
                        (counted(figures.found.iter().sum(), ("choix", "choice"), ("choix", "choices"), lang))
                        small { (lang.pick("dans ", "in ")) (figures.articles) (lang.pick(" sur ", " of ")) (articles(figures.of as u64, lang)) (findings::shared(figures, corpus.survey.view.copies, lang)) }
                    }
                } }
            } }
        } }
    }
}

fn cell(corpus: &Corpus, figures: &GroupStudy, side: usize) -> Markup {
    let lang = corpus.lang;
    html! {
        @match figures.shares[side].as_ref().filter(|_| figures.found[side] > 0) {
            // Too few articles get counts, no percentages.
            Some(estimate) if matches!(estimate.interval, Err(Refusal::TooFew { .. })) => {
                (figures.found[side]) (lang.pick(" sur ", " of ")) (figures.found.iter().sum::<u64>())
                small { (findings::interval(estimate, lang)) }
            }
            Some(estimate) => {
                (findings::share(estimate.value, lang))
                small { (findings::interval(estimate, lang)) }
            }
            None => span.zero { "0" },
        }
    }
}

fn robustness(corpus: &Corpus, case: &Case) -> Markup {
    let lang = corpus.lang;
    if case.robustness.is_empty() {
        return html! {};
    }
    let title = |article: usize| corpus.title(corpus.survey.taken[article]).to_owned();
    html! {
        details {
            summary { (lang.pick("Vu autrement, cela tient-il ?", "Seen otherwise, does it hold?")) }
            div.scroll { table { tbody { @for row in &case.robustness { tr {
                th scope="row" { (findings::variant(&row.variant, title, lang)) }
                td { (findings::outcomes(&row.seen, lang)) }
            } } } } }
        }
    }
}
