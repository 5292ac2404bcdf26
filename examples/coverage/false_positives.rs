//! Outlets split at random: how often a difference is found where there is none.

use super::world::{beta, normal};
use cadrage::stats::permutation::{Design, Unit, test};
use cadrage::stats::random::Random;
use rayon::prelude::*;
use statrs::distribution::{ChiSquared, ContinuousCDF};

const RUNS: usize = 1000;
const ALPHA: f64 = 0.05;

/// One outlet whose authors (or stories) each have a habit, and write several articles of several choices.
#[derive(Clone, Copy)]
struct World {
    authors: usize,
    articles: usize,
    habit: f64,
    sides: usize,
    groups: usize,
}

pub fn print() {
    println!("\nOne outlet split at random into groups, authors kept whole: rejections at 0.05\n");
    println!(
        "| authors | articles each | correlation within an author | sides | groups | permutation of authors | pairs after it, max-T | permutation of articles | G² on choices |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for (authors, articles) in [(8, 3), (12, 1), (12, 4), (30, 3)] {
        for habit in [0.0, 0.2, 0.4] {
            for (sides, groups) in [(2, 2), (3, 4)] {
                let world = World { authors, articles, habit, sides, groups };
                let found: Vec<[f64; 4]> = (0..RUNS).into_par_iter().map(|run| run_once(&world, run as u64)).collect();
                let rate = |at: usize| found.iter().map(|f| f[at]).sum::<f64>() / RUNS as f64;
                println!(
                    "| {authors} | {articles} | {habit} | {sides} | {groups} | {:.3} | {:.3} | {:.3} | {:.3} |",
                    rate(0),
                    rate(1),
                    rate(2),
                    rate(3)
                );
            }
        }
    }
}

/// Events that lean one way or the other, told once by each outlet, none of which has a habit.
pub fn print_events() {
    println!("\nShared events, one article an outlet: rejections at 0.05\n");
    println!("| events | correlation within an event | outlets | permutation within events | permutation of articles | G² on choices |");
    println!("|---|---|---|---|---|---|");
    for events in [6, 12, 30] {
        for habit_of_event in [0.0, 0.2, 0.4] {
            for groups in [2, 4] {
                let world = World { authors: events, articles: groups, habit: habit_of_event, sides: 2, groups };
                let found: Vec<[f64; 3]> = (0..RUNS).into_par_iter().map(|run| run_events(&world, run as u64)).collect();
                let rate = |at: usize| found.iter().map(|f| f[at]).sum::<f64>() / RUNS as f64;
                println!("| {events} | {habit_of_event} | {groups} | {:.3} | {:.3} | {:.3} |", rate(0), rate(1), rate(2));
            }
        }
    }
}

/// One outlet of several has a habit of its own: how often any of the pairs that do not differ is said to.
pub fn print_one_differs() {
    println!("\nOne outlet of several differs: pairs of the others found at 0.05\n");
    println!("| units an outlet | outlets | share of the one, of the others | design | it is found to differ | any other pair is, max-T |");
    println!("|---|---|---|---|---|---|");
    for units in [8, 20] {
        for groups in [3, 4] {
            for (one, others) in [(0.6, 0.3), (0.9, 0.3)] {
                for design in [Design::Clusters, Design::WithinEvents] {
                    let found: Vec<[f64; 2]> =
                        (0..RUNS).into_par_iter().map(|run| run_one_differs(units, groups, (one, others), design, run as u64)).collect();
                    let rate = |at: usize| found.iter().map(|f| f[at]).sum::<f64>() / RUNS as f64;
                    let name = if design == Design::Clusters { "clusters" } else { "within events" };
                    println!("| {units} | {groups} | {one}, {others} | {name} | {:.3} | {:.3} |", rate(0), rate(1));
                }
            }
        }
    }
}

/// Articles of one to six choices, correlation 0.2 within an article.
fn run_one_differs(n: usize, groups: usize, (one, others): (f64, f64), design: Design, run: u64) -> [f64; 2] {
    let mut random = Random::new(11, run);
    let mut units = Vec::new();
    for at in 0..n {
        for group in 0..groups {
            let mean = if group == 0 { one } else { others };
            let own = beta(mean * 4.0, (1.0 - mean) * 4.0, &mut random);
            let of = 1 + random.below(6);
            let y = (0..of).filter(|_| random.unit() < own).count() as f64;
            let stratum = if design == Design::Clusters { 0 } else { at };
            units.push(Unit { group, stratum, counts: vec![y, of as f64 - y] });
        }
    }
    let found = test(&units, groups, design, 12, run);
    let any = |of_the_one: bool| {
        f64::from(u8::from(found.p <= ALPHA && found.pairs.iter().any(|p| (p.first == 0) == of_the_one && p.p <= ALPHA)))
    };
    [any(true), any(false)]
}

