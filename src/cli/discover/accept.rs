//! `--accept`: words of the corpus become entries of a user's lexicon, proved by its sentences.

use super::model::Model;
use crate::cli::output::write_file;
use crate::cli::session::in_words;
use crate::cli::{Failure, cannot_read};
use crate::corpus::Article;
use crate::counts::Instrument;
use crate::counts::candidates::Seen;
use crate::counts::words::{Key, keys_of_lemmas};
use crate::lang::Lang;
use crate::lexicon::entry::{self, Entry};
use crate::lexicon::source::File;
use crate::lexicon::trial::Trial;
use crate::lexicon::{Axis, Lexicon, Pole, Problem, Problems, load, pattern};
use crate::span::Span;
use crate::text::morphology::Pos;
use crate::text::slips::nearest;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Sentences of each kind, and letters that a good example has at least and at most.
const HITS: usize = 3;
const MISSES: usize = 2;
const SENTENCE: std::ops::RangeInclusive<usize> = 20..=260;
/// Words that are proposed where one is nowhere.
const NEAREST: usize = 5;

/// Writes the entries, all or none, and says what was written.
pub fn accept(
    words: &[&str],
    folder: &Path,
    model: &Model,
    articles: &[Article],
    instrument: &Instrument,
    lang: Lang,
) -> Result<String, Failure> {
    let told = |problems: Problems| in_words(&problems, lang);
    let shown = folder.display().to_string();
    if !folder.is_dir() {
        return Err(lang.pick(
            format!("{shown} : pas de dossier de ce nom\n    conseil : cadrage lexicon new {shown}"),
            format!("{shown}: no folder of that name\n    hint: cadrage lexicon new {shown}"),
        ));
    }
    // The command line asks for a pole beside `--accept`.
    let Some((axis, pole)) = model.pole(&instrument.lexicons.lexicons) else { return Err(model.name.clone()) };
    let target = load::load(&shown).map_err(told)?;
    let known = Instrument::new(vec![target.clone()], lang).map_err(told)?;
    let faults = known.faults(0);
    let mut file = file_of(folder, &target, axis, pole, lang)?;
    let mut written = Vec::new();
    for word in words {
        let entry = entry_of(word, pole, articles, instrument, &known, axis, model, lang)?;
        file.text = entry::with_entry(&file.text, &entry).map_err(|e| format!("{} : {e}", file.name))?;
        written.push(entry);
    }
    let grown = load::with_file(folder, &file).map_err(told)?;
    let after = Instrument::new(vec![grown], lang).map_err(told)?.faults(0);
    // Lines have moved: a fault is new where nothing like it was there before.
    let new: Vec<Problem> = after.into_iter().filter(|fault| !faults.iter().any(|known| known.what == fault.what)).collect();
    if !new.is_empty() {
        let refused = lang.pick(
            "rien n'a été écrit : l'entrée ne passerait pas lexicon check",
            "nothing was written: the entry would not pass lexicon check",
        );
        return Err(format!("{refused}\n{}", in_words(&Problems(new), lang)));
    }
    write_file(Path::new(&file.name), file.text.as_bytes(), lang)?;
    Ok(said(&written, &file.name, &shown, lang))
}

fn said(written: &[Entry], file: &str, folder: &str, lang: Lang) -> String {
    let mut lines = Vec::new();
    for entry in written {
        lines.push(format!("{}{}{}", entry.name, lang.pick(" : ", ": "), entry.patterns.join(", ")));
        lines.extend(entry.hits.iter().map(|hit| format!("  + {hit}")));
        lines.extend(entry.misses.iter().map(|miss| format!("  - {miss}")));
    }
    lines.push(lang.pick(
        format!("Écrit dans {file}. Ajoutez à misses des phrases où le mot a un autre sens, puis : cadrage lexicon check {folder}"),
        format!("Written to {file}. Add to misses sentences where the word has another sense, then: cadrage lexicon check {folder}"),
    ));
    lines.join("\n") + "\n"
}

