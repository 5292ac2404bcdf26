//! Distances as rows: one a pair.

use super::super::explore::Exploration;
use crate::report::distances::Spread;
use crate::stats::distances::Refusal;
use crate::stats::family::Family;

const HEADER: [&str; 10] =
    ["family", "first", "second", "first_articles", "second_articles", "jensen_shannon", "chance", "chance_95", "excess", "p_corrected"];

pub fn write(exploration: &Exploration, spreads: &[(Family, Result<Spread, Refusal>)]) -> String {
    let mut table = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = table.write_record(HEADER);
    for (family, spread) in spreads.iter().filter_map(|(family, spread)| Some((family, spread.as_ref().ok()?))) {
        let distances = &spread.distances;
        for pair in &distances.pairs {
            let _ = table.write_record([
                family.path(exploration.lexicons),
                distances.names[pair.first].clone(),
                distances.names[pair.second].clone(),
                distances.articles[pair.first].to_string(),
                distances.articles[pair.second].to_string(),
                pair.distance.to_string(),
                pair.chance.to_string(),
                pair.chance_high.to_string(),
                pair.excess().to_string(),
                pair.p.to_string(),
            ]);
        }
    }
    String::from_utf8(table.into_inner().unwrap_or_default()).unwrap_or_default()
}
