//! What ten and a hundred times as many entries cost: the same articles scored with 200, 2,000 and 20,000 markers.
//!
//! `cargo bench --bench lexicon_size` takes 200 nouns of the sample corpus, and adds others of the dictionary that do not occur in it (what an entry
//! costs) or whatever nouns come (what their hits cost besides), and prints the ratios of the times.

use cadrage::corpus::{Article, Meta};
use cadrage::counts::Instrument;
use cadrage::lang::Lang;
use cadrage::lexicon::source::{File, read};
use cadrage::text::dictionary;
use cadrage::text::morphology::{Features, Pos};
use cadrage::text::normal::normal;
use cadrage::text::tokenizer::words;
use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

const ROUNDS: usize = 5;
const SAMPLE: usize = 48;

fn main() {
    let articles = articles();
    let text: HashSet<String> = articles[..SAMPLE].iter().flat_map(|a| words(&a.text)).map(|word| normal(word).into_owned()).collect();
    let (met, unmet): (Vec<&str>, Vec<&str>) = nouns().into_iter().partition(|noun| text.contains(*noun));
    let small: Vec<&str> = met.iter().copied().take(200).collect();
    let base = instrument(&small);
    for count in [2_000, 20_000] {
        let entries: Vec<&str> = small.iter().chain(&unmet).copied().take(count).collect();
        let hits: Vec<&str> = small.iter().chain(&met[200..]).chain(&unmet).copied().take(count).collect();
        assert!(small.len() == 200 && entries.len() == count && hits.len() == count);
        for (name, nouns) in [("entries that do not occur", entries), ("entries as they come", hits)] {
            let large = instrument(&nouns);
            // The forms are analysed before anything is timed: an archive has far more words than distinct ones.
            let (few, many) = (score(&base, &articles).1, score(&large, &articles).1);
            assert!(few > 0 && many >= few, "the large lexicon holds the small one");
            let mut ratios: Vec<f64> = (0..ROUNDS).map(|_| score(&large, &articles).0 / score(&base, &articles).0).collect();
            ratios.sort_by(f64::total_cmp);
            println!("{count} {name}: {many} hits against {few}; time ratio, median of {ROUNDS}: {:.2}", ratios[ROUNDS / 2]);
        }
    }
}

fn score(instrument: &Instrument, articles: &[Article]) -> (f64, usize) {
    let start = Instant::now();
    let hits = articles.iter().map(|article| instrument.score(article).hits.len()).sum();
    (start.elapsed().as_secs_f64(), hits)
}

/// The nouns of the dictionary, spread over the alphabet.
fn nouns() -> Vec<&'static str> {
    let step = 7919;
    let lemmas = dictionary::lemma_count();
    let lemma = |at: usize| dictionary::lemma(dictionary::LemmaId((at * step % lemmas) as u32));
    let is_noun = |lemma: &&str| {
        let mut readings = Vec::new();
        dictionary::analyses(lemma, &mut readings);
        let singular = |r: &dictionary::Analysis| {
            r.pos == Pos::Noun && r.features.contains(Features::SINGULAR) && dictionary::lemma(r.lemma) == *lemma
        };
        lemma.chars().all(char::is_lowercase) && readings.iter().any(singular)
    };
    (0..lemmas).map(lemma).filter(is_noun).collect()
}

fn instrument(nouns: &[&str]) -> Instrument {
    let file = |name: &str, text: String| File { name: name.into(), text };
    let identity = "id='x'\nversion='1'\nlicence='CC0'\ntitle={fr='x',en='x'}\ndescription={fr='x',en='x'}";
    let mut axis = String::from("axis='a'\ntitle={fr='x',en='x'}\nquestion={fr='x',en='x'}\n[[pole]]\nid='p'\nword={fr='x',en='x'}\n");
    for noun in nouns {
        write!(axis, "[[marker]]\nname='{noun}'\npole='p'\nmatch=['{noun}:n']\nunless=['next: de le? :n']\n").expect("room in a string");
    }
    let lexicon =
        read(&[file("lexicon.toml", identity.into()), file("axe.toml", axis)], &[]).unwrap_or_else(|problems| panic!("{problems}"));
    Instrument::new(vec![lexicon], Lang::Fr).unwrap_or_else(|problems| panic!("{problems}"))
}

fn articles() -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/corpus");
    let once: Vec<Article> = cadrage::corpus::read(&[folder]).filter_map(Result::ok).collect();
    assert!(once.len() == SAMPLE, "the sample corpus was read");
    (0..20).flat_map(|_| once.iter().cloned()).map(|article| Article { meta: Meta::default(), ..article }).collect()
}
