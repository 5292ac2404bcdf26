//! Where results go: never over what is read, never two into one file, into devices and not in their place.

use super::*;
use std::fs::File;
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::process::Stdio;

/// Two articles as a file and as a folder, their scores, and a text beside them.
fn bench() -> Bench {
    let bench = Bench::new();
    bench.write("c.jsonl", corpus(2, 8));
    fs::create_dir(bench.file("arts")).expect("a folder");
    bench.write("arts/a.jsonl", corpus(2, 8));
    bench.write("arts/corrige.html", "<html><body><p>Les rebelles ont repris la ville.</p></body></html>");
    bench.write("arts/00001.xml", "<TEI><text><body><p>Les rebelles ont repris la ville.</p></body></text></TEI>");
    bench.write("articles.csv", "id,texte\na,Les rebelles ont repris la ville.\n");
    bench.write("articles-cle.csv", "id,texte\na,Les rebelles ont repris la ville.\n");
    bench.ends(0, &["score", "c.jsonl", "-o", "s.jsonl", "--with-text"]);
    bench
}

/// Refused with these words, every file as it was.
fn refused(bench: &Bench, args: &[&str], words: &str) {
    let all = || walk(bench.path());
    let before = all();
    let said = bench.ends(2, args);
    assert!(said.contains(words), "{args:?}: {said}");
    assert!(!said.contains("lu,") && !said.contains("lus,"), "{args:?} was refused before anything was read: {said}");
    assert!(!said.contains(".cadrage-"), "names of our own say nothing: {said}");
    assert!(all() == before, "{args:?} changed something");
}

/// Every file below with its bytes.
fn walk(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(walk(&path));
        } else {
            let bytes = fs::read(&path).unwrap_or_default();
            files.push((path, bytes));
        }
    }
    files.sort();
    files
}

#[test]
fn nothing_that_is_read_is_written_over() {
    let bench = bench();
    symlink("c.jsonl", bench.file("link.jsonl")).expect("a link");
    fs::hard_link(bench.file("c.jsonl"), bench.file("twin.jsonl")).expect("a second name");
    symlink("../c.jsonl", bench.file("arts/far.jsonl")).expect("a link");
    bench.write("plan.toml", "");
    bench.write("events.csv", "id,event\n");
    fs::create_dir(bench.file("lex")).expect("a folder");
    bench.write("lex/lexicon.toml", "");
    for args in [
        &["score", "c.jsonl", "-o", "c.jsonl"][..],
        &["score", "c.jsonl", "-o", "arts/../c.jsonl"],
        &["score", "c.jsonl", "-o", "link.jsonl"],
        &["score", "link.jsonl", "-o", "c.jsonl"],
        &["score", "c.jsonl", "-o", "twin.jsonl"],
        &["score", "c.jsonl", "-o", "new.jsonl", "--rejects", "c.jsonl"],
        &["score", "arts", "-o", "arts/a.jsonl"],
        &["score", "arts", "-o", "c.jsonl"],
        &["score", ".", "-o", "s.jsonl"],
        &["score", "c.jsonl", "--since", "s.jsonl", "--rejects", "s.jsonl"],
        &["score", "c.jsonl", "s.jsonl", "--since", "s.jsonl", "-o", "s.jsonl"],
        &["score", "c.jsonl", "--lexicon", "lex", "-o", "lex/lexicon.toml"],
        &["merge", "s.jsonl", "-o", "s.jsonl"],
        &["report", "s.jsonl", "-o", "s.jsonl"],
        &["report", "c.jsonl", "-o", "page.html", "--json", "c.jsonl"],
        &["report", "articles.csv", "-o", "page.html", "--charts", "."],
        &["report", "articles-cle.csv", "-o", "articles.html", "--anonymous"],
        &["report", "s.jsonl", "--articles", "arts", "-o", "arts/corrige.html"],
        &["compare", "c.jsonl", "--plan", "plan.toml", "-o", "plan.toml"],
        &["compare", "c.jsonl", "--events", "events.csv", "-o", "events.csv"],
        &["convert", "c.jsonl", "--to", "csv", "-o", "c.jsonl"],
        &["convert", "arts", "--to", "tei", "-o", "arts/"],
        &["clean", "c.jsonl", "-o", "c.jsonl"],
        &["clean", "--learn", "c.jsonl", "-o", "c.jsonl"],
        &["concordance", "ville", "c.jsonl", "-o", "c.jsonl"],
        &["chart", "roles", "articles.csv", "-o", "articles.csv"],
        &["worksheet", "arts", "-o", "arts"],
        &["events", "articles.csv", "-o", "articles.csv"],
        &["roles", "c.jsonl", "-o", "c.jsonl"],
        &["keyness", "c.jsonl", "-o", "c.jsonl"],
        &["lexicon", "try", "ville", "c.jsonl", "--rejects", "c.jsonl"],
    ] {
        refused(&bench, args, "remplacerait un fichier qui est à lire");
    }
    let piped = bench.command(&["score", "-", "-o", "c.jsonl"]).stdin(File::open(bench.file("c.jsonl")).expect("a file")).output();
    assert_eq!(piped.expect("it starts").status.code(), Some(2), "standard input may be that file");
    assert!(bench.ends(2, &["merge", "s.jsonl", "-o", "s.jsonl", "--lang", "en"]).contains("would replace a file that is to be read"));
}

