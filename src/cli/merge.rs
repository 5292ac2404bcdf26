//! `cadrage merge`: score files joined into one, line by line as they are.

use super::output::{self, Output};
use super::say::say;
use super::session::plural;
use super::{Failure, Status, cannot_read, command};
use crate::corpus::{Ids, Reason, Rejected};
use crate::counts::Record;
use crate::counts::record::{LexiconVersion, SCHEMA};
use crate::lang::Lang;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde::Deserialize;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

pub fn args(lang: Lang) -> Command {
    command::sub("merge", lang, "Réunit des relevés (JSONL) en un seul", "Joins score files (JSONL) into one")
        .arg(
            Arg::new("scores")
                .value_name(lang.pick("RELEVÉS", "SCORES"))
                .value_parser(value_parser!(PathBuf))
                .num_args(1..)
                .required(true)
                .help(lang.pick("Fichiers de cadrage score, dans l'ordre voulu", "Files of cadrage score, in the order wanted")),
        )
        .arg(command::output(lang, false))
        .arg(Arg::new("mixed").long("mixed").visible_alias("melange").action(ArgAction::SetTrue).help(lang.pick(
            "Accepte des relevés faits avec des lexiques différents ou de versions différentes",
            "Accept scores made with different lexicons or versions",
        )))
}

pub fn run(args: &ArgMatches, lang: Lang) -> Result<Status, Failure> {
    let mut merge = Merge {
        output: Output::open(args.get_one::<PathBuf>("output"), lang)?,
        ids: Ids::default(),
        first: None,
        mixed: args.get_flag("mixed"),
        joined: 0,
        refused: 0,
        unread: false,
        lang,
    };
    for path in args.get_many::<PathBuf>("scores").into_iter().flatten() {
        if !merge.file(path)? {
            break;
        }
    }
    merge.end(output::named(args).is_some())
}

/// Of which version a record is.
#[derive(Deserialize)]
struct Schema {
    schema: String,
}

struct Merge {
    output: Output,
    ids: Ids,
    /// The lexicons of the first record, and where it stands.
    first: Option<(Vec<LexiconVersion>, String)>,
    mixed: bool,
    joined: usize,
    refused: usize,
    /// Nobody reads the result any more.
    unread: bool,
    lang: Lang,
}

impl Merge {
    /// False where nobody reads the result any more.
    fn file(&mut self, path: &Path) -> Result<bool, Failure> {
        let name = path.display().to_string();
        let lang = self.lang;
        let failed = |error| cannot_read(&name, &error, lang);
        let mut file = BufReader::with_capacity(1 << 18, File::open(path).map_err(failed)?);
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            if file.read_until(b'\n', &mut line).map_err(failed)? == 0 {
                break;
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            if let Err(reason) = self.check(&line, &name, number)? {
                say(Rejected { path: name.clone(), line: Some(number), reason }.message(self.lang));
                self.refused += 1;
                continue;
            }
            if line.last() != Some(&b'\n') {
                line.push(b'\n');
            }
            self.joined += 1;
            if !self.output.write(&line, self.lang)? {
                self.unread = true;
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether a line can be joined to those before; what stops everything is a failure.
    fn check(&mut self, line: &[u8], name: &str, number: u64) -> Result<Result<(), Reason>, Failure> {
        let record = match serde_json::from_slice::<Record>(line) {
            Ok(record) if record.schema == SCHEMA => record,
            other => {
                // A record of another version may have another shape, too.
                let schema = serde_json::from_slice::<Schema>(line).ok().map(|head| head.schema).filter(|schema| schema != SCHEMA);
                let error = other.err().map(|error| error.to_string().replace(" at line 1", ""));
                let detail = schema.map(|schema| format!("schema {schema}")).or(error).unwrap_or_default();
                return Ok(Err(Reason::MalformedScore { detail }));
            }
        };
        let place = format!("{name}:{number}");
        match &self.first {
            Some((lexicons, first)) if **lexicons != *record.lexicons && !self.mixed => {
                return Err(mixed(first, lexicons, &place, &record.lexicons, self.lang));
            }
            Some(_) => {}
            None => self.first = Some((record.lexicons.into_owned(), place)),
        }
        Ok(if self.ids.insert(&record.id) { Ok(()) } else { Err(Reason::DuplicateId { id: record.id }) })
    }

    fn end(self, named: bool) -> Result<Status, Failure> {
        let (joined, refused) = (self.joined, self.refused);
        if joined > 0 || !named {
            self.output.finish(self.lang)?;
        }
        let french = format!(
            "{joined} {} ; {refused} {}",
            plural(joined, "article réuni", "articles réunis"),
            plural(refused, "ligne écartée", "lignes écartées")
        );
        let english = format!("{joined} articles joined; {refused} lines set aside");
        if !self.unread {
            say(self.lang.pick(french, english));
        }
        Ok(match (joined, refused) {
            (0, _) => Status::Nothing,
            (_, 0) => Status::Done,
            _ => Status::Partly,
        })
    }
}

fn mixed(first: &str, lexicons: &[LexiconVersion], place: &str, others: &[LexiconVersion], lang: Lang) -> Failure {
    let list = |all: &[LexiconVersion], against: &[LexiconVersion]| {
        let own: Vec<String> = all
            .iter()
            .filter(|lexicon| !against.contains(lexicon))
            .map(|lexicon| format!("{} {} ({})", lexicon.id, lexicon.version, lexicon.sha256.get(..8).unwrap_or_default()))
            .collect();
        if own.is_empty() { "–".to_owned() } else { own.join(", ") }
    };
    let (one, other) = (list(lexicons, others), list(others, lexicons));
    lang.pick(
        format!("{first} et {place} : lexiques différents ({one} ; {other}), leurs chiffres ne se comparent pas. Mesurez de nouveau les uns avec le lexique des autres, ou donnez --mixed."),
        format!("{first} and {place}: different lexicons ({one}; {other}), their figures do not compare. Score one again with the lexicon of the other, or give --mixed."),
    )
}
