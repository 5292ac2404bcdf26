//! How a lemma is spelled out from one of its forms: drop an ending, add another, restore capitals.
//!
//! Half a million forms share a few thousand such patterns (`-aient` → `-er`), which is what keeps
//! the embedded dictionary small. Shared with `build.rs`: standard library only.

/// Capitals of a lemma, relative to its lower-case spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum LetterCase {
    AsIs,
    /// `France`
    Initial,
    /// `Saint-Denis`
    EachPart,
    /// `ONU`
    Upper,
}

impl LetterCase {
    pub const ALL: [LetterCase; 4] = [LetterCase::AsIs, LetterCase::Initial, LetterCase::EachPart, LetterCase::Upper];

    pub fn code(self) -> u8 {
        self as u8
    }

    pub fn from_code(code: u8) -> Option<LetterCase> {
        LetterCase::ALL.get(usize::from(code)).copied()
    }

    /// Gives a lower-case word its capitals.
    pub fn apply(self, word: &str) -> String {
        let mut capital_next = self != LetterCase::AsIs;
        let mut out = String::with_capacity(word.len());
        for c in word.chars() {
            if capital_next {
                out.extend(c.to_uppercase());
            } else {
                out.push(c);
            }
            capital_next = match self {
                LetterCase::AsIs | LetterCase::Initial => false,
                LetterCase::EachPart => c == '-',
                LetterCase::Upper => true,
            };
        }
        out
    }

    /// Capitals of `word`, or `None` when they follow no simple rule (`LaTeX`).
    pub fn of(word: &str) -> Option<LetterCase> {
        let lower = word.to_lowercase();
        LetterCase::ALL.into_iter().find(|case| case.apply(&lower) == word)
    }
}

/// From form to lemma: remove `strip` bytes at the end, add `suffix`, then apply `case`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LemmaPattern<'a> {
    pub strip: u8,
    pub suffix: &'a str,
    pub case: LetterCase,
}

impl<'a> LemmaPattern<'a> {
    /// The pattern leading from `form` (lower case) to `lemma`, whose lower case is `lower`.
    /// `None` only for words of more than 255 bytes.
    pub fn between(form: &str, lemma: &'a str, lower: &'a str) -> Option<LemmaPattern<'a>> {
        let (shared, suffix, case) = match LetterCase::of(lemma) {
            Some(case) => {
                let shared = common_prefix(form, lower);
                (shared, lower.get(shared..)?, case)
            }
            None => (0, lemma, LetterCase::AsIs),
        };
        let strip = u8::try_from(form.len() - shared).ok()?;
        Some(LemmaPattern { strip, suffix, case })
    }

    pub fn apply(&self, form: &str) -> Option<String> {
        let kept = form.get(..form.len().checked_sub(usize::from(self.strip))?)?;
        let mut lemma = String::with_capacity(kept.len() + self.suffix.len());
        lemma.push_str(kept);
        lemma.push_str(self.suffix);
        Some(match self.case {
            LetterCase::AsIs => lemma,
            case => case.apply(&lemma),
        })
    }
}

/// Length in bytes of the longest prefix two words share, on a character boundary.
fn common_prefix(a: &str, b: &str) -> usize {
    a.char_indices().zip(b.chars()).find(|((_, x), y)| x != y).map_or(a.len().min(b.len()), |((at, _), _)| at)
}
