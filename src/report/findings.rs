//! What a comparison may say, in words: findings, refusals, and their limits. No number without its n.

use super::words::{articles, counted, quoted};
use crate::charts::number::{decimal, percent};
use crate::lang::Lang;
use crate::lexicon::Contrast;
use crate::stats::Voices;
use crate::stats::interval::{Estimate, Interval, Refusal};
use crate::stats::permutation::Design;
use crate::stats::robustness::{Outcome, Row, Variant};
use crate::stats::study::{ContrastStudy, PairStudy, Rules, Verdict};

/// Whose words are counted.
pub fn whose(voices: Voices, lang: Lang) -> &'static str {
    match voices {
        Voices::Outlet => lang.pick(
            "Mots de l'article lui-même ; ceux des personnes qu'il cite sont laissés de côté.",
            "Words of the article itself; those of the people it quotes are left out.",
        ),
        Voices::Unquoted => lang.pick("Mots hors guillemets.", "Words outside quotation marks."),
        Voices::Only(voice) => super::voice::name(voice, lang),
        Voices::All => lang.pick("Mots de l'article et de ceux qu'il cite.", "Words of the article and of those it quotes."),
    }
}

/// A share in whole percent.
pub fn share(value: f64, lang: Lang) -> String {
    // `percent` rounds as readers do; a millionth is finer than any count here.
    percent((value * 1e6).round() as u64, 1_000_000, lang)
}

/// "40 à 91 %", or why there is none.
pub fn interval(estimate: &Estimate, lang: Lang) -> String {
    match estimate.interval {
        Ok(Interval { low, high }) => between(low, high, lang),
        Err(Refusal::Rare { articles: n, .. }) => rare(estimate.value, n, lang),
        Err(refusal) => refused(refusal, lang),
    }
}

/// Where nearly all articles agree.
fn rare(value: f64, n: usize, lang: Lang) -> String {
    let articles = articles(n as u64, lang);
    let (fr, en) = match (n, value < 0.5) {
        (0, true) => ("jamais choisi".into(), "never chosen".into()),
        (0, false) => ("seul mot choisi".into(), "the only word chosen".into()),
        (_, true) => (format!("choisi dans {articles} seulement"), format!("chosen in {articles} only")),
        (_, false) => (format!("seul, sauf dans {articles}"), format!("alone but in {articles}")),
    };
    lang.pick(format!("pas d'intervalle : {fr}"), format!("no interval: {en}"))
}

fn between(low: f64, high: f64, lang: Lang) -> String {
    let (low, high) = (share(low, lang), share(high, lang));
    lang.pick(format!("entre {low} et {high}"), format!("between {low} and {high}"))
}

pub fn refused(refusal: Refusal, lang: Lang) -> String {
    match refusal {
        Refusal::TooFew { n, least } => lang.pick(
            format!("pas d'intervalle : {}, il en faut {least}", articles(n as u64, lang)),
            format!("no interval: {}, {least} are needed", articles(n as u64, lang)),
        ),
        Refusal::Rare { articles: 0, .. } => {
            lang.pick("pas d'intervalle : un seul de ces mots est employé".into(), "no interval: only one of these words is used".into())
        }
        Refusal::Rare { articles: n, least } => lang.pick(
            format!("pas d'intervalle : l'autre mot n'est que dans {}, il en faut {least}", articles(n as u64, lang)),
            format!("no interval: the other word is in {} only, {least} are needed", articles(n as u64, lang)),
        ),
    }
}

/// p as readers know it; the smallest is never written as zero.
pub fn p_value(p: f64, lang: Lang) -> String {
    if p < 0.0001 {
        lang.pick("p < 0,0001".into(), "p < 0.0001".into())
    } else {
        format!("p = {}", decimal(p, if p < 0.01 { 4 } else { 3 }, lang))
    }
}

