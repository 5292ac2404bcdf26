use cadrage::stats::random::Random;
use cadrage::stats::ratio::{Part, ratio};
use statrs::distribution::{ContinuousCDF, Normal, StudentsT};

pub const NAMES: [&str; 13] = [
    "pooled wilson",
    "t logit CR1 n-1",
    "t logit jack n-1",
    "t logit jack kish-1",
    "t logit jack kish-1 anchored",
    "t logit jackT kish (2 articles)",
    "BCa",
    "boot-t logit lin",
    "boot-t raw jack",
    "kish df gate 3",
    "kish df gate 4",
    "kish df gate 5",
    "df min(kish,2eff) gate 3",
];

pub type Interval = Option<(f64, f64)>;

pub fn t(df: f64) -> f64 {
    StudentsT::new(0.0, 1.0, df.max(1.0)).unwrap().inverse_cdf(0.975)
}
fn logit(p: f64) -> f64 {
    (p / (1.0 - p)).ln()
}
fn expit(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

fn both(parts: &[Part]) -> (usize, usize) {
    (parts.iter().filter(|p| p.y > 0.0).count(), parts.iter().filter(|p| p.y < p.x).count())
}

fn lin(parts: &[Part], r: f64) -> f64 {
    let x: f64 = parts.iter().map(|p| p.x).sum();
    let n = parts.len() as f64;
    parts.iter().map(|p| (p.y - r * p.x).powi(2)).sum::<f64>() * n / (n - 1.0) / x / x
}

pub fn all(parts: &[Part], boots: usize, random: &mut Random) -> Vec<Interval> {
    let r = ratio(parts).unwrap();
    let p = r.value;
    let mut out = vec![None; NAMES.len()];
    // Wilson on pooled
    let z = 1.959964;
    let m = r.base;
    let c = (p + z * z / 2.0 / m) / (1.0 + z * z / m);
    let h = z / (1.0 + z * z / m) * (p * (1.0 - p) / m + z * z / 4.0 / m / m).sqrt();
    out[0] = Some((c - h, c + h));
    if p <= 0.0 || p >= 1.0 {
        return out;
    }
    let d = p * (1.0 - p);
    let logit_t = |v: f64, df: f64| {
        let h = t(df) * v.sqrt() / d;
        Some((expit(logit(p) - h), expit(logit(p) + h)))
    };
    let n = parts.len() as f64;
    let vl = lin(parts, p);
    let vj = r.variance.unwrap();
    out[1] = logit_t(vl, n - 1.0);
    out[2] = logit_t(vj, n - 1.0);
    out[3] = logit_t(vj, r.effective - 1.0);
    out[4] = logit_t(vj.max(d / m), r.effective - 1.0);
    let (a, b) = both(parts);
    if a >= 2 && b >= 2 {
        out[5] = logit_t(vj.max(d / m), r.effective - 1.0);
    }
    let kish = |f: &dyn Fn(&Part) -> f64| {
        let (s, q) = parts.iter().fold((0.0, 0.0), |a, p| (a.0 + f(p), a.1 + f(p) * f(p)));
        s * s / q
    };
    let eff = kish(&|p| p.y).min(kish(&|p| p.x - p.y)).min(r.effective);
    for (k, gate) in [3.0, 4.0, 5.0].into_iter().enumerate() {
        if eff >= gate {
            out[9 + k] = logit_t(vj, r.effective - 1.0);
        }
    }
    {
        out[12] = logit_t(vj, r.effective.min(2.0 * eff) - 1.0);
    }
    if boots > 0 {
        let mut vals = Vec::with_capacity(boots);
        let mut ts = Vec::new();
        let mut traw = Vec::new();
        let mut sample = parts.to_vec();
        for _ in 0..boots {
            sample.iter_mut().for_each(|s| *s = parts[random.below(parts.len())]);
            let b = ratio(&sample).unwrap();
            vals.push(b.value);
            let v = lin(&sample, b.value);
            if b.value > 0.0 && b.value < 1.0 && v > 0.0 {
                ts.push((logit(b.value) - logit(p)) / (v.sqrt() / (b.value * (1.0 - b.value))));
                traw.push((b.value - p) / b.variance.unwrap().sqrt());
            }
        }
        vals.sort_by(f64::total_cmp);
        let norm = Normal::new(0.0, 1.0).unwrap();
        let below = vals.iter().filter(|v| **v < p).count() as f64 + 0.5 * vals.iter().filter(|v| **v == p).count() as f64;
        let z0 = norm.inverse_cdf((below / boots as f64).clamp(1e-4, 1.0 - 1e-4));
        let x: f64 = parts.iter().map(|q| q.x).sum();
        let y: f64 = parts.iter().map(|q| q.y).sum();
        let jack: Vec<f64> = parts.iter().map(|q| (y - q.y) / (x - q.x)).collect();
        let mean = jack.iter().sum::<f64>() / n;
        let (mut num, mut den) = (0.0, 0.0);
        for j in &jack {
            num += (mean - j).powi(3);
            den += (mean - j).powi(2);
        }
        let acc = num / (6.0 * den.powf(1.5)).max(1e-300);
        let q = |alpha: f64| {
            let za = norm.inverse_cdf(alpha);
            let adj = norm.cdf(z0 + (z0 + za) / (1.0 - acc * (z0 + za)));
            vals[((adj * boots as f64) as usize).min(boots - 1)]
        };
        out[6] = Some((q(0.025), q(0.975)));
        if a >= 2 && b >= 2 && ts.len() * 2 > boots {
            let pick = |v: &mut Vec<f64>| {
                v.sort_by(f64::total_cmp);
                let k = v.len() as f64;
                (v[(k * 0.025) as usize], v[((k * 0.975) as usize).min(v.len() - 1)])
            };
            let (lo, hi) = pick(&mut ts);
            let s = vl.max(0.0).sqrt() / d;
            out[7] = Some((expit(logit(p) - hi * s), expit(logit(p) - lo * s)));
            let (lo, hi) = pick(&mut traw);
            out[8] = Some(((p - hi * vj.sqrt()).max(0.0), (p - lo * vj.sqrt()).min(1.0)));
        }
    }
    out
}
