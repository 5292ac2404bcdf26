//! Sentences instead of numbers, where nothing can be compared.

use super::Compared;
use crate::counts::choices::choices;
use crate::lexicon::Contrast;
use crate::report::words::quoted;
use crate::text::offsets::Slicer;

/// Letters of a passage that are shown.
const LETTERS: usize = 160;

/// The first sentence of a group for each side that it chooses, in the voices that are counted.
pub fn of_group(compared: &Compared, group: usize, contrast: &Contrast) -> Vec<String> {
    let sentence = |side: usize| {
        let takes = |article: &usize| first_sentence(compared, *article, side, contrast);
        compared.survey.groups[group].articles.iter().find_map(takes)
    };
    let lang = compared.lang;
    let word = |side: usize| quoted(contrast.members[side].label.in_lang(lang), lang);
    let line = |side: usize| Some(format!("{}{}{}", word(side), lang.pick(" : ", ": "), sentence(side)?));
    (0..contrast.members.len()).filter_map(line).collect()
}

fn first_sentence(compared: &Compared, article: usize, side: usize, contrast: &Contrast) -> Option<String> {
    let record = compared.records[article];
    let slicer = Slicer::new(compared.texts[article]?);
    let filter = &compared.survey.view.filter;
    let (_, hit) = choices(record, contrast, Some(&slicer)).into_iter().find(|(s, hit)| *s == side && filter.takes(&record.hits[*hit]))?;
    let (start, end) = record.sentences[record.hits[hit].sentence];
    // Of a long sentence, what stands around the word.
    let before = if end - start > LETTERS { record.hits[hit].start.saturating_sub(LETTERS / 2).max(start) } else { start };
    let text = slicer.slice(before, end);
    Some(if before > start { format!("… {}", cut(text.split_once(' ').map_or(text, |(_, rest)| rest))) } else { cut(text) })
}

/// On one line, cut where it grows long.
pub fn cut(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LETTERS) {
        Some((at, _)) => format!("{} …", text[..at].trim_end()),
        None => text,
    }
}
