//! `--anonymous`: outlets and authors under other names in everything that is shown, the key in a file of its own.

use super::Failure;
use super::output::write_file;
use crate::lang::Lang;
use crate::masking::Masks;
use crate::report::Scored;
use clap::{Arg, ArgAction, ArgMatches, value_parser};
use std::path::{Path, PathBuf};

const HEADER: [&str; 5] = ["kind", "masked", "real", "path", "url"];

pub fn args(lang: Lang) -> [Arg; 2] {
    let anonymous = Arg::new("anonymous").long("anonymous").visible_alias("anonyme").action(ArgAction::SetTrue).help(lang.pick(
        "Masque médias et auteurs (« Média A », « Auteur 1 ») partout, textes compris ; la clé va dans un fichier à part",
        "Mask outlets and authors (“Outlet A”, “Author 1”) everywhere, texts included; the key goes to a file of its own",
    ));
    let key = Arg::new("key")
        .long("key")
        .visible_alias("cle")
        .requires("anonymous")
        .value_name(lang.pick("FICHIER", "FILE"))
        .value_parser(value_parser!(PathBuf))
        .help(lang.pick(
            "Fichier de la clé (par défaut à côté du résultat : NOM-cle.csv)",
            "File of the key (default: beside the result, NAME-key.csv)",
        ));
    [anonymous, key]
}

/// Where the key goes; None where nothing is to be masked.
pub fn key_file(args: &ArgMatches, output: Option<&Path>, lang: Lang) -> Result<Option<PathBuf>, Failure> {
    if !args.get_flag("anonymous") {
        return Ok(None);
    }
    if let Some(path) = args.get_one::<PathBuf>("key") {
        return Ok(Some(path.clone()));
    }
    let output = output.ok_or_else(|| {
        lang.pick(
            "--anonymous : dites où écrire la clé (--key cle.csv), ou le résultat (-o)".to_owned(),
            "--anonymous: say where to write the key (--key key.csv), or the result (-o)".to_owned(),
        )
    })?;
    let stem = output.file_stem().unwrap_or(output.as_os_str()).to_string_lossy();
    Ok(Some(output.with_file_name(format!("{stem}{}.csv", lang.pick("-cle", "-key")))))
}

/// Masks the articles and writes the key; they come back in the order of their new ids, which follows no name.
pub fn mask(articles: &mut [Scored], key: &Path, lang: Lang) -> Result<Masks, Failure> {
    let pairs: Vec<_> = articles.iter().map(|scored| (&scored.record, scored.text.as_deref())).collect();
    let masks = Masks::new(&pairs, lang);
    for scored in articles.iter_mut() {
        masks.apply(&mut scored.record, &mut scored.text);
    }
    articles.sort_by(|a, b| a.record.id.cmp(&b.record.id));
    let mut table = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let mut row = |cells: [&str; 5]| drop(table.write_record(cells));
    row(HEADER);
    for line in masks.key() {
        row([line.kind, &line.masked, &line.real, &line.path, &line.url]);
    }
    write_file(key, &table.into_inner().unwrap_or_default(), lang)?;
    Ok(masks)
}

/// What could not be read is counted without its name.
pub fn refused(messages: Vec<String>, lang: Lang) -> Vec<String> {
    let nameless = |(number, _): (usize, String)| {
        lang.pick(format!("entrée {} (nom masqué)", number + 1), format!("input {} (name masked)", number + 1))
    };
    messages.into_iter().enumerate().map(nameless).collect()
}
