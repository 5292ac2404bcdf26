//! What must be in each kind of chart, and the pictures themselves, kept among the target folder's temporary files for a look at them.

use cadrage::charts::text_width::{pixels, width};
use cadrage::charts::{Frame, Heatmap, IntervalCell, IntervalRow, Intervals, Pole, Rates, Shares, font, number, png, svg};
use cadrage::lang::Lang;

use crate::picture::Picture;
use crate::samples::*;

/// Writes SVG and PNG to look at, and returns the chart taken apart.
pub fn look(name: &str, svg: &str) -> Picture {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("charts");
    std::fs::create_dir_all(&folder).expect("a folder to write to");
    let png = png::render(svg, 1.5).expect("a picture");
    assert!(png.starts_with(b"\x89PNG"));
    std::fs::write(folder.join(format!("{name}.svg")), svg).expect("written");
    std::fs::write(folder.join(format!("{name}.png")), png).expect("written");
    let picture = Picture::of(svg);
    picture.assert_readable();
    picture
}

/// The records of a CSV, by column name.
pub fn records(csv: &str) -> Vec<std::collections::HashMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().map(|r| r.expect("a record")).collect()
}

#[test]
fn shares_show_every_member_row_and_choice() {
    let chart = four_outlets();
    let picture = look("shares", &chart.to_svg(Lang::Fr));
    for label in PLACES {
        assert!(picture.has(label), "{label}");
    }
    for label in ["L'Écho du Cœur", "La Gazette", "Le Courrier de Valbrune", "aucun choix"] {
        assert!(picture.has(label), "{label}");
    }
    assert!(picture.has("12 (50\u{a0}%)"));
    assert!(picture.has("n\u{a0}=\u{a0}24 choix") && picture.has("10 articles sur 12"));
    assert!(picture.has("aucun article sur 12"));
    let shown = records(&chart.to_csv()).into_iter().filter(|r| r["count"] != "0");
    assert_eq!(picture.marks.len(), shown.count());
    assert_eq!(picture.title, format!("{} – {}", chart.frame.title, chart.frame.question));
    assert!(picture.description.contains("La Gazette\u{a0}: aucun choix (n\u{a0}=\u{a0}0 choix, aucun article sur 12)."));
    let english = Picture::of(&chart.to_svg(Lang::En));
    assert!(english.has("12 (50%)") && english.has("10 of 12 articles"));
    assert!(english.has("no choice"));
}

#[test]
fn crowded_shares_are_readable() {
    let picture = look("shares-crowded", &crowded_shares().to_svg(Lang::Fr));
    for label in FIGHTERS {
        assert!(picture.has(label), "{label}");
    }
    let picture = look("shares-articles", &article_shares().to_svg(Lang::Fr));
    assert!(picture.texts.iter().any(|t| t.ends_with('…')));
    assert!(picture.description.contains("de ses faubourgs"));
}

#[test]
fn rates_show_every_pole_and_row() {
    let chart = rates(&OUTLETS[..4], &FIGHTERS, some_count);
    let picture = look("rates", &chart.to_svg(Lang::Fr));
    assert!(picture.has("0,7 (3) · dans 3 articles sur 12"));
    let never = "Jamais employés ici\u{a0}: « mercenaire », « résistant »";
    assert!(picture.has(never));
    assert_eq!(picture.marks.len(), 8 * 4);
    for (row, column, words) in &picture.marks {
        assert!(words.starts_with(chart.rows[*row].name.as_str()));
        assert!(words.contains(chart.poles[*column].label.as_str()));
        let count = number::count(some_count(*row, *column), Lang::Fr);
        assert!(count == "0" || words.contains(&format!("({count})")), "{words}");
    }
    let names = picture.texts.iter().filter(|t| *t == "Le Courrier de Valbrune");
    assert_eq!(names.count(), 8);

    let picture = look("rates-crowded", &crowded_rates().to_svg(Lang::Fr));
    assert!(picture.has("non mesuré"));
    let picture = look("rates-one-row", &rates(&["Zénith"], &FIGHTERS, some_count).to_svg(Lang::En));
    assert!(picture.has("« terroriste »") && picture.has("1.1 (5) · in 5 of 12 articles"));
    let mut article = rates(&OUTLETS[..2], &PLACES[..1], |r, _| r as u64);
    for cell in article.rows.iter_mut().flat_map(|row| row.cells.iter_mut().flatten()) {
        (cell.articles, cell.present_in) = (1, cell.count);
    }
    let picture = look("rates-articles", &article.to_svg(Lang::Fr));
    assert!(picture.has("0,2 (1)") && picture.has("0"));
}

