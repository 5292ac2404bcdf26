//! Singular values of small matrices. The pure-Rust libraries bring dozens of packages or a second ndarray for tables of a dozen rows.

use ndarray::{Array1, Array2, ArrayView2, Axis};

/// Singular values smaller than this part of the largest are zero.
const ZERO: f64 = 1e-12;
/// Columns whose cosine is smaller are orthogonal.
const ORTHOGONAL: f64 = 1e-15;
/// Convergence is quadratic: a dozen sweeps is much.
const SWEEPS: usize = 60;

/// A = U · diag(values) · Vᵀ, of the singular values that are not zero, the largest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Svd {
    /// A column for each value.
    pub u: Array2<f64>,
    pub values: Array1<f64>,
    /// A column for each value.
    pub v: Array2<f64>,
}

/// One-sided Jacobi: pairs of columns are turned until all are orthogonal (Hestenes 1958; Golub & Van Loan, *Matrix Computations*, 4th ed., § 8.6.3).
/// For finite numbers.
pub fn svd(a: ArrayView2<f64>) -> Svd {
    if a.nrows() < a.ncols() {
        let Svd { u, values, v } = svd(a.t());
        return Svd { u: v, values, v: u };
    }
    let (mut turned, mut v) = (a.to_owned(), Array2::eye(a.ncols()));
    for _ in 0..SWEEPS {
        let mut settled = true;
        for p in 0..a.ncols() {
            for q in p + 1..a.ncols() {
                let (one, two) = (turned.column(p), turned.column(q));
                let (alpha, beta, gamma) = (one.dot(&one), two.dot(&two), one.dot(&two));
                if gamma.abs() > ORTHOGONAL * (alpha * beta).sqrt() {
                    settled = false;
                    let zeta = (beta - alpha) / (2.0 * gamma);
                    let tangent = zeta.signum() / (zeta.abs() + zeta.hypot(1.0));
                    let cosine = 1.0 / tangent.hypot(1.0);
                    rotate(&mut turned, p, q, cosine, cosine * tangent);
                    rotate(&mut v, p, q, cosine, cosine * tangent);
                }
            }
        }
        if settled {
            break;
        }
    }
    let lengths: Vec<f64> = turned.columns().into_iter().map(|column| column.dot(&column).sqrt()).collect();
    let largest = lengths.iter().fold(0.0f64, |most, length| most.max(*length));
    let mut order: Vec<usize> = (0..lengths.len()).filter(|at| lengths[*at] > ZERO * largest).collect();
    order.sort_by(|one, two| lengths[*two].total_cmp(&lengths[*one]));
    let values: Array1<f64> = order.iter().map(|at| lengths[*at]).collect();
    Svd { u: turned.select(Axis(1), &order) / &values, v: v.select(Axis(1), &order), values }
}

fn rotate(matrix: &mut Array2<f64>, p: usize, q: usize, cosine: f64, sine: f64) {
    for mut row in matrix.rows_mut() {
        let (one, two) = (row[p], row[q]);
        row[p] = cosine * one - sine * two;
        row[q] = sine * one + cosine * two;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn the_parts_make_up_the_matrix() {
        let rank_two = array![[1.0, 2.0, 3.0], [2.0, 4.0, 6.0], [1.0, 0.0, -1.0], [0.0, 0.0, 0.0]];
        for a in [rank_two.view(), rank_two.t()] {
            let Svd { u, values, v } = svd(a);
            assert_eq!(values.len(), 2);
            assert!(values[0] > values[1]);
            let again = (&u * &values).dot(&v.t());
            assert!((&again - &a).iter().all(|d| d.abs() < 1e-14), "{again}");
            for orthogonal in [u.t().dot(&u), v.t().dot(&v)] {
                assert!((orthogonal - Array2::<f64>::eye(2)).iter().all(|d| d.abs() < 1e-14));
            }
        }
        assert!(svd(Array2::zeros((3, 2)).view()).values.is_empty());
    }
}
