//! `cadrage worksheet`, `demo` and `chart`, on the sample corpus.

mod own_words;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/corpus");
const OUTLETS: [&str; 4] = ["Le Courrier de Valbrune", "Fréquence Boréale", "La Vigie du Soir", "Ostara Info"];

fn cadrage(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cadrage")).args(args).current_dir(folder).output().expect("the program starts")
}

fn done(args: &[&str], folder: &Path) -> String {
    let output = cadrage(args, folder);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The pupil sheet and the key of the sample corpus.
fn pages(lang: &str) -> (String, String) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    done(&["worksheet", SAMPLE, "-o", "out", "--lang", lang], folder.path());
    let names = if lang == "en" { ["pupil-sheet.html", "teacher-key.html"] } else { ["fiche-eleve.html", "corrige.html"] };
    let [pupil, key] = names.map(|name| fs::read_to_string(folder.path().join("out").join(name)).expect("a page"));
    (pupil, key)
}

/// The parts of `page` between two strings, in order.
fn between<'p>(page: &'p str, open: &str, close: &str) -> Vec<&'p str> {
    page.split(open).skip(1).map(|part| part.split(close).next().unwrap_or_default()).collect()
}

#[test]
fn pupils_see_short_numbered_passages_and_no_answer() {
    for lang in ["fr", "en"] {
        let (pupil, key) = pages(lang);
        assert!(!pupil.contains("<mark"), "an answer stands in the pupil sheet");
        assert!(OUTLETS.iter().all(|outlet| !pupil.contains(outlet)), "an outlet is named");
        let passages = between(&pupil, "<div class=\"passage\">", "</div>");
        assert_eq!(passages.len(), 4);
        for passage in passages {
            let numbers: Vec<usize> =
                between(passage, "<span class=\"n\">", "</span>").iter().map(|n| n.parse().expect("a number")).collect();
            assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>());
            let words = own_words::plain(passage, &[("<span", "</span>")]).split_whitespace().count();
            assert!((20..=90).contains(&words), "{words} words");
        }
        assert!(OUTLETS.iter().all(|outlet| key.contains(outlet)), "the key names its sources");
    }
}

#[test]
fn the_key_lists_every_mark_and_both_voices() {
    let (_, key) = pages("fr");
    for article in between(&key, "<article>", "</article>") {
        let rows = article.split("<tbody>").nth(1).expect("a table of answers").matches("<tr>").count();
        assert_eq!(article.matches("<mark").count(), rows, "{article}");
    }
    assert!(key.contains("<mark class=\"outlet\"") && (key.contains("<mark class=\"direct\"") || key.contains("<mark class=\"indirect\"")));
    for begins in ["0–5", "5–20", "20–35", "35–45", "45–55"] {
        assert!(key.contains(begins), "{begins}");
    }
}

#[test]
fn the_pages_stand_alone_and_are_always_the_same() {
    let (pupil, key) = pages("fr");
    for page in [&pupil, &key] {
        assert!(!page.contains("<link") && !page.contains(" src=") && !page.contains("@import") && !page.contains("<script"));
        assert!(page.len() < 400_000, "{} bytes", page.len());
    }
    assert!((pupil, key) == pages("fr"));
}

#[test]
fn our_own_sentences_contain_no_marker_outside_guillemets() {
    let (pupil, key) = pages("fr");
    for page in [pupil, key] {
        let texts = [("<style", "</style>"), ("<div class=\"passage\"", "</div>"), ("<table class=\"answers\"", "</table>")];
        let words = own_words::plain(&page, &texts);
        assert!(words.contains("Le mot, et celui qui le dit"), "our sentences were kept");
        let found = own_words::with_markers(&words);
        assert!(found.is_empty(), "our own words use markers:\n{}", found.join("\n"));
        for word in ["outlet", "BCa", " hit"] {
            assert!(!words.contains(word), "{word}");
        }
    }
}

#[test]
fn asked_for_names_are_followed_or_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path();
    done(
        &[
            "fiche",
            SAMPLE,
            "-o",
            "tout.html",
            "--contraste",
            "liberer-reprendre",
            "--event",
            "03-tarsene",
            "--mots",
            "60",
            "--passages",
            "3",
        ],
        path,
    );
    let both = fs::read_to_string(path.join("tout.html")).expect("the page");
    assert_eq!(both.matches("<div class=\"passage\">").count(), 6, "three passages in the sheet and in the key");
    assert!(both.contains("«\u{a0}libérer\u{a0}»"));
    for (args, named) in [
        (&["worksheet", SAMPLE, "-o", "x", "--contrast", "rien"][..], "liberer-reprendre"),
        (&["worksheet", SAMPLE, "-o", "x", "--event", "rien"], "03-tarsene"),
        (&["worksheet", SAMPLE, "-o", "x", "--words", "5"], "40"),
        (&["worksheet", &format!("{SAMPLE}/ostara-info/12-point-de-vue-port-amel.txt"), "-o", "x"], "--words 150"),
        (&["chart", "rien"], "shares"),
        (&["chart", "shares"], "cadrage chart shares ARTICLES"),
        (&["chart", "shares", SAMPLE, "-o", "x.pdf"], ".svg"),
        (&["chart", "shares", SAMPLE, "-o", "x.svg", "--subject", "rien"], "liberer-reprendre"),
    ] {
        let output = cadrage(args, path);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(message.contains(named), "{args:?} does not name {named}:\n{message}");
        assert!(!path.join("x").exists() && !path.join("x.svg").exists());
    }
}

