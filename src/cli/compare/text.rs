//! The comparison in words, for the terminal.

use super::{Compared, passages};
use crate::charts::number::{count, decimal, rate};
use crate::lang::Lang;
use crate::lexicon::Contrast;
use crate::links::copies::signatures;
use crate::report::findings;
use crate::report::words::{articles, counted, quoted};
use crate::stats::By;
use crate::stats::caution::{general, of_case};
use crate::stats::interval::{LEAST_FOR_RATES, Refusal, least_users};
use crate::stats::material::Copies;
use crate::stats::study::{GroupStudy, Verdict};
use crate::stats::survey::Case;
use crate::text::offsets::Slicer;

/// Shared passages shown for a group of copies.
const PASSAGES: usize = 2;

pub fn write(compared: &Compared) -> String {
    let lang = compared.lang;
    let mut lines = head(compared);
    let mut silent = Vec::new();
    for case in &compared.survey.cases {
        let contrast = &compared.lexicons[case.at.0].contrasts[case.at.1];
        if case.study.total() == 0.0 {
            silent.push(contrast.title.in_lang(lang));
        } else {
            lines.push(String::new());
            lines.extend(section(compared, case, contrast));
        }
    }
    if !silent.is_empty() {
        lines.push(String::new());
        lines.push(format!(
            "{}{}",
            lang.pick("Sans aucun passage ici : ", "With no passage here: "),
            silent.join(findings::semicolon(lang))
        ));
    }
    lines.extend(poles(compared));
    lines.extend(copies(compared));
    lines.push(String::new());
    lines.push(lang.pick("À savoir", "Good to know").into());
    lines.extend(general(&compared.survey).iter().map(|caution| format!("  ! {}", caution.message(lang))));
    lines.join("\n") + "\n"
}

fn head(compared: &Compared) -> Vec<String> {
    let (lang, survey) = (compared.lang, &compared.survey);
    let n = survey.groups.len() as u64;
    let groups = match survey.by {
        By::Outlet => counted(n, ("média", "outlet"), ("médias", "outlets"), lang),
        By::Article => counted(n, ("article côte à côte", "article side by side"), ("articles côte à côte", "articles side by side"), lang),
        By::Event => counted(n, ("événement", "event"), ("événements", "events"), lang),
        By::Author => counted(n, ("signature", "byline"), ("signatures", "bylines"), lang),
        By::Date => counted(n, ("mois", "month"), ("mois", "months"), lang),
    };
    let voices = findings::whose(survey.view.filter.voices, lang);
    let plan = match &survey.plan {
        Some(digest) => lang.pick(format!("Plan suivi, empreinte SHA-256 {digest}"), format!("Plan followed, SHA-256 {digest}")),
        None => lang.pick("Exploratoire, sans plan".into(), "Exploratory, without a plan".into()),
    };
    let rules = &survey.rules;
    let alpha = decimal(rules.alpha, 2, lang);
    vec![
        format!("{groups}, {}", articles(survey.taken.len() as u64, lang)),
        voices.into(),
        lang.pick(format!("{plan}. Seuil {alpha}, graine {}.", rules.seed), format!("{plan}. Level {alpha}, seed {}.", rules.seed)),
    ]
}

