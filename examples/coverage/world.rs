//! Articles as they could be: choices of a share, clustered by article.

use cadrage::stats::random::Random;
use cadrage::stats::ratio::Part;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sizes {
    /// Four choices in each article.
    Four,
    /// One to about ten: 1 + a geometric number of mean 2.
    Few,
    /// Long tail: log-normal, σ = 1, median 4.
    Uneven,
    /// As `Uneven`, and articles with many choices lean to one side.
    Tied,
}

#[derive(Debug, Clone, Copy)]
pub struct World {
    pub n: usize,
    pub icc: f64,
    pub mean: f64,
    pub sizes: Sizes,
}

impl World {
    fn size(&self, random: &mut Random) -> usize {
        match self.sizes {
            Sizes::Four => 4,
            Sizes::Few => 1 + ((1.0 - random.unit()).ln() / (2.0f64 / 3.0).ln()) as usize,
            Sizes::Uneven | Sizes::Tied => ((4.0 * normal(random).exp()).round() as usize).clamp(1, 60),
        }
    }

    fn article_mean(&self, size: usize) -> f64 {
        match self.sizes {
            Sizes::Tied => {
                let odds = self.mean / (1.0 - self.mean) * (size as f64 / 4.0).powf(0.4);
                odds / (1.0 + odds)
            }
            _ => self.mean,
        }
    }

    pub fn truth(&self) -> f64 {
        let mut random = Random::new(99, 99);
        let (mut y, mut x) = (0.0, 0.0);
        if self.sizes != Sizes::Tied {
            return self.mean;
        }
        for _ in 0..400_000 {
            let size = self.size(&mut random);
            y += size as f64 * self.article_mean(size);
            x += size as f64;
        }
        y / x
    }

    pub fn draw(&self, random: &mut Random) -> Vec<Part> {
        (0..self.n)
            .map(|_| {
                let size = self.size(random);
                let mean = self.article_mean(size);
                let p = if self.icc == 0.0 {
                    mean
                } else {
                    let k = (1.0 - self.icc) / self.icc;
                    beta(mean * k, (1.0 - mean) * k, random)
                };
                let y = (0..size).filter(|_| random.unit() < p).count();
                Part { y: y as f64, x: size as f64 }
            })
            .collect()
    }
}

/// Box–Muller.
pub fn normal(random: &mut Random) -> f64 {
    (-2.0 * (1.0 - random.unit()).ln()).sqrt() * (std::f64::consts::TAU * random.unit()).cos()
}

/// Marsaglia & Tsang 2000.
pub fn gamma(shape: f64, random: &mut Random) -> f64 {
    if shape < 1.0 {
        let u = 1.0 - random.unit();
        return gamma(shape + 1.0, random) * u.powf(1.0 / shape);
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = normal(random);
        let v = (1.0 + c * x).powi(3);
        if v > 0.0 && (1.0 - random.unit()).ln() < 0.5 * x * x + d - d * v + d * v.ln() {
            return d * v;
        }
    }
}

pub fn beta(a: f64, b: f64, random: &mut Random) -> f64 {
    let (x, y) = (gamma(a, random), gamma(b, random));
    if x + y > 0.0 { x / (x + y) } else { f64::from(u8::from(random.unit() < a / (a + b))) }
}
