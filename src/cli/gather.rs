//! Articles to score and score files to read, side by side.

use super::Failure;
use super::session::Session;
use crate::corpus::{Reason, Rejected};
use crate::counts::Record;
use crate::counts::record::SCHEMA;
use crate::report::Scored;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// Everything the inputs hold, score files first; `articles_of_scores` is where the texts of score files may lie.
pub fn gather(session: &mut Session, articles_of_scores: Option<&PathBuf>) -> Result<Vec<Scored<'static>>, Failure> {
    let (scores, articles): (Vec<_>, Vec<_>) = std::mem::take(&mut session.inputs).into_iter().partition(|path| is_score_file(path));
    let mut gathered = Vec::new();
    for path in &scores {
        read_scores(path, &mut gathered, session);
    }
    session.inputs = articles;
    if !session.inputs.is_empty() {
        session.each(
            |instrument, article| Scored { record: instrument.score(&article).into_owned(), text: Some(article.text) },
            |scored| {
                gathered.push(scored);
                Ok(true)
            },
        )?;
    }
    refuse_twins(&mut gathered, session);
    if let Some(folder) = articles_of_scores {
        super::texts::attach(folder, &mut gathered, session);
    }
    Ok(gathered)
}

/// True where the first line is a record of `cadrage score`.
fn is_score_file(path: &Path) -> bool {
    let Ok(file) = File::open(path) else { return false };
    let mut line = Vec::new();
    // A line of a score file begins with its schema; a longer look would read whole articles.
    let read = std::io::Read::take(BufReader::new(file), 200).read_until(b'\n', &mut line);
    read.is_ok() && String::from_utf8_lossy(&line).trim_start().starts_with(&format!("{{\"schema\":\"{SCHEMA}\""))
}

fn read_scores(path: &Path, gathered: &mut Vec<Scored<'static>>, session: &mut Session) {
    let name = path.display().to_string();
    let refuse = |line: Option<u64>, reason| Rejected { path: name.clone(), line, reason };
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) => return session.refuse(refuse(None, Reason::Unreadable { detail: error.to_string() })),
    };
    for (number, line) in BufReader::new(file).lines().enumerate() {
        let number = Some(number as u64 + 1);
        match line.map_err(|e| e.to_string()).and_then(|line| parse(&line)) {
            Ok(Some(scored)) => {
                session.scored += 1;
                gathered.push(scored);
            }
            Ok(None) => {}
            Err(detail) => session.refuse(refuse(number, Reason::MalformedScore { detail })),
        }
    }
}

/// A record and the text it may carry; none on an empty line.
fn parse(line: &str) -> Result<Option<Scored<'static>>, String> {
    if line.trim().is_empty() {
        return Ok(None);
    }
    let mut record = serde_json::from_str::<Record>(line).map_err(|e| e.to_string().replace(" at line 1", ""))?.into_owned();
    if record.schema != SCHEMA {
        return Err(format!("schema {}", record.schema));
    }
    if let Some(hit) = record.hits.iter().find(|hit| hit.sentence >= record.sentences.len()) {
        return Err(format!("sentence {}", hit.sentence));
    }
    if let Some(sentence) = record.named.values().flatten().find(|sentence| **sentence >= record.sentences.len()) {
        return Err(format!("sentence {sentence}"));
    }
    let text = record.text.take();
    Ok(Some(Scored { record, text }))
}

/// The same article from two files would count twice.
fn refuse_twins(gathered: &mut Vec<Scored>, session: &mut Session) {
    let mut seen = BTreeSet::new();
    let mut twins = Vec::new();
    gathered.retain(|scored| {
        let new = seen.insert(scored.record.id.clone());
        if !new {
            twins.push(Rejected {
                path: scored.record.path.clone(),
                line: None,
                reason: Reason::DuplicateId { id: scored.record.id.clone() },
            });
        }
        new
    });
    session.scored -= twins.len();
    twins.into_iter().for_each(|twin| session.refuse(twin));
}
