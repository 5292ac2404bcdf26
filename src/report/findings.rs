//! What a comparison may say, in words: findings, refusals, and their limits. No number without its n.

use super::words::{articles, counted, listed, que, quoted};
use crate::charts::number::{decimal, percent};
use crate::lang::Lang;
use crate::lexicon::Contrast;
use crate::lexicon::validation::{SideValidation, Validation};
use crate::stats::Voices;
use crate::stats::interval::{Estimate, Interval, Refusal};
use crate::stats::material::Copies;
use crate::stats::permutation::Design;
use crate::stats::robustness::{Outcome, Seen, Variant};
use crate::stats::study::{ContrastStudy, GroupStudy, PairStudy, Rules, Verdict};
use crate::stats::survey::Case;

pub fn semicolon(lang: Lang) -> &'static str {
    lang.pick("\u{a0}; ", "; ")
}

/// A conclusion by its number.
pub fn numbered(at: usize, lang: Lang) -> String {
    lang.pick(format!("n°\u{a0}{}", at + 1), format!("no.\u{a0}{}", at + 1))
}

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
        Refusal::Alike => lang.pick(
            "pas d'intervalle : tous les articles choisissent exactement dans la même proportion".into(),
            "no interval: all articles choose in exactly the same proportion".into(),
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
            ("article ou groupe d'articles d'une même source", "article or group of articles of one source"),
            ("articles ou groupes d'articles d'une même source", "articles or groups of articles of one source"),
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
                "Pas assez d'articles pour comparer ({}) : même la différence la plus nette pourrait venir du hasard (plus petit p possible : {} ; il faudrait {} au plus). Les nombres et les phrases décrivent ces articles-ci, rien de plus ; ajoutez des articles.",
                units(*design, *n, lang), decimal(*smallest_p, 2, lang), decimal(rules.alpha, 2, lang)
            ),
            format!(
                "Too few articles to compare ({}): even the clearest difference could come by chance (smallest p possible: {}; {} at most would be needed). The numbers and sentences describe these articles and nothing more; add articles.",
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
pub fn no_pair(study: &ContrastStudy, rules: &Rules, lang: Lang) -> Option<String> {
    let is_said = study.pairs.iter().any(|pair| rules.may_be_said(pair) || rules.is_reversed(pair));
    let is_small = study.pairs.iter().any(|pair| pair.p.is_some_and(|p| p <= rules.alpha));
    let none = study.differs(rules) && !is_said;
    none.then(|| match is_small {
        true => lang.pick(
            format!("Entre deux d'entre eux, aucune différence établie n'atteint {} : aucune n'est mise en phrase.", points(rules, lang)),
            format!("Between two of them no established difference reaches {}: none is put into a sentence.", points(rules, lang)),
        ),
        false => lang.pick(
            "Aucune paire ne se détache une fois corrigé le nombre de paires : on ne peut pas dire lesquels diffèrent.".into(),
            "No pair stands out once the number of pairs is corrected for: it cannot be said which of them differ.".into(),
        ),
    })
}

/// The smallest difference that is put into a sentence: "10 points".
pub fn points(rules: &Rules, lang: Lang) -> String {
    format!("{} points", decimal(100.0 * rules.least_difference(), 0, lang))
}

/// What the choices are worth where a text that several articles share counts once; empty where that changes nothing.
pub fn shared(figures: &GroupStudy, copies: Copies, lang: Lang) -> String {
    if !figures.is_weighed() {
        return String::new();
    }
    let worth = decimal(figures.counts.iter().sum(), 1, lang);
    match copies {
        Copies::Without => lang.pick(format!(", {worth} sans les textes repris"), format!(", {worth} without shared texts")),
        _ => lang.pick(format!(", {worth} une fois partagés les textes repris"), format!(", {worth} once shared texts are divided")),
    }
}

/// Why percentages are not those of plain counts; None where they are.
pub fn weighed(study: &ContrastStudy, copies: Copies, lang: Lang) -> Option<&'static str> {
    study.groups.iter().any(GroupStudy::is_weighed).then(|| match copies {
        Copies::Without => lang.pick(
            "Phrases, parts et intervalles laissent de côté les textes repris, que les barres et les tableaux de nombres comptent : leurs pourcentages peuvent différer.",
            "Sentences, shares and intervals leave out shared texts, which bars and tables of counts take in: their percentages may differ.",
        ),
        _ => lang.pick(
            "Dans les phrases, les parts et leurs intervalles, un texte repris par plusieurs articles compte une seule fois, partagé entre eux ; les barres et les tableaux de nombres le comptent à chaque fois : leurs pourcentages peuvent différer.",
            "In sentences, shares and their intervals a text that several articles share counts only once, divided among them; bars and tables of counts take it each time: their percentages may differ.",
        ),
    })
}