fn units(design: Design, n: usize, lang: Lang) -> String {
    match design {
        Design::Clusters => counted(
            n as u64,
            ("groupe d'articles indépendants", "independent group of articles"),
            ("groupes d'articles indépendants", "independent groups of articles"),
            lang,
        ),
        Design::WithinEvents => counted(
            n as u64,
            ("article sur des événements communs", "article on shared events"),
            ("articles sur des événements communs", "articles on shared events"),
            lang,
        ),
    }
}

/// Whether the groups differ at all.
pub fn verdict(study: &ContrastStudy, rules: &Rules, lang: Lang) -> String {
    match &study.verdict {
        Verdict::NothingToCompare => lang.pick(
            "Rien à comparer : un seul groupe, ou aucun, emploie l'un de ces mots. Lisez ses phrases.".into(),
            "Nothing to compare: one group or none uses any of these words. Read its sentences.".into(),
        ),
        Verdict::OutOfReach { smallest_p, design, units: n } => lang.pick(
            format!(
                "Pas assez d'articles pour trancher ({}) : même la différence la plus nette donnerait p = {}, au-dessus de {}. Les nombres décrivent ces articles ; ajoutez-en pour comparer.",
                units(*design, *n, lang), decimal(*smallest_p, 2, lang), decimal(rules.alpha, 2, lang)
            ),
            format!(
                "Too few articles to tell ({}): even the clearest difference would give p = {}, above {}. The numbers describe these articles; add more to compare.",
                units(*design, *n, lang), decimal(*smallest_p, 2, lang), decimal(rules.alpha, 2, lang)
            ),
        ),
        Verdict::Tested { test, design, smallest_p, units: n } => {
            let p = p_value(test.p, lang);
            let basis = lang.pick(
                format!("{} ; plus petit p possible : {}", units(*design, *n, lang), p_value(*smallest_p, lang).replace("p = ", "").replace("p ", "")),
                format!("{}; smallest p possible: {}", units(*design, *n, lang), p_value(*smallest_p, lang).replace("p = ", "").replace("p ", "")),
            );
            if test.p <= rules.alpha {
                lang.pick(format!("Les groupes diffèrent plus que le hasard ne l'explique ({p} ; {basis})."), format!("The groups differ by more than chance explains ({p}; {basis})."))
            } else {
                lang.pick(
                    format!("Aucune différence établie ({p} ; {basis}). Cela ne veut pas dire qu'il n'y en a pas."),
                    format!("No difference established ({p}; {basis}). This does not mean that there is none."),
                )
            }
        }
    }
}

/// Where the groups differ as a whole and no pair stands out.
pub fn no_pair(study: &ContrastStudy, rules: &Rules, lang: Lang) -> Option<&'static str> {
    let none = study.p().is_some_and(|p| p <= rules.alpha) && study.findings(rules).is_empty();
    none.then(|| {
        lang.pick(
            "Aucune paire ne se détache une fois corrigé le nombre de paires : on ne peut pas dire lesquels diffèrent.",
            "No pair stands out once the number of pairs is corrected for: it cannot be said which of them differ.",
        )
    })
}

/// A finding as a sentence: who, which word, by how much, how surely.
pub fn finding(pair: &PairStudy, study: &ContrastStudy, names: &[String], contrast: &Contrast, lang: Lang) -> String {
    let (more, less) = if pair.difference > 0.0 { (pair.first, pair.second) } else { (pair.second, pair.first) };
    let word = quoted(contrast.members[pair.side].label.in_lang(lang), lang);
    let part = |group: usize| {
        let group = &study.groups[group];
        let value = group.shares[pair.side].map_or(0.0, |e| e.value);
        format!("{} ({})", share(value, lang), articles(group.articles as u64, lang))
    };
    let points = decimal(100.0 * pair.difference.abs(), 0, lang);
    let range = pair.interval.map(|i| {
        let (low, high) = if pair.difference > 0.0 { (i.low, i.high) } else { (-i.high, -i.low) };
        let (low, high) = (decimal(100.0 * low, 0, lang), decimal(100.0 * high, 0, lang));
        lang.pick(format!(", entre {low} et {high}"), format!(", between {low} and {high}"))
    });
    let range = range.unwrap_or_default();
    let p = pair.p.map(|p| p_value(p, lang)).unwrap_or_default();
    lang.pick(
        format!(
            "{} choisit {word} plus souvent que {} : {} contre {}, soit {points} points{} ({p}, corrigé).",
            names[more],
            names[less],
            part(more),
            part(less),
            range
        ),
        format!(
            "{} chooses {word} more often than {}: {} against {}, {points} points{} ({p}, corrected).",
            names[more],
            names[less],
            part(more),
            part(less),
            range
        ),
    )
}

