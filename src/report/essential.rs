//! What the comparison says in sentences: differences that hold, each leading to its contrast, and where nothing can be said.

use super::findings::finding;
use super::words::{articles, counted, day, listed};
use super::{Corpus, bars, conclusions, findings};
use crate::stats::study::{ContrastStudy, PairStudy, Verdict};
use crate::stats::survey::Case;
use maud::{Markup, html};

/// Findings first, then contrasts without one, by why.
pub fn section(corpus: &Corpus) -> Markup {
    let (lang, survey) = (corpus.lang, &corpus.survey);
    let rules = &survey.rules;
    let of = |wanted: &dyn Fn(&ContrastStudy) -> bool| -> Vec<&Case> { survey.cases.iter().filter(|case| wanted(&case.study)).collect() };
    let is_said = |study: &ContrastStudy| !study.findings(rules).is_empty();
    let is_reversed = |study: &ContrastStudy| study.pairs.iter().any(|pair| rules.is_reversed(pair));
    // Those that differ: some pairs can be named, or the difference turns round within events, or nobody can be named.
    let said = of(&is_said);
    let reversed = of(&|study| study.differs(rules) && !is_said(study) && is_reversed(study));
    let unnamed = of(&|study| study.differs(rules) && !is_said(study) && !is_reversed(study));
    let alike = of(&|study| matches!(study.verdict, Verdict::Tested { .. }) && !study.differs(rules));
    let out_of_reach = of(&|study| matches!(study.verdict, Verdict::OutOfReach { .. }));
    let differ = said.len() + reversed.len() + unnamed.len();
    let sets = counted((differ + alike.len()) as u64, ("groupe de mots", "set of words"), ("groupes de mots", "sets of words"), lang);
    let list = |cases: &[&Case], why: &str| html! { @if !cases.is_empty() { p { (why) (links(corpus, cases)) "." } } };
    html! {
        p { (what(corpus)) }
        (conclusions::stale(lang.pick(
            "Les phrases de cette partie et leurs pourcentages portent sur le relevé entier : vos filtres et vos corrections n'y changent rien. Les barres, elles, les suivent.",
            "The sentences of this part and their percentages are about everything that was counted: your filters and corrections change nothing in them. The bars do follow."), lang))
        @if differ == 0 {
            p { strong { (lang.pick("Aucune différence établie entre ces médias.", "No difference between these outlets is established.")) } " "
                (lang.pick("Les nombres qui suivent décrivent ces articles et rien de plus ; lisez leurs phrases.", "The numbers below describe these articles and nothing more; read their sentences.")) }
        } @else {
            p { strong { (lang.pick(
                format!("Sur {sets} comparés, {differ} où ces médias diffèrent plus que le hasard ne l'explique."),
                format!("Of {sets} compared, {differ} in which these outlets differ by more than chance explains."))) } }
            @for (number, case) in survey.cases.iter().enumerate() {
                @let found = case.study.findings(rules);
                @if !found.is_empty() { (differing(corpus, number, case, &found)) }
            }
        }
        (list(&unnamed, lang.pick(
            "Les médias y diffèrent dans l'ensemble, sans que deux d'entre eux se détachent assez pour qu'on dise lesquels : ",
            "Outlets differ there as a whole, and no two of them stand out enough to be named: ")))
        (list(&reversed, lang.pick(
            "Les médias y diffèrent, mais à événement égal la différence s'inverse, et l'on ne peut rien en conclure : ",
            "Outlets differ there, but within events the difference turns round, and nothing can be concluded: ")))
        (list(&alike, lang.pick("Comparés, sans différence établie (ce qui ne veut pas dire qu'il n'y en a pas) : ", "Compared, with no difference established (which does not mean that there is none): ")))
        (list(&out_of_reach, lang.pick("Trop peu d'articles pour trancher : ", "Too few articles to tell: ")))
        p.note { (findings::whose(survey.view.filter.voices, lang)) " "
            (lang.pick(
                format!("Une phrase n'est écrite ici que si la différence atteint {} et que le hasard l'explique mal, une fois corrigé le nombre de comparaisons.", findings::points(rules, lang)),
                format!("A sentence is written here only where the difference reaches {} and chance explains it badly, once the number of comparisons is corrected for.", findings::points(rules, lang))))
            @if let Some(text) = said.iter().find_map(|case| findings::weighed(&case.study, survey.view.copies, lang)) { " " (text) } }
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
            @if at > 0 { (findings::semicolon(corpus.lang)) }
            a href={ "#contraste=" (contrast.id) } { (contrast.title.in_lang(corpus.lang)) }
        }
    }
}
