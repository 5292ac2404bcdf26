//! Days and periods as readers write them.

use crate::lang::Lang;
use crate::stats::periods::{Period, Step};
use time::Date;

const MONTHS: [(&str, &str, &str); 12] = [
    ("janvier", "janv.", "January"),
    ("février", "févr.", "February"),
    ("mars", "mars", "March"),
    ("avril", "avril", "April"),
    ("mai", "mai", "May"),
    ("juin", "juin", "June"),
    ("juillet", "juil.", "July"),
    ("août", "août", "August"),
    ("septembre", "sept.", "September"),
    ("octobre", "oct.", "October"),
    ("novembre", "nov.", "November"),
    ("décembre", "déc.", "December"),
];

/// "1er mars 2021", "1 March 2021"
pub fn day(date: Date, lang: Lang) -> String {
    let (fr, _, en) = MONTHS[usize::from(u8::from(date.month())) - 1];
    format!("{}\u{a0}{} {}", number(date, lang), lang.pick(fr, en), date.year())
}

/// "du 1er mars 2021", with its article; as it stands in English.
pub fn from(date: Date, lang: Lang) -> String {
    lang.pick(format!("du {}", day(date, lang)), format!("from {}", day(date, lang)))
}

/// "semaine du 1er mars 2021", "mars 2021"
pub fn period(period: &Period, step: Step, lang: Lang) -> String {
    match step {
        Step::Day => day(period.first, lang),
        Step::Week => lang.pick(format!("semaine du {}", day(period.first, lang)), format!("week of {}", day(period.first, lang))),
        Step::Month if period.first.day() == 1 => {
            let (fr, _, en) = MONTHS[usize::from(u8::from(period.first.month())) - 1];
            format!("{} {}", lang.pick(fr, en), period.first.year())
        }
        Step::Month => lang.pick(format!("mois du {}", day(period.first, lang)), format!("month from {}", day(period.first, lang))),
    }
}

/// "1er mars", "mars 2021"
pub fn tick(period: &Period, step: Step, lang: Lang) -> String {
    let (_, fr, en) = MONTHS[usize::from(u8::from(period.first.month())) - 1];
    let month = lang.pick(fr, &en[..3]);
    if step == Step::Month && period.first.day() == 1 {
        format!("{month} {}", period.first.year())
    } else {
        format!("{}\u{a0}{month}", number(period.first, lang))
    }
}

fn number(date: Date, lang: Lang) -> String {
    if date.day() == 1 && lang == Lang::Fr { "1er".into() } else { date.day().to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::periods::{day as read, periods};

    #[test]
    fn dates_in_both_languages() {
        let date = read("2021-08-01").expect("a date");
        assert_eq!((day(date, Lang::Fr), day(date, Lang::En)), ("1er\u{a0}août 2021".into(), "1\u{a0}August 2021".into()));
        let month = &periods(date, date, Step::Month, None)[0];
        assert_eq!((period(month, Step::Month, Lang::Fr), tick(month, Step::Month, Lang::En)), ("août 2021".into(), "Aug 2021".into()));
    }
}
