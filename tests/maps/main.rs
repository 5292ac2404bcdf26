//! Maps, distances, trees, time: every figure against independent implementations, on invented corpora, and the pictures to look at.

mod chance;
mod commands;
mod golden;
mod world;
