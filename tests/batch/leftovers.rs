//! What a run leaves that failed, and what the next one does with it.

use super::*;
use std::fs::File;
use std::process::Stdio;

const SCORE: [&str; 6] = ["score", "c.jsonl", "-o", "s.jsonl", "--rejects", "r.csv"];

fn bench() -> Bench {
    let bench = Bench::new();
    bench.write("c.jsonl", corpus(60, 8));
    bench
}

/// The program, with these words before it in the shell.
fn under(bench: &Bench, limit: &str, args: &[&str]) -> Output {
    let script = format!("{limit}; exec \"$0\" \"$@\"");
    Command::new("bash")
        .args(["-c", &script, env!("CARGO_BIN_EXE_cadrage")])
        .args(args)
        .current_dir(bench.path())
        .output()
        .expect("bash starts")
}

#[test]
fn a_disk_that_is_full_from_the_start_leaves_nothing() {
    let bench = bench();
    let output = under(&bench, "trap '' XFSZ; ulimit -f 0", &SCORE);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(bench.names(), ["c.jsonl"]);
    bench.ends(1, &SCORE);
}

#[test]
fn what_holds_nothing_is_taken_over() {
    let header = "{\"journal\":\"cadrage/journal/1\",\"program\":\"0.0.1\",\"lexicons\":[],\"options\":[]}\n";
    for resume in [&[][..], &["--resume"]] {
        for journal in [None, Some(""), Some("{\"journ"), Some(&header[..40]), Some(header)] {
            let bench = bench();
            bench.write("s.jsonl.part", "");
            bench.write("r.csv.part", "");
            journal.iter().for_each(|text| bench.write("s.jsonl.journal", text));
            bench.ends(1, &[&SCORE[..], resume].concat());
            assert_eq!(bench.names(), ["c.jsonl", "r.csv", "s.jsonl"], "{journal:?}");
        }
    }
}

#[test]
fn what_somebody_may_want_is_kept() {
    for resume in [&[][..], &["--resume"]] {
        let bench = bench();
        for part in ["s.jsonl.part", "r.csv.part"] {
            bench.write(part, "precious\n");
            let said = bench.ends(2, &[&SCORE[..], resume].concat());
            assert!(said.contains(&format!("{part} : ce fichier n'est pas vide")) && said.contains("renommez-le"), "{said}");
            assert!(!said.contains("--resume"), "what cannot help is not advised: {said}");
            assert_eq!(bench.read(part), b"precious\n");
            assert_eq!(bench.names(), ["c.jsonl", part]);
            fs::remove_file(bench.file(part)).expect("it is there");
        }
        for notes in ["notes", "my notes\n"] {
            bench.write("s.jsonl.journal", notes);
            bench.ends(2, &[&SCORE[..], resume].concat());
            assert_eq!(bench.read("s.jsonl.journal"), notes.as_bytes());
        }
    }
}

#[test]
fn two_runs_do_not_share_a_list_of_refusals() {
    let bench = bench();
    let other = File::create(bench.file("r.csv.part")).expect("a file");
    other.lock().expect("a lock");
    let said = bench.ends(2, &SCORE);
    assert!(said.contains("r.csv : un autre relevé écrit en ce moment"), "{said}");
    assert_eq!(bench.names(), ["c.jsonl", "r.csv.part"], "what this run made is gone, the other's is not");
    drop(other);
    bench.ends(1, &SCORE);
}

/// A run over the folder `c` that broke off where a file could not be read.
fn broken_off(bench: &Bench, args: &[&str]) {
    fs::create_dir(bench.file("c")).expect("a folder");
    bench.write("c/a.jsonl", corpus(60, 8));
    std::os::unix::fs::symlink("/proc/self/mem", bench.file("c/b.jsonl")).expect("a link");
    assert!(bench.ends(2, args).contains("la lecture a échoué en route"));
    fs::remove_file(bench.file("c/b.jsonl")).expect("the link goes");
}

