//! What the lexicons want to know of a form: the numbers of the tests that it passes.
//!
//! Forms that pass the same tests share one set of tags, as nearly all names do.

use super::forms::Form;
use super::guess::Guess;
use super::morphology::{Features, Pos};
use super::pos_set::PosSet;
use parking_lot::RwLock;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A lexicon's test that a form passes, and the parts of speech in which it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag {
    pub id: u32,
    /// Empty where the part of speech does not matter.
    pub pos: PosSet,
}

/// A set of numbers, one bit for each, folded: it tells at a look of most numbers that they are not there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Folded([u64; Self::BITS / 64]);

impl Folded {
    const BITS: usize = 512;

    fn add(&mut self, number: u32) {
        let bit = number as usize % Self::BITS;
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    pub fn add_all(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(bits, others)| *bits |= others);
    }

    fn may_have(&self, number: u32) -> bool {
        let bit = number as usize % Self::BITS;
        self.0[bit / 64] >> (bit % 64) & 1 != 0
    }

    /// False where none of the numbers is there.
    pub fn may_have_any(&self, numbers: &[u32]) -> bool {
        numbers.iter().any(|number| self.may_have(*number))
    }
}

/// All tags of a form, and what follows from them.
#[derive(Debug, Default)]
pub struct Tags {
    /// Sorted by id, one tag an id.
    all: Box<[Tag]>,
    /// Their ids.
    set: Folded,
    /// Where patterns can begin with the form, each place once, by pattern; apart by what they are needed for.
    pub starts: Box<[(u8, Box<[Start]>)]>,
    /// What guards and exceptions can begin with, as far as the form has it, by the numbers that the lexicons gave it.
    pub asked: Folded,
    pub opens: Opens,
    /// One bit for each tag, folded to 64: a tag whose bit is missing is not there.
    pub bits: u64,
    /// The same of those tags alone that some pattern wants of its second word.
    pub second_bits: u64,
    /// One bit for each of those tags, folded, that some pattern awaits after its first word.
    pub awaited_bits: AwaitedBits,
}

impl Tags {
    fn new(all: Vec<Tag>, tagger: &dyn Tagger) -> Self {
        let mut tags = Self { starts: starts(&all, tagger), ..Self::default() };
        for tag in &all {
            tags.set.add(tag.id);
            tagger.asked(tag.id).iter().for_each(|number| tags.asked.add(*number));
            let opens = tagger.opens(tag.id);
            tags.opens = tags.opens.and(opens);
            tags.bits |= tag_bit(tag.id);
            tags.awaited_bits |= tagger.awaited(tag.id).map_or(0, awaited_bit);
            tags.second_bits |= if opens.second != 0 { tag_bit(tag.id) } else { 0 };
        }
        tags.all = all.into();
        tags
    }

    /// By id.
    pub fn iter(&self) -> impl Iterator<Item = &Tag> {
        self.all.iter()
    }

    /// The tag of this id, if it is among them.
    pub fn get(&self, id: u32) -> Option<Tag> {
        if !self.set.may_have(id) {
            return None;
        }
        self.all.binary_search_by_key(&id, |tag| tag.id).ok().map(|at| self.all[at])
    }
}

/// Where patterns can begin with a form of these tags; a place that several tags open takes what any of them lets follow.
fn starts(tags: &[Tag], tagger: &dyn Tagger) -> Box<[(u8, Box<[Start]>)]> {
    let mut starts: Vec<Start> = tags.iter().flat_map(|tag| tagger.starts(tag.id)).copied().collect();
    starts.sort_unstable_by_key(|start| (start.needs, start.pattern, start.at));
    starts.dedup_by(|start, kept| {
        let same = (start.pattern, start.at) == (kept.pattern, kept.at);
        kept.second |= if same { start.second } else { 0 };
        kept.later |= if same { start.later } else { 0 };
        same
    });
    starts.chunk_by(|a, b| a.needs == b.needs).map(|alike| (alike[0].needs, alike.into())).collect()
}

/// A place in a pattern that can read a form as its first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// By its number among the patterns of all lexicons.
    pub pattern: u32,
    /// The step that reads the word.
    pub at: u32,
    /// What its matches are needed for, as bits.
    pub needs: u8,
    /// The bits that the second word must have one of, see [`Tags::second_bits`]; [`ANY`] where it may be any word, or none.
    pub second: u64,
    /// The bits that some word after the first must have one of, see [`Tags::awaited_bits`]; all where it need not.
    pub later: AwaitedBits,
    /// Which of [`NEAR`] holds every word of its longest match.
    pub near: u8,
}

