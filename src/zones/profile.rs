//! What the pages of an outlet repeat, as a file that people can read and correct.

use super::prompts;
use crate::span::Span;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

/// The version of the file's shape.
pub const SCHEMA: &str = "cadrage/profile/1";

/// A cleaning profile: one entry an outlet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    pub schema: String,
    #[serde(default, rename = "outlet")]
    pub outlets: Vec<OutletProfile>,
    /// SHA-256 of the file, in hexadecimal.
    #[serde(skip)]
    pub sha256: String,
}

/// What one outlet's pages repeat. All of it is compared in lower case, with straight apostrophes and single spaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutletProfile {
    pub name: String,
    /// How many articles this was learnt from.
    pub articles: usize,
    /// Lines that are boilerplate.
    #[serde(default)]
    pub lines: FxHashSet<String>,
    /// Beginnings of lines that are boilerplate; what follows on the line is not.
    #[serde(default)]
    pub prefixes: Vec<String>,
    /// Ends of lines that are boilerplate.
    #[serde(default)]
    pub suffixes: Vec<String>,
}

impl Profile {
    /// Reads a profile as written by [`Profile::to_toml`] or by hand. The error says where it is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut profile: Profile = toml::from_str(text).map_err(|error| error.to_string().trim().to_owned())?;
        if profile.schema != SCHEMA {
            return Err(format!("schema = \"{}\" (≠ \"{SCHEMA}\")", profile.schema));
        }
        for outlet in &mut profile.outlets {
            outlet.lines = outlet.lines.iter().map(|line| prompts::plain(line)).collect();
            for part in outlet.prefixes.iter_mut().chain(&mut outlet.suffixes) {
                *part = prompts::plain(part);
            }
            outlet.prefixes.retain(|part| !part.is_empty());
            outlet.suffixes.retain(|part| !part.is_empty());
        }
        profile.sha256 = crate::digest::sha256(text);
        Ok(profile)
    }

    /// The profile as a file: one line an entry, in order.
    pub fn to_toml(&self) -> String {
        let mut text = format!("schema = {}\n", quoted(SCHEMA));
        for outlet in &self.outlets {
            text += &format!("\n[[outlet]]\nname = {}\narticles = {}\n", quoted(&outlet.name), outlet.articles);
            let mut lines: Vec<&String> = outlet.lines.iter().collect();
            lines.sort_unstable();
            let parts = [("lines", lines), ("prefixes", outlet.prefixes.iter().collect()), ("suffixes", outlet.suffixes.iter().collect())];
            for (name, list) in parts {
                let entries: String = list.iter().map(|entry| format!("  {},\n", quoted(entry))).collect();
                text += &if list.is_empty() { format!("{name} = []\n") } else { format!("{name} = [\n{entries}]\n") };
            }
        }
        text
    }

    /// The entry of an outlet, by its name in any case.
    pub fn outlet(&self, name: &str) -> Option<&OutletProfile> {
        let name = prompts::plain(name);
        self.outlets.iter().find(|outlet| prompts::plain(&outlet.name) == name)
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

impl OutletProfile {
    /// The whole line is one that the outlet repeats.
    pub fn has_line(&self, line: &str) -> bool {
        !self.lines.is_empty() && self.lines.contains(&prompts::plain(line))
    }

    /// Adds the prefix and suffix of a line to its boilerplate.
    pub(super) fn cut(&self, line: &str, spans: &mut Vec<Span>) {
        let longest = |parts: &[String], length: &dyn Fn(&str) -> Option<usize>| parts.iter().filter_map(|part| length(part)).max();
        if let Some(end) = longest(&self.prefixes, &|part| prefix(line, part)) {
            spans.push(Span::new(0, end));
        }
        if let Some(length) = longest(&self.suffixes, &|part| suffix(line, part)) {
            spans.push(Span::new(line.len() - length, line.len()));
        }
    }
}

/// Bytes of the line's beginning that read as `part`, which ends where a word does.
fn prefix(line: &str, part: &str) -> Option<usize> {
    let ends = line.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = ends.take_while(|end| *end <= part.len() * 2 + 8).find(|end| prompts::plain(&line[..*end]) == part)?;
    let inside = part.ends_with(char::is_alphanumeric) && line[end..].starts_with(char::is_alphanumeric);
    (!inside).then_some(end)
}

/// Bytes of the line's end that read as `part`, which begins where a word does.
fn suffix(line: &str, part: &str) -> Option<usize> {
    let starts = line.char_indices().rev().map(|(at, _)| at);
    let start = starts.take_while(|at| line.len() - at <= part.len() * 2 + 8).find(|at| prompts::plain(&line[*at..]) == part)?;
    let inside = part.starts_with(char::is_alphanumeric) && line[..start].ends_with(char::is_alphanumeric);
    (!inside).then_some(line.len() - start)
}
