//! The command line as its users meet it: exit status, messages, formats, bad input.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

fn cadrage(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cadrage")).args(args).current_dir(folder).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn records(output: &Output) -> Vec<Value> {
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("a JSON line")).collect()
}

const ARTICLE: &str = "L'armée reprend Tarsène\n\nL’armée a repris la ville de Tarsène, a indiqué mardi «un officier». Les rebelles \
    n'ont pas quitté le port, où vivent 12\u{202f}000 habitants. Une source locale parle de trois frappes sur le quartier du marché.\n";

fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("presse")).expect("a folder");
    fs::write(folder.path().join("presse/a.txt"), ARTICLE).expect("a file");
    folder
}

#[test]
fn score_gives_the_shape_of_the_contract() {
    let folder = folder();
    let output = cadrage(&["score", "presse", "--with-text"], folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let record = &records(&output)[0];
    for key in [
        "schema",
        "id",
        "path",
        "digest",
        "outlet",
        "date",
        "title",
        "author",
        "url",
        "event",
        "genre",
        "chars",
        "tokens",
        "tokens_by_voice",
        "sentences",
        "lexicons",
        "zones",
        "hits",
        "roles",
        "quotes",
        "warnings",
        "text",
    ] {
        assert!(record.get(key).is_some(), "no {key}");
    }
    assert_eq!(record["schema"], "cadrage/score/1");
    assert_eq!(record["id"], "a.txt");
    assert_eq!(record["path"], "presse/a.txt");
    assert_eq!(record["text"], ARTICLE);
    assert_eq!(record["chars"], ARTICLE.chars().count());
    assert_eq!(record["title"], "L'armée reprend Tarsène");
    assert_eq!(record["roles"], serde_json::json!([]));
    let hits = record["hits"].as_array().expect("hits");
    assert!(hits.len() >= 4, "{hits:?}");
    let characters: Vec<char> = ARTICLE.chars().collect();
    for hit in hits {
        for key in ["lexicon", "axis", "pole", "marker", "start", "end", "text", "zone", "sentence", "negated", "voice", "source"] {
            assert!(hit.get(key).is_some(), "no {key} in {hit}");
        }
        let at = |key: &str| hit[key].as_u64().expect("an offset") as usize;
        let cut: String = characters[at("start")..at("end")].iter().collect();
        assert_eq!(hit["text"], cut, "offsets are code points");
        let sentence = &record["sentences"][at("sentence")];
        assert!(sentence[0].as_u64() <= hit["start"].as_u64() && hit["end"].as_u64() <= sentence[1].as_u64());
        assert!(hit["voice"].is_string(), "who says {hit}");
    }
}

#[test]
fn a_folder_that_shares_a_name_with_a_lexicon_is_none() {
    let folder = folder();
    let before = cadrage(&["score", "."], folder.path());
    for name in ["paroles", "conflit"] {
        std::fs::create_dir(folder.path().join(name)).expect("an empty folder");
    }
    assert_eq!(text(&cadrage(&["score", "."], folder.path()).stdout), text(&before.stdout));
    assert!(cadrage(&["score", ".", "--lexicon", "conflit"], folder.path()).status.success());
}

#[test]
fn csv_has_a_row_an_article_or_a_row_a_hit() {
    let folder = folder();
    let articles = cadrage(&["score", "presse", "--format", "csv"], folder.path());
    let mut rows = csv::Reader::from_reader(&*articles.stdout);
    let header = rows.headers().expect("a header").clone();
    let row = rows.records().next().expect("a row").expect("a sound row");
    let sum: u64 =
        header.iter().zip(row.iter()).filter(|(name, _)| name.contains('/')).map(|(_, n)| n.parse::<u64>().expect("a count")).sum();
    let json = cadrage(&["score", "presse"], folder.path());
    let hits = records(&json)[0]["hits"].as_array().expect("hits").len();
    assert_eq!(sum, hits as u64);
    let listed = cadrage(&["score", "presse", "--format", "hits-csv"], folder.path());
    let mut rows = csv::Reader::from_reader(&*listed.stdout);
    let sentence = rows.headers().expect("a header").iter().position(|name| name == "sentence").expect("a sentence column");
    let word = rows.headers().expect("a header").iter().position(|name| name == "text").expect("a text column");
    let rows: Vec<_> = rows.records().map(|row| row.expect("a sound row")).collect();
    assert_eq!(rows.len(), hits);
    assert!(rows.iter().all(|row| row[sentence].contains(&row[word])));
}

#[test]
fn a_bad_input_is_named_and_the_rest_goes_on() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("vide.txt"), "").expect("a file");
    fs::write(path.join("image.txt"), [0x89, b'P', b'N', b'G', 0, 1, 2, 0, 0]).expect("a file");
    fs::write(path.join("mal.jsonl"), "{\"text\": \"Les rebelles avancent.\"}\n{\"text\": \n").expect("a file");
    let output = cadrage(&["score", "presse", "vide.txt", "image.txt", "mal.jsonl", "absent.txt", "--rejects", "refus.csv"], path);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(records(&output).len(), 2);
    let errors = text(&output.stderr);
    for name in ["vide.txt", "image.txt", "mal.jsonl", "absent.txt"] {
        assert!(errors.contains(name), "{name} is not named:\n{errors}");
    }
    let refused = fs::read_to_string(path.join("refus.csv")).expect("the list of refusals");
    assert_eq!(refused.lines().count(), 5, "{refused}");
    assert!(refused.contains("mal.jsonl,2,"), "the line is named:\n{refused}");
    let english = cadrage(&["score", "vide.txt", "--lang", "en"], path);
    assert_eq!(english.status.code(), Some(2));
    assert!(text(&english.stderr).contains("0 articles read"), "{}", text(&english.stderr));
}

