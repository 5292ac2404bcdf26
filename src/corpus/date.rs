//! Dates as people and pages write them, into ISO 8601.

const MONTHS: [&[&str]; 12] = [
    &["janvier", "janv", "january", "jan"],
    &["février", "fevrier", "févr", "fevr", "fév", "fev", "february", "feb"],
    &["mars", "march", "mar"],
    &["avril", "avr", "april", "apr"],
    &["mai", "may"],
    &["juin", "june", "jun"],
    &["juillet", "juil", "july", "jul"],
    &["août", "aout", "august", "aug"],
    &["septembre", "sept", "september", "sep"],
    &["octobre", "october", "oct"],
    &["novembre", "november", "nov"],
    &["décembre", "decembre", "déc", "december", "dec"],
];

/// The day of "9 novembre 2017, 16h51", "09/11/2017", "2017-11-09T16:51:00Z" or "Thu, 09 Nov 2017 16:51:00 +0100" as
/// `2017-11-09`. A year or a year and month alone stay what they are. `None` where it is not understood.
pub fn iso(found: &str) -> Option<String> {
    let found = found.trim();
    let parts: Vec<&str> = found.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).take(12).collect();
    year_first(found, &parts).or_else(|| with_month_name(&parts)).or_else(|| day_first(&parts))
}

/// `2017-11-09…`, `2017/11/09`, `20171109`, `2017-11`, `2017`.
fn year_first(found: &str, parts: &[&str]) -> Option<String> {
    let first = *parts.first()?;
    if first.len() == 8 && found.starts_with(first) {
        let (year, rest) = first.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        return date(year, number(month)?, day);
    }
    year(first)?;
    match parts {
        [year] => Some((*year).to_owned()),
        [year, month] => {
            let month = number(month).filter(|m| (1..=12).contains(m))?;
            Some(format!("{year}-{month:02}"))
        }
        [year, month, day, ..] => {
            // "09T16" where a time follows without a space.
            let day = day.split(['T', 't']).next()?;
            date(year, number(month)?, day)
        }
        [] => None,
    }
}

/// "9 novembre 2017", "jeudi 1er mars 2018", "Nov 9, 2017". Every name is tried: in "mar. 7 nov. 2017" the first is a weekday.
fn with_month_name(parts: &[&str]) -> Option<String> {
    parts.iter().enumerate().find_map(|(at, part)| {
        let month = month(part)?;
        let year = parts[at + 1..].iter().take(2).find(|part| year(part).is_some())?;
        let before = at.checked_sub(1).and_then(|before| parts.get(before));
        let day = before.filter(|part| ordinal(part).is_some()).or_else(|| parts.get(at + 1))?;
        date(year, month, day)
    })
}

/// "09/11/2017", "9.11.17", "Publié le 09/11/2017 à 16h51"; the month first only where nothing else is possible.
fn day_first(parts: &[&str]) -> Option<String> {
    let words = parts.iter().take_while(|part| number(part).is_none()).count();
    let [a, b, year, ..] = &parts[words..] else { return None };
    let year = match year.len() {
        2 if number(year).is_some() => format!("20{year}"),
        _ => (*year).to_owned(),
    };
    match (number(a)?, number(b)?) {
        (_, month) if month <= 12 => date(&year, month, a),
        (month, _) => date(&year, month, b),
    }
}

fn date(year_digits: &str, month: u32, day: &str) -> Option<String> {
    let year = year(year_digits)?;
    let day = ordinal(day)?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (1..=days).contains(&day).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    u32::try_from(at + 1).ok()
}

/// A year that news can have been written in.
fn year(digits: &str) -> Option<u32> {
    (digits.len() == 4).then(|| number(digits))?.filter(|year| (1600..=2199).contains(year))
}

/// "9", "09", "1er", "9th".
fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
    let suffix = word.get(digits.len()..)?;
    matches!(suffix, "" | "er" | "st" | "nd" | "rd" | "th").then(|| number(digits))?
}

fn number(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok())?
}
