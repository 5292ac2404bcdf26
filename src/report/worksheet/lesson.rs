//! The words of the lesson that do not depend on the articles: `lesson.toml`.

use crate::lang::Wording;
use serde::Deserialize;
use std::sync::LazyLock;

/// Steps, what is judged at the end, what pupils may object, limits, glossary.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    pub step: Vec<Step>,
    pub claim: Vec<Claim>,
    pub objection: Vec<Objection>,
    pub limit: Vec<Limit>,
    pub term: Vec<Term>,
}

/// One of the five steps.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub title: Wording,
    pub minutes: u32,
    pub pupil: Wording,
    pub teacher: Wording,
}

/// A sentence that the texts allow, or do not.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub text: Wording,
    pub holds: bool,
    pub why: Wording,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objection {
    pub says: Wording,
    pub answer: Wording,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    pub text: Wording,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub word: Wording,
    pub means: Wording,
}

static LESSON: LazyLock<Lesson> = LazyLock::new(|| toml::from_str(include_str!("lesson.toml")).expect("the embedded lesson is sound"));

/// The lesson; in order, as handed out.
pub fn lesson() -> &'static Lesson {
    &LESSON
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_steps_make_fifty_five_minutes() {
        assert_eq!(lesson().step.len(), 5);
        assert_eq!(lesson().step.iter().map(|step| step.minutes).sum::<u32>(), 55);
    }

    #[test]
    fn some_claims_hold_and_some_do_not() {
        assert!(lesson().claim.iter().any(|claim| claim.holds) && lesson().claim.iter().any(|claim| !claim.holds));
    }

    #[test]
    fn the_glossary_is_in_alphabetical_order() {
        let words: Vec<String> = lesson().term.iter().map(|term| crate::text::normal::sort_key(&term.word.fr)).collect();
        assert!(words.is_sorted(), "{words:?}");
    }
}
