//! Invariants of the code itself: the flow of the stages, and lexicons as data.

use std::fs;
use std::path::{Path, PathBuf};

/// The stages in flow order, then the command line on top.
const STAGES: [&str; 14] =
    ["corpus", "zones", "text", "lexicon", "matching", "voice", "roles", "counts", "masking", "links", "stats", "charts", "report", "cli"];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a source folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn every_stage_imports_earlier_stages_only() {
    let mut wrong = Vec::new();
    for (at, stage) in STAGES.iter().enumerate() {
        for file in rust_files(&source().join(stage)) {
            let text = fs::read_to_string(&file).expect("a source file");
            for later in &STAGES[at + 1..] {
                for (number, line) in text.lines().enumerate() {
                    let code = line.split("//").next().unwrap_or("");
                    if code.contains(&format!("crate::{later}::")) || code.contains(&format!("crate::{{{later}")) {
                        wrong.push(format!("{}:{} imports {later}", file.display(), number + 1));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "a stage imports a later one:\n{}\nhelp: move what is shared to the earlier stage", wrong.join("\n"));
}

#[test]
fn the_stages_are_the_folders_of_the_source() {
    let mut folders: Vec<String> = fs::read_dir(source())
        .expect("the source folder")
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    let mut stages = STAGES.map(String::from);
    stages.sort();
    assert_eq!(folders, stages);
}

#[test]
fn no_rust_names_a_lexicon_an_axis_or_a_pole() {
    let mut names: Vec<String> = Vec::new();
    for id in cadrage::lexicon::load::names() {
        let lexicon = cadrage::lexicon::load::load(id).expect("a built-in lexicon");
        names.push(lexicon.identity.id);
        for axis in lexicon.axes {
            names.extend(axis.poles.into_iter().map(|pole| pole.id));
            names.push(axis.id);
        }
        names.extend(lexicon.contrasts.into_iter().map(|contrast| contrast.id));
    }
    assert!(names.len() > 50, "the lexicons were read");
    let mut wrong = Vec::new();
    for file in rust_files(&source()) {
        let text = fs::read_to_string(&file).expect("a source file");
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            for name in names.iter().filter(|name| code.contains(&format!("\"{name}\""))) {
                wrong.push(format!("{}:{} names {name}", file.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "Rust names what only lexicons may name:\n{}", wrong.join("\n"));
}

#[test]
fn no_file_has_over_500_lines() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let long: Vec<String> = ["src", "tests", "build", "benches"]
        .iter()
        .map(|folder| root.join(folder))
        .filter(|folder| folder.is_dir())
        .flat_map(|folder| rust_files(&folder))
        .filter_map(|file| {
            let lines = fs::read_to_string(&file).expect("a source file").lines().count();
            (lines > 500).then(|| format!("{} has {lines}", file.display()))
        })
        .collect();
    assert!(long.is_empty(), "help: each hides two files that want names:\n{}", long.join("\n"));
}

#[test]
fn only_readers_lexicon_loading_and_the_command_line_touch_files() {
    let may = ["corpus/", "lexicon/load.rs", "cli/", "main.rs"];
    let mut wrong = Vec::new();
    for file in rust_files(&source()) {
        let name = file.strip_prefix(source()).expect("below src").to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&file).expect("a source file");
        if !may.iter().any(|place| name.starts_with(place)) && (text.contains("std::fs") || text.contains("std::env::")) {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "files outside the readers do input or output: {wrong:?}");
}

#[test]
fn messages_never_end_the_program() {
    // `eprintln!` panics where standard error is closed.
    let said = |file: &PathBuf| {
        let text = fs::read_to_string(file).expect("a source file");
        text.contains("eprint!") || text.contains("eprintln!")
    };
    let wrong: Vec<PathBuf> = rust_files(&source()).into_iter().filter(said).collect();
    assert!(wrong.is_empty(), "help: `say` of src/cli/say.rs: {wrong:?}");
}
