//! "This token has that lemma", for the words of the built-in lexicons, against the gold lemmas of UD French.
//!
//! `CADRAGE_UD=FOLDER cargo test --release --test ud -- --nocapture`, where FOLDER holds `*.conllu` files (the test parts of UD_French-GSD and
//! UD_French-Sequoia). Without it the test skips.

use cadrage::lexicon::load;
use cadrage::lexicon::pattern::{Node, WordTest, parse};
use cadrage::text::context::pos_in_context;
use cadrage::text::dictionary::{self, Analysis};
use cadrage::text::morphology::{Features, Pos};
use cadrage::text::pos_set::PosSet;
use cadrage::text::{Document, Form, Forms};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;

/// A lemma with the parts of speech that a lexicon asks for.
type Word = (String, PosSet, Features);

/// The single words that markers match, function words and unmarked parts of speech left out.
fn words_of_lexicons() -> Vec<Word> {
    let mut words = Vec::new();
    for name in load::names() {
        let lexicon = load::load(name).expect("a built-in lexicon");
        for marker in lexicon.axes.iter().flat_map(|axis| &axis.markers) {
            for pattern in &marker.patterns {
                if let Ok(Node::Word(WordTest::Lemma { lemma, pos, features })) = parse(&pattern.text)
                    && !pos.is_empty()
                    // "autorités" asks for a number, not for a lemma.
                    && (features.is_empty() || features == Features::FEMININE)
                {
                    words.push((lemma, pos, features));
                }
            }
        }
    }
    words.sort();
    words.dedup();
    words
}

struct Token {
    form: String,
    lemma: String,
    pos: Option<Pos>,
}

/// Gold tokens by their byte offsets.
type Places = HashMap<(usize, usize), Token>;

/// Sentences as text and gold tokens with their byte offsets in it.
fn sentences(conllu: &str) -> Vec<(String, Places)> {
    let mut all = Vec::new();
    for block in conllu.split("\n\n") {
        let Some(text) = block.lines().find_map(|l| l.strip_prefix("# text = ")) else { continue };
        let mut tokens = HashMap::new();
        let mut at = 0;
        let mut inside = 0;
        for line in block.lines().filter(|l| !l.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [id, form, lemma, upos, ..] = columns[..] else { continue };
            if id.contains('.') {
                continue;
            }
            // "du" is one surface word for two: its parts have no place of their own.
            if let Some((_, last)) = id.split_once('-') {
                inside = last.parse().unwrap_or(0);
            } else if id.parse().unwrap_or(0) <= inside {
                continue;
            }
            let Some(found) = text[at..].find(form) else { continue };
            let start = at + found;
            at = start + form.len();
            let pos = match upos {
                "NOUN" => Some(Pos::Noun),
                "VERB" | "AUX" => Some(Pos::Verb),
                "ADJ" => Some(Pos::Adjective),
                "PROPN" => Some(Pos::ProperNoun),
                _ => None,
            };
            tokens.insert((start, at), Token { form: form.to_lowercase(), lemma: lemma.to_lowercase(), pos });
        }
        all.push((text.to_owned(), tokens));
    }
    all
}

/// One lemma for a form, whatever stands around it: of a noun and a verb the noun ("attaque", "reprise"), but of a participle and the words made
/// from it the verb ("blessés").
fn likeliest(form: &Form) -> Option<String> {
    let feminine_only = |a: &Analysis| a.features.contains(Features::FEMININE) && !a.features.contains(Features::MASCULINE);
    let participle = form.has(Pos::Verb, Features::PAST_PARTICIPLE);
    let noun = form
        .analyses
        .iter()
        .find(|a| a.pos == Pos::Noun && (!participle || feminine_only(a) && !form.has(Pos::Adjective, Features::FEMININE)));
    let verb = form.analyses.iter().find(|a| a.pos == Pos::Verb);
    let chosen = noun.or(verb).or(form.analyses.first())?;
    let lemma = dictionary::lemma(chosen.lemma);
    // The dictionary files "reprise" under "repris".
    let own = form.norm.trim_end_matches('s');
    Some(if chosen.pos == Pos::Noun && participle && own != lemma { own.to_owned() } else { lemma.to_owned() })
}

