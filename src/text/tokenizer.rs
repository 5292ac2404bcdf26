//! Tokens of French: words, numbers and punctuation, as spans that with the gaps between them make up the text.
//!
//! A word keeps its hyphens (`porte-parole`) and inner apostrophes (`aujourd'hui`); elided `l'`, `d'`, `qu'` and
//! inverted clitics (`-t-il`) are tokens of their own.

use super::letters::Letters;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Word,
    Number,
    /// A quotation mark, which patterns skip.
    Quote,
    Comma,
    /// What can end a sentence: `.`, `!`, `?`, `…`.
    Stop,
    /// Any other punctuation or sign.
    Mark,
}

impl Kind {
    /// True for what counts as a token in every rate: words and numbers.
    pub fn is_word(self) -> bool {
        matches!(self, Kind::Word | Kind::Number)
    }

    fn of_mark(mark: &str) -> Self {
        if matches!(mark, "<<" | ">>") {
            return Kind::Quote;
        }
        match mark.chars().next().unwrap_or(' ') {
            '«' | '»' | '"' | '“' | '”' | '„' | '‹' | '›' | '‘' | '’' | '\'' => Kind::Quote,
            ',' => Kind::Comma,
            '.' | '!' | '?' | '…' => Kind::Stop,
            _ => Kind::Mark,
        }
    }
}

/// A token's place in the text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawToken {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
}

/// Pronouns that follow their verb after a hyphen.
const CLITICS: [&str; 18] =
    ["il", "elle", "ils", "elles", "on", "je", "tu", "nous", "vous", "ce", "le", "la", "les", "lui", "leur", "moi", "toi", "y"];
/// Words that end like a clitic and are none.
const NOT_INVERTED: [&str; 4] = ["rendez-vous", "sauve-qui-peut", "garde-vous", "chez-nous"];
/// Words that a full stop belongs to.
const ABBREVIATIONS: [&str; 42] = [
    "m", "mm", "mme", "mmes", "mlle", "dr", "pr", "me", "mgr", "st", "ste", "av", "apr", "art", "cf", "ex", "p", "pp", "vol", "env",
    "janv", "févr", "avr", "juil", "sept", "oct", "nov", "déc", "gén", "col", "lt", "cap", "sgt", "adj", "hab", "tél", "éd", "fig", "chap",
    "no", "ndlr", "al",
];

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

/// What a character is, by its first byte as far as that tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Letter,
    Digit,
    /// ASCII punctuation and controls.
    Mark,
    /// Anything beyond ASCII.
    Other,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = match byte as u8 {
            b' ' | b'\t'..=b'\r' => Class::Space,
            b'0'..=b'9' => Class::Digit,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            _ => Class::Mark,
        };
        byte += 1;
    }
    classes
};

fn is_word_char(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        // The letters of European languages.
        'À'..='\u{24f}' => c != '×' && c != '÷',
        _ => c.is_alphanumeric() || c == '\u{ad}' || ('\u{300}'..='\u{36f}').contains(&c),
    }
}

/// Calls `emit` for each token of `text`, in order.
pub fn tokenize(text: &str, mut emit: impl FnMut(RawToken)) {
    let mut scanner = Scanner { text, at: 0, letters: Letters::of(text) };
    let mut after_stop = true;
    while let Some(&byte) = text.as_bytes().get(scanner.at) {
        let start = scanner.at;
        let is_word = match CLASSES[usize::from(byte)] {
            Class::Space => {
                scanner.at += 1;
                continue;
            }
            Class::Digit => {
                scanner.number();
                emit(RawToken { start, end: scanner.at, kind: Kind::Number });
                after_stop = false;
                continue;
            }
            Class::Letter => true,
            Class::Mark => false,
            Class::Other => {
                let Some(c) = scanner.peek() else { return };
                if c.is_whitespace() || c == '\u{ad}' || c == '\u{feff}' || c == '\u{200b}' {
                    scanner.bump(c);
                    continue;
                }
                is_word_char(c)
            }
        };
        if is_word {
            scanner.at = scanner.letters.end(start);
            // What most words end at.
            if matches!(text.as_bytes().get(scanner.at), None | Some(b' ' | b',')) {
                emit(RawToken { start, end: scanner.at, kind: Kind::Word });
                after_stop = false;
                continue;
            }
            let hyphenated = scanner.rest_of_word(start);
            let end = scanner.at;
            let cut = hyphenated.then(|| inverted_clitic(&text[start..end], after_stop)).flatten().map(|n| start + n);
            let stem_end = cut.unwrap_or(end);
            emit(RawToken { start, end: stem_end, kind: Kind::Word });
            if let Some(cut) = cut {
                emit(RawToken { start: cut, end, kind: Kind::Word });
            }
            after_stop = false;
        } else if let Some(c) = scanner.peek() {
            scanner.punctuation(c);
            emit(RawToken { start, end: scanner.at, kind: Kind::of_mark(&text[start..scanner.at]) });
            after_stop = !matches!(c, ',' | ';' | '(' | ')');
        }
    }
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    letters: Letters<'t>,
}

