//! Figures of independent implementations: FactoMineR (`tests/oracle/correspondence_analysis.R`), SciPy (`tests/oracle/maps.py`).

use cadrage::stats::correspondence_analysis::{CorrespondenceAnalysis, Points};
use ndarray::{Array1, Array2};
use serde_json::Value;

fn numbers(value: &Value) -> Array1<f64> {
    value.as_array().expect("a list").iter().map(|v| v.as_f64().expect("a number")).collect()
}

fn matrix(value: &Value) -> Array2<f64> {
    let rows: Vec<Array1<f64>> = value.as_array().expect("rows").iter().map(numbers).collect();
    Array2::from_shape_fn((rows.len(), rows[0].len()), |(i, j)| rows[i][j])
}

#[track_caller]
fn close(got: &Array2<f64>, wanted: &Array2<f64>) {
    assert_eq!(got.dim(), wanted.dim());
    assert!((got - wanted).iter().all(|d| d.abs() < 1e-8), "{got}\nis not\n{wanted}");
}

#[test]
fn correspondence_analysis_is_that_of_factominer() {
    let golden: Vec<Value> = serde_json::from_str(include_str!("../oracle/correspondence_analysis.json")).expect("golden values");
    assert_eq!(golden.len(), 3);
    for case in golden {
        let found = CorrespondenceAnalysis::new(&matrix(&case["table"])).expect("an analysis");
        let inertias = numbers(&case["inertias"]);
        assert_eq!(found.inertias.len(), inertias.len());
        assert!((&found.inertias - &inertias).iter().all(|d| d.abs() < 1e-8));
        // The sign of each axis is free; rows and columns share it.
        let theirs = matrix(&case["columns"]["coordinates"]);
        let signs: Array1<f64> =
            (0..inertias.len()).map(|axis| (&found.columns.coordinates.column(axis) * &theirs.column(axis)).sum().signum()).collect();
        let side = |points: &Points, wanted: &Value| {
            close(&(&points.coordinates * &signs), &matrix(&wanted["coordinates"]));
            close(&points.contributions, &matrix(&wanted["contributions"]));
            close(&points.cos2, &matrix(&wanted["cos2"]));
        };
        side(&found.rows, &case["rows"]);
        side(&found.columns, &case["columns"]);
        for (place, wanted) in [
            (found.supplementary_row(numbers(&case["extra_row"]).view()), &case["supplementary_row"]),
            (found.supplementary_column(numbers(&case["extra_column"]).view()), &case["supplementary_column"]),
        ] {
            let place = place.expect("a place");
            assert!((&place.coordinates * &signs - numbers(&wanted["coordinates"])).iter().all(|d| d.abs() < 1e-8));
            assert!((&place.cos2 - numbers(&wanted["cos2"])).iter().all(|d| d.abs() < 1e-8));
        }
    }
}
