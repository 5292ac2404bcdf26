//! 95 % intervals of shares and rates whose unit is the article.
//!
//! Chosen among candidates by simulated coverage: docs/VALIDATION.md, `cargo run --release --example coverage`.

use super::ratio::{Part, ratio};
use statrs::distribution::{ContinuousCDF, StudentsT};

/// Fewer units than this get no interval: below it, intervals that hold are on average wider than half the scale (docs/VALIDATION.md).
pub const LEAST: usize = 8;

/// The same for rates: with 8 articles the upper limit of a rate is typically 26 times the lower one, with 12 nine times.
pub const LEAST_FOR_RATES: usize = 12;

/// From so many articles on coverage should not exceed 0.97 either: more is asked of the rarer side, and fewer degrees of freedom are given up for it.
const MANY: usize = 20;

/// In how many articles the rarer side of a contrast must be chosen. Asking for more among few articles lets pass the samples in which a
/// rare word is frequent by chance, and coverage falls.
pub fn least_rarer(n: usize) -> usize {
    if n < MANY { 2 } else { 3 }
}

/// In how many articles a word must be used for its rate to have an interval.
pub fn least_users(n: usize) -> usize {
    if n < MANY { 3 } else { 4 }
}

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
    /// All articles choose in exactly the same proportion: what they would differ by is unknown.
    Alike,
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
/// min(e(x), c·e(y), c·e(x − y)) − 1 degrees of freedom, at least 1, where e is Kish's effective number of units and c is 2, from 20 units
/// on 3: a share that rests on few articles, or on few articles of its rarer side, is known less well than n says.
pub fn share(parts: &[Part]) -> Option<Estimate> {
    let r = ratio(parts)?;
    let p = r.value;
    let count = |held: &dyn Fn(&Part) -> bool| parts.iter().filter(|q| held(q)).count();
    let rarer = count(&|q| q.y > 0.0).min(count(&|q| q.y < q.x));
    let scaled = r.variance.filter(|v| *v > 0.0 && rarer >= least_rarer(r.n)).map(|v| {
        let rarer = effective(parts.iter().map(|q| q.y)).min(effective(parts.iter().map(|q| q.x - q.y)));
        let worth = if r.n < MANY { 2.0 } else { 3.0 } * rarer;
        Scaled { value: (p / (1.0 - p)).ln(), variance: v / (p * (1.0 - p)).powi(2), df: (r.effective.min(worth) - 1.0).max(1.0) }
    });
    let expit = |z: f64| 1.0 / (1.0 + (-z).exp());
    let refusal = refusal((r.n, LEAST), (rarer, least_rarer(r.n)));
    Some(Estimate { value: p, n: r.n, interval: interval(scaled, refusal, expit), scaled })
}

/// The rate Σy / Σx with its interval; None without any word.
///
/// ln(r) ± t · √v / r, v and t as for [`share`] with min(e(x), 1.5·e(y)) − 1 degrees of freedom.
pub fn rate(parts: &[Part]) -> Option<Estimate> {
    let r = ratio(parts)?;
    let users = parts.iter().filter(|q| q.y > 0.0).count();
    let scaled = r.variance.filter(|v| *v > 0.0 && users >= least_users(r.n)).map(|v| {
        let hits = effective(parts.iter().map(|q| q.y));
        Scaled { value: r.value.ln(), variance: v / r.value.powi(2), df: (r.effective.min(1.5 * hits) - 1.0).max(1.0) }
    });
    let refusal = refusal((r.n, LEAST_FOR_RATES), (users, least_users(r.n)));
    Some(Estimate { value: r.value, n: r.n, interval: interval(scaled, refusal, f64::exp), scaled })
}

/// Why there is no interval, by what there is and what is needed; None where nothing stands against one.
fn refusal((n, least): (usize, usize), (rarer, least_rarer): (usize, usize)) -> Option<Refusal> {
    if n < least {
        return Some(Refusal::TooFew { n, least });
    }
    (rarer < least_rarer).then_some(Refusal::Rare { articles: rarer, least: least_rarer })
}

fn interval(scaled: Option<Scaled>, refusal: Option<Refusal>, back: impl Fn(f64) -> f64) -> Result<Interval, Refusal> {
    match (scaled, refusal) {
        (_, Some(refusal)) => Err(refusal),
        (Some(scaled), None) => {
            let (low, high) = scaled.limits();
            Ok(Interval { low: back(low), high: back(high) })
        }
        (None, None) => Err(Refusal::Alike),
    }
}
