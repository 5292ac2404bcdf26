//! Files of a test, and what is read of them.

use cadrage::corpus::{Article, Names, Rejected, read_with};
use cadrage::lang::Lang;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

pub struct Files(TempDir);

impl Files {
    pub fn new(files: &[(&str, &[u8])]) -> Self {
        let folder = Self(tempfile::tempdir().expect("a temporary folder"));
        for (name, bytes) in files {
            folder.add(name, bytes);
        }
        folder
    }

    pub fn add(&self, name: &str, bytes: &[u8]) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        fs::write(path, bytes).expect("it is written");
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn read(&self, input: &str) -> (Vec<Article>, Vec<Rejected>) {
        self.read_with(input, &Names::default())
    }

    pub fn read_with(&self, input: &str, names: &Names) -> (Vec<Article>, Vec<Rejected>) {
        let path: PathBuf = if input.is_empty() { self.path().into() } else { self.path().join(input) };
        let (mut articles, mut rejected) = (Vec::new(), Vec::new());
        for outcome in read_with(&[path], names) {
            match outcome {
                Ok(article) => articles.push(article),
                Err(one) => rejected.push(one),
            }
        }
        (articles, rejected)
    }

    /// The articles of an input of which nothing is refused.
    pub fn articles(&self, input: &str) -> Vec<Article> {
        let (articles, rejected) = self.read(input);
        assert!(rejected.is_empty(), "{input}: {:?}", messages(&rejected));
        articles
    }

    /// What was refused, in words; each message has its remedy in both languages.
    pub fn refused(&self, input: &str) -> (usize, Vec<String>) {
        let (articles, rejected) = self.read(input);
        for one in &rejected {
            for lang in [Lang::Fr, Lang::En] {
                let reason = one.reason.message(lang);
                assert!(!reason.contains('\n') && reason.len() > 30, "one clear line: {reason}");
            }
        }
        (articles.len(), messages(&rejected))
    }
}

pub fn messages(rejected: &[Rejected]) -> Vec<String> {
    rejected.iter().map(|one| one.message(Lang::Fr)).collect()
}

/// A zip archive of these files.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a file begins");
        archive.write_all(bytes).expect("it is written");
    }
    archive.finish().expect("an archive").into_inner()
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    out.write_all(bytes).expect("it is written");
    out.finish().expect("gzip")
}

pub fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

pub fn docx(document: &str, core: Option<&str>) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{document}</w:body></w:document>"
    );
    let mut files = vec![("word/document.xml", document.as_bytes())];
    files.extend(core.map(|core| ("docProps/core.xml", core.as_bytes())));
    zip(&files)
}
