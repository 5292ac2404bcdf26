//! Before anything is read: what is to be written can be, no two results share a file, and none takes the place of what is read.

use super::output::cannot_write;
use super::target::Target;
use super::{Failure, anonymous, convert, worksheet};
use crate::lang::Lang;
use clap::ArgMatches;
use rustc_hash::FxHashSet;
use std::cell::OnceCell;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Options that name a file to write.
const WRITTEN: [&str; 7] = ["output", "rejects", "key", "tables", "json", "summary", "chart"];
/// Options that name a folder to write files into.
const FOLDERS: [&str; 1] = ["charts"];
/// What is read: files, or folders with all that lies in them.
const READ: [&str; 8] = ["inputs", "scores", "articles", "since", "profile", "plan", "events", "corrections"];
/// Folders of lexicons.
const LEXICONS: [&str; 2] = ["lexicon", "into"];

/// Endings of results that no reader opens: in a folder of articles they may be made anew.
const NEVER_READ: [&str; 5] = ["svg", "png", "parquet", "toml", "md"];
/// Endings of what a command writes into a folder, under names of its own.
const INTO_FOLDERS: [&str; 5] = ["html", "xml", "csv", "svg", "png"];
/// What stands beside a result while it is made.
const BESIDE: [&str; 3] = ["part", "journal", "made"];

/// A file to write, and the option that names it.
struct Written {
    option: &'static str,
    path: PathBuf,
}

/// Refuses what would destroy something, or fail at the end.
pub fn check(command: &str, args: &ArgMatches, lang: Lang) -> Result<(), Failure> {
    if let Some((command, args)) = args.subcommand() {
        return check(command, args, lang);
    }
    let (mut files, mut folders, mut standard) = (Vec::new(), Vec::new(), Vec::new());
    if args.try_get_one::<PathBuf>("output").ok().flatten().is_none() {
        standard.push("output");
    }
    for option in WRITTEN {
        for path in paths(args, option) {
            if option == "output" && is_folder(command, args, &path) {
                folders.push((option, path));
                continue;
            }
            match Target::of(Some(&path)) {
                Target::Standard => standard.push(option),
                Target::Stream(_) => {}
                Target::File(target) => {
                    can_be_made(&path, &target, lang)?;
                    files.push(Written { option, path: target });
                }
            }
        }
    }
    folders.extend(FOLDERS.iter().flat_map(|option| paths(args, option).into_iter().map(|path| (*option, path))));
    if let Some(path) = key_by_default(args, lang)? {
        files.push(Written { option: "key", path });
    }
    if let [one, other, ..] = standard[..] {
        return Err(twice(Path::new("-"), one, other, lang));
    }
    for (at, one) in files.iter().enumerate() {
        if let Some(other) = files[..at].iter().find(|other| meet(&one.path, &other.path)) {
            return Err(twice(&one.path, other.option, one.option, lang));
        }
    }
    for (option, folder) in folders {
        if folder.exists() && !folder.is_dir() {
            return Err(cannot_write(&folder, &ErrorKind::NotADirectory.into(), lang));
        }
        files.extend(already_in(&folder).map(|path| Written { option, path }));
    }
    let inputs = Inputs::of(command, args);
    for file in &files {
        if let Some(read) = inputs.hold(file) {
            return Err(is_read(file, &read, lang));
        }
    }
    Ok(())
}

/// The paths that an option names; none where the command has no such option or it names something else.
fn paths(args: &ArgMatches, option: &str) -> Vec<PathBuf> {
    args.try_get_many::<PathBuf>(option).ok().flatten().into_iter().flatten().cloned().collect()
}

fn is_folder(command: &str, args: &ArgMatches, path: &Path) -> bool {
    match command {
        "convert" => convert::writes_folder(args, path),
        "worksheet" => !worksheet::is_page(path),
        _ => false,
    }
}

/// Where the key of masked names goes if nobody says.
fn key_by_default(args: &ArgMatches, lang: Lang) -> Result<Option<PathBuf>, Failure> {
    if !paths(args, "key").is_empty() || !matches!(args.try_get_one::<bool>("anonymous"), Ok(Some(true))) {
        return Ok(None);
    }
    anonymous::key_file(args, paths(args, "output").first().map(PathBuf::as_path), lang)
}

/// Tries the folder, by a file that goes at once.
fn can_be_made(given: &Path, target: &Path, lang: Lang) -> Result<(), Failure> {
    let shown = given.display();
    if given.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]) {
        return Err(lang.pick(
            format!("{shown} : un nom qui finit ainsi est celui d'un dossier ; donnez le nom d'un fichier"),
            format!("{shown}: a name that ends like this is that of a folder; give the name of a file"),
        ));
    }
    match target.metadata() {
        Ok(about) if about.is_dir() => return Err(cannot_write(given, &ErrorKind::IsADirectory.into(), lang)),
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(cannot_write(given, &error, lang)),
        _ => {}
    }
    // A folder that is missing is told without the name of the file that tries it.
    let folder = super::output::folder_of(target).metadata();
    let tried = folder.and_then(|_| super::output::temporary_beside(target));
    tried.map(drop).map_err(|error| cannot_write(given, &error, lang))
}

/// Files of a folder that a result could take the place of.
fn already_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    entries.map(|entry| entry.path()).filter(|path| path.is_file() && has_ending(path, &INTO_FOLDERS))
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|own| endings.iter().any(|ending| own.eq_ignore_ascii_case(ending)))
}

/// What is read: a file, or a folder, which is looked through once, if at all.
struct Input {
    path: PathBuf,
    files: OnceCell<FxHashSet<Identity>>,
}

