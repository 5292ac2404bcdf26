//! Small wordings that several parts of the page share.

use crate::lang::Lang;

/// `« libérer »`, with the spaces that French puts inside; English takes its own marks.
pub fn quoted(word: &str, lang: Lang) -> String {
    lang.pick(format!("«\u{a0}{word}\u{a0}»"), format!("“{word}”"))
}

/// A count with its noun, in the number that French and English ask for.
pub fn counted(n: u64, one: (&str, &str), many: (&str, &str), lang: Lang) -> String {
    let (fr, en) = (if n < 2 { one.0 } else { many.0 }, if n == 1 { one.1 } else { many.1 });
    format!("{n}\u{a0}{}", lang.pick(fr, en))
}

pub fn articles(n: u64, lang: Lang) -> String {
    counted(n, ("article", "article"), ("articles", "articles"), lang)
}

/// Lists words as a sentence does.
pub fn listed(items: &[String], lang: Lang) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), lang.pick("et", "and")),
    }
}
