//! Hostile files: each is named with its line and a remedy, and the rest goes on.

use crate::files::{Files, docx, gzip, messages, zip, zstd};
use cadrage::corpus::Reason;
use std::process::Command;

const GOOD: &[u8] = "Le pont a tenu, malgré la crue.".as_bytes();

/// One refusal, beside a good file that is read.
fn refused_beside_good(name: &str, bytes: &[u8]) -> String {
    let files = Files::new(&[(name, bytes), ("z/bon.txt", GOOD)]);
    let (read, messages) = files.refused("");
    assert_eq!((read, messages.len()), (1, 1), "{name}: {messages:?}");
    assert!(messages[0].contains(name), "{messages:?}");
    messages[0].clone()
}

#[test]
fn files_that_hold_no_text_are_named() {
    for (name, bytes, why) in [
        ("vide.txt", &b""[..], "vide"),
        ("vide.zip", b"", "abîmé"),
        ("vide.csv.gz", b"", "vide"),
        ("binaire.txt", &[0x89, b'P', b'N', b'G', 0, 1, 2, 3, 0, 0], "pas du texte"),
        ("faux.docx", b"Ceci n'est pas un document Word.", "abîmé"),
        ("faux.gz.txt.gz", b"Ceci n'est pas du gzip.", "abîmé"),
        ("faux.txt.zst", b"Ceci n'est pas du zstd.", "abîmé"),
        ("vieux.doc", b"x", "« .doc »"),
        ("scan.pdf", b"%PDF", "« .pdf »"),
        ("autre.xml", b"<racine><a>Rien.</a></racine>", "TEI"),
        ("casse.xml", b"<TEI>\n<text><p>Rien.</text></TEI>", "ligne 2"),
        ("nul.txt", b"Une ligne.\nUn nul \0 ici.", "ligne 2"),
        ("nul.csv", b"titre,texte\nPont,Il tient\0.\n", "ligne 2"),
    ] {
        let message = refused_beside_good(name, bytes);
        assert!(message.contains(why), "{message}");
    }
    let cut = &gzip(&GOOD.repeat(5000))[..100];
    assert!(refused_beside_good("coupe.txt.gz", cut).contains("abîmé"));
}

#[test]
fn invalid_utf8_in_the_middle_costs_its_characters_alone() {
    let mut bytes = "L'été, déjà passé, où l'été finit. ".repeat(3).into_bytes();
    bytes.extend(b"\xff\xfe");
    bytes.extend("Après, plus rien.".as_bytes());
    let article = Files::new(&[("a.txt", &bytes)]).articles("a.txt").remove(0);
    assert!(article.text.contains("L'été, déjà") && article.text.contains('\u{fffd}'), "{}", article.text);
    assert_eq!(article.warnings.len(), 1);
}

#[test]
fn a_line_of_fifty_megabytes_is_no_article() {
    let long = "pont ".repeat(10 << 20);
    assert!(refused_beside_good("a.txt", long.as_bytes()).contains("====="));
    let json = format!("{{\"texte\": \"Un.\"}}\n{{\"texte\": \"{long}\"}}\n{{\"texte\": \"Trois.\"}}\n");
    let (read, messages) = Files::new(&[("a.jsonl", json.as_bytes())]).refused("a.jsonl");
    assert_eq!(read, 2, "the lines around it are read");
    assert!(messages[0].contains("ligne 2"), "{messages:?}");
    let table = format!("titre,texte\nUn,Un.\nDeux,{long}\n");
    let (read, messages) = Files::new(&[("a.csv", table.as_bytes())]).refused("a.csv");
    assert_eq!((read, messages.len()), (1, 1));
    assert!(messages[0].contains("ligne 3"), "{messages:?}");
}

#[test]
fn a_quotation_mark_that_never_closes_is_named_by_its_line() {
    let head = "titre,texte\nUn,\"Le pont, dit-on,\ntient.\"\nDeux,\"Il \"\"tient\"\".\"\n";
    let small = format!("{head}Trois,\"Il ferme.\nQuatre,Rien.\n");
    let (articles, rejected) = Files::new(&[("a.csv", small.as_bytes())]).read("a.csv");
    assert_eq!((articles.len(), rejected.len()), (3, 1), "{:?}", messages(&rejected));
    assert_eq!((rejected[0].line, &rejected[0].reason), (Some(5), &Reason::UnclosedQuote));
    let row = format!("Quatre,{}\n", "Rien ne change dans la vallée. ".repeat(40));
    let large = format!("{head}Trois,\"Il ferme.\n{}", row.repeat(40_000));
    let (articles, rejected) = Files::new(&[("a.csv", large.as_bytes())]).read("a.csv");
    assert_eq!((articles.len(), rejected.len()), (40_002, 1), "what it swallowed is read, over 32 MB too");
    assert_eq!((rejected[0].line, &rejected[0].reason), (Some(5), &Reason::UnclosedQuote));
}

#[test]
fn archives_inside_archives_end_somewhere() {
    let mut archive = zip(&[("a.txt", GOOD)]);
    for _ in 0..9 {
        archive = zip(&[("b.zip", &archive)]);
    }
    let message = refused_beside_good("a.zip", &archive);
    assert!(message.contains("a.zip/b.zip/b.zip/b.zip/b.zip :") && message.contains("plus de 4 archives"), "{message}");
}

