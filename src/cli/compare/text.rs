//! The comparison in words, for the terminal.

use super::Compared;
use crate::charts::number;
use crate::lang::Lang;
use crate::report::findings;
use crate::report::words::{articles, counted, quoted};
use crate::stats::By;
use crate::stats::filter::Voices;
use crate::stats::study::ContrastStudy;

pub fn write(compared: &Compared) -> String {
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    head(compared).iter().for_each(|text| line(text));
    let mut silent = Vec::new();
    for ((l, c), study) in &compared.survey.contrasts {
        let contrast = &compared.lexicons[*l].contrasts[*c];
        if study.total() == 0.0 {
            silent.push(contrast.title.in_lang(compared.lang));
            continue;
        }
        line("");
        line(contrast.title.in_lang(compared.lang));
        table(compared, study, contrast).iter().for_each(|row| line(&format!("  {row}")));
        said(compared, study, contrast).iter().for_each(|text| line(&format!("  {text}")));
    }
    if !silent.is_empty() {
        line("");
        line(&format!("{}{}", compared.lang.pick("Sans aucun passage ici : ", "With no passage here: "), silent.join(" ; ")));
    }
    out
}

fn head(compared: &Compared) -> Vec<String> {
    let lang = compared.lang;
    let n = compared.survey.groups.len() as u64;
    let groups = match compared.by {
        By::Outlet => counted(n, ("média", "outlet"), ("médias", "outlets"), lang),
        By::Article => counted(n, ("article côte à côte", "article side by side"), ("articles côte à côte", "articles side by side"), lang),
        By::Event => counted(n, ("événement", "event"), ("événements", "events"), lang),
        By::Author => counted(n, ("signature", "byline"), ("signatures", "bylines"), lang),
        By::Date => counted(n, ("mois", "month"), ("mois", "months"), lang),
    };
    let mut head = vec![format!("{groups}, {}", articles(compared.articles as u64, lang))];
    if compared.opinions > 0 {
        let opinions = counted(
            compared.opinions as u64,
            ("texte d'opinion laissé", "opinion piece left"),
            ("textes d'opinion laissés", "opinion pieces left"),
            lang,
        );
        head.push(
            lang.pick(
                format!("{opinions} de côté : l'auteur y parle en son nom."),
                format!("{opinions} out: its author speaks for himself."),
            ),
        );
    }
    head.push(
        match compared.survey.view.filter.voices {
            Voices::Outlet => lang.pick(
                "Mots de l'article lui-même, là où l'on sait qui parle ; les citations sont laissées de côté.",
                "Words of the article itself, where it is known who speaks; quotations are left out.",
            ),
            Voices::Unquoted => lang.pick("Mots hors guillemets.", "Words outside quotation marks."),
            Voices::All => lang.pick("Mots de l'article et de ceux qu'il cite.", "Words of the article and of those it quotes."),
        }
        .into(),
    );
    head.push(lang.pick(
        format!("Exploratoire : aucun plan n'a été écrit avant de regarder les nombres. Graine {}.", compared.survey.rules.seed),
        format!("Exploratory: no plan was written before looking at the numbers. Seed {}.", compared.survey.rules.seed),
    ));
    head
}

/// Name, share of each side with its interval, n.
fn table(compared: &Compared, study: &ContrastStudy, contrast: &crate::lexicon::Contrast) -> Vec<String> {
    let lang = compared.lang;
    let mut rows = Vec::new();
    for (group, figures) in compared.survey.groups.iter().zip(&study.groups) {
        let base: f64 = figures.counts.iter().sum();
        if base == 0.0 {
            continue;
        }
        let choices = counted(base.ceil() as u64, ("choix", "choice"), ("choix", "choices"), lang);
        let of = lang.pick(
            format!("dans {} sur {}", figures.articles, articles(figures.of as u64, lang)),
            format!("in {} of {}", figures.articles, articles(figures.of as u64, lang)),
        );
        rows.push(format!("{} ({choices} {of})", group.name));
        for (side, estimate) in figures.shares.iter().enumerate() {
            let Some(estimate) = estimate else { continue };
            let word = quoted(contrast.members[side].label.in_lang(lang), lang);
            rows.push(format!(
                "    {word} {} · {} · {}",
                findings::share(estimate.value, lang),
                count(figures.counts[side], lang),
                findings::interval(estimate, lang)
            ));
        }
    }
    rows
}

fn count(value: f64, lang: Lang) -> String {
    let shown =
        if (value - value.round()).abs() < 1e-9 { number::count(value.round() as u64, lang) } else { number::decimal(value, 1, lang) };
    format!("{shown}\u{a0}×")
}

fn said(compared: &Compared, study: &ContrastStudy, contrast: &crate::lexicon::Contrast) -> Vec<String> {
    let (lang, rules) = (compared.lang, &compared.survey.rules);
    let names: Vec<String> = compared.survey.groups.iter().map(|g| g.name.clone()).collect();
    let mut said = vec![findings::verdict(study, rules, lang)];
    for pair in study.findings(rules) {
        said.push(format!("→ {}", findings::finding(pair, study, &names, contrast, lang)));
        said.extend(findings::same_events(pair, &names, contrast, lang).map(|text| format!("  {text}")));
    }
    said.push(contrast.caution.in_lang(lang).into());
    said
}
