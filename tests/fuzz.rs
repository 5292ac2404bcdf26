//! Whatever text, lexicon or pattern comes, nothing panics and what is found is where it is said to be.
//!
//! `CADRAGE_FUZZ_CASES` makes the runs longer than in every test run.

use cadrage::corpus::{Article, Keep, Meta};
use cadrage::counts::Instrument;
use cadrage::lang::Lang;
use cadrage::lexicon::load;
use cadrage::lexicon::source::{File, read};
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

fn cases(usual: u32) -> ProptestConfig {
    let cases = std::env::var("CADRAGE_FUZZ_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(usual);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

static INSTRUMENT: LazyLock<Instrument> = LazyLock::new(|| {
    let mut lexicons = load::default_lexicons().expect("built-in lexicons");
    lexicons.extend(load::auxiliary_lexicons().expect("built-in lexicons"));
    Instrument::new(lexicons, Lang::Fr).expect("sound lexicons")
});

/// What articles are made of, down to what only breaks them.
fn pieces() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "les rebelles",
        "L’armée",
        "l'armée",
        "a repris",
        "la ville",
        "de Tarsène",
        "selon",
        "d'après",
        "a-t-il dit",
        "affirme que",
        "«",
        "»",
        "\"",
        "“",
        "”",
        "‘",
        "’",
        "— ",
        "- ",
        ":",
        ".",
        "…",
        "?!",
        ",",
        ";",
        "(",
        ")",
        "\n",
        "\n\n",
        " ",
        "\u{a0}",
        "\u{202f}",
        "\u{ad}",
        "n'ont pas",
        "aurait libéré",
        "la Russie",
        "soutient",
        "le régime",
        "syrien",
        "Damas",
        "il",
        "elle",
        "qui",
        "dont",
        "et",
        "ou",
        "que",
        "pour",
        "par",
        "contre",
        "avec",
        "12 000",
        "3,5 %",
        "M.",
        "J.-C.",
        "aujourd'hui",
        "e\u{301}",
        "É",
        "œ",
        "ß",
        "İ",
        "ﬁ",
        "👩‍👩‍👧",
        "\u{200d}",
        "\u{feff}",
        "\u{301}",
        "\t",
        "\r\n",
        "Lire aussi",
        "Partager",
        "Photo :",
        "Publié le 9 novembre 2017",
        "tirs de missiles",
        "guerre civile",
    ])
    .prop_map(str::to_owned);
    prop_oneof![8 => words, 1 => any::<char>().prop_map(String::from), 1 => "[a-zéèàç]{1,12}"]
}

