//! What the report, the summary and the messages say: each sentence is true of the numbers that stand beside it.

use std::process::{Command, Output};
use std::sync::LazyLock;

fn cadrage(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cadrage")).args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("the program starts")
}

/// What a command writes into a file of this name.
fn written(command: &[&str], name: &str) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    let output = cadrage(&[command, &["-o", path.to_str().expect("a path")]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read_to_string(path).expect("a file")
}

/// The report of the sample corpus, made once.
fn report(lang: &str) -> &'static str {
    static FRENCH: LazyLock<String> = LazyLock::new(|| written(&["report", "examples/corpus", "--lang", "fr"], "rapport.html"));
    static ENGLISH: LazyLock<String> = LazyLock::new(|| written(&["report", "examples/corpus", "--lang", "en"], "rapport.html"));
    if lang == "fr" { &FRENCH } else { &ENGLISH }
}

/// What a command that fails says.
fn refused(args: &[&str]) -> String {
    let output = cadrage(args);
    assert!(!output.status.success(), "{args:?}");
    String::from_utf8(output.stderr).expect("text")
}

/// The part of a page between two strings.
fn part<'p>(page: &'p str, open: &str, close: &str) -> &'p str {
    let from = page.find(open).unwrap_or_else(|| panic!("{open}"));
    page[from..].split(close).next().unwrap_or_default()
}

#[test]
fn the_essential_counts_every_contrast_that_differs() {
    let page = report("fr");
    let essential = part(page, "<section id=\"essentiel\">", "<section id=\"comparer\">");
    let unnamed = part(essential, "sans que deux d'entre eux se détachent", "</p>");
    let alike = part(essential, "Comparés, sans différence établie", "</p>");
    assert!(unnamed.contains("#contraste=liberer-reprendre") && !alike.contains("#contraste=liberer-reprendre"));
    let (said, unnamed) = (essential.matches("<section class=\"finding\">").count(), unnamed.matches("<a ").count());
    let compared = said + unnamed + alike.matches("<a ").count();
    let sentence = format!("Sur {compared}\u{a0}groupes de mots comparés, {} où ces médias diffèrent", said + unnamed);
    assert!(essential.contains(&sentence), "{sentence}");
    assert!(essential.contains("la différence atteint 10 points") && essential.contains("Les barres, elles, les suivent"));
}

#[test]
fn names_are_elided() {
    let page = report("fr");
    assert!(page.contains("plus souvent qu'Ostara Info") && !page.contains("que Ostara Info"));
}

#[test]
fn weighed_shares_say_so_wherever_they_stand() {
    for (lang, worth, why) in [
        ("fr", "une fois partagés les textes repris", "un texte repris par plusieurs articles compte une seule fois"),
        ("en", "once shared texts are divided", "a text that several articles share counts only once"),
    ] {
        let page = report(lang);
        assert!(page.contains(worth), "beside the base of the report");
        assert!(part(page, "<section id=\"essentiel\">", "<section id=\"comparer\">").contains(why), "in short");
        let compared = String::from_utf8(cadrage(&["compare", "examples/corpus", "--lang", lang]).stdout).expect("text");
        assert!(compared.contains(worth), "in the terminal");
    }
}

#[test]
fn what_was_read_and_what_is_compared_are_told_apart() {
    let page = report("fr");
    let read = part(page, "<h3 id=\"lu\">", "<details");
    assert!(read.contains("48\u{a0}articles lus, 44 comparés"));
    assert_eq!(read.matches("1\u{a0}texte d'opinion mis de côté").count(), 4);
    assert!(read.contains("6 février 2024 – 10 septembre 2024") && !read.contains("2024-02-06"));
}

#[test]
fn the_chart_of_roles_says_that_it_counts_all_voices() {
    let page = report("fr");
    let roles = part(page, "<section id=\"roles\">", "</svg>");
    assert!(roles.contains("toutes les voix") && !roles.contains("mots de l'article lui-même"));
}

#[test]
fn filters_offer_only_what_is_compared() {
    // The script makes the choices; a browser test tries them out.
    let page = report("fr");
    assert!(page.contains("DATA.articles.filter((article) => article.g !== null)") && page.contains("\"outside\":\"hors filtre\""));
    assert!(page.matches("data-basis").count() > 10);
}