impl Input {
    fn new(path: PathBuf) -> Self {
        Self { path, files: OnceCell::new() }
    }

    /// True where the file lies in the folder, by whatever name.
    fn holds(&self, file: &Path) -> bool {
        let files = || {
            let entries = WalkDir::new(&self.path).follow_links(true).into_iter().filter_map(Result::ok);
            entries.filter(|entry| entry.file_type().is_file()).filter_map(|entry| identity(entry.path())).collect()
        };
        identity(file).is_some_and(|file| self.files.get_or_init(files).contains(&file))
    }
}

/// All that is read.
struct Inputs {
    given: Vec<Input>,
    since: Vec<PathBuf>,
    lexicons: Vec<Input>,
}

impl Inputs {
    fn of(command: &str, args: &ArgMatches) -> Self {
        let mut given: Vec<PathBuf> = READ.iter().filter(|option| **option != "since").flat_map(|option| paths(args, option)).collect();
        if command == "concordance" && !args.contains_id("selector") && !given.is_empty() {
            // The first is the pattern.
            given.remove(0);
        }
        let named = |option| args.try_get_many::<String>(option).ok().flatten().into_iter().flatten().map(PathBuf::from);
        let lexicons = LEXICONS.iter().flat_map(|option| named(option).chain(paths(args, option)).collect::<Vec<_>>());
        let inputs = |paths: Vec<PathBuf>| paths.into_iter().map(Input::new).collect();
        Self { given: inputs(given), since: paths(args, "since"), lexicons: inputs(lexicons.collect()) }
    }

    /// Which of them would be lost.
    fn hold(&self, file: &Written) -> Option<PathBuf> {
        let names: Vec<PathBuf> = names(&file.path).filter(|path| path.exists()).collect();
        let is_one = |path: &Path| names.iter().any(|name| same(name, path));
        let from = self.since.iter().find(|path| is_one(path));
        if from.is_some() {
            // Scores brought up to date under their own name: `--since` promises it.
            let onto_itself =
                |path: &PathBuf| file.option == "output" && same(&file.path, path) && !self.given.iter().any(|input| is_one(&input.path));
            return from.filter(|path| !onto_itself(path)).cloned();
        }
        let holds = |input: &&Input| match input.path.as_os_str() == "-" {
            true => is_one(Path::new("/dev/stdin")),
            false if input.path.is_dir() => !has_ending(&file.path, &NEVER_READ) && input.holds(&file.path),
            false => is_one(&input.path),
        };
        let lexicon = || self.lexicons.iter().filter(|input| input.path.is_dir()).find(|input| input.holds(&file.path));
        self.given.iter().find(holds).or_else(lexicon).map(|input| input.path.clone())
    }
}

/// A result and what stands beside it until it is whole.
fn names(path: &Path) -> impl Iterator<Item = PathBuf> {
    let beside = BESIDE.map(|ending| super::output::with_ending(path, ending));
    std::iter::once(path.to_owned()).chain(beside)
}

/// True where one of two results would be written over the other.
fn meet(one: &Path, other: &Path) -> bool {
    names(one).any(|name| same(&name, other)) || names(other).any(|name| same(&name, one))
}

/// The same file by whatever names, whether it exists or not.
fn same(one: &Path, other: &Path) -> bool {
    match (identity(one), identity(other)) {
        (Some(one), Some(other)) => one == other,
        (None, None) => place(one) == place(other),
        _ => false,
    }
}

/// What tells a file that exists from any other.
#[cfg(unix)]
type Identity = (u64, u64);
#[cfg(not(unix))]
type Identity = PathBuf;

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    path.metadata().ok().map(|about| (about.dev(), about.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    path.canonicalize().ok()
}

/// Where a file will be that does not exist yet.
pub fn place(path: &Path) -> PathBuf {
    let folder = super::output::folder_of(path);
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned()).join(path.file_name().unwrap_or_default())
}

/// An option as the user writes it.
fn flag(option: &str) -> String {
    if option == "output" { "-o".to_owned() } else { format!("--{option}") }
}

fn twice(path: &Path, one: &str, other: &str, lang: Lang) -> Failure {
    let (path, one, other) = (path.display(), flag(one), flag(other));
    lang.pick(
        format!("{path} : {one} et {other} écriraient au même endroit ; donnez deux noms différents, rien n'a été fait"),
        format!("{path}: {one} and {other} would write to the same place; give two different names, nothing was done"),
    )
}

fn is_read(file: &Written, read: &Path, lang: Lang) -> Failure {
    let (path, option, read) = (file.path.display(), flag(file.option), read.display());
    lang.pick(
        format!("{path} : {option} remplacerait un fichier qui est à lire ({read}) ; donnez un autre nom, ou déplacez ce fichier ; rien n'a été fait"),
        format!("{path}: {option} would replace a file that is to be read ({read}); give another name, or move this file; nothing was done"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::command;
    use clap::Command;
    use std::any::TypeId;

    /// Folders that are made, and never where something stands.
    const MADE: [&str; 1] = ["folder"];

    fn look(command: &Command) {
        for arg in command.get_arguments().filter(|arg| arg.get_value_parser().type_id() == TypeId::of::<PathBuf>()) {
            let id = arg.get_id().as_str();
            let all = [&WRITTEN[..], &FOLDERS, &READ, &LEXICONS, &MADE];
            assert!(all.concat().contains(&id), "{} {id}: is this file read or written?", command.get_name());
        }
        command.get_subcommands().for_each(look);
    }

    #[test]
    fn every_option_that_names_a_file_is_known() {
        look(&command::command(Lang::Fr));
    }
}
