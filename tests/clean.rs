//! `cadrage clean`, cleaning profiles, and how a person overrules the cleaner.

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn cadrage(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cadrage")).args(args).current_dir(folder).output().expect("the program starts")
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn record(args: &[&str], folder: &Path) -> Value {
    let output = cadrage(args, folder);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    serde_json::from_str(said(&output.stdout).lines().next().expect("a record")).expect("JSON")
}

fn set_aside(record: &Value) -> Vec<(u64, u64)> {
    let zones = record["zones"].as_array().expect("zones").iter();
    zones
        .filter(|z| z["kind"] == "boilerplate")
        .map(|z| (z["start"].as_u64().expect("a number"), z["end"].as_u64().expect("a number")))
        .collect()
}

const PAGE: &str = "Accueil > Vallée\nLe vieux pont sera sauvé\nPublié le 3 mai 2024\n\nLe conseil de la vallée a adopté mardi le plan de sauvegarde du vieux pont. Lire aussi : La guerre des ponts\nLes travaux commenceront à l'automne, pour deux ans.\n\nTags: guerre, pont\n";

fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("a.txt"), PAGE).expect("a file");
    folder
}

const WHAT: [&str; 6] = ["le vieux pont", "un moulin", "cette école", "son église", "la gare", "chaque four"];

/// Pages of one outlet, which repeat a line, a beginning and an end that no rule of the cleaner knows.
fn outlet() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let valley = folder.path().join("Vallée Hebdo");
    fs::create_dir(&valley).expect("a folder");
    for (n, what) in WHAT.iter().enumerate() {
        let page = format!(
            "La vallée sauve {what}\n\nVALLÉE (Hebdo) - {what} sera sauvé, a dit le conseil après {n} heures de débat.\nEnsemble, gardons la vallée vivante et belle\nOn commencera à l'automne par {what}. | Vallée Hebdo\nPersonne n'y croyait pour {what}, dit-on partout.\n"
        );
        fs::write(valley.join(format!("{n:02}.txt")), page).expect("a file");
    }
    folder
}

#[test]
fn every_line_is_shown_with_its_number_and_zone_and_without_colour_in_a_pipe() {
    let folder = folder();
    let output = cadrage(&["clean", "a.txt"], folder.path());
    let page = said(&output.stdout);
    assert_eq!(output.status.code(), Some(0));
    assert!(!page.contains('\x1b'), "{page}");
    for line in [
        "1 de côté    Accueil",
        "2 titre      Le vieux pont",
        "⟦Lire aussi : La guerre des ponts⟧",
        "6 corps      Les travaux",
        "8 de côté    Tags:",
    ] {
        assert!(page.contains(line), "{line}\n{page}");
    }
    let english = said(&cadrage(&["clean", "a.txt", "--lang", "en"], folder.path()).stdout);
    assert!(english.contains("set aside") && english.contains("title"), "{english}");
    let json = record(&["clean", "a.txt", "--format", "jsonl"], folder.path());
    let text: Vec<char> = PAGE.chars().collect();
    for zone in json["zones"].as_array().expect("zones") {
        let at = |key: &str| zone[key].as_u64().expect("a number") as usize;
        assert_eq!(text[at("start")..at("end")].iter().collect::<String>(), zone["text"].as_str().expect("its text"));
    }
}

#[test]
fn a_person_can_overrule_the_cleaner() {
    let folder = folder();
    let score = |folder: &Path| record(&["score", "a.txt", "--lexicon", "conflit"], folder);
    let hits = |record: &Value| record["hits"].as_array().map_or(0, Vec::len);
    let usual = score(folder.path());
    assert_eq!(hits(&usual), 0, "« guerre » stands in what is set aside");
    assert_eq!(usual["cleaning"], Value::Null);
    let all = record(&["score", "a.txt", "--lexicon", "conflit", "--keep-all"], folder.path());
    assert_eq!((hits(&all), set_aside(&all).len()), (2, 0));
    assert_eq!(all["cleaning"]["keep_all"], true);
    for (cell, kept, hit) in [("tout", "all", 2), ("8", "8", 1), ("5-6 8", "5-6 8", 2)] {
        fs::write(folder.path().join("manifest.csv"), format!("fichier;garder\na.txt;{cell}\n")).expect("a file");
        let record = score(folder.path());
        assert_eq!((hits(&record), record["cleaning"]["kept"].as_str()), (hit, Some(kept)), "{cell}");
    }
    fs::write(folder.path().join("manifest.csv"), "fichier;garder\na.txt;9-3\n").expect("a file");
    let record = score(folder.path());
    assert_eq!(set_aside(&record), set_aside(&usual));
    assert!(record["warnings"].to_string().contains("9-3"), "{record}");
}

#[test]
fn what_an_outlet_repeats_is_learnt_and_used_only_where_it_is_asked_for() {
    let folder = outlet();
    let learnt = cadrage(&["clean", "--learn", ".", "-o", "profil.toml"], folder.path());
    assert_eq!(learnt.status.code(), Some(0), "{}", said(&learnt.stderr));
    let profile = fs::read_to_string(folder.path().join("profil.toml")).expect("a profile");
    for entry in [
        "name = \"Vallée Hebdo\"",
        "articles = 6",
        "  \"ensemble, gardons la vallée vivante et belle\",",
        "  \"vallée (hebdo) -\",",
        "  \"| vallée hebdo\",",
    ] {
        assert!(profile.contains(entry), "{entry}\n{profile}");
    }
    assert_eq!(profile.lines().filter(|line| line.starts_with("  ")).count(), 3, "sentences that begin alike teach nothing\n{profile}");
    let usual = record(&["score", "Vallée Hebdo/03.txt"], folder.path());
    assert_eq!(set_aside(&usual), [], "{usual}");
    let batch = record(&["score", "Vallée Hebdo"], folder.path());
    assert_eq!(set_aside(&batch), [], "other articles of the batch teach nothing");
    let with = record(&["score", ".", "--profile", "profil.toml", "--with-text"], folder.path());
    let text: Vec<char> = with["text"].as_str().expect("its text").chars().collect();
    let parts: Vec<String> = set_aside(&with).iter().map(|(s, e)| text[*s as usize..*e as usize].iter().collect()).collect();
    assert_eq!(parts, ["VALLÉE (Hebdo) -", "Ensemble, gardons la vallée vivante et belle", "| Vallée Hebdo"]);
    assert_eq!(with["cleaning"]["profile"].as_str().map(str::len), Some(64));
    let again = cadrage(&["clean", "--learn", ".", "-o", "profil2.toml"], folder.path());
    assert_eq!(said(&again.stdout), said(&learnt.stdout));
}

#[test]
fn a_bad_profile_and_too_few_articles_are_named() {
    let folder = folder();
    fs::write(folder.path().join("p.toml"), "schema = \"cadrage/profile/9\"\n").expect("a file");
    for path in ["p.toml", "absent.toml"] {
        let output = cadrage(&["score", "a.txt", "--profile", path], folder.path());
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output.stderr).contains(path), "{}", said(&output.stderr));
    }
    let nameless = cadrage(&["clean", "--learn", "a.txt"], folder.path());
    assert!(said(&nameless.stderr).contains("sans média"), "{}", said(&nameless.stderr));
    fs::create_dir(folder.path().join("peu")).expect("a folder");
    fs::write(folder.path().join("peu/b.txt"), PAGE).expect("a file");
    let few = cadrage(&["clean", "--learn", "."], folder.path());
    assert!(said(&few.stderr).contains("peu : 1 article"), "{}", said(&few.stderr));
}
