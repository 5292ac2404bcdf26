//! The prompts, labels and notices that pages put around an article, as data.

use super::needles::Needles;
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
}

/// The prompts, ready to be looked up.
struct Index {
    whole: FxHashSet<String>,
    /// By first character.
    start: FxHashMap<char, Vec<String>>,
    form: RegexSet,
    notice: AhoCorasick,
    long_notice: Needles,
    opens_list: FxHashSet<String>,
    ends: RegexSet,
}

static PROMPTS: LazyLock<Index> = LazyLock::new(|| {
    let read: Prompts = toml::from_str(include_str!("prompts.toml")).expect("a file of the program, which a test reads");
    let mut start: FxHashMap<char, Vec<String>> = FxHashMap::default();
    for prompt in read.start {
        start.entry(prompt.chars().next().unwrap_or(' ')).or_default().push(prompt);
    }
    // Pages write these words in plain letters; only ASCII case needs folding.
    let words = |list: Vec<String>| AhoCorasick::builder().ascii_case_insensitive(true).build(list).expect("a few words");
    let set = |patterns| RegexSet::new::<_, String>(patterns).expect("fixed patterns, which a test reads");
    Index {
        whole: read.whole.iter().map(|prompt| without_colon(prompt).to_owned()).collect(),
        start,
        form: set(read.form),
        notice: words(read.notice),
        long_notice: Needles::new(&read.notice_of_any_length),
        opens_list: read.opens_list.into_iter().collect(),
        ends: set(read.ends),
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

fn without_colon(plain: &str) -> &str {
    plain.trim_end_matches([':', ' ', '.', '…', '›', '>', '!'])
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

/// The line announces a list of links or tags.
pub fn opens_list(plain: &str) -> bool {
    PROMPTS.opens_list.contains(without_colon(plain))
}

/// The line announces readers' comments, or says that the rest is for subscribers.
pub fn ends_article(plain: &str) -> bool {
    PROMPTS.ends.is_match(without_colon(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_file_is_written_in_plain_form() {
        let read: Prompts = toml::from_str(include_str!("prompts.toml")).expect("sound TOML");
        for prompt in [read.whole, read.start, read.notice, read.notice_of_any_length, read.opens_list].concat() {
            assert_eq!(plain(&prompt), prompt.trim(), "help: lower case, straight apostrophes, single spaces");
        }
        assert!(RegexSet::new(read.form).is_ok() && RegexSet::new(read.ends).is_ok());
    }
}
