//! Figures of independent implementations: FactoMineR (`tests/oracle/correspondence_analysis.R`), SciPy (`tests/oracle/maps.py`).

use cadrage::stats::cooccurrence::{g2, met_by_chance};
use cadrage::stats::correspondence_analysis::{CorrespondenceAnalysis, Points};
use cadrage::stats::ellipses::hotelling;
use cadrage::stats::jensen_shannon::condensed;
use cadrage::stats::permutation::Unit;
use cadrage::stats::procrustes::align;
use cadrage::stats::profiles::Profiles;
use cadrage::stats::tree::{order, tree};
use ndarray::{Array1, Array2};
use serde_json::Value;
use std::collections::BTreeSet;

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

fn golden(name: &str) -> Value {
    let all: Value = serde_json::from_str(include_str!("../oracle/maps.json")).expect("golden values");
    assert!(!all[name].is_null(), "no golden value of {name}");
    all[name].clone()
}

fn indices(value: &Value) -> Vec<usize> {
    value.as_array().expect("a list").iter().map(|v| v.as_u64().expect("an index") as usize).collect()
}

#[test]
fn distances_and_trees_are_those_of_scipy() {
    let case = golden("distances");
    let table = matrix(&case["table"]);
    let found = condensed(&table);
    found.iter().zip(numbers(&case["distances"])).for_each(|(got, wanted)| assert!((got - wanted).abs() < 1e-12, "{got} is not {wanted}"));
    // One unit an outlet: drawn anew, it is itself again, and so is the tree.
    let units = table.rows().into_iter().enumerate().map(|(group, row)| Unit { group, stratum: 0, counts: row.to_vec() }).collect();
    let names: Vec<String> = (0..7).map(|n| n.to_string()).collect();
    let profiles = Profiles { names, columns: 5, articles: vec![1; 7], users: vec![7; 5], units };
    let nodes = tree(&profiles, 20, 1);
    let merges: Vec<[usize; 2]> = case["merges"].as_array().expect("merges").iter().map(|m| [indices(m)[0], indices(m)[1]]).collect();
    assert_eq!(nodes.iter().map(|node| node.branches).collect::<Vec<_>>(), merges);
    nodes.iter().zip(numbers(&case["heights"])).for_each(|(node, wanted)| assert!((node.height - wanted).abs() < 1e-12));
    assert!(nodes.iter().all(|node| node.support == 1.0));
    // No two branches cross: the outlets below each node stand together.
    let order = order(&nodes, 7);
    for node in &nodes {
        let places: Vec<usize> = node.leaves.iter().filter_map(|leaf| order.iter().position(|at| at == leaf)).collect();
        let (first, last) = (places.iter().min().expect("a leaf"), places.iter().max().expect("a leaf"));
        assert_eq!(last - first + 1, node.leaves.len());
    }
}

#[test]
fn procrustes_is_that_of_scipy() {
    let case = golden("procrustes");
    let aligned = align(&matrix(&case["moved"]), &matrix(&case["fixed"]), &numbers(&case["weights"]));
    close(&aligned, &matrix(&case["aligned"]));
}

#[test]
fn log_likelihood_and_expectation_are_those_of_scipy_and_statsmodels() {
    for case in golden("g2").as_array().expect("cases") {
        let number = |name: &str| case[name].as_f64().expect("a number");
        let found = g2(number("both"), number("row"), number("column"), number("total"));
        assert!((found - number("g2")).abs() < 1e-9, "{found} is not {}", number("g2"));
    }
    let case = golden("cooccurrence");
    let (mut both, mut expected) = (0, 0.0);
    for stratum in case["strata"].as_array().expect("strata") {
        let [actor, word] = ["actor", "word"].map(|name| indices(&stratum[name]).into_iter().collect::<BTreeSet<usize>>());
        both += actor.intersection(&word).count();
        expected += met_by_chance(actor.len(), word.len(), stratum["sentences"].as_u64().expect("a number") as usize);
    }
    assert_eq!(Some(both as u64), case["observed"].as_u64());
    assert!((expected - case["expected"].as_f64().expect("a number")).abs() < 1e-9);
}

#[test]
fn ellipses_are_scaled_by_hotelling() {
    for case in golden("hotelling").as_array().expect("cases") {
        let found = hotelling(case["n"].as_u64().expect("a number") as usize);
        assert!((found.expect("a quantile") - case["scale"].as_f64().expect("a number")).abs() < 1e-6);
    }
}
