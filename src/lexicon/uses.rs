//! What the programs of all lexicons do with each tag: how patterns begin with it, await it, ask for it in guards.

use super::compile::{Compiled, CompiledMarker, Pattern};
use super::program::Program;
use super::tagging::Tests;
use crate::text::forms::Form;
use crate::text::guess::Guess;
use crate::text::tags::{Later, ListBit, Opens, Start, Tag, Tagger};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// What programs do with a tag.
#[derive(Debug, Clone, Default)]
pub(super) struct Use {
    /// Some program reads it; others are only members of classes, and no form need carry them.
    read: bool,
    /// The numbers under which far guards and exceptions ask for it.
    asked: Vec<u32>,
    /// The lists with it that patterns want of their second word, or of the one before which they branch.
    next: Vec<ListBit>,
    /// The lists with it that patterns await after their first word.
    awaited: Vec<ListBit>,
    opens: Opens,
    /// The patterns that can begin with it, each after what it is needed for.
    starts: Vec<(u8, Start)>,
}

/// Tags of a list that guards do not ask for as a whole.
const FEW: usize = 4;

/// What the programs do with each tag; what guards and exceptions ask for is numbered on the way.
pub(super) fn uses(markers: &mut [CompiledMarker], patterns: &mut [Pattern], tests: &Tests) -> Vec<Use> {
    let mut uses = vec![Use::default(); tests.len()];
    let weights = tests.weights();
    let (mut asked, mut next, mut awaited) = (Lists::default(), Lists::default(), Lists::default());
    let mut read = |program: &Program| program.tags_read().for_each(|tag| uses[tag as usize].read = true);
    patterns.iter().for_each(|pattern| read(&pattern.program));
    markers.iter().flat_map(CompiledMarker::conditions).for_each(read);
    let programs = patterns.iter_mut().map(|pattern| &mut pattern.program);
    for program in programs.chain(markers.iter_mut().flat_map(CompiledMarker::conditions_mut)) {
        program.find_lists(|tags| next.of(tags, ListBit::new, |tag, list| uses[tag as usize].next.push(list)));
    }
    for (number, Pattern { marker, program }) in patterns.iter().enumerate() {
        let needs = markers[*marker].needs.bits();
        for entry in program.entries(|tag| weights[tag as usize]) {
            let second = match &entry.seconds {
                None => {
                    uses[entry.tag as usize].opens.alone |= needs;
                    ListBit::ANYTHING
                }
                Some(tags) => {
                    uses[entry.tag as usize].opens.first |= needs;
                    tags.iter().for_each(|tag| uses[*tag as usize].opens.second |= needs);
                    next.of(tags, ListBit::new, |tag, list| uses[tag as usize].next.push(list))
                }
            };
            let later = entry.awaited.map_or(Later::ANYTHING, |later| {
                Later::new(awaited.of(&later.tags, ListBit::new, |tag, list| uses[tag as usize].awaited.push(list)), later.words)
            });
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
                let lists = tags.chunks(if tags.len() > FEW { tags.len() } else { 1 });
                lists.map(|tags| asked.of(tags, |count| count, |tag, number| uses[tag as usize].asked.push(number))).collect()
            });
        }
    }
    uses
}

/// What stands for a list of tags: its number, or its bit.
#[derive(Default)]
struct Lists<T>(FxHashMap<Vec<u32>, T>);

impl<T: Copy> Lists<T> {
    /// What stands for a list, the same for equal lists; of a new one, which `new` gives by their count, `note` is told each tag.
    fn of(&mut self, tags: &[u32], new: impl FnOnce(u32) -> T, mut note: impl FnMut(u32, T)) -> T {
        let count = self.0.len() as u32;
        *self.0.entry(tags.to_vec()).or_insert_with(|| {
            let new = new(count);
            tags.iter().for_each(|tag| note(*tag, new));
            new
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

    fn next(&self, tag: u32) -> &[ListBit] {
        &self.0.uses[tag as usize].next
    }

    fn awaited(&self, tag: u32) -> &[ListBit] {
        &self.0.uses[tag as usize].awaited
    }
}
