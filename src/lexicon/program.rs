//! A pattern as instructions, which the matcher runs from one token on.

use crate::text::forms::tag_bit;

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
    /// Try the first branch, then the second.
    Either(usize, usize),
    Jump(usize),
    /// A named slot begins.
    Open(u16),
    /// A named slot ends.
    Close(u16),
    Done,
}

/// A compiled pattern.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Program {
    pub steps: Vec<Step>,
    /// Names of the slots, by number.
    pub slots: Vec<String>,
    /// The tags with which a match can begin, sorted; None where it could begin with any word.
    pub first_tags: Option<Vec<u32>>,
    /// Their bits together, see [`tag_bit`]; all bits where any word may begin.
    pub first_bits: u64,
}

impl Program {
    /// Fills in `first_tags`, once all steps are there.
    pub fn find_first_tags(&mut self) {
        self.first_bits = u64::MAX;
        let mut tags = Vec::new();
        let mut todo = vec![0];
        let mut seen = vec![false; self.steps.len()];
        while let Some(at) = todo.pop() {
            if std::mem::replace(&mut seen[at], true) {
                continue;
            }
            match self.steps[at] {
                Step::Tag(tag) => tags.push(tag),
                Step::Either(a, b) => todo.extend([a, b]),
                Step::Jump(to) => todo.push(to),
                Step::Open(_) | Step::Close(_) => todo.push(at + 1),
                Step::AnyWord | Step::Number | Step::Capital | Step::Gap(_) | Step::Done => return,
            }
        }
        tags.sort_unstable();
        tags.dedup();
        self.first_bits = tags.iter().fold(0, |bits, tag| bits | tag_bit(*tag));
        self.first_tags = Some(tags);
    }
}