/// Pairs of which nothing is concluded, because within events they differ one way and over all articles the other way.
pub fn reversed(study: &ContrastStudy, names: &[String], contrast: &Contrast, rules: &Rules, lang: Lang) -> Vec<String> {
    let sentence = |pair: &PairStudy| {
        let (more, less) = if pair.difference > 0.0 { (pair.second, pair.first) } else { (pair.first, pair.second) };
        let word = quoted(contrast.members[pair.side].label.in_lang(lang), lang);
        let p = pair.p.map(|p| p_value(p, lang)).unwrap_or_default();
        lang.pick(
            format!("Rien à conclure de {word} : à événement égal, {} l'emploie plus {} ({p}) ; sur tous les articles, c'est l'inverse. Les deux ne racontent pas les mêmes événements, ou pas aussi longuement. Comparez-les événement par événement.", names[more], que(&names[less])),
            format!("Nothing to conclude on {word}: within events {} uses it more than {} ({p}); over all articles it is the other way round. They tell other events, or tell them at other lengths. Compare them event by event.", names[more], names[less]),
        )
    };
    study.pairs.iter().filter(|pair| rules.is_reversed(pair)).map(sentence).collect()
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
    let range = range.unwrap_or_else(|| lang.pick(", sans intervalle".into(), ", no interval".into()));
    let (p, family) = (pair.p.map(|p| p_value(p, lang)).unwrap_or_default(), study.pairs.len());
    lang.pick(
        format!(
            "{} choisit {word} plus souvent {} : {} contre {}, soit {points} points{} ({p}, corrigé sur les {family} comparaisons de ce contraste).",
            names[more],
            que(&names[less]),
            part(more),
            part(less),
            range
        ),
        format!(
            "{} chooses {word} more often than {}: {} against {}, {points} points{} ({p}, corrected over the {family} comparisons of this contrast).",
            names[more],
            names[less],
            part(more),
            part(less),
            range
        ),
    )
}

