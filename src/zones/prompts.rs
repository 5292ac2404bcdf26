//! The prompts, labels and notices that pages put around an article, as data.

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

static PROMPTS: LazyLock<Prompts> = LazyLock::new(|| {
    // The file is part of the program; a test reads it.
    toml::from_str(include_str!("prompts.toml")).unwrap_or(Prompts { whole: vec![], start: vec![], notice: vec![], opens_list: vec![] })
});

/// A line as prompts are compared: lower case, straight apostrophes, plain single spaces.
pub fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut space = false;
    for c in line.trim().chars() {
        match c {
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
    PROMPTS.whole.iter().any(|p| p == without_colon(plain))
}

/// The line begins with a prompt.
pub fn starts(plain: &str) -> bool {
    PROMPTS.start.iter().any(|p| {
        plain.strip_prefix(p.as_str()).is_some_and(|rest| p.ends_with([' ', ':']) || !rest.starts_with(char::is_alphabetic))
    })
}

/// The line speaks of cookies, personal data or reproduction rights.
pub fn is_notice(plain: &str) -> bool {
    PROMPTS.notice.iter().any(|p| plain.contains(p.as_str()))
}

/// The line announces a list of links or tags.
pub fn opens_list(plain: &str) -> bool {
    PROMPTS.opens_list.iter().any(|p| p == without_colon(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_file_is_read_and_plain() {
        for list in [&PROMPTS.whole, &PROMPTS.start, &PROMPTS.notice, &PROMPTS.opens_list] {
            assert!(!list.is_empty());
            for prompt in list {
                assert_eq!(plain(prompt), prompt.trim(), "help: prompts are written in their plain form");
            }
        }
    }
}
