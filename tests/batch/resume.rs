use super::*;
use std::thread::sleep;
use std::time::Instant;

const SCORE: [&str; 6] = ["score", "c.jsonl", "-o", "s.jsonl", "--rejects", "r.csv"];

/// How often the run is killed: a few times in every test run, fifty with `CADRAGE_KILLS=50`.
fn kills() -> usize {
    std::env::var("CADRAGE_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(4)
}

#[test]
fn a_killed_run_goes_on_where_it_was() {
    let bench = Bench::new();
    bench.write("c.jsonl", corpus(8000, 16));
    let start = Instant::now();
    bench.ends(1, &SCORE);
    let whole = start.elapsed();
    let (scores, refused) = (bench.read("s.jsonl"), bench.read("r.csv"));
    fs::remove_file(bench.file("s.jsonl")).expect("it is there");
    fs::remove_file(bench.file("r.csv")).expect("it is there");
    let (mut killed, mut finished, mut random) = (0, 0, 7_u64);
    while killed < kills() {
        let mut child = bench.command(&SCORE).arg("--resume").stderr(std::process::Stdio::null()).spawn().expect("the program starts");
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        sleep(whole.mul_f64((random >> 40) as f64 / (1 << 24) as f64));
        let _ = child.kill();
        let status = child.wait().expect("it ends");
        if status.code().is_none() {
            killed += 1;
            // Killed between two names, the list of refusals may have its own already.
            assert!(!bench.file("s.jsonl").exists() || !bench.file("s.jsonl.part").exists());
        }
        if bench.file("s.jsonl").exists() {
            finished += 1;
            bench.run(&[&SCORE[..], &["--resume"]].concat());
            assert!(bench.read("s.jsonl") == scores && bench.read("r.csv") == refused, "after {killed} kills");
            fs::remove_file(bench.file("s.jsonl")).expect("it is there");
            fs::remove_file(bench.file("r.csv")).expect("it is there");
        }
    }
    bench.ends(1, &[&SCORE[..], &["--resume"]].concat());
    assert!(bench.read("s.jsonl") == scores, "the scores differ after {killed} kills, {finished} runs finished before");
    assert!(bench.read("r.csv") == refused, "the refusals differ");
    assert_eq!(bench.names(), ["c.jsonl", "r.csv", "s.jsonl"]);
}

/// A run that wrote so many kilobytes and then met a full disk.
fn full_disk(bench: &Bench, kilobytes: usize, format: &str) {
    let limit = format!("trap '' XFSZ; ulimit -f {kilobytes}; exec \"$0\" \"$@\"");
    let output = Command::new("bash")
        .args(["-c", &limit, env!("CARGO_BIN_EXE_cadrage")])
        .args(SCORE)
        .args(["--format", format])
        .current_dir(bench.path())
        .output()
        .expect("bash starts");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("s.jsonl.part : écriture impossible") && said.contains("--resume"), "{said}");
    assert!(!bench.file("s.jsonl").exists() && bench.file("s.jsonl.journal").exists());
}

#[test]
fn a_full_disk_leaves_a_journal_that_goes_on() {
    for format in ["jsonl", "csv", "hits-csv"] {
        let bench = Bench::new();
        bench.write("c.jsonl", corpus(600, 16));
        bench.ends(1, &["score", "c.jsonl", "-o", "whole", "--rejects", "whole.csv", "--format", format]);
        full_disk(&bench, 40, format);
        bench.ends(1, &[&SCORE[..], &["--resume", "--format", format]].concat());
        assert!(bench.read("s.jsonl") == bench.read("whole") && bench.read("r.csv") == bench.read("whole.csv"), "{format}");
    }
}

#[test]
fn a_device_that_is_full_ends_with_status_2() {
    let bench = Bench::new();
    bench.write("c.jsonl", corpus(20, 16));
    let said = bench.ends(2, &["score", "c.jsonl", "-o", "/dev/full"]);
    assert!(said.contains("/dev/full : écriture impossible"), "{said}");
    bench.ends(1, &["score", "c.jsonl", "-o", "/dev/null"]);
}

