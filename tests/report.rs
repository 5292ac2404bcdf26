//! The report: every number opens what it counts, and the page's own words are clean.

mod own_words;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

fn page(inputs: &[&str], lang: &str) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("rapport.html");
    let output = Command::new(env!("CARGO_BIN_EXE_cadrage"))
        .arg("report")
        .args(inputs)
        .args(["--lang", lang, "-o"])
        .arg(&path)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program starts");
    assert!(output.status.code() == Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read_to_string(path).expect("the page")
}

fn sample(lang: &str) -> String {
    page(&["examples/corpus"], lang)
}

/// The parts of `page` between two strings, in order.
fn between<'p>(page: &'p str, open: &str, close: &str) -> Vec<&'p str> {
    page.split(open).skip(1).map(|part| part.split(close).next().unwrap_or_default()).collect()
}

/// The blocks of passages: `a0-3-1`, `c1-0-2-direct`, `r4-1`, `q1-2`, `o2-1-own`, `o-role0-1-told`.
fn is_block(id: &str) -> bool {
    id.contains('-')
        && (id.starts_with("o-")
            || id.starts_with("avec-") && id != "avec-qui"
            || id.starts_with("cle-")
            || id.get(1..2).is_some_and(|c| c.as_bytes()[0].is_ascii_digit()) && id.starts_with(['a', 'c', 'r', 'o', 'q']))
}

#[test]
fn every_number_opens_as_many_marked_passages_as_it_says() {
    opens_what_it_says(&sample("fr"));
    let of = |name: &str| format!("examples/corpus/ostara-info/{name}");
    opens_what_it_says(&page(&[&of("01-valdrec.txt"), &of("05-mirkov.txt"), &of("02-sorvane.txt")], "fr"));
}

fn opens_what_it_says(page: &str) {
    let mut said: BTreeMap<&str, usize> = BTreeMap::new();
    for link in between(page, "<a href=\"#", "</a>") {
        let (id, number) = link.split_once("\">").expect("a link");
        if is_block(id) {
            said.insert(id, number.parse().expect("a number"));
        }
    }
    assert!(said.len() > 20, "the tables have numbers");
    let mut shown = 0;
    for block in between(page, "<details class=\"evidence\" id=\"", "</details>") {
        let id = block.split('"').next().expect("an id");
        let marks = block.matches("<mark").count();
        let number = said.remove(id).unwrap_or_else(|| panic!("no number leads to {id}"));
        assert!(marks == number || block.contains("ne sont pas affichées"), "{id} says {number} and marks {marks}");
        shown += 1;
    }
    assert!(said.is_empty(), "numbers without passages: {said:?}");
    assert!(shown > 20);
}

#[test]
fn the_page_stands_alone() {
    for lang in ["fr", "en"] {
        let page = sample(lang);
        assert!(!page.contains("<link") && !page.contains(" src=") && !page.contains("@import"), "loads something");
        assert!(!page.contains("http://") || page.matches("http://").count() == page.matches("http://www.w3.org").count());
        assert!(page.len() < 3_000_000, "{} bytes", page.len());
        assert!(page.contains(&format!("<html lang=\"{lang}\"")));
    }
}

#[test]
fn the_same_articles_give_the_same_page() {
    assert!(sample("fr") == sample("fr"));
}

#[test]
fn a_corpus_is_compared_by_outlet_and_a_handful_by_article() {
    let corpus = sample("fr");
    assert!(corpus.contains("4\u{a0}médias, 48\u{a0}articles"));
    let few = page(&["examples/corpus/ostara-info/01-valdrec.txt", "examples/corpus/ostara-info/05-mirkov.txt"], "fr");
    assert!(few.contains("2\u{a0}articles côte à côte"));
    for outlet in ["Le Courrier de Valbrune", "Fréquence Boréale", "La Vigie du Soir", "Ostara Info"] {
        assert!(corpus.contains(&format!("<th scope=\"row\">{outlet}</th>")), "{outlet}");
    }
}