fn section(compared: &Compared, case: &Case, contrast: &Contrast) -> Vec<String> {
    let (lang, survey) = (compared.lang, &compared.survey);
    let rules = &survey.rules;
    let names: Vec<String> = survey.groups.iter().map(|g| g.name.clone()).collect();
    let mut lines = vec![format!("{}{}", contrast.title.in_lang(lang), status(case.primary, lang))];
    let is_refused = !matches!(case.study.verdict, Verdict::Tested { .. });
    for (at, (name, figures)) in names.iter().zip(&case.study.groups).enumerate() {
        lines.extend(group(name, figures, contrast, survey.view.copies, lang));
        // Where nothing can be compared there is still something to read.
        if is_refused {
            lines.extend(passages::of_group(compared, at, contrast).into_iter().map(|passage| format!("    {passage}")));
        }
    }
    lines.push(format!("  {}", findings::verdict(&case.study, rules, lang)));
    lines.extend(findings::no_pair(&case.study, rules, lang).map(|text| format!("  {text}")));
    lines.extend(findings::reversed(&case.study, &names, contrast, rules, lang).into_iter().map(|text| format!("  {text}")));
    let said = case.study.findings(rules);
    for (at, pair) in said.iter().enumerate() {
        let number = if said.len() > 1 { format!("{} ", findings::numbered(at, lang)) } else { String::new() };
        lines.push(format!("  → {number}{}", findings::finding(pair, &case.study, &names, contrast, lang)));
        lines.push(format!("    {}", findings::odds(pair, lang)));
    }
    if !case.robustness.is_empty() {
        lines.push(match said.len() {
            1 => lang.pick("  Vue autrement, cette conclusion tient-elle ?", "  Seen otherwise, does this conclusion hold?").into(),
            _ => lang.pick("  Vues autrement, ces conclusions tiennent-elles ?", "  Seen otherwise, do these conclusions hold?").into(),
        });
    }
    for row in &case.robustness {
        let what = findings::variant(&row.variant, |a| compared.title(a).to_owned(), lang);
        lines.push(format!("    {what}{}{}", lang.pick(" : ", ": "), findings::outcomes(&row.seen, lang)));
    }
    lines.extend(findings::otherwise(case, &names, contrast, rules, lang).map(|text| format!("  {text}")));
    lines.extend(findings::validated(case, &survey.validations[case.at.0], contrast, lang).map(|text| format!("  {text}")));
    lines.push(format!("  ! {}", contrast.caution.in_lang(lang)));
    lines.extend(of_case(case, survey, compared.lexicons, lang).iter().map(|caution| format!("  ! {}", caution.message(lang))));
    lines
}

/// What no plan names is marked.
fn status(is_primary: bool, lang: Lang) -> &'static str {
    if is_primary { "" } else { lang.pick(" (exploratoire)", " (exploratory)") }
}

/// One line a side that is used, or one for all where the same refusal holds. Too few articles get counts, no percentages.
fn group(name: &str, figures: &GroupStudy, contrast: &Contrast, copies: Copies, lang: Lang) -> Vec<String> {
    if figures.articles == 0 {
        return Vec::new();
    }
    let found = counted(figures.found.iter().sum(), ("choix", "choice"), ("choix", "choices"), lang);
    let of = articles(figures.of as u64, lang);
    let worth = findings::shared(figures, copies, lang);
    let n =
        lang.pick(format!("{found} dans {} sur {of}{worth}", figures.articles), format!("{found} in {} of {of}{worth}", figures.articles));
    let used: Vec<usize> = (0..figures.counts.len()).filter(|side| figures.counts[*side] > 0.0).collect();
    let word = |side: usize| quoted(contrast.members[side].label.in_lang(lang), lang);
    let shown = |side: usize| figures.shares[side].as_ref().map_or(String::new(), |e| findings::share(e.value, lang));
    let refusals: Vec<_> = used.iter().filter_map(|side| figures.shares[*side].as_ref()?.interval.err()).collect();
    let colon = lang.pick(" : ", ": ");
    if refusals.len() == used.len() && refusals.iter().all(|r| *r == refusals[0]) {
        let why = findings::refused(refusals[0], lang);
        if matches!(refusals[0], Refusal::TooFew { .. }) {
            let found: Vec<f64> = figures.found.iter().map(|n| *n as f64).collect();
            return vec![format!("  {name}{colon}{} ({n}{}{why})", findings::shares(&found, contrast, lang), findings::semicolon(lang))];
        }
        let sides: Vec<String> = used.iter().map(|side| format!("{} {}", word(*side), shown(*side))).collect();
        return vec![format!("  {name}{colon}{} ({n}{}{why})", sides.join(", "), findings::semicolon(lang))];
    }
    let mut lines = vec![format!("  {name} ({n})")];
    for side in used {
        if let Some(estimate) = &figures.shares[side] {
            lines.push(format!("    {} {}, {}", word(side), shown(side), findings::interval(estimate, lang)));
        }
    }
    lines
}

