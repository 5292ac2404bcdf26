//! `manifest.csv`: what a person knows of the files below a folder.

use super::columns::Field;
use super::record::Fields;
use super::table::Table;
use super::{Reason, Rejected, stream};
use csv::ByteRecord;
use rustc_hash::FxHashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The name under which a manifest is looked for.
pub(super) const NAME: &str = "manifest.csv";

/// One manifest: file, relative to its folder and with `/` → metadata.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    rows: FxHashMap<String, (u64, Fields)>,
    /// What was wrong with it.
    problems: Vec<Rejected>,
    path: PathBuf,
}

impl Manifest {
    /// The manifest of a folder, if it has one.
    pub(super) fn beside(folder: &Path) -> Option<Self> {
        let path = folder.join(NAME);
        let file = fs::File::open(&path).ok()?;
        let mut manifest = Self { path, ..Self::default() };
        if let Err(problem) = manifest.fill(file) {
            manifest.problems.push(problem);
        }
        Some(manifest)
    }

    fn fill(&mut self, file: fs::File) -> Result<(), Rejected> {
        let path = self.path.clone();
        let problem = |line, reason| Rejected { line, ..Rejected::new(&path, reason) };
        let (stream, _) = stream::open(file).map_err(|error| super::file::unreadable(&path, &error))?;
        let Some(mut table) = Table::open(stream).map_err(|reason| problem(None, reason))? else {
            return Err(problem(None, Reason::EmptyFile));
        };
        let Some(column) = table.columns.find(Field::File) else {
            return Err(problem(None, Reason::ManifestWithoutFileColumn { found: table.header }));
        };
        let mut row = ByteRecord::new();
        while let Some(line) = table.next_row(&mut row).map_err(|(line, reason)| problem(Some(line), reason))? {
            let file = row.get(column).map(String::from_utf8_lossy).unwrap_or_default();
            let file = plain_path(&file);
            if !file.is_empty() {
                self.rows.insert(file, (line, table.record(&row).fields));
            }
        }
        Ok(())
    }

    /// What it says of a file, by its path relative to the manifest.
    pub(super) fn fields_of(&self, relative: &str) -> Fields {
        self.rows.get(relative).map(|(_, fields)| fields.clone()).unwrap_or_default()
    }

    /// What is wrong with it, rows for files that do not exist included, in the order of its lines.
    pub(super) fn take_problems(&mut self) -> Vec<Rejected> {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let mut absent: Vec<Rejected> = self
            .rows
            .iter()
            .filter(|(file, _)| !folder.join(file).exists())
            .map(|(file, (line, _))| Rejected {
                line: Some(*line),
                ..Rejected::new(&self.path, Reason::ManifestFileMissing { file: file.clone() })
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
    file.strip_prefix("./").unwrap_or(&file).to_owned()
}
