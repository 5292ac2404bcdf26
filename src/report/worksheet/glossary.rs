//! The glossary, at the end of the pupil sheet.

use super::lesson::lesson;
use crate::lang::Lang;
use crate::text::normal::sort_key;
use maud::{Markup, html};

/// In the alphabetical order of the reader's language.
pub fn glossary(lang: Lang) -> Markup {
    let mut terms: Vec<(&str, &str)> = lesson().term.iter().map(|term| (term.word.in_lang(lang), term.means.in_lang(lang))).collect();
    terms.sort_by_key(|(word, _)| sort_key(word));
    html! {
        section.glossary {
            h2 { (lang.pick("Glossaire", "Glossary")) }
            dl { @for (word, means) in terms { div { dt { (word) } dd { (means) } } } }
        }
    }
}
