//! The prompts, labels and notices that pages put around an article, as data.

use aho_corasick::AhoCorasick;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Prompts {
    whole: Vec<String>,
    start: Vec<String>,
    notice: Vec<String>,
    opens_list: Vec<String>,
}

/// The prompts, ready to be looked up.
struct Index {
    whole: FxHashSet<String>,
    /// By first character.
    start: FxHashMap<char, Vec<String>>,
    notice: AhoCorasick,
    opens_list: FxHashSet<String>,
}

static PROMPTS: LazyLock<Index> = LazyLock::new(|| {
    let read: Prompts = toml::from_str(include_str!("prompts.toml")).expect("a file of the program, which a test reads");
    let mut start: FxHashMap<char, Vec<String>> = FxHashMap::default();
    for prompt in read.start {
        start.entry(prompt.chars().next().unwrap_or(' ')).or_default().push(prompt);
    }
    Index {
        whole: read.whole.into_iter().collect(),
        start,
        // Pages write these words in plain letters; only ASCII case needs folding.
        notice: AhoCorasick::builder().ascii_case_insensitive(true).build(read.notice).expect("a few words"),
        opens_list: read.opens_list.into_iter().collect(),
    }
});

/// A line as prompts are compared: lower case, straight apostrophes, plain single spaces.
pub fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut space = false;
    for c in line.trim().chars() {
        match c {
            c if c.is_ascii_lowercase() => out.push(c),
            '’' | 'ʼ' => out.push('\''),
            '\u{ad}' => continue,
            c if c.is_whitespace() => {
                if !space {
                    out.push(' ');
                }
            }
            c => out.extend(c.to_lowercase()),
        }
        space = c.is_whitespace();
    }
    out
}

fn without_colon(plain: &str) -> &str {
    plain.trim_end_matches([':', ' ', '.', '…', '›', '>'])
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

/// The line speaks of cookies, personal data or reproduction rights.
pub fn is_notice(line: &str) -> bool {
    PROMPTS.notice.is_match(line)
}

/// The line announces a list of links or tags.
pub fn opens_list(plain: &str) -> bool {
    PROMPTS.opens_list.contains(without_colon(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_file_is_written_in_plain_form() {
        let read: Prompts = toml::from_str(include_str!("prompts.toml")).expect("sound TOML");
        for prompt in [read.whole, read.start, read.notice, read.opens_list].concat() {
            assert_eq!(plain(&prompt), prompt.trim(), "help: lower case, straight apostrophes, single spaces");
        }
    }
}
