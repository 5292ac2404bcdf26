//! The words of the command line, in both languages.

use super::say::say;
use crate::lang::Lang;
use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Command, value_parser};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// The language asked for, read before everything else so that help and errors speak it too.
pub fn language(args: &[OsString]) -> Lang {
    let mut words = args.iter().filter_map(|a| a.to_str());
    while let Some(word) = words.next() {
        let value = if word == "--lang" { words.next() } else { word.strip_prefix("--lang=") };
        if let Some(value) = value {
            return if value == "en" { Lang::En } else { Lang::Fr };
        }
    }
    Lang::Fr
}

/// The whole command line.
pub fn command(lang: Lang) -> Command {
    let about = lang.pick(
        "Mesure les mots par lesquels des médias de langue française racontent les mêmes faits, et le montre.",
        "Measures the words with which French-language outlets tell the same events, and shows it.",
    );
    Command::new("cadrage")
        .version(env!("CARGO_PKG_VERSION"))
        .about(about)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help(lang))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(lang.pick("Affiche la version", "Print the version")),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .global(true)
                .value_name("fr|en")
                .value_parser(PossibleValuesParser::new(["fr", "en"]))
                .hide_possible_values(true)
                .help(lang.pick("Langue des messages et du rapport", "Language of messages and report")),
        )
        .help_template(template(lang))
        .subcommand_help_heading(lang.pick("Commandes", "Commands"))
        .subcommand_value_name(lang.pick("COMMANDE", "COMMAND"))
        .subcommand(report(lang))
        .subcommand(super::demo::command(lang))
        .subcommand(super::worksheet::command(lang))
        .subcommand(super::chart::command(lang))
        .subcommand(super::compare::args::command(lang))
        .subcommand(events(lang))
        .subcommand(roles(lang))
        .subcommand(super::concordance::args::command(lang))
        .subcommand(super::keyness::args::command(lang))
        .subcommand(super::map::command(lang))
        .subcommand(super::distances::command(lang))
        .subcommand(super::timeline::command(lang))
        .subcommand(super::cooccurrence::command(lang))
        .subcommand(super::score::args::command(lang))
        .subcommand(super::merge::args(lang))
        .subcommand(super::convert::args::command(lang))
        .subcommand(super::clean::args(lang))
        .subcommand(super::discover::args::command(lang))
        .subcommand(super::lexicon::args::command(lang))
}

fn report(lang: Lang) -> Command {
    sub("report", lang, "Une page HTML autonome : graphiques, tableaux, passages", "One self-contained HTML page: charts, tables, passages")
        .arg(inputs(lang))
        .arg(lexicons(lang))
        .args(super::cleaning::args(lang))
        .arg(output(lang, true))
        .args(super::comparing::args(lang))
        .arg(super::texts::arg(lang))
        .arg(Arg::new("corrections").long("corrections").value_name(lang.pick("LISTE", "LIST")).value_parser(value_parser!(PathBuf)).help(
            lang.pick(
                "Compte avec les corrections enregistrées depuis la page (« Pas d'accord ? »)",
                "Count with the corrections saved from the page (“You disagree?”)",
            ),
        ))
        .arg(Arg::new("charts").long("charts").value_name(lang.pick("DOSSIER", "DIR")).value_parser(value_parser!(PathBuf)).help(
            lang.pick(
                "Écrit aussi chaque graphique (SVG, PNG) et son tableau (CSV) dans ce dossier",
                "Also write each chart (SVG, PNG) and its table (CSV) to this folder",
            ),
        ))
        .args(super::research::file_args(lang))
        .args(super::research::text_args(lang))
        .args(super::anonymous::args(lang))
        .arg(column(lang))
        .arg(rejects(lang))
}

fn roles(lang: Lang) -> Command {
    sub(
        "roles",
        lang,
        "Qui reçoit quel rôle : acteurs étrangers, par média ou par article",
        "Who is given which part: foreign actors, by outlet or article",
    )
    .arg(inputs(lang))
    .arg(lexicons(lang))
    .arg(
        Arg::new("format")
            .long("format")
            .value_parser(PossibleValuesParser::new(["table", "csv"]))
            .default_value("table")
            .hide_possible_values(true)
            .hide_default_value(true)
            .value_name("table|csv")
            .help(lang.pick(
                "table (par défaut) ; csv : une ligne par rôle relevé, avec sa phrase",
                "table (default); csv: a row a part found, with its sentence",
            )),
    )
    .arg(output(lang, false))
    .arg(rejects(lang))
}

fn events(lang: Lang) -> Command {
    sub(
        "events",
        lang,
        "Propose quels articles racontent le même fait : un tableau à corriger",
        "Proposes which articles tell the same event: a table to correct",
    )
    .arg(inputs(lang))
    .arg(lexicons(lang))
    .arg(super::texts::arg(lang))
    .arg(output(lang, false))
    .arg(rejects(lang))
}

