//! Scores of an earlier run, looked up by what they depend on.

use crate::cli::{Failure, cannot_read};
use crate::counts::Record;
use crate::counts::record::SCHEMA;
use crate::lang::Lang;
use parking_lot::Mutex;
use serde::Deserialize;
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Seek};
use std::path::Path;

/// Where the record of each basis stands: 16 bytes an article.
pub struct Since {
    /// Sorted; of a basis its first half, the rest is compared in the record.
    places: Vec<(u64, u64)>,
    file: Mutex<BufReader<File>>,
}

#[derive(Deserialize)]
struct Head<'l> {
    #[serde(borrow)]
    schema: Cow<'l, str>,
    #[serde(borrow)]
    basis: Cow<'l, str>,
}

impl Since {
    /// Reads where everything stands. Lines that are no record of this program, or of an older one without basis, are passed over: their
    /// articles are scored anew.
    pub fn open(path: &Path, lang: Lang) -> Result<Self, Failure> {
        let failed = |error: io::Error| cannot_read(&path.display().to_string(), &error, lang);
        let mut file = BufReader::with_capacity(1 << 18, File::open(path).map_err(failed)?);
        let (mut places, mut at, mut line, mut lines) = (Vec::new(), 0, Vec::new(), 0);
        loop {
            line.clear();
            let read = file.read_until(b'\n', &mut line).map_err(failed)?;
            if read == 0 {
                break;
            }
            lines += 1;
            let head = serde_json::from_slice::<Head>(&line).ok().filter(|head| head.schema == SCHEMA);
            places.extend(head.and_then(|head| Some((half(&head.basis)?, at))));
            at += read as u64;
        }
        if places.is_empty() && lines > 0 {
            return Err(no_scores(path, lang));
        }
        places.sort_unstable();
        places.shrink_to_fit();
        Ok(Self { places, file: Mutex::new(file) })
    }

    /// The record with this basis.
    pub fn find(&self, basis: &str) -> Option<Record<'static>> {
        let wanted = half(basis)?;
        let first = self.places.partition_point(|(half, _)| *half < wanted);
        let same = self.places[first..].iter().take_while(|(half, _)| *half == wanted);
        same.map(|(_, at)| *at).find_map(|at| self.record(at).filter(|record| record.basis == basis))
    }

    fn record(&self, at: u64) -> Option<Record<'static>> {
        let mut line = Vec::new();
        {
            let mut file = self.file.lock();
            let here = file.stream_position().ok()?;
            // Records come in the order of the file as a rule: what is read ahead is kept.
            file.seek_relative(at as i64 - here as i64).ok()?;
            file.read_until(b'\n', &mut line).ok()?;
        }
        serde_json::from_slice::<Record>(&line).ok().map(Record::into_owned)
    }
}

/// The first half of a basis, as a number.
fn half(basis: &str) -> Option<u64> {
    (basis.len() == 32).then(|| u64::from_str_radix(basis.get(..16)?, 16).ok())?
}

fn no_scores(path: &Path, lang: Lang) -> Failure {
    let path = path.display();
    lang.pick(
        format!(
            "{path} : aucun relevé de cette version de « cadrage score » (JSONL) dans ce fichier ; vérifiez le nom, ou mesurez sans --since"
        ),
        format!("{path}: no record of this version of “cadrage score” (JSONL) in this file; check its name, or score without --since"),
    )
}
