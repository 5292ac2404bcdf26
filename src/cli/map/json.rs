//! Maps with everything that is known of them.

use super::super::explore::Exploration;
use crate::report::map::{Mapped, refused};
use crate::stats::correspondence_analysis::Points;
use crate::stats::ellipses::Ellipse;
use crate::stats::family::Family;
use crate::stats::map::{Refusal, Shown};
use serde_json::{Value, json};

pub fn write(exploration: &Exploration, maps: &[(Family, Result<Mapped, Refusal>)]) -> String {
    let maps: Vec<Value> = maps
        .iter()
        .map(|(family, map)| {
            let path = family.path(exploration.lexicons);
            match map {
                Ok(map) => one(path, map),
                Err(refusal) => json!({ "family": path, "refused": refused(*refusal, exploration.lang) }),
            }
        })
        .collect();
    let all = json!({ "articles": exploration.sample.articles.len(), "seed": exploration.seed, "maps": maps });
    format!("{all:#}\n")
}

fn one(path: String, mapped: &Mapped) -> Value {
    let (map, profiles) = (&mapped.map, &mapped.profiles);
    let words = mapped.family.words(mapped.lexicons, mapped.lang);
    let list = |values: &dyn Fn(usize) -> f64| (0..map.analysis.inertias.len()).map(values).collect::<Vec<f64>>();
    let active = |points: &Points, at: usize| {
        json!({
            "mass": points.masses[at],
            "coordinates": list(&|axis| points.coordinates[[at, axis]]),
            "contributions": list(&|axis| points.contributions[[at, axis]]),
            "cos2": list(&|axis| points.cos2[[at, axis]]),
        })
    };
    let shown =
        |shown: &Shown| json!({ "coordinates": list(&|axis| shown.place.coordinates[axis]), "cos2": list(&|axis| shown.place.cos2[axis]) });
    let named = |name: &str, articles: usize, mut point: Value, is_supplementary: bool| {
        point["name"] = name.into();
        point["articles"] = articles.into();
        point["supplementary"] = is_supplementary.into();
        point
    };
    let ellipse = |ellipse: &Option<Ellipse>| ellipse.map(|e| json!({ "radii": e.radii, "angle": e.angle, "units": e.n }));
    let outlets = map.outlets.iter().enumerate().map(|(at, index)| {
        let mut point = named(&profiles.names[*index], profiles.articles[*index], active(&map.analysis.rows, at), false);
        point["ellipse_projected"] = json!(ellipse(&map.projected[at]));
        point["ellipse_procrustes"] = json!(ellipse(&map.procrustes[at]));
        point
    });
    let other_outlets = map.other_outlets.iter().map(|s| named(&profiles.names[s.index], profiles.articles[s.index], shown(s), true));
    let columns = map
        .words
        .iter()
        .enumerate()
        .map(|(at, index)| named(words[*index], profiles.users[*index], active(&map.analysis.columns, at), false));
    let other_columns = map.other_words.iter().map(|s| named(words[s.index], profiles.users[s.index], shown(s), true));
    json!({
        "family": path,
        "inertias": map.analysis.inertias.to_vec(),
        "p": map.p,
        "certainty": mapped.certainty(),
        "outlets": outlets.chain(other_outlets).collect::<Vec<Value>>(),
        "words": columns.chain(other_columns).collect::<Vec<Value>>(),
    })
}
