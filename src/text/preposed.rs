//! Adjectives that stand before their noun, by how they begin.

const PREPOSED: [&str; 28] = [
    "jeun",
    "vieux",
    "vieil",
    "nombreu",
    "nouve",
    "grand",
    "petit",
    "dernier",
    "dernièr",
    "premier",
    "premièr",
    "ancien",
    "vaste",
    "autre",
    "même",
    "prochain",
    "récent",
    "énième",
    "large",
    "violent",
    "important",
    "simple",
    "bref",
    "brève",
    "long",
    "puissant",
    "prétendu",
    "second",
];

pub fn is_preposed(norm: &str) -> bool {
    PREPOSED.iter().any(|beginning| norm.starts_with(beginning))
}
