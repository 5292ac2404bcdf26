//! `cadrage concordance` as its user meets it.

use std::fs;
use std::process::{Command, Output};
use tempfile::TempDir;

fn cadrage(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cadrage")).args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("the program starts")
}

fn out(args: &[&str]) -> String {
    let output = cadrage(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn fault(args: &[&str]) -> String {
    let output = cadrage(args);
    assert_eq!(output.status.code(), Some(2), "{args:?}: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Two articles with outlet, date and a quotation.
fn articles() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let table = "id,media,date,titre,texte\n\
        un,Le Phare,2024-05-02,Jour de marché,\"Le maire a rouvert le marché couvert. Les marchands reviennent au marché.\"\n\
        deux,L'Écho,2024-05-01,Autre jour,\"« Nous voulons un marché propre », a déclaré le préfet. Selon Kassara, le marché est fermé.\"\n\
        trois,L'Écho,2024-05-03,Rien,\"Il pleut sur Kassara depuis dimanche, et les rues sont vides.\"\n";
    fs::write(folder.path().join("articles.csv"), table).expect("a file");
    folder
}

/// What stands between the brackets and around them.
fn passages(text: &str) -> Vec<(String, String, String)> {
    let lines = text.lines().filter(|line| line.contains('['));
    lines
        .map(|line| {
            let (left, rest) = line.split_once('[').expect("a bracket");
            let (found, right) = rest.split_once(']').expect("a bracket");
            (left.trim().to_owned(), found.to_owned(), right.trim().to_owned())
        })
        .collect()
}

#[test]
fn contexts_are_aligned_and_every_line_says_who_and_where() {
    let folder = articles();
    let file = folder.path().join("articles.csv");
    let text = out(&["concordance", "marché:n", file.to_str().expect("a path")]);
    let found = passages(&text);
    assert_eq!(found.len(), 5, "{text}");
    let columns: Vec<usize> = text.lines().filter_map(|line| Some(line[..line.find('[')?].chars().count())).collect();
    assert!(columns.iter().all(|column| *column == 41), "{columns:?}\n{text}");
    assert!(text.contains("entre guillemets : le préfet") && text.contains("propos rapportés : Kassara"), "{text}");
    assert!(text.contains("Le Phare · 2024-05-02 · un"), "{text}");
    assert!(
        text.ends_with("5\u{a0}passages dans 2\u{a0}articles sur 3 (l'article lui-même 3, entre guillemets 1, propos rapportés 1)\n"),
        "{text}"
    );
    let english = out(&["concordance", "marché:n", file.to_str().expect("a path"), "--lang", "en"]);
    assert!(english.contains("5\u{a0}passages in 2 of 3\u{a0}articles") && english.contains("reported speech: Kassara"), "{english}");
}

#[test]
fn lines_are_sorted_as_asked() {
    let folder = articles();
    let file = folder.path().join("articles.csv");
    let sorted = |by: &str| passages(&out(&["concordance", "marché:n", file.to_str().expect("a path"), "--sort", by]));
    let rights: Vec<String> = sorted("right").into_iter().map(|(_, _, right)| right).collect();
    let order = ["couvert", "est fermé", "Le maire", "propre"];
    let places: Vec<Option<usize>> =
        order.iter().map(|start| rights.iter().position(|right| right.trim_start_matches(['.', ' ']).starts_with(start))).collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{places:?} {rights:#?}");
    let lefts: Vec<String> =
        sorted("left").into_iter().map(|(left, _, _)| left.rsplit(' ').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(lefts, ["au", "de", "le", "le", "un"].map(String::from), "the nearest word first");
    for (by, first, last) in [("outlet", "Le Phare", "L'Écho"), ("date", "2024-05-01", "2024-05-02"), ("voice", "l'article", "rapportés")]
    {
        let lines = sorted(by);
        assert!(lines[0].2.contains(first) && lines[4].2.contains(last), "{by}: {lines:#?}");
    }
}

#[test]
fn csv_and_html_hold_the_same_passages() {
    let folder = articles();
    let file = folder.path().join("articles.csv");
    let path = file.to_str().expect("a path");
    let csv = out(&["concordance", "marché:n", path, "--format", "csv", "--context", "12"]);
    let mut table = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 5);
    let row = rows.iter().find(|row| &row[10] == "direct").expect("the quotation");
    assert_eq!((&row[0], &row[1], &row[5], &row[11], &row[15], &row[16]), ("deux", "L'Écho", "marché", "le préfet", "2", "3"));
    assert!(row[4].chars().count() <= 12 && row[6].chars().count() <= 12);
    let html = out(&["concordance", "marché:n", path, "--format", "html"]);
    assert_eq!(html.matches("<td class=\"found").count(), 5);
    assert!(html.contains("@page { size: A4") && !html.contains("http") && html.contains("L'Écho"));
}

#[test]
fn what_the_lexicons_measure_is_shown_too() {
    let scored = out(&["score", "examples/corpus"]);
    for (selector, value, key) in
        [("--pole", "territoire/chute", "\"axis\":\"territoire\",\"pole\":\"chute\""), ("--axis", "conflit", "\"axis\":\"conflit\"")]
    {
        let lines = out(&["concordance", selector, value, "examples/corpus", "--format", "csv"]).lines().count() - 1;
        assert!(lines > 0 && lines == scored.matches(key).count(), "{value}: {lines}");
    }
    let marker = out(&["concordance", "--marker", "bombarder", "examples/corpus"]);
    assert!(marker.contains("[bombard"), "{marker}");
    let roles = out(&["concordance", "--role", "russie/soutien", "examples/corpus", "--format", "csv"]);
    assert!(roles.lines().count() > 1 && roles.lines().skip(1).all(|line| line.contains("soutien/russie")), "{roles}");
}

#[test]
fn faults_are_the_lexicons_own_with_a_caret() {
    let cases: &[(&[&str], &[&str])] = &[
        (&["ville (", "examples/corpus"], &["caractère 8", "    ville (\n           ^"]),
        (&["villes", "examples/corpus"], &["forme de « ville »", "    villes\n    ^"]),
        (&["ville @inconnue", "examples/corpus"], &["classe inconnue : @inconnue"]),
        (&["... ville", "examples/corpus"], &["ne commence par aucun mot"]),
        (&["ville"], &["il manque les articles"]),
        (&["--pole", "territoire/chuute", "examples/corpus"], &["vouliez-vous dire : chute"]),
        (&["--pole", "chute", "--axis", "conflit", "examples/corpus"], &["contradictoire"]),
    ];
    for (args, wanted) in cases {
        let said = fault(&[&["concordance"], *args].concat());
        assert!(wanted.iter().all(|part| said.contains(part)), "{args:?}\n{said}");
    }
}

#[test]
fn nothing_found_proposes_words_that_are_there() {
    let output = cadrage(&["concordance", "frigate", "examples/corpus"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("aucun passage : frigate"), "{said}");
    let near = cadrage(&["concordance", "doukara", "examples/corpus"]);
    let said = String::from_utf8_lossy(&near.stderr);
    assert!(said.contains("doukara → doukhara"), "{said}");
}

#[test]
fn a_class_of_a_named_lexicon_can_be_used() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.txt");
    fs::write(&file, "La chute de la ville inquiète le préfet, après celle des prix.").expect("a file");
    let found = passages(&out(&["concordance", "chute de le? @lieux", file.to_str().expect("a path")]));
    assert!(matches!(&found[..], [(_, found, _)] if found == "chute de la ville"), "{found:?}");
    assert!(!passages(&out(&["concordance", "@conflit/territoire.chute", "examples/corpus"])).is_empty());
}
