//! Keyness: every measure against SciPy and the R package textometry (`tests/oracle/keyness.py`), its laws, and the command.

use cadrage::counts::words::{Key, LONGEST, Met, Words};
use cadrage::stats::Group;
use cadrage::stats::article_test::{p_value, strata};
use cadrage::stats::association::npmi;
use cadrage::stats::dispersion::dp;
use cadrage::stats::hypergeometric::Draw;
use cadrage::stats::keyness::{Keyness, Rules, keyness};
use cadrage::stats::log_likelihood::g2;
use cadrage::stats::log_odds::log_odds;
use cadrage::stats::specificity::{Counts, specificity};
use cadrage::stats::word_table::WordTable;
use proptest::prelude::*;
use serde_json::Value;
use std::process::{Command, Output};

fn golden(name: &str) -> Value {
    let all: Value = serde_json::from_str(include_str!("oracle/keyness.json")).expect("golden values");
    assert!(!all[name].is_null(), "no golden value of {name}");
    all[name].clone()
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

fn whole(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("{value} is no count"))
}

#[track_caller]
fn close(got: f64, wanted: &Value, case: &Value) {
    let wanted = wanted.as_f64().unwrap_or_else(|| panic!("no golden value in {case}"));
    assert!((got - wanted).abs() <= 1e-8 * wanted.abs().max(1.0), "{got} is not {wanted}: {case}");
}

fn counts(case: &Value) -> Counts {
    let number = |name: &str| whole(&case[name]);
    Counts { here: number("here"), part: number("part"), everywhere: number("everywhere"), corpus: number("corpus") }
}

#[test]
fn measures_of_one_word_agree_with_scipy() {
    let cases = golden("counts");
    assert!(list(&cases).len() > 40);
    for case in list(&cases) {
        close(specificity(counts(case)), &case["specificity"], case);
        if !case["g2"].is_null() {
            close(g2(counts(case)), &case["g2"], case);
            let odds = log_odds(counts(case), 300.0).expect("a log odds ratio");
            close(odds.value, &case["log_odds"], case);
            close(odds.z, &case["z"], case);
        }
    }
}

#[test]
fn specificities_are_those_of_textometry() {
    let case = golden("textometry");
    let table: Vec<Vec<u64>> = list(&case["table"]).iter().map(|row| list(row).iter().map(whole).collect()).collect();
    let corpus = table.iter().flatten().sum();
    for (row, wanted) in table.iter().zip(list(&case["specificities"])) {
        for (column, wanted) in list(wanted).iter().enumerate() {
            let part = table.iter().map(|row| row[column]).sum();
            let found = specificity(Counts { here: row[column], part, everywhere: row.iter().sum(), corpus });
            assert!((found - wanted.as_f64().expect("a number")).abs() < 5.1e-5, "{found} is not {wanted}");
        }
    }
}

#[test]
fn dispersion_association_and_the_article_test_agree_with_scipy() {
    for case in list(&golden("dp")) {
        let words: Vec<u64> = list(&case["words"]).iter().map(whole).collect();
        let pairs: Vec<(u64, u64)> =
            list(&case["occurrences"]).iter().map(whole).zip(words.iter().copied()).filter(|(n, _)| *n > 0).collect();
        close(dp(pairs.iter().copied(), words.iter().sum()).expect("a dispersion"), &case["dp"], case);
    }
    for case in list(&golden("npmi")) {
        let words: Vec<u64> = list(&case["words"]).iter().map(whole).collect();
        close(npmi(whole(&case["run"]), &words, whole(&case["corpus"])).expect("an association"), &case["npmi"], case);
    }
    for case in list(&golden("article_test")) {
        let draw = |of: &Value| Draw { all: whole(&of[0]), marked: whole(&of[1]), drawn: whole(&of[2]) };
        let strata: Vec<Draw> = list(&case["strata"]).iter().map(draw).collect();
        close(p_value(&strata, whole(&case["found"])), &case["p"], case);
    }
    assert_eq!(
        (dp([].into_iter(), 10), npmi(0, &[1, 2], 10), log_odds(Counts { here: 0, part: 5, everywhere: 0, corpus: 9 }, 3.0)),
        (None, None, None)
    );
}

