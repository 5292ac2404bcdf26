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
        assert!(world::OUTLETS[..outlets].iter().all(|name| svg.contains(&name.replace('\'', "'"))));
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
