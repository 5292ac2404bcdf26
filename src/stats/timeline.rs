//! How often words are used, or which is chosen, over time. A period without articles is a gap, never a zero.

use super::benjamini_hochberg::adjust;
use super::difference::of_shares;
use super::family::Family;
use super::groups::Group;
use super::interval::{self, Estimate, Interval};
use super::material::{Material, View};
use super::periods::{Period, Step, day, periods, usual_step};
use super::rates;
use super::sample::Sample;
use crate::lexicon::Lexicon;
use time::Date;

/// More periods than this are no picture and no table.
pub const MOST_PERIODS: usize = 200;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Division {
    /// None: what gives the time span some twenty periods.
    pub step: Option<Step>,
    pub around: Option<Date>,
}

/// Why there is no timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    NoDate,
    TooMany { periods: usize },
}

/// One word in one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Articles of the period, and those that use the word.
    pub articles: usize,
    pub users: usize,
    /// Occurrences or choices, as found.
    pub count: u64,
    /// Of an axis, occurrences per word of the voices that are counted; of a contrast, the share of choices. None without any word or choice.
    pub estimate: Option<Estimate>,
}

/// A word before a date and from it on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    pub before: Point,
    pub after: Point,
    /// Of an axis the ratio after : before, of a contrast the difference after − before.
    pub value: Option<f64>,
    pub interval: Option<Interval>,
    /// Of no change at all (on the scale of the logarithm or of the logit, Student's t), corrected over all series (false discovery rate, [`adjust`]).
    /// None without an interval.
    pub p: Option<f64>,
}

/// One line of the timeline: a word, or an outlet.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub name: String,
    /// Of the family's words.
    pub column: usize,
    /// By period; None where nobody wrote anything.
    pub points: Vec<Option<Point>>,
    /// Around a date: what changed.
    pub change: Option<Change>,
}

/// The words of a family, period by period.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    pub step: Step,
    pub around: Option<Date>,
    pub periods: Vec<Period>,
    /// The first and the last day of an article.
    pub span: [Date; 2],
    /// By period.
    pub articles: Vec<usize>,
    /// Articles of which the day is not known.
    pub undated: usize,
    pub series: Vec<Series>,
}

/// The articles of a sample by day, with how they are divided.
struct Calendar {
    step: Step,
    around: Option<Date>,
    days: Vec<Option<Date>>,
    span: [Date; 2],
    periods: Vec<Period>,
}

impl Calendar {
    fn new(sample: &Sample, division: Division) -> Result<Self, Refusal> {
        let days: Vec<Option<Date>> = sample.articles.iter().map(|a| a.record.date.as_deref().and_then(day)).collect();
        let known = || days.iter().flatten().copied();
        let (Some(first), Some(last)) = (known().min(), known().max()) else { return Err(Refusal::NoDate) };
        let step = division.step.unwrap_or_else(|| usual_step(first, last));
        let periods = periods(first, last, step, division.around);
        if periods.len() > MOST_PERIODS {
            return Err(Refusal::TooMany { periods: periods.len() });
        }
        Ok(Self { step, around: division.around, days, span: [first, last], periods })
    }

    /// The articles that a test keeps, a group for each period.
    fn groups(&self, keeps: impl Fn(usize) -> bool) -> Vec<Group> {
        self.periods.iter().map(|period| self.group(|at, day| keeps(at) && period.holds(day))).collect()
    }

    /// Before the date and from it on, where one is given.
    fn sides(&self, keeps: impl Fn(usize) -> bool) -> Option<Vec<Group>> {
        let date = self.around?;
        Some(vec![self.group(|at, day| keeps(at) && day < date), self.group(|at, day| keeps(at) && day >= date)])
    }

    fn group(&self, takes: impl Fn(usize, Date) -> bool) -> Group {
        let articles = (0..self.days.len()).filter(|at| self.days[*at].is_some_and(|day| takes(*at, day))).collect();
        Group { name: String::new(), articles }
    }
}

/// One series for each word that occurs, over all articles.
pub fn by_word(words: &Words, names: &[String], division: Division) -> Result<Timeline, Refusal> {
    let calendar = Calendar::new(words.sample, division)?;
    let (material, sides) = (words.material(calendar.groups(|_| true)), calendar.sides(|_| true).map(|groups| words.material(groups)));
    let series = names.iter().enumerate().map(|(column, name)| words.series(name, column, &material, sides.as_ref()));
    let series = series.filter(|series| series.points.iter().flatten().any(|point| point.count > 0)).collect();
    Ok(calendar.timeline(series))
}

