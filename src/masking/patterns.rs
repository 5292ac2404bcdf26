//! A name as a sequence of words, with what its letters must look like.

use super::words::Word;

/// What the text must show for a sequence of words to be the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// Any letters: nobody writes this by chance.
    Any,
    /// A capital letter first.
    Capital,
    /// Capitals only: `RT`.
    Capitals,
    /// A capital letter that no sentence accounts for: the name is a word of the language.
    Proper,
    /// A person's last name: a capital letter, and no first name of somebody else before it.
    Surname,
}

/// A wording of somebody's name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pattern {
    pub words: Vec<String>,
    pub look: Look,
    /// An article that belongs to the name; `true` where the name must have it.
    pub article: Option<(String, bool)>,
    /// Index of what it is masked by.
    pub mask: usize,
}

/// After it a name at the head of a sentence is a word of the language: « Libération de la ville ».
const OF: [&str; 8] = ["de", "d", "du", "des", "et", "totale", "partielle", "complete"];

/// Before a last name they are no first name.
const TITLES: [&str; 9] = ["m", "mm", "mme", "mmes", "mlle", "dr", "pr", "monsieur", "madame"];

impl Pattern {
    /// The words it takes from `at` on, as their range; None where it does not stand there.
    pub fn at(&self, text: &[Word], at: usize) -> Option<(usize, usize)> {
        let end = at + self.words.len();
        let found = text.get(at..end)?;
        let same = found.iter().zip(&self.words).all(|(word, wanted)| word.plain == *wanted);
        if !same || found[1..].iter().any(|word| !word.joined) {
            return None;
        }
        let first = at
            .checked_sub(1)
            .filter(|before| text[at].joined && self.article.as_ref().is_some_and(|(article, _)| text[*before].plain == *article));
        if first.is_none() && self.article.as_ref().is_some_and(|(_, required)| *required) {
            return None;
        }
        self.looks_right(text, at, end, first).then_some((first.unwrap_or(at), end))
    }

    fn looks_right(&self, text: &[Word], at: usize, end: usize, article: Option<usize>) -> bool {
        let word = &text[at];
        match self.look {
            Look::Any => true,
            Look::Capital => word.capital,
            Look::Capitals => text[at..end].iter().all(|word| word.capitals),
            Look::Proper if article.is_some() => word.capital,
            Look::Proper => word.capital && !(word.opens && text.get(end).is_some_and(|next| next.joined && OF.contains(&&*next.plain))),
            Look::Surname => {
                let before = at.checked_sub(1).map(|before| &text[before]).filter(|before| word.joined && before.capital && !before.opens);
                word.capital && before.is_none_or(|title| TITLES.contains(&&*title.plain))
            }
        }
    }
}
