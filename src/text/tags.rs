//! What the lexicons want to know of a form: the numbers of the tests that it passes.
//!
//! Forms that pass the same tests share one set of tags, as nearly all names do.

use super::forms::Form;
use super::guess::Guess;
use super::morphology::{Features, Pos};
use super::pos_set::PosSet;
use parking_lot::RwLock;
use rustc_hash::FxHashMap;
use std::num::NonZeroU32;

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

/// A set of tags in the table of all, where the first is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TagsId(u32);

impl TagsId {
    pub const NONE: Self = Self(0);
}

/// All tags of a form, and what follows from them.
#[derive(Debug, Default)]
pub struct Tags {
    /// One bit for each tag, folded to 64: a tag whose bit is missing is not there.
    pub bits: u64,
    /// The same of those tags alone that some pattern wants of its second word.
    pub second_bits: u64,
    /// One bit for each of those tags, folded, that some pattern awaits after its first word.
    pub awaited_bits: AwaitedBits,
    /// Where patterns can begin with the form, each place once, by what they are needed for and by pattern.
    starts: Box<[Start]>,
    groups: Box<[Group]>,
    /// By id, with open addressing; at least half of the slots are free.
    slots: Box<[Tag]>,
    /// Every part of speech of the form.
    pub pos: PosSet,
    pub opens: Opens,
    /// What guards and exceptions can begin with and long lists that patterns await, as far as the form has it, by the numbers that the lexicons gave it.
    pub asked: Folded,
}

/// Starts that are needed for the same, up to this one.
#[derive(Debug)]
struct Group {
    needs: u8,
    end: u32,
}

/// Fills the slots without a tag.
const FREE: Tag = Tag { id: u32::MAX, pos: PosSet::EMPTY };

impl Tags {
    fn new(all: &[Tag], pos: PosSet, tagger: &dyn Tagger) -> Self {
        let (starts, groups) = starts(all, pos, tagger);
        let mut tags = Self { starts, groups, slots: slots(all), pos, ..Self::default() };
        for tag in all {
            tagger.asked(tag.id).iter().for_each(|number| tags.asked.add(*number));
            let opens = tagger.opens(tag.id);
            tags.opens = tags.opens.and(opens);
            tags.bits |= tag_bit(tag.id);
            tags.awaited_bits |= tagger.awaited(tag.id).map_or(0, awaited_bit);
            tags.second_bits |= if opens.second != 0 { tag_bit(tag.id) } else { 0 };
        }
        tags
    }

    /// In no order.
    pub fn iter(&self) -> impl Iterator<Item = &Tag> {
        self.slots.iter().filter(|tag| tag.id != FREE.id)
    }

    /// The tag of this id, if it is among them.
    pub fn get(&self, id: u32) -> Option<Tag> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = id as usize & mask;
        loop {
            match self.slots.get(at) {
                Some(tag) if tag.id == id => return Some(*tag),
                Some(tag) if tag.id != FREE.id => at = (at + 1) & mask,
                _ => return None,
            }
        }
    }

    /// Where patterns can begin that are needed for one of these.
    pub fn starts(&self, needs: u8) -> impl Iterator<Item = &Start> {
        let mut begin = 0;
        self.groups.iter().flat_map(move |group| {
            let own = begin..group.end as usize;
            begin = own.end;
            if group.needs & needs == 0 { &[] } else { &self.starts[own] }
        })
    }
}

fn slots(tags: &[Tag]) -> Box<[Tag]> {
    let mut slots = vec![FREE; (2 * tags.len()).next_power_of_two()];
    let mask = slots.len() - 1;
    for tag in tags {
        let mut at = tag.id as usize & mask;
        while slots[at].id != FREE.id {
            at = (at + 1) & mask;
        }
        slots[at] = *tag;
    }
    slots.into()
}

