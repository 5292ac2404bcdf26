//! The words of `cadrage lexicon`, in both languages.

use crate::cli::command::{column, inputs, rejects, sub};
use crate::lang::Lang;
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;

pub fn command(lang: Lang) -> Command {
    sub("lexicon", lang, "Les lexiques : list, show, check, new, try", "Lexicons: list, show, check, new, try")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(sub("list", lang, "Les lexiques fournis", "The built-in lexicons"))
        .subcommand(
            sub("show", lang, "Axes, pôles et marqueurs d'un lexique", "Axes, poles and markers of a lexicon").arg(name(lang, true)),
        )
        .subcommand(check(lang))
        .subcommand(new(lang))
        .subcommand(r#try(lang))
}

fn check(lang: Lang) -> Command {
    let (fr, en) = (
        "Vérifie un lexique sur ses propres exemples, et signale ce qui est à relire",
        "Check a lexicon on its own examples, and point out what deserves a second look",
    );
    sub("check", lang, fr, en).arg(name(lang, false))
}

fn new(lang: Lang) -> Command {
    sub("new", lang, "Écrit un modèle de lexique, commenté et valable tel quel", "Write a commented lexicon template, sound as it is")
        .arg(
            Arg::new("folder")
                .value_name(lang.pick("DOSSIER", "FOLDER"))
                .value_parser(value_parser!(PathBuf))
                .required(true)
                .help(lang.pick("Dossier à créer ; rien n'y est jamais remplacé", "Folder to make; nothing in it is ever replaced")),
        )
        .arg(Arg::new("id").long("id").value_name("ID").help(lang.pick(
            "Identifiant du lexique (par défaut, d'après le nom du dossier)",
            "The lexicon's id (by default, after the folder's name)",
        )))
}

fn r#try(lang: Lang) -> Command {
    let (fr, en) = (
        "Essaie un motif sur des articles : ce qu'il trouve, en contexte, et ce que les gardes en font",
        "Try a pattern on articles: what it finds, in context, and what the guards make of it",
    );
    let guard_name = lang.pick("PORTÉE: MOTIF", "SCOPE: PATTERN");
    let list = |id: &'static str, value: &'static str, fr: &'static str, en: &'static str| {
        Arg::new(id).long(id).value_name(value).action(ArgAction::Append).help(lang.pick(fr, en))
    };
    sub("try", lang, fr, en)
        .arg(
            Arg::new("pattern")
                .value_name(lang.pick("MOTIF", "PATTERN"))
                .required(true)
                .help(lang.pick("Motif, comme dans match = […]", "Pattern, as in match = […]")),
        )
        .arg(inputs(lang))
        .arg(list(
            "only",
            guard_name,
            "Garde : l'une au moins doit tenir (plusieurs possibles)",
            "Guard: at least one must hold (may be repeated)",
        ))
        .arg(list("unless", guard_name, "Garde : aucune ne doit tenir (plusieurs possibles)", "Guard: none may hold (may be repeated)"))
        .arg(list(
            "except",
            lang.pick("MOTIF", "PATTERN"),
            "Expression qui écarte le passage qu'elle recouvre (plusieurs possibles)",
            "Phrase that takes away the match it overlaps (may be repeated)",
        ))
        .arg(list(
            "lexicon",
            lang.pick("NOM_OU_DOSSIER", "NAME_OR_PATH"),
            "Lexique dont le motif emploie les classes (@classe) ou les pôles (@lexique/axe.pôle)",
            "Lexicon whose classes (@class) or poles (@lexicon/axis.pole) the pattern uses",
        ))
        .arg(column(lang))
        .arg(rejects(lang))
}

fn name(lang: Lang, required: bool) -> Arg {
    Arg::new("lexicon")
        .value_name(lang.pick("NOM_OU_DOSSIER", "NAME_OR_PATH"))
        .required(required)
        .help(lang.pick("Un lexique fourni, ou le dossier du vôtre", "A built-in lexicon, or the folder of your own"))
}