#[test]
fn outlets_stand_in_the_order_of_the_alphabet() {
    let outlets = ["Ouest-Éclair", "Île-de-France Soir", "L'Écho"];
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut manifest = "path,outlet\n".to_owned();
    for n in 0..14 {
        let text = format!("Des nouvelles du front\n\nL'armée a repris la ville numéro {n}. Les rebelles ont fui le quartier.\n");
        std::fs::write(folder.path().join(format!("{n}.txt")), text).expect("a file");
        manifest += &format!("{n}.txt,{}\n", outlets[n % 3]);
    }
    std::fs::write(folder.path().join("manifest.csv"), manifest).expect("a file");
    let page = written(&["report", folder.path().to_str().expect("a path")], "rapport.html");
    let order: Vec<usize> = ["Île-de-France Soir", "L'Écho", "Ouest-Éclair"].map(|name| page.find(name).expect(name)).to_vec();
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn a_single_article_is_not_spoken_of_as_many() {
    let page = written(&["report", "examples/corpus/ostara-info/01-valdrec.txt"], "rapport.html");
    for plural in ["Avec 1 articles", "ces articles", "1 articles", "articles eux-mêmes"] {
        assert!(!page.split("<script id=\"data\"").next().unwrap_or_default().contains(plural), "{plural}");
    }
    assert!(page.contains("Avec un seul article") && page.contains("Un seul article : rien à comparer"));
}

#[test]
fn an_article_without_any_word_says_so_at_the_top() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("roses.txt");
    std::fs::write(&path, "Le marché aux fleurs\n\nLa fleuriste vend des roses tous les samedis. Les clients aiment son sourire.\n")
        .expect("a file");
    let path = path.to_str().expect("a path");
    let page = written(&["report", path], "rapport.html");
    assert!(part(&page, "<header>", "</header>").contains("Aucun mot des lexiques n'a été trouvé ici."));
    assert!(!page.contains("id=\"filtres\"") && !page.contains("id=\"corrections\"") && !page.contains("class=\"observations\""));
    let said = refused(&["chart", "roles", path, "-o", concat!(env!("CARGO_TARGET_TMPDIR"), "/none.svg")]);
    assert!(said.contains("ne donne de rôle à un acteur étranger"), "{said}");
}

#[test]
fn distinguishing_words_pass_the_test_and_their_numbers_are_explained() {
    let words = part(report("fr"), "<section id=\"mots\">", "<section id=\"explorer\">");
    assert!(words.contains(">Score</th>") && words.contains("<dt>DP</dt>") && words.contains("<dt>z</dt>") && !words.contains(">Rang<"));
    let rows = words.split("<tr>").filter(|row| row.contains("#cle-"));
    let q = |row: &str| row.rsplit("<td class=\"number\">").next().and_then(|cell| cell.split('<').next()).map(|q| q.replace(',', "."));
    let values: Vec<f64> = rows.filter_map(q).filter_map(|q| q.parse().ok()).collect();
    assert!(values.len() > 5 && values.iter().all(|q| *q <= 0.05), "{values:?}");
}

#[test]
fn pictures_describe_and_refusals_are_said_once() {
    let page = report("fr");
    assert!(!page.contains("plus souvent ensemble qu'attendu") && page.contains("Ce n'est pas un test"));
    assert_eq!(page.matches("Pas de carte").count(), 1);
    assert!(page.contains("plus proches entre eux que de La") && !page.contains("attendu 1,5,"));
}

#[test]
fn a_chart_that_cannot_be_drawn_says_why() {
    let map = refused(&["chart", "map", "examples/corpus", "-o", concat!(env!("CARGO_TARGET_TMPDIR"), "/none.svg")]);
    assert!(map.contains("il en faut 5") && !map.contains("plus de 12"), "{map}");
    let known = refused(&[
        "chart",
        "timeline",
        "examples/corpus",
        "--subject",
        "territoire",
        "-o",
        concat!(env!("CARGO_TARGET_TMPDIR"), "/none.svg"),
    ]);
    assert!(known.contains("aucune période n'a assez d'articles"), "{known}");
    let unknown =
        refused(&["chart", "shares", "examples/corpus", "--subject", "foo", "-o", concat!(env!("CARGO_TARGET_TMPDIR"), "/none.svg")]);
    assert!(unknown.contains("--subject foo : nom inconnu"), "{unknown}");
}

#[test]
fn a_missing_folder_is_named_and_nothing_else() {
    let article = "examples/corpus/ostara-info/01-valdrec.txt";
    let said = refused(&["report", article, "-o", "/nonexist/x.html"]);
    assert!(said.contains("le dossier /nonexist n'existe pas") && !said.contains(".cadrage-"), "{said}");
    let said = refused(&["report", article, "--lang", "en", "-o", "/nonexist/x.html"]);
    assert!(said.contains("the folder /nonexist does not exist"), "{said}");
}

#[test]
fn a_concordance_is_headed_in_words() {
    let page = written(&["concordance", "--axis", "territoire", "examples/corpus/ostara-info", "--format", "html"], "c.html");
    assert!(page.contains("<h1>Concordance : sujet «\u{a0}Un lieu change de mains\u{a0}»</h1>"));
    assert!(!page.contains("--axis") && !page.contains("2024-02-06"));
}

#[test]
fn the_key_of_the_worksheet_says_on_what_the_tool_was_checked() {
    let page = written(&["worksheet", "examples/corpus"], "fiche.html");
    assert!(
        !page.contains("les mêmes articles\u{a0}»")
            && !page.contains("qui ont lu les mêmes articles")
            && !page.contains("d'articles différents racontent")
    );
}
