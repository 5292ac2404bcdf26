//! Ratio of sums over articles, and its variance, the article (or a larger cluster) being the unit.

/// What one article, or one cluster of articles, adds to a ratio: y of x.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Part {
    pub y: f64,
    pub x: f64,
}

impl std::ops::AddAssign for Part {
    fn add_assign(&mut self, other: Self) {
        self.y += other.y;
        self.x += other.x;
    }
}

/// r = Σy / Σx with its variance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ratio {
    pub value: f64,
    /// Σx.
    pub base: f64,
    /// Units with x > 0.
    pub n: usize,
    /// Of how many units of equal size the ratio is worth: (Σx)² / Σx² (Kish, *Survey Sampling*, 1965, § 11.7).
    pub effective: f64,
    /// Delete-one jackknife: (n − 1)/n · Σ(r₍ᵢ₎ − r)², r₍ᵢ₎ the ratio without unit i (Cochran, *Sampling Techniques*, 3rd ed., § 6.17;
    /// the "CR3" of Bell & McCaffrey 2002). None with fewer than two units.
    pub variance: Option<f64>,
}

/// The ratio of some units; None where Σx = 0. Units without x carry no information and are not counted.
pub fn ratio(parts: &[Part]) -> Option<Ratio> {
    let (mut sum, mut squares, mut n) = (Part::default(), 0.0, 0);
    for part in parts.iter().filter(|p| p.x > 0.0) {
        sum += *part;
        squares += part.x * part.x;
        n += 1;
    }
    if n == 0 {
        return None;
    }
    let value = sum.y / sum.x;
    let variance = (n > 1).then(|| {
        // r₍ᵢ₎ − r = −(yᵢ − r·xᵢ) / (Σx − xᵢ)
        let spread: f64 = parts.iter().filter(|p| p.x > 0.0).map(|p| ((p.y - value * p.x) / (sum.x - p.x)).powi(2)).sum();
        (n - 1) as f64 / n as f64 * spread
    });
    Some(Ratio { value, base: sum.x, n, effective: sum.x * sum.x / squares, variance })
}
