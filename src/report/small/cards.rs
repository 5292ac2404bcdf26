//! What is known of each article, what is not, and where one would look.

use super::{moments, outlets};
use crate::report::Corpus;
use crate::report::reading;
use crate::report::words::{self, quoted};
use crate::voice::Source;
use maud::{Markup, html};
use std::collections::BTreeSet;

/// A card an article.
pub fn section(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    html! {
        p { (lang.pick(
            "Avant de comparer des mots, savoir d'où ils viennent. « inconnu » veut dire que la page ne le dit pas là où le programme cherche : à vous de vérifier.",
            "Before comparing words, know where they come from. “unknown” means that the page does not say so where the program looks: check for yourselves.")) }
        div.cards { @for article in 0..corpus.articles.len() { (card(corpus, article)) } }
    }
}

/// The outlet as it is shown, also where nobody knows it.
pub fn outlet<'c>(corpus: &'c Corpus, article: usize) -> &'c str {
    let record = &corpus.articles[article].record;
    record.outlet.as_deref().unwrap_or(corpus.lang.pick("média inconnu", "unknown outlet"))
}

fn card(corpus: &Corpus, article: usize) -> Markup {
    let lang = corpus.lang;
    let record = &corpus.articles[article].record;
    let agencies = agencies(corpus, article);
    let days: Vec<String> = moments::days(corpus, article).into_iter().map(|day| day.shown).collect();
    let in_text = days.first().map(|day| quoted(day, lang));
    let date = record.date.as_deref().map(|date| words::day(date, lang));
    html! {
        article.card id={ "carte-" (article + 1) } {
            h3 { span.big { (article + 1) } " " (corpus.title(article)) @if record.title.is_none() { " " small { (lang.pick("(sans titre)", "(no title)")) } } }
            dl {
                (row(lang.pick("Média", "Outlet"), outlets::known(record), lang.pick("l'adresse et le haut de la page", "the address and the top of the page"), corpus))
                (row(lang.pick("Auteur", "Author"), record.author.as_deref(), lang.pick("sous le titre ou à la fin de l'article", "below the title or at the end of the article"), corpus))
                (row("Date", date.as_deref(), lang.pick("sous le titre", "below the title"), corpus))
                @if let (None, Some(day)) = (&date, in_text) {
                    dt {} dd.where { (lang.pick("le texte nomme le ", "the text names ")) (day) }
                }
                (row(lang.pick("Agence", "News agency"), agencies.as_deref(), lang.pick("la fin de l'article et les légendes", "the end of the article and the captions"), corpus))
                (row("Genre", record.genre.map(|genre| reading::genre(Some(genre), lang)), lang.pick("la rubrique, le ton, la signature", "the section, the tone, the byline"), corpus))
                (row(lang.pick("Statut du média", "Who owns the outlet"), None, lang.pick("ses mentions légales ; qui le possède, qui le paie ?", "its legal notice; who owns it, who pays?"), corpus))
            }
            p.note { (record.tokens) (lang.pick(" mots · ", " words · ")) a href={ "#article-" (article + 1) } { (lang.pick("lire l'article", "read the article")) } " · " code { (record.id) } }
        }
    }
}

fn row(name: &str, value: Option<&str>, place: &str, corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    html! {
        dt { (name) }
        @match value {
            Some(value) => dd { (value) },
            None => dd { em { (lang.pick("inconnu", "unknown")) } " " span.where { (lang.pick("à vérifier : ", "look at ")) (place) } },
        }
    }
}

/// The agencies that the text names as passing words on, and speakers that call themselves one.
fn agencies(corpus: &Corpus, article: usize) -> Option<String> {
    let record = &corpus.articles[article].record;
    let quotes = record.quotes.iter().filter_map(|quote| quote.source.as_ref());
    let sources = quotes.chain(record.reported.iter().filter_map(|reported| reported.source.as_ref()));
    let name = |source: &Source| -> Option<String> {
        let itself = source
            .text
            .split_whitespace()
            .any(|word| word.eq_ignore_ascii_case("agence") || word.ends_with("'agence") || word.ends_with("’agence"));
        // "l'interlocuteur de l'agence" is a person, "l'agence de presse X" has a name.
        let proper = source.text.split_whitespace().next_back().is_some_and(|word| word.chars().next().is_some_and(char::is_uppercase));
        source.relay.clone().or_else(|| (itself && proper).then(|| source.text.split_whitespace().next_back().map(ToOwned::to_owned))?)
    };
    // "Sana" and "SANA" are one.
    let mut seen = BTreeSet::new();
    let names: Vec<String> = sources.filter_map(name).filter(|name| seen.insert(name.to_lowercase())).collect();
    (!names.is_empty()).then(|| format!("{} {}", names.join(", "), corpus.lang.pick("(nommée dans le texte)", "(named in the text)")))
}
