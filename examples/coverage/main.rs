mod candidates;
mod world;

use cadrage::stats::random::Random;
use rayon::prelude::*;
use world::{Sizes, World};

fn main() {
    let runs: usize = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(400);
    let boots: usize = std::env::args().nth(2).and_then(|a| a.parse().ok()).unwrap_or(0);
    let mut worlds = Vec::new();
    for n in [3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 50] {
        for icc in [0.0, 0.1, 0.2, 0.4] {
            for mean in [0.05, 0.1, 0.25, 0.5] {
                for sizes in [Sizes::Four, Sizes::Few, Sizes::Uneven, Sizes::Tied] {
                    worlds.push(World { n, icc, mean, sizes });
                }
            }
        }
    }
    let results: Vec<_> = worlds
        .par_iter()
        .enumerate()
        .map(|(at, w)| {
            let mut random = Random::new(1, at as u64);
            let truth = w.truth();
            let mut tally = vec![[0usize; 3]; candidates::NAMES.len()];
            for _ in 0..runs {
                let parts = w.draw(&mut random);
                for (c, interval) in candidates::all(&parts, boots, &mut random).into_iter().enumerate() {
                    if let Some((lo, hi)) = interval {
                        tally[c][0] += 1;
                        tally[c][1] += usize::from(lo <= truth && truth <= hi);
                        tally[c][2] += ((hi - lo) * 1000.0) as usize;
                    }
                }
            }
            tally
        })
        .collect();
    for (c, name) in candidates::NAMES.iter().enumerate() {
        println!("== {name}");
        for n in [3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 50] {
            let mut cells: Vec<(f64, f64, f64, String)> = worlds
                .iter()
                .zip(&results)
                .filter(|(w, t)| w.n == n && t[c][0] * 10 >= runs)
                .map(|(w, t)| {
                    (
                        t[c][1] as f64 / t[c][0] as f64,
                        t[c][0] as f64 / runs as f64,
                        t[c][2] as f64 / 1000.0 / t[c][0] as f64,
                        format!("{w:?}"),
                    )
                })
                .collect();
            cells.sort_by(|a, b| a.0.total_cmp(&b.0));
            if cells.is_empty() {
                continue;
            }
            let under = cells.iter().filter(|x| x.0 < 0.92).count();
            let width: f64 = cells.iter().map(|x| x.2).sum::<f64>() / cells.len() as f64;
            println!(
                "{n:3} min {:.3} med {:.3} max {:.3} under {under}/{} over {} width {width:.3} worst {} shown {:.2}",
                cells[0].0,
                cells[cells.len() / 2].0,
                cells[cells.len() - 1].0,
                cells.len(),
                cells.iter().filter(|x| x.0 > 0.97).count(),
                cells[0].3,
                cells[0].1
            );
        }
    }
}
