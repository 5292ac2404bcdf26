//! A pattern as instructions, which the matcher runs from one token on.

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    pub steps: Vec<Step>,
    /// Names of the slots, by number.
    pub slots: Vec<String>,
}

impl Program {
    /// The tags with which a match can begin, or None where it could begin with any word.
    pub fn first_tags(&self) -> Option<Vec<u32>> {
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
                Step::AnyWord | Step::Number | Step::Capital | Step::Gap(_) | Step::Done => return None,
            }
        }
        tags.sort_unstable();
        tags.dedup();
        Some(tags)
    }
}
