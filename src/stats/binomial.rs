//! "Said at least once": k of n articles, the article being the trial.

use super::interval::Interval;
use super::presence::Presence;
use statrs::distribution::{Beta, ContinuousCDF};

/// Jeffreys' 95 % interval of k of n: the 2.5 % and 97.5 % quantiles of Beta(k + ½, n − k + ½), 0 where k = 0 and 1 where k = n
/// (Brown, Cai & DasGupta, "Interval estimation for a binomial proportion", *Statistical Science* 16, 2001). None without any article.
///
/// For whole articles only: the words of one article are no independent trials.
pub fn jeffreys(presence: Presence) -> Option<Interval> {
    let (k, n) = (presence.k.min(presence.n) as f64, presence.n as f64);
    if presence.n == 0 {
        return None;
    }
    let beta = Beta::new(k + 0.5, n - k + 0.5).ok()?;
    let low = if presence.k == 0 { 0.0 } else { quantile(&beta, 0.025) };
    let high = if presence.k >= presence.n { 1.0 } else { quantile(&beta, 0.975) };
    Some(Interval { low, high })
}

/// By bisection: the distribution function is known to many digits, the library's own inverse to few.
fn quantile(beta: &Beta, level: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if beta.cdf(middle) < level { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}
