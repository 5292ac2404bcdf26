//! How a small corpus names its articles: by number and outlet, each name a link to the card.

use crate::report::Corpus;
use crate::report::words::listed;
use maud::{Markup, html};

/// "article 2", or "articles 2, 4 et 5", each number a link.
pub fn named(corpus: &Corpus, articles: &[usize]) -> Markup {
    let lang = corpus.lang;
    let word = match articles {
        [_] => "article",
        _ => "articles",
    };
    html! {
        (word) "\u{a0}"
        @for (at, article) in articles.iter().enumerate() {
            @if at > 0 { @if at + 1 == articles.len() { (lang.pick(" et ", " and ")) } @else { ", " } }
            (number(corpus, *article))
        }
    }
}

/// The number of an article, which leads to its card.
pub fn number(corpus: &Corpus, article: usize) -> Markup {
    html! { a.article href={ "#carte-" (article + 1) } title=(corpus.title(article)) { (article + 1) } }
}

/// The same in plain words.
pub fn plain(articles: &[usize], corpus: &Corpus) -> String {
    let numbers: Vec<String> = articles.iter().map(|at| (at + 1).to_string()).collect();
    let word = if articles.len() == 1 { "article" } else { "articles" };
    format!("{word}\u{a0}{}", listed(&numbers, corpus.lang))
}
