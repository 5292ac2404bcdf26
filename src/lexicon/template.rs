//! A lexicon to begin with: commented, small, and sound as it is.

use super::source::File;

const FILES: [(&str, &str); 3] = [
    ("lexicon.toml", include_str!("template/lexicon.toml")),
    ("climat.toml", include_str!("template/climat.toml")),
    ("contrastes.toml", include_str!("template/contrastes.toml")),
];

/// True where references such as `@id/axis.pole` can name this lexicon.
pub fn is_valid_id(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

/// An id out of a folder's name: what an id may not hold becomes a hyphen.
pub fn id_from(name: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// The files of a new lexicon.
pub fn files(id: &str) -> Vec<File> {
    FILES.iter().map(|(name, text)| File { name: (*name).into(), text: text.replace("{id}", id) }).collect()
}
