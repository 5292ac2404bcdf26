//! A few words looked for in long lines, whatever the case of their ASCII letters: each by its rarest byte.

use memchr::memchr2_iter;

/// Letters of French by how rare they are; bytes that are none of them count as rarer, but for those that many accented letters share.
const COMMON: &[u8] = b"zykjxhqbgfvpmdcoulrnitas e";

pub struct Needles(Vec<Needle>);

struct Needle {
    word: Box<[u8]>,
    /// Where its rarest byte stands in it.
    at: usize,
}

impl Needles {
    pub fn new(words: &[String]) -> Self {
        let needle = |word: &String| {
            let word: Box<[u8]> = word.to_ascii_lowercase().into_bytes().into();
            let at = (0..word.len()).min_by_key(|at| commonness(word[*at])).unwrap_or(0);
            Needle { word, at }
        };
        Self(words.iter().filter(|word| !word.is_empty()).map(needle).collect())
    }

    /// One of the words stands somewhere in the text.
    pub fn are_in(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        self.0.iter().any(|Needle { word, at }| {
            let here = |place: usize| {
                let start = place.checked_sub(*at)?;
                Some(bytes.get(start..start + word.len())?.eq_ignore_ascii_case(word))
            };
            let rare = word[*at];
            memchr2_iter(rare, rare.to_ascii_uppercase(), bytes).any(|place| here(place) == Some(true))
        })
    }
}

fn commonness(byte: u8) -> usize {
    match byte {
        0xc3 | 0xa0 | 0xa9 | 0xe2 => COMMON.len(),
        _ => COMMON.iter().position(|common| *common == byte).map_or(0, |rank| rank + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case() {
        let needles = Needles::new(&["cookies".into(), "après impôts".into()]);
        for text in ["cookies", "Des COOKIES !", "66 % Après impôts", "kk cooKies"] {
            assert!(needles.are_in(text), "{text}");
        }
        for text in ["", "cookie", "ies cook", "apres impôts", "k"] {
            assert!(!needles.are_in(text), "{text}");
        }
    }
}
