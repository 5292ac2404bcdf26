//! Every form of the most frequent French words, as an independent program expands them, is read as a form of its lemma.
//!
//! `tests/oracle/expand.py … > forms.tsv`, then `CADRAGE_FORMS=forms.tsv cargo test --release --test oracle -- --nocapture`. Without the
//! variable the test skips.

use cadrage::text::dictionary;
use cadrage::text::morphology::Pos;
use std::collections::BTreeSet;

#[test]
fn forms_of_frequent_words_are_read_as_their_lemma() {
    let Ok(path) = std::env::var("CADRAGE_FORMS") else {
        eprintln!("skipped: CADRAGE_FORMS names no table of forms");
        return;
    };
    let table = std::fs::read_to_string(path).expect("a table of forms");
    let (mut right, mut all, mut lemmas, mut missed) = (0, 0, BTreeSet::new(), Vec::new());
    for line in table.lines() {
        let [lemma, kind, form] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("not a row: {line}") };
        let pos = match kind {
            "n" => Pos::Noun,
            "a" => Pos::Adjective,
            _ => Pos::Verb,
        };
        let mut readings = Vec::new();
        dictionary::analyses(&form.to_lowercase(), &mut readings);
        let known = readings.iter().any(|r| dictionary::lemma(r.lemma) == lemma && (r.pos == pos));
        lemmas.insert((lemma, kind));
        all += 1;
        right += usize::from(known);
        if !known {
            missed.push(line);
        }
    }
    println!("{} words, {right} of {all} forms: {:.4}", lemmas.len(), right as f64 / all as f64);
    missed.iter().take(20).for_each(|line| println!("missed {line}"));
    assert!(right as f64 >= 0.99 * all as f64, "less than 99 % of the forms");
}
