//! What the lexicons want to know of a form: the numbers of the tests that it passes.
//!
//! Forms that pass the same tests share one set of tags, as nearly all names do.

use super::forms::Form;
use super::guess::Guess;
use super::morphology::{Features, Pos};
use super::pos_set::PosSet;
use parking_lot::RwLock;
use rustc_hash::FxHashMap;

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
    pub const EMPTY: Self = Self([0; Self::BITS / 64]);

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

/// Lists of words that patterns ask for after their first word, one bit each, folded; that of "anything" is always set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListBits([u64; Self::BITS / 64]);

impl ListBits {
    const BITS: usize = 512;
    /// Of no word.
    pub const NOTHING: Self = {
        let mut bits = [0; Self::BITS / 64];
        bits[0] = 1 << ListBit::ANYTHING.0;
        Self(bits)
    };

    fn add(&mut self, ListBit(bit): ListBit) {
        self.0[usize::from(bit / 64)] |= 1 << (bit % 64);
    }

    pub fn add_all(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(bits, others)| *bits |= others);
    }

    /// False where no word of this list is there.
    pub fn may_have(&self, ListBit(bit): ListBit) -> bool {
        self.0[usize::from(bit / 64)] >> (bit % 64) & 1 != 0
    }
}

/// The bit of one list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ListBit(u16);

impl ListBit {
    /// Of a word that may be anything, or need not be there.
    pub const ANYTHING: Self = Self(0);

    pub fn new(list: u32) -> Self {
        Self(1 + (list % (ListBits::BITS as u32 - 1)) as u16)
    }
}

/// A set of tags in the table of all, where the first is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TagsId(u32);

impl TagsId {
    pub const NONE: Self = Self(0);
}

/// All tags of a form, and what follows from them.
#[derive(Debug)]
pub struct Tags {
    /// One bit for each tag, folded to 64: a tag whose bit is missing is not there.
    pub bits: u64,
    /// None for most words of content.
    lists: Option<Box<Lists>>,
    /// Where patterns can begin with the form, each place once, by what they are needed for and by pattern.
    starts: Box<[Start]>,
    groups: Box<[Group]>,
    /// By id, with open addressing; at least half of the slots are free.
    slots: Box<[Tag]>,
    /// Every part of speech of the form.
    pub pos: PosSet,
    pub opens: Opens,
}

/// The lists that a form is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lists {
    /// Of those that patterns want of their second word, or of the one before which they branch.
    pub next: ListBits,
    /// Of those that patterns await after their first word.
    pub awaited: ListBits,
    /// Of what guards and exceptions can begin with, by the numbers that the lexicons gave it.
    pub asked: Folded,
}

impl Lists {
    /// Of no word.
    pub const NONE: Self = Self { next: ListBits::NOTHING, awaited: ListBits::NOTHING, asked: Folded::EMPTY };
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
        let mut tags =
            Self { bits: 0, lists: None, starts: starts.into(), groups: groups.into(), slots: slots(all), pos, opens: Opens::default() };
        let mut lists = Lists::NONE;
        for tag in all {
            tags.opens = tags.opens.and(tagger.opens(tag.id));
            tags.bits |= tag_bit(tag.id);
            tagger.asked(tag.id).iter().for_each(|number| lists.asked.add(*number));
            tagger.next(tag.id).iter().for_each(|list| lists.next.add(*list));
            tagger.awaited(tag.id).iter().for_each(|list| lists.awaited.add(*list));
        }
        tags.lists = (lists != Lists::NONE).then(|| lists.into());
        tags
    }

    /// The lists that it is on, if it is on any.
    pub fn lists(&self) -> Option<&Lists> {
        self.lists.as_deref()
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
fn starts(tags: &[Tag], pos: PosSet, tagger: &dyn Tagger) -> (Vec<Start>, Vec<Group>) {
    let mut starts: Vec<(u8, Start)> = Vec::new();
    for tag in tags {
        let is_sure = tag.pos.is_empty() || tag.pos == pos;
        starts.extend(tagger.starts(tag.id).iter().map(|(needs, start)| (*needs, Start { is_read: start.is_read && is_sure, ..*start })));
    }
    starts.sort_unstable_by_key(|(needs, start)| (*needs, start.pattern, start.at));
    starts.dedup_by(|(_, start), (_, kept)| {
        let same = (start.pattern, start.at) == (kept.pattern, kept.at);
        if same {
            kept.second = if kept.second == start.second { kept.second } else { ListBit::ANYTHING };
            kept.later = if kept.later == start.later { kept.later } else { Later::ANYTHING };
        }
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
    /// The list that the second word must be on, see [`Lists::next`].
    pub second: ListBit,
    pub later: Later,
}

/// What some word after the first must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Later {
    /// The list that it is on, see [`Lists::awaited`].
    pub list: ListBit,
    /// How many words further it stands at most; [`FAR`] for anywhere.
    pub words: u8,
}

/// Words after the first that are too many to be looked at one by one.
pub const FAR: u8 = 10;

impl Later {
    /// It need not be anything.
    pub const ANYTHING: Self = Self { list: ListBit::ANYTHING, words: FAR };

    /// On this list, at most so many words after the first.
    pub fn new(list: ListBit, words: usize) -> Self {
        Self { list, words: words.min(FAR.into()) as u8 }
    }
}

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
        *self.known.write().entry(reasons.clone()).or_insert_with(|| {
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
    /// The numbers under which guards and exceptions that can begin with this tag ask for it.
    fn asked(&self, tag: u32) -> &[u32];
    /// The lists with this tag that patterns want of their second word, or of the one before which they branch.
    fn next(&self, tag: u32) -> &[ListBit];
    /// The lists with this tag that patterns await after their first word.
    fn awaited(&self, tag: u32) -> &[ListBit];
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

    fn next(&self, _: u32) -> &[ListBit] {
        &[]
    }

    fn awaited(&self, _: u32) -> &[ListBit] {
        &[]
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