/// The same events told twice, as an odds ratio.
pub fn same_events(pair: &PairStudy, names: &[String], contrast: &Contrast, lang: Lang) -> Option<String> {
    let odds = pair.common_odds;
    let word = quoted(contrast.members[pair.side].label.in_lang(lang), lang);
    let ratio = decimal(odds.log_odds?.exp(), 1, lang);
    let range = match odds.scaled.filter(|_| odds.events >= crate::stats::interval::LEAST) {
        Some(scaled) => {
            let (low, high) = scaled.limits();
            let (low, high) = (decimal(low.exp(), 1, lang), decimal(high.exp(), 1, lang));
            lang.pick(format!("entre {low} et {high}"), format!("between {low} and {high}"))
        }
        None => lang.pick("sans intervalle".into(), "no interval".into()),
    };
    let events = counted(odds.events as u64, ("événement raconté", "event told"), ("événements racontés", "events told"), lang);
    Some(lang.pick(
        format!("Sur {events} par {} et {} : rapport des chances de {word} {ratio} ({range}).", names[pair.first], names[pair.second]),
        format!("Over {events} by {} and {}: odds ratio of {word} {ratio} ({range}).", names[pair.first], names[pair.second]),
    ))
}

/// One row of the table of robustness: what was changed.
pub fn variant(variant: &Variant, title: impl Fn(usize) -> String, lang: Lang) -> String {
    match variant {
        Variant::WithoutMarker([_, _, marker]) => {
            let marker = quoted(marker, lang);
            lang.pick(format!("sans {marker}, le plus fréquent"), format!("without {marker}, the most frequent"))
        }
        Variant::WithoutArticle(article) => {
            let title = quoted(&title(*article), lang);
            lang.pick(format!("sans l'article qui pèse le plus, {title}"), format!("without the heaviest article, {title}"))
        }
        Variant::WithoutTitles => lang.pick("sans les titres".into(), "without titles".into()),
        Variant::AllVoices => lang.pick("avec les citations".into(), "with quotations".into()),
        Variant::WithoutQuotations => lang.pick("sans les citations".into(), "without quotations".into()),
        Variant::WithoutCopies => lang.pick("sans les textes repris".into(), "without shared texts".into()),
        Variant::CopiesAsFound => lang.pick("textes repris comptés à chaque fois".into(), "shared texts counted each time".into()),
        Variant::FirstOnly => lang.pick("premier choix de chaque article seulement".into(), "first choice of each article only".into()),
        Variant::MeanOfShares => lang.pick("chaque article pèse autant".into(), "each article weighs the same".into()),
    }
}

/// What was left of the finding.
pub fn outcome(row: &Row, lang: Lang) -> String {
    let points = match row.difference {
        Some(d) => {
            lang.pick(format!("{} points", decimal(100.0 * d.abs(), 0, lang)), format!("{} points", decimal(100.0 * d.abs(), 0, lang)))
        }
        None => String::new(),
    };
    let p = row.p.map(|p| format!(", {}", p_value(p, lang))).unwrap_or_default();
    match row.outcome {
        Outcome::Survives => lang.pick(format!("tient ({points}{p})"), format!("holds ({points}{p})")),
        Outcome::Weaker => lang.pick(format!("ne tient plus ({points}{p})"), format!("no longer holds ({points}{p})")),
        Outcome::Reversed => lang.pick(format!("s'inverse ({points}{p})"), format!("turns round ({points}{p})")),
        Outcome::Untold => lang.pick("trop peu d'articles pour le dire".into(), "too few articles to tell".into()),
    }
}
