//! 95 % intervals of shares and rates whose unit is the article.
//!
//! Chosen among candidates by simulated coverage: docs/VALIDATION.md, `cargo run --release --example coverage`.

use super::ratio::{Part, ratio};
use statrs::distribution::{ContinuousCDF, StudentsT};

/// Fewer units than this get no interval: below it, intervals that hold are on average wider than half the scale (docs/VALIDATION.md).
pub const LEAST: usize = 8;

/// The rarer side of a contrast must be chosen, a word be used, in as many articles as this.
pub const LEAST_RARER: usize = 2;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// Why there is no interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Fewer than `least` articles (or clusters of articles) say anything.
    TooFew { n: usize, least: usize },
    /// The rarer side is chosen in fewer than `least` articles: how articles differ among themselves is unknown.
    Rare { articles: usize, least: usize },
}

/// A number with its n, and its interval or why there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    pub value: f64,
    /// Articles, or clusters of articles, that say something.
    pub n: usize,
    pub interval: Result<Interval, Refusal>,
    /// On the scale of the transform (logit or log), with its degrees of freedom: what differences are made of.
    pub scaled: Option<Scaled>,
}

impl Estimate {
    /// The same, its interval refused below a larger minimum that a plan asks for.
    pub fn from_at_least(self, least: usize) -> Self {
        if self.n < least { Self { interval: Err(Refusal::TooFew { n: self.n, least }), ..self } } else { self }
    }
}

/// An estimate on the scale where it is about symmetric.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scaled {
    pub value: f64,
    pub variance: f64,
    pub df: f64,
}

impl Scaled {
    /// value ± t · standard error.
    pub fn limits(&self) -> (f64, f64) {
        let half = t_quantile(self.df) * self.variance.sqrt();
        (self.value - half, self.value + half)
    }

    /// How often chance would set an estimate of zero as far from zero as this one is; None without any variance.
    pub fn p(&self) -> Option<f64> {
        let t = StudentsT::new(0.0, 1.0, self.df).ok().filter(|_| self.variance > 0.0)?;
        Some(2.0 * t.sf(self.value.abs() / self.variance.sqrt()))
    }

    /// The difference of two independent estimates, its degrees of freedom by Welch (1947) and Satterthwaite (1946).
    pub fn minus(&self, other: &Scaled) -> Scaled {
        let variance = self.variance + other.variance;
        let df = variance * variance / (self.variance.powi(2) / self.df + other.variance.powi(2) / other.df);
        Scaled { value: self.value - other.value, variance, df }
    }
}

/// The 97.5 % quantile of Student's t.
///
/// # Panics
/// Where `df` is not a positive number.
pub fn t_quantile(df: f64) -> f64 {
    StudentsT::new(0.0, 1.0, df).expect("positive degrees of freedom").inverse_cdf(0.975)
}

/// Of how many equal units a sum is worth (Kish 1965, § 11.7).
pub fn effective(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, squares) = values.fold((0.0, 0.0), |(s, q), v| (s + v, q + v * v));
    if squares > 0.0 { sum * sum / squares } else { 0.0 }
}

/// The share Σy / Σx with its interval; None without any choice.
///
/// logit(p) ± t · √v / (p(1 − p)), v the delete-one jackknife of [`ratio`], t Student's with
/// min(e(x), 2·e(y), 2·e(x − y)) − 1 degrees of freedom, at least 1, where e is Kish's effective number of units: a share that rests on few
/// articles, or on few articles of its rarer side, is known less well than n says.
pub fn share(parts: &[Part]) -> Option<Estimate> {
    let r = ratio(parts)?;
    let p = r.value;
    let count = |held: &dyn Fn(&Part) -> bool| parts.iter().filter(|q| held(q)).count();
    let rarer = count(&|q| q.y > 0.0).min(count(&|q| q.y < q.x));
    let scaled = r.variance.filter(|v| *v > 0.0 && rarer >= LEAST_RARER).map(|v| {
        let rarer = effective(parts.iter().map(|q| q.y)).min(effective(parts.iter().map(|q| q.x - q.y)));
        Scaled { value: (p / (1.0 - p)).ln(), variance: v / (p * (1.0 - p)).powi(2), df: (r.effective.min(2.0 * rarer) - 1.0).max(1.0) }
    });
    let expit = |z: f64| 1.0 / (1.0 + (-z).exp());
    Some(Estimate { value: p, n: r.n, interval: interval(r.n, scaled, rarer, expit), scaled })
}

/// The rate Σy / Σx with its interval; None without any word.
///
/// ln(r) ± t · √v / r, v and t as for [`share`] with min(e(x), 1.5·e(y)) − 1 degrees of freedom.
pub fn rate(parts: &[Part]) -> Option<Estimate> {
    let r = ratio(parts)?;
    let users = parts.iter().filter(|q| q.y > 0.0).count();
    let scaled = r.variance.filter(|v| *v > 0.0 && users >= LEAST_RARER).map(|v| {
        let hits = effective(parts.iter().map(|q| q.y));
        Scaled { value: r.value.ln(), variance: v / r.value.powi(2), df: (r.effective.min(1.5 * hits) - 1.0).max(1.0) }
    });
    Some(Estimate { value: r.value, n: r.n, interval: interval(r.n, scaled, users, f64::exp), scaled })
}

fn interval(n: usize, scaled: Option<Scaled>, rarer: usize, back: impl Fn(f64) -> f64) -> Result<Interval, Refusal> {
    if n < LEAST {
        return Err(Refusal::TooFew { n, least: LEAST });
    }
    let (low, high) = scaled.ok_or(Refusal::Rare { articles: rarer, least: LEAST_RARER })?.limits();
    Ok(Interval { low: back(low), high: back(high) })
}
