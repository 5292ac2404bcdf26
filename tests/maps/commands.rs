//! The commands on invented corpora: what they draw, what they refuse, and that chance is recognised.

use crate::world;
use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};

fn cadrage(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cadrage")).args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("the program starts")
}

fn out(args: &[&str]) -> String {
    let output = cadrage(args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&out(&[args, &["--format", "json"]].concat())).expect("JSON")
}

/// Where pictures are kept to be looked at.
fn picture(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("maps");
    std::fs::create_dir_all(&folder).expect("a folder");
    folder.join(name).to_str().expect("a path").to_owned()
}

const AXIS: [&str; 2] = ["--axis", "conflit/combattants"];

#[test]
fn a_map_is_drawn_where_outlets_differ() {
    for outlets in [8, 12] {
        let (_folder, scores) = world::file(outlets, 24, 0.9);
        let path = picture(&format!("map-{outlets}.svg"));
        let map = &json(&[&["map", &scores, "--chart", &path], &AXIS[..]].concat())["maps"][0];
        assert!(map["p"].as_f64() < Some(0.001), "{map}");
        assert_eq!(map["outlets"].as_array().map(Vec::len), Some(outlets));
        assert!(map["outlets"].as_array().expect("outlets").iter().all(|o| o["ellipse_projected"]["units"] == o["articles"]));
        let svg = std::fs::read_to_string(&path).expect("a picture");
        assert!(world::OUTLETS[..outlets].iter().all(|name| svg.contains(*name)));
        out(&[&["map", &scores, "--chart", &picture(&format!("map-{outlets}.png"))], &AXIS[..]].concat());
    }
}

#[test]
fn the_sample_is_refused_in_words() {
    let text = out(&["map", "examples/corpus"]);
    assert!(text.contains("Pas de carte") && text.contains("il en faut 5"), "{text}");
    let english = out(&["map", "examples/corpus", "--lang", "en"]);
    assert!(english.contains("No map") && english.contains("5 are needed"), "{english}");
}

#[test]
fn distances_have_their_chance_beside_them() {
    for outlets in [8, 12] {
        let (_folder, scores) = world::file(outlets, 24, 0.9);
        let family =
            &json(&[&["distances", &scores, "--chart", &picture(&format!("tree-{outlets}.svg"))], &AXIS[..]].concat())["families"][0];
        let pairs = family["pairs"].as_array().expect("pairs");
        assert_eq!(pairs.len(), outlets * (outlets - 1) / 2);
        for pair in pairs {
            let number = |name: &str| pair[name].as_f64().expect("a number");
            assert!(number("chance") > 0.0 && number("chance") < number("chance_95") && (0.0..=1.0).contains(&number("jensen_shannon")));
            assert!((number("jensen_shannon") - number("chance") - number("excess")).abs() < 1e-12);
        }
        let tree = family["tree"].as_array().expect("a tree");
        assert_eq!(tree.len(), outlets - 1);
        assert_eq!(tree.last().expect("a root")["support"], 1.0);
        let text = out(&[&["distances", &scores, "--chart", &picture(&format!("tree-{outlets}.png"))], &AXIS[..]].concat());
        assert!(text.contains("par hasard") && text.contains("excès"), "{text}");
    }
    let text = out(&["distances", "examples/corpus", "--axis", "pouvoir"]);
    assert!(text.contains("excès") || text.contains("Pas de distances"), "{text}");
}

#[test]
fn a_gap_stays_a_gap_and_a_change_is_seen() {
    let (_folder, scores) = world::file(8, 24, 0.3);
    let around = ["--around", "2021-02-26"];
    let line = &json(&[&["timeline", &scores, "--chart", &picture("timeline.svg")], &AXIS[..], &around].concat())["timelines"][0];
    let periods = line["periods"].as_array().expect("periods");
    assert!(
        periods.iter().any(|p| p[0] == "2021-02-26")
            && !periods.iter().any(|p| p[0].as_str() < Some("2021-02-26") && p[1].as_str() >= Some("2021-02-26"))
    );
    let gap = line["articles"].as_array().expect("counts").iter().position(|n| *n == 0).expect("a week without articles");
    for series in line["series"].as_array().expect("series") {
        assert!(series["points"][gap].is_null());
        let points = series["points"].as_array().expect("points").iter().filter(|p| !p.is_null());
        assert!(points.clone().count() > 10 && points.clone().all(|p| p["interval"].is_null() != p["refused"].is_null()));
    }
    let change =
        |word: &str| line["series"].as_array().expect("series").iter().find(|s| s["line"] == word).expect("the word")["change"].clone();
    assert!(
        change("terroriste")["p"].as_f64() < Some(0.05) && change("terroriste")["value"].as_f64() > Some(1.2),
        "{}",
        change("terroriste")
    );
    for (name, args) in [
        ("timeline-around.png", &[&AXIS[..], &around].concat()),
        ("timeline-months.png", &[&AXIS[..], &["--by", "month"]].concat()),
        ("timeline-outlets.png", &[&AXIS[..], &["--word", "terroriste"]].concat()),
        ("timeline-days.png", &[&AXIS[..], &["--by", "day"]].concat()),
        ("timeline-share.png", &["--contrast", "terroriste-djihadiste", "--around", "2021-02-26", "--lang", "en"].to_vec()),
    ] {
        let text = out(&[&["timeline", &scores, "--chart", &picture(name)], &args[..]].concat());
        assert!(text.contains("articles"), "{text}");
    }
    let csv = out(&[&["timeline", &scores, "--format", "csv"], &AXIS[..], &around].concat());
    assert!(csv.lines().any(|line| line.ends_with(",0,,,,,")), "no row without articles: {csv}");
}