pub(super) fn sub(name: &'static str, lang: Lang, fr: &'static str, en: &'static str) -> Command {
    Command::new(name).about(lang.pick(fr, en)).disable_help_flag(true).arg(help(lang)).help_template(template(lang))
}

fn template(lang: Lang) -> &'static str {
    lang.pick(
        "{about-with-newline}\nUsage : {usage}\n\n{all-args}{after-help}",
        "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}",
    )
}

fn help(lang: Lang) -> Arg {
    Arg::new("help").short('h').long("help").action(ArgAction::Help).help(lang.pick("Affiche cette aide", "Print this help"))
}

pub(super) fn inputs(lang: Lang) -> Arg {
    Arg::new("inputs").value_name(lang.pick("ARTICLES", "ARTICLES")).value_parser(value_parser!(PathBuf)).num_args(1..).required(true).help(
        lang.pick(
            "Fichiers de texte, HTML, Word, Writer, Excel, CSV, JSON, TEI, RSS, IRaMuTeQ, Europresse, Factiva, archives .zip, dossiers, ou - pour l'entrée standard",
            "Files of text, HTML, Word, Writer, Excel, CSV, JSON, TEI, RSS, IRaMuTeQ, Europresse, Factiva, .zip archives, folders, or - for standard input",
        ),
    )
}

pub(super) fn lexicons(lang: Lang) -> Arg {
    Arg::new("lexicon").long("lexicon").value_name(lang.pick("NOM_OU_DOSSIER", "NAME_OR_PATH")).action(ArgAction::Append).help(lang.pick(
        "Lexique à appliquer (plusieurs possibles) ; voir cadrage lexicon list",
        "Lexicon to apply (may be repeated); see cadrage lexicon list",
    ))
}

pub(super) fn output(lang: Lang, required: bool) -> Arg {
    Arg::new("output")
        .short('o')
        .value_name(lang.pick("FICHIER", "FILE"))
        .value_parser(value_parser!(PathBuf))
        .required(required)
        .help(lang.pick("Fichier de sortie, écrit en entier ou pas du tout", "Output file, written whole or not at all"))
}

/// Names of columns and fields besides those that are found by themselves.
pub(super) fn column(lang: Lang) -> Arg {
    Arg::new("column")
        .long("column")
        .visible_alias("colonne")
        .action(ArgAction::Append)
        .value_delimiter(',')
        .value_name(lang.pick("CHAMP=NOM", "FIELD=NAME"))
        .help(lang.pick(
            "Colonne ou champ JSON d'un nom à lui : texte=corps (champs : id, texte, titre, media, date, auteur, url, evenement, genre)",
            "Column or JSON field with a name of its own: text=corps (fields: id, text, title, outlet, date, author, url, event, genre)",
        ))
}

pub(super) fn rejects(lang: Lang) -> Arg {
    Arg::new("rejects").long("rejects").value_name(lang.pick("FICHIER", "FILE")).value_parser(value_parser!(PathBuf)).help(
        lang.pick(
            "Note dans ce fichier CSV ce qui n'a pas pu être lu, et pourquoi",
            "List in this CSV file what could not be read, and why",
        ),
    )
}

/// The program and the command that was asked for, as the user would write them.
fn asked(args: &[OsString], lang: Lang) -> String {
    let (mut words, mut command) = (vec!["cadrage".to_owned()], command(lang));
    for word in args.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(sub) = command.find_subcommand(word).cloned() {
            words.push(sub.get_name().to_owned());
            command = sub;
        }
    }
    words.join(" ")
}

/// Says what was wrong with the arguments, and ends as the contract asks.
pub fn explain(error: &clap::Error, args: &[OsString], lang: Lang) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // A closed pipe is no error.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand || lang == Lang::En {
        let _ = error.print();
        return ExitCode::from(2);
    }
    let named = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::UnknownArgument => format!("option inconnue : {}", named(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => format!("commande inconnue : {}", named(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => format!("il manque : {}", named(ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand => "il manque une commande".into(),
        ErrorKind::InvalidValue => format!(
            "valeur refusée pour {} : « {} » (possibles : {})",
            named(ContextKind::InvalidArg),
            named(ContextKind::InvalidValue),
            named(ContextKind::ValidValue)
        ),
        ErrorKind::ArgumentConflict => format!("option donnée deux fois ou contradictoire : {}", named(ContextKind::InvalidArg)),
        _ => error.to_string(),
    };
    say(format!("cadrage : {message}\nAide : {} --help", asked(args, lang)));
    ExitCode::from(2)
}