/// The page's own sentences: no style, script, charts, rows or passages of articles.
fn own_words(page: &str) -> String {
    // Rows first: they hold details of their own.
    let without = [
        ("<tbody", "</tbody>"),
        ("<style", "</style>"),
        ("<script", "</script>"),
        ("<svg", "</svg>"),
        ("<ol", "</ol>"),
        ("<details", "</details>"),
        ("<cite", "</cite>"),
    ];
    own_words::plain(page, &without)
}

#[test]
fn our_own_sentences_contain_no_marker_outside_guillemets() {
    let words = own_words(&sample("fr"));
    assert!(words.contains("Ce qui a été lu") && words.contains("L'essentiel"), "our sentences were kept");
    let found = own_words::with_markers(&words);
    assert!(found.is_empty(), "our own words use markers:\n{}", found.join("\n"));
}

/// A score of one article of the sample.
fn score(article: &str) -> serde_json::Value {
    let output = Command::new(env!("CARGO_BIN_EXE_cadrage"))
        .args(["score", article])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program starts");
    serde_json::from_slice(&output.stdout).expect("one record")
}

#[test]
fn corrections_change_the_counts_and_stale_ones_are_named() {
    let article = "examples/corpus/frequence-boreale/09-doukhara-liberee.html";
    let record = score(article);
    let hits = record["hits"].as_array().expect("hits");
    let own: Vec<_> = hits.iter().filter(|hit| hit["pole"] == "liberation" && hit["voice"] == "outlet").collect();
    assert!(own.len() > 1, "the sample article uses the word twice");
    let correction = |hit: &serde_json::Value, digest: &serde_json::Value, change: &str| {
        serde_json::json!({"digest": digest, "article": record["id"], "start": hit["start"], "end": hit["end"],
            "lexicon": hit["lexicon"], "marker": hit["marker"], "text": hit["text"], "change": change})
    };
    let list = serde_json::json!({"schema": "cadrage/corrections/1", "corrections": [
        correction(own[0], &record["digest"], "strike"),
        correction(own[1], &record["digest"], "indirect"),
        correction(own[0], &"another text".into(), "strike"),
    ]});
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (list_file, page_file) = (folder.path().join("corrections.json"), folder.path().join("rapport.html"));
    let report = |list: String, lang: &str| {
        std::fs::write(&list_file, list).expect("the list");
        Command::new(env!("CARGO_BIN_EXE_cadrage"))
            .args(["report", article, "--lang", lang, "--corrections"])
            .arg(&list_file)
            .arg("-o")
            .arg(&page_file)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("the program starts")
    };
    let said = |page: &str| -> usize {
        let key = pole_key(page);
        let cell = page.split("data-cell=\"a").skip(1).find(|cell| cell.starts_with(&key)).expect("the cell");
        let number = cell.split("</").next().and_then(|cell| cell.rsplit('>').next());
        number.and_then(|number| number.parse().ok()).expect("a number")
    };
    let before = said(&page(&[article], "fr"));
    let output = report(list.to_string(), "fr");
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{stderr}");
    assert!(stderr.contains("correction sans objet"), "{stderr}");
    let corrected = std::fs::read_to_string(&page_file).expect("the page");
    assert_eq!(said(&corrected) + 2, before);
    assert!(plain(&corrected).contains("2 corrections sont déjà comptées ici"));
    // What is no such list is refused with its line, in both languages.
    for (lang, word) in [("fr", "ligne 1"), ("en", "line 1")] {
        let output = report("{\"schema\": \"cadrage/corrections/1\", \"corrections\": [{}]}".into(), lang);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains(word));
    }
}

