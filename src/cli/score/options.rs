//! The options that a run was given, as its journal keeps them: a run goes on only under those that write the same bytes.

use super::args;
use crate::cli::guard::place;
use crate::cli::output::folder_of;
use crate::counts::Instrument;
use crate::lang::Lang;
use clap::ArgMatches;
use std::path::Path;

/// What may differ: no byte of the result depends on it, or something else in the journal tells.
///
/// The articles are compared one by one, lexicons and the cleaning profile by their digests; the journal lies beside `output`; `rejects` stands
/// there by its place, the language as it was understood; a result is the same with and without `since`.
const FREE: [&str; 11] = ["help", "inputs", "lang", "lexicon", "output", "profile", "quiet", "rejects", "resume", "since", "verbose"];

/// The options that decide what is written, as the user would write them, by name. An option is one of them until it is named above.
pub fn options(args: &ArgMatches, instrument: &Instrument, rejects: Option<&Path>, rows: &Path, lang: Lang) -> Vec<(String, String)> {
    let profile = instrument.cleaner.profile.as_ref();
    let command = args::command(lang);
    let ids = command.get_arguments().map(|arg| arg.get_id().as_str()).filter(|id| !FREE.contains(id));
    let written = ids.map(|id| (id, given(args, id)));
    let own = [
        ("lang", lang.pick("fr", "en").to_owned()),
        ("profile", profile.map(|profile| profile.sha256.clone()).unwrap_or_default()),
        ("rejects", rejects.map(|path| beside(path, rows)).unwrap_or_default()),
    ];
    written.chain(own).map(|(id, value)| (format!("--{id}"), value)).collect()
}

/// The values of an option, whatever their type.
fn given(args: &ArgMatches, id: &str) -> String {
    let values = args.get_raw(id).into_iter().flatten();
    values.map(|value| value.to_string_lossy()).collect::<Vec<_>>().join(",")
}

/// The name of a file, from the folder of the rows: both may be moved, and the run be taken up from elsewhere.
fn beside(path: &Path, rows: &Path) -> String {
    let (path, rows) = (place(path), place(rows));
    path.strip_prefix(folder_of(&rows)).unwrap_or(&path).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Another value than the usual one of each option; a new option wants one here.
    fn other_value(id: &str) -> &'static [&'static str] {
        match id {
            "format" => &["--format", "csv"],
            "only" => &["--only", "hits"],
            "column" => &["--column", "texte=corps"],
            "keep-all" => &["--keep-all"],
            "with-text" => &["--with-text"],
            "no-text" => &["--no-text"],
            "context-words" => &["--no-text", "--context-words", "9"],
            "lexicon" => &["--lexicon", "x"],
            "since" => &["--since", "x"],
            "resume" => &["--resume"],
            "quiet" => &["--quiet"],
            "verbose" => &["--verbose"],
            "inputs" => &["b"],
            "output" | "help" | "profile" | "rejects" => &[],
            _ => panic!("--{id} is new: does it change what is written? If not, it belongs to FREE. Give a value of it here."),
        }
    }

    #[test]
    fn every_option_that_changes_bytes_stands_in_the_journal() {
        let instrument = Instrument::new(Vec::new(), Lang::Fr).expect("nothing is measured");
        let of = |more: &[&str]| {
            let words = ["score", "a", "-o", "s.jsonl"].iter().chain(more);
            let args = args::command(Lang::Fr).try_get_matches_from(words).expect("sound arguments");
            options(&args, &instrument, None, Path::new("s.jsonl"), Lang::Fr)
        };
        let usual = of(&[]);
        for arg in args::command(Lang::Fr).get_arguments() {
            let id = arg.get_id().as_str();
            let value = other_value(id);
            let free = value.is_empty() || FREE.contains(&id);
            assert_eq!(of(value) == usual, free, "--{id}");
        }
        assert_ne!(of(&["--no-text"]), of(&["--no-text", "--context-words", "9"]));
        let rejects = |path: &str| {
            let args = args::command(Lang::Fr).try_get_matches_from(["score", "a"]).expect("sound arguments");
            options(&args, &instrument, Some(Path::new(path)), Path::new("s.jsonl"), Lang::Fr)
        };
        assert!(rejects("r.csv") == rejects("./r.csv") && rejects("r.csv") != rejects("q.csv") && rejects("r.csv") != usual);
    }
}
