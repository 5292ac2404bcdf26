//! From TOML files to a [`Lexicon`]: every fault is collected, with file and line, before giving up.

use super::error::{Problem, Problems, What};
use super::keys;
use super::schema::*;
use crate::lang::Wording;
use memchr::memchr_iter;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use toml::Spanned;

/// A file of a lexicon: its name and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Relative to the lexicon, with `/`; as shown in messages.
    pub name: String,
    pub text: String,
}

const IDENTITY: &str = "lexicon.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AxisFile {
    axis: Option<String>,
    title: Option<Wording>,
    question: Option<Wording>,
    #[serde(default)]
    counted: bool,
    #[serde(default)]
    places: bool,
    #[serde(default)]
    pole: Vec<Pole>,
    #[serde(default)]
    marker: Vec<MarkerSource>,
    #[serde(default)]
    contrast: Vec<Contrast>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassFile {
    id: Spanned<String>,
    #[allow(dead_code, reason = "read so that every class says what it holds")]
    description: Wording,
    words: Vec<Spanned<String>>,
}

/// Reads a lexicon out of its files and the files of the classes that it may refer to.
pub fn read(files: &[File], classes: &[File]) -> Result<Lexicon, Problems> {
    read_with(files, read_classes(classes))
}

/// The same with classes that have been read, or what is wrong with them.
pub fn read_with(files: &[File], classes: Result<Arc<[Class]>, Problems>) -> Result<Lexicon, Problems> {
    let mut problems = Vec::new();
    let mut identity = None;
    let mut axes: Vec<Axis> = Vec::new();
    let mut contrasts = Vec::new();
    for file in files {
        if file.name.ends_with(IDENTITY) {
            identity = parse::<Identity>(file, &mut problems);
        } else if let Some(parsed) = parse::<AxisFile>(file, &mut problems) {
            contrasts.extend(parsed.contrast.iter().cloned().map(|c| Contrast { file: file.name.clone(), ..c }));
            if parsed.axis.is_some() {
                add_axis(file, parsed, &mut axes, &mut problems);
            } else if !parsed.marker.is_empty() || !parsed.pole.is_empty() {
                problems.push(Problem { file: file.name.clone(), line: 1, what: What::NoAxis });
            }
        }
    }
    let classes = classes.unwrap_or_else(|faults| {
        problems.extend(faults.0);
        Arc::default()
    });
    let Some(identity) = identity else {
        if problems.is_empty() {
            problems.push(Problem { file: IDENTITY.into(), line: 0, what: What::MissingIdentity });
        }
        return Err(Problems(problems));
    };
    check_names(&axes, &contrasts, &mut problems);
    let lexicon = Lexicon { sha256: digest(files, &classes), identity, axes, contrasts, classes };
    if problems.is_empty() { Ok(lexicon) } else { Err(Problems(problems)) }
}

/// What a lexicon says of itself; None where that cannot be read.
pub fn identity(file: &File) -> Option<Identity> {
    parse(file, &mut Vec::new())
}

fn parse<T: for<'de> Deserialize<'de>>(file: &File, problems: &mut Vec<Problem>) -> Option<T> {
    match toml::from_str(&file.text) {
        Ok(value) => Some(value),
        Err(error) => {
            let line = error.span().map_or(0, |span| Lines::of(&file.text).at(span.start));
            problems.push(Problem { file: file.name.clone(), line, what: keys::fault(error.message()) });
            None
        }
    }
}

