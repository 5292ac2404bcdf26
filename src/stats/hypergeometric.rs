//! The hypergeometric distribution: how many of `marked` things among `all` come into a draw of `drawn`.

/// A draw without putting back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draw {
    pub all: u64,
    pub marked: u64,
    pub drawn: u64,
}

impl Draw {
    /// The fewest and the most marked things that can be drawn.
    pub fn support(self) -> (u64, u64) {
        ((self.marked + self.drawn).saturating_sub(self.all), self.marked.min(self.drawn))
    }

    pub fn mean(self) -> f64 {
        if self.all == 0 { 0.0 } else { self.marked as f64 * self.drawn as f64 / self.all as f64 }
    }

    /// n·(K/N)·(1 − K/N)·(N − n)/(N − 1); 0 where nothing is left to chance.
    pub fn variance(self) -> f64 {
        if self.all < 2 {
            return 0.0;
        }
        let (all, part) = (self.all as f64, self.marked as f64 / self.all as f64);
        self.drawn as f64 * part * (1.0 - part) * (all - self.drawn as f64) / (all - 1.0)
    }

    /// ln P(X = x), −∞ outside the support. By three binomial densities in their saddle-point form (C. Loader, "Fast and accurate
    /// computation of binomial probabilities", 2000), which keeps its digits where logarithms of factorials cancel.
    pub fn ln_density(self, x: u64) -> f64 {
        let (low, high) = self.support();
        if x < low || x > high {
            return f64::NEG_INFINITY;
        }
        if self.drawn == 0 || self.drawn == self.all {
            return 0.0;
        }
        let p = self.drawn as f64 / self.all as f64;
        let q = (self.all - self.drawn) as f64 / self.all as f64;
        ln_binomial(x, self.marked, p, q) + ln_binomial(self.drawn - x, self.all - self.marked, p, q)
            - ln_binomial(self.drawn, self.all, p, q)
    }

    /// ln P(X ≥ x).
    pub fn ln_upper(self, x: u64) -> f64 {
        let (low, high) = self.support();
        if x <= low {
            return 0.0;
        }
        // Below the mean the other tail is the short one.
        if (x as f64) < self.mean() {
            return ln_rest(self.ln_lower(x - 1));
        }
        // P(x + 1) / P(x)
        let ratio = |x: u64| {
            let up = (self.marked - x) as f64 * (self.drawn - x) as f64;
            up / ((x + 1) as f64 * ((self.all + x + 1) - self.marked - self.drawn) as f64)
        };
        self.ln_density(x) + sum_of_ratios((x..high).map(ratio)).ln()
    }

    /// ln P(X ≤ x).
    pub fn ln_lower(self, x: u64) -> f64 {
        let (low, high) = self.support();
        if x >= high {
            return 0.0;
        }
        if x < low {
            return f64::NEG_INFINITY;
        }
        if (x as f64) > self.mean() {
            return ln_rest(self.ln_upper(x + 1));
        }
        // P(x − 1) / P(x)
        let ratio = |x: u64| {
            let down = x as f64 * ((self.all + x) - self.marked - self.drawn) as f64;
            down / ((self.marked + 1 - x) as f64 * (self.drawn + 1 - x) as f64)
        };
        self.ln_density(x) + sum_of_ratios((low + 1..=x).rev().map(ratio)).ln()
    }
}

/// 1 + r₁ + r₁r₂ + …, until nothing is added any more.
fn sum_of_ratios(ratios: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut term) = (1.0, 1.0);
    for ratio in ratios {
        term *= ratio;
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    sum
}

/// ln(1 − eˣ)
fn ln_rest(ln_part: f64) -> f64 {
    (-ln_part.exp()).ln_1p()
}

/// ln of the binomial density, q being 1 − p.
fn ln_binomial(x: u64, n: u64, p: f64, q: f64) -> f64 {
    let (k, size) = (x as f64, n as f64);
    if x == 0 {
        return if n == 0 { 0.0 } else { size * if p < 0.1 { (-p).ln_1p() } else { q.ln() } };
    }
    if x == n {
        return size * if q < 0.1 { (-q).ln_1p() } else { p.ln() };
    }
    let errors = stirling_error(n) - stirling_error(x) - stirling_error(n - x);
    errors - deviance(k, size * p) - deviance(size - k, size * q) - 0.5 * ((2.0 * std::f64::consts::PI).ln() + k.ln() + (-k / size).ln_1p())
}

/// ln n! less Stirling's approximation, for n > 0.
fn stirling_error(n: u64) -> f64 {
    let x = n as f64;
    if n < 16 {
        let ln_factorial: f64 = (2..=n).map(|i| (i as f64).ln()).sum();
        return ln_factorial - (x + 0.5) * x.ln() + x - 0.5 * (2.0 * std::f64::consts::PI).ln();
    }
    let square = x * x;
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - (1.0 / 1680.0 - 1.0 / 1188.0 / square) / square) / square) / square) / x
}

/// x·ln(x/m) + m − x, exact where x is near m.
fn deviance(x: f64, m: f64) -> f64 {
    if (x - m).abs() >= 0.1 * (x + m) {
        return x * (x / m).ln() + m - x;
    }
    let v = (x - m) / (x + m);
    let mut sum = (x - m) * v;
    let mut term = 2.0 * x * v;
    for j in 1..1000 {
        term *= v * v;
        let next = sum + term / f64::from(2 * j + 1);
        if next == sum {
            break;
        }
        sum = next;
    }
    sum
}
