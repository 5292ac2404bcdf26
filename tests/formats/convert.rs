//! `cadrage convert`: what is written is read back.

use crate::files::Files;
use cadrage::corpus::Article;
use std::process::Command;

fn files() -> Files {
    let rows = "id,titre,texte,média,date,auteur,url,événement,genre\n\
        g/1,Le pont < tient >,\"Le pont & la ville ont tenu.\nEncore.\n\n« Oui », \"\"dit-on\"\" * bien *.\",La Gazette,2017-11-09,Anne Roux,https://gazette.example/1,pont,opinion\n\
        g/2,,Sans rien de connu.,,,,,,\n";
    Files::new(&[("presse.csv", rows.as_bytes())])
}

fn converted(files: &Files, form: &str, to: &str) -> Vec<Article> {
    let output = Command::new(env!("CARGO_BIN_EXE_cadrage"))
        .args(["convert", "presse.csv", "--to", form, "-o", to])
        .current_dir(files.path())
        .output();
    let output = output.expect("the program starts");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    files.articles(to)
}

#[test]
fn tables_and_json_lines_come_back_the_same() {
    let files = files();
    let before = files.articles("presse.csv");
    for (form, to) in [("jsonl", "a.jsonl"), ("csv", "a.csv")] {
        let after = converted(&files, form, to);
        assert_eq!(after.len(), before.len());
        for (mut after, before) in after.into_iter().zip(&before) {
            after.path.clone_from(&before.path);
            assert_eq!(&after, before, "{form}");
        }
    }
}

#[test]
fn tei_comes_back_with_its_header() {
    let files = files();
    let before = files.articles("presse.csv");
    for to in ["a.xml", "txm/"] {
        let after = converted(&files, "tei", to);
        assert_eq!(after.len(), before.len(), "{to}");
        for (after, before) in after.iter().zip(&before) {
            assert_eq!(after.text, before.text, "{to}");
            assert_eq!((&after.meta, &after.id), (&before.meta, &before.id), "{to}");
        }
    }
    assert!(files.path().join("txm/metadata.csv").is_file() && files.path().join("txm/00002.xml").is_file());
}

#[test]
fn iramuteq_comes_back_without_asterisks_and_titles() {
    let files = files();
    let before = files.articles("presse.csv");
    let after = converted(&files, "iramuteq", "a.txt");
    for (after, before) in after.iter().zip(&before) {
        assert_eq!((&after.id, &after.text), (&before.id, &before.text.replace('*', "•")));
        assert_eq!(
            (&after.meta.outlet, &after.meta.date, &after.meta.author, &after.meta.event, after.meta.genre),
            (&before.meta.outlet, &before.meta.date, &before.meta.author, &before.meta.event, before.meta.genre)
        );
    }
    let corpus = std::fs::read_to_string(files.path().join("a.txt")).expect("a corpus");
    assert!(
        corpus
            .starts_with("**** *id_g/1 *media_La_Gazette *date_2017-11-09 *annee_2017 *auteur_Anne_Roux *evenement_pont *genre_opinion\n"),
        "{corpus}"
    );
    assert!(!corpus.lines().any(|line| line.contains('*') && !line.starts_with("**** ")));
}

#[test]
fn refused_articles_count_and_wrong_usage_is_told() {
    let files = files();
    files.add("vide.txt", b"");
    let run = |args: &[&str]| Command::new(env!("CARGO_BIN_EXE_cadrage")).args(args).current_dir(files.path()).output().expect("it starts");
    assert_eq!(run(&["convert", "presse.csv", "vide.txt", "--to", "jsonl"]).status.code(), Some(1));
    assert_eq!(run(&["convert", "vide.txt", "--to", "tei", "-o", "a.xml"]).status.code(), Some(2));
    assert!(!files.path().join("a.xml").exists(), "nothing is written where nothing was read");
    let output = run(&["convert", "presse.csv", "--to", "csv", "--column", "couleur=x"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("CHAMP=NOM"));
}