#[test]
fn bombs_are_given_up() {
    let zeros = vec![b' '; 300 << 20];
    assert!(refused_beside_good("a.txt.gz", &gzip(&zeros)).contains("se déploie"));
    let bomb = zip(&[("a.txt", &zeros), ("b.txt", GOOD)]);
    assert!(refused_beside_good("a.zip", &bomb).contains("a.zip/a.txt : cette archive se déploie"));
    assert!(refused_beside_good("a.jsonl.zst", &zstd(&zeros)).contains("se déploie"));
    let document = docx(&" ".repeat(300 << 20), None);
    assert!(refused_beside_good("a.docx", &document).contains("se déploie"));
}

#[test]
fn deep_pages_are_refused_and_honest_ones_are_read() {
    let body = format!("<p>{}</p>", "Le pont a tenu, malgré la crue, et chacun s'en félicite dans la vallée. ".repeat(8));
    for deep in ["<div>", "<b>", "<span><p>", "<div/>"] {
        let page = format!("<html><body><article>{}{body}</article></body></html>", deep.repeat(100_000));
        assert!(refused_beside_good("a.html", page.as_bytes()).contains("emboîtés"), "{deep}");
    }
    let script = format!("<script>{}</script><!-- {} -->", "document.write('<div>');".repeat(30_000), "<div>".repeat(30_000));
    let honest =
        [script, "<svg><path d='M0'/><path d='M1'/></svg>".repeat(12_000), "<embed src='x'><track><base><br/><IMG src='a'>".repeat(12_000)];
    for noise in honest {
        let page =
            format!("<html><head><title>Le pont</title></head><body><article><h1>Le pont</h1>{body}{body}</article>{noise}</body></html>");
        let article = Files::new(&[("a.html", page.as_bytes())]).articles("a.html").remove(0);
        assert!(article.text.contains("malgré la crue"), "{:.80}", noise);
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_back_or_nowhere_are_named() {
    use std::os::unix::fs::symlink;
    let files = Files::new(&[("a/bon.txt", GOOD)]);
    symlink(files.path(), files.path().join("a/boucle")).expect("a link");
    symlink("absent.txt", files.path().join("a/mort.txt")).expect("a link");
    let (read, messages) = files.refused("");
    assert_eq!((read, messages.len()), (1, 2), "{messages:?}");
    assert!(messages[0].contains("boucle : ce lien renvoie au dossier"), "{messages:?}");
    assert!(messages[1].contains("mort.txt : ce lien renvoie à un fichier"), "{messages:?}");
}

#[cfg(unix)]
#[test]
fn unreadable_files_are_named_and_pipes_are_not_waited_for() {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    let files = Files::new(&[("ferme.txt", GOOD), ("bon.txt", GOOD)]);
    let path = files.path().join("ferme.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("permissions");
    assert!(Command::new("mkfifo").arg(files.path().join("tube.txt")).status().expect("mkfifo").success());
    let (read, messages) = files.refused("");
    if fs::read(&path).is_ok() {
        eprintln!("skipped: this user may read everything");
        assert_eq!(read, 2);
    } else {
        assert_eq!((read, messages.len()), (1, 1), "{messages:?}");
        assert!(messages[0].contains("ferme.txt") && messages[0].contains("droits"), "{messages:?}");
    }
}

#[test]
fn the_second_article_with_an_id_is_named_by_its_line() {
    let files = Files::new(&[("a.jsonl", "{\"id\": 1, \"texte\": \"Un.\"}\n\n{\"id\": 1, \"texte\": \"Deux.\"}\n".as_bytes())]);
    let (_, rejected) = files.read("a.jsonl");
    assert_eq!((rejected.len(), rejected[0].line), (1, Some(3)), "{:?}", messages(&rejected));
}

#[test]
fn refusals_are_listed_and_the_status_tells_of_them() {
    let files = Files::new(&[("p/bon.txt", GOOD), ("p/vide.txt", b""), ("p/mal.csv", b"titre,texte\nUn,\"Il ferme.\n")]);
    let run = |args: &[&str]| Command::new(env!("CARGO_BIN_EXE_cadrage")).args(args).current_dir(files.path()).output().expect("it starts");
    let output = run(&["score", "p", "--rejects", "refus.csv"]);
    assert_eq!(output.status.code(), Some(1));
    let listed = std::fs::read_to_string(files.path().join("refus.csv")).expect("a list");
    assert!(listed.contains("vide.txt") && listed.contains("mal.csv,2,"), "{listed}");
    assert_eq!(run(&["score", "p/vide.txt"]).status.code(), Some(2));
}

#[test]
fn many_files_are_walked_without_being_held() {
    let files = Files::new(&[]);
    for folder in 0..20 {
        for file in 0..100 {
            files.add(&format!("{folder:02}/{file:03}.txt"), GOOD);
        }
    }
    let path = files.path().to_owned();
    let mut outcomes = cadrage::corpus::read(std::slice::from_ref(&path));
    assert!(outcomes.next().is_some_and(|first| first.is_ok()));
    // Folders not yet come to are not yet listed: what vanishes there is not missed.
    std::fs::remove_dir_all(path.join("19")).expect("a folder goes");
    let rest: Vec<_> = outcomes.collect();
    let good = rest.iter().filter(|one| one.is_ok()).count();
    assert_eq!(good, 1899);
}
