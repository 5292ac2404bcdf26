//! Grammatical words and irregular plurals of `src/text/function_words.toml`, as readings.

use std::collections::HashSet;

use crate::entries::Reading;
use crate::morphology::{Features, Pos};

pub struct FunctionWords {
    pub readings: Vec<Reading>,
    /// Every form listed: the dictionary's own grammatical readings of it are replaced.
    pub forms: HashSet<String>,
    /// Forms whose other readings (`la` the musical note) are dropped altogether.
    pub exclusive: HashSet<String>,
}

impl FunctionWords {
    pub fn parse(text: &str) -> Result<FunctionWords, String> {
        let sections: toml::Table = text.parse().map_err(|e| format!("{e}"))?;
        let mut words = FunctionWords { readings: Vec::new(), forms: HashSet::new(), exclusive: HashSet::new() };
        for (name, content) in &sections {
            if name == "exclusive" {
                for form in strings(content).ok_or("`exclusive` must list forms")? {
                    words.exclusive.insert(form.to_string());
                }
                continue;
            }
            let pos = part_of_speech(name).ok_or_else(|| format!("unknown section `{name}`"))?;
            let lemmas = content.as_table().ok_or_else(|| format!("section `{name}` must map lemmas to forms"))?;
            for (lemma, forms) in lemmas {
                let forms = strings(forms).ok_or_else(|| format!("`{lemma}` must list its forms"))?;
                for form in forms {
                    words.add(lemma, pos, form)?;
                }
            }
        }
        if let Some(form) = words.exclusive.difference(&words.forms).next() {
            return Err(format!("exclusive form `{form}` is not described"));
        }
        Ok(words)
    }

    /// `description` is the form followed by its features: `la fem sg`.
    fn add(&mut self, lemma: &str, pos: Pos, description: &str) -> Result<(), String> {
        let mut parts = description.split(' ');
        let form = parts.next().unwrap_or_default().to_string();
        let mut features = Features::NONE;
        for part in parts {
            features |= feature(part).ok_or_else(|| format!("`{description}`: `{part}`?"))?;
        }
        self.forms.insert(form.clone());
        self.readings.push(Reading { form, lemma: lemma.to_string(), pos, features });
        Ok(())
    }
}

fn strings(value: &toml::Value) -> Option<Vec<&str>> {
    value.as_array()?.iter().map(toml::Value::as_str).collect()
}

fn part_of_speech(section: &str) -> Option<Pos> {
    Some(match section {
        "determiner" => Pos::Determiner,
        "pronoun" => Pos::Pronoun,
        "preposition" => Pos::Preposition,
        "conjunction" => Pos::Conjunction,
        "adverb" => Pos::Adverb,
        "numeral" => Pos::Numeral,
        "noun" => Pos::Noun,
        "adjective" => Pos::Adjective,
        _ => return None,
    })
}

fn feature(name: &str) -> Option<Features> {
    Some(match name {
        "masc" => Features::MASCULINE,
        "fem" => Features::FEMININE,
        "epi" => Features::BOTH_GENDERS,
        "sg" => Features::SINGULAR,
        "pl" => Features::PLURAL,
        "inv" => Features::BOTH_NUMBERS,
        "1" => Features::PERSON1,
        "2" => Features::PERSON2,
        "3" => Features::PERSON3,
        _ => return None,
    })
}
