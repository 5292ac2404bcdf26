//! How far two groups lie apart: difference of shares, log odds ratio.

use super::interval::{Estimate, Interval, Scaled};
use super::ratio::Part;

/// The difference of two shares, with its interval where both have one:
/// d ± √((p₁ − l₁)² + (u₂ − p₂)²) below, √((u₁ − p₁)² + (p₂ − l₂)²) above (MOVER: Zou & Donner, *Statistics in Medicine* 27, 2008).
pub fn of_shares(first: &Estimate, second: &Estimate) -> (f64, Option<Interval>) {
    let d = first.value - second.value;
    let interval = first.interval.ok().zip(second.interval.ok()).map(|(one, two)| Interval {
        low: d - (first.value - one.low).hypot(two.high - second.value),
        high: d + (one.high - first.value).hypot(second.value - two.low),
    });
    (d, interval)
}

/// A log odds ratio.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogOdds {
    pub value: f64,
    /// True where a cell was empty and 0.5 was added to all four (Haldane 1956, Anscombe 1956); there is no interval then.
    pub corrected: bool,
    pub interval: Option<Interval>,
}

/// ln(y₁/(x₁ − y₁)) − ln(y₂/(x₂ − y₂)); the interval from both jackknife variances, where both shares have an interval.
pub fn log_odds(first: (&[Part], &Estimate), second: (&[Part], &Estimate)) -> LogOdds {
    let cells = |parts: &[Part]| parts.iter().fold((0.0, 0.0), |(y, n), p| (y + p.y, n + p.x - p.y));
    let ((a, b), (c, d)) = (cells(first.0), cells(second.0));
    let corrected = [a, b, c, d].iter().any(|cell| *cell <= 0.0);
    let add = if corrected { 0.5 } else { 0.0 };
    let value = ((a + add) / (b + add)).ln() - ((c + add) / (d + add)).ln();
    let shown = first.1.interval.is_ok() && second.1.interval.is_ok() && !corrected;
    let scaled = |e: &Estimate| -> Option<Scaled> { e.scaled };
    let interval = scaled(first.1).zip(scaled(second.1)).filter(|_| shown).map(|(one, two)| {
        let (low, high) = one.minus(&two).limits();
        Interval { low, high }
    });
    LogOdds { value, corrected, interval }
}
