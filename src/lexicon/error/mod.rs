//! What is wrong with a lexicon: file, line, what, and how to mend it, in the user's language.

mod words;

use super::pattern::FaultKind;
use crate::lang::Lang;
use crate::text::window;
use std::fmt;

/// One fault of a lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// File inside the lexicon, as `territoire.toml`; a path for a lexicon on disk.
    pub file: String,
    /// 1-based, 0 where the whole file is meant.
    pub line: usize,
    pub what: What,
}

/// The kinds of faults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Unreadable(String),
    Syntax(String),
    UnknownKey {
        key: String,
        nearest: Option<String>,
        known: Vec<String>,
    },
    MissingKey {
        key: String,
    },
    NoSuchLexicon {
        name: String,
        known: Vec<String>,
    },
    MissingIdentity,
    NoAxis,
    UnknownPole {
        marker: String,
        pole: String,
    },
    DuplicateMarker {
        marker: String,
    },
    /// A pattern that stands at `place` already, with the same guards.
    DuplicatePattern {
        marker: String,
        pattern: String,
        other: String,
        place: String,
    },
    NoPattern {
        marker: String,
    },
    Pattern {
        pattern: String,
        at: usize,
        kind: FaultKind,
    },
    UnanchoredPattern {
        pattern: String,
    },
    UnknownClass {
        class: String,
    },
    UnknownSlot {
        marker: String,
        slot: String,
    },
    EmptyClass {
        class: String,
    },
    UnknownReference {
        reference: String,
    },
    CircularReference {
        reference: String,
    },
    Guard {
        guard: String,
    },
    UnknownMember {
        contrast: String,
        member: String,
    },
    NoExamples {
        marker: String,
        hits: bool,
    },
    MissedExample {
        marker: String,
        sentence: String,
        expected: String,
    },
    FalseExample {
        marker: String,
        sentence: String,
        found: String,
    },
    Brackets {
        marker: String,
        sentence: String,
    },
}

/// Several faults, as an error.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems(pub Vec<Problem>);

impl Problem {
    /// One line for a person, with a hint after it.
    pub fn message(&self, lang: Lang) -> String {
        let (what, hint) = self.what.in_words(lang);
        let message = with_place(&self.file, self.line, &what, &hint, lang);
        match &self.what {
            What::Pattern { pattern, at, .. } => {
                let before: String = pattern.chars().take(*at).collect();
                format!("{message}\n    {pattern}\n    {}^", " ".repeat(window::width(&before)))
            }
            _ => message,
        }
    }
}

/// "file:line: what", and the hint below it.
pub(super) fn with_place(file: &str, line: usize, what: &str, hint: &str, lang: Lang) -> String {
    let place = match line {
        0 => file.to_owned(),
        line => format!("{file}:{line}"),
    };
    if hint.is_empty() { format!("{place}: {what}") } else { format!("{place}: {what}\n    {} {hint}", lang.pick("conseil :", "hint:")) }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{}", problem.message(Lang::Fr))?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