#[test]
fn heatmap_shows_every_cell() {
    let chart = heatmap(&OUTLETS[..4]);
    let picture = look("heatmap", &chart.to_svg(Lang::Fr));
    assert_eq!(picture.marks.len(), 4 * 19);
    for axis in &chart.axes {
        assert!(axis.poles.iter().all(|pole| picture.has(pole)));
    }
    assert!(picture.has("–") && picture.has("0") && picture.has("non mesuré"));
    let mut seen: Vec<_> = picture.marks.iter().map(|m| (m.0, m.1)).collect();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 4 * 19);

    let mut chart = heatmap(&OUTLETS);
    let mut again = chart.axes.clone();
    chart.axes.append(&mut again);
    for row in &mut chart.rows {
        row.cells.extend(row.cells.clone());
    }
    let picture = look("heatmap-crowded", &chart.to_svg(Lang::Fr));
    assert_eq!(picture.marks.len(), 12 * 38);
}

#[test]
fn empty_charts_say_so() {
    let empty = "Rien à montrer : aucune donnée.";
    let mut shares = shares(&[], &PLACES);
    assert!(look("shares-empty", &shares.to_svg(Lang::Fr)).has(empty));
    shares.members.clear();
    assert!(Picture::of(&shares.to_svg(Lang::Fr)).has(empty));
    assert!(Picture::of(&Shares::default().to_svg(Lang::Fr)).has(empty));
    assert!(Picture::of(&Rates::default().to_svg(Lang::Fr)).has(empty));
    assert!(Picture::of(&Heatmap::default().to_svg(Lang::Fr)).has(empty));
    assert!(Picture::of(&Heatmap::default().to_svg(Lang::En)).has("Nothing to show: no data."));

    let zero = rates(&OUTLETS[..3], &PLACES, |_, _| 0);
    let picture = look("rates-zero", &zero.to_svg(Lang::Fr));
    assert_eq!(picture.marks.len(), 0);
    let mut zero = heatmap(&OUTLETS[..1]);
    for cell in zero.rows[0].cells.iter_mut().flatten() {
        (cell.rate, cell.count, cell.present_in) = (0.0, 0, 0);
    }
    let picture = look("heatmap-zero", &zero.to_svg(Lang::Fr));
    assert_eq!(picture.texts.iter().filter(|t| *t == "0").count(), 19);
}

#[test]
fn csv_says_the_same_as_the_marks() {
    let shares = crowded_shares();
    let picture = Picture::of(&shares.to_svg(Lang::En));
    let table = records(&shares.to_csv());
    assert_eq!(table.len(), 12 * 10);
    for (row, column, words) in &picture.marks {
        let record = &table[row * 10 + column];
        assert_eq!(record["row"], shares.rows[*row].name);
        let count = number::count(record["count"].parse().unwrap(), Lang::En);
        assert!(words.contains(&format!("{} {count} (", record["member"])), "{words}");
    }
    let rates = crowded_rates();
    let picture = Picture::of(&rates.to_svg(Lang::En));
    let table = records(&rates.to_csv());
    assert_eq!(table.len(), 12 * 10);
    for (row, column, words) in &picture.marks {
        let record = &table[row * 10 + column];
        let rate = number::rate(record["rate"].parse().unwrap(), Lang::En);
        assert!(words.contains(&format!("{}: {rate}", record["pole"])), "{words}");
    }
    assert_eq!(table[3 * 10 + 1]["rate"], "");
    let heatmap = heatmap(&OUTLETS);
    let picture = Picture::of(&heatmap.to_svg(Lang::En));
    let table = records(&heatmap.to_csv());
    assert_eq!(table.len(), picture.marks.len());
    for (row, column, words) in &picture.marks {
        let record = &table[row * 19 + column];
        let said = match record["rate"].as_str() {
            "" => "not measured".to_owned(),
            rate => number::rate(rate.parse().unwrap(), Lang::En),
        };
        assert!(words.contains(&format!("{}: {said}", record["pole"])), "{words}");
    }
}