/// Rates of the poles that occur.
fn poles(compared: &Compared) -> Vec<String> {
    let (lang, survey) = (compared.lang, &compared.survey);
    let (n, users) = (LEAST_FOR_RATES.max(survey.rules.least), least_users(LEAST_FOR_RATES));
    let mut lines = vec![String::new(), lang.pick("Pour 1\u{202f}000 mots (exploratoire)", "Per 1,000 words (exploratory)").into()];
    lines.push(lang.pick(
        format!("  Avec un intervalle dès {n} articles, dont {users} au moins emploient le mot ; sans intervalle, le nombre décrit ces articles et rien de plus. * : non validé."),
        format!("  With an interval from {n} articles on, {users} of which at least use the word; without one the number describes these articles and nothing more. *: not validated."),
    ));
    for ((l, a, p), rates) in &survey.poles {
        if rates.iter().all(|r| r.hits == 0) {
            continue;
        }
        let groups = survey.groups.iter().zip(rates).filter(|(_, r)| r.hits > 0).map(|(group, r)| {
            let value = r.rate.as_ref().map_or(String::new(), |e| format!("{} ", rate(1000.0 * e.value, lang)));
            let range = r.rate.as_ref().and_then(|e| e.interval.ok()).map(|i| {
                let (low, high) = (rate(1000.0 * i.low, lang), rate(1000.0 * i.high, lang));
                lang.pick(format!(", entre {low} et {high}"), format!(", between {low} and {high}"))
            });
            let n = lang.pick(
                format!("{} dans {} sur {}", count(r.hits, lang), r.presence.k, articles(r.presence.n, lang)),
                format!("{} in {} of {}", count(r.hits, lang), r.presence.k, articles(r.presence.n, lang)),
            );
            format!("{} {value}({n}{})", group.name, range.unwrap_or_default())
        });
        let axis = &compared.lexicons[*l].axes[*a];
        let is_known = survey.validations[*l].pole(&format!("{}/{}", axis.id, axis.poles[*p].id)).is_enough();
        let word = quoted(axis.poles[*p].word.in_lang(lang), lang);
        let mark = if is_known { "" } else { "*" };
        lines.push(format!("  {word}{mark}{}{}", lang.pick(" : ", ": "), groups.collect::<Vec<_>>().join(" · ")));
    }
    lines
}

/// Groups of near-copies: who signs, what they share.
fn copies(compared: &Compared) -> Vec<String> {
    let lang = compared.lang;
    let Some(groups) = compared.survey.copies.as_ref().filter(|g| !g.is_empty()) else { return Vec::new() };
    let mut lines = vec![String::new(), lang.pick("Textes en partie communs", "Texts partly shared").into()];
    for group in groups {
        let titles: Vec<String> = group
            .articles
            .iter()
            .map(|a| {
                let record = compared.records[*a];
                format!("{}, {}", record.outlet.as_deref().unwrap_or("?"), quoted(compared.title(*a), lang))
            })
            .collect();
        let signed = signatures(group, |a| compared.records[a].author.as_deref()).join(", ");
        let shared = findings::share(group.shared, lang);
        lines.push(lang.pick(
            format!("  {} – jusqu'à {shared} du plus court ; signé : {signed}", titles.join(" = ")),
            format!("  {} – up to {shared} of the shorter one; signed: {signed}", titles.join(" = ")),
        ));
        for passage in group.passages.iter().take(PASSAGES) {
            if let Some(text) = compared.texts[passage.article] {
                let text = Slicer::new(text).slice(passage.start, passage.end).to_owned();
                let words = counted(passage.words as u64, ("mot", "word"), ("mots", "words"), lang);
                lines.push(format!("    {} ({words})", quoted(&passages::cut(&text), lang)));
            }
        }
    }
    lines
}
