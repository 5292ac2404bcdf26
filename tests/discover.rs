//! `cadrage discover`: words in the same places are proposed, accepted ones become entries that prove themselves.

use cadrage::counts::candidates::MODEL;
use cadrage::counts::words::key_of;
use cadrage::stats::distribution::Places;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn cadrage(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cadrage")).args(args).current_dir(folder).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn words_that_share_places_are_alike_and_others_are_not() {
    let mut places = Places::default();
    for (word, slots) in [
        (MODEL, ["a", "b", "c"]),
        (key_of("pareil"), ["a", "b", "c"]),
        (key_of("proche"), ["a", "b", "z"]),
        (key_of("autre"), ["x", "y", "z"]),
    ] {
        slots.iter().for_each(|slot| places.add(word, key_of(slot), 2));
    }
    let similar = places.similar(MODEL, 1);
    let words: Vec<u64> = similar.iter().map(|one| one.word).collect();
    assert_eq!(words, [key_of("pareil"), key_of("proche")], "the one that shares no place is not proposed");
    assert!((similar[0].score - 1.0).abs() < 1e-9 && similar[1].score > 0.2 && similar[1].score < 0.9, "{similar:?}");
    assert_eq!((similar[0].shared.len(), similar[1].shared.len()), (3, 2));
    assert!(places.similar(MODEL, 7).is_empty() && places.similar(99, 1).is_empty());
}

/// A lexicon with one pole, "navire", and articles in which "chalutier" stands where it does.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let lexicon = folder.path().join("mer");
    fs::create_dir(&lexicon).expect("a folder");
    let identity = "id='mer'\nversion='1'\nlicence='CC0'\ntitle={fr='x',en='x'}\ndescription={fr='x',en='x'}\n";
    fs::write(lexicon.join("lexicon.toml"), identity).expect("a file");
    let axis = "# Mes bateaux\naxis = 'bateaux'\ntitle = {fr='x',en='x'}\nquestion = {fr='x',en='x'}\n\n[[pole]]\nid = 'bateau'\nword = {fr='bateau',en='boat'}\n\n\
        [[marker]]\nname = 'navire'\npole = 'bateau'\nmatch = ['navire:n']\nhits = ['Le [navire] part.']\nmisses = ['Il part.']\n";
    fs::write(lexicon.join("bateaux.toml"), axis).expect("a file");
    let corpus = folder.path().join("articles");
    for (outlet, article, words) in
        [("Le Phare", 1, ["navire", "chalutier"]), ("Le Phare", 2, ["chalutier", "navire"]), ("L'Écho", 3, ["navire", "chalutier"])]
    {
        let folder = corpus.join(outlet);
        fs::create_dir_all(&folder).expect("a folder");
        let [one, two] = words;
        let sentences = [
            format!("Le {one} rapide a quitté le port de Kassara dimanche."),
            format!("La garde a arraisonné un {two} gris devant la côte."),
            format!("Un {two} rapide a quitté le port de Kassara lundi."),
            format!("La garde a arraisonné le {one} gris devant la côte."),
            "Le préfet promet des renforts et des phares neufs.".to_owned(),
        ];
        fs::write(folder.join(format!("{article}.txt")), sentences.join("\n")).expect("a file");
    }
    folder
}

#[test]
fn a_word_in_the_same_places_is_proposed_with_its_lines() {
    let folder = folder();
    let output = cadrage(&["discover", "articles", "--lexicon", "mer", "--pole", "bateau"], folder.path());
    let found = text(&output.stdout);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(found.starts_with("bateau : 6\u{a0}passages dans 3\u{a0}articles sur 3\n"), "{found}");
    let first = found.lines().find(|line| line.starts_with("1. ")).expect("a candidate");
    assert!(first.starts_with("1. chalutier  ") && first.contains("6\u{a0}fois, 3\u{a0}articles (Le Phare 4, L'Écho 2)"), "{first}");
    assert!(found.contains("qualifié par «\u{a0}gris\u{a0}»"), "{found}");
    assert_eq!(found.lines().filter(|line| line.contains("[chalutier]")).count(), 3, "{found}");
    assert!(!found.contains(". navire"), "its own words are no candidates: {found}");
    let csv = text(&cadrage(&["discover", "articles", "--lexicon", "mer", "--pole", "bateau", "--format", "csv"], folder.path()).stdout);
    assert!(csv.contains("chalutier,") && csv.contains("Le Phare,4"), "{csv}");
    let english = text(&cadrage(&["discover", "articles", "--lexicon", "mer", "--pole", "bateau", "--lang", "en"], folder.path()).stdout);
    assert!(english.contains("same places: ") && !english.contains("fois"), "{english}");
}

