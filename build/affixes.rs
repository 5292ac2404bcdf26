//! Suffix rules of the `.aff` file: from a dictionary word to its inflected forms.

use std::collections::HashMap;

/// One letter of a rule's condition: `.`, `e`, `[cg]` or `[^cg]`.
enum Letter {
    Any,
    OneOf(Vec<char>),
    NoneOf(Vec<char>),
}

impl Letter {
    fn accepts(&self, c: char) -> bool {
        match self {
            Letter::Any => true,
            Letter::OneOf(set) => set.contains(&c),
            Letter::NoneOf(set) => !set.contains(&c),
        }
    }
}

/// `SFX a0 ger geant/n'q'… ger po:ppre`: the flags after `/` only name elision prefixes, which the
/// text's own segmentation handles, so they are dropped.
pub struct Rule {
    strip: String,
    add: String,
    condition: Vec<Letter>,
    pub tags: Vec<String>,
}

impl Rule {
    /// The inflected form, when the rule applies to `word`.
    pub fn apply(&self, word: &str) -> Option<String> {
        let stem = word.strip_suffix(self.strip.as_str())?;
        let mut letters = word.chars().rev();
        for wanted in self.condition.iter().rev() {
            if !wanted.accepts(letters.next()?) {
                return None;
            }
        }
        Some(format!("{stem}{}", self.add))
    }
}

/// Suffix rules by flag.
pub struct Affixes {
    rules: HashMap<String, Vec<Rule>>,
}

impl Affixes {
    /// Reads the rules; refuses a file whose flags are not the two-character ones it understands.
    pub fn parse(text: &str) -> Result<Affixes, String> {
        if !text.lines().any(|line| line.trim() == "FLAG long") {
            return Err("expected `FLAG long`".into());
        }
        if let Some(line) = text.lines().find(|l| l.starts_with("AF ") || l.starts_with("AM ")) {
            return Err(format!("flag and tag aliases are not supported: {line}"));
        }
        let mut rules: HashMap<String, Vec<Rule>> = HashMap::new();
        for line in text.lines().filter(|line| line.starts_with("SFX ")) {
            let fields: Vec<&str> = line.split_whitespace().collect();
            // Four fields: the header `SFX a0 Y 102`.
            let [_, flag, strip, add, condition, tags @ ..] = fields.as_slice() else {
                continue;
            };
            rules.entry((*flag).to_string()).or_default().push(Rule {
                strip: zero_is_empty(strip),
                add: zero_is_empty(add.split('/').next().unwrap_or("")),
                condition: parse_condition(condition).ok_or_else(|| format!("bad condition: {line}"))?,
                tags: tags.iter().map(|tag| (*tag).to_string()).collect(),
            });
        }
        Ok(Affixes { rules })
    }

    pub fn rules(&self, flag: &str) -> &[Rule] {
        self.rules.get(flag).map_or(&[], Vec::as_slice)
    }
}

fn zero_is_empty(text: &str) -> String {
    if text == "0" { "" } else { text }.to_string()
}

fn parse_condition(text: &str) -> Option<Vec<Letter>> {
    let mut letters = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        letters.push(match c {
            '.' => Letter::Any,
            '[' => {
                let negated = chars.next_if_eq(&'^').is_some();
                let mut set = Vec::new();
                loop {
                    match chars.next()? {
                        ']' => break,
                        c => set.push(c),
                    }
                }
                if negated { Letter::NoneOf(set) } else { Letter::OneOf(set) }
            }
            c => Letter::OneOf(vec![c]),
        });
    }
    Some(letters)
}
