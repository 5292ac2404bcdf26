//! Small wordings that several parts of the page share.

use crate::lang::Lang;
use crate::text::normal::sort_key;
use maud::{Markup, html};

/// `« libérer »`, with the spaces that French puts inside; English takes its own marks.
pub fn quoted(word: &str, lang: Lang) -> String {
    lang.pick(format!("«\u{a0}{word}\u{a0}»"), format!("“{word}”"))
}

/// "que La Vigie", "qu'Ostara".
pub fn que(name: &str) -> String {
    elided("qu", "e ", name)
}

/// "de La Vigie", "d'Ostara".
pub fn de(name: &str) -> String {
    elided("d", "e ", name)
}

/// An "h" may be mute or not: before it nothing is left out.
fn elided(before: &str, full: &str, name: &str) -> String {
    let is_vowel = sort_key(name).starts_with(['a', 'e', 'i', 'o', 'u', 'æ']);
    format!("{before}{}{name}", if is_vowel { "'" } else { full })
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

/// A small link to what it stands beside, to be copied: `#contraste=liberer-reprendre`.
pub fn link_to(kind: &str, id: &str, lang: Lang) -> Markup {
    html! { a.share href={ "#" (kind) "=" (id) } title=(lang.pick("Lien vers cette partie", "Link to this part")) { "#" } }
}

const MONTHS: [(&str, &str); 12] = [
    ("janvier", "January"),
    ("février", "February"),
    ("mars", "March"),
    ("avril", "April"),
    ("mai", "May"),
    ("juin", "June"),
    ("juillet", "July"),
    ("août", "August"),
    ("septembre", "September"),
    ("octobre", "October"),
    ("novembre", "November"),
    ("décembre", "December"),
];

/// "9 novembre 2017" for `2017-11-09`; a year, or a year and month alone, stay as they are.
pub fn day(iso: &str, lang: Lang) -> String {
    let parts: Vec<&str> = iso.get(..10).unwrap_or(iso).split('-').collect();
    let [year, month, day] = parts[..] else { return iso.to_owned() };
    let month = month.parse::<usize>().ok().and_then(|n| MONTHS.get(n.wrapping_sub(1)));
    match (month, day.parse::<u8>()) {
        (Some((fr, _)), Ok(1)) if lang == Lang::Fr => format!("1er {fr} {year}"),
        (Some((fr, en)), Ok(day)) => format!("{day} {} {year}", lang.pick(fr, en)),
        _ => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{de, que};

    #[test]
    fn small_words_lose_their_vowel_before_another() {
        for name in ["Ostara Info", "Île-de-France", "Écho", "Œil du soir"] {
            assert_eq!((que(name), de(name)), (format!("qu'{name}"), format!("d'{name}")));
        }
        for name in ["La Vigie", "Haaretz", "20 Minutes", "Yonne"] {
            assert_eq!((que(name), de(name)), (format!("que {name}"), format!("de {name}")));
        }
    }
}