#[test]
fn scores_are_brought_up_to_date_under_their_own_name() {
    let bench = bench();
    let scores = bench.read("s.jsonl");
    let again = ["--since", "s.jsonl", "-o", "s.jsonl", "--with-text"];
    assert!(bench.ends(0, &[&["score", "c.jsonl"], &again[..]].concat()).contains("0 mesuré (2 inchangés)"));
    assert!(bench.read("s.jsonl") == scores);
    fs::rename(bench.file("s.jsonl"), bench.file("arts/s.jsonl")).expect("it moves");
    bench.ends(1, &["score", "arts", "--since", "arts/s.jsonl", "-o", "arts/s.jsonl"]);
    // A result of which no article can be read may lie among them, and an earlier one be made anew where nothing reads it.
    bench.ends(0, &["clean", "--learn", "c.jsonl", "-o", "profil.toml"]);
    bench.ends(0, &["clean", "--learn", "c.jsonl", "-o", "profil.toml"]);
    bench.ends(0, &["concordance", "ville", "c.jsonl", "-o", "ville"]);
    bench.ends(0, &["concordance", "ville", "c.jsonl", "-o", "ville"]);
}

#[test]
fn two_results_never_share_a_file() {
    let bench = bench();
    symlink("x", bench.file("y")).expect("a link to what is not there yet");
    for (one, other) in [("x", "x"), ("x", "./x"), ("x", "arts/../x"), ("x", "y"), ("x", "x.part"), ("x", "x.journal"), ("x.part", "x")] {
        refused(&bench, &["score", "c.jsonl", "-o", one, "--rejects", other], "écriraient au même endroit");
    }
    refused(&bench, &["score", "c.jsonl", "--rejects", "-"], "-o et --rejects écriraient");
    refused(&bench, &["report", "c.jsonl", "-o", "x.html", "--json", "x.html"], "-o et --json écriraient");
}

#[test]
fn what_cannot_be_written_is_said_before_the_run() {
    let bench = bench();
    for args in [
        &["score", "c.jsonl", "-o", "arts"][..],
        &["score", "c.jsonl", "-o", "x", "--rejects", "arts"],
        &["score", "c.jsonl", "--rejects", "arts"],
        &["report", "c.jsonl", "-o", "x.html", "--charts", "c.jsonl"],
        &["compare", "c.jsonl", "-o", "c.jsonl/x"],
    ] {
        refused(&bench, args, "écriture impossible");
    }
    for args in [
        &["score", "c.jsonl", "-o", "pas/la/x"][..],
        &["score", "c.jsonl", "-o", "x", "--rejects", "pas/la/r.csv"],
        &["report", "c.jsonl", "-o", "pas/la/x.html"],
    ] {
        refused(&bench, args, "le dossier pas/la n'existe pas");
    }
    refused(&bench, &["score", "c.jsonl", "-o", "neuf/"], "celui d'un dossier");
    refused(&bench, &["score", "c.jsonl", "-o", "x", "--rejects", "neuf/"], "celui d'un dossier");
    bench.ends(0, &["convert", "articles.csv", "--to", "tei", "-o", "neuf/"]);
    assert!(bench.file("neuf/00001.xml").exists());
}

