//! Round numbers for axes and steps, and labels that make room for each other.

/// Ticks from 0 to the first round number that is not below `max`: at most six.
pub fn ticks(max: f64) -> Vec<f64> {
    if !max.is_finite() || max <= 0.0 {
        return vec![0.0];
    }
    // Far from any rate, near enough to the end of the numbers that the last tick stays one.
    let max = max.clamp(1e-300, 1e300);
    let step = round_up(max / 5.0);
    let last = (max / step - 1e-9).ceil().clamp(1.0, 5.0) as usize;
    (0..=last).map(|i| i as f64 * step).collect()
}

/// The upper bounds of five steps, the last one not below `max`: 0.5, 1, 2, 5, 10.
pub fn steps(max: f64) -> [f64; 5] {
    let mut bounds = [0.0; 5];
    let mut bound = round_up(if max.is_finite() { max } else { f64::MAX });
    for place in bounds.iter_mut().rev() {
        *place = bound;
        bound = round_up(bound / 2.6);
    }
    bounds
}

/// The step in which a value lies.
pub fn step_of(value: f64, bounds: &[f64; 5]) -> usize {
    bounds.iter().position(|&b| value <= b).unwrap_or(4)
}

/// The smallest of 1, 2, 5 times a power of ten that is not below `x`.
fn round_up(x: f64) -> f64 {
    if !x.is_finite() || x <= 0.0 {
        return 1.0;
    }
    let exponent = x.log10().floor() as i32;
    for exponent in [exponent, exponent + 1] {
        for digit in ["1", "2", "5"] {
            // Reading the decimal keeps 0.2 exactly 0.2.
            let candidate: f64 = format!("{digit}e{exponent}").parse().unwrap_or(x);
            if candidate >= x * (1.0 - 1e-12) {
                return candidate;
            }
        }
    }
    x
}

/// Left edges for labels of these widths, in order, each as near to its wished centre as the
/// others allow; nothing if they do not fit between `low` and `high`.
pub fn spread(wishes: &[(i32, i32)], low: i32, high: i32, gap: i32) -> Option<Vec<i32>> {
    let mut edge = low;
    let mut lefts = Vec::with_capacity(wishes.len());
    for &(centre, width) in wishes {
        let left = (centre - width / 2).max(edge);
        lefts.push(left);
        edge = left.saturating_add(width).saturating_add(gap);
    }
    let mut edge = high;
    for (left, &(_, width)) in lefts.iter_mut().zip(wishes).rev() {
        *left = (*left).min(edge - width);
        edge = *left - gap;
    }
    lefts.first().is_none_or(|&left| left >= low).then_some(lefts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_ticks() {
        assert_eq!(ticks(7.3), [0.0, 2.0, 4.0, 6.0, 8.0]);
        assert_eq!(ticks(1.0), [0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0]);
        assert_eq!(ticks(0.0), [0.0]);
        assert_eq!(ticks(f64::NAN), [0.0]);
    }

    #[test]
    fn round_steps() {
        assert_eq!(steps(7.3), [0.5, 1.0, 2.0, 5.0, 10.0]);
        assert_eq!(steps(5.0), [0.2, 0.5, 1.0, 2.0, 5.0]);
        assert_eq!(steps(0.02), [0.001, 0.002, 0.005, 0.01, 0.02]);
        assert_eq!(step_of(0.5, &steps(7.3)), 0);
        assert_eq!(step_of(0.51, &steps(7.3)), 1);
    }

    #[test]
    fn labels_make_room() {
        assert_eq!(spread(&[(10, 20), (12, 20)], 0, 100, 4), Some(vec![0, 24]));
        assert_eq!(spread(&[(95, 20), (98, 20)], 0, 100, 4), Some(vec![56, 80]));
        assert_eq!(spread(&[(10, 60), (12, 60)], 0, 100, 4), None);
        assert_eq!(spread(&[], 0, 100, 4), Some(vec![]));
    }
}