#[test]
fn nothing_done_ends_with_status_2_and_writes_nothing() {
    let folder = folder();
    let path = folder.path();
    fs::create_dir(path.join("desert")).expect("a folder");
    for args in [
        &["score", "desert", "-o", "x.jsonl"][..],
        &["score", "absent", "-o", "x.jsonl"],
        &["report", "desert", "-o", "x.html"],
        &["score", "presse", "--lexicon", "inconnu", "-o", "x.jsonl"],
        &["score", "presse", "-o", "pas/la/x.jsonl"],
        &["score"],
        &["chanter"],
        &["score", "presse", "--format", "xml"],
        &[],
    ] {
        let output = cadrage(args, path);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", text(&output.stderr));
        assert!(!output.stderr.is_empty(), "{args:?} says why");
        assert!(!path.join("x.jsonl").exists() && !path.join("x.html").exists(), "{args:?} left a file");
    }
    let left: Vec<_> = fs::read_dir(path).expect("the folder").filter_map(Result::ok).map(|e| e.file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with(".cadrage")), "{left:?}");
}

#[test]
fn standard_input_and_files_give_the_same_measure() {
    let folder = folder();
    let mut child = Command::new(env!("CARGO_BIN_EXE_cadrage"))
        .args(["score", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(ARTICLE.as_bytes()).expect("it is read");
    let piped = records(&child.wait_with_output().expect("it ends"));
    let read = records(&cadrage(&["score", "presse"], folder.path()));
    assert_eq!(piped[0]["hits"], read[0]["hits"]);
    assert_eq!(piped[0]["digest"], read[0]["digest"]);
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = folder();
    let many: String =
        (0..3000).map(|n| format!("{{\"id\":\"{n}\",\"text\":\"Les rebelles ont repris la ville de Tarsène.\"}}\n")).collect();
    fs::write(folder.path().join("many.jsonl"), many).expect("a file");
    let mut child = Command::new(env!("CARGO_BIN_EXE_cadrage"))
        .args(["score", "many.jsonl"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn the_same_bytes_for_any_number_of_threads() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/corpus");
    let score = |threads: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_cadrage"))
            .args(["score", "examples/corpus"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .expect("the program starts");
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        output.stdout
    };
    assert!(corpus.is_dir());
    let one = score("1");
    assert!(one == score("2") && one == score("7"), "the order or the content depends on threads");
}

#[test]
fn every_command_explains_itself_in_both_languages() {
    let folder = folder();
    for command in [&["--help"][..], &["score", "--help"], &["report", "--help"], &["lexicon", "--help"], &["lexicon", "check", "--help"]] {
        let french = cadrage(command, folder.path());
        let english = cadrage(&[command, &["--lang", "en"]].concat(), folder.path());
        assert_eq!(french.status.code(), Some(0));
        assert_eq!(english.status.code(), Some(0));
        assert!(text(&french.stdout).contains("Affiche cette aide"), "{command:?}");
        assert!(text(&english.stdout).contains("Print this help"), "{command:?}");
    }
}

#[test]
fn wrong_usage_points_to_the_help_of_its_command() {
    let folder = folder();
    for (args, help) in [
        (&["score", "presse", "--chanter"][..], "Aide : cadrage score --help"),
        (&["lexicon", "new", "--chanter"], "Aide : cadrage lexicon new --help"),
        (&["fiche", "presse", "--chanter"], "Aide : cadrage worksheet --help"),
        (&["chanter"], "Aide : cadrage --help"),
    ] {
        let said = text(&cadrage(args, folder.path()).stderr);
        assert!(said.contains(help), "{args:?}: {said}");
    }
}

#[test]
fn lexicon_list_show_and_check_know_every_lexicon() {
    let folder = folder();
    let list = text(&cadrage(&["lexicon", "list"], folder.path()).stdout);
    for name in cadrage::lexicon::load::names() {
        assert!(list.contains(name));
        let show = cadrage(&["lexicon", "show", name], folder.path());
        assert_eq!(show.status.code(), Some(0));
        assert!(text(&show.stdout).contains("sha256"));
    }
    let check = cadrage(&["lexicon", "check"], folder.path());
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stderr));
}

#[test]
fn lexicon_check_on_a_folder_finds_what_is_wrong() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path();
    fs::write(path.join("lexicon.toml"), "id='x'\nversion='1'\nlicence='CC0'\ntitle={fr='x',en='x'}\ndescription={fr='x',en='x'}\n")
        .expect("a file");
    fs::write(
        path.join("axe.toml"),
        "axis='a'\ntitle={fr='x',en='x'}\nquestion={fr='x',en='x'}\n[[pole]]\nid='p'\nword={fr='x',en='x'}\n[[marker]]\nname='m'\npole='p'\nmatch=['ville']\nhits=['Un [port].']\nmisses=['Rien.']\n",
    )
    .expect("a file");
    let output = cadrage(&["lexicon", "check", "."], path);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("axe.toml:11"), "{}", text(&output.stderr));
}

const WAR: &str = "La guerre au Mali\n\nLes combats durent à Gao, dans le nord du Mali. L'aviation sénégalaise a bombardé un camp. Selon Paris, le Togo \
    soutient ces groupes.\n";

#[test]
fn roles_are_a_table_to_read_or_rows_to_count() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("a.txt"), WAR).expect("a file");
    let table = cadrage(&["roles", "a.txt"], folder.path());
    assert_eq!(table.status.code(), Some(0), "{}", text(&table.stderr));
    let shown = text(&table.stdout);
    assert!(
        shown.lines().any(|line| line.contains("Sénégal") && line.contains("prend part aux combats") && line.contains("1/1")),
        "{shown}"
    );
    let rows = cadrage(&["roles", "a.txt", "--format", "csv", "--lang", "en"], folder.path());
    let mut reader = csv::Reader::from_reader(&*rows.stdout);
    let header = reader.headers().expect("a header").clone();
    let column = |name: &str| header.iter().position(|h| h == name).expect("a column");
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a sound row")).collect();
    let told: Vec<(&str, &str, &str)> =
        rows.iter().map(|row| (&row[column("actor")], &row[column("role")], &row[column("voice")])).collect();
    assert_eq!(told, [("senegal", "combat", "outlet"), ("togo", "soutien", "indirect")]);
    let record = &records(&cadrage(&["score", "a.txt"], folder.path()))[0];
    assert_eq!(record["roles"].as_array().map(Vec::len), Some(2));
    let empty = cadrage(&["roles", "absent.txt"], folder.path());
    assert_eq!(empty.status.code(), Some(2));
}
