//! Who says each word: the row's own voice to the left of a middle line, all others to its right.

use super::canvas::Canvas;
use super::{Frame, number, phrases, svg, table, voices_layout};
use crate::lang::Lang;

/// The words of a contrast with who says them, in diverging bars of 100 %.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VoiceShares {
    pub frame: Frame,
    /// What the four voices are called, the row's own first.
    pub voices: [String; 4],
    /// One panel a word.
    pub words: Vec<String>,
    pub rows: Vec<VoiceRow>,
}

/// One outlet or article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VoiceRow {
    pub name: String,
    /// By word, how often each voice says it.
    pub counts: Vec<[u64; 4]>,
}

impl VoiceRow {
    /// The counts of a word; zeros where none are given.
    pub fn of(&self, word: usize) -> [u64; 4] {
        self.counts.get(word).copied().unwrap_or_default()
    }
}

impl VoiceShares {
    /// The chart. A mark's column is the word's place times four plus the voice's.
    pub fn to_svg(&self, lang: Lang) -> String {
        let mut canvas = Canvas::new();
        voices_layout::draw(self, &mut canvas, lang);
        let title = self.frame.alt_title(lang);
        let description = self.frame.alt_description(self.sentences(lang), lang);
        svg::write(&canvas, &title, &description, lang)
    }

    /// The same numbers, one record per row, word and voice.
    pub fn to_csv(&self) -> String {
        let mut records = Vec::new();
        for row in &self.rows {
            for (at, word) in self.words.iter().enumerate() {
                let counts = row.of(at);
                let total: u64 = counts.iter().sum();
                for (voice, count) in self.voices.iter().zip(counts) {
                    let share = (total > 0).then(|| count as f64 / total as f64);
                    records.push(vec![
                        row.name.clone(),
                        word.clone(),
                        voice.clone(),
                        count.to_string(),
                        table::field(share),
                        total.to_string(),
                    ]);
                }
            }
        }
        table::write(&["row", "word", "voice", "count", "share", "all_voices"], records)
    }

    /// One sentence per word and row.
    fn sentences(&self, lang: Lang) -> Vec<String> {
        let colon = phrases::colon(lang);
        let mut sentences = Vec::new();
        for (at, word) in self.words.iter().enumerate() {
            let rows = self.rows.iter().map(|row| format!("{} {}", phrases::name(&row.name, lang), said(&self.voices, row.of(at), lang)));
            let rows = rows.collect::<Vec<_>>().join(phrases::semicolon(lang));
            sentences.push(format!("{}{colon}{rows}", phrases::name(word, lang)));
        }
        sentences
    }
}

/// "5 l'article lui-même (62 %), 3 entre guillemets (38 %)"
pub(super) fn said(voices: &[String; 4], counts: [u64; 4], lang: Lang) -> String {
    let total: u128 = counts.iter().map(|n| u128::from(*n)).sum();
    if total == 0 {
        return phrases::heat_zero(lang).to_owned();
    }
    let parts = voices.iter().zip(counts).filter(|(_, n)| *n > 0);
    let parts = parts.map(|(voice, n)| format!("{} {voice} ({})", number::count(n, lang), number::percent(n, total, lang)));
    parts.collect::<Vec<_>>().join(", ")
}
