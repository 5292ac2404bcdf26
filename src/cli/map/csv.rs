//! Maps as rows: one a point and axis.

use super::super::explore::Exploration;
use crate::report::map::Mapped;
use crate::stats::correspondence_analysis::Points;
use crate::stats::family::Family;
use crate::stats::map::{Refusal, Shown};

const HEADER: [&str; 11] =
    ["family", "kind", "name", "supplementary", "articles", "mass", "axis", "inertia", "coordinate", "contribution", "cos2"];

pub fn write(exploration: &Exploration, maps: &[(Family, Result<Mapped, Refusal>)]) -> String {
    let mut table = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = table.write_record(HEADER);
    for (family, map) in maps.iter().filter_map(|(family, map)| Some((family, map.as_ref().ok()?))) {
        for row in rows(map) {
            let _ = table.write_record([vec![family.path(exploration.lexicons)], row].concat());
        }
    }
    String::from_utf8(table.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn rows(mapped: &Mapped) -> Vec<Vec<String>> {
    let (map, profiles) = (&mapped.map, &mapped.profiles);
    let words = mapped.family.words(mapped.lexicons, mapped.lang);
    let inertias = &map.analysis.inertias;
    let mut rows = Vec::new();
    let mut active = |kind: &str, points: &Points, names: Vec<(String, usize)>| {
        for (at, (name, articles)) in names.iter().enumerate() {
            for axis in 0..inertias.len() {
                rows.push(vec![
                    kind.to_owned(),
                    name.clone(),
                    "false".to_owned(),
                    articles.to_string(),
                    points.masses[at].to_string(),
                    (axis + 1).to_string(),
                    inertias[axis].to_string(),
                    points.coordinates[[at, axis]].to_string(),
                    points.contributions[[at, axis]].to_string(),
                    points.cos2[[at, axis]].to_string(),
                ]);
            }
        }
    };
    let outlet = |at: usize| (profiles.names[at].clone(), profiles.articles[at]);
    let word = |at: usize| (words[at].to_owned(), profiles.users[at]);
    active("outlet", &map.analysis.rows, map.outlets.iter().map(|at| outlet(*at)).collect());
    active("word", &map.analysis.columns, map.words.iter().map(|at| word(*at)).collect());
    let mut shown = |kind: &str, shown: &Shown, (name, articles): (String, usize)| {
        for axis in 0..inertias.len() {
            rows.push(vec![
                kind.to_owned(),
                name.clone(),
                "true".to_owned(),
                articles.to_string(),
                String::new(),
                (axis + 1).to_string(),
                inertias[axis].to_string(),
                shown.place.coordinates[axis].to_string(),
                String::new(),
                shown.place.cos2[axis].to_string(),
            ]);
        }
    };
    map.other_outlets.iter().for_each(|other| shown("outlet", other, outlet(other.index)));
    map.other_words.iter().for_each(|other| shown("word", other, word(other.index)));
    rows
}
