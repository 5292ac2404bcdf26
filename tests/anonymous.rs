//! `--anonymous`: no name is left in anything that is shown, and nothing else changes.

use cadrage::corpus::{Article, Keep, Meta};
use cadrage::counts::{Instrument, Record};
use cadrage::lang::Lang;
use cadrage::lexicon::load;
use cadrage::masking::Masks;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/corpus");

fn instrument() -> Instrument {
    let lexicons = [load::default_lexicons().expect("they load"), load::auxiliary_lexicons().expect("they load")].concat();
    Instrument::new(lexicons, Lang::Fr).expect("they compile")
}

fn article(outlet: &str, author: &str, url: &str, text: &str) -> Article {
    let known = |value: &str| (!value.is_empty()).then(|| value.to_owned());
    Article {
        id: format!("{outlet}/{}", text.len()),
        path: format!("{outlet}.txt"),
        text: text.into(),
        meta: Meta { outlet: known(outlet), author: known(author), url: known(url), ..Meta::default() },
        marked: Vec::new(),
        keep: Keep::All,
        left_out: Vec::new(),
        warnings: Vec::new(),
    }
}

/// Invented outlets whose names are made as real ones are: an acronym with its language, a lone proper name, an article with a noun, a word of
/// the language, an article with a noun and a place.
fn press() -> Vec<Article> {
    vec![
        article(
            "QT en français",
            "Ana Velkov",
            "https://francais.qt.example/monde/1",
            "Qarnan Today a montré la ville. Les rebelles ont pris le port.",
        ),
        article("Cosmik", "Cosmik", "https://fr.cosmiknews.example/a", "Selon Cosmik, les terroristes ont quitté la ville."),
        article("Le Phare", "Jo Berg et Ida Lund", "", "Le Phare écrit que la ville est libérée."),
        article("Délivrance", "Rédaction", "", "Délivrance a interrogé des rebelles."),
        article("La Vigie du Soir", "Sam Orsel", "", "La Vigie a vu la ville. Par Sam Orsel."),
    ]
}

/// Every kind of mask by one letter: which letter an outlet has is no matter here.
fn plain(masked: &str) -> String {
    let mut out = masked.to_owned();
    for letter in 'A'..='Z' {
        out = out.replace(&format!("Média\u{a0}{letter}"), "M");
    }
    for number in (1..20).rev() {
        out = out.replace(&format!("Auteur\u{a0}{number}"), "P").replace(&format!("Rédaction\u{a0}{number}"), "R");
    }
    out
}

#[test]
fn names_are_masked_in_all_their_forms_and_words_of_the_language_are_not() {
    let instrument = instrument();
    let articles = press();
    let records: Vec<Record> = articles.iter().map(|a| instrument.score(a).into_owned()).collect();
    let pairs: Vec<_> = records.iter().zip(&articles).map(|(record, a)| (record, Some(&*a.text))).collect();
    let masks = Masks::new(&pairs, Lang::Fr);
    for (text, expected) in [
        ("QT en français a dit, et QT aussi.", "M a dit, et M aussi."),
        ("Russie : QT France et QTenfrancais, qtfrance, QT_en_français.", "Russie : M et M, M, M."),
        ("Un qt de trop, un QTA.", "Un qt de trop, un QTA."),
        ("La chaîne Qarnan Today, mais Quentin Tarbes.", "La chaîne M, mais Quentin Tarbes."),
        ("À Cosmik, sur Cosmik France, COSMIK ; cosmiknews, Cosmik-International.", "À M, sur M, M ; M, M."),
        ("Selon le Phare et Le Phare, le phare du port est éteint.", "Selon M et M, le phare du port est éteint."),
        (
            "Délivrance de la ville. Délivrance a lu, dans Délivrance, la délivrance.",
            "Délivrance de la ville. M a lu, dans M, la délivrance.",
        ),
        ("La Vigie du Soir ; la Vigie ; de la vigie ; lavigiedusoir", "M ; M ; de la vigie ; M"),
        ("Ana Velkov, A. Velkov, ANA VELKOV, Mme Velkov, Iva Velkov", "P, P, P, Mme P, Iva Velkov"),
        ("Ida Lund avec Jo Berg, la rédaction.", "P avec P, la rédaction."),
    ] {
        assert_eq!(plain(&masks.string(text)), expected, "{text}");
    }
}

