//! The forms of `cadrage score`: JSON lines, a row an article, a row a hit.

use super::output::csv_row;
use crate::corpus::Article;
use crate::counts::{Instrument, Record, Tally};
use crate::lexicon::{Axis, Purpose};
use crate::masking;
use crate::text::offsets::Slicer;
use std::cell::RefCell;

/// What `--format` asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Jsonl {
        with_text: bool,
    },
    Articles,
    /// With so many words around each hit, or its whole sentence.
    Hits {
        around: Option<usize>,
    },
}

/// Bytes that a thread keeps for its next record.
const KEPT: usize = 1 << 16;

thread_local! {
    /// Where a record is written before its length is known.
    static LINE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

const ABOUT_ARTICLE: [&str; 8] = ["id", "path", "outlet", "date", "title", "author", "event", "genre"];
const ABOUT_HIT: [&str; 12] =
    ["lexicon", "axis", "pole", "marker", "text", "start", "end", "zone", "negated", "voice", "source", "sentence"];

/// What stands before the first row.
pub fn header(instrument: &Instrument, format: Format) -> Vec<u8> {
    match format {
        Format::Jsonl { .. } => Vec::new(),
        Format::Articles => {
            let poles = poles(instrument).map(|(lexicon, axis, pole)| format!("{lexicon}/{axis}/{pole}"));
            csv_row(ABOUT_ARTICLE.iter().map(|name| (*name).to_owned()).chain(["tokens".to_owned()]).chain(poles))
        }
        Format::Hits { .. } => csv_row(ABOUT_ARTICLE.iter().chain(&ABOUT_HIT).map(|name| (*name).to_owned())),
    }
}

/// The row or rows of one article.
pub fn row(instrument: &Instrument, article: Article, mut record: Record, format: Format) -> Vec<u8> {
    match format {
        Format::Jsonl { with_text } => {
            record.text = with_text.then_some(article.text);
            LINE.with_borrow_mut(|line| {
                line.clear();
                line.shrink_to(KEPT);
                // Writing to memory cannot fail.
                let _ = serde_json::to_writer(&mut *line, &record);
                line.push(b'\n');
                line.to_vec()
            })
        }
        Format::Articles => {
            let tally = Tally::of(&record);
            let counts = poles(instrument).map(|(lexicon, axis, pole)| tally.pole(lexicon, axis, pole).to_string());
            csv_row(about(&record).into_iter().chain([record.tokens.to_string()]).chain(counts))
        }
        Format::Hits { around } => {
            let slicer = Slicer::new(&article.text);
            let about = about(&record);
            let rows = record.hits.iter().flat_map(|hit| {
                let (start, end) = record.sentences[hit.sentence];
                let passage = match around {
                    Some(words) => masking::around(&slicer, (start, end), (hit.start, hit.end), words),
                    None => slicer.slice(start, end).to_owned(),
                };
                csv_row(about.iter().cloned().chain([
                    hit.lexicon.to_string(),
                    hit.axis.to_string(),
                    hit.pole.to_string(),
                    hit.marker.to_string(),
                    hit.text.clone(),
                    hit.start.to_string(),
                    hit.end.to_string(),
                    name_of(&hit.zone),
                    hit.negated.to_string(),
                    hit.voice.map(|voice| name_of(&voice)).unwrap_or_default(),
                    hit.source.as_ref().map(|source| source.text.clone()).unwrap_or_default(),
                    passage,
                ]))
            });
            rows.collect()
        }
    }
}

fn poles(instrument: &Instrument) -> impl Iterator<Item = (&str, &str, &str)> {
    instrument.lexicons.lexicons.iter().filter(|_| instrument.hits).flat_map(|lexicon| {
        let counted = |axis: &&Axis| lexicon.identity.purpose == Purpose::Markers || axis.counted;
        lexicon
            .axes
            .iter()
            .filter(counted)
            .flat_map(move |axis| axis.poles.iter().map(move |pole| (&*lexicon.identity.id, &*axis.id, &*pole.id)))
    })
}

fn about(record: &Record) -> Vec<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    vec![
        record.id.clone(),
        record.path.clone(),
        text(&record.outlet),
        text(&record.date),
        text(&record.title),
        text(&record.author),
        text(&record.event),
        record.genre.map(|genre| name_of(&genre)).unwrap_or_default(),
    ]
}

/// The name of a value as it stands in JSON.
fn name_of(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}
