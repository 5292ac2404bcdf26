//! `manifest.csv`: what a person knows of the files below a folder.

use super::columns::{Columns, Field, Names};
use super::fault::Fault;
use super::record::Fields;
use super::rows::Row;
use super::table::{self, Splitter, Table};
use super::{Reason, Rejected, stream};
use rustc_hash::FxHashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// The name under which a manifest is looked for.
pub(super) const NAME: &str = "manifest.csv";

/// What TXM calls it; its column `id` names files without their ending.
const TXM_NAME: &str = "metadata.csv";

/// One manifest: file, relative to its folder and with `/` → metadata.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    rows: FxHashMap<Box<str>, Described>,
    splitter: Splitter,
    columns: Arc<Columns>,
    /// What was wrong with it.
    problems: Vec<Rejected>,
    pub path: PathBuf,
    /// Rows name files without their ending, as TXM has it.
    by_stem: bool,
}

/// What a row says of its file, as it stands there: most of a large manifest is never asked for at the same time.
#[derive(Debug)]
struct Described {
    line: u64,
    row: Box<[u8]>,
}

impl Manifest {
    /// The manifest of a folder, if it has one.
    pub(super) fn beside(folder: &Path) -> Option<Self> {
        let path = folder.join(NAME);
        match fs::File::open(&path) {
            Ok(file) => Some(Self::read(file, path)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::of_txm(folder.join(TXM_NAME)),
            Err(error) => {
                let problems = vec![Fault::from(error).of(&path.display().to_string())];
                Some(Self { problems, path, ..Self::default() })
            }
        }
    }

    /// The table of TXM, unless it is a table of articles that happens to have its name.
    fn of_txm(path: PathBuf) -> Option<Self> {
        let file = fs::File::open(&path).ok()?;
        let mut manifest = Self { path, by_stem: true, ..Self::default() };
        manifest.fill(file).ok()?;
        Some(manifest)
    }

    /// A manifest from its bytes, wherever it lies.
    pub(super) fn read(file: impl io::Read + Send + 'static, path: PathBuf) -> Self {
        let mut manifest = Self { path, ..Self::default() };
        if let Err(fault) = manifest.fill(file) {
            manifest.problems.push(fault.of(&manifest.path.display().to_string()));
        }
        manifest
    }

    fn fill(&mut self, file: impl io::Read + Send + 'static) -> Result<(), Fault> {
        let (stream, _) = stream::open(file)?;
        let Some(mut table) = Table::open(stream, &Names::default())? else { return Err(Reason::EmptyFile.into()) };
        let key = if self.by_stem && table.columns.find(Field::Text).is_none() { Field::Id } else { Field::File };
        let Some(column) = table.columns.find(key) else {
            return Err(Reason::ManifestWithoutFileColumn { found: table.header }.into());
        };
        (self.splitter, self.columns) = (table.splitter.clone(), Arc::clone(&table.columns));
        while let Some(row) = table.next_row() {
            match row {
                Ok(Row { bytes, line }) => {
                    let file = self.splitter.cells(&bytes).get(column).map(|file| plain_path(&String::from_utf8_lossy(file)));
                    if let Some(file) = file.filter(|file| !file.is_empty()) {
                        self.rows.insert(file.into(), Described { line, row: bytes.into() });
                    }
                }
                Err(fault) if matches!(fault.reason, Reason::BrokenOff { .. }) => return Err(fault),
                Err(fault) => self.problems.push(fault.of(&self.path.display().to_string())),
            }
        }
        Ok(())
    }

    /// What it says of a file, by its path relative to the manifest.
    pub(super) fn fields_of(&self, relative: &str) -> Fields {
        let mut key = composed(relative);
        if self.by_stem {
            let stem = key.rsplit_once('.').map_or(key.len(), |(stem, _)| stem.len());
            key.truncate(stem);
        }
        let described = self.rows.get(&*key);
        described.map(|found| table::record(&self.splitter.cells(&found.row), &self.columns).fields).unwrap_or_default()
    }

    /// What is wrong with it, rows for files that are not `present` included, in the order of its lines.
    pub(super) fn take_problems(&mut self, present: impl Fn(&str) -> bool) -> Vec<Rejected> {
        let mut absent: Vec<Rejected> = self
            .rows
            .iter()
            .filter(|(file, _)| !self.by_stem && !present(file))
            .map(|(file, described)| Rejected {
                line: Some(described.line),
                ..Rejected::new(&self.path, Reason::ManifestFileMissing { file: file.to_string() })
            })
            .collect();
        absent.sort_by_key(|problem| problem.line);
        let mut problems = std::mem::take(&mut self.problems);
        problems.extend(absent);
        problems
    }
}

/// `.\sub\a.txt` as spreadsheets on Windows write it, to `sub/a.txt`.
fn plain_path(file: &str) -> String {
    let file = file.trim().replace('\\', "/");
    composed(file.strip_prefix("./").unwrap_or(&file))
}

/// One spelling of accents: a Mac may name files with combining ones and write the manifest with composed ones.
fn composed(file: &str) -> String {
    file.nfc().collect()
}
