//! The few words that charts add to their data, in both languages.

use super::number;
use super::rates::RateCell;
use super::shares::ShareRow;
use crate::lang::Lang;

/// A name as shown; one that is empty is said to be.
pub fn name(name: &str, lang: Lang) -> String {
    let clean = super::text_width::clean(name);
    if clean.is_empty() { lang.pick("(sans nom)", "(no name)").to_owned() } else { clean }
}

pub fn colon(lang: Lang) -> &'static str {
    lang.pick("\u{a0}: ", ": ")
}

pub fn semicolon(lang: Lang) -> &'static str {
    lang.pick("\u{a0}; ", "; ")
}

pub fn nothing_to_show(lang: Lang) -> &'static str {
    lang.pick("Rien à montrer : aucune donnée.", "Nothing to show: no data.")
}

pub fn no_choice(lang: Lang) -> &'static str {
    lang.pick("aucun choix", "no choice")
}

/// A voice, and on which side of the middle its bars stand.
pub fn on_its_side(voice: &str, left: bool, lang: Lang) -> String {
    format!("{voice} {}", if left { lang.pick("(à gauche)", "(left)") } else { lang.pick("(à droite)", "(right)") })
}

/// "n = 8 choix"
pub fn n_choices(choices: u128, lang: Lang) -> String {
    let n = number::count(u64::try_from(choices).unwrap_or(u64::MAX), lang);
    let word = match lang {
        Lang::Fr => "choix",
        Lang::En if choices == 1 => "choice",
        Lang::En => "choices",
    };
    format!("n\u{a0}=\u{a0}{n} {word}")
}

/// "5 articles sur 12"; nothing for a single article, which is its own row.
pub fn some_articles(k: u64, n: u64, lang: Lang) -> String {
    if n <= 1 && k <= n {
        return String::new();
    }
    let total = number::count(n, lang);
    let part = number::count(k, lang);
    match (lang, k) {
        (Lang::Fr, 0) => format!("aucun article sur {total}"),
        (Lang::Fr, 1) => format!("1 article sur {total}"),
        (Lang::Fr, _) => format!("{part} articles sur {total}"),
        (Lang::En, 0) => format!("none of {total} articles"),
        (Lang::En, _) => format!("{part} of {total} articles"),
    }
}

/// A row of shares and its n in one sentence.
pub fn share_n(row: &ShareRow, choices: u128, lang: Lang) -> String {
    let articles = some_articles(row.articles, row.articles_total, lang);
    if articles.is_empty() {
        return n_choices(choices, lang);
    }
    format!("{}, {articles}", n_choices(choices, lang))
}

/// "12 (75 %)"
pub fn count_and_share(count: u64, choices: u128, lang: Lang) -> String {
    format!("{} ({})", number::count(count, lang), number::percent(count, choices, lang))
}

pub fn shares_axis(lang: Lang) -> &'static str {
    lang.pick(
        "Dans les barres : nombre de choix (part des choix de la ligne, arrondie)",
        "In the bars: number of choices (rounded share of the row's choices)",
    )
}

/// "3,2 (14) · dans 5 articles sur 12"
pub fn rate(cell: Option<&RateCell>, lang: Lang) -> String {
    let Some(cell) = cell.filter(|cell| cell.is_measured()) else {
        return lang.pick("non mesuré", "not measured").to_owned();
    };
    let mut out = number::rate(cell.rate, lang);
    if cell.count > 0 {
        out = format!("{out} ({})", number::count(cell.count, lang));
    }
    let articles = some_articles(cell.present_in, cell.articles, lang);
    if !articles.is_empty() {
        out.push_str(" · ");
        if cell.present_in > 0 {
            out.push_str(lang.pick("dans ", "in "));
        }
        out.push_str(&articles);
    }
    out
}

/// How to read the labels of rates.
pub fn rates_key(unit: &str, one_article_a_row: bool, lang: Lang) -> String {
    let unit = super::text_width::clean(unit);
    let space = if unit.is_empty() { "" } else { " " };
    let articles = match (one_article_a_row, lang) {
        (true, _) => "",
        (false, Lang::Fr) => " · articles où le mot figure",
        (false, Lang::En) => " · articles with the word",
    };
    match lang {
        Lang::Fr => format!("Fréquence{space}{unit} (nombre de fois){articles}"),
        Lang::En => format!("Frequency{space}{unit} (number of times){articles}"),
    }
}

pub fn nowhere(poles: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Jamais employés ici\u{a0}: {poles}"),
        Lang::En => format!("Never used here: {poles}"),
    }
}

pub fn heat_key(unit: &str, lang: Lang) -> String {
    let unit = super::text_width::clean(unit);
    let space = if unit.is_empty() { "" } else { " " };
    format!("{}{space}{unit}", lang.pick("Fréquence", "Frequency"))
}

pub fn heat_zero(lang: Lang) -> &'static str {
    lang.pick("jamais", "never")
}

pub fn heat_missing(lang: Lang) -> &'static str {
    lang.pick("non mesuré", "not measured")
}

/// The bounds of one step of the heatmap.
pub fn heat_step(low: f64, high: f64, lang: Lang) -> String {
    let high = bound(high, lang);
    if low == 0.0 {
        format!("{} {high}", lang.pick("jusqu'à", "up to"))
    } else {
        format!("{} {} {high}", bound(low, lang), lang.pick("à", "to"))
    }
}

/// The same where only whole numbers come: "2", "3 à 5".
pub fn heat_step_of_counts(low: f64, high: f64, lang: Lang) -> String {
    let first = low.floor() + 1.0;
    let to = if first < high { format!(" {} {}", lang.pick("à", "to"), bound(high, lang)) } else { String::new() };
    bound(first, lang) + &to
}

/// A bound or tick without needless decimals.
pub fn bound(x: f64, lang: Lang) -> String {
    let places = (0..8)
        .find(|&p| {
            let shifted = x * 10f64.powi(p);
            (shifted - shifted.round()).abs() < 1e-6
        })
        .unwrap_or(8);
    number::decimal(x, places as usize, lang)
}

pub fn continued(lang: Lang) -> &'static str {
    lang.pick("(suite)", "(continued)")
}
