//! Distances and trees with everything that is known of them.

use super::super::explore::Exploration;
use crate::report::distances::{Spread, refused};
use crate::stats::distances::Refusal;
use crate::stats::family::Family;
use serde_json::{Value, json};

pub fn write(exploration: &Exploration, spreads: &[(Family, Result<Spread, Refusal>)]) -> String {
    let spread = |(family, spread): &(Family, Result<Spread, Refusal>)| {
        let path = family.path(exploration.lexicons);
        match spread {
            Ok(spread) => one(path, spread),
            Err(refusal) => json!({ "family": path, "refused": refused(*refusal, exploration.lang) }),
        }
    };
    let all = json!({ "articles": exploration.sample.articles.len(), "seed": exploration.seed, "families": spreads.iter().map(spread).collect::<Vec<Value>>() });
    format!("{all:#}\n")
}

fn one(path: String, spread: &Spread) -> Value {
    let distances = &spread.distances;
    let pairs = distances.pairs.iter().map(|pair| {
        json!({
            "outlets": [distances.names[pair.first], distances.names[pair.second]],
            "jensen_shannon": pair.distance, "chance": pair.chance, "chance_95": pair.chance_high, "excess": pair.excess(), "p_corrected": pair.p,
        })
    });
    let outlets = distances.names.iter().zip(&distances.articles).map(|(name, articles)| json!({ "name": name, "articles": articles }));
    let nodes = distances.tree.iter().map(|node| {
        let names: Vec<&String> = node.leaves.iter().map(|leaf| &distances.names[*leaf]).collect();
        json!({ "outlets": names, "branches": node.branches, "height": node.height, "support": node.support })
    });
    json!({
        "family": path,
        "outlets": outlets.collect::<Vec<Value>>(),
        "left_out": distances.left_out,
        "pairs": pairs.collect::<Vec<Value>>(),
        "tree": nodes.collect::<Vec<Value>>(),
    })
}
