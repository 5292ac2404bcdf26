//! Texts for score files that do not carry them: `--articles FOLDER`, found by digest.

use super::session::Session;
use crate::corpus::{Reason, Rejected};
use crate::digest::sha256;
use crate::lang::Lang;
use crate::report::Scored;
use clap::{Arg, value_parser};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

pub fn arg(lang: Lang) -> Arg {
    Arg::new("articles").long("articles").value_name(lang.pick("DOSSIER", "FOLDER")).value_parser(value_parser!(PathBuf)).help(lang.pick(
        "Les articles d'un relevé sans textes : leurs passages sont retrouvés par empreinte",
        "The articles of a score file without texts: their passages are found by digest",
    ))
}

/// Gives each record without a text the text whose digest it bears; names those for which there is none.
pub fn attach(folder: &Path, gathered: &mut [Scored], session: &mut Session) {
    let wanted: BTreeSet<String> = gathered.iter().filter(|s| s.text.is_none()).map(|s| s.record.digest.clone()).collect();
    let mut by_digest: BTreeMap<String, String> = BTreeMap::new();
    let mut ids = BTreeSet::new();
    for found in session.articles_of(folder) {
        match found {
            Ok(article) => {
                let digest = sha256(&article.text);
                ids.insert(article.id);
                if wanted.contains(&digest) {
                    by_digest.insert(digest, article.text);
                }
            }
            Err(rejected) => session.refuse(rejected),
        }
    }
    for scored in gathered.iter_mut().filter(|s| s.text.is_none()) {
        scored.text = by_digest.get(&scored.record.digest).cloned();
        if scored.text.is_none() {
            let id = scored.record.id.clone();
            let reason = if ids.contains(&id) { Reason::TextChanged { id } } else { Reason::TextMissing { id } };
            session.refuse(Rejected { path: folder.display().to_string(), line: None, reason });
        }
    }
}