impl Start {
    /// True unless no word that it awaits is near; `near` by the distances of [`NEAR`].
    pub fn is_awaited(&self, near: &[AwaitedBits; NEAR.len()]) -> bool {
        self.later == AwaitedBits::MAX || self.later & near[usize::from(self.near)] != 0
    }
}

/// Tags that patterns await, folded to so many bits.
pub type AwaitedBits = u128;

/// The bit of a tag by its number among those that patterns await.
pub fn awaited_bit(number: u32) -> AwaitedBits {
    1 << (number % AwaitedBits::BITS)
}

/// Words after the first, among which a pattern's later words stand; the last is the rest of the sentence.
pub const NEAR: [usize; 3] = [4, 8, usize::MAX - 1];

/// The bits of a pattern's next word, where it may be anything or need not be there.
pub const ANY: u64 = u64::MAX;

/// True where a word with these tag bits may stand where a pattern wants those.
pub fn allows(wanted: u64, bits: u64) -> bool {
    wanted == ANY || wanted & bits != 0
}

/// The sets of tags met so far.
#[derive(Default)]
pub(super) struct TagSets(RwLock<FxHashMap<Reasons, Arc<Tags>>>);

/// All that decides the tags of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Reasons {
    readings: Vec<(Pos, Features)>,
    pos: PosSet,
    words: Vec<Tag>,
}

impl TagSets {
    /// The tags of a form; `reasons` are overwritten.
    pub fn of(&self, form: &Form, guesses: &[Guess], tagger: &dyn Tagger, reasons: &mut Reasons) -> Arc<Tags> {
        reasons.readings.clear();
        reasons.readings.extend(form.analyses.iter().map(|analysis| (analysis.pos, analysis.features)));
        reasons.pos = form.pos;
        reasons.words = tagger.word_tags(form, guesses);
        if let Some(known) = self.0.read().get(reasons) {
            return Arc::clone(known);
        }
        let tags = Arc::new(Tags::new(tagger.all_tags(form, &reasons.words), tagger));
        self.0.write().insert(reasons.clone(), Arc::clone(&tags));
        tags
    }
}

/// What a table asks of the lexicons about a new form.
pub trait Tagger: Send + Sync {
    /// The tests on letters and lemmas that the form passes, in any order. The lemmas of a guessed form are the guesses, in the order of its
    /// analyses.
    fn word_tags(&self, form: &Form, guesses: &[Guess]) -> Vec<Tag>;
    /// These with all that follows from them and from the form's readings, sorted by id, one tag an id.
    fn all_tags(&self, form: &Form, words: &[Tag]) -> Vec<Tag>;
    /// How patterns can begin with a word that has this tag.
    fn opens(&self, tag: u32) -> Opens;
    /// The patterns that can begin with a word that has this tag.
    fn starts(&self, tag: u32) -> &[Start];
    /// The numbers under which guards and exceptions that can begin with this tag ask for it.
    fn asked(&self, tag: u32) -> &[u32];
    /// The number of this tag among those that a pattern awaits after its first word.
    fn awaited(&self, tag: u32) -> Option<u32>;
}

/// Asks nothing.
pub(super) struct NoLexicon;

impl Tagger for NoLexicon {
    fn word_tags(&self, _: &Form, _: &[Guess]) -> Vec<Tag> {
        Vec::new()
    }

    fn all_tags(&self, _: &Form, _: &[Tag]) -> Vec<Tag> {
        Vec::new()
    }

    fn opens(&self, _: u32) -> Opens {
        Opens::default()
    }

    fn starts(&self, _: u32) -> &[Start] {
        &[]
    }

    fn asked(&self, _: u32) -> &[u32] {
        &[]
    }

    fn awaited(&self, _: u32) -> Option<u32> {
        None
    }
}

/// How patterns can begin, by what their matches are needed for, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Opens {
    /// With this word, whatever comes second.
    pub alone: u8,
    /// With this word, if the right one comes second.
    pub first: u8,
    /// With another word, and this one comes second.
    pub second: u8,
}

impl Opens {
    fn and(self, other: Self) -> Self {
        Self { alone: self.alone | other.alone, first: self.first | other.first, second: self.second | other.second }
    }

    /// The needs of the patterns that can begin here, before this word.
    pub fn before(self, next: Self) -> u8 {
        self.alone | self.first & next.second
    }
}

/// The bit of a tag within [`Tags::bits`].
pub fn tag_bit(tag: u32) -> u64 {
    1 << (tag % 64)
}
