//! Every match of one marker with what became of it, for authors who want to see what their guards do.

use super::guards::{self, Verdict};
use super::{Hit, each_sentence, overlap};
use crate::lexicon::Compiled;
use crate::text::Document;

/// A match and why it is a hit, or is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    pub hit: Hit,
    pub verdict: Verdict,
    /// The guards keep it, but a longer match of the same marker covers it.
    pub covered: bool,
}

impl Judged {
    pub fn is_kept(&self) -> bool {
        self.verdict.is_kept() && !self.covered
    }
}

/// All matches of the marker at this index of [`Compiled::markers`], by place.
pub fn judge(document: &Document, lexicons: &Compiled, marker: usize) -> Vec<Judged> {
    let mut judged = Vec::new();
    each_sentence(document, lexicons, lexicons.markers[marker].needs, 0..document.sentences.len(), |present, candidates| {
        candidates.retain(|hit| hit.marker == marker);
        candidates.sort_by_key(|hit| (hit.tokens.start, hit.tokens.end));
        let verdicts: Vec<Verdict> = candidates.iter().map(|hit| guards::verdict(document, lexicons, present, hit)).collect();
        let kept = candidates.iter().zip(&verdicts).filter(|(_, verdict)| verdict.is_kept());
        let mut won: Vec<Hit> = kept.map(|(hit, _)| hit.clone()).collect();
        overlap::longest_wins(lexicons, &mut won);
        for (hit, verdict) in candidates.drain(..).zip(verdicts) {
            let covered = verdict.is_kept() && !won.contains(&hit);
            judged.push(Judged { hit, verdict, covered });
        }
    });
    judged
}
