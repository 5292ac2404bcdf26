//! What the comparison says in sentences: differences that hold, each leading to its contrast, and where nothing can be said.

use super::findings::{finding, share};
use super::words::{articles, counted, day, listed};
use super::{Corpus, bars, conclusions, findings};
use crate::stats::study::{PairStudy, Verdict};
use crate::stats::survey::Case;
use maud::{Markup, html};

/// Findings first, then contrasts without one, by why.
pub fn section(corpus: &Corpus) -> Markup {
    let (lang, survey) = (corpus.lang, &corpus.survey);
    let with: Vec<&Case> = survey.cases.iter().filter(|case| !case.study.findings(&survey.rules).is_empty()).collect();
    let of = |wanted: fn(&Verdict) -> bool| -> Vec<&Case> {
        survey.cases.iter().filter(|case| case.study.findings(&survey.rules).is_empty() && wanted(&case.study.verdict)).collect()
    };
    let tested = of(|verdict| matches!(verdict, Verdict::Tested { .. }));
    let out_of_reach = of(|verdict| matches!(verdict, Verdict::OutOfReach { .. }));
    let sets = counted((with.len() + tested.len()) as u64, ("groupe de mots", "set of words"), ("groupes de mots", "sets of words"), lang);
    html! {
        p { (what(corpus)) }
        (conclusions::stale(lang))
        @if with.is_empty() {
            p { strong { (lang.pick("Aucune différence établie entre ces médias.", "No difference between these outlets is established.")) } " "
                (lang.pick("Les nombres qui suivent décrivent ces articles et rien de plus ; lisez leurs phrases.", "The numbers below describe these articles and nothing more; read their sentences.")) }
        } @else {
            p { strong { (lang.pick(
                format!("Sur {sets} comparés, {} où ces médias diffèrent plus que le hasard ne l'explique.", with.len()),
                format!("Of {sets} compared, {} in which these outlets differ by more than chance explains.", with.len()))) } }
            @for (number, case) in survey.cases.iter().enumerate() {
                @let found = case.study.findings(&survey.rules);
                @if !found.is_empty() { (differing(corpus, number, case, &found)) }
            }
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

/// A contrast in which outlets differ: its bars, the clearest difference in a sentence, the others folded.
fn differing(corpus: &Corpus, number: usize, case: &Case, found: &[&PairStudy]) -> Markup {
    let (lang, survey) = (corpus.lang, &corpus.survey);
    let contrast = &corpus.lexicons[case.at.0].contrasts[case.at.1];
    let names: Vec<String> = survey.groups.iter().map(|g| g.name.clone()).collect();
    let surest = |pair: &PairStudy| pair.z.map_or(0.0, f64::abs);
    let clearest = (0..found.len()).max_by(|a, b| surest(found[*a]).total_cmp(&surest(found[*b]))).unwrap_or(0);
    let say = |at: usize| finding(found[at], &case.study, &names, contrast, lang);
    html! {
        section.finding {
            h3 { a href={ "#contraste=" (contrast.id) } { (contrast.title.in_lang(lang)) } }
            (bars::figure(corpus, number, &corpus.comparison.contrasts[number]))
            p { (say(clearest)) }
            @if found.len() > 1 {
                details.listing {
                    summary { (lang.pick("Toutes les différences établies ici : ", "All differences established here: ")) (found.len()) }
                    ul { @for at in 0..found.len() { li { (say(at)) } } }
                }
            }
            p.note { (contrast.caution.in_lang(lang)) }
        }
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
            a href={ "#contraste=" (contrast.id) } { (contrast.title.in_lang(corpus.lang)) }
        }
    }
}