/// What fuzzing found: a text may end in any word.
#[test]
fn a_text_may_end_in_the_middle_of_a_sentence() {
    for text in [
        "La chute de la ville a été annoncée",
        "Selon",
        "Damas affirme que",
        "La ville, dont",
        "L'armée, accusée d'avoir",
        "« La ville est",
        "La Russie a bombardé Kiev et non",
        "La Russie a bombardé Kiev dans les termes les plus",
    ] {
        let article = Article {
            id: "a".into(),
            path: "a".into(),
            text: text.into(),
            meta: Meta::default(),
            marked: Vec::new(),
            keep: Keep::Found,
            left_out: Vec::new(),
            warnings: Vec::new(),
        };
        assert_eq!(INSTRUMENT.score(&article).chars, text.chars().count());
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_text_is_scored_and_every_place_is_in_it(parts in prop::collection::vec((pieces(), any::<bool>()), 0..120), keep_all in any::<bool>()) {
        let text: String = parts.iter().flat_map(|(part, space)| [part.as_str(), if *space { " " } else { "" }]).collect();
        let keep = if keep_all { Keep::All } else { Keep::Found };
        let article = Article {
            id: "a".into(), path: "a".into(), text: text.clone(), meta: Meta::default(), marked: Vec::new(), keep, left_out: Vec::new(), warnings: Vec::new(),
        };
        let record = INSTRUMENT.score(&article);
        let letters: Vec<char> = text.chars().collect();
        prop_assert_eq!(record.chars, letters.len());
        let cut = |start: usize, end: usize| letters.get(start..end).map(|part| part.iter().collect::<String>());
        for hit in &record.hits {
            prop_assert_eq!(cut(hit.start, hit.end), Some(hit.text.clone()));
            let (start, end) = record.sentences[hit.sentence];
            prop_assert!(start <= hit.start && hit.end <= end);
        }
        for role in &record.roles {
            prop_assert_eq!(cut(role.start, role.end), Some(role.text.clone()));
        }
        let sources = record.hits.iter().filter_map(|hit| hit.source.as_ref()).chain(record.quotes.iter().filter_map(|quote| quote.source.as_ref()));
        for source in sources {
            prop_assert_eq!(cut(source.start, source.end), Some(source.text.clone()));
        }
        for quote in &record.quotes {
            prop_assert!(quote.start < quote.end && quote.end <= letters.len());
        }
        for pair in record.sentences.windows(2) {
            prop_assert!(pair[0].1 <= pair[1].0, "sentences follow each other");
        }
        let voices = record.tokens_by_voice.expect("voice was measured");
        prop_assert_eq!(voices.outlet + voices.direct + voices.indirect + voices.scare, record.tokens);
    }
}

/// The files of a built-in lexicon.
fn files() -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicons/manifestations");
    let mut files: Vec<File> = fs::read_dir(folder)
        .expect("a lexicon")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .map(|path| File {
            name: path.file_name().expect("a name").to_string_lossy().into_owned(),
            text: fs::read_to_string(&path).expect("UTF-8"),
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

static FILES: LazyLock<Vec<File>> = LazyLock::new(files);

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_lexicon_that_was_spoilt_names_file_and_line(
        file in any::<prop::sample::Index>(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..40, "[\\[\\]{}'\"=,.:@()<>|?*!# \n a-zé]{0,12}"), 1..4),
    ) {
        let mut spoilt = FILES.clone();
        let file = file.index(spoilt.len());
        let mut text: Vec<char> = spoilt[file].text.chars().collect();
        for (at, length, put) in &cuts {
            let at = at.index(text.len() + 1);
            let end = (at + length).min(text.len());
            text.splice(at..end, put.chars());
        }
        spoilt[file].text = text.into_iter().collect();
        let lines = spoilt.iter().map(|file| file.text.lines().count()).max().unwrap_or(0);
        let problems = match read(&spoilt, &[]) {
            Ok(lexicon) => Instrument::new(vec![lexicon], Lang::Fr).err(),
            Err(problems) => Some(problems),
        };
        for problem in problems.map(|problems| problems.0).unwrap_or_default() {
            prop_assert!(problem.line <= lines + 1, "{} of {lines}: {}", problem.line, problem.message(Lang::Fr));
            prop_assert!(!problem.message(Lang::Fr).is_empty() && !problem.message(Lang::En).is_empty());
        }
    }

    #[test]
    fn any_pattern_is_compiled_or_refused(
        pattern in prop::collection::vec(prop::sample::select(vec![
            "ville", "pomme:n", "reprendre:v", "=Ville", "~libér", "le?", "la|le", "(", ")", "?", "*", "+", "|", "<", ">", "<qui=", "@", "@x", ":", ":n", ":v", "_", "!", "...", "[", "]", "{", "}",
            "-", "'", "’", "\"", "1", "é", " ", "  ", "^", "$", "\\", ".", ",", "/",
        ]), 1..10),
        text in prop::collection::vec(prop::sample::select(vec!["la ville", "les villes", "reprend", "a repris", "libérée", "pomme", "1", ".", "«", "»", "\n"]), 0..12),
    ) {
        let quoted = format!("{:?}", pattern.join(" "));
        let axis = format!(
            "axis='a'\ntitle={{fr='x',en='x'}}\nquestion={{fr='x',en='x'}}\n[[pole]]\nid='p'\nword={{fr='x',en='x'}}\n[[marker]]\nname='m'\npole='p'\nmatch=[{quoted}]\nunless=[{quoted}]\n"
        );
        let identity = "id='x'\nversion='1'\nlicence='CC0'\ntitle={fr='x',en='x'}\ndescription={fr='x',en='x'}";
        let file = |name: &str, text: &str| File { name: name.into(), text: text.into() };
        if let Ok(lexicon) = read(&[file("lexicon.toml", identity), file("axe.toml", &axis)], &[])
            && let Ok(instrument) = Instrument::new(vec![lexicon], Lang::Fr)
        {
            let text = text.join(" ");
            let document = instrument.read(&text);
            for hit in cadrage::matching::find_all(&document, &instrument.lexicons).markers {
                prop_assert!(text.get(hit.span.start..hit.span.end).is_some_and(|found| !found.is_empty()));
            }
        }
    }
}