impl Scanner<'_> {
    #[inline]
    fn peek(&self) -> Option<char> {
        let byte = *self.text.as_bytes().get(self.at)?;
        if byte < 128 { Some(byte as char) } else { self.text[self.at..].chars().next() }
    }

    #[inline]
    fn peek_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    #[inline]
    fn bump(&mut self, c: char) {
        self.at += c.len_utf8();
    }

    /// A number with its separators: `1 200 000`, `40.000`, `10,5`; letters glued to it stay (`20h30`, `1er`).
    fn number(&mut self) {
        let mut group = self.digits();
        let mut first = true;
        while let Some(separator) = self.peek() {
            let spaced = matches!(separator, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
            if !spaced && !matches!(separator, '.' | ',') {
                break;
            }
            let next = self.at + separator.len_utf8();
            let following = self.text[next..].bytes().take_while(u8::is_ascii_digit).count();
            let groups_thousands = following == 3 && group <= 3 && (first || group == 3);
            if following == 0 || (spaced && !groups_thousands) {
                break;
            }
            self.at = next;
            group = self.digits();
            first = false;
        }
        while let Some(c) = self.peek() {
            if !is_word_char(c) {
                break;
            }
            self.bump(c);
        }
    }

    fn digits(&mut self) -> usize {
        let count = self.text[self.at..].bytes().take_while(u8::is_ascii_digit).count();
        self.at += count;
        count
    }

    /// A word, with the rules for apostrophes, hyphens and full stops inside; true where it has a hyphen.
    fn rest_of_word(&mut self, start: usize) -> bool {
        let mut hyphenated = false;
        loop {
            let Some(c) = self.peek() else { return hyphenated };
            let next = self.peek_at(self.at + c.len_utf8());
            let joined = next.is_some_and(is_word_char);
            if is_word_char(c) {
                self.bump(c);
            } else if is_apostrophe(c) {
                let part = &self.text[start..self.at];
                if is_elided(part) {
                    self.bump(c);
                    return hyphenated;
                }
                // A typed "O'Brien" or "aujourd'hui" goes on; a closing single quote does not.
                if !joined || c == '‘' {
                    return hyphenated;
                }
                self.bump(c);
            } else if is_hyphen(c) && joined {
                hyphenated = true;
                self.bump(c);
            } else if c == '.' && self.stop_belongs(start, next) {
                self.bump(c);
            } else {
                return hyphenated;
            }
            self.at = self.letters.end(self.at);
        }
    }

    /// True where the full stop after the word begun at `start` is part of it: `M.`, `U.S.`, `exemple.fr`.
    fn stop_belongs(&self, start: usize, next: Option<char>) -> bool {
        let word = &self.text[start..self.at];
        let last = word.rsplit('.').next().unwrap_or(word);
        match next {
            Some(c) if c.is_lowercase() && last.chars().nth(1).is_some() => {
                let tail: usize = self.text[self.at + 1..].bytes().take_while(u8::is_ascii_lowercase).count();
                (2..=4).contains(&tail) && word.is_ascii()
            }
            Some(c) if c.is_uppercase() => one_capital(last) && word.len() <= 12,
            Some(c) if c.is_whitespace() => {
                if one_capital(last) {
                    // "U.S. " and "J. Dupont", but not the grade at the end of "vitamine A."
                    word.contains('.') || self.next_word_is_capitalised()
                } else {
                    match word {
                        // "p. 12"; a letter alone is a grade or a name, but for "M. Martin".
                        "p" => self.next_is_digit(),
                        "M" => true,
                        _ => word.len() > 1 && is_abbreviation(word),
                    }
                }
            }
            _ => word.contains('.') && one_capital(last),
        }
    }

    fn next_word_is_capitalised(&self) -> bool {
        self.text[self.at + 1..].trim_start_matches([' ', '\u{a0}']).starts_with(char::is_uppercase)
    }

    fn next_is_digit(&self) -> bool {
        self.text[self.at + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit())
    }

    /// One mark, or a run of full stops, dashes or angles.
    fn punctuation(&mut self, c: char) {
        self.bump(c);
        if matches!(c, '.' | '-' | '!' | '?' | '<' | '>') {
            while self.peek() == Some(c) {
                self.bump(c);
            }
        }
    }
}

fn one_capital(part: &str) -> bool {
    let mut chars = part.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// Words that lose their last vowel before another word: l', d', qu', jusqu' …
fn is_elided(part: &str) -> bool {
    match part.as_bytes() {
        [letter] => matches!(letter | 32, b'l' | b'd' | b'j' | b'm' | b't' | b's' | b'n' | b'c'),
        [.., q, u] if matches!((q | 32, u | 32), (b'q', b'u')) => {
            matches!(part.to_ascii_lowercase().as_str(), "qu" | "jusqu" | "lorsqu" | "puisqu" | "quoiqu" | "quelqu")
        }
        _ => part == "ç",
    }
}

fn is_abbreviation(word: &str) -> bool {
    const LONGEST: usize = 5;
    word.len() <= LONGEST && ABBREVIATIONS.contains(&&*word.to_lowercase())
}

/// Where in `word` the clitic of an inversion begins: 1 in `a-t-il`, 3 in `dit-elle`.
fn inverted_clitic(word: &str, sentence_start: bool) -> Option<usize> {
    let hyphen = word.rfind(is_hyphen)?;
    let clitic = word[hyphen..].trim_start_matches(is_hyphen);
    if hyphen == 0 || !CLITICS.contains(&clitic) || NOT_INVERTED.iter().any(|w| word.eq_ignore_ascii_case(w)) {
        return None;
    }
    // "Kim Jong-il" is no question.
    if word.starts_with(char::is_uppercase) && !sentence_start {
        return None;
    }
    let head = &word[..hyphen];
    match head.strip_suffix("-t").or_else(|| head.strip_suffix("‑t")) {
        Some(verb) if !verb.is_empty() => Some(verb.len()),
        _ => Some(hyphen),
    }
}

/// The words and numbers of a text.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut spans = Vec::new();
    tokenize(text, |token| spans.push(token));
    spans.into_iter().filter(|token| token.kind.is_word()).map(|token| &text[token.start..token.end])
}