/// A run over the folder `c` that read these articles and then met memory that cannot be read at its first byte: what a broken disk says.
fn broken_off(bench: &Bench, articles: &str) {
    fs::create_dir(bench.file("c")).expect("a folder");
    bench.write("c/a.jsonl", articles);
    std::os::unix::fs::symlink("/proc/self/mem", bench.file("c/b.jsonl")).expect("a link");
    let said = bench.ends(2, &["score", "c", "-o", "s.jsonl"]);
    assert!(said.contains("c/b.jsonl : la lecture a échoué en route"), "{said}");
    assert!(!bench.file("s.jsonl").exists());
    fs::remove_file(bench.file("c/b.jsonl")).expect("the link goes");
}

#[test]
fn a_read_error_stops_and_the_rest_is_done_later() {
    let bench = Bench::new();
    broken_off(&bench, &corpus(60, 8));
    bench.write("c/c.jsonl", article(5000, 8));
    bench.ends(1, &["score", "c", "-o", "s.jsonl", "--resume"]);
    bench.ends(1, &["score", "c", "-o", "whole.jsonl"]);
    assert!(bench.read("s.jsonl") == bench.read("whole.jsonl"));
}

#[test]
fn another_run_is_not_mixed_into_the_first() {
    let bench = Bench::new();
    bench.write("c.jsonl", corpus(600, 16));
    full_disk(&bench, 40, "jsonl");
    let again = |more: &[&str]| bench.ends(2, &[&SCORE[..], more].concat());
    assert!(again(&[]).contains("--resume"), "a journal is not written over");
    assert!(again(&["--resume", "--only", "hits"]).contains("diffèrent : les lexiques"));
    assert!(again(&["--resume", "--with-text"]).contains("diffèrent : --with-text"));
    assert!(again(&["--resume", "--no-text"]).contains("diffèrent : --no-text"));
    assert!(again(&["--resume", "--no-text", "--context-words", "9"]).contains("diffèrent : --no-text, --context-words"));
    assert!(again(&["--resume", "--format", "csv", "--lang", "en"]).contains("differs: --format, --lang"));
    let log = String::from_utf8(bench.read("s.jsonl.journal")).expect("UTF-8");
    bench.write("s.jsonl.journal", log.replacen(env!("CARGO_PKG_VERSION"), "0.0.0", 1));
    assert!(again(&["--resume"]).contains("diffèrent : la version du programme"));
    bench.write("s.jsonl.journal", "rien\n");
    assert!(again(&["--resume"]).contains("journal illisible"));
    bench.write("s.jsonl.journal", log);
}

#[test]
fn other_articles_are_not_mixed_into_the_first() {
    let bench = Bench::new();
    let before = corpus(600, 16);
    broken_off(&bench, &before);
    let resume = ["score", "c", "-o", "s.jsonl", "--resume"];
    bench.write("c/a.jsonl", before.replacen("Titre 0\"", "Titre zéro\"", 1));
    assert!(bench.ends(2, &resume).contains("les articles ont changé"));
    bench.write("c/a.jsonl", article(0, 16));
    assert!(bench.ends(2, &resume).contains("les articles ont changé"), "fewer than were read before");
    bench.write("c/a.jsonl", before + &article(5000, 16));
    let log = bench.read("s.jsonl.journal");
    bench.write("s.jsonl.journal", [&log[..], b"{\"outcomes\": 4, \"art"].concat());
    let said = bench.ends(1, &resume);
    assert!(said.contains("l'étaient déjà"), "{said}");
    bench.ends(1, &["score", "c", "-o", "whole.jsonl"]);
    assert!(bench.read("s.jsonl") == bench.read("whole.jsonl"));
}
