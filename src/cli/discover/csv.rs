//! The candidates as a table: a row a word and outlet.

use super::Found;
use super::text::place_in_words;

const HEADER: [&str; 8] = ["word", "score", "count", "articles", "outlet", "count_in_outlet", "already_in", "places"];

pub fn write(found: &Found) -> String {
    let mut table = ::csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let mut row = |cells: &[String]| drop(table.write_record(cells));
    row(&HEADER.map(String::from));
    for candidate in &found.candidates {
        let taken = candidate.taken.as_ref().map(|((axis, pole), _)| format!("{axis}/{pole}")).unwrap_or_default();
        let places: Vec<String> = candidate.places.iter().map(|place| place_in_words(place, found.lang)).collect();
        for (outlet, count) in &candidate.outlets {
            row(&[
                candidate.form.clone(),
                format!("{:.4}", candidate.score),
                candidate.count.to_string(),
                candidate.articles.to_string(),
                outlet.clone(),
                count.to_string(),
                taken.clone(),
                places.join(" ; "),
            ]);
        }
    }
    String::from_utf8(table.into_inner().unwrap_or_default()).unwrap_or_default()
}