/// Adds a file's part of an axis; an axis may be spread over several files, the first gives its title.
fn add_axis(file: &File, parsed: AxisFile, axes: &mut Vec<Axis>, problems: &mut Vec<Problem>) {
    let id = parsed.axis.unwrap_or_default();
    let at = axes.iter().position(|a| a.id == id).unwrap_or_else(|| {
        let (title, question) = (Wording::default(), Wording::default());
        axes.push(Axis { id, title, question, counted: false, places: false, poles: Vec::new(), markers: Vec::new() });
        axes.len() - 1
    });
    let axis = &mut axes[at];
    if let Some(title) = parsed.title {
        axis.title = title;
    }
    if let Some(question) = parsed.question {
        axis.question = question;
    }
    axis.counted |= parsed.counted;
    axis.places |= parsed.places;
    axis.poles.extend(parsed.pole);
    let places = Lines::of(&file.text);
    for source in parsed.marker {
        let lines = |strings: Vec<Spanned<String>>| -> Vec<Line> { strings.into_iter().map(|string| places.line(string)).collect() };
        let marker = Marker {
            line: places.at(source.name.span().start),
            name: source.name.into_inner(),
            pole: source.pole,
            file: file.name.clone(),
            patterns: lines(source.patterns),
            except: lines(source.except),
            only: lines(source.only),
            unless: lines(source.unless),
            reports: source.reports,
            standing: source.standing,
            agent: source.agent,
            patient: source.patient,
            mutual: source.mutual,
            other: source.other,
            suffered: source.suffered,
            of: source.of,
            hits: lines(source.hits),
            misses: lines(source.misses),
        };
        if axis.markers.iter().any(|m| m.name == marker.name) {
            problems.push(Problem {
                file: file.name.clone(),
                line: marker.line,
                what: What::DuplicateMarker { marker: marker.name.clone() },
            });
        }
        axis.markers.push(marker);
    }
}

fn read_class(file: &File, problems: &mut Vec<Problem>) -> Option<Class> {
    let parsed: ClassFile = parse(file, problems)?;
    let places = Lines::of(&file.text);
    let line = places.at(parsed.id.span().start);
    let id = parsed.id.into_inner();
    let words: Vec<Line> = parsed.words.into_iter().map(|word| places.line(word)).collect();
    if words.is_empty() {
        problems.push(Problem { file: file.name.clone(), line, what: What::EmptyClass { class: id.clone() } });
    }
    Some(Class { id, file: file.name.clone(), line, words })
}

/// The classes of these files, as [`read`] takes them with a lexicon.
pub fn read_classes(files: &[File]) -> Result<Arc<[Class]>, Problems> {
    let mut problems = Vec::new();
    let classes = files.iter().filter_map(|file| read_class(file, &mut problems)).collect();
    if problems.is_empty() { Ok(classes) } else { Err(Problems(problems)) }
}

fn check_names(axes: &[Axis], contrasts: &[Contrast], problems: &mut Vec<Problem>) {
    for axis in axes {
        for marker in &axis.markers {
            let mut report = |what| problems.push(Problem { file: marker.file.clone(), line: marker.line, what });
            if !axis.poles.iter().any(|p| p.id == marker.pole) {
                report(What::UnknownPole { marker: marker.name.clone(), pole: marker.pole.clone() });
            }
            if marker.patterns.is_empty() {
                report(What::NoPattern { marker: marker.name.clone() });
            }
        }
    }
    let known = |path: &str, pole: bool| {
        path.split_once('/').is_some_and(|(axis, name)| {
            axes.iter()
                .filter(|a| a.id == axis)
                .any(|a| if pole { a.poles.iter().any(|p| p.id == name) } else { a.markers.iter().any(|m| m.name == name) })
        })
    };
    for contrast in contrasts {
        for member in &contrast.members {
            let unknown = member.poles.iter().filter(|p| !known(p, true)).chain(member.markers.iter().filter(|m| !known(m, false)));
            for name in unknown {
                let what = What::UnknownMember { contrast: contrast.id.clone(), member: name.clone() };
                problems.push(Problem { file: contrast.file.clone(), line: 0, what });
            }
        }
    }
}

/// Where the lines of a file end.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(memchr_iter(b'\n', text.as_bytes()).collect())
    }

    /// The 1-based line of a byte offset.
    fn at(&self, offset: usize) -> usize {
        1 + self.0.partition_point(|end| *end < offset)
    }

    fn line(&self, string: Spanned<String>) -> Line {
        Line { line: self.at(string.span().start), text: string.into_inner() }
    }
}

/// SHA-256 over names and texts, so that a moved line end or a new class changes it.
fn digest(files: &[File], classes: &[Class]) -> String {
    let mut hasher = Sha256::new();
    for file in files {
        let name = file.name.rsplit('/').next().unwrap_or(&file.name);
        hasher.update(name.as_bytes());
        hasher.update([0]);
        hasher.update(file.text.as_bytes());
        hasher.update([0]);
    }
    for class in classes {
        hasher.update(class.id.as_bytes());
        for word in &class.words {
            hasher.update([0]);
            hasher.update(word.text.as_bytes());
        }
    }
    crate::digest::hex(&hasher.finalize())
}
