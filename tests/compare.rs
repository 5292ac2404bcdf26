//! `cadrage compare` and `cadrage events`: what can be said, what is refused, and faults of plans.

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn cadrage(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cadrage")).args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("the program starts")
}

fn out(args: &[&str]) -> String {
    let output = cadrage(args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&out(&[args, &["--format", "json"]].concat())).expect("JSON")
}

fn case<'c>(comparison: &'c Value, contrast: &str) -> &'c Value {
    comparison["contrasts"].as_array().expect("contrasts").iter().find(|c| c["contrast"] == contrast).expect("the contrast")
}

#[test]
fn the_sample_says_what_it_can() {
    let comparison = json(&["compare", "examples/corpus"]);
    assert_eq!((&comparison["articles"], &comparison["other_genres_left_out"]), (&44.into(), &4.into()));
    assert_eq!(comparison["copies"].as_array().map(Vec::len), Some(3));
    let regime = case(&comparison, "regime-gouvernement");
    assert_eq!((&regime["test"]["verdict"], &regime["test"]["design"]), (&"tested".into(), &"within_events".into()));
    assert!(regime["test"]["p"].as_f64() < Some(0.01) && regime["test"]["smallest_p"].as_f64() <= regime["test"]["p"].as_f64());
    assert!(!regime["findings"].as_array().expect("findings").is_empty() && regime["robustness"].as_array().expect("rows").len() >= 6);
    for row in regime["robustness"].as_array().expect("rows") {
        assert_eq!(row["findings"].as_array().map(Vec::len), regime["findings"].as_array().map(Vec::len));
    }
    assert!(
        regime["robustness"].as_array().expect("rows").iter().any(|row| row["view"].as_str().is_some_and(|v| v.starts_with("par racines")))
    );
    // With copies as found the same is studied again.
    assert_eq!(
        (&regime["copies_otherwise"]["copies"], &regime["copies_otherwise"]["test"]["verdict"]),
        (&"as-found".into(), &"tested".into())
    );
    assert_eq!((&regime["primary"], &regime["exploratory"]), (&false.into(), &true.into()));
    // Three articles of one outlet: a share, no interval.
    let name = case(&comparison, "nom-ei");
    for group in name["groups"].as_array().expect("groups") {
        assert!(group["articles_with_choice"].as_u64() < Some(8));
        assert!(group["sides"].as_array().expect("sides").iter().all(|s| s["share"]["interval"].is_null()));
    }
}

#[test]
fn every_number_in_words_has_its_n() {
    let text = out(&["compare", "examples/corpus"]);
    assert!(text.contains("Exploratoire") && text.contains("non validé") && text.contains("textes d'opinion"));
    for line in text.lines().filter(|l| l.trim_start().starts_with('→')) {
        assert_eq!(line.matches("articles)").count(), 2, "{line}");
        assert!(line.contains("corrigé"), "{line}");
    }
    let english = out(&["compare", "examples/corpus", "--lang", "en"]);
    assert!(english.contains("not validated") && english.contains("Exploratory") && !english.contains(" articles dans "));
}

