//! `cadrage lexicon new`: a template to begin with.

use super::print;
use crate::cli::output::{make_folder, write_file};
use crate::cli::{Failure, Status};
use crate::lang::Lang;
use crate::lexicon::template;
use clap::ArgMatches;
use std::fs;
use std::path::{Path, PathBuf};

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let Some(folder) = args.get_one::<PathBuf>("folder") else { return Ok(Status::Nothing) };
    let shown = folder.display();
    let id = id(args, folder, lang)?;
    if is_taken(folder) {
        return Err(lang.pick(
            format!("{shown} : existe déjà et n'est pas vide ; donnez un autre nom, rien n'a été écrit"),
            format!("{shown}: exists already and is not empty; give another name, nothing was written"),
        ));
    }
    make_folder(folder, lang)?;
    let mut names = Vec::new();
    for file in template::files(&id) {
        write_file(&folder.join(&file.name), file.text.as_bytes(), lang)?;
        names.push(file.name);
    }
    let names = names.join(", ");
    Ok(print(&lang.pick(
        format!("{shown} : {names}\nVérifiez-le après chaque changement : cadrage lexicon check {shown}\n"),
        format!("{shown}: {names}\nCheck it after every change: cadrage lexicon check {shown}\n"),
    )))
}

/// The id that was asked for, else one after the folder's name.
fn id(args: &ArgMatches, folder: &Path, lang: Lang) -> Result<String, Failure> {
    let asked = args.get_one::<String>("id").cloned();
    let id = asked.unwrap_or_else(|| folder.file_name().map(|name| template::id_from(&name.to_string_lossy())).unwrap_or_default());
    if template::is_valid_id(&id) {
        return Ok(id);
    }
    Err(lang.pick(
        format!("identifiant refusé : « {id} » ; des lettres, des chiffres, - et _ : --id mon-lexique"),
        format!("id refused: \"{id}\"; letters, digits, - and _: --id my-lexicon"),
    ))
}

/// True where a file stands there, or a folder that holds something or cannot be looked into.
fn is_taken(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => folder.symlink_metadata().is_ok(),
    }
}
