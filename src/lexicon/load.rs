//! Lexicons within the binary, and lexicons on disk.

use super::error::{Problem, Problems, What};
use super::schema::{Class, Lexicon, Purpose};
use super::source::{self, File};
use std::fs;
use std::io;
use std::path::Path;

// `FILES: &[(&str, &str)]`: every TOML file below lexicons/, by its path there; written by build.rs.
include!(concat!(env!("OUT_DIR"), "/lexicons.rs"));

const CLASSES: &str = "classes";

/// The ids of the built-in lexicons, in order.
pub fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> = FILES.iter().filter_map(|(path, _)| path.strip_suffix("/lexicon.toml")).collect();
    names.sort_unstable();
    names
}

/// The lexicon that its `lexicon.toml` marks as the default.
pub fn default_lexicons() -> Result<Vec<Lexicon>, Problems> {
    let all = names().into_iter().map(builtin).collect::<Result<Vec<_>, _>>()?;
    Ok(all.into_iter().filter(|lexicon| lexicon.identity.default).collect())
}

/// The built-in lexicons that say who speaks: actors and words of speech.
pub fn auxiliary_lexicons() -> Result<Vec<Lexicon>, Problems> {
    let all = names().into_iter().map(builtin).collect::<Result<Vec<_>, _>>()?;
    Ok(all.into_iter().filter(|lexicon| lexicon.identity.purpose != Purpose::Markers).collect())
}

/// Loads a lexicon by its folder on disk or its built-in name. A folder that only shares a name with a lexicon is none.
pub fn load(name_or_path: &str) -> Result<Lexicon, Problems> {
    let path = Path::new(name_or_path);
    let is_name = names().contains(&name_or_path);
    if path.is_dir() && (!is_name || path.join("lexicon.toml").is_file()) {
        return from_folder(path);
    }
    if !is_name {
        let known = names().into_iter().map(String::from).collect();
        let what = What::NoSuchLexicon { name: name_or_path.into(), known };
        return Err(Problems(vec![Problem { file: name_or_path.into(), line: 0, what }]));
    }
    builtin(name_or_path)
}

fn builtin(name: &str) -> Result<Lexicon, Problems> {
    source::read(&builtin_files(name), &builtin_files(CLASSES))
}

/// The classes within the binary.
pub fn builtin_classes() -> Result<Vec<Class>, Problems> {
    source::read_classes(&builtin_files(CLASSES))
}

/// True where the class is one of those within the binary, not of a folder on disk.
pub fn is_builtin(class: &Class) -> bool {
    FILES.iter().any(|(path, _)| class.file.strip_prefix("lexicons/") == Some(path))
}

/// What is known of how right a built-in lexicon is, as TOML.
pub fn validation(id: &str) -> Option<&'static str> {
    let path = format!("validation/{id}.toml");
    FILES.iter().find(|(name, _)| *name == path).map(|(_, text)| *text)
}

fn builtin_files(folder: &str) -> Vec<File> {
    FILES
        .iter()
        .filter(|(path, _)| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
        .map(|(path, text)| File { name: format!("lexicons/{path}"), text: (*text).into() })
        .collect()
}

/// A lexicon's own classes, in its folder or beside it, go before the built-in ones of the same id.
fn from_folder(folder: &Path) -> Result<Lexicon, Problems> {
    let files = toml_files(folder)?;
    let mut classes = Vec::new();
    for place in [folder.join(CLASSES), folder.join("..").join(CLASSES)] {
        if place.is_dir() {
            classes.extend(toml_files(&place)?);
        }
    }
    for file in builtin_files(CLASSES) {
        let stem = |name: &str| name.rsplit('/').next().map(str::to_owned);
        if !classes.iter().any(|c| stem(&c.name.replace('\\', "/")) == stem(&file.name)) {
            classes.push(file);
        }
    }
    source::read(&files, &classes)
}

/// The `.toml` files of a folder, sorted by name.
fn toml_files(folder: &Path) -> Result<Vec<File>, Problems> {
    let unreadable = |path: &Path, error: io::Error| {
        Problems(vec![Problem { file: path.display().to_string(), line: 0, what: What::Unreadable(error.to_string()) }])
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| unreadable(folder, e))? {
        let path = entry.map_err(|e| unreadable(folder, e))?.path();
        if path.extension().is_some_and(|e| e == "toml") && path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    paths
        .into_iter()
        .map(|path| match fs::read_to_string(&path) {
            Ok(text) => Ok(File { name: path.display().to_string(), text }),
            Err(error) => Err(unreadable(&path, error)),
        })
        .collect()
}