#[test]
fn addresses_accounts_and_credits_go_and_every_place_is_still_right() {
    let instrument = instrument();
    let text = "Orsane libérée, selon Cosmik\n\nD'après Cosmik France (@cosmikfr), «les terroristes ont fui», lire https://fr.cosmiknews.example/a. \
        Selon la rédaction de Cosmik, les rebelles ont repris Orsane.\n© Ana Velkov/Cosmik\n";
    let mut articles = press();
    articles.push(article("Cosmik", "Ana Velkov", "https://fr.cosmiknews.example/b", text));
    let mut records: Vec<Record> = articles.iter().map(|a| instrument.score(a).into_owned()).collect();
    let pairs: Vec<_> = records.iter().zip(&articles).map(|(record, a)| (record, Some(&*a.text))).collect();
    let masks = Masks::new(&pairs, Lang::Fr);
    let mut record = records.pop().expect("the last");
    let before = record.clone();
    let mut shown = Some(text.to_owned());
    masks.apply(&mut record, &mut shown);
    let shown = shown.expect("a text");
    for name in ["osmik", "Velkov", "http", "@"] {
        assert!(!shown.contains(name), "{name} in {shown}");
    }
    let points: Vec<char> = shown.chars().collect();
    let cut = |start: usize, end: usize| points[start..end].iter().collect::<String>();
    assert_eq!(record.hits.len(), before.hits.len());
    assert!(before.hits.len() >= 4 && before.hits.iter().any(|hit| hit.source.is_some()));
    for (hit, was) in record.hits.iter().zip(&before.hits) {
        assert_eq!(cut(hit.start, hit.end), hit.text);
        assert_eq!((&hit.text, hit.voice), (&was.text, was.voice));
        if let Some(source) = &hit.source {
            assert_eq!(cut(source.start, source.end), source.text);
        }
        let (start, end) = record.sentences[hit.sentence];
        assert!(start <= hit.start && hit.end <= end);
    }
    assert_eq!(record.chars, points.len());
    assert!(record.url.is_none() && record.path == record.id && record.id.starts_with("texte-"));
    assert_eq!(record.tokens, before.tokens);
}

#[test]
fn letters_do_not_follow_the_alphabet() {
    let instrument = instrument();
    let mut orders = BTreeSet::new();
    for end in ["", " Puis rien.", " Et la suite.", " La fin."] {
        let mut articles = press();
        articles[0].text.push_str(end);
        let records: Vec<Record> = articles.iter().map(|a| instrument.score(a).into_owned()).collect();
        let masks = Masks::new(&records.iter().map(|r| (r, None)).collect::<Vec<_>>(), Lang::Fr);
        let key = masks.key();
        let order: Vec<String> = key.iter().filter(|row| row.kind == "outlet").map(|row| row.real.clone()).collect();
        assert_eq!(order.len(), 5);
        orders.insert(order);
    }
    assert!(orders.len() > 1, "one order for all corpora: {orders:?}");
}

/// Everything that names the outlets and authors of the sample corpus.
fn names() -> Vec<String> {
    let mut names: Vec<String> = [
        "La Vigie",
        "frequence-boreale",
        "vigie-du-soir",
        "ostara",
        "Ostara",
        "courrier-de-valbrune",
        ".example/",
        "manifest.csv",
        "Agence Meridia",
    ]
    .map(String::from)
    .into();
    let mut table = csv::Reader::from_path(Path::new(SAMPLE).join("manifest.csv")).expect("the manifest");
    for row in table.records().map(|row| row.expect("a row")) {
        names.extend([&row[0], &row[1]].map(str::to_owned));
        // "La rédaction" names nobody, in any corpus.
        names.extend(row[3].split(" et ").filter(|author| author.contains(' ') && !author.contains("édaction")).map(str::to_owned));
    }
    names.sort();
    names.dedup();
    names
}

