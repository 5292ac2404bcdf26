//! What a folder holds beside what is read: named with the remedy, or passed over because it is plainly no article.

use crate::files::{Files, messages, zip};
use cadrage::corpus::Reason;

const GOOD: &[u8] = "Le pont a tenu, malgré la crue.".as_bytes();

#[test]
fn what_may_hold_an_article_is_read_or_named() {
    for name in ["a.text", "a.md", "a.MD", "a.text.gz"] {
        let bytes = if name.ends_with("gz") { crate::files::gzip(GOOD) } else { GOOD.to_vec() };
        assert_eq!(Files::new(&[(name, &bytes)]).articles("").len(), 1, "{name}");
    }
    assert_eq!(Files::new(&[("a.jl", b"{\"texte\": \"Un.\"}\n{\"texte\": \"Deux.\"}\n")]).articles("").len(), 2);
    for (name, remedy) in [
        ("p.jsonl.xz", "Décompressez"),
        ("p.jsonl.bz2", "Décompressez"),
        ("p.jsonl.lz4", "Décompressez"),
        ("p.tar", ".zip"),
        ("p.tar.gz", "« .tar.gz »"),
        ("p.tgz", ".zip"),
        ("p.7z", ".zip"),
        ("p1.gz", "nom.jsonl.gz"),
        ("données.zst", "nom.csv.zst"),
        ("p.2017.gz", "nom.txt.gz"),
        ("article", "sans extension"),
        ("scan.pdf", "« .pdf »"),
        ("vieux.doc", "« .doc »"),
        ("p.json5", "« .json5 »"),
    ] {
        let inside = zip(&[(name, b"x"), ("bon.txt", GOOD)]);
        for files in [Files::new(&[(name, b"x"), ("bon.txt", GOOD)]), Files::new(&[("a.zip", &inside)])] {
            let (read, messages) = files.refused("");
            assert_eq!((read, messages.len()), (1, 1), "{name}: {messages:?}");
            assert!(messages[0].contains(name) && messages[0].contains(remedy), "{messages:?}");
        }
    }
}

#[test]
fn what_plainly_holds_no_article_is_passed_over() {
    let names = [
        "photo.JPG",
        "logo.svg",
        "son.mp3",
        "style.css",
        "script.js",
        "outil.py",
        ".DS_Store",
        "~$note.docx",
        "note.txt~",
        "README",
        "README.md",
        "LICENSE",
        "plan.toml",
        "scores.parquet",
        "scores.jsonl.part",
        "scores.jsonl.journal",
        "style.css.gz",
        "page_fichiers/saved_resource",
        "page_files/bundle.js.download",
    ];
    let files = Files::new(&[("bon.txt", GOOD)]);
    for name in names {
        files.add(name, b"x");
    }
    assert_eq!(files.articles("").len(), 1);
}

#[cfg(unix)]
#[test]
fn closed_folders_and_manifests_are_told_for_what_they_are() {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{PermissionsExt, symlink};
    let files = Files::new(&[("bon.txt", GOOD), ("autre.txt", GOOD), ("ferme/a.txt", GOOD)]);
    assert!(files.refused("bon.txt/a.txt").1[0].contains("n'existe pas"));
    symlink("soi", files.path().join("soi")).expect("a link");
    let (read, said) = files.refused("soi");
    assert!(read == 0 && said[0].contains("ce lien"), "{said:?}");
    fs::remove_file(files.path().join("soi")).expect("the link goes");
    fs::set_permissions(files.path().join("ferme"), Permissions::from_mode(0o000)).expect("permissions");
    if fs::read_dir(files.path().join("ferme")).is_err() {
        for input in ["ferme/a.txt", ""] {
            let (_, messages) = files.refused(input);
            assert!(messages.len() == 1 && messages[0].contains("droits"), "{messages:?}");
        }
    }
    fs::set_permissions(files.path().join("ferme"), Permissions::from_mode(0o755)).expect("permissions");
    symlink("manifest.csv", files.path().join("manifest.csv")).expect("a link");
    let inputs = ["bon.txt", "autre.txt"].map(|name| files.path().join(name));
    let (articles, rejected): (Vec<_>, Vec<_>) = cadrage::corpus::read(&inputs).partition(Result::is_ok);
    let rejected: Vec<_> = rejected.into_iter().filter_map(Result::err).collect();
    assert_eq!((articles.len(), rejected.len()), (2, 1), "said once: {:?}", messages(&rejected));
    assert!(rejected[0].path.ends_with("manifest.csv"));
}

#[test]
fn a_manifest_with_a_broken_row_keeps_the_others() {
    let manifest = "file,outlet,date\na.txt,La Gazette\nb.txt,Le Fanal, le soir,2017\nc.txt,\"Le Phare,\nd.txt,Le Quai,2017-11-09\n";
    let files = Files::new(&[("manifest.csv", manifest.as_bytes()), ("a.txt", GOOD), ("b.txt", GOOD), ("c.txt", GOOD), ("d.txt", GOOD)]);
    let (articles, rejected) = files.read("");
    let outlets: Vec<Option<&str>> = articles.iter().map(|article| article.meta.outlet.as_deref()).collect();
    assert_eq!(outlets, [Some("La Gazette"), None, None, Some("Le Quai")]);
    let reasons: Vec<_> = rejected.iter().map(|one| (one.line, &one.reason)).collect();
    assert_eq!(reasons, [(Some(3), &Reason::TooManyCells { found: 4, expected: 3 }), (Some(4), &Reason::UnclosedQuote)]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_manifest_that_cannot_be_read_breaks_off() {
    let files = Files::new(&[("bon.txt", GOOD)]);
    std::os::unix::fs::symlink("/proc/self/mem", files.path().join("manifest.csv")).expect("a link");
    for input in ["", "bon.txt"] {
        let (_, rejected) = files.read(input);
        assert!(matches!(rejected[0].reason, Reason::BrokenOff { .. }), "{:?}", messages(&rejected));
    }
}

#[test]
fn large_texts_are_read_part_by_part() {
    let part = |n: usize| format!("Titre : Pont {n}\n\n{}\n=====\n", "Le pont a tenu, malgré la crue. ".repeat(1000));
    let text: String = (0..200).map(part).collect();
    let files = Files::new(&[("a.txt", text.as_bytes()), ("b.txt.gz", &crate::files::gzip(text.as_bytes()))]);
    let articles = files.articles("");
    assert_eq!(articles.len(), 400);
    assert_eq!((&*articles[199].id, articles[199].meta.title.as_deref()), ("a.txt#200", Some("Pont 199")));
    assert!(files.read("a.txt").0 == articles[..200]);
}
