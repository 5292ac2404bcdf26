//! Correspondence analysis: outlets and words as points, near where they go together more than by chance.
//!
//! Greenacre, *Correspondence Analysis in Practice*, 3rd ed. (2017), appendix A; Benzécri, *L'analyse des données* (1973). With P the table
//! over its sum, r and c its margins, the standardised residuals (p − r·c) / √(r·c) are decomposed into singular values.

use super::svd::svd;
use ndarray::{Array1, Array2, ArrayView1, Axis};

/// One axis or more that a table is spread along.
#[derive(Debug, Clone, PartialEq)]
pub struct CorrespondenceAnalysis {
    /// By axis: its inertia (eigenvalue), the largest first. Their sum is χ² / n.
    pub inertias: Array1<f64>,
    pub rows: Points,
    pub columns: Points,
}

/// Rows or columns; arrays are points × axes.
#[derive(Debug, Clone, PartialEq)]
pub struct Points {
    /// Share of the table's sum.
    pub masses: Array1<f64>,
    /// Principal coordinates.
    pub coordinates: Array2<f64>,
    /// What part of an axis' inertia a point makes up; 1 over all points.
    pub contributions: Array2<f64>,
    /// What part of a point's distance from the centre an axis shows; 1 over all axes.
    pub cos2: Array2<f64>,
}

/// A row or column that is shown among the others and took no part in finding the axes.
#[derive(Debug, Clone, PartialEq)]
pub struct Supplementary {
    pub coordinates: Array1<f64>,
    pub cos2: Array1<f64>,
}

impl CorrespondenceAnalysis {
    /// Of counts. None where a row or column is empty, or where nothing differs.
    ///
    /// The sign of an axis is free: here the column that contributes most lies on its positive side.
    pub fn new(table: &Array2<f64>) -> Option<Self> {
        let total = table.sum();
        let (r, c) = (table.sum_axis(Axis(1)) / total, table.sum_axis(Axis(0)) / total);
        if total <= 0.0 || r.iter().chain(&c).any(|mass| *mass <= 0.0) {
            return None;
        }
        let mut residuals = table / total;
        for ((i, j), p) in residuals.indexed_iter_mut() {
            *p = (*p - r[i] * c[j]) / (r[i] * c[j]).sqrt();
        }
        let mut parts = svd(residuals.view());
        if parts.values.first().is_none_or(|largest| *largest < 1e-9) {
            return None;
        }
        for axis in 0..parts.values.len() {
            let loadings = parts.v.column(axis);
            let strongest = loadings.iter().copied().fold(0.0f64, |most, x| if x.abs() > most.abs() + 1e-12 { x } else { most });
            if strongest < 0.0 {
                parts.v.column_mut(axis).mapv_inplace(|x| -x);
                parts.u.column_mut(axis).mapv_inplace(|x| -x);
            }
        }
        Some(Self {
            rows: Points::new(r, &parts.u, &parts.values),
            columns: Points::new(c, &parts.v, &parts.values),
            inertias: parts.values.mapv(|s| s * s),
        })
    }

    pub fn inertia(&self) -> f64 {
        self.inertias.sum()
    }

    /// Where a row of counts over the same columns lies; None where it is empty.
    pub fn supplementary_row(&self, counts: ArrayView1<f64>) -> Option<Supplementary> {
        self.supplementary(counts, &self.columns)
    }

    /// Where a column of counts over the same rows lies; None where it is empty.
    pub fn supplementary_column(&self, counts: ArrayView1<f64>) -> Option<Supplementary> {
        self.supplementary(counts, &self.rows)
    }

    /// The transition formula: a point is the mean of the others' standard coordinates, weighted by its profile.
    fn supplementary(&self, counts: ArrayView1<f64>, others: &Points) -> Option<Supplementary> {
        let sum = counts.sum();
        if sum <= 0.0 {
            return None;
        }
        let profile = &counts / sum;
        let coordinates = profile.dot(&others.coordinates) / self.inertias.mapv(f64::sqrt);
        let off = &profile - &others.masses;
        let distance = (&off * &off / &others.masses).sum();
        let cos2 = if distance > 0.0 { coordinates.mapv(|x| x * x / distance) } else { Array1::zeros(self.inertias.len()) };
        Some(Supplementary { coordinates, cos2 })
    }
}

impl Points {
    fn new(masses: Array1<f64>, vectors: &Array2<f64>, values: &Array1<f64>) -> Self {
        let contributions = vectors * vectors;
        let coordinates = vectors * values / masses.mapv(f64::sqrt).insert_axis(Axis(1));
        let squares = &coordinates * &coordinates;
        let distances = squares.sum_axis(Axis(1)).mapv(|d| if d > 0.0 { d } else { 1.0 }).insert_axis(Axis(1));
        Self { cos2: &squares / &distances, contributions, coordinates, masses }
    }
}
