//! What was compared and what was set aside.

use super::words::{articles, counted, day, listed};
use super::{Corpus, Scored};
use crate::charts::number;
use crate::corpus::Genre;
use crate::counts::Record;
use crate::lang::Lang;
use crate::stats::Grouping;
use crate::stats::groups::group_by;
use crate::text::offsets::Slicer;
use crate::zones::ZoneKind;
use maud::{Markup, html};
use std::collections::BTreeSet;

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

/// One group of the comparison: what was read of it, and what is compared.
pub struct Read {
    pub name: String,
    pub read: usize,
    /// Articles that are compared, by index.
    pub compared: Vec<usize>,
    /// Set aside as opinion; set aside by the plan.
    opinion: usize,
    outside: usize,
}

impl Read {
    /// "1 texte d'opinion mis de côté"; nothing where all is compared.
    pub fn set_aside(&self, lang: Lang) -> Option<String> {
        let opinion = counted(
            self.opinion as u64,
            ("texte d'opinion mis de côté", "opinion piece set aside"),
            ("textes d'opinion mis de côté", "opinion pieces set aside"),
            lang,
        );
        let outside = counted(
            self.outside as u64,
            ("article hors du plan", "article outside the plan"),
            ("articles hors du plan", "articles outside the plan"),
            lang,
        );
        let parts: Vec<String> =
            [(self.opinion, opinion), (self.outside, outside)].into_iter().filter(|(n, _)| *n > 0).map(|(_, s)| s).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// "6 février 2024 – 10 septembre 2024", of what is compared.
    pub fn span(&self, corpus: &Corpus) -> String {
        let dates: Vec<&str> = self.compared.iter().filter_map(|at| corpus.articles[*at].record.date.as_deref()).collect();
        let day = |date: Option<&&str>| date.map_or("?".into(), |date| day(date, corpus.lang));
        format!("{} – {}", day(dates.iter().min()), day(dates.iter().max()))
    }

    /// Words of what is compared, whoever says them.
    pub fn words(&self, corpus: &Corpus) -> usize {
        self.compared.iter().map(|at| corpus.articles[*at].record.tokens).sum()
    }
}

/// Every group of what was read, those of which nothing is compared among them.
pub fn read(corpus: &Corpus) -> Vec<Read> {
    let records: Vec<&Record> = corpus.articles.iter().map(|a| &a.record).collect();
    let compared: BTreeSet<usize> = corpus.survey.taken.iter().copied().collect();
    let groups = group_by(&records, corpus.survey.by, |_| None);
    groups
        .into_iter()
        .map(|group| {
            let (compared, left): (Vec<usize>, Vec<usize>) = group.articles.iter().partition(|at| compared.contains(at));
            let opinion = left.iter().filter(|at| records[**at].genre == Some(Genre::Opinion)).count();
            Read { name: group.name, read: group.articles.len(), opinion, outside: left.len() - opinion, compared }
        })
        .collect()
}

/// A row an outlet: how much of it was read and compared, and from when.
fn summary(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    let (read_all, compared) = (articles(corpus.articles.len() as u64, lang), corpus.survey.taken.len());
    let (taken, left): (Vec<Read>, Vec<Read>) = read(corpus).into_iter().partition(|group| !group.compared.is_empty());
    let left: Vec<String> = left.iter().map(|group| format!("{} ({})", group.name, articles(group.read as u64, lang))).collect();
    html! {
        p { (lang.pick(
            format!("{read_all} lus, {compared} comparés. Mots et passages sont ceux des articles comparés, qui que ce soit qui les dise."),
            format!("{read_all} read, {compared} compared. Words and passages are those of the articles compared, whoever says them."))) }
        div.scroll { table {
            thead { tr {
                th scope="col" { (lang.pick("Média", "Outlet")) }
                th.number scope="col" { (lang.pick("Articles lus", "Articles read")) }
                th.number scope="col" { (lang.pick("Comparés", "Compared")) }
                th.number scope="col" { (lang.pick("Mots", "Words")) }
                th.number scope="col" { (lang.pick("Passages relevés", "Passages found")) }
                th scope="col" { (lang.pick("Du … au …", "From … to …")) }
            } }
            tbody {
                @for group in &taken {
                    tr {
                        th scope="row" { (group.name) }
                        td.number { (group.read) }
                        td.number { (group.compared.len()) @if let Some(why) = group.set_aside(lang) { small { (why) } } }
                        td.number { (group.words(corpus)) }
                        td.number { (group.compared.iter().map(|at| corpus.articles[*at].record.hits.len()).sum::<usize>()) }
                        td.date { (group.span(corpus)) }
                    }
                }
            }
        } }
        @if !left.is_empty() {
            p.note { (lang.pick("Lus, et rien n'en est comparé : ", "Read, and nothing of them is compared: ")) (listed(&left, lang)) "." }
        }
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
                        td.date { (record.date.as_deref().map_or(unknown.to_owned(), |date| day(date, lang))) }
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
