//! Texts that several articles share, which the comparison counts once.

use super::Corpus;
use super::findings::share;
use super::words::quoted;
use crate::text::offsets::Slicer;
use maud::{Markup, html};

/// One item a group: its articles, how much they share, the longest passage; none where nothing is shared or no text is at hand.
pub fn section(corpus: &Corpus) -> Option<Markup> {
    let (lang, survey) = (corpus.lang, &corpus.survey);
    let groups = survey.copies.as_ref().filter(|groups| !groups.is_empty())?;
    Some(html! {
        ul { @for group in groups {
            li {
                @for (at, article) in group.articles.iter().enumerate() {
                    @let article = survey.taken[*article];
                    @if at > 0 { " ; " }
                    @if let Some(outlet) = &corpus.articles[article].record.outlet { (outlet) ", " }
                    cite { a href={ "#article-" (article + 1) } { (corpus.title(article)) } }
                }
                (lang.pick("\u{a0}: jusqu'à ", ": up to ")) (share(group.shared, lang)) (lang.pick(" du plus court dans l'autre.", " of the shorter one in the other."))
                @if let Some(passage) = group.passages.first() {
                    @if let Some(text) = corpus.articles[survey.taken[passage.article]].text.as_deref() {
                        " " span.note { (lang.pick("Le plus long passage : ", "The longest passage: ")) (quoted(Slicer::new(text).slice(passage.start, passage.end), lang)) }
                    }
                }
            }
        } }
    })
}
