//! Two configurations of the same points, one turned or mirrored onto the other.

use super::svd::svd;
use ndarray::{Array1, Array2, Axis};

/// `moved` turned or mirrored so that the weighted squares of its distances from `fixed` are least, sizes kept
/// (Schönemann, *Psychometrika* 31, 1966; for resampled maps: Milan & Whittaker, *Applied Statistics* 44, 1995).
///
/// Points × axes; both may have any number of axes, the result has those of `fixed`.
pub fn align(moved: &Array2<f64>, fixed: &Array2<f64>, weights: &Array1<f64>) -> Array2<f64> {
    let axes = moved.ncols().max(fixed.ncols());
    let (wide, target) = (padded(moved, axes), padded(fixed, axes));
    let cross = (&wide * &weights.view().insert_axis(Axis(1))).t().dot(&target);
    let parts = svd(cross.view());
    let turned = wide.dot(&parts.u.dot(&parts.v.t()));
    turned.slice_move(ndarray::s![.., ..fixed.ncols()])
}

/// With empty axes up to this number.
fn padded(points: &Array2<f64>, axes: usize) -> Array2<f64> {
    let mut wide = Array2::zeros((points.nrows(), axes));
    wide.slice_mut(ndarray::s![.., ..points.ncols()]).assign(points);
    wide
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn turned_and_mirrored_points_come_back() {
        let fixed = array![[1.0, 0.2], [-0.5, 0.9], [0.1, -1.3], [-0.4, 0.3]];
        let (sine, cosine) = 1.1f64.sin_cos();
        let mirrored = array![[cosine, sine], [sine, -cosine]];
        let weights = array![0.1, 0.4, 0.3, 0.2];
        let back = align(&fixed.dot(&mirrored), &fixed, &weights);
        assert!((&back - &fixed).iter().all(|d| d.abs() < 1e-12), "{back}");
        // A third axis that the other does not have.
        let wide = array![[0.0, 1.0, 0.2], [0.0, -0.5, 0.9], [0.0, 0.1, -1.3], [0.0, -0.4, 0.3]];
        let back = align(&wide, &fixed, &weights);
        assert!((&back - &fixed).iter().all(|d| d.abs() < 1e-12), "{back}");
    }
}
