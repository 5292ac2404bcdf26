//! What works in a lexicon but deserves a second look: patterns that no example proves, that always lose, that tie with another pole.

use super::examples::unbracket;
use super::{Hit, each_sentence, engine, guards, overlap};
use crate::lexicon::remark::{Doubt, Remark};
use crate::lexicon::schema::Line;
use crate::lexicon::{Compiled, CompiledMarker};
use crate::text::{Document, Forms};

/// Runs the examples of the lexicon at index `lexicon` and says which patterns they leave in doubt.
pub fn review(lexicons: &Compiled, forms: &Forms, lexicon: usize) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut ties = Ties::default();
    for (index, marker) in lexicons.markers.iter().enumerate().filter(|(_, m)| m.lexicon == lexicon) {
        let source = lexicons.source(marker);
        let mut proofs = vec![Proof::None; marker.patterns.len()];
        for line in source.hits.iter().chain(&source.misses) {
            let sentence = plain(&line.text);
            let document = Document::new(&sentence, &[], forms);
            let rivals = Rivals::of(&document, lexicons, index);
            prove(&document, lexicons, &rivals, index, &mut proofs);
            ties.note(lexicons, &rivals, line);
        }
        for (pattern, proof) in source.patterns.iter().zip(proofs) {
            let (marker, pattern_text) = (source.name.clone(), pattern.text.clone());
            let doubt = match proof {
                Proof::Won => continue,
                Proof::None => Doubt::Unproven { marker, pattern: pattern_text },
                Proof::LostTo(winner) => {
                    let winner = lexicons.source(&lexicons.markers[winner]).name.clone();
                    Doubt::Shadowed { marker, pattern: pattern_text, winner }
                }
            };
            remarks.push(Remark { file: source.file.clone(), line: pattern.line, doubt });
        }
    }
    remarks.extend(ties.remarks(lexicons));
    remarks
}

/// The sentence without its brackets; as it is where they are at fault, which the examples' own check reports.
fn plain(example: &str) -> String {
    unbracket(example).map_or_else(|| example.to_owned(), |(sentence, _)| sentence)
}

/// What the examples show of a pattern.
#[derive(Clone, Copy)]
enum Proof {
    None,
    /// It matched, and the longer wording of this marker won.
    LostTo(usize),
    Won,
}

/// Hits of a sentence that the guards keep, and those that win.
struct Rivals {
    kept: Vec<Hit>,
    won: Vec<Hit>,
}

impl Rivals {
    fn of(document: &Document, lexicons: &Compiled, marker: usize) -> Self {
        let (mut kept, mut won) = (Vec::new(), Vec::new());
        each_sentence(document, lexicons, lexicons.markers[marker].needs, 0..document.sentences.len(), |present, candidates| {
            candidates.retain(|hit| guards::verdict(document, lexicons, present, hit).is_kept());
            kept.extend(candidates.iter().cloned());
            overlap::longest_wins(lexicons, candidates);
            won.append(candidates);
        });
        Self { kept, won }
    }
}

fn axis(marker: &CompiledMarker) -> (usize, usize) {
    (marker.lexicon, marker.axis)
}

/// Notes for each pattern of the marker whether one of its matches won, or to which marker it lost.
fn prove(document: &Document, lexicons: &Compiled, rivals: &Rivals, index: usize, proofs: &mut [Proof]) {
    let marker = &lexicons.markers[index];
    for hit in rivals.kept.iter().filter(|hit| hit.marker == index) {
        let winner = if rivals.won.contains(hit) {
            Proof::Won
        } else {
            let over = |rival: &&Hit| {
                rival.marker != index && axis(&lexicons.markers[rival.marker]) == axis(marker) && rival.span.overlaps(&hit.span)
            };
            rivals.won.iter().find(over).map_or(Proof::None, |rival| Proof::LostTo(rival.marker))
        };
        for (program, proof) in lexicons.programs(marker).zip(proofs.iter_mut()).filter(|(_, proof)| !matches!(proof, Proof::Won)) {
            let made = engine::longest_from(document, program, hit.sentence, hit.tokens.start).is_some_and(|m| m.tokens == hit.tokens);
            if made && !matches!(winner, Proof::None) {
                *proof = winner;
            }
        }
    }
}

/// Markers of different poles that match the same words.
#[derive(Default)]
struct Ties(Vec<Tie>);

struct Tie {
    winner: usize,
    loser: usize,
    found: String,
    /// The example that shows it.
    example: Line,
}

impl Ties {
    fn note(&mut self, lexicons: &Compiled, rivals: &Rivals, example: &Line) {
        for winner in &rivals.won {
            let first = &lexicons.markers[winner.marker];
            for loser in rivals.kept.iter().filter(|hit| hit.tokens == winner.tokens && hit.marker != winner.marker) {
                let second = &lexicons.markers[loser.marker];
                let two_poles = axis(first) == axis(second) && lexicons.source(first).pole != lexicons.source(second).pole;
                let known = self.0.iter().any(|tie| (tie.winner, tie.loser) == (winner.marker, loser.marker));
                if two_poles && !known {
                    let found = winner.span.of(&plain(&example.text)).to_owned();
                    self.0.push(Tie { winner: winner.marker, loser: loser.marker, found, example: example.clone() });
                }
            }
        }
    }

    fn remarks(self, lexicons: &Compiled) -> impl Iterator<Item = Remark> {
        self.0.into_iter().map(|tie| {
            let (winner, loser) = (lexicons.source(&lexicons.markers[tie.winner]), lexicons.source(&lexicons.markers[tie.loser]));
            let doubt = Doubt::Overlap {
                marker: loser.name.clone(),
                pole: loser.pole.clone(),
                winner: winner.name.clone(),
                winner_pole: winner.pole.clone(),
                found: tie.found,
                sentence: plain(&tie.example.text),
            };
            Remark { file: loser.file.clone(), line: loser.line, doubt }
        })
    }
}
