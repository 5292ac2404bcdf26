//! What the comparison says in sentences: differences that hold, each leading to its contrast, and where nothing can be said.

use super::findings::{finding, share};
use super::words::{articles, counted, day, listed};
use super::{Corpus, findings};
use crate::stats::study::Verdict;
use crate::stats::survey::Case;
use maud::{Markup, html};

/// Findings first, then contrasts without one, by why.
pub fn section(corpus: &Corpus) -> Markup {
    let (lang, survey) = (corpus.lang, &corpus.survey);
    let names: Vec<String> = survey.groups.iter().map(|g| g.name.clone()).collect();
    let with: Vec<&Case> = survey.cases.iter().filter(|case| !case.study.findings(&survey.rules).is_empty()).collect();
    let of = |wanted: fn(&Verdict) -> bool| -> Vec<&Case> {
        survey.cases.iter().filter(|case| case.study.findings(&survey.rules).is_empty() && wanted(&case.study.verdict)).collect()
    };
    let tested = of(|verdict| matches!(verdict, Verdict::Tested { .. }));
    let out_of_reach = of(|verdict| matches!(verdict, Verdict::OutOfReach { .. }));
    html! {
        p { (what(corpus)) }
        @if with.is_empty() {
            p { strong { (lang.pick("Aucune différence établie entre ces médias.", "No difference between these outlets is established.")) } " "
                (lang.pick("Les nombres qui suivent décrivent ces articles et rien de plus ; lisez leurs phrases.", "The numbers below describe these articles and nothing more; read their sentences.")) }
        } @else {
            ul.findings { @for case in &with {
                @let contrast = &corpus.lexicons[case.at.0].contrasts[case.at.1];
                li {
                    strong { a href={ "#contraste-" (contrast.id) } { (contrast.title.in_lang(lang)) } }
                    @for pair in case.study.findings(&survey.rules) { p { (finding(pair, &case.study, &names, contrast, lang)) } }
                    p.caution { (contrast.caution.in_lang(lang)) }
                }
            } }
        }
        @if !tested.is_empty() {
            p { (lang.pick("Comparés, sans différence établie (ce qui ne veut pas dire qu'il n'y en a pas) : ", "Compared, with no difference established (which does not mean that there is none): ")) (links(corpus, &tested)) "." }
        }
        @if !out_of_reach.is_empty() {
            p { (lang.pick("Trop peu d'articles pour trancher : ", "Too few articles to tell: ")) (links(corpus, &out_of_reach)) "." }
        }
        p.note { (findings::whose(survey.view.filter.voices, lang)) " "
            (lang.pick(
                format!("Une phrase n'est écrite ici que si la différence dépasse {} et que le hasard l'explique mal, une fois corrigé le nombre de comparaisons.", share(crate::stats::study::SMALLEST_DIFFERENCE, lang)),
                format!("A sentence is written here only where the difference is over {} and chance explains it badly, once the number of comparisons is corrected for.", share(crate::stats::study::SMALLEST_DIFFERENCE, lang)))) }
    }
}

/// "48 articles de 4 médias, du 2024-02-06 au 2024-09-11: A, B, C et D."
fn what(corpus: &Corpus) -> String {
    let lang = corpus.lang;
    let groups = &corpus.comparison.groups;
    let dates: Vec<&str> = corpus.articles.iter().filter_map(|a| a.record.date.as_deref()).collect();
    let names: Vec<String> = groups.iter().map(|group| group.name.clone()).collect();
    let span = match (dates.iter().min(), dates.iter().max()) {
        (Some(first), Some(last)) => lang.pick(
            format!(", du {} au {}", day(first, lang), day(last, lang)),
            format!(", from {} to {}", day(first, lang), day(last, lang)),
        ),
        _ => String::new(),
    };
    let outlets = counted(groups.len() as u64, ("média", "outlet"), ("médias", "outlets"), lang);
    let n = articles(corpus.articles.len() as u64, lang);
    lang.pick(
        format!("{n} de {outlets}{span}\u{a0}: {}.", listed(&names, lang)),
        format!("{n} of {outlets}{span}: {}.", listed(&names, lang)),
    )
}

fn links(corpus: &Corpus, cases: &[&Case]) -> Markup {
    html! {
        @for (at, case) in cases.iter().enumerate() {
            @let contrast = &corpus.lexicons[case.at.0].contrasts[case.at.1];
            @if at > 0 { " ; " }
            a href={ "#contraste-" (contrast.id) } { (contrast.title.in_lang(corpus.lang)) }
        }
    }
}
