//! Formats: what is read from each, converted and read back, and what is said of hostile files.

mod broken;
mod convert;
mod encodings;
mod files;
mod folders;
mod fuzz;
mod hostile;
mod office;
mod packed;
mod read;
