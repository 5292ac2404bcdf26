//! How often the intervals contain what they should, and how often the test cries wolf.
//!
//! `cargo run --release --example coverage` prints the tables of docs/VALIDATION.md, or the one that is named (`-- shares chosen`: of one
//! interval); the seed is fixed.

mod candidates;
mod copies;
mod differences;
mod false_positives;
mod rates;
mod sample;
mod shares;
mod world;

/// Each table by the name that the command line gives it.
const TABLES: [(&str, fn()); 8] = [
    ("shares", shares::print),
    ("rates", rates::print),
    ("differences", differences::print),
    ("false-positives", false_positives::print),
    ("shared-events", false_positives::print_events),
    ("one-differs", false_positives::print_one_differs),
    ("sample-split", sample::print),
    ("copies", copies::print),
];

fn main() {
    let asked = std::env::args().nth(1);
    for (_, print) in TABLES.iter().filter(|(name, _)| asked.as_deref().is_none_or(|asked| asked == *name)) {
        print();
    }
}
