//! IRaMuTeQ corpora: each text after a line `**** *variable_modalité …`; lines `-*thème` mark parts.

use super::columns::{Field, Names};
use super::record::Record;
use super::records::{Content, Read};

/// True for a text whose first line that is not blank begins with `**** *`.
pub(super) fn is_one(text: &str) -> bool {
    text.lines().find(|line| !line.trim().is_empty()).is_some_and(is_head)
}

fn is_head(line: &str) -> bool {
    line.strip_prefix("****").is_some_and(|rest| rest.trim_start().starts_with('*') || rest.trim().is_empty())
}

/// The texts of a corpus.
pub(super) fn content(text: &str, names: &Names) -> Content {
    let mut records: Vec<Read> = Vec::new();
    let mut open: Option<(Record, u64)> = None;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        if is_head(line) {
            records.extend(open.replace((head(line, names), number)).map(closed));
        } else if let Some((record, _)) = &mut open
            && !line.starts_with("-*")
        {
            record.text.push_str(line);
        }
    }
    records.extend(open.map(closed));
    Content::Many(Box::new(records.into_iter()))
}

fn closed((mut record, line): (Record, u64)) -> Read {
    let kept = record.text.trim_end_matches(['\n', '\r']).len();
    record.text.truncate(kept);
    Ok((record, Some(line)))
}

/// `**** *media_LaGazette *date_2017-11-09`: what the variables say, those with usual names.
fn head(line: &str, names: &Names) -> Record {
    let mut record = Record::default();
    for variable in line.split_whitespace().filter_map(|word| word.strip_prefix('*')) {
        let Some((name, value)) = variable.split_once('_') else { continue };
        match names.field(name) {
            Some((Field::Id, _)) => record.id = Some(value.to_owned()).filter(|id| !id.is_empty()),
            // A modality has no spaces; `_` stands for them.
            Some((field, _)) => record.fields.set(field, &value.replace('_', " ")),
            None => {}
        }
    }
    record
}
