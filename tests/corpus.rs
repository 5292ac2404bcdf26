//! Readers: what comes out of each kind of file, and what is said of files that cannot be read.

use cadrage::corpus::{Article, Genre, Rejected, Warning, read};
use cadrage::lang::Lang;
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

struct Files(TempDir);

impl Files {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (name, bytes) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
            fs::write(path, bytes).expect("it is written");
        }
        Self(folder)
    }

    fn read(&self, input: &str) -> (Vec<Article>, Vec<Rejected>) {
        let path: PathBuf = if input.is_empty() { self.0.path().into() } else { self.0.path().join(input) };
        let mut articles = Vec::new();
        let mut rejected = Vec::new();
        for outcome in read(&[path]) {
            match outcome {
                Ok(article) => articles.push(article),
                Err(one) => rejected.push(one),
            }
        }
        (articles, rejected)
    }

    fn article(&self, input: &str) -> Article {
        let (mut articles, rejected) = self.read(input);
        assert!(
            rejected.is_empty() && articles.len() == 1,
            "{} articles, {:?}",
            articles.len(),
            rejected.iter().map(|r| r.message(Lang::Fr)).collect::<Vec<_>>()
        );
        articles.remove(0)
    }
}

#[test]
fn a_text_is_kept_as_read() {
    let text = "\u{feff}Un titre\r\n\r\nL’été, cafe\u{301}, «\u{a0}œuf\u{a0}»\u{ad}.\r\n";
    let files = Files::new(&[("a.txt", text.as_bytes())]);
    assert_eq!(files.article("a.txt").text, text.trim_start_matches('\u{feff}'), "only the byte order mark goes");
    assert_eq!(files.article("a.txt").id, "a.txt");
}

#[test]
fn other_encodings_are_noticed() {
    let files = Files::new(&[
        ("latin.txt", b"L'\xe9t\xe9 \x96 \xab no\xebl \xbb, le c\x9cur"),
        ("utf16.txt", &"\u{feff}L'été revient".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()),
    ]);
    let latin = files.article("latin.txt");
    assert_eq!(latin.text, "L'été – « noël », le cœur");
    assert!(latin.warnings.iter().any(|w| matches!(w, Warning::Decoded { .. })));
    assert_eq!(files.article("utf16.txt").text, "L'été revient");
}

#[test]
fn a_manifest_tells_what_files_do_not() {
    let files = Files::new(&[
        ("manifest.csv", "file,outlet,date,author,event,genre\na.txt,La Gazette,9 novembre 2017,Anne Roux,pont,opinion\nfond/b.txt,Le Fanal,2017-11-10,,,\nabsent.txt,X,,,,\n".as_bytes()),
        ("a.txt", b"Un texte sur le pont."),
        ("fond/b.txt", b"Un autre texte sur le pont."),
        ("fond/c.txt", b"Un texte sans mention."),
        ("image.png", &[0x89, b'P', b'N', b'G']),
    ]);
    let (articles, rejected) = files.read("");
    let names: Vec<&str> = articles.iter().map(|a| &*a.id).collect();
    assert_eq!(names, ["a.txt", "fond/b.txt", "fond/c.txt"], "sorted, other files passed over");
    let meta = &articles[0].meta;
    assert_eq!((meta.outlet.as_deref(), meta.date.as_deref(), meta.genre), (Some("La Gazette"), Some("2017-11-09"), Some(Genre::Opinion)));
    assert_eq!(articles[1].meta.outlet.as_deref(), Some("Le Fanal"));
    assert_eq!(articles[2].meta.outlet.as_deref(), Some("fond"), "else the folder names the outlet");
    assert_eq!(rejected.len(), 1);
    assert!(rejected[0].message(Lang::Fr).contains("absent.txt") && rejected[0].line == Some(4), "{}", rejected[0].message(Lang::Fr));
}

#[test]
fn tables_are_read_with_their_usual_columns() {
    let cases: &[(&str, &str)] = &[
        ("a.csv", "id,titre,texte,média,date\n7,Le pont,\"Il tient, dit-on.\",La Gazette,09/11/2017\n"),
        ("b.csv", "id;title;text;source;date\n7;Le pont;Il tient, dit-on.;La Gazette;2017-11-09\n"),
        ("c.tsv", "id\ttitre\tcontenu\tjournal\tdate\n7\tLe pont\tIl tient, dit-on.\tLa Gazette\t2017-11-09T10:00:00Z\n"),
        (
            "d.jsonl",
            "{\"id\": 7, \"titre\": \"Le pont\", \"texte\": \"Il tient, dit-on.\", \"media\": \"La Gazette\", \"date\": \"2017-11-09\"}\n",
        ),
    ];
    for (name, text) in cases {
        let article = Files::new(&[(name, text.as_bytes())]).article(name);
        assert_eq!(article.text, "Le pont\n\nIl tient, dit-on.", "{name}");
        assert_eq!(
            (&*article.id, article.meta.outlet.as_deref(), article.meta.date.as_deref()),
            ("7", Some("La Gazette"), Some("2017-11-09")),
            "{name}"
        );
    }
    let opened = Files::new(&[("e.csv", b"titre,texte\nLe pont,Le pont tient.\n")]).article("e.csv");
    assert_eq!(opened.text, "Le pont tient.", "a title that opens the body is not put before it again");
    assert_eq!(opened.id, "e.csv#1");
}