/// Where patterns can begin with a form of these tags and parts of speech; a place that several tags open takes what any of them lets follow.
fn starts(tags: &[Tag], pos: PosSet, tagger: &dyn Tagger) -> (Box<[Start]>, Box<[Group]>) {
    let mut starts: Vec<(u8, Start)> = Vec::new();
    for tag in tags {
        let is_sure = tag.pos.is_empty() || tag.pos == pos;
        starts.extend(tagger.starts(tag.id).iter().map(|(needs, start)| (*needs, Start { is_read: start.is_read && is_sure, ..*start })));
    }
    starts.sort_unstable_by_key(|(needs, start)| (*needs, start.pattern, start.at));
    starts.dedup_by(|(_, start), (_, kept)| {
        let same = (start.pattern, start.at) == (kept.pattern, kept.at);
        kept.second |= if same { start.second } else { 0 };
        kept.later = if same { kept.later.or(start.later) } else { kept.later };
        kept.is_read &= !same || start.is_read;
        same
    });
    let mut end = 0;
    let alike = starts.chunk_by(|(a, _), (b, _)| a == b);
    let groups = alike.map(|alike| {
        end += alike.len() as u32;
        Group { needs: alike[0].0, end }
    });
    let groups = groups.collect();
    (starts.into_iter().map(|(_, start)| start).collect(), groups)
}

/// A place in a pattern that can read a form as its first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// By its number among the patterns of all lexicons.
    pub pattern: u32,
    /// The step that reads the word, or the pattern's head.
    pub at: u16,
    /// The word passes the step that reads it, wherever it stands.
    pub is_read: bool,
    /// The bits that the second word must have one of, see [`Tags::second_bits`]; [`ANY`] where it may be any word, or none.
    pub second: u64,
    pub later: Later,
}

/// What some word after the first must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Later {
    /// It has one of these bits, see [`Tags::awaited_bits`]; two halves, which pack better than one. All where it need not be anything.
    bits: [u64; 2],
    /// The number by which guards would ask for it, see [`Tags::asked`]: where so many bits are awaited that some word nearly always has one.
    asked: Option<NonZeroU32>,
    /// Which of [`NEAR`] holds it.
    within: u8,
}

impl Later {
    /// It need not be anything.
    pub const ANYTHING: Self = Self { bits: [u64::MAX; 2], asked: None, within: 0 };

    pub fn new(bits: AwaitedBits, asked: Option<NonZeroU32>, within: u8) -> Self {
        Self { bits: [bits as u64, (bits >> 64) as u64], asked, within }
    }

    fn or(self, other: Self) -> Self {
        if self == other { self } else { Self::ANYTHING }
    }

    /// False where no such word can come; `near` are the bits by the distances of [`NEAR`], `asked` tells whether the sentence has a number.
    pub fn may_come(&self, near: &[AwaitedBits; NEAR.len()], asked: impl FnOnce(u32) -> bool) -> bool {
        let near = near[usize::from(self.within)];
        let is_near = self.bits[0] & near as u64 != 0 || self.bits[1] & (near >> 64) as u64 != 0 || *self == Self::ANYTHING;
        is_near && self.asked.is_none_or(|number| asked(number.get()))
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
pub(super) struct TagSets {
    known: RwLock<FxHashMap<Reasons, TagsId>>,
    sets: boxcar::Vec<Tags>,
}

/// All that decides the tags of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Reasons {
    readings: Vec<(Pos, Features)>,
    pos: PosSet,
    words: Vec<Tag>,
}

impl TagSets {
    /// The tags of a form; `reasons` are overwritten.
    pub fn of(&self, form: &Form, guesses: &[Guess], tagger: &dyn Tagger, reasons: &mut Reasons) -> TagsId {
        reasons.readings.clear();
        reasons.readings.extend(form.analyses.iter().map(|analysis| (analysis.pos, analysis.features)));
        reasons.pos = form.pos;
        reasons.words = tagger.word_tags(form, guesses);
        if let Some(known) = self.known.read().get(reasons) {
            return *known;
        }
        let mut known = self.known.write();
        *known.entry(reasons.clone()).or_insert_with(|| {
            let all = tagger.all_tags(form, &reasons.words);
            TagsId(self.sets.push(Tags::new(&all, form.pos, tagger)) as u32)
        })
    }

    pub fn get(&self, id: TagsId) -> &Tags {
        &self.sets[id.0 as usize]
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
    /// The patterns that can begin with a word that has this tag, each after what it is needed for, as bits.
    fn starts(&self, tag: u32) -> &[(u8, Start)];
    /// The numbers under which guards and exceptions that can begin with this tag, and patterns that await it, ask for it.
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

    fn starts(&self, _: u32) -> &[(u8, Start)] {
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
