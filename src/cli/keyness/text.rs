//! Keywords for a terminal: for each group its typical words, then those that it avoids.

use super::Found;
use crate::charts::number::{count, decimal};
use crate::lang::Lang;
use crate::report::findings;
use crate::report::words::{articles, quoted};
use crate::stats::By;
use crate::stats::keyness::{GroupKeywords, Keyword};
use crate::text::window;

/// Below this nothing is a keyword: one chance in a hundred.
const NOTABLE: f64 = 2.0;
/// Words that a group avoids, on one line.
const AVOIDED: usize = 8;
/// Columns of the longest word.
const WIDEST: usize = 36;

pub fn write(found: &Found) -> String {
    let lang = found.lang;
    let mut lines = head(found);
    for at in &found.shown {
        lines.push(String::new());
        lines.extend(group(found, &found.keyness.groups[*at]));
    }
    lines.push(String::new());
    lines.extend(foot(found, lang));
    lines.join("\n") + "\n"
}

fn head(found: &Found) -> Vec<String> {
    let (lang, keyness) = (found.lang, &found.keyness);
    let read: u64 = keyness.groups.iter().map(|group| group.articles).sum();
    let words: u64 = keyness.groups.iter().map(|group| group.words).sum();
    let mut lines = vec![
        lang.pick(
            format!("{}, {} mots, groupes : {}", articles(read, lang), count(words, lang), keyness.groups.len()),
            format!("{}, {} words, groups: {}", articles(read, lang), count(words, lang), keyness.groups.len()),
        ),
        findings::whose(found.voices, lang).to_owned(),
    ];
    let left_out = [
        (found.opinion, lang.pick("textes d'opinion laissés de côté", "texts of opinion left out")),
        (found.copies, lang.pick("textes repris laissés de côté", "near-copies left out")),
    ];
    lines.extend(left_out.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{what}{}{n}", lang.pick(" : ", ": "))));
    lines
}

fn group(found: &Found, group: &GroupKeywords) -> Vec<String> {
    let lang = found.lang;
    let mut lines =
        vec![format!("{} ({}, {} {})", group.name, articles(group.articles, lang), count(group.words, lang), lang.pick("mots", "words"))];
    let typical: Vec<&Keyword> = group.keywords.iter().filter(|keyword| keyword.rank() >= NOTABLE).take(found.top).collect();
    if typical.is_empty() {
        lines.push(lang.pick(
            "  Aucun mot ne le distingue sans tenir à un seul article.".into(),
            "  No word sets it apart without hanging on a single article.".into(),
        ));
    } else {
        let rows: Vec<[String; 9]> = typical.iter().map(|keyword| cells(found, keyword)).collect();
        lines.extend(aligned(&header(lang), &rows));
    }
    let avoided: Vec<String> = group
        .keywords
        .iter()
        .rev()
        .take_while(|keyword| keyword.rank() <= -NOTABLE)
        .take(AVOIDED)
        .map(|keyword| {
            let word = quoted(found.table.form(keyword.unit), lang);
            format!("{word} {} ({}/{})", decimal(keyword.rank(), 1, lang), keyword.here.k, keyword.here.n)
        })
        .collect();
    if !avoided.is_empty() {
        lines.push(format!("  {}{}", lang.pick("Moins qu'ailleurs : ", "Less than elsewhere: "), avoided.join(", ")));
    }
    lines
}

fn header(lang: Lang) -> [String; 9] {
    lang.pick(
        ["mot", "rang", "spécificité", "articles", "ailleurs", "occ.", "DP", "z", "q"],
        ["word", "rank", "specificity", "articles", "elsewhere", "occ.", "DP", "z", "q"],
    )
    .map(String::from)
}

fn cells(found: &Found, keyword: &Keyword) -> [String; 9] {
    let lang = found.lang;
    let of = lang.pick("sur", "of");
    [
        window::cut(found.table.form(keyword.unit), WIDEST),
        decimal(keyword.rank(), 1, lang),
        decimal(keyword.specificity, 1, lang),
        format!("{} {of} {}", keyword.here.k, keyword.here.n),
        format!("{} {of} {}", keyword.there.k, keyword.there.n),
        format!("{}/{}", keyword.counts.here, keyword.counts.everywhere),
        keyword.dp.map_or("–".into(), |dp| decimal(dp, 2, lang)),
        keyword.log_odds.map_or("–".into(), |odds| decimal(odds.z, 1, lang)),
        if keyword.q < 0.001 { lang.pick("< 0,001", "< 0.001").into() } else { decimal(keyword.q, 3, lang) },
    ]
}

/// The first column on the left, numbers on the right.
fn aligned(header: &[String; 9], rows: &[[String; 9]]) -> Vec<String> {
    let widths: Vec<usize> = (0..9).map(|c| rows.iter().chain([header]).map(|row| window::width(&row[c])).max().unwrap_or(0)).collect();
    let line = |row: &[String; 9]| {
        let numbers: Vec<String> = (1..9).map(|c| window::right_aligned(&row[c], widths[c])).collect();
        format!("  {}  {}", window::left_aligned(&row[0], widths[0]), numbers.join("  "))
    };
    [header].into_iter().chain(rows).map(line).collect()
}

fn foot(found: &Found, lang: Lang) -> Vec<String> {
    let (rules, keyness) = (&found.rules, &found.keyness);
    let prior = decimal(keyness.prior, 0, lang);
    let mut lines = vec![
        lang.pick("À savoir", "Good to know").to_owned(),
        lang.pick(
            format!("  Rang : spécificité de Lafon (signe et log10), une fois ôté l'article qui pèse le plus ; à partir de {NOTABLE}."),
            format!("  Rank: Lafon's specificity (signed log10) without the article that weighs most; from {NOTABLE} on."),
        ),
        lang.pick(
            format!("  Mots et expressions examinés : {}, présents au moins {} fois, dans {} articles au moins.", keyness.units, rules.least_count, rules.least_articles),
            format!("  Words and expressions looked at: {}, found {} times at least, in {} articles at least.", keyness.units, rules.least_count, rules.least_articles),
        ),
        lang.pick(
            format!("  q : test par articles, corrigé sur {} comparaisons (Benjamini-Hochberg). z : a priori de Dirichlet de {prior} mots.", keyness.tests),
            format!("  q: test over articles, corrected for {} comparisons (Benjamini-Hochberg). z: Dirichlet prior of {prior} words.", keyness.tests),
        ),
        lang.pick(
            "  Un mot typique n'est pas une opinion : ce peut être un sujet, un lieu, un nom. Lisez-le : cadrage concordance \"~mot\" ARTICLES".into(),
            "  A typical word is no opinion: it may be a subject, a place, a name. Read it: cadrage concordance \"~word\" ARTICLES".into(),
        ),
    ];
    if found.by == By::Article {
        lines.push(lang.pick(
            "  Chaque groupe est un seul article : rien n'est ôté, et le test par articles ne peut rien établir.".into(),
            "  Each group is a single article: nothing is taken away, and the test over articles can establish nothing.".into(),
        ));
    }
    lines
}
