//! A pattern as instructions, which the matcher runs from one token on.

use crate::text::tags::{ANY, ListBit, ListBits, allows, tag_bit};

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The next word has this tag.
    Tag(u32),
    AnyWord,
    Number,
    Capital,
    /// Up to this many words.
    Gap(u8),
    /// Try what follows, then the branch that begins here. Before many branches, the list of what the next word must be, which tells more than so
    /// many bits.
    Else(u32, ListBit),
    Jump(u32),
    /// A named slot begins.
    Open(u16),
    /// A named slot ends.
    Close(u16),
    Done,
}

impl Step {
    /// Try what follows, then the branch that begins here.
    pub fn branch(other: usize) -> Self {
        Self::Else(other as u32, ListBit::ANYTHING)
    }
}

/// A step, with what it wants of the next word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instruction {
    pub step: Step,
    /// The bits of the tags of which the next word must have one, see [`tag_bit`]; [`ANY`] where it need have none.
    pub wants: u64,
}

impl Instruction {
    /// False where no match goes on from here with a word of these bits and lists.
    pub fn admits(&self, (bits, lists): (u64, &ListBits)) -> bool {
        let listed = if let Step::Else(_, list) = self.step { lists.may_have(list) } else { true };
        listed && allows(self.wants, bits)
    }
}

/// A compiled pattern.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Program {
    pub steps: Vec<Instruction>,
    /// Names of the slots, by number.
    pub slots: Vec<String>,
    /// The tags with which a match can begin, sorted; None where it could begin with any word.
    pub first_tags: Option<Vec<u32>>,
    /// Words that the longest match has.
    pub reach: usize,
    /// Of a guard that looks far or of an exception: its first tags, by the numbers of [`crate::text::tags::Lists::asked`]; None where it may begin anywhere.
    pub asked: Option<Vec<u32>>,
}

/// A step that can read the first word of a match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub at: usize,
    /// The tag that the word must have.
    pub tag: u32,
    /// The tags of which the second word must have one, sorted; None where it may be any word, or none.
    pub seconds: Option<Vec<u32>>,
    /// What some word after the first must be; None where it may be many things.
    pub awaited: Option<Rare>,
}

/// Tags that few words have, of which some later word must have one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rare {
    /// Sorted.
    pub tags: Vec<u32>,
    /// How many words further it stands at most.
    pub words: usize,
    weight: u32,
}

impl Rare {
    /// Heavier, they stand near any word.
    const HEAVIEST: u32 = 64;

    /// These or those.
    fn with(&self, other: &Self, weight: impl Fn(u32) -> u32) -> Option<Self> {
        let mut tags = [&*self.tags, &*other.tags].concat();
        tags.sort_unstable();
        tags.dedup();
        let weight = tags.iter().map(|tag| weight(*tag)).sum();
        (weight <= Self::HEAVIEST).then_some(Self { tags, words: self.words.max(other.words), weight })
    }

    /// The same, so many words before.
    fn after(&self, words: usize) -> Self {
        Self { words: self.words + words, ..self.clone() }
    }
}

impl Program {
    /// Adds a step at the end; where it stands.
    pub fn push(&mut self, step: Step) -> usize {
        self.steps.push(Instruction { step, wants: ANY });
        self.steps.len() - 1
    }

    /// Fills in what is derived from the steps, once they are all there.
    pub fn finish(&mut self) {
        self.first_tags = self.next_tags(vec![0]);
        self.find_wants();
        self.reach = self.longest();
    }

    fn find_wants(&mut self) {
        // Steps only lead onwards.
        for at in (0..self.steps.len()).rev() {
            self.steps[at].wants = match self.steps[at].step {
                Step::Tag(tag) => tag_bit(tag),
                Step::Else(other, _) => self.steps[at + 1].wants | self.steps[other as usize].wants,
                Step::Jump(to) => self.steps[to as usize].wants,
                Step::Open(_) | Step::Close(_) => self.steps[at + 1].wants,
                Step::AnyWord | Step::Number | Step::Capital | Step::Gap(_) | Step::Done => ANY,
            };
        }
    }

    /// Names the lists before many branches; `list` gives the bit of some tags.
    pub fn find_lists(&mut self, mut list: impl FnMut(&[u32]) -> ListBit) {
        const MANY: usize = 6;
        let mut branch = None;
        for at in 0..self.steps.len() {
            let Step::Else(other, _) = self.steps[at].step else { continue };
            let goes_on = branch.replace(other as usize) == Some(at);
            if !goes_on && let Some(tags) = self.next_tags(vec![at]).filter(|tags| tags.len() > MANY) {
                self.steps[at].step = Step::Else(other, list(&tags));
            }
        }
    }

