//! French sentences by construction, each with the roles it must give and no others.
//!
//! `tests/roles/*.txt`: `## …` begins a construction; `= …` is the sentence that tells where the fighting takes place, put before each that
//! follows, `== …` a title; a line is a sentence or a short passage, the lines `  -> actor role target` below it are its roles (`-` where no target is named), and
//! without such lines it has none. A sentence that begins with `! ` is a known limit: what is right is written down and not yet reached.

use cadrage::counts::Instrument;
use cadrage::lang::Lang;
use cadrage::lexicon::load;
use cadrage::matching;
use cadrage::roles;
use cadrage::span::Span;
use cadrage::text::Document;
use cadrage::text::forms::Forms;
use cadrage::voice;
use cadrage::zones::{Zone, ZoneKind};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Who has which role, with the targets named.
type Told = BTreeMap<(String, String), BTreeSet<String>>;

struct Case {
    place: String,
    construction: String,
    scene: String,
    /// The scene is a title.
    titled: bool,
    sentence: String,
    told: Told,
    /// Known not to be reached.
    limit: bool,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/roles");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).expect("the tables").filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    let mut cases: Vec<Case> = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).expect("a table of sentences");
        let (mut construction, mut scene, mut titled) = (String::new(), String::new(), false);
        for (number, line) in text.lines().enumerate() {
            let place = format!("{}:{}", path.file_name().unwrap_or_default().to_string_lossy(), number + 1);
            if let Some(title) = line.strip_prefix("## ") {
                construction = title.to_owned();
            } else if let Some((marks, sentence)) = line.split_once(' ').filter(|(marks, _)| matches!(*marks, "=" | "==")) {
                (scene, titled) = (sentence.to_owned(), marks == "==");
            } else if let Some(role) = line.strip_prefix("  -> ") {
                let words: Vec<&str> = role.split_whitespace().collect();
                let [actor, role, target] = words[..] else { panic!("{place}: not « actor role target »") };
                let last = cases.last_mut().unwrap_or_else(|| panic!("{place}: no sentence before it"));
                let targets = last.told.entry((actor.into(), role.into())).or_default();
                targets.extend((target != "-").then(|| target.to_owned()));
            } else if !line.trim().is_empty() {
                let (limit, sentence) = line.strip_prefix("! ").map_or((false, line), |rest| (true, rest));
                cases.push(Case {
                    place,
                    construction: construction.clone(),
                    scene: scene.clone(),
                    titled,
                    sentence: sentence.into(),
                    told: Told::new(),
                    limit,
                });
            }
        }
    }
    cases
}

struct Reader {
    instrument: Instrument,
    forms: Forms,
    plan: roles::Plan,
}

impl Reader {
    fn new() -> Self {
        let lexicons = load::auxiliary_lexicons().expect("the lexicons of actors and roles");
        let instrument = Instrument::new(lexicons, Lang::Fr).expect("lexicons that compile");
        let plan = roles::Plan::new(&instrument.lexicons);
        let forms = Forms::with_tagger(instrument.lexicons.tagger());
        Self { instrument, forms, plan }
    }

    fn found(&self, Case { scene, titled, sentence, .. }: &Case) -> Told {
        let text = format!("{scene}\n{sentence}");
        let title = Zone { kind: ZoneKind::Title, span: Span::new(0, scene.len()) };
        let document = Document::new(&text, if *titled { std::slice::from_ref(&title) } else { &[] }, &self.forms);
        let mut told = Told::new();
        let matches = matching::find_all(&document, &self.instrument.lexicons);
        let voices = voice::find(&document, &self.instrument.lexicons, &matches.speech, &matches.actors);
        for statement in roles::find(&document, &self.instrument.lexicons, &self.plan, &matches.actors, Some(&voices)) {
            if document.sentences[statement.sentence].span.start > scene.len() {
                let key = (self.plan.actors[statement.actor].clone(), self.plan.roles[statement.role].id.clone());
                told.entry(key).or_default().extend(statement.target.map(|target| self.plan.actors[target].clone()));
            }
        }
        told
    }
}

fn in_words(told: &Told) -> String {
    let one = |((actor, role), targets): (&(String, String), &BTreeSet<String>)| {
        format!("{actor} {role} {}", if targets.is_empty() { "-".into() } else { targets.iter().cloned().collect::<Vec<_>>().join("+") })
    };
    told.iter().map(one).collect::<Vec<_>>().join(" ; ")
}

/// Found, missed, false.
#[derive(Default)]
struct Score([usize; 3]);

impl Score {
    fn line(&self, name: &str) -> String {
        let [found, missed, wrong] = self.0;
        let share = |n: usize| if n == 0 { 1.0 } else { found as f64 / n as f64 };
        format!(
            "{name:34} found {found:3}, missed {missed:3}, false {wrong:3}; precision {:.2}, recall {:.2}",
            share(found + wrong),
            share(found + missed)
        )
    }
}

#[test]
fn sentences_give_their_roles_and_no_others() {
    let (reader, cases) = (Reader::new(), cases());
    let without = cases.iter().filter(|case| case.told.is_empty()).count();
    assert!(cases.len() >= 300 && without >= 80, "{} sentences, {without} without a role", cases.len());
    let (mut wrong, mut reached) = (Vec::new(), Vec::new());
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let mut targets = [0, 0];
    for case in &cases {
        let found = reader.found(case);
        for (key, wanted) in &case.told {
            let hit = found.get(key);
            let column = usize::from(hit.is_none());
            for name in [format!("role {}", key.1), format!("construction {}", case.construction), "all".into()] {
                scores.entry(name).or_default().0[column] += 1;
            }
            if let Some(hit) = hit.filter(|_| !wanted.is_empty()) {
                targets[usize::from(hit == wanted)] += 1;
            }
        }
        for key in found.keys().filter(|key| !case.told.contains_key(*key)) {
            for name in [format!("role {}", key.1), format!("construction {}", case.construction), "all".into()] {
                scores.entry(name).or_default().0[2] += 1;
            }
        }
        match (found == case.told, case.limit) {
            (true, true) => reached.push(case.place.clone()),
            (false, false) => wrong.push(format!(
                "{} ({}): {}\n    wanted {}\n    found  {}",
                case.place,
                case.construction,
                case.sentence,
                in_words(&case.told),
                in_words(&found)
            )),
            _ => {}
        }
    }
    for (name, score) in &scores {
        println!("{}", score.line(name));
    }
    println!("targets {} of {}; {} sentences wrong", targets[1], targets[0] + targets[1], wrong.len());
    assert!(wrong.is_empty(), "{} of {} sentences:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    assert!(reached.is_empty(), "known limits that are reached; take the « ! » away: {reached:?}");
}