/// The size of a finding on the scale of odds: over all articles, then over the events that both tell.
pub fn odds(pair: &PairStudy, lang: Lang) -> String {
    // As the sentence goes: who chooses the word more often, over who chooses it less.
    let sign = if pair.difference < 0.0 { -1.0 } else { 1.0 };
    let range = match (pair.log_odds.interval, pair.log_odds.corrected) {
        (Some(i), _) => ends(sign, i.low, i.high, lang),
        (None, true) => lang.pick(
            "0,5 ajouté aux quatre cases, l'une étant vide ; sans intervalle".into(),
            "0.5 added to all four cells, one being empty; no interval".into(),
        ),
        (None, false) => lang.pick("sans intervalle".into(), "no interval".into()),
    };
    let value = decimal(sign * pair.log_odds.value, 1, lang);
    let all = lang.pick(format!("Logarithme du rapport des chances : {value} ({range})."), format!("Log odds ratio: {value} ({range})."));
    [Some(all), same_events(pair, sign, lang)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn ends(sign: f64, low: f64, high: f64, lang: Lang) -> String {
    let (low, high) = if sign < 0.0 { (-high, -low) } else { (low, high) };
    let (low, high) = (decimal(low, 1, lang), decimal(high, 1, lang));
    lang.pick(format!("entre {low} et {high}"), format!("between {low} and {high}"))
}

/// The same over the events that both tell (Mantel–Haenszel); nothing where there is none.
fn same_events(pair: &PairStudy, sign: f64, lang: Lang) -> Option<String> {
    let odds = pair.common_odds;
    if odds.events == 0 {
        return None;
    }
    let events = counted(odds.events as u64, ("événement", "event"), ("événements", "events"), lang);
    let told = lang.pick(format!("Sur {events} que les deux racontent"), format!("Over {events} that both tell"));
    let Some(value) = odds.log_odds else {
        return Some(lang.pick(
            format!("{told} : sans valeur finie, l'un des deux n'y emploie jamais, ou toujours, ce mot."),
            format!("{told}: no finite value, as one of them never, or always, uses this word there."),
        ));
    };
    let range = match odds.scaled.filter(|_| odds.events >= crate::stats::interval::LEAST) {
        Some(scaled) => {
            let (low, high) = scaled.limits();
            ends(sign, low, high, lang)
        }
        None => lang.pick("sans intervalle".into(), "no interval".into()),
    };
    let value = decimal(sign * value, 1, lang);
    Some(lang.pick(format!("{told} : {value} ({range})."), format!("{told}: {value} ({range}).")))
}

/// The same comparison with copies counted in the other way: its test, and the shares that change.
pub fn otherwise(case: &Case, names: &[String], contrast: &Contrast, rules: &Rules, lang: Lang) -> Option<String> {
    let (copies, study) = case.otherwise.as_ref()?;
    let how = match copies {
        Copies::AsFound => lang.pick("Textes repris comptés à chaque fois", "Shared texts counted each time"),
        _ => lang.pick("Textes repris comptés une fois par groupe", "Shared texts counted once a group"),
    };
    let groups = names.iter().zip(study.groups.iter().zip(&case.study.groups));
    let changed: Vec<String> = groups
        .filter(|(_, (other, own))| other.counts != own.counts)
        .map(|(name, (other, _))| format!("{name} {}", shares(&other.counts, contrast, lang)))
        .collect();
    let test = match &study.verdict {
        Verdict::Tested { test, .. } if test.p <= rules.alpha => lang
            .pick(format!("les groupes diffèrent ({})", p_value(test.p, lang)), format!("the groups differ ({})", p_value(test.p, lang))),
        Verdict::Tested { test, .. } => lang.pick(
            format!("aucune différence établie ({})", p_value(test.p, lang)),
            format!("no difference established ({})", p_value(test.p, lang)),
        ),
        _ => lang.pick("toujours pas assez d'articles pour comparer".into(), "still too few articles to compare".into()),
    };
    let colon = lang.pick(" : ", ": ");
    let all: Vec<String> = changed.into_iter().chain([test]).collect();
    Some(format!("{how}{colon}{}.", all.join(semicolon(lang))))
}

/// Choices by side, as "« libérer » 3 sur 4".
pub fn shares(counts: &[f64], contrast: &Contrast, lang: Lang) -> String {
    let base: f64 = counts.iter().sum();
    let count = |value: f64| decimal(value, if value.fract().abs() < 1e-9 { 0 } else { 1 }, lang);
    let side = |side: usize| {
        let word = quoted(contrast.members[side].label.in_lang(lang), lang);
        lang.pick(
            format!("{word} {} sur {}", count(counts[side]), count(base)),
            format!("{word} {} of {}", count(counts[side]), count(base)),
        )
    };
    (0..counts.len()).filter(|side| counts[*side] > 0.0).map(side).collect::<Vec<_>>().join(", ")
}

/// How right annotators found the sides of a contrast that are used, where they saw enough of them.
pub fn validated(case: &Case, validation: &Validation, contrast: &Contrast, lang: Lang) -> Option<String> {
    let is_used = |side: &usize| case.study.groups.iter().any(|g| g.counts[*side] > 0.0);
    let side = |side: usize| {
        let known = validation.side(contrast, side);
        let word = quoted(contrast.members[side].label.in_lang(lang), lang);
        known.is_enough().then(|| format!("{word}{}{}", lang.pick(" : ", ": "), accuracy(known, lang)))
    };
    let known: Vec<String> = (0..contrast.members.len()).filter(is_used).filter_map(side).collect();
    let colon = lang.pick(" : ", ": ");
    (!known.is_empty()).then(|| format!("{}{colon}{}.", annotated(validation, lang), known.join(semicolon(lang))))
}

/// On what the instrument was checked.
pub fn annotated(validation: &Validation, lang: Lang) -> String {
    let (all, read) = (validation.articles, validation.read);
    lang.pick(
        format!("Vérifié sur {all} articles annotés, dont {read} lus en écrivant le lexique"),
        format!("Checked on {all} annotated articles, {read} of them read when the lexicon was written"),
    )
}

/// How right a word was found there.
pub fn accuracy(known: SideValidation, lang: Lang) -> String {
    let SideValidation { right, given, annotated } = known;
    lang.pick(
        format!("{right} justes sur {given} relevés, {right} trouvés sur {annotated} annotés"),
        format!("{right} right of {given} found, {right} found of {annotated} annotated"),
    )
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
        Variant::Stems => lang.pick(
            "par racines (tout mot de même racine, en tout sens, qui que ce soit qui le dise)".into(),
            "by stems (every word of the same stem, in any sense, whoever says it)".into(),
        ),
        Variant::MeanOfShares => lang.pick("chaque article pèse autant".into(), "each article weighs the same".into()),
    }
}

/// What was left of the finding, with its n.
pub fn outcome(seen: &Seen, lang: Lang) -> String {
    let [one, two] = seen.articles;
    let n = lang.pick(format!("{one} et {two} articles"), format!("{one} and {two} articles"));
    let points = seen.difference.map(|d| format!("{} points, ", decimal(100.0 * d.abs(), 0, lang))).unwrap_or_default();
    let p = seen.p.map(|p| format!("{}, ", p_value(p, lang))).unwrap_or_default();
    let what = match seen.outcome {
        Outcome::Survives => lang.pick("tient", "holds"),
        Outcome::Weaker => lang.pick("ne tient plus", "no longer holds"),
        Outcome::Reversed => lang.pick("s'inverse", "turns round"),
        Outcome::Untold => return lang.pick(format!("trop peu d'articles pour le dire ({n})"), format!("too few articles to tell ({n})")),
    };
    format!("{what} ({points}{p}{n})")
}

/// One row for all findings of a contrast: those that hold by number, the others with their figures.
pub fn outcomes(seen: &[Seen], lang: Lang) -> String {
    if let [one] = seen {
        return outcome(one, lang);
    }
    let held: Vec<String> = (0..seen.len()).filter(|at| seen[*at].outcome == Outcome::Survives).map(|at| (at + 1).to_string()).collect();
    let lost = seen
        .iter()
        .enumerate()
        .filter(|(_, s)| s.outcome != Outcome::Survives)
        .map(|(at, s)| format!("{} {}", numbered(at, lang), outcome(s, lang)));
    let held = match held.len() {
        0 => None,
        n if n == seen.len() => Some(lang.pick("toutes tiennent".into(), "all hold".into())),
        1 => Some(lang.pick(format!("n°\u{a0}{} tient", held[0]), format!("no.\u{a0}{} holds", held[0]))),
        _ => Some(lang.pick(format!("n°\u{a0}{} tiennent", listed(&held, lang)), format!("nos.\u{a0}{} hold", listed(&held, lang)))),
    };
    held.into_iter().chain(lost).collect::<Vec<_>>().join(semicolon(lang))
}
