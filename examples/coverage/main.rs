//! How often the intervals contain what they should, and how often the test cries wolf.
//!
//! `cargo run --release --example coverage` prints the tables of docs/VALIDATION.md; the seed is fixed.

mod candidates;
mod copies;
mod differences;
mod false_positives;
mod rates;
mod sample;
mod shares;
mod world;

fn main() {
    let asked = std::env::args().nth(1);
    let wants = |name: &str| asked.as_deref().is_none_or(|asked| asked == name);
    if wants("shares") {
        shares::print();
    }
    if wants("rates") {
        rates::print();
    }
    if wants("differences") {
        differences::print();
    }
    if wants("false-positives") {
        false_positives::print();
    }
    if wants("shared-events") {
        false_positives::print_events();
    }
    if wants("one-differs") {
        false_positives::print_one_differs();
    }
    if wants("sample-split") {
        sample::print();
    }
    if wants("copies") {
        copies::print();
    }
}
