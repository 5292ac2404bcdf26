//! What the programs of all lexicons do with each tag: how patterns begin with it, await it, ask for it in guards.

use super::compile::{Compiled, CompiledMarker, Pattern};
use super::program::Program;
use super::tagging::Tests;
use crate::text::forms::Form;
use crate::text::guess::Guess;
use crate::text::tags::{ANY, Later, NEAR, Opens, Start, Tag, Tagger, awaited_bit, tag_bit};
use rustc_hash::FxHashMap;
use std::num::NonZeroU32;
use std::sync::Arc;

/// What programs do with a tag.
#[derive(Debug, Clone, Default)]
pub(super) struct Use {
    /// Some program reads it; others are only members of classes, and no form need carry them.
    read: bool,
    /// The numbers under which far guards and exceptions ask for it, and long lists that patterns await.
    asked: Vec<u32>,
    /// Its number among the tags that patterns await after their first word.
    awaited: Option<u32>,
    opens: Opens,
    /// The patterns that can begin with it, each after what it is needed for.
    starts: Vec<(u8, Start)>,
}

/// What the programs do with each tag; what guards and exceptions ask for is numbered on the way.
pub(super) fn uses(markers: &mut [CompiledMarker], patterns: &[Pattern], tests: &Tests) -> Vec<Use> {
    let mut uses = vec![Use::default(); tests.len()];
    let weights = tests.weights();
    let mut awaited = 0;
    let mut asked = Asked::default();
    let mut read = |program: &Program| program.tags_read().for_each(|tag| uses[tag as usize].read = true);
    patterns.iter().for_each(|pattern| read(&pattern.program));
    markers.iter().flat_map(CompiledMarker::conditions).for_each(read);
    for (number, Pattern { marker, program }) in patterns.iter().enumerate() {
        let needs = markers[*marker].needs.bits();
        for entry in program.entries(|tag| weights[tag as usize]) {
            let mut second = ANY;
            match &entry.seconds {
                None => uses[entry.tag as usize].opens.alone |= needs,
                Some(seconds) => {
                    second = seconds.iter().fold(0, |bits, tag| bits | tag_bit(*tag));
                    uses[entry.tag as usize].opens.first |= needs;
                    seconds.iter().for_each(|tag| uses[*tag as usize].opens.second |= needs);
                }
            }
            let later = match entry.awaited {
                None => Later::ANYTHING,
                Some(tags) => {
                    let number = (tags.len() > Asked::FEW).then(|| asked.number(&tags, &mut uses)).and_then(NonZeroU32::new);
                    let bits = tags.iter().fold(0, |bits, tag| {
                        let number = uses[*tag as usize].awaited.get_or_insert_with(|| {
                            awaited += 1;
                            awaited - 1
                        });
                        bits | awaited_bit(*number)
                    });
                    Later::new(bits, number, NEAR.iter().position(|words| program.reach <= words + 1).unwrap_or(0) as u8)
                }
            };
            // Few patterns have more steps than that; those are run from their head.
            let at = u16::try_from(entry.at);
            let start =
                Start { pattern: number as u32, at: at.unwrap_or(0), is_read: program.slots.is_empty() && at.is_ok(), second, later };
            uses[entry.tag as usize].starts.push((needs, start));
        }
    }
    // What exceptions and far guards begin with, tag by tag, longer lists as a whole.
    for marker in markers {
        let guards = marker.only.iter_mut().chain(&mut marker.unless).filter(|guard| !guard.scope.is_near());
        for program in guards.map(|guard| &mut guard.program).chain(&mut marker.except) {
            program.asked = program.first_tags.as_ref().map(|tags| {
                tags.chunks(if tags.len() > Asked::FEW { tags.len() } else { 1 }).map(|t| asked.number(t, &mut uses)).collect()
            });
        }
    }
    uses
}

/// Numbers, from 1 on, of lists of tags that the words of a sentence are asked for.
#[derive(Default)]
struct Asked(FxHashMap<Vec<u32>, u32>);

impl Asked {
    /// Tags of a list that is not asked for as a whole.
    const FEW: usize = 4;

    fn number(&mut self, tags: &[u32], uses: &mut [Use]) -> u32 {
        let next = self.0.len() as u32 + 1;
        *self.0.entry(tags.to_vec()).or_insert_with(|| {
            tags.iter().for_each(|tag| uses[*tag as usize].asked.push(next));
            next
        })
    }
}

/// What tables of forms ask of lexicons that they share.
pub(super) struct SharedTagger(pub Arc<Compiled>);

impl Tagger for SharedTagger {
    fn word_tags(&self, form: &Form, guesses: &[Guess]) -> Vec<Tag> {
        self.0.tests.word_tags(form, guesses)
    }

    fn all_tags(&self, form: &Form, words: &[Tag]) -> Vec<Tag> {
        let mut tags = self.0.tests.all_tags(form, words);
        tags.retain(|tag| self.0.uses[tag.id as usize].read);
        tags
    }

    fn opens(&self, tag: u32) -> Opens {
        self.0.uses[tag as usize].opens
    }

    fn starts(&self, tag: u32) -> &[(u8, Start)] {
        &self.0.uses[tag as usize].starts
    }

    fn asked(&self, tag: u32) -> &[u32] {
        &self.0.uses[tag as usize].asked
    }

    fn awaited(&self, tag: u32) -> Option<u32> {
        self.0.uses[tag as usize].awaited
    }
}