/// A part of a corpus with a word in it.
fn any_counts() -> impl Strategy<Value = Counts> {
    (2u64..100_000).prop_flat_map(|corpus| (Just(corpus), 1..corpus, 1..corpus.min(500))).prop_flat_map(|(corpus, part, everywhere)| {
        let (low, high) = Draw { all: corpus, marked: everywhere, drawn: part }.support();
        (low..=high).prop_map(move |here| Counts { here, part, everywhere, corpus })
    })
}

/// The same word seen from the rest of the corpus.
fn mirrored(c: Counts) -> Counts {
    Counts { here: c.everywhere - c.here, part: c.corpus - c.part, ..c }
}

proptest! {
    #[test]
    fn signs_agree_and_the_rest_of_the_corpus_is_the_mirror(c in any_counts()) {
        let due = c.everywhere as f64 * c.part as f64 / c.corpus as f64;
        let (s, g, odds) = (specificity(c), g2(c), log_odds(c, 50.0));
        prop_assert!(s.is_finite() && g.is_finite());
        if c.here as f64 > due {
            prop_assert!(s >= 0.0 && g >= 0.0, "{s} {g}");
        } else if (c.here as f64) < due {
            prop_assert!(s <= 0.0 && g <= 0.0, "{s} {g}");
        }
        prop_assert!((g.abs() - g2(mirrored(c)).abs()).abs() <= 1e-6 * g.abs().max(1.0));
        if (c.here as f64 - due).abs() > 1e-9 {
            // P(X ≥ f) here is P(Y ≤ F − f) there.
            prop_assert!((s + specificity(mirrored(c))).abs() <= 1e-7 * s.abs().max(1.0), "{s} {}", specificity(mirrored(c)));
        }
        if let (Some(one), Some(other)) = (odds, log_odds(mirrored(c), 50.0)) {
            prop_assert!((one.z + other.z).abs() < 1e-9 && (one.value + other.value).abs() < 1e-9);
        }
    }

    #[test]
    fn tails_add_up(c in any_counts()) {
        let draw = Draw { all: c.corpus, marked: c.everywhere, drawn: c.part };
        let (below, above) = (draw.ln_lower(c.here).exp(), draw.ln_upper(c.here).exp());
        prop_assert!((below + above - draw.ln_density(c.here).exp() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn dispersion_lies_between_none_and_all(articles in prop::collection::vec((0u64..9, 1u64..500), 1..30)) {
        let words = articles.iter().map(|(_, words)| words).sum();
        let found = dp(articles.iter().copied().filter(|(n, _)| *n > 0), words);
        prop_assert_eq!(found.is_none(), articles.iter().all(|(n, _)| *n == 0));
        prop_assert!(found.is_none_or(|dp| (0.0..=1.0).contains(&dp)));
    }

    #[test]
    fn strata_hold_articles_of_like_length(words in prop::collection::vec(0u32..2000, 1..200)) {
        let (of, count) = strata(&words);
        for (a, b) in (0..words.len()).flat_map(|a| (0..words.len()).map(move |b| (a, b))) {
            prop_assert!(of[a] < count && (words[a] >= words[b] || of[a] <= of[b]));
        }
    }
}

/// The unit `key`, so often in one article.
fn met(key: Key, count: u32) -> Met {
    let mut parts = [0; LONGEST];
    parts[0] = key;
    Met { key, parts, form: format!("mot{key}").into(), count }
}

/// Two groups of six articles of 100 words each.
fn corpus(has: impl Fn(usize) -> Vec<Met>) -> Keyness {
    let mut table = WordTable::new(5);
    (0..12).for_each(|article| table.add(Words { total: 100, met: has(article) }));
    let group = |name: &str, articles: std::ops::Range<usize>| Group { name: name.into(), articles: articles.collect() };
    keyness(&table, &[group("a", 0..6), group("b", 6..12)], &Rules::default())
}

#[test]
fn an_article_that_repeats_a_word_cannot_make_a_keyword() {
    // Word 1 stands twice in each article of the first group; word 2 thirty times in one of its articles, once in two others.
    let found = corpus(|article| match article {
        0 => vec![met(1, 2), met(2, 30)],
        1 | 2 => vec![met(1, 2), met(2, 1)],
        3..6 => vec![met(1, 2)],
        _ => vec![met(3, 2)],
    });
    let first = &found.groups[0].keywords;
    let of = |word: u64| first.iter().find(|k| k.counts.everywhere == word).expect("the word");
    let (spread, heaped) = (of(12), of(32));
    assert!(heaped.specificity > spread.specificity && heaped.rank() < 1.0 && spread.rank() > 2.0, "{heaped:?}\n{spread:?}");
    assert_eq!((spread.here.k, spread.there.k, heaped.here.k), (6, 0, 3));
    assert!(spread.dp < Some(1e-9) && heaped.dp > Some(0.7));
    assert!(spread.p < 0.01 && heaped.p > 0.1 && spread.p <= spread.q);
    // Seen from the other group the same words are avoided, as far.
    let other = found.groups[1].keywords.iter().find(|k| k.counts.everywhere == 12 && k.specificity < 0.0).expect("the word");
    assert!((other.specificity + spread.specificity).abs() < 1e-9 && (other.rank() + spread.rank()).abs() < 1e-9);
    assert_eq!(found.tests, 2 * found.units);
}

#[test]
fn rare_words_are_not_looked_at() {
    let found = corpus(|article| if article < 2 { vec![met(1, 20)] } else { vec![met(2, 1)] });
    assert_eq!(found.units, 1, "two articles are too few: {found:?}");
    assert!(corpus(|_| Vec::new()).groups.iter().all(|group| group.keywords.is_empty()));
}

fn cadrage(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cadrage")).args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("the program starts")
}

fn out(args: &[&str]) -> String {
    let output = cadrage(args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_sample_names_what_sets_an_outlet_apart() {
    let text = out(&["keyness", "examples/corpus"]);
    for wanted in
        ["44\u{a0}articles", "textes d'opinion laissés de côté : 4", "La Vigie du Soir (", "A priori", "régime", "À savoir", " sur 11"]
    {
        assert!(text.to_lowercase().contains(&wanted.to_lowercase()), "{wanted}\n{text}");
    }
    let one = out(&["keyness", "examples/corpus", "--group", "la vigie du soir"]);
    assert!(one.contains("La Vigie du Soir (") && !one.contains("Ostara Info ("), "{one}");
    let english = out(&["keyness", "examples/corpus", "--lang", "en"]);
    assert!(english.contains("Good to know") && !english.contains("ailleurs"), "{english}");
}

#[test]
fn options_of_keyness() {
    let cases: &[(&[&str], &str)] = &[
        (&["--by", "month"], "2024-06 ("),
        (&["--by", "author"], "Hélène Marsac ("),
        (&["--by", "article"], "Chaque groupe est un seul article"),
        (&["--voice", "all"], "groupes : 4"),
        (&["--voice", "direct"], "guillemets"),
        (&["--copies", "without"], "textes repris laissés de côté : "),
        (&["--min-count", "1000"], "Aucun mot ne le distingue"),
    ];
    for (args, wanted) in cases {
        let text = out(&[&["keyness", "examples/corpus"], *args].concat());
        assert!(text.contains(wanted), "{args:?}: {wanted}\n{text}");
    }
    let single = out(&["keyness", "examples/corpus", "--ngrams", "1", "--format", "csv"]);
    assert!(single.lines().skip(1).all(|line| !line.split(',').nth(1).expect("a unit").contains(' ')), "expressions in\n{single}");
    let wrong = cadrage(&["keyness", "examples/corpus", "--group", "La Vigie du soi"]);
    assert!(wrong.status.code() == Some(2) && String::from_utf8_lossy(&wrong.stderr).contains("conseil : La Vigie du Soir"));
}

#[test]
fn every_keyword_opens_its_passages() {
    let csv = out(&["keyness", "examples/corpus", "--voice", "all", "--format", "csv", "--group", "Ostara Info"]);
    let mut table = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row")).take(8).collect();
    assert_eq!(rows.len(), 8);
    for row in rows {
        let found = out(&["concordance", &row[2], "examples/corpus", "--format", "csv"]);
        // The concordance has texts of opinion too.
        let passages = found.lines().count() as u64 - 1;
        assert!(passages >= row[5].parse::<u64>().expect("a count"), "{} {}: {passages} of {}", &row[1], &row[2], &row[5]);
    }
}

#[test]
fn the_same_bytes_for_any_number_of_threads() {
    let args = ["keyness", "examples/corpus", "--format", "csv"];
    let one_thread = Command::new(env!("CARGO_BIN_EXE_cadrage"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .expect("the program starts");
    assert!(out(&args).as_bytes() == one_thread.stdout);
}