#[derive(Default)]
struct Score {
    right: usize,
    false_: usize,
    missed: usize,
}

impl Score {
    fn add(&mut self, predicted: bool, gold: bool) {
        match (predicted, gold) {
            (true, true) => self.right += 1,
            (true, false) => self.false_ += 1,
            (false, true) => self.missed += 1,
            _ => {}
        }
    }

    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.false_ + self.missed).max(1) as f64
    }
}

#[test]
fn tokens_have_the_lemmas_that_annotators_gave_them() {
    let Ok(folder) = std::env::var("CADRAGE_UD") else {
        eprintln!("skipped: CADRAGE_UD names no folder of conllu files");
        return;
    };
    let words = words_of_lexicons();
    let mut by_lemma: HashMap<&str, Vec<&Word>> = HashMap::new();
    for word in &words {
        by_lemma.entry(&word.0).or_default().push(word);
    }
    let (mut by_lemma_only, mut one_lemma) = (Score::default(), Score::default());
    let (mut by_form, mut in_context) = (Score::default(), Score::default());
    let mut errors: BTreeMap<String, usize> = BTreeMap::new();
    let forms = Forms::plain();
    let mut paths: Vec<_> = fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    paths.sort();
    for path in paths.into_iter().filter(|p| p.extension().is_some_and(|e| e == "conllu")) {
        for (text, gold) in sentences(&fs::read_to_string(&path).expect("UTF-8")) {
            let document = Document::new(&text, &[], &forms);
            for sentence in &document.sentences {
                for token in sentence.tokens.clone() {
                    let span = document.tokens[token].span;
                    let Some(truth) = gold.get(&(span.start, span.end)) else { continue };
                    let form = document.form(token);
                    let possible = pos_in_context(&document, token, &sentence.tokens);
                    let mut candidates: Vec<&str> = form.analyses.iter().map(|a| dictionary::lemma(a.lemma)).collect();
                    candidates.push(&truth.lemma);
                    candidates.sort_unstable();
                    candidates.dedup();
                    for lemma in candidates.iter().filter(|lemma| by_lemma.contains_key(*lemma)) {
                        let predicted = form.analyses.iter().any(|a| dictionary::lemma(a.lemma) == *lemma);
                        by_lemma_only.add(predicted, truth.lemma == *lemma);
                        one_lemma.add(likeliest(form).as_deref() == Some(lemma), truth.lemma == *lemma);
                    }
                    for word in candidates.iter().filter_map(|lemma| by_lemma.get(lemma)).flatten() {
                        let (lemma, pos, features) = word;
                        let readings = form
                            .analyses
                            .iter()
                            .filter(|a| pos.contains(a.pos) && a.features.contains(*features) && dictionary::lemma(a.lemma) == lemma);
                        let read: PosSet = readings.map(|a| a.pos).collect();
                        // UD files a feminine noun under its own form: "reprise", not "repris".
                        let same_lemma =
                            truth.lemma == *lemma || features.contains(Features::FEMININE) && truth.form.starts_with(&truth.lemma);
                        // In a lexicon a verb's participle stays the verb's where it qualifies ("les secteurs occupés"); UD makes it an adjective.
                        let participle = pos.contains(Pos::Verb)
                            && truth.pos == Some(Pos::Adjective)
                            && form
                                .analyses
                                .iter()
                                .any(|a| a.features.contains(Features::PAST_PARTICIPLE) && dictionary::lemma(a.lemma) == lemma);
                        let is_gold = same_lemma && truth.pos.is_some_and(|p| pos.contains(p)) || participle;
                        by_form.add(!read.is_empty(), is_gold);
                        let predicted = read.intersects(possible);
                        in_context.add(predicted, is_gold);
                        if predicted != is_gold {
                            let kind = if predicted { "false" } else { "missed" };
                            let before =
                                text[..span.start].rsplit(' ').take(4).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join(" ");
                            let after = text[span.end..].split(' ').take(3).collect::<Vec<_>>().join(" ");
                            let context = format!("{before}[{}]{after}", truth.form);
                            *errors.entry(format!("{kind} {lemma} for {context} ({} {:?})", truth.lemma, truth.pos)).or_default() += 1;
                        }
                    }
                }
            }
        }
    }
    println!("{} words of the lexicons, {} gold tokens", words.len(), by_form.right + by_form.missed);
    for (name, score) in [
        ("by form alone, one lemma a form", &one_lemma),
        ("by form alone, any lemma of the form", &by_lemma_only),
        ("by form alone, lemma and part of speech", &by_form),
        ("lemma and part of speech, with neighbours", &in_context),
    ] {
        println!("{name:40} F1 {:.3}  right {}  false {}  missed {}", score.f1(), score.right, score.false_, score.missed);
    }
    let mut list: Vec<_> = errors.into_iter().collect();
    list.sort_by_key(|(name, n)| (std::cmp::Reverse(*n), name.clone()));
    list.iter().take(40).for_each(|(name, n)| println!("{n:4} {name}"));
    assert!(by_form.right > 0, "the folder holds French treebanks");
}