#[test]
fn same_data_same_bytes() {
    assert_eq!(crowded_shares().to_svg(Lang::Fr), crowded_shares().to_svg(Lang::Fr));
    assert_eq!(crowded_rates().to_svg(Lang::Fr), crowded_rates().to_svg(Lang::Fr));
    let svg = heatmap(&OUTLETS).to_svg(Lang::Fr);
    assert_eq!(svg, heatmap(&OUTLETS).to_svg(Lang::Fr));
    assert_eq!(png::render(&svg, 1.0).unwrap(), png::render(&svg, 1.0).unwrap());
}

#[test]
fn fonts_are_named_and_can_travel_along() {
    let svg = four_outlets().to_svg(Lang::Fr);
    assert!(svg.contains("font-family=\"Noto Sans, sans-serif\""));
    assert!(svg.contains("font-size=\"19\"") && !svg.contains("dy="));
    let alone = svg::with_font(&svg);
    assert!(alone.contains("@font-face"));
    assert_eq!(Picture::of(&alone).texts, Picture::of(&svg).texts);
    assert!(font::LICENCE.contains("SIL OPEN FONT LICENSE Version 1.1") || font::LICENCE.contains("SIL Open Font License, Version 1.1"));
}

#[test]
fn measured_widths_are_those_seen() {
    let picture = Picture::of(&crowded_rates().to_svg(Lang::Fr));
    for (text, place) in &picture.boxes {
        let bold = width(text, 14.0, font::Weight::Bold);
        assert!(f64::from(place.width()) <= bold * 19.0 / 14.0 + 2.0, "{text}");
    }
    let label = "0,7 (3) · dans 3 articles sur 12";
    let (_, place) = picture.boxes.iter().find(|(t, _)| t == label).expect(label);
    let measured = pixels(label, 12.5, font::Weight::Regular) as f32;
    assert!(measured >= place.width() && measured <= place.width() * 1.04 + 2.0);
}

#[test]
fn png_scales_and_refuses_what_is_no_svg() {
    let svg = four_outlets().to_svg(Lang::Fr);
    let side = |png: &[u8]| u32::from_be_bytes(png[16..20].try_into().unwrap());
    assert_eq!(side(&png::render(&svg, 2.0).unwrap()), 1600);
    assert_eq!(side(&png::render(&svg, f32::NAN).unwrap()), 800);
    assert_eq!(side(&png::render(&svg, -1.0).unwrap()), 800);
    assert!(side(&png::render(&svg, 1e9).unwrap()) <= 16_000);
    assert!(png::render("not a picture", 1.0).is_err());
}

#[test]
fn intervals_show_a_dot_a_share_and_why_an_interval_is_missing() {
    let known = IntervalCell { share: 0.59, interval: Some((0.45, 0.72)), label: "entre 45\u{a0}% et 72\u{a0}%".into() };
    let unknown = IntervalCell { share: 1.0, interval: None, label: "pas d'intervalle\u{a0}: 3 articles, il en faut 8".into() };
    let row = |name: &str, cells: [Option<&IntervalCell>; 2]| IntervalRow {
        name: name.into(),
        cells: cells.map(|c| c.cloned()).to_vec(),
        articles: 9,
    };
    let chart = Intervals {
        frame: Frame { title: "Titre".into(), question: "Question ?".into(), ..Frame::default() },
        members: Pole::all(&["«\u{a0}gauche\u{a0}»", "«\u{a0}droite\u{a0}»"]),
        rows: vec![
            row("L'Écho du Cœur de la très longue vallée de Valbrune", [Some(&known), Some(&known)]),
            row("La Gazette", [Some(&unknown), None]),
        ],
    };
    let picture = look("intervals", &chart.to_svg(Lang::Fr));
    assert_eq!(picture.marks.len(), 3);
    assert!(picture.has("aucun choix") && picture.texts.iter().any(|t| t.contains("59\u{a0}% · entre 45\u{a0}% et 72\u{a0}%")));
    assert!(picture.description.contains("il en faut 8"));
    let table = records(&chart.to_csv());
    assert_eq!(table.len(), 4);
    assert!(table[0]["low"] == "0.45" && table[2]["low"].is_empty());
}
