//! Readers: files, folders and tables in, [`Article`]s out.
//!
//! `paths → Iterator<Result<Article, Rejected>>`

mod article;

pub use article::{Article, Genre, Mark, Meta, Warning};