/// The file of the axis, with the pole declared; a new one where the lexicon has no such axis.
fn file_of(folder: &Path, target: &Lexicon, axis: &Axis, pole: &Pole, lang: Lang) -> Result<File, Failure> {
    let Some(own) = target.axes.iter().find(|own| own.id == axis.id) else {
        let path = folder.join(format!("{}.toml", axis.id));
        if path.exists() {
            let path = path.display();
            return Err(lang.pick(
                format!("{path} : ce fichier existe et n'est pas celui de l'axe « {} »\n    conseil : renommez-le", axis.id),
                format!("{path}: this file exists and is not that of the axis \"{}\"\n    hint: rename it", axis.id),
            ));
        }
        return Ok(File { name: path.display().to_string(), text: entry::file_of(axis, pole) });
    };
    let files = load::files_of_axis(folder, &axis.id).map_err(|problems| in_words(&problems, lang))?;
    let Some(file) = files.into_iter().next() else {
        return Err(cannot_read(&folder.display().to_string(), &std::io::ErrorKind::NotFound.into(), lang));
    };
    let text = if own.poles.iter().any(|known| known.id == pole.id) { file.text } else { file.text + "\n" + &entry::pole_of(pole) };
    Ok(File { name: file.name, text })
}

/// A word with its pattern and the sentences that prove it.
#[expect(clippy::too_many_arguments, reason = "what an entry is made of")]
fn entry_of(
    word: &str,
    pole: &Pole,
    articles: &[Article],
    instrument: &Instrument,
    known: &Instrument,
    axis: &Axis,
    model: &Model,
    lang: Lang,
) -> Result<Entry, Failure> {
    let wanted = keys_of(word, instrument);
    let seen = |with: &Instrument| -> Vec<Seen> {
        let of = |article: &Article| with.seen(article, &wanted, &FxHashSet::default(), 1).0;
        articles.par_iter().map(of).collect::<Vec<_>>().concat()
    };
    let met = seen(instrument);
    if met.is_empty() {
        return Err(nowhere(word, instrument, lang));
    }
    let taken = seen(known).into_iter().find_map(|one| one.taken.filter(|(of_axis, _)| *of_axis == axis.id));
    let pattern = pattern_of(word, &met);
    if let Some((of_axis, of_pole)) = taken {
        return Err(lang.pick(
            format!("« {word} » est déjà relevé par ce lexique : {of_axis}/{of_pole} ; rien n'a été écrit"),
            format!("\"{word}\" is found by this lexicon already: {of_axis}/{of_pole}; nothing was written"),
        ));
    }
    let (hits, misses) = examples(&pattern, articles, instrument, model, lang)?;
    if hits.is_empty() || misses.is_empty() {
        return Err(lang.pick(
            format!(
                "« {word} » : aucune phrase du corpus ne peut servir d'exemple (trop longues, ou avec des crochets) ; rien n'a été écrit"
            ),
            format!("\"{word}\": no sentence of the corpus can be an example (too long, or with brackets); nothing was written"),
        ));
    }
    Ok(Entry { name: word.to_lowercase(), pole: pole.id.clone(), patterns: vec![pattern], hits, misses })
}

/// Everything that the user's word can be an inflection of.
fn keys_of(word: &str, instrument: &Instrument) -> FxHashSet<Key> {
    let document = instrument.read(word);
    if document.tokens.is_empty() { FxHashSet::default() } else { keys_of_lemmas(&document, 0).into_iter().collect() }
}

fn nowhere(word: &str, instrument: &Instrument, lang: Lang) -> Failure {
    let spellings: BTreeSet<&str> = instrument.spellings().collect();
    let near = nearest(word, spellings.into_iter().filter(|other| *other != word), NEAREST).join(", ");
    lang.pick(
        format!("« {word} » n'est dans aucun de ces articles ; rien n'a été écrit\n    mots proches : {near}"),
        format!("\"{word}\" is in none of these articles; nothing was written\n    similar words: {near}"),
    )
}

