//! What `--only` leaves out is not measured, and does not pass for measured and absent.

use super::*;
use serde_json::Value;

fn records(bench: &Bench, name: &str) -> Vec<Value> {
    String::from_utf8(bench.read(name)).expect("UTF-8").lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn hits_are_there_where_they_were_asked_for() {
    let bench = Bench::new();
    let war = "{\"id\":\"w\",\"text\":\"Les combats durent à Gao, dans le nord du Mali. L'aviation sénégalaise a bombardé un camp. Selon Paris, le Togo soutient ces groupes.\"}\n";
    bench.write("c.jsonl", article(1, 16) + &article(2, 16) + war);
    bench.ends(0, &["score", "c.jsonl", "-o", "all.jsonl"]);
    let all = records(&bench, "all.jsonl");
    assert!(all.iter().any(|record| record["roles"] != serde_json::json!([])), "the corpus gives parts");
    for only in ["voice", "roles", "voice,roles", "hits", "hits,voice", "hits,roles"] {
        bench.ends(0, &["score", "c.jsonl", "-o", "some.jsonl", "--only", only]);
        let some = records(&bench, "some.jsonl");
        for (one, whole) in some.iter().zip(&all) {
            let wanted = only.contains("hits");
            assert_eq!(one["hits"].as_array().map(|hits| hits.is_empty()), Some(!wanted), "{only}");
            let markers = |record: &Value| record["lexicons"].as_array().map(|all| all.contains(&whole["lexicons"][0]));
            assert_eq!(markers(one), Some(wanted), "{only}");
            for key in ["quotes", "reported", "tokens_by_voice"] {
                assert!(one[key] == whole[key] || !only.contains("voice"), "{only}: {key}");
            }
            assert!(one["roles"] == whole["roles"] || only != "voice,roles", "{only}");
            assert!(!(one["basis"] == whole["basis"]), "{only}: the basis tells");
        }
        let header = bench.run(&["score", "c.jsonl", "--only", only, "--format", "csv"]).stdout;
        let header = String::from_utf8(header).expect("UTF-8").lines().next().map(|line| line.contains('/'));
        assert_eq!(header, Some(only.contains("hits")), "{only}: a column of counts");
    }
    // Scores without hits are neither taken over nor joined where hits are asked for.
    bench.ends(0, &["score", "c.jsonl", "-o", "voice.jsonl", "--only", "voice,roles"]);
    assert!(bench.ends(0, &["score", "c.jsonl", "-o", "new.jsonl", "--since", "voice.jsonl"]).contains("3 mesurés ;"));
    assert!(bench.read("new.jsonl") == bench.read("all.jsonl"));
    assert!(bench.ends(2, &["merge", "all.jsonl", "voice.jsonl", "-o", "x"]).contains("lexiques différents"));
    let speech = ["score", "c.jsonl", "--lexicon", "paroles", "--only"];
    bench.ends(0, &[&speech[..], &["voice", "-o", "v.jsonl"]].concat());
    let said = bench.ends(0, &[&speech[..], &["voice,hits", "-o", "vh.jsonl", "--since", "v.jsonl"]].concat());
    assert!(said.contains("3 mesurés ;"), "the same lexicons, other measures: {said}");
}