#[test]
fn a_wrong_date_or_name_is_explained() {
    for (args, wanted) in [
        (&["timeline", "examples/corpus", "--around", "2021"][..], "ce n'est pas une date"),
        (&["map", "examples/corpus", "--axis", "rien"], "nom inconnu"),
        (&["map", "examples/corpus", "--chart", "carte.gif"], ".svg ou .png"),
        (&["map", "examples/corpus", "--chart", "carte.svg"], "nommez un axe"),
        (&["timeline", "examples/corpus", "--outlet", "Personne"], "aucun article de ce média"),
    ] {
        let output = cadrage(args);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && message.contains(wanted), "{args:?}: {message}");
    }
}

#[test]
fn who_is_named_with_which_word() {
    let (_folder, scores) = world::file(8, 24, 0.3);
    let family = &json(&[&["cooccurrence", &scores, "--chart", &picture("cooccurrence.svg")], &AXIS[..]].concat())["families"][0];
    let pairs = family["pairs"].as_array().expect("pairs");
    for pair in pairs {
        assert_eq!(pair["places"].as_array().map(|p| p.len() as u64), pair["sentences"].as_u64());
        assert!(pair["articles"].as_u64() <= pair["sentences"].as_u64() && pair["expected"].as_f64() > Some(0.0));
    }
    // By habit "russie" goes with the first pole, and not with the second.
    let ratio = |actor: &str, word: &str| {
        let pair = pairs.iter().find(|p| p["actor"] == actor && p["word"] == word);
        pair.and_then(|p| p["observed_over_expected"].as_f64()).unwrap_or(0.0)
    };
    assert!(ratio("russie", "rebelle") > 1.4 && ratio("russie", "rebelle") > 1.3 * ratio("russie", "terroriste"));
    for (name, more) in [("cooccurrence.png", &[][..]), ("cooccurrence-matrix.png", &["--draw", "matrix"])] {
        let text = out(&[&["cooccurrence", &scores, "--chart", &picture(name)], &AXIS[..], more].concat());
        assert!(text.contains("attendu"), "{text}");
    }
    // The text of the sample is read, and who is named stands in its score file.
    let text = out(&["cooccurrence", "examples/corpus", "--axis", "pouvoir"]);
    assert!(text.contains(" + «"), "{text}");
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let (_folder, scores) = world::file(6, 14, 0.5);
    for command in ["map", "distances", "timeline", "cooccurrence"] {
        let args = [&[command, &scores, "--format", "json"], &AXIS[..]].concat();
        let one = Command::new(env!("CARGO_BIN_EXE_cadrage"))
            .args(&args)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("RAYON_NUM_THREADS", "1")
            .output()
            .expect("the program starts");
        assert!(one.status.success() && out(&args).as_bytes() == one.stdout, "{command}");
    }
    let map = |seed: &str| out(&[&["map", &scores, "--format", "json", "--seed", seed], &AXIS[..]].concat());
    assert!(map("1") != map("2"));
}

#[test]
fn a_broken_score_is_named() {
    let (folder, scores) = world::file(5, 12, 0.5);
    let broken = std::fs::read_to_string(&scores).expect("scores").replacen("\"named\":{", "\"named\":{\"ue\":[999],", 1);
    let path = folder.path().join("broken.jsonl");
    std::fs::write(&path, broken).expect("written");
    let output = cadrage(&["cooccurrence", path.to_str().expect("a path")]);
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(message.contains("broken.jsonl") && message.contains("sentence 999"), "{message}");
}
