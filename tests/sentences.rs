//! French sentences by phenomenon, each with the hits it must give and no others.
//!
//! `tests/sentences/LEXICON/*.txt`: a line is `axis/pole | sentence`, with every hit of that pole in square brackets; a sentence without
//! brackets must give none. `# …` begins a phenomenon; empty lines are skipped. A line that begins with `! ` is a known limit: what is right is
//! written down and not yet reached.

use cadrage::counts::Instrument;
use cadrage::lang::Lang;
use cadrage::lexicon::{Purpose, load};
use cadrage::matching;
use cadrage::text::Document;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

struct Case {
    place: String,
    phenomenon: String,
    axis: String,
    pole: String,
    marked: String,
    /// Known not to be reached.
    limit: bool,
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    paths
}

fn cases(folder: &Path) -> Vec<Case> {
    let mut cases = Vec::new();
    for path in files(folder) {
        let text = fs::read_to_string(&path).expect("a table of sentences");
        let mut phenomenon = String::new();
        for (number, line) in text.lines().enumerate() {
            let place = format!("{}:{}", path.file_name().unwrap_or_default().to_string_lossy(), number + 1);
            if let Some(title) = line.strip_prefix('#') {
                phenomenon = title.trim().to_owned();
            } else if !line.trim().is_empty() {
                let (limit, line) = line.strip_prefix("! ").map_or((false, line), |rest| (true, rest));
                let (pole, marked) = line.split_once(" | ").unwrap_or_else(|| panic!("{place}: no « | »"));
                let (axis, pole) = pole.trim().split_once('/').unwrap_or_else(|| panic!("{place}: no axis/pole"));
                cases.push(Case {
                    place,
                    phenomenon: phenomenon.clone(),
                    axis: axis.into(),
                    pole: pole.into(),
                    marked: marked.trim().into(),
                    limit,
                });
            }
        }
    }
    cases
}

fn found(instrument: &Instrument, case: &Case) -> String {
    let sentence = case.marked.replace(['[', ']'], "");
    let document: Document = instrument.read(&sentence);
    let mut marked = String::new();
    let mut at = 0;
    for hit in matching::find(&document, &instrument.lexicons, Purpose::Markers) {
        let marker = &instrument.lexicons.markers[hit.marker];
        if instrument.lexicons.axis(marker).id == case.axis && instrument.lexicons.source(marker).pole == case.pole {
            marked += &format!("{}[{}]", &sentence[at..hit.span.start], hit.span.of(&sentence));
            at = hit.span.end;
        }
    }
    marked + &sentence[at..]
}

#[test]
fn every_sentence_gives_its_hits_and_no_others() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sentences");
    let mut wrong = Vec::new();
    let mut table: BTreeMap<(String, String), (usize, usize)> = BTreeMap::new();
    for folder in files(&root).into_iter().filter(|path| path.is_dir()) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let lexicon = load::load(&name).unwrap_or_else(|problems| panic!("{problems}"));
        let instrument = Instrument::new(vec![lexicon], Lang::Fr).unwrap_or_else(|problems| panic!("{problems}"));
        for case in cases(&folder) {
            let found = found(&instrument, &case);
            let row = table.entry((name.clone(), case.phenomenon.clone())).or_default();
            row.0 += usize::from(found == case.marked);
            row.1 += 1;
            if found == case.marked && case.limit {
                wrong.push(format!("{name}/{} is right now\nhelp: take the ! away", case.place));
            } else if found != case.marked && !case.limit {
                wrong.push(format!("{name}/{} ({})\n  wanted: {}\n  found:  {found}", case.place, case.phenomenon, case.marked));
            }
        }
    }
    for ((lexicon, phenomenon), (right, all)) in &table {
        println!("{right:4} of {all:4}  {lexicon}: {phenomenon}");
    }
    assert!(wrong.is_empty(), "{} sentences are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
