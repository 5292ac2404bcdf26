//! Conditions on what stands around a hit, and where they look.

use super::program::Program;

/// A condition on what stands around a hit.
#[derive(Debug, Clone, PartialEq)]
pub struct Guard {
    pub scope: Scope,
    pub program: Program,
}

/// Where a guard looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Just before the hit.
    Previous,
    /// Just after the hit.
    Next,
    /// Within so many tokens before, in the sentence.
    Before(usize),
    After(usize),
    Clause,
    Sentence,
    /// The object side of a verb, "de …" of a noun.
    Object,
    /// The subject side, "par …" in the passive.
    Subject,
}

impl Scope {
    /// Reads `next`, `before 3`, as lexicons write them before the colon.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let (name, width) = (words.next()?, words.next());
        let width = width.map(str::parse::<usize>).transpose().ok()?;
        Some(match (name, width) {
            ("prev", None) => Scope::Previous,
            ("next", None) => Scope::Next,
            ("before", Some(n)) => Scope::Before(n),
            ("after", Some(n)) => Scope::After(n),
            ("clause", None) => Scope::Clause,
            ("sentence", None) => Scope::Sentence,
            ("object", None) => Scope::Object,
            ("subject", None) => Scope::Subject,
            _ => return None,
        })
    }

    /// True where it covers so few words that looking at them is quicker than any preparation.
    pub fn is_near(self) -> bool {
        const FEW: usize = 6;
        match self {
            Scope::Previous | Scope::Next => true,
            Scope::Before(width) | Scope::After(width) => width <= FEW,
            Scope::Clause | Scope::Sentence | Scope::Object | Scope::Subject => false,
        }
    }
}
