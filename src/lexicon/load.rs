//! Lexicons within the binary, and lexicons on disk.

use super::error::{Problem, Problems, What};
use super::schema::{Class, Identity, Lexicon, Purpose};
use super::source::{self, File};
use rayon::prelude::*;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Arc, LazyLock};

// `FILES: &[(&str, &str)]`: every TOML file below lexicons/, by its path there; written by build.rs.
include!(concat!(env!("OUT_DIR"), "/lexicons.rs"));

const CLASSES: &str = "classes";
const IDENTITY: &str = "lexicon.toml";

/// The ids of the built-in lexicons, in order.
pub fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> = FILES.iter().filter_map(|(path, _)| path.strip_suffix(IDENTITY)?.strip_suffix('/')).collect();
    names.sort_unstable();
    names
}

/// The lexicon that its `lexicon.toml` marks as the default.
pub fn default_lexicons() -> Result<Vec<Lexicon>, Problems> {
    those(|identity| identity.default)
}

/// The built-in lexicons that say who speaks and who is given which part.
pub fn auxiliary_lexicons() -> Result<Vec<Lexicon>, Problems> {
    those(|identity| identity.purpose != Purpose::Markers)
}

/// The built-in lexicons that are wanted for what they say of themselves; the others are not read.
pub fn those(wanted: impl Fn(&Identity) -> bool) -> Result<Vec<Lexicon>, Problems> {
    let identity = |name: &str| builtin_files(&format!("{name}/{IDENTITY}")).first().and_then(source::identity);
    let names: Vec<&str> = names().into_iter().filter(|name| identity(name).is_none_or(|identity| wanted(&identity))).collect();
    // On all cores; faults in the order of the names.
    let read: Vec<Result<Lexicon, Problems>> = names.into_par_iter().map(builtin).collect();
    read.into_iter().collect()
}

/// Loads a lexicon by its folder on disk or its built-in name. A folder that only shares a name with a lexicon is none.
pub fn load(name_or_path: &str) -> Result<Lexicon, Problems> {
    let path = Path::new(name_or_path);
    let is_name = names().contains(&name_or_path);
    if path.is_dir() && (!is_name || path.join(IDENTITY).is_file()) {
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
    source::read_with(&builtin_files(name), builtin_classes())
}

/// The classes within the binary.
pub fn builtin_classes() -> Result<Arc<[Class]>, Problems> {
    static CLASSES_READ: LazyLock<Result<Arc<[Class]>, Problems>> = LazyLock::new(|| source::read_classes(&builtin_files(CLASSES)));
    CLASSES_READ.clone()
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

/// The files of a folder, or one file.
fn builtin_files(folder: &str) -> Vec<File> {
    FILES
        .iter()
        .filter(|(path, _)| path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
        .map(|(path, text)| File { name: format!("lexicons/{path}"), text: (*text).into() })
        .collect()
}

/// A lexicon's own classes, in its folder or beside it, go before the built-in ones of the same id.
fn from_folder(folder: &Path) -> Result<Lexicon, Problems> {
    of_files(folder, toml_files(folder)?)
}

/// The lexicon that a folder would hold with this file in it, in place of one of its name.
pub fn with_file(folder: &Path, file: &File) -> Result<Lexicon, Problems> {
    let mut files = toml_files(folder)?;
    files.retain(|known| known.name != file.name);
    files.push(file.clone());
    files.sort_by(|a, b| a.name.cmp(&b.name));
    of_files(folder, files)
}

/// The files of a folder that describe an axis, by name.
pub fn files_of_axis(folder: &Path, axis: &str) -> Result<Vec<File>, Problems> {
    let names = |file: &File| file.text.parse::<toml::Table>().ok()?.get("axis")?.as_str().map(str::to_owned);
    Ok(toml_files(folder)?.into_iter().filter(|file| names(file).as_deref() == Some(axis)).collect())
}

fn of_files(folder: &Path, files: Vec<File>) -> Result<Lexicon, Problems> {
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