#[test]
fn every_chart_of_the_list_is_drawn_or_says_what_is_missing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let list = done(&["chart"], folder.path());
    let names: Vec<&str> = list.lines().filter_map(|line| line.split([',', ' ']).next()).collect();
    let mut drawn = 0;
    for name in names {
        for ending in ["svg", "csv", "png"] {
            let file = format!("{name}.{ending}");
            let output = cadrage(&["chart", name, SAMPLE, "-o", &file], folder.path());
            // Four outlets with twelve articles each are too few for a map and for intervals over time.
            if output.status.code() == Some(2) && ["map", "timeline"].contains(&name) {
                let message = String::from_utf8_lossy(&output.stderr).into_owned();
                assert!(message.contains(&format!("cadrage {name}")), "{message}");
                continue;
            }
            assert_eq!(output.status.code(), Some(0), "{name}: {}", String::from_utf8_lossy(&output.stderr));
            let bytes = fs::read(folder.path().join(&file)).expect("the file");
            assert!(bytes.len() > 100, "{file}");
            if ending == "svg" {
                let svg = String::from_utf8(bytes).expect("text");
                assert!(svg.contains("<desc") && svg.contains("class=\"mark\""), "{file} has no marks or no alternative text");
                drawn += 1;
            }
        }
    }
    assert!(drawn >= 9, "{drawn} charts drawn");
}

#[test]
fn the_demo_is_the_sample_corpus_with_its_report() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path();
    let said = done(&["demo"], path);
    assert!(said.contains("cadrage worksheet"), "{said}");
    let root = path.join("cadrage-exemple");
    for file in ["manifest.csv", "ostara-info/01-valdrec.txt", "frequence-boreale/12-port-amel-convoi.html"] {
        assert!(fs::read(root.join("corpus").join(file)).expect("a file") == fs::read(Path::new(SAMPLE).join(file)).expect("the original"));
    }
    let page = fs::read_to_string(root.join("rapport.html")).expect("the report");
    assert!(page.contains("4\u{a0}médias, 48\u{a0}articles"));
    let again = cadrage(&["demo"], path);
    assert_eq!(again.status.code(), Some(2), "nothing is written over");
    done(&["demo", "other", "--lang", "en"], path);
    assert!(path.join("other/report.html").is_file());
}

/// A command, what it must be given, and its options with their values.
type Options = (&'static str, &'static [&'static str], &'static [(&'static str, &'static [&'static str])]);

/// What to give each option of a command, on the sample corpus.
const OPTIONS: [Options; 3] = [
    ("demo", &["nouveau"], &[]),
    (
        "worksheet",
        &[SAMPLE, "-o", "fiche"],
        &[
            ("--lexicon", &["conflit"]),
            ("--keep-all", &[]),
            ("--profile", &["profil.toml"]),
            ("--contrast", &["liberer-reprendre"]),
            ("--event", &["03-tarsene"]),
            ("--words", &["120"]),
            ("--passages", &["6"]),
            ("--anonymous", &[]),
            ("--key", &["cle.csv", "--anonymous"]),
            ("--column", &["texte=corps"]),
            ("--rejects", &["refus.csv"]),
        ],
    ),
    (
        "chart",
        &["shares", SAMPLE, "-o", "image.svg"],
        &[
            ("--lexicon", &["conflit"]),
            ("--subject", &["liberer-reprendre"]),
            ("--plan", &["plan.toml"]),
            ("--events", &["faits.csv"]),
            ("--seed", &["7"]),
            ("--articles", &[SAMPLE]),
            ("--voice", &["all"]),
            ("--anonymous", &[]),
            ("--key", &["cle.csv", "--anonymous"]),
            ("--rejects", &["refus.csv"]),
        ],
    ),
];

#[test]
fn every_option_of_the_help_text_works() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path();
    fs::write(path.join("profil.toml"), done(&["clean", SAMPLE, "--learn"], path)).expect("a profile");
    fs::write(path.join("plan.toml"), "contrasts = [\"liberer-reprendre\"]\n").expect("a plan");
    fs::write(path.join("faits.csv"), "id,event\n").expect("a table");
    for (command, usual, options) in OPTIONS {
        for lang in ["fr", "en"] {
            let help = done(&[command, "--help", "--lang", lang], path);
            // A name is followed by a space; one that a bracket follows is an alias.
            let option =
                |line: &'_ str| line.trim_start().strip_prefix("--").map(|rest| rest.split(' ').next().unwrap_or_default().to_owned());
            let mut listed: Vec<String> = help.lines().filter_map(option).filter(|name| !name.ends_with(']') && name != "lang").collect();
            listed.sort_unstable();
            let mut known: Vec<String> = options.iter().map(|(option, _)| option.trim_start_matches("--").to_owned()).collect();
            known.sort_unstable();
            assert_eq!(listed, known, "{command}: an option of the help text is not tried here\n{help}");
        }
        done(&[&[command], usual].concat(), path);
        for (option, values) in options {
            let args = [&[command], usual, &[*option], *values].concat();
            let output = cadrage(&args, path);
            assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
}