#[test]
fn a_run_that_lost_its_part_is_not_taken_up() {
    let bench = Bench::new();
    let resume = ["score", "c", "-o", "s.jsonl", "--rejects", "r.csv", "--resume"];
    broken_off(&bench, &resume[..6]);
    let (rows, refused) = (bench.read("s.jsonl.part"), bench.read("r.csv.part"));
    for (part, whole) in [("s.jsonl.part", &rows), ("r.csv.part", &refused)] {
        bench.write(part, &whole[..whole.len() / 2]);
        assert!(bench.ends(2, &resume).contains(&format!("{part} : ce fichier manque, ou est plus court que le journal")));
        fs::remove_file(bench.file(part)).expect("it is there");
        assert!(bench.ends(2, &resume).contains(&format!("{part} : ce fichier manque, ou est plus court que le journal")));
        assert!(!bench.file(part).exists());
        bench.write(part, whole);
    }
    let other = ["score", "c", "-o", "s.jsonl", "--rejects", "q.csv", "--resume"];
    assert!(bench.ends(2, &other).contains("diffèrent : --rejects."));
    assert!(bench.ends(2, &other[..4]).contains("supprimez s.jsonl.part, s.jsonl.journal"));
    bench.ends(1, &resume);
    let (scores, refused) = (bench.read("s.jsonl"), bench.read("r.csv"));
    bench.ends(1, &resume[..6]);
    assert!(bench.read("s.jsonl") == scores && bench.read("r.csv") == refused);
}

#[test]
fn a_run_into_the_folder_it_reads_is_taken_up_too() {
    let bench = Bench::new();
    broken_off(&bench, &["score", "c", "-o", "c/s.jsonl", "--rejects", "c/r.csv"]);
    bench.ends(1, &["score", "c", "-o", "c/s.jsonl", "--rejects", "c/r.csv", "--resume"]);
    bench.ends(1, &["score", "c/a.jsonl", "-o", "s.jsonl"]);
    let ids = |name: &str| String::from_utf8(bench.read(name)).expect("UTF-8").lines().count();
    assert_eq!(ids("c/s.jsonl"), ids("s.jsonl"));
}

#[test]
fn refusals_are_listed_where_reading_breaks_off() {
    let bench = Bench::new();
    broken_off(&bench, &["score", "c", "--rejects", "r.csv"]);
    assert!(String::from_utf8(bench.read("r.csv")).expect("UTF-8").contains("c/a.jsonl,9,"));
}

#[test]
fn nobody_listening_is_no_reason_to_stop() {
    let bench = bench();
    bench.ends(1, &["score", "c.jsonl", "-o", "whole.jsonl"]);
    let limit = "exec 2> >(exec true); sleep 0.3";
    for (args, status) in [
        (&["score", "c.jsonl", "-o", "s.jsonl", "-v"][..], 1),
        (&["score", "absent", "-o", "x"], 2),
        (&["clean", "c.jsonl"], 1),
        (&["merge", "whole.jsonl", "c.jsonl", "-o", "j"], 1),
        (&["score", "--chanter"], 2),
    ] {
        assert_eq!(under(&bench, limit, args).status.code(), Some(status), "{args:?}");
    }
    assert!(bench.read("s.jsonl") == bench.read("whole.jsonl"));
}

#[test]
fn a_part_is_not_summed_up_as_if_it_were_the_whole() {
    let bench = Bench::new();
    bench.write("c.jsonl", (0..3000).map(|n| article(n, 2)).collect::<String>());
    bench.ends(0, &["score", "c.jsonl", "-o", "s.jsonl", "--only", "hits"]);
    for args in [&["score", "c.jsonl", "--only", "hits"][..], &["merge", "s.jsonl"], &["convert", "c.jsonl", "--to", "jsonl"]] {
        let mut child = bench.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""), "{args:?}");
    }
}
