//! The prompts, labels and notices that pages put around an article, as data.

use super::needles::Needles;
use super::words;
use aho_corasick::AhoCorasick;
use regex::RegexSet;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Prompts {
    whole: Vec<String>,
    start: Vec<String>,
    form: Vec<String>,
    notice: Vec<String>,
    notice_of_any_length: Vec<String>,
    opens_list: Vec<String>,
    ends: Vec<String>,
    ends_begin: Vec<String>,
}

/// The prompts, ready to be looked up.
struct Index {
    whole: FxHashSet<String>,
    /// By first character.
    start: FxHashMap<char, Vec<String>>,
    form: RegexSet,
    notice: AhoCorasick,
    long_notice: Needles,
    long_notices: Vec<String>,
    opens_list: FxHashSet<String>,
    ends: RegexSet,
    /// By first character.
    ends_begin: FxHashMap<char, Vec<String>>,
    /// Words of the longest of `whole` and `opens_list`.
    longest: usize,
}

static PROMPTS: LazyLock<Index> = LazyLock::new(|| {
    let read: Prompts = toml::from_str(include_str!("prompts.toml")).expect("a file of the program, which a test reads");
    let by_first = |list: Vec<String>| {
        let mut by_first: FxHashMap<char, Vec<String>> = FxHashMap::default();
        list.into_iter().for_each(|prompt| by_first.entry(prompt.chars().next().unwrap_or(' ')).or_default().push(prompt));
        by_first
    };
    // Pages write these words in plain letters; only ASCII case needs folding.
    let words = |list: Vec<String>| AhoCorasick::builder().ascii_case_insensitive(true).build(list).expect("a few words");
    let set = |patterns| RegexSet::new::<_, String>(patterns).expect("fixed patterns, which a test reads");
    Index {
        longest: read.whole.iter().chain(&read.opens_list).map(|prompt| prompt.split(' ').count()).max().unwrap_or(0),
        whole: read.whole.iter().map(|prompt| without_colon(prompt).to_owned()).collect(),
        start: by_first(read.start),
        form: set(read.form),
        notice: words(read.notice),
        long_notice: Needles::new(&read.notice_of_any_length),
        long_notices: read.notice_of_any_length,
        opens_list: read.opens_list.into_iter().collect(),
        ends: set(read.ends),
        ends_begin: by_first(read.ends_begin),
    }
});

/// Reads the prompts, unless they have been read.
pub fn prepare() {
    LazyLock::force(&PROMPTS);
}

/// A line as prompts are compared: lower case, straight apostrophes, plain single spaces.
pub fn plain(line: &str) -> String {
    let line = line.trim();
    let bytes = line.as_bytes();
    let mut out = String::with_capacity(line.len());
    // What stands between is as it should be.
    let (mut copied, mut at) = (0, 0);
    let mut space = false;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b' ' if !space => (space, at) = (true, at + 1),
            b'A'..=b'Z' | b'\t'..=b'\r' | b' ' | 0x80.. => {
                let c = line[at..].chars().next().unwrap_or(' ');
                let next = at + c.len_utf8();
                if !matches!(c, 'ß'..='ö' | 'ø'..='ÿ' | '«' | '»') {
                    out.push_str(&line[copied..at]);
                    copied = next;
                    match c {
                        '’' | 'ʼ' => out.push('\''),
                        '\u{ad}' => {
                            at = next;
                            continue;
                        }
                        c if c.is_whitespace() => {
                            if !space {
                                out.push(' ');
                            }
                        }
                        c => out.extend(c.to_lowercase()),
                    }
                }
                (space, at) = (c.is_whitespace(), next);
            }
            _ => (space, at) = (false, at + 1),
        }
    }
    out.push_str(&line[copied..]);
    out
}

/// The characters of the same, one by one: for lines of which only the first matter.
pub fn letters(line: &str) -> impl Iterator<Item = char> + Clone + '_ {
    let mut after_space = false;
    let kept = line.trim().chars().filter_map(move |c| {
        if c == '\u{ad}' {
            return None;
        }
        let doubled = after_space && c.is_whitespace();
        after_space = c.is_whitespace();
        (!doubled).then_some(match c {
            '’' | 'ʼ' => '\'',
            _ if after_space => ' ',
            _ => c,
        })
    });
    kept.flat_map(char::to_lowercase)
}

/// True where the letters of a line without white space around it begin so.
pub fn begins(line: &str, start: &str) -> bool {
    let mut after_space = true;
    for (byte, wanted) in line.bytes().zip(start.bytes()) {
        let space = byte == b' ' && !after_space;
        if !byte.is_ascii_graphic() && !space {
            // From here on bytes may be compared in another form.
            let mut letters = letters(line);
            return start.chars().all(|c| letters.next() == Some(c));
        }
        // Most lines differ in one of the first.
        if byte.to_ascii_lowercase() != wanted {
            return false;
        }
        after_space = space;
    }
    start.len() <= line.len()
}

