use super::*;

#[test]
fn parts_make_up_the_whole() {
    let bench = Bench::new();
    let lines: Vec<String> = (0..20).map(|n| article(n, 8)).collect();
    bench.write("c.jsonl", lines.concat());
    bench.write("c1.jsonl", lines[..12].concat());
    bench.write("c2.jsonl", lines[12..].concat());
    bench.ends(0, &["score", "c.jsonl", "-o", "whole.jsonl", "--only", "hits"]);
    for n in ["1", "2"] {
        let (input, output) = (format!("c{n}.jsonl"), format!("s{n}.jsonl"));
        bench.ends(0, &["score", &input, "-o", &output, "--only", "hits"]);
    }
    assert!(bench.ends(0, &["merge", "s1.jsonl", "s2.jsonl", "-o", "joined.jsonl"]).contains("20 articles réunis"));
    let paths =
        |name: &str| String::from_utf8(bench.read(name)).expect("UTF-8").replace("c1.jsonl", "c.jsonl").replace("c2.jsonl", "c.jsonl");
    assert!(paths("joined.jsonl") == paths("whole.jsonl"));
    let said = bench.ends(1, &["merge", "s2.jsonl", "whole.jsonl", "-o", "twice.jsonl"]);
    assert!(said.contains("whole.jsonl, ligne 13 :") && said.contains("« a12 »") && said.contains("8 lignes écartées"), "{said}");
    assert!(said.contains("20 articles réunis"));
}

#[test]
fn lexicons_are_mixed_only_on_request() {
    let bench = Bench::new();
    bench.write("a.jsonl", article(1, 8));
    bench.write("b.jsonl", article(2, 8));
    bench.ends(0, &["score", "a.jsonl", "-o", "sa.jsonl", "--only", "hits"]);
    bench.ends(0, &["score", "b.jsonl", "-o", "sb.jsonl", "--only", "hits"]);
    let newer = String::from_utf8(bench.read("sb.jsonl")).expect("UTF-8").replacen("\"version\":\"", "\"version\":\"9", 1);
    bench.write("sb.jsonl", newer);
    let said = bench.ends(2, &["merge", "sa.jsonl", "sb.jsonl", "-o", "s.jsonl"]);
    assert!(said.contains("sa.jsonl:1 et sb.jsonl:1 : lexiques différents") && said.contains("--mixed"), "{said}");
    assert!(!bench.file("s.jsonl").exists());
    bench.ends(0, &["merge", "sa.jsonl", "sb.jsonl", "-o", "s.jsonl", "--mixed"]);
    bench.write("bad.jsonl", "{\"schema\":\"other/2\",\"id\":\"x\",\"lexicons\":[]}\n{\n");
    let said = bench.ends(1, &["merge", "sa.jsonl", "bad.jsonl", "-o", "s.jsonl"]);
    assert!(said.contains("bad.jsonl, ligne 1 :") && said.contains("bad.jsonl, ligne 2 :"), "{said}");
    bench.write("stub.jsonl", "\n{\"schema\":\"cadrage/score/1\",\"id\":\"zz\",\"lexicons\":[]}\n");
    let said = bench.ends(1, &["merge", "sa.jsonl", "stub.jsonl", "-o", "s.jsonl", "--mixed"]);
    assert!(said.contains("stub.jsonl, ligne 2 :") && said.contains("`path`"), "a record is whole: {said}");
    assert!(bench.read("s.jsonl") == bench.read("sa.jsonl"));
    assert!(bench.ends(2, &["merge", "absent.jsonl"]).contains("absent.jsonl : lecture impossible"));
}
