//! Standfirst and captions of the page as it was, which content extraction tends to lose.

use super::super::Mark;
use super::lines::{Line, mark_of, one_line};
use dom_query::{Document, NodeRef};

const AROUND: &[&str] = &["a", "aside", "footer", "nav", "form"];

/// Standfirst first, then the captions, of the first `<article>`, else of `<main>`.
pub(super) fn find(document: &Document) -> Vec<Line> {
    let article = document.select_single("article");
    let main = document.select_single("main");
    let Some(content) = article.nodes().first().or(main.nodes().first()) else {
        return Vec::new();
    };
    let mut lead = Vec::new();
    let mut captions = Vec::new();
    for node in content.descendants_it().filter(NodeRef::is_element) {
        let name = node.node_name().unwrap_or_default();
        let Some(mark) = mark_of(&node, &name) else { continue };
        let text = one_line(&node.text());
        if text.split(' ').count() < 3 || is_set_apart(&node, content) {
            continue;
        }
        let line = Line { text, mark: Some(mark), close: false };
        match mark {
            Mark::Lead if lead.is_empty() => lead.push(line),
            Mark::Caption => captions.push(line),
            _ => {}
        }
    }
    lead.extend(captions);
    lead
}

/// True for what stands in a link or an aside of the article: teasers of other articles.
fn is_set_apart(node: &NodeRef, content: &NodeRef) -> bool {
    node.ancestors_it(None)
        .take_while(|above| above.id != content.id)
        .any(|above| above.node_name().is_some_and(|name| AROUND.contains(&&*name)))
}
