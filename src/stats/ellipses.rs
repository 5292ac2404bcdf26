//! How surely an outlet's place on a map is known: its articles are drawn anew, again and again, and its point moves.

use super::correspondence_analysis::CorrespondenceAnalysis;
use super::interval::LEAST;
use super::permutation::Unit;
use super::procrustes::align;
use super::profiles::Profiles;
use super::random::Random;
use ndarray::{Array1, Array2, Axis};
use rayon::prelude::*;
use statrs::distribution::{ContinuousCDF, FisherSnedecor};

/// How often articles are drawn anew.
pub const REPLICATES: usize = 1_000;

/// What may move with the articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The axes stay: each new row is laid on the map as it is (Greenacre 1984, ch. 8; Lebart 2006, "partial bootstrap").
    Projected,
    /// The axes move too: each replicate is analysed anew, then turned back onto the map ([`align`]; "total bootstrap").
    Procrustes,
}

/// A 95 % ellipse around a point, in the plane of the first two axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ellipse {
    pub centre: [f64; 2],
    /// Half the longer and half the shorter diameter.
    pub radii: [f64; 2],
    /// Of the longer diameter against the first axis, in radians.
    pub angle: f64,
    /// Units that were drawn anew.
    pub n: usize,
}

impl Ellipse {
    /// From a centre and replicates around it.
    ///
    /// Their covariance times n / (n − 1), since a sample drawn anew from n units spreads too little, times Hotelling's T² at 95 %,
    /// n being the number of units.
    fn new(centre: [f64; 2], replicates: &[[f64; 2]], n: usize) -> Option<Self> {
        if n < LEAST || replicates.len() < 2 {
            return None;
        }
        let count = replicates.len() as f64;
        let mean = [0, 1].map(|k| replicates.iter().map(|p| p[k]).sum::<f64>() / count);
        let moment = |j: usize, k: usize| replicates.iter().map(|p| (p[j] - mean[j]) * (p[k] - mean[k])).sum::<f64>() / (count - 1.0);
        let (a, b, c) = (moment(0, 0), moment(0, 1), moment(1, 1));
        let (half, root) = ((a + c) / 2.0, ((a - c) / 2.0).hypot(b));
        let scale = n as f64 / (n - 1) as f64 * hotelling(n)?;
        let radius = |variance: f64| (variance.max(0.0) * scale).sqrt();
        Some(Self { centre, radii: [radius(half + root), radius(half - root)], angle: 0.5 * (2.0 * b).atan2(a - c), n })
    }

    pub fn contains(&self, [x, y]: [f64; 2]) -> bool {
        let (sine, cosine) = self.angle.sin_cos();
        let (dx, dy) = (x - self.centre[0], y - self.centre[1]);
        let along = (cosine * dx + sine * dy) / self.radii[0].max(f64::MIN_POSITIVE);
        let across = (cosine * dy - sine * dx) / self.radii[1].max(f64::MIN_POSITIVE);
        along * along + across * across <= 1.0
    }

    /// Points along the line, to draw it.
    pub fn outline(&self, points: usize) -> Vec<[f64; 2]> {
        let (sine, cosine) = self.angle.sin_cos();
        let at = |step: usize| {
            let (dy, dx) = (std::f64::consts::TAU * step as f64 / points as f64).sin_cos();
            let (along, across) = (dx * self.radii[0], dy * self.radii[1]);
            [self.centre[0] + cosine * along - sine * across, self.centre[1] + sine * along + cosine * across]
        };
        (0..points).map(at).collect()
    }
}

/// The 95 % quantile of Hotelling's T² for two coordinates and n units: 2(n − 1)/(n − 2) · F(2, n − 2). None of fewer than three.
pub fn hotelling(n: usize) -> Option<f64> {
    let n = n as f64;
    let quantile = FisherSnedecor::new(2.0, n - 2.0).ok()?.inverse_cdf(0.95);
    Some(2.0 * (n - 1.0) / (n - 2.0) * quantile)
}

/// The ellipse of each row of an analysis; None where fewer than [`LEAST`] units make it up, or on a map of one axis.
pub fn ellipses(
    profiles: &Profiles,
    analysis: &CorrespondenceAnalysis,
    method: Method,
    replicates: usize,
    seed: u64,
) -> Vec<Option<Ellipse>> {
    if analysis.inertias.len() < 2 {
        return vec![None; profiles.names.len()];
    }
    let units = profiles.units_by_group();
    let clouds: Vec<Vec<Option<[f64; 2]>>> = (0..replicates)
        .into_par_iter()
        .map(|replicate| {
            let drawn = resampled(&units, profiles.columns, &mut Random::new(seed, replicate as u64));
            match method {
                Method::Projected => projected(&drawn, analysis),
                Method::Procrustes => turned(&drawn, analysis),
            }
        })
        .collect();
    let ellipse = |row: usize| {
        let cloud: Vec<[f64; 2]> = clouds.iter().filter_map(|points| points[row]).collect();
        let centre = [0, 1].map(|axis| analysis.rows.coordinates[[row, axis]]);
        Ellipse::new(centre, &cloud, units[row].len())
    };
    (0..units.len()).map(ellipse).collect()
}

/// A table of as many units of each group, drawn with replacement.
pub(super) fn resampled(units: &[Vec<&Unit>], columns: usize, random: &mut Random) -> Array2<f64> {
    let mut table = Array2::zeros((units.len(), columns));
    for (own, mut row) in units.iter().zip(table.rows_mut()) {
        for _ in 0..own.len() {
            row.iter_mut().zip(&own[random.below(own.len())].counts).for_each(|(sum, count)| *sum += count);
        }
    }
    table
}

fn projected(drawn: &Array2<f64>, analysis: &CorrespondenceAnalysis) -> Vec<Option<[f64; 2]>> {
    let place = |row| analysis.supplementary_row(row).map(|point| [point.coordinates[0], point.coordinates[1]]);
    drawn.rows().into_iter().map(place).collect()
}

fn turned(drawn: &Array2<f64>, analysis: &CorrespondenceAnalysis) -> Vec<Option<[f64; 2]>> {
    let sums: Array1<f64> = drawn.sum_axis(Axis(0));
    let kept: Vec<usize> = (0..sums.len()).filter(|column| sums[*column] > 0.0).collect();
    let Some(anew) = CorrespondenceAnalysis::new(&drawn.select(Axis(1), &kept)) else { return vec![None; drawn.nrows()] };
    let points = align(&anew.rows.coordinates, &analysis.rows.coordinates, &analysis.rows.masses);
    points.rows().into_iter().map(|row| Some([row[0], row[1]])).collect()
}
