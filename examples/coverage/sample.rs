//! The sample corpus with each outlet split in two at random: real articles, the whole way from text to test, and no difference to be found.

use super::false_positives::g_squared;
use cadrage::corpus;
use cadrage::counts::byline::persons;
use cadrage::counts::choices::choices;
use cadrage::counts::{Instrument, Record};
use cadrage::lang::Lang;
use cadrage::lexicon::load;
use cadrage::stats::groups::{By, Group};
use cadrage::stats::material::{Material, View, Witness, contrasts};
use cadrage::stats::permutation::Unit;
use cadrage::stats::random::Random;
use cadrage::stats::study::{Rules, study};
use cadrage::text::offsets::Slicer;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

const SPLITS: usize = 400;

pub fn print() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/corpus");
    let articles: Vec<_> = corpus::read(&[folder]).map(|a| a.expect("an article")).collect();
    let instrument = Instrument::new(load::default_lexicons().expect("lexicons"), Lang::Fr).expect("they compile");
    let lexicons = instrument.lexicons.measured();
    let records: Vec<Record> = articles.iter().map(|a| instrument.score(a).into_owned()).collect();
    let numbers = contrasts(lexicons);
    let witnesses: Vec<Witness> = records
        .iter()
        .zip(&articles)
        .map(|(record, article)| {
            let slicer = Slicer::new(&article.text);
            let of = |(l, c): &(usize, usize)| choices(record, &lexicons[*l].contrasts[*c], Some(&slicer));
            Witness { record, choices: numbers.iter().map(of).collect(), event: record.event.clone(), copies: None, text: None }
        })
        .collect();
    println!("\nOutlets of the sample corpus, each split in two at random: rejections at 0.05\n");
    println!("| split | comparisons that could be tested | rejected by the permutation test | rejected by G² on choices |");
    println!("|---|---|---|---|");
    for (name, unit) in [("articles by author and event", 0), ("articles one by one", 1)] {
        let mut outlets: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        records.iter().enumerate().for_each(|(at, r)| outlets.entry(r.outlet.as_deref().unwrap_or("")).or_default().push(at));
        let tasks: Vec<(Vec<usize>, u64)> =
            outlets.values().flat_map(|members| (0..SPLITS as u64).map(|split| (members.clone(), split))).collect();
        let results: Vec<(usize, f64, f64)> = tasks
            .par_iter()
            .map(|(members, split)| {
                let groups = halves(members, &records, unit == 0, *split);
                let material = Material { witnesses: witnesses.clone(), groups, by: By::Outlet };
                let mut sum = (0, 0.0, 0.0);
                for (number, (l, c)) in numbers.iter().enumerate() {
                    let sides = lexicons[*l].contrasts[*c].members.len();
                    let found = study(&material, number, sides, &View::default(), &Rules::default());
                    if let Some(p) = found.p() {
                        sum.0 += 1;
                        sum.1 += f64::from(u8::from(p <= 0.05));
                        let units: Vec<Unit> = found
                            .groups
                            .iter()
                            .enumerate()
                            .map(|(group, g)| Unit { group, stratum: 0, counts: g.counts.clone() })
                            .collect();
                        sum.2 += f64::from(u8::from(g_squared(&units, sides, 2) <= 0.05));
                    }
                }
                sum
            })
            .collect();
        let tested: usize = results.iter().map(|r| r.0).sum();
        let share = |of: &dyn Fn(&(usize, f64, f64)) -> f64| results.iter().map(of).sum::<f64>() / tested.max(1) as f64;
        println!("| {name} | {tested} | {:.3} | {:.3} |", share(&|r| r.1), share(&|r| r.2));
    }
}

/// Two halves of an outlet; where asked, a person's articles stay together (each event is told once by an outlet).
fn halves(members: &[usize], records: &[Record], whole_authors: bool, split: u64) -> Vec<Group> {
    let mut random = Random::new(21, split);
    let key = |at: usize| match records[at].author.as_deref().and_then(|a| persons(a).next()) {
        Some(person) if whole_authors => person.to_owned(),
        _ => records[at].id.clone(),
    };
    let mut bundles: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    members.iter().for_each(|at| bundles.entry(key(*at)).or_default().push(*at));
    let mut bundles: Vec<Vec<usize>> = bundles.into_values().collect();
    random.shuffle(&mut bundles);
    let mut halves = [Vec::new(), Vec::new()];
    for bundle in bundles {
        let smaller = usize::from(halves[1].len() < halves[0].len());
        halves[smaller].extend(bundle);
    }
    let group = |(name, articles): (&str, Vec<usize>)| Group { name: name.into(), articles };
    ["one", "other"].into_iter().zip(halves).map(group).collect()
}