/// The lemma under which most occurrences can be filed, else the forms as they were met.
fn pattern_of(word: &str, met: &[Seen]) -> String {
    let mut lemmas: BTreeMap<&str, (usize, BTreeSet<Pos>)> = BTreeMap::new();
    for seen in met {
        let own: BTreeSet<&str> = seen.readings.iter().map(|(lemma, _)| &**lemma).collect();
        for lemma in own {
            let (count, parts) = lemmas.entry(lemma).or_default();
            *count += 1;
            parts.extend(seen.readings.iter().filter(|(of, _)| of == lemma).map(|(_, pos)| *pos));
        }
    }
    // Of two that cover as many, the one that the user wrote.
    let best = lemmas.into_iter().max_by_key(|(lemma, (count, _))| (*count, *lemma == word));
    if let Some((lemma, (_, parts))) = best {
        let parts: Vec<&str> = parts.into_iter().filter_map(short_name).collect();
        let pattern = if parts.is_empty() { lemma.to_owned() } else { format!("{lemma}:{}", parts.join("/")) };
        if pattern::parse(&pattern).is_ok() {
            return pattern;
        }
    }
    let forms: BTreeSet<String> = met.iter().map(|seen| format!("\"{}\"", seen.form)).collect();
    let forms: Vec<String> = forms.into_iter().collect();
    if forms.len() == 1 { forms[0].clone() } else { format!("({})", forms.join("|")) }
}

/// The part of speech as patterns call it.
fn short_name(pos: Pos) -> Option<&'static str> {
    match pos {
        Pos::Noun => Some("n"),
        Pos::Adjective => Some("a"),
        Pos::Verb => Some("v"),
        _ => None,
    }
}

/// Sentences with the pattern, its matches in brackets, of different articles; and sentences with the pole's own words and without it.
fn examples(
    pattern: &str,
    articles: &[Article],
    instrument: &Instrument,
    model: &Model,
    lang: Lang,
) -> Result<(Vec<String>, Vec<String>), Failure> {
    let told = |problems: Problems| in_words(&problems, lang);
    let trial = Trial { pattern: pattern.to_owned(), place: "discover".into(), ..Trial::default() };
    let tried = Instrument::new(trial.beside(Vec::new()).map_err(told)?, lang).map_err(told)?;
    let is_model = |marker: usize| model.takes(&instrument.lexicons, marker);
    let (mut hits, mut misses) = (Vec::new(), Vec::new());
    for article in articles {
        let sentences = tried.sentences_with(article, |_| true);
        let with = |(span, found): &(Span, Vec<Span>)| (!found.is_empty()).then(|| bracketed(&article.text, *span, found)).flatten();
        if hits.len() < HITS {
            hits.extend(sentences.iter().find_map(with));
        }
        if misses.len() < MISSES {
            let own = instrument.sentences_with(article, is_model);
            let neither = own.iter().zip(&sentences).filter(|((_, of_pole), (_, found))| !of_pole.is_empty() && found.is_empty());
            misses.extend(neither.map(|((span, _), _)| *span).find_map(|span| bracketed(&article.text, span, &[])));
        }
    }
    Ok((hits, misses))
}

/// A sentence as an example; None where it would make a bad one.
fn bracketed(text: &str, sentence: Span, found: &[Span]) -> Option<String> {
    let plain = sentence.of(text);
    if !SENTENCE.contains(&plain.chars().count()) || plain.contains(['[', ']', '\n', '\r']) {
        return None;
    }
    let (mut example, mut at) = (String::new(), sentence.start);
    for span in found {
        example += &text[at..span.start];
        example += &format!("[{}]", span.of(text));
        at = span.end;
    }
    Some(example + &text[at..sentence.end])
}
