//! Days, weeks and months, one after another without a gap, or counted from a date.

use time::{Date, Duration, Month};

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Day,
    /// From Monday, or from the date that periods are counted from.
    Week,
    Month,
}

/// A first and a last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub first: Date,
    pub last: Date,
}

impl Period {
    pub fn holds(&self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }
}

/// The day of an ISO 8601 date or time; None of a year or month alone.
pub fn day(iso: &str) -> Option<Date> {
    let mut parts = iso.get(..10)?.split('-');
    let mut number = || parts.next()?.parse::<u16>().ok();
    let (year, month, day) = (number()?, u8::try_from(number()?).ok()?, u8::try_from(number()?).ok()?);
    Date::from_calendar_date(i32::from(year), Month::try_from(month).ok()?, day).ok()
}

/// The step that gives a time span some twenty periods.
pub fn usual_step(first: Date, last: Date) -> Step {
    match (last - first).whole_days() {
        ..=31 => Step::Day,
        32..=370 => Step::Week,
        _ => Step::Month,
    }
}

/// Every period from the first day to the last; with `around`, one of them begins on that date.
pub fn periods(first: Date, last: Date, step: Step, around: Option<Date>) -> Vec<Period> {
    let origin = around.unwrap_or_else(|| match step {
        Step::Day => first,
        Step::Week => first - Duration::days(i64::from(first.weekday().number_days_from_monday())),
        Step::Month => first.replace_day(1).unwrap_or(first),
    });
    let mut number = 0;
    while start(origin, step, number) > first {
        number -= 1;
    }
    while start(origin, step, number + 1) <= first {
        number += 1;
    }
    let mut periods = Vec::new();
    while start(origin, step, number) <= last {
        let next = start(origin, step, number + 1);
        periods.push(Period { first: start(origin, step, number), last: next.previous_day().unwrap_or(next) });
        number += 1;
    }
    periods
}

/// The first day of a period, so many after the origin; of a month that lacks the day, its last one.
fn start(origin: Date, step: Step, number: i32) -> Date {
    match step {
        Step::Day => origin.saturating_add(Duration::days(i64::from(number))),
        Step::Week => origin.saturating_add(Duration::weeks(i64::from(number))),
        Step::Month => {
            let months = origin.year() * 12 + i32::from(u8::from(origin.month())) - 1 + number;
            let (year, month) = (
                months.div_euclid(12),
                u8::try_from(months.rem_euclid(12) + 1).map_or(Month::January, |m| Month::try_from(m).unwrap_or(Month::January)),
            );
            let day = origin.day().min(month.length(year));
            Date::from_calendar_date(year, month, day).unwrap_or(origin)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(iso: &str) -> Date {
        day(iso).expect("a date")
    }

    fn shown(periods: &[Period]) -> Vec<String> {
        periods.iter().map(|p| format!("{}/{}", p.first, p.last)).collect()
    }

    #[test]
    fn periods_follow_one_another() {
        let (first, last) = (at("2021-01-30"), at("2021-03-02"));
        let weeks = periods(first, last, Step::Week, None);
        assert_eq!((weeks[0].first, weeks.len()), (at("2021-01-25"), 6));
        assert!(weeks.windows(2).all(|two| two[0].last.next_day() == Some(two[1].first)));
        assert_eq!(
            shown(&periods(first, last, Step::Month, None)),
            ["2021-01-01/2021-01-31", "2021-02-01/2021-02-28", "2021-03-01/2021-03-31"]
        );
        assert_eq!(periods(first, last, Step::Day, None).len(), 32);
    }

    #[test]
    fn one_period_begins_on_the_date() {
        let around = at("2021-02-10");
        for step in [Step::Day, Step::Week, Step::Month] {
            let all = periods(at("2021-01-30"), at("2021-03-02"), step, Some(around));
            assert!(
                all.iter().any(|p| p.first == around)
                    && all[0].holds(at("2021-01-30"))
                    && all.last().is_some_and(|p| p.holds(at("2021-03-02")))
            );
        }
        // February has no 31st day.
        let months = periods(at("2021-01-31"), at("2021-04-01"), Step::Month, Some(at("2021-01-31")));
        assert_eq!(shown(&months), ["2021-01-31/2021-02-27", "2021-02-28/2021-03-30", "2021-03-31/2021-04-29"]);
    }

    #[test]
    fn a_day_is_read_or_refused() {
        assert_eq!(day("2021-02-10T10:00:00Z"), Some(at("2021-02-10")));
        assert!(["2021", "2021-02", "2021-02-30", "février"].iter().all(|text| day(text).is_none()));
    }
}
