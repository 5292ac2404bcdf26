//! The same events told twice: one odds ratio over many two-by-two tables.

use super::interval::{Scaled, effective};

/// Choices of one event: side or another side, in one group or the other.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Table {
    /// First group: this side, the others.
    pub a: f64,
    pub b: f64,
    /// Second group: this side, the others.
    pub c: f64,
    pub d: f64,
}

impl Table {
    /// a·d / N and b·c / N.
    fn terms(&self) -> (f64, f64) {
        let n = self.a + self.b + self.c + self.d;
        if n > 0.0 { (self.a * self.d / n, self.b * self.c / n) } else { (0.0, 0.0) }
    }

    /// True where both groups chose: only such an event compares them.
    pub fn compares(&self) -> bool {
        self.a + self.b > 0.0 && self.c + self.d > 0.0
    }
}

/// The common odds ratio of some events.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CommonOdds {
    /// Events in which both groups chose.
    pub events: usize,
    /// Natural logarithm of Σ ad/N / Σ bc/N (Mantel & Haenszel, *JNCI* 22, 1959); None where one sum is zero.
    pub log_odds: Option<f64>,
    /// With the variance from leaving out one event at a time: (K − 1)/K · Σ(θ₍ₖ₎ − θ̄)². The event is the unit, so that choices of one article need not be independent.
    /// None where an event left out would leave nothing to divide.
    pub scaled: Option<Scaled>,
}

/// ψ = Σ aₖdₖ/Nₖ / Σ bₖcₖ/Nₖ and how far it moves when an event is left out. Degrees of freedom:
/// min(K, 2·e(ad/N), 2·e(bc/N)) − 1, at least 1, e being Kish's effective number of events.
pub fn common_odds(tables: &[Table]) -> CommonOdds {
    let terms: Vec<(f64, f64)> = tables.iter().filter(|t| t.compares()).map(Table::terms).collect();
    let (r, s) = terms.iter().fold((0.0, 0.0), |(r, s), t| (r + t.0, s + t.1));
    let k = terms.len() as f64;
    let log_odds = (r > 0.0 && s > 0.0).then(|| (r / s).ln());
    let left_out: Option<Vec<f64>> =
        terms.iter().map(|t| (r - t.0 > 1e-12 && s - t.1 > 1e-12).then(|| ((r - t.0) / (s - t.1)).ln())).collect();
    let scaled = log_odds.zip(left_out).and_then(|(value, left_out)| {
        let mean = left_out.iter().sum::<f64>() / k;
        let variance = (k - 1.0) / k * left_out.iter().map(|v| (v - mean).powi(2)).sum::<f64>();
        let rarer = effective(terms.iter().map(|t| t.0)).min(effective(terms.iter().map(|t| t.1)));
        (variance > 0.0).then(|| Scaled { value, variance, df: (k.min(2.0 * rarer) - 1.0).max(1.0) })
    });
    CommonOdds { events: terms.len(), log_odds, scaled }
}