const BEHIND: [char; 7] = [':', ' ', '.', '…', '›', '>', '!'];

fn without_colon(plain: &str) -> &str {
    plain.trim_end_matches(BEHIND)
}

/// True where a line without soft hyphens has more words than any prompt that is a whole line or opens a list, what may stand behind such left out.
pub fn is_longer(line: &str) -> bool {
    let longest = PROMPTS.longest;
    words::count(line.trim_end_matches(|c: char| c.is_whitespace() || BEHIND.contains(&c)), longest + 1) > longest
}

/// The whole line is a prompt.
pub fn is_whole(plain: &str) -> bool {
    PROMPTS.whole.contains(without_colon(plain))
}

/// The line begins with a prompt.
pub fn starts(plain: &str) -> bool {
    let Some(first) = plain.chars().next() else { return false };
    PROMPTS
        .start
        .get(&first)
        .into_iter()
        .flatten()
        .any(|p| plain.strip_prefix(p.as_str()).is_some_and(|rest| p.ends_with([' ', ':']) || !rest.starts_with(char::is_alphabetic)))
}

/// The line has the form of a counter, a clock, a prompt with a name in it.
pub fn has_form(plain: &str) -> bool {
    PROMPTS.form.is_match(plain)
}

/// The line speaks of cookies, personal data, reproduction rights, subscriptions.
pub fn is_notice(line: &str, long: bool) -> bool {
    if long { PROMPTS.long_notice.are_in(line) } else { PROMPTS.notice.is_match(line) }
}

/// What makes a line a notice whatever its length.
pub fn long_notices() -> &'static [String] {
    &PROMPTS.long_notices
}

/// The line announces a list of links or tags.
pub fn opens_list(plain: &str) -> bool {
    PROMPTS.opens_list.contains(without_colon(plain))
}

/// False where a line without white space around it does not begin as those that end the article.
pub fn may_end_article(line: &str) -> bool {
    letters(line).next().is_some_and(|first| {
        first.is_ascii_digit() || PROMPTS.ends_begin.get(&first).into_iter().flatten().any(|start| begins(line, start))
    })
}

/// The line announces readers' comments, or says that the rest is for subscribers.
pub fn ends_article(plain: &str) -> bool {
    PROMPTS.ends.is_match(without_colon(plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::string::string_regex;

    fn read() -> Prompts {
        toml::from_str(include_str!("prompts.toml")).expect("sound TOML")
    }

    #[test]
    fn the_data_file_is_written_in_plain_form() {
        let read = read();
        for prompt in [read.whole, read.start, read.notice, read.notice_of_any_length, read.opens_list].concat() {
            assert_eq!(plain(&prompt), prompt.trim(), "help: lower case, straight apostrophes, single spaces");
        }
        assert!(RegexSet::new(read.form).is_ok() && RegexSet::new(read.ends).is_ok());
    }

    /// Characters that are compared in another form, or stand around prompts.
    const MIXED: &str = "([a-cÀÉéKİΣß’ʼ'\"«»:.…›>!0-9]|[ \u{a0}\u{202f}\t\u{ad}]){0,40}";

    /// Lines that this one of the patterns matches.
    fn ending(at: usize) -> impl Strategy<Value = String> {
        let pattern = read().ends[at].trim_start_matches('^').trim_end_matches('$').replace("\\b", "");
        string_regex(&pattern).expect("a pattern without anchors")
    }

    proptest! {
        #[test]
        fn letters_are_the_plain_form(line in MIXED, other in "[a-cé' ]{0,3}") {
            prop_assert_eq!(letters(&line).collect::<String>(), plain(&line));
            prop_assert_eq!(begins(line.trim(), &other), plain(&line).starts_with(&other));
        }

        #[test]
        fn what_ends_an_article_begins_as_the_list_says(line in (0..read().ends.len()).prop_flat_map(ending)) {
            prop_assert!(may_end_article(&line), "{line}");
            prop_assert!(may_end_article(&line.to_uppercase()), "{line}");
        }

        #[test]
        fn no_long_line_is_a_prompt(which in any::<prop::sample::Index>(), behind in "[ \u{a0}:.…›>!]{0,60}") {
            let (read, line) = (read(), |prompt: &String| format!("{prompt}{behind}"));
            prop_assert!(!is_longer(&line(which.get(&read.whole))));
            prop_assert!(!is_longer(&line(which.get(&read.opens_list))));
        }
    }
}