    /// The tags that its steps read.
    pub fn tags_read(&self) -> impl Iterator<Item = u32> {
        self.steps.iter().filter_map(|at| if let Step::Tag(tag) = at.step { Some(tag) } else { None })
    }

    fn longest(&self) -> usize {
        // Steps only lead onwards, so from the end each needs one look.
        let mut longest = vec![0; self.steps.len() + 1];
        for (at, Instruction { step, .. }) in self.steps.iter().enumerate().rev() {
            longest[at] = match step {
                Step::Tag(_) | Step::AnyWord | Step::Number | Step::Capital => 1 + longest[at + 1],
                Step::Gap(width) => usize::from(*width) + longest[at + 1],
                Step::Else(other, _) => longest[at + 1].max(longest[*other as usize]),
                Step::Jump(to) => longest[*to as usize],
                Step::Open(_) | Step::Close(_) => longest[at + 1],
                Step::Done => 0,
            };
        }
        longest[0]
    }

    /// The steps at which a match can begin; `weight` tells how frequent the words are that have a tag.
    pub fn entries(&self, weight: impl Fn(u32) -> u32) -> Vec<Entry> {
        let awaited = self.awaited(weight);
        let mut entries = Vec::new();
        self.walk(vec![0], |at| match self.steps[at].step {
            Step::Tag(tag) => {
                // A slot is opened on the way to the step: such a pattern is run from its head.
                let entry = if self.slots.is_empty() { at } else { 0 };
                let awaited = awaited[at + 1].clone();
                entries.push(Entry { at: entry, tag, seconds: self.next_tags(vec![at + 1]), awaited });
                true
            }
            _ => false,
        });
        entries
    }

    /// By step: tags of which every match from there on reads one.
    fn awaited(&self, weight: impl Fn(u32) -> u32) -> Vec<Option<Rare>> {
        let mut awaited: Vec<Option<Rare>> = vec![None; self.steps.len() + 1];
        // Steps only lead onwards, so from the end each needs one look.
        for (at, Instruction { step, .. }) in self.steps.iter().enumerate().rev() {
            awaited[at] = match step {
                Step::Tag(tag) => {
                    let here = Rare { tags: vec![*tag], words: 1, weight: weight(*tag) };
                    let later = awaited[at + 1].as_ref().filter(|later| later.weight <= here.weight);
                    later.map(|later| later.after(1)).or(Some(here)).filter(|rare| rare.weight <= Rare::HEAVIEST)
                }
                Step::Else(other, _) => match (&awaited[at + 1], &awaited[*other as usize]) {
                    (Some(a), Some(b)) => a.with(b, &weight),
                    _ => None,
                },
                Step::Jump(to) => awaited[*to as usize].clone(),
                Step::Done => None,
                Step::AnyWord | Step::Number | Step::Capital => awaited[at + 1].as_ref().map(|later| later.after(1)),
                Step::Gap(width) => awaited[at + 1].as_ref().map(|later| later.after(usize::from(*width))),
                Step::Open(_) | Step::Close(_) => awaited[at + 1].clone(),
            };
        }
        awaited
    }

    /// The tags of which the word read from one of these steps must have one, sorted; None where it may be any word, or none.
    fn next_tags(&self, from: Vec<usize>) -> Option<Vec<u32>> {
        let mut tags = Vec::new();
        let known = self.walk(from, |at| match self.steps[at].step {
            Step::Tag(tag) => {
                tags.push(tag);
                true
            }
            _ => false,
        });
        tags.sort_unstable();
        tags.dedup();
        known.then_some(tags)
    }

    /// Visits the steps that read a word, from these on; false where `reads` declines one or the pattern can end.
    fn walk(&self, mut todo: Vec<usize>, mut reads: impl FnMut(usize) -> bool) -> bool {
        let mut seen = vec![false; self.steps.len()];
        let mut all = true;
        while let Some(at) = todo.pop() {
            if std::mem::replace(&mut seen[at], true) {
                continue;
            }
            match self.steps[at].step {
                Step::Else(other, _) => todo.extend([at + 1, other as usize]),
                Step::Jump(to) => todo.push(to as usize),
                Step::Open(_) | Step::Close(_) => todo.push(at + 1),
                _ => all &= reads(at),
            }
        }
        all
    }
}