fn run_events(world: &World, run: u64) -> [f64; 3] {
    let mut random = Random::new(8, run);
    let mut units = Vec::new();
    for stratum in 0..world.authors {
        let lean = habit(world, &mut random);
        for group in 0..world.groups {
            let mut unit = Unit { group, stratum, counts: vec![0.0; world.sides] };
            for _ in 0..1 + random.below(6) {
                unit.counts[draw(&lean, &mut random)] += 1.0;
            }
            units.push(unit);
        }
    }
    let rejected = |p: f64| f64::from(u8::from(p <= ALPHA));
    let within = test(&units, world.groups, Design::WithinEvents, 9, run).p;
    let g = g_squared(&units, world.sides, world.groups);
    units.iter_mut().for_each(|u| u.stratum = 0);
    [rejected(within), rejected(test(&units, world.groups, Design::Clusters, 9, run).p), rejected(g)]
}

fn run_once(world: &World, run: u64) -> [f64; 4] {
    let mut random = Random::new(5, run);
    let mut labels: Vec<usize> = (0..world.authors).map(|a| a % world.groups).collect();
    random.shuffle(&mut labels);
    let (mut authors, mut articles) = (Vec::new(), Vec::new());
    for label in labels {
        let habit = habit(world, &mut random);
        let mut author = Unit { group: label, stratum: 0, counts: vec![0.0; world.sides] };
        for _ in 0..world.articles {
            let size = ((3.0 * (0.7 * normal(&mut random)).exp()).round() as usize).clamp(1, 30);
            let mut article = Unit { counts: vec![0.0; world.sides], ..author.clone() };
            for _ in 0..size {
                article.counts[draw(&habit, &mut random)] += 1.0;
            }
            author.counts.iter_mut().zip(&article.counts).for_each(|(sum, c)| *sum += c);
            articles.push(article);
        }
        authors.push(author);
    }
    let rejected = |p: f64| f64::from(u8::from(p <= ALPHA));
    let by_author = test(&authors, world.groups, Design::Clusters, 6, run);
    let pair = by_author.p <= ALPHA && by_author.pairs.iter().any(|p| p.p <= ALPHA);
    let by_article = test(&articles, world.groups, Design::Clusters, 7, run);
    [rejected(by_author.p), f64::from(u8::from(pair)), rejected(by_article.p), rejected(g_squared(&authors, world.sides, world.groups))]
}

/// Shares of the sides that one author tends to (a Dirichlet by breaking a stick; mean 0.3, then half of what is left …).
fn habit(world: &World, random: &mut Random) -> Vec<f64> {
    let (mut left, mut shares) = (1.0, Vec::new());
    for side in 0..world.sides {
        let mean = if side + 1 == world.sides { 1.0 } else { 0.3 + 0.2 * side as f64 };
        let k = (1.0 - world.habit) / world.habit.max(1e-9);
        let part = if world.habit == 0.0 || mean == 1.0 { mean } else { beta(mean * k, (1.0 - mean) * k, random) };
        shares.push(left * part);
        left *= 1.0 - part;
    }
    shares
}

fn draw(shares: &[f64], random: &mut Random) -> usize {
    let mut left = random.unit();
    shares
        .iter()
        .position(|s| {
            left -= s;
            left < 0.0
        })
        .unwrap_or(shares.len() - 1)
}

/// The likelihood-ratio test of a table of groups and sides, every choice taken as independent (Dunning 1993).
pub fn g_squared(units: &[Unit], sides: usize, groups: usize) -> f64 {
    let mut cells = vec![vec![0.0; sides]; groups];
    units.iter().for_each(|u| cells[u.group].iter_mut().zip(&u.counts).for_each(|(sum, c)| *sum += c));
    let total: f64 = cells.iter().flatten().sum();
    let columns: Vec<f64> = (0..sides).map(|j| cells.iter().map(|r| r[j]).sum()).collect();
    let mut g = 0.0;
    for row in &cells {
        let base: f64 = row.iter().sum();
        for (count, column) in row.iter().zip(&columns) {
            if *count > 0.0 {
                g += 2.0 * count * (count * total / (base * column)).ln();
            }
        }
    }
    let used = columns.iter().filter(|c| **c > 0.0).count();
    let df = (groups - 1) * (used.max(2) - 1);
    ChiSquared::new(df as f64).map_or(1.0, |chi| 1.0 - chi.cdf(g))
}
