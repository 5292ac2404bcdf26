//! Readers: files, folders and tables in, [`Article`]s out.
//!
//! `paths → Iterator<Result<Article, Rejected>>`

mod article;

pub use article::{Article, Genre, Mark, Meta, Warning};
pub struct Rejected { pub path: String, pub line: Option<u64> }
impl Rejected { pub fn message(&self, _: crate::lang::Lang) -> String { String::new() } }
impl Warning { pub fn message(&self, _: crate::lang::Lang) -> String { String::new() } }
pub fn read(inputs: &[std::path::PathBuf]) -> impl Iterator<Item = Result<Article, Rejected>> + use<> {
    inputs.to_vec().into_iter().map(|p| Ok(Article { id: p.display().to_string(), path: p.display().to_string(), text: std::fs::read_to_string(&p).unwrap(), meta: Meta::default(), marked: vec![], warnings: vec![] }))
}