#[test]
fn a_saved_page_gives_its_article_and_what_its_head_says() {
    let paragraph = "<p>Le conseil de la vallée a adopté mardi le plan de sauvegarde du <a href='#'>vieux pont</a>, après trois heures de débat, et chacun s'en félicite.</p>";
    let page = format!(
        "<!doctype html><html lang=fr><head><meta charset=utf-8><title>Le pont sera sauvé - La Gazette</title><meta property='og:title' content='Le pont sera sauvé'><meta property='og:site_name' content='La Gazette'><meta property='article:published_time' content='2017-11-09T10:00:00+01:00'></head><body><nav><ul><li><a href='/'>Accueil</a></li></ul></nav><article><h1>Le pont sera sauvé</h1><figure><img src='x.jpg'><figcaption>Le pont, en mai. © Untel</figcaption></figure>{}</article><footer>Nous utilisons des cookies.</footer></body></html>",
        paragraph.repeat(5)
    );
    let article = Files::new(&[("page.html", page.as_bytes())]).article("page.html");
    assert_eq!(article.meta.title.as_deref(), Some("Le pont sera sauvé"));
    assert_eq!((article.meta.outlet.as_deref(), article.meta.date.as_deref()), (Some("La Gazette"), Some("2017-11-09")));
    assert!(article.text.starts_with("Le pont sera sauvé\n"), "{}", article.text);
    assert_eq!(article.text.matches("sauvegarde du vieux pont, après").count(), 5, "a link does not break its paragraph: {}", article.text);
    assert!(!article.text.contains("Accueil"), "{}", article.text);
}

#[test]
fn what_cannot_be_used_is_named_with_its_place() {
    let files = Files::new(&[
        ("vide.txt", b""),
        ("blanc.txt", b" \n\n"),
        ("binaire.txt", &[0, 159, 146, 150, 0, 1, 2, 3]),
        ("mal.jsonl", b"{\"text\": \"Bien.\"}\n{\"text\": 3\n{\"titre\": \"sans texte\"}\n"),
        ("sans.csv", b"titre,auteur\nLe pont,Anne\n"),
        ("deux.csv", b"id,texte\n1,Un.\n1,Deux.\n"),
        ("son.mp3", b"xx"),
    ]);
    let cases: &[(&str, usize, usize, &[Option<u64>])] = &[
        ("vide.txt", 0, 1, &[None]),
        ("blanc.txt", 0, 1, &[None]),
        ("binaire.txt", 0, 1, &[None]),
        ("mal.jsonl", 1, 2, &[Some(2), Some(3)]),
        ("sans.csv", 0, 1, &[None]),
        ("deux.csv", 1, 1, &[Some(3)]),
        ("son.mp3", 0, 1, &[None]),
        ("absent.txt", 0, 1, &[None]),
    ];
    for (name, good, bad, lines) in cases {
        let (articles, rejected) = files.read(name);
        let messages: Vec<String> = rejected.iter().map(|r| r.message(Lang::Fr)).collect();
        assert_eq!((articles.len(), rejected.len()), (*good, *bad), "{name}: {messages:?}");
        for (one, line) in rejected.iter().zip(*lines) {
            assert_eq!(one.line, *line, "{name}: {messages:?}");
            for lang in [Lang::Fr, Lang::En] {
                assert!(one.message(lang).contains(name) && one.message(lang).len() > name.len() + 20, "{}", one.message(lang));
            }
        }
    }
}

#[test]
fn folders_are_walked_in_sorted_order_whatever_their_depth() {
    let files = Files::new(&[("b/2.txt", b"Deux."), ("b/10.txt", b"Dix."), ("a.txt", b"Un."), ("c/d/e.txt", b"Cinq.")]);
    let ids: Vec<String> = files.read("").0.into_iter().map(|a| a.id).collect();
    let mut sorted = ids.clone();
    sorted.sort();
    assert_eq!(ids, sorted);
    assert_eq!(ids.len(), 4);
    let (articles, _) = files.read("c");
    assert_eq!(articles[0].meta.outlet.as_deref(), Some("d"));
    assert!(Path::new(&articles[0].path).ends_with("c/d/e.txt"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn readers_take_any_bytes(
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        text in "([a-zé,;\"\n\t{}:<>/=' ]{0,200}|(<p>|</p>|<div|\"|,|;|\n|\\{|\\}|texte|é){0,80})",
    ) {
        for name in ["a.txt", "a.html", "a.csv", "a.tsv", "a.jsonl"] {
            for content in [&bytes[..], text.as_bytes()] {
                let files = Files::new(&[(name, content)]);
                let (articles, rejected) = files.read(name);
                prop_assert!(articles.len() + rejected.len() > 0 || !content.is_empty());
                for article in articles {
                    prop_assert!(!article.text.trim().is_empty());
                    prop_assert!(article.marked.iter().all(|(_, span)| article.text.get(span.start..span.end).is_some()));
                }
            }
        }
    }
}
