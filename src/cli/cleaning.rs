//! The options of every command that cleans pages: `--keep-all`, `--profile FILE`.

use super::Failure;
use crate::lang::Lang;
use crate::zones::{Cleaner, Profile};
use clap::{Arg, ArgAction, ArgMatches, value_parser};
use std::fs;
use std::path::{Path, PathBuf};

pub fn args(lang: Lang) -> [Arg; 2] {
    let keep_all =
        Arg::new("keep-all").long("keep-all").alias("tout-garder").action(ArgAction::SetTrue).help(lang.pick(
            "Compte tout le texte lu comme contenu : rien n'est mis de côté",
            "Take all of the text as content: nothing is set aside",
        ));
    let profile = Arg::new("profile")
        .long("profile")
        .alias("profil")
        .value_name(lang.pick("FICHIER", "FILE"))
        .value_parser(value_parser!(PathBuf))
        .help(lang.pick(
            "Ce que les pages de chaque média répètent, appris par cadrage clean --learn",
            "What each outlet's pages repeat, learnt by cadrage clean --learn",
        ));
    [keep_all, profile]
}

/// The cleaner that the arguments ask for; commands without these options clean in the usual way.
pub fn cleaner(args: &ArgMatches, lang: Lang) -> Result<Cleaner, Failure> {
    let keep_all = matches!(args.try_get_one::<bool>("keep-all"), Ok(Some(true)));
    let profile = match args.try_get_one::<PathBuf>("profile") {
        Ok(Some(path)) => Some(profile(path, lang)?),
        _ => None,
    };
    Ok(Cleaner { keep_all, profile })
}

fn profile(path: &Path, lang: Lang) -> Result<Profile, Failure> {
    let text = fs::read_to_string(path).map_err(|error| {
        let path = path.display();
        lang.pick(
            format!(
                "{path} : profil illisible ({error}) ; vérifiez le chemin, ou apprenez-en un : cadrage clean --learn ARTICLES > profil.toml"
            ),
            format!("{path}: unreadable profile ({error}); check the path, or learn one: cadrage clean --learn ARTICLES > profile.toml"),
        )
    })?;
    Profile::parse(&text).map_err(|fault| {
        let path = path.display();
        lang.pick(
            format!("{path} : ce n'est pas un profil de nettoyage de cette version\n{fault}"),
            format!("{path}: no cleaning profile of this version\n{fault}"),
        )
    })
}
