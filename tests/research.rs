//! Files for research: tables, JSON, summary, and texts that may not be handed on.

use cadrage::lang::Lang;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/corpus");

fn cadrage(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cadrage")).args(args).current_dir(folder).output().expect("the program starts")
}

fn done(args: &[&str], folder: &Path) {
    let output = cadrage(args, folder);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The tables of a JSON file, by name.
fn tables(path: &Path) -> BTreeMap<String, Vec<Value>> {
    let all: Value = serde_json::from_str(&fs::read_to_string(path).expect("a file")).expect("JSON");
    assert_eq!(all["schema"], "cadrage/tables/1");
    serde_json::from_value(all["tables"].clone()).expect("tables")
}

#[test]
fn one_run_writes_page_workbook_json_and_summary() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path();
    done(&["report", SAMPLE, "-o", "r.html", "--tables", "t.xlsx", "--json", "d.json", "--resume", "r.md"], path);
    let tables = tables(&path.join("d.json"));
    let names = ["articles", "columns", "contrasts", "hits", "plan", "quotes", "rates", "roles", "speakers"];
    assert_eq!(tables.keys().map(String::as_str).collect::<Vec<_>>(), names);
    assert_eq!(tables["articles"].len(), 48);
    let hits: u64 = tables["articles"].iter().map(|row| row["hits"].as_u64().expect("a count")).sum();
    assert_eq!(hits, tables["hits"].len() as u64);
    for hit in &tables["hits"] {
        assert!(hit["passage"].as_str().expect("a passage").contains(hit["text"].as_str().expect("a word")), "{hit}");
    }
    // A rate can be computed again from its row.
    for row in tables["rates"].iter().filter(|row| row["per_1000"].is_number()) {
        let [counted, words, rate] = ["counted", "words_counted", "per_1000"].map(|name| row[name].as_f64().expect("a number"));
        // Nine figures of each are written.
        assert!((1000.0 * counted / words - rate).abs() < 1e-6, "{row}");
    }
    let summary = fs::read_to_string(path.join("r.md")).expect("the summary");
    for told in [
        "# Résumé",
        "| Le Courrier de Valbrune | 12 | 11 (1\u{a0}texte d'opinion mis de côté) |",
        "plus souvent que",
        "une fois partagés les textes repris",
        "SHA-256 `",
    ] {
        assert!(summary.contains(told), "{told}\n{summary}");
    }
    // The sheets of the workbook hold the same rows, read back by the program's own reader of tables.
    let mut archive = zip::ZipArchive::new(fs::File::open(path.join("t.xlsx")).expect("the workbook")).expect("a zip");
    let mut sheets = Vec::new();
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    for name in names.into_iter().filter(|name| name.starts_with("xl/worksheets/sheet")) {
        let text = std::io::read_to_string(archive.by_name(&name).expect("a sheet")).expect("text");
        assert!(!text.contains("<f>"), "a formula in {name}");
        sheets.push(text.matches("<row ").count());
    }
    let mut expected: Vec<usize> = tables.values().map(|rows| rows.len() + 1).collect();
    sheets.sort_unstable();
    expected.sort_unstable();
    assert_eq!(sheets, expected);
    done(&["report", SAMPLE, "-o", "r2.html", "--tables", "t2.xlsx"], path);
    assert!(
        fs::read(path.join("t.xlsx")).expect("bytes") == fs::read(path.join("t2.xlsx")).expect("bytes"),
        "the workbook changes from run to run"
    );
}

#[test]
fn every_column_is_explained_in_both_languages() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for lang in [Lang::Fr, Lang::En] {
        done(&["report", SAMPLE, "-o", "r.html", "--json", "d.json", "--lang", lang.pick("fr", "en")], folder.path());
        let tables = tables(&folder.path().join("d.json"));
        let explained: Vec<(String, String)> = tables["columns"]
            .iter()
            .map(|row| {
                assert!(!row["meaning"].as_str().expect("text").is_empty(), "{row} says nothing");
                (row["table"].as_str().expect("text").into(), row["column"].as_str().expect("text").into())
            })
            .collect();
        for (name, rows) in &tables {
            for column in rows[0].as_object().expect("a row").keys() {
                assert!(explained.contains(&(name.clone(), column.clone())), "{name}.{column} is not explained");
            }
        }
    }
}

/// The longest run of words that a page or table shares with an article.
fn longest_shared(shown: &str, article: &str) -> usize {
    let words: Vec<&str> = article.split_whitespace().collect();
    let shown = format!(" {} ", shown.split_whitespace().collect::<Vec<_>>().join(" "));
    let (mut longest, mut first) = (0, 0);
    while first + longest < words.len() {
        match shown.contains(&format!(" {} ", words[first..=first + longest].join(" "))) {
            true => longest += 1,
            false => first += 1,
        }
    }
    longest
}

#[test]
fn without_texts_nothing_is_left_beyond_some_words() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path();
    done(&["report", SAMPLE, "-o", "r.html", "--json", "d.json", "--no-text", "--context-words", "2"], path);
    done(&["score", SAMPLE, "--format", "hits-csv", "--sans-texte", "--mots-autour", "2", "-o", "h.csv"], path);
    let page = fs::read_to_string(path.join("r.html")).expect("the page");
    let page = page.split_once("</style>").expect("a style").1;
    let mut plain = String::new();
    let mut inside = false;
    for c in page.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => plain.push(c),
            _ => {}
        }
    }
    let plain = plain.replace("&quot;", "\"").replace("&amp;", "&");
    let json = fs::read_to_string(path.join("d.json")).expect("the tables").replace("\\\"", "\"");
    let rows = fs::read_to_string(path.join("h.csv")).expect("the rows").replace("\"\"", "\"");
    let mut table = csv::Reader::from_path(Path::new(SAMPLE).join("manifest.csv")).expect("the manifest");
    let files: Vec<String> = table.records().map(|row| row.expect("a row")[0].to_owned()).filter(|file| file.ends_with(".txt")).collect();
    assert!(files.len() > 30);
    for file in files {
        let article = fs::read_to_string(Path::new(SAMPLE).join(&file)).expect("an article");
        // Titles stay as references: they are looked for without their line.
        let body = article.lines().filter(|line| line.split_whitespace().count() > 25).collect::<Vec<_>>();
        for line in body {
            // On the page words around neighbouring hits run together.
            for (name, shown, most) in [("the page", &plain, 20), ("the tables", &json, 12), ("the rows", &rows, 12)] {
                let longest = longest_shared(shown, line);
                assert!(longest <= most, "{longest} words of {file} in {name}: {line}");
            }
        }
    }
    let whole = tables(&path.join("d.json"));
    assert!(whole["hits"].iter().any(|hit| hit["passage"].as_str().expect("text").contains('…')));
    for (args, named) in [
        (&["score", SAMPLE, "--no-text", "--with-text"][..], "--no-text"),
        (&["report", SAMPLE, "-o", "x.html", "--context-words", "3"], "--no-text"),
    ] {
        let output = cadrage(args, path);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(named), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn without_texts_the_numbers_are_the_same() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path();
    done(&["report", SAMPLE, "-o", "a.html", "--json", "a.json"], path);
    done(&["report", SAMPLE, "-o", "b.html", "--json", "b.json", "--no-text"], path);
    let (with, without) = (tables(&path.join("a.json")), tables(&path.join("b.json")));
    for name in ["articles", "quotes", "contrasts", "rates", "speakers", "plan"] {
        assert_eq!(with[name], without[name], "{name}");
    }
}
