//! French passages by phenomenon, each marker of which must be given its voice and its speaker's actor.
//!
//! The form of `tests/voice/*.txt` is told in `tests/voice/README.md`. A passage whose first line begins with `! ` is a known limit:
//! what is right is written down and not yet reached.

use cadrage::corpus::{Article, Keep, Mark, Meta};
use cadrage::counts::{Instrument, RecordHit};
use cadrage::lang::Lang;
use cadrage::lexicon::load;
use cadrage::span::Span;
use cadrage::voice::Voice;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// A marker of a passage and what must be said of it.
struct Wanted {
    start: usize,
    word: String,
    voice: Voice,
    actor: Option<String>,
}

struct Passage {
    place: String,
    phenomenon: String,
    text: String,
    wanted: Vec<Wanted>,
    limit: bool,
}

fn passages() -> Vec<Passage> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/voice");
    let mut paths: Vec<_> = fs::read_dir(&folder).expect("tests/voice").filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let mut passages = Vec::new();
    for path in paths {
        let phenomenon = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a table of passages");
        let mut lines: Vec<(usize, &str)> = Vec::new();
        for (number, line) in text.lines().chain([""]).enumerate() {
            match line {
                _ if line.starts_with('#') => {}
                _ if !line.trim().is_empty() => lines.push((number + 1, line)),
                _ if !lines.is_empty() => passages.push(passage(&phenomenon, &std::mem::take(&mut lines))),
                _ => {}
            }
        }
    }
    passages
}

fn passage(phenomenon: &str, lines: &[(usize, &str)]) -> Passage {
    let place = format!("{phenomenon}.txt:{}", lines[0].0);
    let marked = lines.iter().map(|(_, line)| *line).collect::<Vec<_>>().join("\n");
    let (limit, marked) = marked.strip_prefix("! ").map_or((false, &*marked), |rest| (true, rest));
    let (mut text, mut wanted) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        let close = open + rest[open..].find(']').unwrap_or_else(|| panic!("{place}: a bracket is not closed"));
        text += &rest[..open];
        match rest[open + 1..close].split_once('|') {
            Some((word, said)) => {
                wanted.push(wanted_of(&place, text.chars().count(), word, said));
                text += word;
            }
            None => text += &rest[open..=close],
        }
        rest = &rest[close + 1..];
    }
    Passage { place, phenomenon: phenomenon.into(), text: text + rest, wanted, limit }
}

fn wanted_of(place: &str, start: usize, word: &str, said: &str) -> Wanted {
    let (voice, source) = said.split_once(':').unwrap_or((said, ""));
    let voice = match voice.trim() {
        "outlet" => Voice::Outlet,
        "direct" => Voice::Direct,
        "indirect" => Voice::Indirect,
        "scare" => Voice::Scare,
        other => panic!("{place}: no voice « {other} »"),
    };
    let actor = source.rsplit_once(" = ").map(|(_, actor)| actor.trim().to_owned());
    Wanted { start, word: word.into(), voice, actor }
}

fn instrument() -> Instrument {
    let mut lexicons = vec![load::load("conflit").unwrap_or_else(|problems| panic!("{problems}"))];
    lexicons.extend(load::auxiliary_lexicons().unwrap_or_else(|problems| panic!("{problems}")));
    Instrument::new(lexicons, Lang::Fr).unwrap_or_else(|problems| panic!("{problems}"))
}

fn article(passage: &Passage) -> Article {
    let title = Span::new(0, passage.text.find('\n').unwrap_or(passage.text.len()));
    Article {
        id: passage.place.clone(),
        path: passage.place.clone(),
        text: passage.text.clone(),
        meta: Meta::default(),
        marked: if passage.phenomenon == "titres" { vec![(Mark::Title, title)] } else { Vec::new() },
        warnings: Vec::new(),
        keep: Keep::default(),
        left_out: Vec::new(),
    }
}

#[derive(Default)]
struct Row {
    markers: usize,
    voice: usize,
    spoken: usize,
    actor: usize,
}

fn judge(wanted: &Wanted, hit: Option<&RecordHit>, row: &mut Row) -> Option<String> {
    let said = |voice: Voice| format!("{voice:?}").to_lowercase();
    let Some(hit) = hit else { return Some(format!("[{}] is no hit", wanted.word)) };
    row.markers += 1;
    let voice = hit.voice.unwrap_or(Voice::Outlet);
    let actor = hit.source.as_ref().and_then(|source| source.actor.clone());
    let spoken = matches!(wanted.voice, Voice::Direct | Voice::Indirect);
    row.voice += usize::from(voice == wanted.voice);
    row.spoken += usize::from(spoken);
    row.actor += usize::from(spoken && actor == wanted.actor);
    if voice != wanted.voice {
        return Some(format!("[{}] is {}, told as {}", wanted.word, said(wanted.voice), said(voice)));
    }
    let source = hit.source.as_ref().map_or("nobody", |source| &*source.text);
    (spoken && actor != wanted.actor).then(|| format!("[{}] is said by {:?}, told as {actor:?} ({source})", wanted.word, wanted.actor))
}

#[test]
fn every_marker_is_given_its_voice() {
    let instrument = instrument();
    let mut table: BTreeMap<String, Row> = BTreeMap::new();
    let mut confusion: BTreeMap<(Voice, Voice), usize> = BTreeMap::new();
    let mut complaints = String::new();
    for passage in passages() {
        let article = article(&passage);
        let record = instrument.score(&article);
        let row = table.entry(passage.phenomenon.clone()).or_default();
        let mut wrong = Vec::new();
        for wanted in &passage.wanted {
            let hit = record.hits.iter().find(|hit| hit.lexicon == "conflit" && hit.start <= wanted.start && wanted.start < hit.end);
            wrong.extend(judge(wanted, hit, row));
            if let Some(voice) = hit.and_then(|hit| hit.voice) {
                *confusion.entry((wanted.voice, voice)).or_default() += 1;
            }
        }
        if wrong.is_empty() == passage.limit {
            let what = if passage.limit { "is right now; take the ! away".to_owned() } else { wrong.join("\n  ") };
            let _ = writeln!(complaints, "{}: {}\n  {what}", passage.place, passage.text);
        }
    }
    print_table(&table, &confusion);
    assert!(complaints.is_empty(), "{complaints}");
}

fn print_table(table: &BTreeMap<String, Row>, confusion: &BTreeMap<(Voice, Voice), usize>) {
    let percent = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
    println!("{:24} markers  voice %  actor %", "phenomenon");
    let mut all = Row::default();
    for (phenomenon, row) in table {
        println!("{phenomenon:24} {:7} {:8.1} {:8.1}", row.markers, percent(row.voice, row.markers), percent(row.actor, row.spoken));
        all.markers += row.markers;
        all.voice += row.voice;
        all.spoken += row.spoken;
        all.actor += row.actor;
    }
    println!("{:24} {:7} {:8.1} {:8.1}", "all", all.markers, percent(all.voice, all.markers), percent(all.actor, all.spoken));
    println!("{confusion:?}");
}