#[test]
fn an_accepted_word_is_an_entry_that_proves_itself() {
    let folder = folder();
    let accept = |word: &str, into: &str| {
        cadrage(&["discover", "articles", "--lexicon", "mer", "--pole", "bateau", "--accept", word, "--into", into], folder.path())
    };
    let written = accept("chalutier", "mer");
    assert!(written.status.success(), "{}", text(&written.stderr));
    let file = fs::read_to_string(folder.path().join("mer/bateaux.toml")).expect("the file");
    assert!(
        file.starts_with("# Mes bateaux\naxis = 'bateaux'") && file.contains("hits = ['Le [navire] part.']"),
        "what was there stays: {file}"
    );
    assert!(file.contains("name = \"chalutier\"\npole = \"bateau\"\nmatch = [\"chalutier:n\"]") && file.contains("[chalutier] "), "{file}");
    let check = cadrage(&["lexicon", "check", "mer"], folder.path());
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stderr));
    let scored = text(&cadrage(&["score", "articles", "--lexicon", "mer", "--only", "hits"], folder.path()).stdout);
    assert_eq!(scored.matches("\"marker\":\"chalutier\"").count(), 6, "{scored}");

    let refusals: &[(&str, &str, &str)] = &[
        ("chalutier", "mer", "déjà relevé par ce lexique : bateaux/bateau"),
        ("navires", "mer", "déjà relevé"),
        ("chalutie", "mer", "mots proches : chalutier"),
        ("phare", "ailleurs", "conseil : cadrage lexicon new ailleurs"),
    ];
    for (word, into, said) in refusals {
        let refused = accept(word, into);
        assert!(refused.status.code() == Some(2) && text(&refused.stderr).contains(said), "{word}: {}", text(&refused.stderr));
    }
    assert_eq!(fs::read_to_string(folder.path().join("mer/bateaux.toml")).expect("the file"), file, "a refusal writes nothing");
}

#[test]
fn an_axis_that_a_lexicon_does_not_have_is_begun() {
    let folder = folder();
    assert!(cadrage(&["lexicon", "new", "neuf"], folder.path()).status.success());
    let written = cadrage(
        &["discover", "articles", "--lexicon", "mer", "--pole", "bateaux/bateau", "--accept", "chalutier,phare", "--into", "neuf"],
        folder.path(),
    );
    assert!(written.status.success(), "{}", text(&written.stderr));
    let check = cadrage(&["lexicon", "check", "neuf"], folder.path());
    assert!(check.status.success() && text(&check.stdout).contains("marqueurs : 4"), "{}{}", text(&check.stdout), text(&check.stderr));
}

#[test]
fn faults_of_the_command_line_are_named() {
    let folder = folder();
    let cases: &[(&[&str], &str)] = &[
        (&["--pole", "bato"], "rien de ce nom"),
        (&["--contrast", "x"], "aucun contraste"),
        (&[], "il manque"),
        (&["--pole", "bateau", "--accept", "chalutier"], "il manque"),
    ];
    for (args, said) in cases {
        let output = cadrage(&[&["discover", "articles", "--lexicon", "mer"], *args].concat(), folder.path());
        assert!(output.status.code() == Some(2) && text(&output.stderr).contains(said), "{args:?}: {}", text(&output.stderr));
    }
}