#[test]
fn score_files_and_any_number_of_threads_give_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let scores = folder.path().join("scores.jsonl");
    let scores = scores.to_str().expect("a path");
    out(&["score", "examples/corpus", "--with-text", "-o", scores]);
    let from_articles = out(&["compare", "examples/corpus", "--format", "json"]);
    assert!(from_articles == out(&["compare", scores, "--format", "json"]));
    let one_thread = Command::new(env!("CARGO_BIN_EXE_cadrage"))
        .args(["compare", "examples/corpus", "--format", "json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .expect("the program starts");
    assert!(from_articles.as_bytes() == one_thread.stdout);
    // Without texts the counts are the same, and copies were not looked for.
    out(&["score", "examples/corpus", "-o", scores]);
    let bare = json(&["compare", scores]);
    assert!(bare["copies"].is_null() && bare["cautions"].as_array().expect("cautions").iter().any(|c| c["id"] == "no_text"));
    let report = folder.path().join("rapport.html");
    out(&["report", scores, "-o", report.to_str().expect("a path")]);
    assert!(fs::read_to_string(report).expect("the page").contains("texte absent du relevé"));
    // A broken line is named, the rest goes on.
    let text = fs::read_to_string(scores).expect("scores");
    fs::write(scores, format!("{text}{{\"schema\":\"cadrage/score/1\"}}\n")).expect("written");
    let output = cadrage(&["compare", scores, "--format", "csv"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("scores.jsonl, ligne 49"), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn few_articles_are_refused_and_still_shown() {
    let text =
        out(&["compare", "examples/corpus/ostara-info/01-valdrec.txt", "examples/corpus/vigie-du-soir/05-mirkov.txt", "--by", "article"]);
    // Counts and sentences, no percentages.
    assert!(!text.contains('%') && text.lines().any(|line| line.contains("«\u{a0}rebelle\u{a0}» : ")), "{text}");
    assert!(text.contains("Pas assez d'articles pour comparer") && text.contains("pas d'intervalle : 1\u{a0}article, il en faut 8"));
    assert!(!text.contains('→'));
}

#[test]
fn events_that_were_corrected_are_used() {
    let folder = tempfile::tempdir().expect("a folder");
    let table = folder.path().join("evenements.csv");
    let path = table.to_str().expect("a path");
    out(&["events", "examples/corpus", "-o", path]);
    let text = fs::read_to_string(&table).expect("a table");
    assert_eq!(text.lines().count(), 49);
    let by_event = json(&["compare", "examples/corpus", "--events", path, "--by", "event"]);
    assert_eq!(case(&by_event, "nom-ei")["groups"].as_array().map(Vec::len), Some(12));
    fs::write(&table, "article,event\nx,y\n").expect("written");
    let output = cadrage(&["compare", "examples/corpus", "--events", path]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("« id »"));
}

#[test]
fn a_difference_that_turns_round_within_events_is_no_finding() {
    // Within each of eight events the Phare chooses the word more often; over all articles the Cap does, because it writes more on the events in which everybody does.
    let places = ["Valdrec", "Sorvane", "Tarsene", "Orlinka", "Mirkov", "Doukhara", "Amel", "Kassara"];
    let mut table = String::from("text,outlet,event\n");
    for (at, place) in places.iter().enumerate() {
        let counts = if at < 4 { [("Le Phare", 1, 4), ("Le Cap", 0, 1)] } else { [("Le Phare", 1, 0), ("Le Cap", 4, 1)] };
        for (outlet, one, other) in counts {
            let text = "Les terroristes fuient. ".repeat(one) + &"Les djihadistes fuient. ".repeat(other);
            table += &format!("{text}{place} attend {outlet}.,{outlet},{place}\n");
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("articles.csv");
    fs::write(&path, table).expect("written");
    let plan = folder.path().join("plan.toml");
    fs::write(&plan, "contrasts = [\"terroriste-djihadiste\"]\ncopies = \"as-found\"\n").expect("written");
    let asked = ["compare", path.to_str().expect("a path"), "--plan", plan.to_str().expect("a path")];
    let comparison = json(&asked);
    let studied = case(&comparison, "terroriste-djihadiste");
    assert!(studied["test"]["design"] == "within_events" && studied["test"]["p"].as_f64() < Some(0.05), "{}", studied["test"]);
    assert!(studied["pairs"][0]["difference"].as_f64().expect("a number").abs() > 0.3);
    assert_eq!(studied["findings"].as_array().map(Vec::len), Some(0));
    assert!(out(&asked).contains("à événement égal"));
}

#[test]
fn each_way_of_grouping_gives_its_groups() {
    let groups = |by: &str| {
        let comparison = json(&["compare", "examples/corpus", "--by", by]);
        assert_eq!(comparison["by"], by);
        case(&comparison, "nom-du-groupe")["groups"].as_array().expect("groups").iter().map(|g| g["group"].to_string()).collect::<Vec<_>>()
    };
    assert_eq!((groups("outlet").len(), groups("event").len(), groups("article").len()), (4, 12, 44));
    let months = groups("date");
    assert!(months.len() == 8 && months.contains(&"\"2024-05\"".into()), "{months:?}");
    assert!(groups("author").contains(&"\"Hélène Marsac\"".into()));
    // An author's articles are the witnesses of that author, not one cluster: two who sign nine and eight articles can be compared.
    let folder = tempfile::tempdir().expect("a folder");
    let places = ["Valdrec", "Sorvane", "Tarsene", "Orlinka", "Mirkov", "Doukhara", "Amel", "Kassara", "Brenne"];
    let mut table = String::from("text,author,outlet\n");
    for (author, word, n) in [("Ana Brel", "terroristes", 9), ("Luc Dorne", "djihadistes", 8)] {
        places[..n].iter().for_each(|place| table += &format!("Les {word} quittent {place}.,{author},Le Phare\n"));
    }
    let path = folder.path().join("articles.csv");
    fs::write(&path, table).expect("written");
    let comparison = json(&["compare", path.to_str().expect("a path"), "--by", "author"]);
    let pair = case(&comparison, "terroriste-djihadiste");
    assert_eq!(
        (&pair["groups"][0]["clusters"], &pair["groups"][1]["clusters"], &pair["test"]["verdict"]),
        (&9.into(), &8.into(), &"tested".into())
    );
    assert_eq!(pair["findings"].as_array().map(Vec::len), Some(1));
}

#[test]
fn passages_of_a_score_file_are_found_by_digest() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("a path").to_owned();
    fs::create_dir(path("articles")).expect("a folder");
    for (name, text) in
        [("un.txt", "Les rebelles ont quitté la ville."), ("deux.txt", "Les terroristes ont quitté la ville. Le maire est resté.")]
    {
        fs::write(folder.path().join("articles").join(name), text).expect("written");
    }
    out(&["score", &path("articles"), "-o", &path("scores.jsonl")]);
    out(&["report", &path("scores.jsonl"), "--articles", &path("articles"), "-o", &path("avec.html")]);
    out(&["report", &path("articles"), "-o", &path("direct.html")]);
    let page = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a page");
    assert!(page("avec.html") == page("direct.html"), "texts found by digest give the same page");
    let whole = json(&["compare", &path("scores.jsonl"), "--articles", &path("articles")]);
    assert!(whole["copies"].is_array());
    // One text has changed, one is gone: each is named, the rest goes on.
    fs::write(folder.path().join("articles/un.txt"), "Les insurgés ont quitté la ville.").expect("written");
    fs::remove_file(folder.path().join("articles/deux.txt")).expect("removed");
    let output = cadrage(&["report", &path("scores.jsonl"), "--articles", &path("articles"), "-o", &path("sans.html")]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("« un.txt » a changé") && said.contains("« deux.txt »"), "{said}");
    assert!(page("sans.html").contains("texte absent du relevé"));
    let output = cadrage(&["events", &path("scores.jsonl")]);
    assert!(output.status.code() == Some(2) && String::from_utf8_lossy(&output.stderr).contains("--articles"));
}

#[test]
fn opinion_is_left_out_of_the_report_too_unless_there_is_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("a path").to_owned();
    let write = |name: &str, genres: [&str; 2]| {
        let rows = [("Les rebelles avancent vers le port.", genres[0]), ("Les mercenaires pillent le port.", genres[1])];
        let rows: String = rows.iter().map(|(text, genre)| format!("{text},Le Phare,{genre}\n")).collect();
        fs::write(folder.path().join(name), format!("text,outlet,genre\n{rows}")).expect("written");
        out(&["report", &path(name), "-o", &path("page.html")]);
        fs::read_to_string(folder.path().join("page.html")).expect("a page")
    };
    let page = write("deux.csv", ["info", "opinion"]);
    assert!(page.contains("1 texte d'opinion est laissé de côté") && page.contains("<mark class=\"outlet\">rebelles"));
    assert!(!page.contains("<mark class=\"outlet\">mercenaires"));
    assert!(write("opinions.csv", ["opinion", "opinion"]).contains("<mark class=\"outlet\">mercenaires"));
}

#[test]
fn the_plan_stands_in_every_output() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("a path").to_owned();
    fs::write(
        folder.path().join("plan.toml"),
        "contrasts = [\"regime-gouvernement\"]\noutlets = [\"La Vigie du Soir\", \"Ostara Info\", \"Vigie\"]\n",
    )
    .expect("written");
    let plan = path("plan.toml");
    let compare = |format: &str| out(&["compare", "examples/corpus", "--plan", &plan, "--format", format]);
    let comparison: Value = serde_json::from_str(&compare("json")).expect("JSON");
    let digest = comparison["plan"].as_str().expect("a digest").to_owned();
    out(&["report", "examples/corpus", "--plan", &plan, "-o", &path("page.html")]);
    let page = fs::read_to_string(path("page.html")).expect("a page");
    let (text, table) = (compare("text"), compare("csv"));
    assert!(text.contains(&digest) && page.contains(&digest));
    assert!(table.lines().skip(1).all(|line| line.ends_with(&digest)));
    // What the plan names is primary, everything else exploratory.
    for line in table.lines().skip(1) {
        let is_named = line.contains(",regime-gouvernement,");
        assert_eq!(line.split(',').nth(1), Some(if is_named { "primary" } else { "exploratory" }), "{line}");
    }
    let titles: Vec<&str> = text.lines().filter(|line| line.starts_with('«')).collect();
    assert!(titles.len() > 3 && titles.iter().all(|t| t.ends_with("(exploratoire)") != t.starts_with("«\u{a0}gouvernement")), "{titles:?}");
    // A name that no article bears is said.
    assert!(text.contains("Aucun article ne porte ce nom : Vigie") && !page.contains("Fréquence Boréale</th>"));
    let both = cadrage(&["compare", "examples/corpus", "--plan", &plan, "--voice", "all"]);
    assert_eq!(both.status.code(), Some(2));
}

#[test]
fn the_table_has_a_number_with_its_n_on_every_row() {
    let table = out(&["compare", "examples/corpus", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|h| h == name).expect("a column");
    let rows: Vec<csv::StringRecord> = reader.records().map(|r| r.expect("a row")).collect();
    for measure in ["test", "share", "difference", "log_odds_ratio", "log_odds_ratio_same_events", "rate_per_1000", "presence"] {
        assert!(rows.iter().any(|row| &row[0] == measure), "{measure}");
    }
    for row in rows.iter().filter(|row| matches!(&row[0], "share" | "rate_per_1000")) {
        let (value, low, why) = (&row[at("value")], &row[at("low")], &row[at("no_interval")]);
        assert!(row[at("n")].parse::<usize>().is_ok());
        assert!(value.is_empty() || low.is_empty() != why.is_empty(), "an interval or its refusal: {row:?}");
        assert!(low.is_empty() || row[at("n")].parse::<usize>().is_ok_and(|n| n >= 8), "{row:?}");
    }
    let as_found = rows.iter().filter(|row| &row[0] == "share" && &row[at("copies")] == "as-found");
    assert!(as_found.count() > 0, "copies counted once and as found");
}

fn planned(plan: &str, folder: &Path) -> Output {
    let path = folder.join("plan.toml");
    fs::write(&path, plan).expect("written");
    cadrage(&["compare", "examples/corpus", "--format", "json", "--plan", path.to_str().expect("a path")])
}

#[test]
fn a_plan_is_followed_and_its_faults_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let plan = "contrasts = [\"nom-du-groupe\"]\noutlets = [\"La Vigie du Soir\", \"Ostara Info\"]\nto = \"2024-06-30\"\ngenres = [\"info\", \"depeche\", \"opinion\"]\nseed = 7\n";
    let comparison: Value = serde_json::from_slice(&planned(plan, folder.path()).stdout).expect("JSON");
    assert_eq!((&comparison["articles"], &comparison["outside_plan"], &comparison["seed"]), (&18.into(), &30.into(), &7.into()));
    assert_eq!(comparison["plan"].as_str().map(str::len), Some(64));
    assert!(case(&comparison, "nom-du-groupe")["primary"] == true && case(&comparison, "nom-ei")["primary"] == false);
    for (plan, wanted) in [
        ("contrasts = [\n  \"inconnu\",\n]", "plan.toml:2 : contraste inconnu"),
        ("contrasts = []", "aucun contraste"),
        ("contrasts = [\"nom-ei\"]\nalpha = 0.7", "plan.toml:2 : alpha"),
        ("contrasts = [\"nom-ei\"]\nminimum_articles = 3", "plan.toml:2 : minimum_articles"),
        ("contrasts = [\"nom-ei\"]\nsmallest_difference = 0.01", "plan.toml:2 : smallest_difference"),
        ("contrasts = [\"nom-ei\"]\ncouleur = 1", "plan.toml:2 : plan illisible"),
        ("contrasts = [\"nom-ei\", \"nom-ei\", \"nom-ei\", \"nom-ei\", \"nom-ei\", \"nom-ei\", \"nom-ei\"]", "7 contrastes principaux"),
    ] {
        let output = planned(plan, folder.path());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains(wanted), "{plan}\n{said}");
    }
}
