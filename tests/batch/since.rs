use super::*;
use serde_json::Value;

#[test]
fn only_what_changed_is_scored_anew() {
    let bench = Bench::new();
    let before: String = (0..40).map(|n| article(n, 8)).collect();
    bench.write("c.jsonl", &before);
    bench.ends(0, &["score", "c.jsonl", "-o", "old.jsonl"]);
    let mut lines: Vec<Value> = before.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    lines[3]["text"] = "Les insurgés ont fui la ville de Tarsène après trois jours de combats.".into();
    lines[5]["event"] = "la prise de Tarsène".into();
    lines[6]["date"] = "2024-03-11".into();
    lines.remove(8);
    lines.insert(0, serde_json::from_str(&article(99, 8)).expect("JSON"));
    bench.write("c.jsonl", lines.iter().map(|line| format!("{line}\n")).collect::<String>());
    for options in [&[][..], &["--with-text"], &["--format", "csv"], &["--format", "hits-csv"]] {
        let said = bench.ends(0, &[&["score", "c.jsonl", "-o", "new", "--since", "old.jsonl"], options].concat());
        assert!(said.contains("40 articles lus, 2 mesurés (38 inchangés)"), "{said}");
        bench.ends(0, &[&["score", "c.jsonl", "-o", "whole"], options].concat());
        assert!(bench.read("new") == bench.read("whole"), "the same as if all of it had been scored: {options:?}");
    }
    for options in [&["--only", "hits"][..], &["--keep-all"], &["--lang", "en"], &["--lexicon", "manifestations"]] {
        let said = bench.ends(0, &[&["score", "c.jsonl", "-o", "new", "--since", "old.jsonl"], options].concat());
        assert!(said.contains("40 mesurés ;") || said.contains("40 scored;"), "{options:?}: {said}");
    }
}

#[test]
fn what_is_no_score_file_is_refused() {
    let bench = Bench::new();
    bench.write("c.jsonl", article(1, 8));
    assert!(bench.ends(2, &["score", "c.jsonl", "--since", "c.jsonl"]).contains("c.jsonl : aucun relevé"));
    assert!(bench.ends(2, &["score", "c.jsonl", "--since", "absent"]).contains("absent : lecture impossible"));
    bench.write("empty", "");
    bench.ends(0, &["score", "c.jsonl", "--since", "empty"]);
}
