//! `cadrage compare` and `cadrage events`: what can be said, what is refused, and faults of plans.

use serde_json::Value;
use std::fs;
use std::path::Path;
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

fn case<'c>(comparison: &'c Value, contrast: &str) -> &'c Value {
    comparison["contrasts"].as_array().expect("contrasts").iter().find(|c| c["contrast"] == contrast).expect("the contrast")
}

#[test]
fn the_sample_says_what_it_can() {
    let comparison = json(&["compare", "examples/corpus"]);
    assert_eq!((&comparison["articles"], &comparison["other_genres_left_out"]), (&44.into(), &4.into()));
    assert_eq!(comparison["copies"].as_array().map(Vec::len), Some(3));
    let regime = case(&comparison, "regime-gouvernement");
    assert_eq!((&regime["test"]["verdict"], &regime["test"]["design"]), (&"tested".into(), &"within_events".into()));
    assert!(regime["test"]["p"].as_f64() < Some(0.01) && regime["test"]["smallest_p"].as_f64() <= regime["test"]["p"].as_f64());
    assert!(
        !regime["findings"].as_array().expect("findings").is_empty() && regime["robustness"]["rows"].as_array().expect("rows").len() >= 6
    );
    assert_eq!(regime["primary"], false);
    // Three articles of one outlet: a share, no interval.
    let name = case(&comparison, "nom-ei");
    for group in name["groups"].as_array().expect("groups") {
        assert!(group["articles_with_choice"].as_u64() < Some(8));
        assert!(group["sides"].as_array().expect("sides").iter().all(|s| s["share"]["interval"].is_null()));
    }
}

#[test]
fn every_number_in_words_has_its_n() {
    let text = out(&["compare", "examples/corpus"]);
    assert!(text.contains("Exploratoire") && text.contains("non validé") && text.contains("textes d'opinion"));
    for line in text.lines().filter(|l| l.trim_start().starts_with('→')) {
        assert_eq!(line.matches("articles)").count(), 2, "{line}");
        assert!(line.contains("corrigé"), "{line}");
    }
    let english = out(&["compare", "examples/corpus", "--lang", "en"]);
    assert!(english.contains("not validated") && english.contains("Exploratory") && !english.contains(" articles dans "));
}

#[test]
fn score_files_and_any_number_of_threads_give_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let scores = folder.path().join("scores.jsonl");
    let scores = scores.to_str().expect("a path");
    out(&["score", "examples/corpus", "--with-text", "-o", scores]);
    let from_articles = out(&["compare", "examples/corpus", "--format", "json"]);
    assert!(from_articles == out(&["compare", scores, "--format", "json"]));
    let one_thread = Command::new(env!("CARGO_BIN_EXE_cadrage"))
        .args(["compare", "examples/corpus", "--format", "json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .expect("the program starts");
    assert!(from_articles.as_bytes() == one_thread.stdout);
    // Without texts the counts are the same, and copies were not looked for.
    out(&["score", "examples/corpus", "-o", scores]);
    let bare = json(&["compare", scores]);
    assert!(bare["copies"].is_null() && bare["cautions"].as_array().expect("cautions").iter().any(|c| c["id"] == "no_text"));
    let report = folder.path().join("rapport.html");
    out(&["report", scores, "-o", report.to_str().expect("a path")]);
    assert!(fs::read_to_string(report).expect("the page").contains("texte absent du relevé"));
    // A broken line is named, the rest goes on.
    let text = fs::read_to_string(scores).expect("scores");
    fs::write(scores, format!("{text}{{\"schema\":\"cadrage/score/1\"}}\n")).expect("written");
    let output = cadrage(&["compare", scores, "--format", "csv"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("scores.jsonl, ligne 49"), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn few_articles_are_refused_and_still_shown() {
    let text =
        out(&["compare", "examples/corpus/ostara-info/01-valdrec.txt", "examples/corpus/vigie-du-soir/05-mirkov.txt", "--by", "article"]);
    assert!(text.contains("Pas assez d'articles pour trancher") && text.contains("pas d'intervalle : 1\u{a0}article, il en faut 8"));
    assert!(!text.contains('→'));
}

#[test]
fn events_that_were_corrected_are_used() {
    let folder = tempfile::tempdir().expect("a folder");
    let table = folder.path().join("evenements.csv");
    let path = table.to_str().expect("a path");
    out(&["events", "examples/corpus", "-o", path]);
    let text = fs::read_to_string(&table).expect("a table");
    assert_eq!(text.lines().count(), 49);
    let by_event = json(&["compare", "examples/corpus", "--events", path, "--by", "event"]);
    assert_eq!(case(&by_event, "nom-ei")["groups"].as_array().map(Vec::len), Some(12));
    fs::write(&table, "article,event\nx,y\n").expect("written");
    let output = cadrage(&["compare", "examples/corpus", "--events", path]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("« id »"));
}

fn planned(plan: &str, folder: &Path) -> Output {
    let path = folder.join("plan.toml");
    fs::write(&path, plan).expect("written");
    cadrage(&["compare", "examples/corpus", "--format", "json", "--plan", path.to_str().expect("a path")])
}

#[test]
fn a_plan_is_followed_and_its_faults_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let plan = "contrasts = [\"nom-du-groupe\"]\noutlets = [\"La Vigie du Soir\", \"Ostara Info\"]\nto = \"2024-06-30\"\ngenres = [\"info\", \"depeche\", \"opinion\"]\nseed = 7\n";
    let comparison: Value = serde_json::from_slice(&planned(plan, folder.path()).stdout).expect("JSON");
    assert_eq!((&comparison["articles"], &comparison["outside_plan"], &comparison["seed"]), (&18.into(), &30.into(), &7.into()));
    assert_eq!(comparison["plan"].as_str().map(str::len), Some(64));
    assert!(case(&comparison, "nom-du-groupe")["primary"] == true && case(&comparison, "nom-ei")["primary"] == false);
    for (plan, wanted) in [
        ("contrasts = [\n  \"inconnu\",\n]", "plan.toml:2 : contraste inconnu"),
        ("contrasts = []", "aucun contraste"),
        ("contrasts = [\"nom-ei\"]\nalpha = 0.7", "plan.toml:2 : alpha"),
        ("contrasts = [\"nom-ei\"]\nminimum_articles = 3", "plan.toml:2 : minimum_articles"),
        ("contrasts = [\"nom-ei\"]\nsmallest_difference = 0.01", "plan.toml:2 : smallest_difference"),
        ("contrasts = [\"nom-ei\"]\ncouleur = 1", "plan.toml:2 : plan illisible"),
        ("contrasts = [\"nom-ei\", \"nom-ei\", \"nom-ei\", \"nom-ei\", \"nom-ei\", \"nom-ei\", \"nom-ei\"]", "7 contrastes principaux"),
    ] {
        let output = planned(plan, folder.path());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains(wanted), "{plan}\n{said}");
    }
}