/// The key of « libérer » among the cells, without its first letter: `4-3-1`.
fn pole_key(page: &str) -> String {
    let data =
        page.split("<script id=\"data\" type=\"application/json\">").nth(1).and_then(|s| s.split("</script>").next()).expect("the data");
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    let poles = data["poles"].as_array().expect("poles");
    let key = poles.iter().find(|pole| pole[1] == "libérer").and_then(|pole| pole[0].as_str()).expect("the pole");
    format!("{}-1\"", &key[1..])
}

#[test]
fn two_hundred_articles_make_a_light_page() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut articles = 0;
    // The sample four times and a bit, each copy with a line of its own.
    for copy in 0..5 {
        for outlet in ["courrier-de-valbrune", "frequence-boreale", "ostara-info", "vigie-du-soir"] {
            let into = folder.path().join(outlet);
            std::fs::create_dir_all(&into).expect("a folder");
            for entry in std::fs::read_dir(format!("{}/examples/corpus/{outlet}", env!("CARGO_MANIFEST_DIR"))).expect("the sample") {
                let path = entry.expect("an entry").path();
                if articles == 200 || path.extension().is_none_or(|e| e != "txt" && e != "html") {
                    continue;
                }
                let text = std::fs::read_to_string(&path).expect("an article");
                let name = path.file_name().expect("a name").to_string_lossy();
                std::fs::write(into.join(format!("{copy}-{name}")), format!("{text}\n\nVariante numéro {copy}.\n")).expect("a copy");
                articles += 1;
            }
        }
    }
    assert_eq!(articles, 200);
    let page = page(&[&folder.path().display().to_string()], "fr");
    assert!(page.len() <= 3_000_000, "{} bytes", page.len());
    assert!(page.contains("ne sont pas affichées"), "what is left out is said");
    assert_eq!(page.matches("<details class=\"reading\"").count(), 200);
}

#[test]
fn the_five_shared_pages_say_what_the_annotators_found() {
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    if !articles.is_dir() {
        eprintln!("skipped: no ../shared/articles beside the repository");
        return;
    }
    let page = page(&["../shared/articles"], "fr");
    let text = plain(&page);
    for statement in [
        // Four in the articles' own voice, eight of somebody else.
        "« terroriste » : 12 fois, dont 4 par les articles eux-mêmes",
        "4 fois, l'article l'écrit lui-même (articles 1, 3 et 4)",
        "8 fois, il rapporte les mots de quelqu'un d'autre",
        "« libérer » : 9 fois, dont 3 par les articles eux-mêmes",
        "3 fois, l'article l'écrit lui-même (articles 4 et 5) : « dernier, après la libération de Palmyre et de l'ouest » (4)",
        "6 fois, il rapporte les mots de quelqu'un d'autre : Syrie, 6 fois : « Damas », « un communiqué de l'armée », « Les autorités militaires », « une source militaire » (par Sana), « l'agence de presse SANA ».",
        "Russie : « apporte son appui », 4 fois par l'article lui-même (articles 2, 4 et 5)",
        "États-Unis : « apporte son appui », 2 fois par l'article lui-même (article 2)",
        "« présence ou aide jugée illégitime », 1 fois par l'article lui-même (article 3, dans un intertitre : « L’aide US à «Daech» »), 6 fois selon ceux qu'il cite (article 3 : « une source », « cette source », « La Russie »)",
        "2 articles sur le même moment (articles 1 et 2)",
        "5 articles ne sont pas 5 médias",
        "RT en français : articles 4 et 5",
        "ni tendance, ni carte, ni mots typiques",
    ] {
        assert!(text.contains(statement), "the page does not say: {statement}");
    }
    // Each article has its card and its sentence on the same thing.
    assert_eq!(page.matches("<article class=\"card\"").count(), 5);
    assert_eq!(page.matches("<article class=\"side\"").count(), 5);
    opens_what_it_says(&page);
}

/// What a reader sees of a page, with plain spaces.
fn plain(page: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in page.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            '\u{a0}' if !inside => text.push(' '),
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"")
}