fn run(args: &[&str], folder: &Path) {
    let output = Command::new(env!("CARGO_BIN_EXE_cadrage")).args(args).current_dir(folder).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn no_name_of_the_sample_is_left_on_a_page_a_chart_a_sheet_or_a_table() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path();
    run(&["report", SAMPLE, "--anonyme", "-o", "rapport.html", "--charts", "images"], path);
    run(&["fiche", SAMPLE, "--anonymous", "-o", "fiche.html"], path);
    run(&["chart", "shares", SAMPLE, "--anonymous", "-o", "parts.csv", "--cle", "qui.csv"], path);
    run(&["compare", SAMPLE, "--anonymous", "--format", "json", "-o", "tout.json"], path);
    run(&["compare", SAMPLE, "--anonymous", "-o", "tout.txt"], path);
    let names = names();
    assert!(names.len() > 60);
    let mut shown: Vec<_> = ["rapport.html", "fiche.html", "parts.csv", "tout.json", "tout.txt"].map(|name| path.join(name)).into();
    let images = fs::read_dir(path.join("images")).expect("the charts").map(|entry| entry.expect("an entry").path());
    shown.extend(images.filter(|image| image.extension().is_some_and(|ending| ending != "png")));
    for file in shown {
        let text = fs::read_to_string(&file).expect("a file");
        // Letters that stand for bytes of a font say nothing.
        let text: String = text
            .split("base64,")
            .enumerate()
            .map(|(at, part)| if at == 0 { part } else { part.split_once(')').map_or("", |(_, rest)| rest) })
            .collect();
        // Some pictures are of actors or of all outlets together.
        let is_picture = file.starts_with(path.join("images"));
        assert!(is_picture || text.contains("Média\u{a0}A") && text.contains("Média\u{a0}D"), "{}", file.display());
        for name in &names {
            if let Some(at) = text.find(name.as_str()) {
                let around: String =
                    text[..at].chars().rev().take(80).collect::<Vec<_>>().into_iter().rev().chain(text[at..].chars().take(80)).collect();
                panic!("{name} in {}: {around}", file.display());
            }
        }
    }
    for key in ["rapport-cle.csv", "fiche-cle.csv", "qui.csv", "tout-cle.csv"] {
        let key = fs::read_to_string(path.join(key)).expect("a key");
        for name in ["La Vigie du Soir", "Hélène Marsac", "vigie-du-soir/01-valdrec.txt"] {
            assert!(key.contains(name), "the key lacks {name}");
        }
    }
}

#[test]
fn masking_changes_no_number() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path();
    let rows = |file: &str| -> Vec<Vec<String>> {
        let mut table = csv::Reader::from_path(path.join(file)).expect("a table");
        let mut rows: Vec<Vec<String>> =
            table.records().map(|row| row.expect("a row").iter().skip(1).map(str::to_owned).collect()).collect();
        rows.sort();
        rows
    };
    for chart in ["shares", "rates", "roles"] {
        run(&["chart", chart, SAMPLE, "-o", "clair.csv"], path);
        run(&["chart", chart, SAMPLE, "-o", "masque.csv", "--anonymous"], path);
        assert_eq!(rows("clair.csv"), rows("masque.csv"), "{chart}");
    }
}

#[test]
fn the_shared_pages_name_nobody() {
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    if !articles.is_dir() {
        eprintln!("skipped: no ../shared/articles beside the repository");
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path();
    let articles = articles.display().to_string();
    run(&["report", &articles, "--anonymous", "-o", "rapport.html"], path);
    run(&["worksheet", &articles, "--anonymous", "-o", "fiche.html"], path);
    for file in ["rapport.html", "fiche.html"] {
        let page = fs::read_to_string(path.join(file)).expect("a page");
        let page = page.split_once("</style>").expect("a style").1;
        for name in ["putnik", "RT en", "(RT)", "RT France", "ussia Today", "rtfrance", "RTenfrancais", "rt.com", "3084cbe2f2a8a9da"] {
            assert!(!page.contains(name), "{name} in {file}");
        }
    }
}