/// F1 of found places against gold ones.
fn agreement<T: Eq + std::hash::Hash>(found: &HashSet<T>, gold: &HashSet<T>) -> f64 {
    2.0 * found.intersection(gold).count() as f64 / (found.len() + gold.len()).max(1) as f64
}

#[test]
fn sentences_and_tokens_are_those_of_the_treebanks() {
    let Ok(folder) = std::env::var("CADRAGE_UD") else {
        eprintln!("skipped: CADRAGE_UD names no folder of conllu files");
        return;
    };
    let forms = Forms::plain();
    let mut seen = 0;
    // Sequoia's parliament speeches and encyclopedia headings, joined by spaces, have ends that nobody could see.
    for (name, floor) in [("GSD", 0.97), ("Sequoia", 0.87)] {
        let paths = fs::read_dir(&folder).expect("a folder").map(|e| e.expect("an entry").path());
        let Some(path) = paths.into_iter().find(|p| p.file_name().is_some_and(|n| n.to_string_lossy().contains(name))) else { continue };
        seen += 1;
        let (mut joined, mut ends) = (String::new(), HashSet::new());
        let (mut found_tokens, mut gold_tokens) = (HashSet::new(), HashSet::new());
        for (at, (text, gold)) in sentences(&fs::read_to_string(&path).expect("UTF-8")).into_iter().enumerate() {
            gold_tokens.extend(gold.keys().map(|place| (at, *place)));
            found_tokens.extend(Document::new(&text, &[], &forms).tokens.iter().map(|t| (at, (t.span.start, t.span.end))));
            joined.extend((!joined.is_empty()).then_some(' '));
            joined.push_str(text.trim());
            ends.insert(joined.len());
        }
        let found: HashSet<usize> = Document::new(&joined, &[], &forms).sentences.iter().map(|s| s.span.end).collect();
        let (boundaries, tokens) = (agreement(&found, &ends), agreement(&found_tokens, &gold_tokens));
        println!(
            "{name}: {} sentences, boundary F1 {boundaries:.3}; {} surface words, token F1 {tokens:.4}",
            ends.len(),
            gold_tokens.len()
        );
        if std::env::var_os("CADRAGE_ERRORS").is_some() {
            for end in found.symmetric_difference(&ends).take(200) {
                let (before, after) =
                    (joined[..*end].chars().rev().take(40).collect::<Vec<_>>(), joined[*end..].chars().take(30).collect::<String>());
                println!(
                    "{} {}¦{after}",
                    if found.contains(end) { "false " } else { "missed" },
                    before.into_iter().rev().collect::<String>()
                );
            }
        }
        assert!(boundaries >= floor, "{name}: boundary F1 {boundaries:.3} below {floor}");
        assert!(tokens >= 0.99, "{name}: token F1 {tokens:.4}");
    }
    assert!(seen > 0, "the folder holds French treebanks");
}
