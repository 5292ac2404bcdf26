//! Readers: files, folders and tables in, [`Article`]s out.
//!
//! `paths → Iterator<Result<Article, Rejected>>`
//!
//! Everything streams: a table or a JSON Lines file of any size is read record by record. What cannot be used comes out as a
//! [`Rejected`] in its place and the rest goes on.

mod again;
mod archive;
mod article;
mod batch;
mod columns;
pub mod date;
mod decode;
mod docx;
mod doubts;
mod exports;
mod fault;
mod feed;
mod file;
mod flow;
mod folder;
mod html;
mod iramuteq;
mod json;
mod keep;
mod kind;
mod manifest;
mod odt;
mod package;
mod record;
mod records;
mod rejected;
mod rows;
mod size;
mod source;
mod stream;
mod table;
mod tei;
mod texts;
mod unique;
mod warning;
mod xlsx;
mod xml;
mod zstd;

pub use article::{Article, Genre, Mark, Meta, Warning};
pub use batch::Batch;
pub use columns::{Field, Names};
pub use date::iso as iso_date;
pub use keep::Keep;
pub use rejected::{Reason, Rejected};
pub use size::size;
pub use unique::Ids;

use rustc_hash::FxHashSet;
use std::path::PathBuf;

/// What a reader yields.
pub type Outcome = Result<Article, Rejected>;

/// Reads files, folders (in sorted order) and `-` (standard input), in the order given.
pub fn read(inputs: &[PathBuf]) -> impl Iterator<Item = Outcome> + Send + use<> {
    read_with(inputs, &Names::default())
}

/// The same, with names of columns and fields besides the usual ones.
pub fn read_with(inputs: &[PathBuf], names: &Names) -> impl Iterator<Item = Outcome> + Send + use<> {
    let mut ids = unique::Ids::default();
    pieces(inputs, names).flat_map(records::Unread::read).map(move |found| ids.admit(found))
}

/// The same articles in batches, each understood on all cores.
pub fn read_in_batches(inputs: &[PathBuf], names: &Names) -> impl Iterator<Item = Batch> + Send + use<> {
    batch::Batches::new(pieces(inputs, names))
}

fn pieces(inputs: &[PathBuf], names: &Names) -> impl Iterator<Item = records::Unread> + Send + use<> {
    let (inputs, names) = (inputs.to_vec(), names.clone());
    let mut told = FxHashSet::default();
    inputs.into_iter().flat_map(move |input| pieces_of(input, names.clone(), &mut told))
}

fn pieces_of(input: PathBuf, names: Names, told: &mut FxHashSet<PathBuf>) -> records::Pieces {
    if input.as_os_str() == "-" {
        file::standard_input(names)
    } else if input.is_dir() {
        Box::new(folder::Folder::open(input, names))
    } else {
        file::given(&input, names, told)
    }
}
