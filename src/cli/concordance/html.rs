//! The concordance as a page of its own, for a screen and for A4.

use super::{Concordance, text};
use crate::report::voice;
use crate::report::words::day;
use maud::{DOCTYPE, PreEscaped, html};

const STYLE: &str = include_str!("style.css");

pub fn write(concordance: &Concordance) -> String {
    let lang = concordance.lang;
    let title = lang.pick(format!("Concordance : {}", concordance.about), format!("Concordance: {}", concordance.about));
    let page = html! {
        (DOCTYPE)
        html lang=(lang.pick("fr", "en")) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (title) }
                p { (text::summary(concordance)) @for line in text::by_outlet(concordance) { br; (line) } }
                div { table {
                    thead { tr {
                        th.left scope="col" { (lang.pick("avant", "before")) }
                        th.found scope="col" { (lang.pick("passage", "passage")) }
                        th.right scope="col" { (lang.pick("après", "after")) }
                        th scope="col" { (lang.pick("qui le dit, où", "who says it, where")) }
                    } }
                    tbody { @for (article, line) in &concordance.lines { tr {
                        @let about = &concordance.articles[*article];
                        td.left { (line.left) }
                        td class={ "found " (voice::class(line.voice)) } { (line.found) }
                        td.right { (line.right) }
                        td {
                            (text::said_by(line, lang))
                            small {
                                @if let Some(outlet) = &about.outlet { (outlet) " · " }
                                @if let Some(date) = &about.date { (day(date, lang)) " · " }
                                (about.title.as_deref().unwrap_or(&about.id))
                            }
                        }
                    } } }
                } }
            }
        }
    };
    page.into_string()
}
