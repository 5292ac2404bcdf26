//! What was compared and what was set aside.

use super::words::counted;
use super::{Corpus, Scored};
use crate::charts::number;
use crate::corpus::Genre;
use crate::lang::Lang;
use crate::stats::Grouping;
use crate::text::offsets::Slicer;
use crate::zones::ZoneKind;
use maud::{Markup, html};

pub fn section(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    html! {
        @match corpus.grouping {
            Grouping::Articles => (table(corpus)),
            Grouping::Outlets => {
                (summary(corpus))
                details {
                    summary { (lang.pick("Article par article, et ce qui a été mis de côté", "Article by article, and what was set aside")) }
                    (table(corpus))
                }
            }
        }
        @if !corpus.refused.is_empty() {
            p { strong { (lang.pick("N'ont pas pu être lus :", "Could not be read:")) } }
            ul { @for line in &corpus.refused { li { (line) } } }
        }
    }
}

/// A row an outlet: how much of it was read, and from when.
fn summary(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    html! {
        div.scroll { table {
            thead { tr {
                th scope="col" { (lang.pick("Média", "Outlet")) }
                th.number scope="col" { "Articles" }
                th.number scope="col" { (lang.pick("Mots", "Words")) }
                th.number scope="col" { (lang.pick("Passages relevés", "Passages found")) }
                th scope="col" { (lang.pick("Du … au …", "From … to …")) }
            } }
            tbody {
                @for group in &corpus.comparison.groups {
                    @let records = group.articles.iter().map(|at| &corpus.articles[*at].record);
                    @let dates: Vec<&str> = records.clone().filter_map(|r| r.date.as_deref()).collect();
                    tr {
                        th scope="row" { (group.name) }
                        td.number { (group.articles.len()) }
                        td.number { (records.clone().map(|r| r.tokens).sum::<usize>()) }
                        td.number { (records.clone().map(|r| r.hits.len()).sum::<usize>()) }
                        td.date { (dates.iter().min().unwrap_or(&"?")) " – " (dates.iter().max().unwrap_or(&"?")) }
                    }
                }
            }
        } }
    }
}

/// A row an article.
fn table(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    let unknown = lang.pick("inconnu", "unknown");
    html! {
        div.scroll { table.reading {
            thead { tr {
                th scope="col" { "Article" }
                th scope="col" { (lang.pick("Média", "Outlet")) }
                th scope="col" { "Date" }
                th scope="col" { "Genre" }
                th.number scope="col" { (lang.pick("Mots", "Words")) }
                th.number scope="col" { (lang.pick("Passages relevés", "Passages found")) }
                th scope="col" { (lang.pick("Mis de côté", "Set aside")) }
            } }
            tbody {
                @for (at, scored) in corpus.articles.iter().enumerate() {
                    @let record = &scored.record;
                    tr {
                        th scope="row" {
                            (corpus.title(at))
                            @if record.title.is_none() { small { (lang.pick("sans titre", "no title")) } }
                        }
                        td.name { (record.outlet.as_deref().unwrap_or(unknown)) }
                        td.date { (record.date.as_deref().unwrap_or(unknown)) }
                        td { (genre(record.genre, lang)) }
                        td.number { (record.tokens) }
                        td.number { (record.hits.len()) small { (density(scored, lang)) } }
                        td {
                            (set_aside(scored, lang))
                            @for warning in &record.warnings { p.note { (warning) } }
                        }
                    }
                }
            }
        } }
    }
}

fn density(scored: &Scored, lang: Lang) -> String {
    let rate = crate::stats::Rate { count: scored.record.hits.len() as u64, tokens: scored.record.tokens as u64 };
    match rate.per_thousand() {
        Some(value) => format!("{} {}", number::rate(value, lang), lang.pick("pour 1\u{202f}000 mots", "per 1,000 words")),
        None => String::new(),
    }
}

/// As readers call it.
pub fn genre(genre: Option<Genre>, lang: Lang) -> &'static str {
    match genre {
        Some(Genre::Info) => lang.pick("information", "news"),
        Some(Genre::Depeche) => lang.pick("dépêche", "agency dispatch"),
        Some(Genre::Opinion) => "opinion",
        Some(Genre::Entretien) => lang.pick("entretien", "interview"),
        None => lang.pick("inconnu", "unknown"),
    }
}

/// The boilerplate, word for word, so that everyone can check that nothing of the article went with it.
fn set_aside(scored: &Scored, lang: Lang) -> Markup {
    let Some(text) = scored.text.as_deref() else {
        return html! { (lang.pick("texte absent du relevé", "text not in the score file")) };
    };
    let slicer = Slicer::new(text);
    let parts: Vec<&str> = scored
        .record
        .zones
        .iter()
        .filter(|zone| zone.kind == ZoneKind::Boilerplate)
        .map(|zone| slicer.slice(zone.start, zone.end))
        .collect();
    let words: usize = parts.iter().map(|part| part.split_whitespace().count()).sum();
    let left_out = scored.record.cleaning.as_ref().map_or(0, |cleaning| cleaning.left_out);
    html! {
        @if left_out > 0 {
            p.note { (lang.pick(
                format!("{left_out} mots de la page laissés hors du texte à la lecture ; cadrage clean les montre"),
                format!("{left_out} words of the page were left out when it was read; cadrage clean shows them"))) }
        }
        @if words == 0 {
            (lang.pick("rien", "nothing"))
        } @else {
            details {
                summary { (counted(words as u64, ("mot", "word"), ("mots", "words"), lang)) }
                @for part in parts { @for line in part.lines().filter(|l| !l.trim().is_empty()) { p.aside { (line) } } }
            }
        }
    }
}
