//! Keys that a lexicon file may not have or must have, out of what the TOML reader says of them.

use super::error::What;
use crate::text::slips::nearest;

/// The fault behind a message of the reader: a key unknown or missing, else the message itself.
pub fn fault(message: &str) -> What {
    // "unknown field `macth`, expected one of `name`, `pole`": the names stand between backticks.
    let mut names = message.split('`').skip(1).step_by(2).map(str::to_owned);
    let key = names.next().unwrap_or_default();
    if message.starts_with("unknown field") {
        let known: Vec<String> = names.collect();
        let nearest = nearest(&key, known.iter().map(String::as_str), 1).first().map(|name| (*name).to_owned());
        return What::UnknownKey { nearest, key, known };
    }
    if message.starts_with("missing field") { What::MissingKey { key } } else { What::Syntax(message.to_owned()) }
}
