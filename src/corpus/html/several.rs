//! Pages that hold several articles: the main one stays, the others go.

use super::lines::one_line;
use dom_query::{Document, NodeRef};

/// Fewer words are a teaser, which the extraction tells apart by itself.
const ARTICLE_WORDS: usize = 120;

/// Removes the other articles of a page that unrolls several below each other.
pub(super) fn keep_main(document: &Document, title: Option<&str>) {
    let articles = document.select("article");
    let is_long = |node: &&NodeRef| node.text().split_whitespace().take(ARTICLE_WORDS).count() == ARTICLE_WORDS;
    let is_outermost = |node: &&NodeRef| !node.ancestors_it(None).any(|above| above.has_name("article"));
    let long: Vec<&NodeRef> = articles.nodes().iter().filter(is_outermost).filter(is_long).collect();
    if long.len() < 2 {
        return;
    }
    let titled = |node: &&&NodeRef| title.is_some_and(|title| heading(node).is_some_and(|heading| heading == title));
    let headed = |node: &&&NodeRef| node.descendants_it().any(|below| below.has_name("h1"));
    let Some(main) = long.iter().find(titled).or_else(|| long.iter().find(headed)).or(long.first()) else { return };
    for other in long.iter().filter(|node| node.id != main.id) {
        other.remove_from_parent();
    }
}

fn heading(article: &NodeRef) -> Option<String> {
    let found = article.descendants_it().find(|node| ["h1", "h2"].iter().any(|name| node.has_name(name)))?;
    Some(one_line(&found.text()))
}
