//! Readers: files, folders and tables in, [`Article`]s out.
//!
//! `paths → Iterator<Result<Article, Rejected>>`
//!
//! Everything streams: a table or a JSON Lines file of any size is read record by record. What cannot be used comes out as a
//! [`Rejected`] in its place and the rest goes on.

mod article;
mod columns;
mod date;
mod decode;
mod file;
mod folder;
mod html;
mod jsonl;
mod keep;
mod manifest;
mod record;
mod rejected;
mod stream;
mod table;
mod unique;
mod warning;

pub use article::{Article, Genre, Mark, Meta, Warning};
pub use date::iso as iso_date;
pub use keep::Keep;
pub use rejected::{Reason, Rejected};

use std::path::PathBuf;

/// What a reader yields.
pub type Outcome = Result<Article, Rejected>;

/// Articles of one input, one after the other.
type Articles = Box<dyn Iterator<Item = Outcome> + Send>;

/// Reads files, folders (in sorted order) and `-` (standard input), in the order given.
pub fn read(inputs: &[PathBuf]) -> impl Iterator<Item = Outcome> + Send + use<> {
    let mut ids = unique::Ids::default();
    let inputs = inputs.to_vec();
    inputs.into_iter().flat_map(articles_of).map(move |outcome| outcome.and_then(|article| ids.admit(article)))
}

fn articles_of(input: PathBuf) -> Articles {
    if input.as_os_str() == "-" {
        file::standard_input()
    } else if input.is_dir() {
        Box::new(folder::Folder::open(input))
    } else {
        file::given(&input)
    }
}