#[test]
fn a_pipe_is_written_into_and_stays() {
    let bench = bench();
    bench.write("bad.jsonl", corpus(2, 8) + "{\n");
    let fifo = bench.file("fifo");
    assert!(Command::new("mkfifo").arg(&fifo).status().expect("mkfifo starts").success());
    for target in [&["-o", "x.jsonl"][..], &[]] {
        let reader = Command::new("cat").arg(&fifo).stdout(Stdio::piped()).spawn().expect("cat starts");
        bench.ends(1, &[&["score", "bad.jsonl", "--rejects", "fifo"], target].concat());
        let listed = String::from_utf8(reader.wait_with_output().expect("it ends").stdout).expect("UTF-8");
        assert!(listed.starts_with("path,line,message\n") && listed.contains("bad.jsonl,3,"), "{listed}");
        assert!(fifo.metadata().expect("it is there").file_type().is_fifo());
    }
    assert!(!bench.file("fifo.part").exists());
}

#[test]
fn standard_output_has_many_names() {
    let bench = bench();
    let plain = bench.run(&["score", "c.jsonl"]).stdout;
    for name in ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
        let file = File::create(bench.file("out")).expect("a file");
        let status = bench.command(&["score", "c.jsonl", "-o", name]).stdout(file).stderr(Stdio::null()).status().expect("it starts");
        assert_eq!(status.code(), Some(0), "{name}");
        assert!(bench.read("out") == plain, "{name}");
        assert!(bench.run(&["merge", "s.jsonl", "-o", name]).stdout == bench.read("s.jsonl"), "{name}");
        assert!(!bench.file("-").exists());
    }
    let err = File::create(bench.file("err")).expect("a file");
    let status = bench
        .command(&["score", "c.jsonl", "--rejects", "/dev/stderr", "-q"])
        .stdout(Stdio::null())
        .stderr(err)
        .status()
        .expect("it starts");
    assert_eq!(status.code(), Some(0));
    assert_eq!(bench.read("err"), b"path,line,message\n");
    bench.ends(0, &["score", "c.jsonl", "-o", "./-"]);
    assert!(bench.read("-") == plain, "a file of that name is ./-");
}

#[test]
fn a_link_stays_and_what_it_points_to_is_written() {
    let bench = bench();
    let plain = bench.run(&["score", "c.jsonl"]).stdout;
    fs::create_dir(bench.file("far")).expect("a folder");
    bench.write("far/old.jsonl", "old");
    for (link, to) in [("old", "far/old.jsonl"), ("new", "far/new.jsonl"), ("over", "old")] {
        symlink(to, bench.file(link)).expect("a link");
        bench.ends(0, &["score", "c.jsonl", "-o", link, "--rejects", "r.csv"]);
        assert!(bench.file(link).symlink_metadata().expect("it is there").is_symlink(), "{link}");
        assert!(bench.read(to) == plain, "{link}");
    }
    symlink("far/joined.jsonl", bench.file("joined")).expect("a link");
    bench.ends(0, &["merge", "s.jsonl", "-o", "joined"]);
    assert!(
        bench.read("far/joined.jsonl") == bench.read("s.jsonl") && bench.file("joined").symlink_metadata().expect("there").is_symlink()
    );
    symlink("round", bench.file("round")).expect("a link to itself");
    refused(&bench, &["score", "c.jsonl", "-o", "round"], "écriture impossible");
}

#[test]
fn files_are_as_readable_as_the_user_wants_them() {
    let bench = bench();
    for (umask, mode) in [("077", 0o600), ("022", 0o644), ("027", 0o640)] {
        for args in ["score c.jsonl -o x.jsonl --rejects r.csv", "merge s.jsonl -o x.jsonl", "score c.jsonl --rejects r.csv"] {
            let script = format!("umask {umask}; exec \"$0\" {args}");
            let output = Command::new("bash").args(["-c", &script, env!("CARGO_BIN_EXE_cadrage")]).current_dir(bench.path()).output();
            assert_eq!(output.expect("bash starts").status.code(), Some(0), "{args}");
            for name in args.split(' ').filter(|word| ["x.jsonl", "r.csv"].contains(word)) {
                let is = bench.file(name).metadata().expect("it is there").permissions().mode() & 0o777;
                assert_eq!(is, mode, "umask {umask}: {args}");
                fs::remove_file(bench.file(name)).expect("it is there");
            }
        }
    }
}
