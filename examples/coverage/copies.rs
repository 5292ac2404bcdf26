//! Near-copies planted in the sample corpus and rewritten more and more: how many are found, and what is found that was not planted.

use cadrage::corpus;
use cadrage::counts::Instrument;
use cadrage::lang::Lang;
use cadrage::lexicon::load;
use cadrage::links::Content;
use cadrage::links::content::Word;
use cadrage::links::copies::groups;
use cadrage::stats::random::Random;
use rayon::prelude::*;
use std::path::Path;

/// Rewrites of each article.
const TIMES: u64 = 4;
/// Words of a sentence that is moved as a whole.
const SENTENCE: usize = 20;

pub fn print() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/corpus");
    let instrument = Instrument::new(load::default_lexicons().expect("lexicons"), Lang::Fr).expect("they compile");
    let read = corpus::read(&[folder]).map(|a| a.expect("an article"));
    let contents: Vec<Content> = read.map(|a| Content::new(&instrument.score(&a), &a.text)).collect();
    let own = pairs(&contents);
    println!("\nNear-copies: rewrites of the sample's {} articles, each among all of them\n", contents.len());
    println!("| words replaced | whole text | half of it, within another article | sentences in another order |");
    println!("|---|---|---|---|");
    for part in [0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4] {
        let found = |how: How| {
            let tasks: Vec<(usize, u64)> = (0..contents.len()).flat_map(|at| (0..TIMES).map(move |time| (at, time))).collect();
            let right = tasks.par_iter().filter(|(at, time)| is_found(&contents, *at, how, part, *time)).count();
            format!("{:.3}", right as f64 / tasks.len() as f64)
        };
        println!("| {:.0} % | {} | {} | {} |", 100.0 * part, found(How::Whole), found(How::Half), found(How::Moved));
    }
    println!("\nOf the {} pairs of the sample as it is {own} are found.", contents.len() * (contents.len() - 1) / 2);
}

#[derive(Clone, Copy, PartialEq)]
enum How {
    Whole,
    /// Half of the text, followed by half of an article on something else.
    Half,
    Moved,
}

fn pairs(contents: &[Content]) -> usize {
    groups(contents).iter().map(|g| g.articles.len() * (g.articles.len() - 1) / 2).sum()
}

/// True where the rewrite lands in one group with its source.
fn is_found(contents: &[Content], source: usize, how: How, part: f64, time: u64) -> bool {
    let mut random = Random::new(31, source as u64 * TIMES + time);
    let own = &contents[source].words;
    let mut words: Vec<Word> = match how {
        How::Whole => own.clone(),
        How::Half => {
            let other = &contents[(source + 1 + random.below(contents.len() - 1)) % contents.len()].words;
            [&own[..own.len() / 2], &other[other.len() / 2..]].concat()
        }
        How::Moved => {
            let mut sentences: Vec<&[Word]> = own.chunks(SENTENCE).collect();
            random.shuffle(&mut sentences);
            sentences.concat()
        }
    };
    for (at, word) in words.iter_mut().enumerate() {
        if random.unit() < part {
            word.plain = format!("autre{at}");
        }
    }
    let mut all = contents.to_vec();
    all.push(Content { words });
    groups(&all).iter().any(|g| g.articles.contains(&source) && g.articles.contains(&contents.len()))
}