/// One series for each outlet, of one word.
pub fn by_outlet(words: &Words, column: usize, division: Division) -> Result<Timeline, Refusal> {
    let calendar = Calendar::new(words.sample, division)?;
    let of_outlet = |outlet: Group| {
        let mut is_own = vec![false; words.sample.articles.len()];
        outlet.articles.iter().for_each(|at| is_own[*at] = true);
        let own = |at: usize| is_own[at];
        let sides = calendar.sides(own).map(|groups| words.material(groups));
        words.series(&outlet.name, column, &words.material(calendar.groups(own)), sides.as_ref())
    };
    let series = words.sample.outlets().into_iter().map(of_outlet).collect();
    Ok(calendar.timeline(series))
}

/// Whose words of which family are followed.
pub struct Words<'s, 'l, 'r> {
    pub sample: &'s Sample<'r>,
    pub lexicons: &'l [Lexicon],
    pub family: Family,
    pub view: &'s View,
}

impl<'r> Words<'_, '_, 'r> {
    fn material(&self, groups: Vec<Group>) -> Material<'r> {
        self.sample.material(self.family, self.lexicons, groups)
    }

    fn series(&self, name: &str, column: usize, periods: &Material, sides: Option<&Material>) -> Series {
        let change = sides.and_then(|sides| match self.points(sides, column)[..] {
            [Some(before), Some(after)] => Some(change(self.family, before, after)),
            _ => None,
        });
        Series { name: name.to_owned(), column, points: self.points(periods, column), change }
    }

    /// One word in each group; None where there is no article.
    fn points(&self, material: &Material, column: usize) -> Vec<Option<Point>> {
        match self.family {
            Family::Axis(l, a) => rate_points(material, &self.lexicons[l], a, column, self.view),
            Family::Contrast(l, c) => share_points(material, self.lexicons[l].contrasts[c].members.len(), column, self.view),
        }
    }
}

impl Calendar {
    fn timeline(self, series: Vec<Series>) -> Timeline {
        let count = |period: &Period| self.days.iter().flatten().filter(|day| period.holds(**day)).count();
        Timeline {
            articles: self.periods.iter().map(count).collect(),
            undated: self.days.iter().filter(|day| day.is_none()).count(),
            step: self.step,
            around: self.around,
            periods: self.periods,
            span: self.span,
            series: corrected(series),
        }
    }
}

fn rate_points(material: &Material, lexicon: &Lexicon, axis: usize, pole: usize, view: &View) -> Vec<Option<Point>> {
    let point = |rate: rates::PoleRate| Point {
        articles: rate.presence.n as usize,
        users: rate.presence.k as usize,
        count: rate.hits,
        estimate: rate.rate,
    };
    let rates = rates::of_pole(material, lexicon, axis, pole, view, interval::LEAST);
    rates.into_iter().map(|rate| (rate.presence.n > 0).then(|| point(rate))).collect()
}

fn share_points(material: &Material, sides: usize, side: usize, view: &View) -> Vec<Option<Point>> {
    let voiced = material.voiced(0, sides, view);
    let found = |article: usize| {
        let witness = &material.witnesses[article];
        witness.choices[0].iter().filter(|(at, hit)| *at == side && view.filter.takes(&witness.record.hits[*hit])).count()
    };
    let point = |(number, group): (usize, &Group)| {
        let parts: Vec<_> = voiced.iter().filter(|v| v.group == number).map(|v| v.part(side)).collect();
        let counts: Vec<usize> = group.articles.iter().map(|at| found(*at)).collect();
        (!group.articles.is_empty()).then(|| Point {
            articles: group.articles.len(),
            users: counts.iter().filter(|count| **count > 0).count(),
            count: counts.iter().sum::<usize>() as u64,
            estimate: interval::share(&parts),
        })
    };
    material.groups.iter().enumerate().map(point).collect()
}

/// Ratio or difference, with an interval where both sides have one.
fn change(family: Family, before: Point, after: Point) -> Change {
    let Some((one, two)) = after.estimate.zip(before.estimate) else {
        return Change { before, after, value: None, interval: None, p: None };
    };
    let known = one.interval.is_ok() && two.interval.is_ok();
    let scaled = one.scaled.zip(two.scaled).filter(|_| known).map(|(one, two)| one.minus(&two));
    let (value, interval) = match family {
        Family::Contrast(..) => {
            let (difference, interval) = of_shares(&one, &two);
            (Some(difference), interval)
        }
        Family::Axis(..) => {
            let limits = scaled.map(|scaled| scaled.limits());
            ((two.value > 0.0).then(|| one.value / two.value), limits.map(|(low, high)| Interval { low: low.exp(), high: high.exp() }))
        }
    };
    Change { before, after, value, interval, p: scaled.and_then(|scaled| scaled.p()) }
}

/// Corrects p over all series.
fn corrected(mut series: Vec<Series>) -> Vec<Series> {
    let changes = || series.iter().filter_map(|series| series.change?.p);
    let mut p = adjust(&changes().collect::<Vec<f64>>()).into_iter();
    for change in series.iter_mut().filter_map(|series| series.change.as_mut()).filter(|change| change.p.is_some()) {
        change.p = p.next();
    }
    series
}
