//! Many tests at once: the false discovery rate. For keyness; contrasts use max-T.

/// Adjusted p-values: the smallest rate of false discoveries at which each test would be reported, min over j ≥ i of m·p₍ⱼ₎ / j
/// (Benjamini & Hochberg, *J. R. Stat. Soc. B* 57, 1995). In the order given; for p-values that are not NaN.
pub fn adjust(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*b].total_cmp(&p[*a]));
    let mut adjusted = vec![0.0; p.len()];
    let mut least: f64 = 1.0;
    for (from_last, at) in order.into_iter().enumerate() {
        least = least.min(p[at] * p.len() as f64 / (p.len() - from_last) as f64);
        adjusted[at] = least;
    }
    adjusted
}
