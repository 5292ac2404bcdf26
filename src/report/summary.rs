//! The comparison as a page of Markdown: to paste into notes, a repository, a message.

use super::words::{articles, counted, quoted};
use super::{Corpus, findings, reading};
use crate::charts::number::count;
use crate::stats::caution::{general, of_case};
use crate::stats::interval::Refusal;
use crate::stats::survey::Case;
use std::fmt::Write as _;

/// Headings, tables and sentences; the sentences are those of the report.
pub fn write(corpus: &Corpus) -> String {
    let lang = corpus.lang;
    let mut out = String::new();
    let mut line = |text: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{text}");
    };
    line(&format!("# {}\n", lang.pick("Résumé de la comparaison", "Summary of the comparison")));
    line(&format!(
        "{}\n",
        lang.pick(
            "Ces nombres comptent des mots choisis parmi d'autres possibles. Ils ne notent personne et ne disent pas qui a raison.",
            "These numbers count words chosen among other possible ones. They rate nobody and do not say who is right."
        )
    ));
    line(&read(corpus));
    let met: Vec<&Case> = corpus.survey.cases.iter().filter(|case| case.study.total() > 0.0).collect();
    if met.is_empty() {
        line(lang.pick("Aucun mot des contrastes n'a été relevé.\n", "No word of the contrasts was found.\n"));
    } else {
        line(&format!(
            "{} {}\n",
            findings::whose(corpus.survey.view.filter.voices, lang),
            lang.pick("Sans les textes d'opinion.", "Without opinion.")
        ));
    }
    met.iter().for_each(|case| line(&contrast(corpus, case)));
    line(&format!("## {}\n", lang.pick("À savoir", "Cautions")));
    for caution in general(&corpus.survey) {
        line(&format!("* {}", caution.message(lang)));
    }
    line(&method(corpus));
    out
}

/// What was read, group by group.
fn read(corpus: &Corpus) -> String {
    let lang = corpus.lang;
    let rows = reading::read(corpus).into_iter().map(|group| {
        let why = group.set_aside(lang).map(|why| format!(" ({why})")).unwrap_or_default();
        vec![
            group.name.clone(),
            group.read.to_string(),
            format!("{}{why}", group.compared.len()),
            count(group.words(corpus) as u64, lang),
            group.span(corpus),
        ]
    });
    let header =
        lang.pick(["", "Articles lus", "Comparés", "Mots comparés", "Dates"], ["", "Articles read", "Compared", "Words compared", "Dates"]);
    format!("## {}\n\n{}", lang.pick("Ce qui a été lu", "What was read"), table(&header.map(String::from), rows))
}

/// Shares with their intervals, then what can be said.
fn contrast(corpus: &Corpus, case: &Case) -> String {
    let (lang, survey, study) = (corpus.lang, &corpus.survey, &case.study);
    let contrast = &corpus.lexicons[case.at.0].contrasts[case.at.1];
    let names: Vec<String> = survey.groups.iter().map(|g| g.name.clone()).collect();
    let sides = 0..contrast.members.len();
    let mut header = vec![String::new()];
    header.extend(sides.clone().map(|side| quoted(contrast.members[side].label.in_lang(lang), lang)));
    header.push(lang.pick("Base", "Base").into());
    let rows = survey.groups.iter().zip(&study.groups).filter(|(_, figures)| figures.articles > 0).map(|(group, figures)| {
        let share = |side: usize| match &figures.shares[side] {
            // Too few articles get counts, no percentages.
            Some(estimate) if figures.found[side] > 0 && matches!(estimate.interval, Err(Refusal::TooFew { .. })) => {
                let of = lang.pick("sur", "of");
                format!("{} {of} {} ({})", figures.found[side], figures.found.iter().sum::<u64>(), findings::interval(estimate, lang))
            }
            Some(estimate) if figures.found[side] > 0 => {
                format!("{} ({})", findings::share(estimate.value, lang), findings::interval(estimate, lang))
            }
            _ => "0".into(),
        };
        let base = counted(figures.found.iter().sum(), ("choix", "choice"), ("choix", "choices"), lang);
        let mut row = vec![group.name.clone()];
        row.extend(sides.clone().map(share));
        row.push(format!("{base}{}, {}", findings::shared(figures, survey.view.copies, lang), articles(figures.articles as u64, lang)));
        row
    });
    let mut out =
        format!("## {}\n\n{}\n{}\n", contrast.title.in_lang(lang), table(&header, rows), findings::verdict(study, &survey.rules, lang));
    if let Some(text) = findings::no_pair(study, &survey.rules, lang) {
        let _ = writeln!(out, "\n{text}");
    }
    for text in findings::reversed(study, &names, contrast, &survey.rules, lang) {
        let _ = writeln!(out, "\n{text}");
    }
    for pair in study.findings(&survey.rules) {
        let _ = writeln!(out, "\n* {}", findings::finding(pair, study, &names, contrast, lang));
    }
    let _ = writeln!(out, "\n{}", contrast.caution.in_lang(lang));
    for caution in of_case(case, survey, corpus.lexicons, lang) {
        let _ = writeln!(out, "\n* {}", caution.message(lang));
    }
    out
}

/// What somebody else needs to get the same numbers.
fn method(corpus: &Corpus) -> String {
    let lang = corpus.lang;
    let mut out = format!("\n## {}\n\ncadrage {}", lang.pick("Instrument", "Instrument"), env!("CARGO_PKG_VERSION"));
    let _ = writeln!(out, "{}{}", lang.pick(" ; graine ", "; seed "), corpus.survey.rules.seed);
    for lexicon in &corpus.instrument.lexicons {
        let _ = write!(out, "\n* {} {}, SHA-256 `{}`", quoted(&lexicon.identity.id, lang), lexicon.identity.version, lexicon.sha256);
    }
    out
}

/// A table of Markdown; a bar within a cell would end it.
fn table(header: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let row = |cells: &[String]| {
        format!("| {} |\n", cells.iter().map(|cell| cell.replace('|', "\\|").replace('\n', " ")).collect::<Vec<_>>().join(" | "))
    };
    let rule = format!("|{}\n", " --- |".repeat(header.len()));
    row(header) + &rule + &rows.map(|cells| row(&cells)).collect::<String>()
}
