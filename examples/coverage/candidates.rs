//! Intervals of a share that were tried. Each gives limits, or none where it refuses.

use cadrage::stats::interval::{effective, t_quantile};
use cadrage::stats::random::Random;
use cadrage::stats::ratio::{Part, ratio};
use statrs::distribution::{ContinuousCDF, Normal};

pub type Limits = Option<(f64, f64)>;

const RESAMPLES: usize = 300;

fn expit(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

/// On the logit, from a variance of the share.
fn logit_t(p: f64, variance: f64, df: f64) -> Limits {
    if p <= 0.0 || p >= 1.0 || variance <= 0.0 {
        return None;
    }
    let (centre, half) = ((p / (1.0 - p)).ln(), t_quantile(df.max(1.0)) * variance.sqrt() / (p * (1.0 - p)));
    Some((expit(centre - half), expit(centre + half)))
}

fn linearised(parts: &[Part], r: f64) -> f64 {
    let x: f64 = parts.iter().map(|p| p.x).sum();
    let n = parts.len() as f64;
    parts.iter().map(|p| (p.y - r * p.x).powi(2)).sum::<f64>() * n / (n - 1.0) / x / x
}

/// Wilson's interval, as if every choice were an article of its own.
pub fn pooled(parts: &[Part], _: &mut Random) -> Limits {
    let r = ratio(parts)?;
    let (p, m, z) = (r.value, r.base, 1.959_964);
    let centre = (p + z * z / 2.0 / m) / (1.0 + z * z / m);
    let half = z / (1.0 + z * z / m) * (p * (1.0 - p) / m + z * z / 4.0 / m / m).sqrt();
    Some((centre - half, centre + half))
}

/// t on the logit, linearised variance, n − 1 degrees of freedom.
pub fn linear_t(parts: &[Part], _: &mut Random) -> Limits {
    let r = ratio(parts)?;
    logit_t(r.value, linearised(parts, r.value), r.n as f64 - 1.0)
}

/// t on the logit, jackknife variance, n − 1 degrees of freedom.
pub fn jackknife_t(parts: &[Part], _: &mut Random) -> Limits {
    let r = ratio(parts)?;
    logit_t(r.value, r.variance?, r.n as f64 - 1.0)
}

/// The same with Kish's effective number of articles − 1.
pub fn jackknife_kish(parts: &[Part], _: &mut Random) -> Limits {
    let r = ratio(parts)?;
    logit_t(r.value, r.variance?, r.effective - 1.0)
}

/// The same with the rarer side: min(e(x), 2·e(rarer side)) − 1.
pub fn jackknife_rarer(parts: &[Part], _: &mut Random) -> Limits {
    let r = ratio(parts)?;
    let rarer = effective(parts.iter().map(|p| p.y)).min(effective(parts.iter().map(|p| p.x - p.y)));
    logit_t(r.value, r.variance?, r.effective.min(2.0 * rarer) - 1.0)
}

/// What the program uses, below its least number of articles too.
pub fn chosen(parts: &[Part], _: &mut Random) -> Limits {
    let (low, high) = cadrage::stats::interval::share(parts)?.scaled?.limits();
    Some((expit(low), expit(high)))
}

fn resample(parts: &[Part], random: &mut Random) -> Vec<Part> {
    parts.iter().map(|_| parts[random.below(parts.len())]).collect()
}

/// Bias-corrected and accelerated bootstrap (Efron 1987) of articles.
pub fn bca(parts: &[Part], random: &mut Random) -> Limits {
    let p = ratio(parts)?.value;
    let mut values: Vec<f64> = (0..RESAMPLES).filter_map(|_| Some(ratio(&resample(parts, random))?.value)).collect();
    values.sort_by(f64::total_cmp);
    let normal = Normal::new(0.0, 1.0).expect("a normal distribution");
    let half_below = values
        .iter()
        .map(|v| {
            if *v < p {
                1.0
            } else if *v == p {
                0.5
            } else {
                0.0
            }
        })
        .sum::<f64>()
        / values.len() as f64;
    let z0 = normal.inverse_cdf(half_below.clamp(1e-4, 1.0 - 1e-4));
    let (y, x) = parts.iter().fold((0.0, 0.0), |(y, x), q| (y + q.y, x + q.x));
    let left_out: Vec<f64> = parts.iter().map(|q| (y - q.y) / (x - q.x)).collect();
    let mean = left_out.iter().sum::<f64>() / left_out.len() as f64;
    let (cubes, squares) = left_out.iter().fold((0.0, 0.0), |(c, s), v| (c + (mean - v).powi(3), s + (mean - v).powi(2)));
    let acceleration = if squares > 0.0 { cubes / (6.0 * squares.powf(1.5)) } else { 0.0 };
    let quantile = |level: f64| {
        let z = z0 + normal.inverse_cdf(level);
        let at = normal.cdf(z0 + z / (1.0 - acceleration * z));
        values[((at * values.len() as f64) as usize).min(values.len() - 1)]
    };
    Some((quantile(0.025), quantile(0.975)))
}

/// Studentised bootstrap (Efron 1979) of articles, on the logit.
pub fn bootstrap_t(parts: &[Part], random: &mut Random) -> Limits {
    let p = ratio(parts)?.value;
    if p <= 0.0 || p >= 1.0 {
        return None;
    }
    let logit = |p: f64| (p / (1.0 - p)).ln();
    let error = |parts: &[Part], p: f64| linearised(parts, p).sqrt() / (p * (1.0 - p));
    let mut t: Vec<f64> = Vec::new();
    for _ in 0..RESAMPLES {
        let sample = resample(parts, random);
        let q = ratio(&sample)?.value;
        if q > 0.0 && q < 1.0 && linearised(&sample, q) > 0.0 {
            t.push((logit(q) - logit(p)) / error(&sample, q));
        }
    }
    t.sort_by(f64::total_cmp);
    let at = |level: f64| t.get((t.len() as f64 * level) as usize);
    let own = error(parts, p);
    Some((expit(logit(p) - at(0.975)? * own), expit(logit(p) - at(0.025)? * own)))
}
