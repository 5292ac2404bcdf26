//! Zones of whole invented pages, `tests/zones/*.page`, in words.
//!
//! Before each line stands its zone: `t` title, `l` lead, `c` caption, `b` boilerplate, a dot for body, `?` where two readers may differ.
//! `⟦…⟧` inside a line is boilerplate too. `# outlet: NAME` above the page is what its reader would know.
//!
//! `CADRAGE_ERRORS=1 cargo test --release --test pages -- --nocapture` lists what differs.

use cadrage::corpus::{Article, Keep, Meta};
use cadrage::zones::{self, ZoneKind};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The zones a word can be in, as the pages write them.
const KINDS: [(char, &str); 5] = [('t', "title"), ('l', "lead"), ('c', "caption"), ('b', "boilerplate"), ('.', "body")];

struct Page {
    text: String,
    outlet: Option<String>,
    /// The zone of each stretch, in order, with where it begins.
    stretches: Vec<(usize, char)>,
}

fn read(source: &str) -> Page {
    let mut page = Page { text: String::new(), outlet: None, stretches: Vec::new() };
    for line in source.lines() {
        if let Some(name) = line.strip_prefix("# outlet: ") {
            page.outlet = Some(name.to_owned());
            continue;
        }
        let mark = line.chars().next().unwrap_or('.');
        assert!(line.is_empty() || "tlcb.?".contains(mark) && line[1..].starts_with(' '), "a line without a mark: {line}");
        for (at, part) in line.get(2..).unwrap_or("").split(['⟦', '⟧']).enumerate() {
            page.stretches.push((page.text.len(), if at % 2 == 1 { 'b' } else { mark }));
            page.text.push_str(part);
        }
        page.text.push('\n');
    }
    page
}

#[derive(Default, Clone, Copy)]
struct Score {
    right: usize,
    found: usize,
    wanted: usize,
}

impl Score {
    fn f1(&self) -> f64 {
        if self.found + self.wanted == 0 { 1.0 } else { 2.0 * self.right as f64 / (self.found + self.wanted) as f64 }
    }
}

/// Words of each zone that are right, found and wanted.
fn score(name: &str, page: &Page, show: bool) -> BTreeMap<char, Score> {
    let article = Article {
        id: name.into(),
        path: name.into(),
        text: page.text.clone(),
        meta: Meta { outlet: page.outlet.clone(), ..Meta::default() },
        marked: Vec::new(),
        keep: Keep::default(),
        left_out: Vec::new(),
        warnings: Vec::new(),
    };
    let zones = zones::find(&article);
    let found = |at: usize| {
        let zone = zones.iter().find(|zone| zone.span.start <= at && at < zone.span.end);
        match zone.map(|zone| zone.kind) {
            Some(ZoneKind::Title) => 't',
            Some(ZoneKind::Lead) => 'l',
            Some(ZoneKind::Caption) => 'c',
            Some(ZoneKind::Boilerplate) => 'b',
            Some(ZoneKind::Body) | None => '.',
        }
    };
    let mut scores: BTreeMap<char, Score> = KINDS.iter().map(|(kind, _)| (*kind, Score::default())).collect();
    for (at, (start, wanted)) in page.stretches.iter().enumerate() {
        let end = page.stretches.get(at + 1).map_or(page.text.len(), |next| next.0);
        let stretch = &page.text[*start..end];
        let mut differs = String::new();
        for word in stretch.split_whitespace() {
            let found = found(start + (word.as_ptr() as usize - stretch.as_ptr() as usize));
            if *wanted == '?' {
                continue;
            }
            scores.entry(*wanted).or_default().wanted += 1;
            scores.entry(found).or_default().found += 1;
            if found == *wanted {
                scores.entry(found).or_default().right += 1;
            } else if !differs.ends_with(found) {
                differs.push(found);
            }
        }
        if show && !differs.is_empty() {
            println!("{name}: {wanted} read as {differs}: {}", stretch.trim());
        }
    }
    scores
}

#[test]
fn invented_pages_are_read_as_their_author_marked_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/zones");
    let show = std::env::var_os("CADRAGE_ERRORS").is_some();
    let mut paths: Vec<_> = fs::read_dir(folder).expect("the pages").map(|e| e.expect("an entry").path()).collect();
    paths.sort();
    let mut total: BTreeMap<char, Score> = BTreeMap::new();
    let mut furniture = Vec::new();
    for path in paths.iter().filter(|p| p.extension().is_some_and(|e| e == "page")) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let page = read(&fs::read_to_string(path).expect("UTF-8"));
        let scores = score(&name, &page, show);
        for (kind, score) in &scores {
            let sum = total.entry(*kind).or_default();
            sum.right += score.right;
            sum.found += score.found;
            sum.wanted += score.wanted;
        }
        if scores[&'b'].wanted > 0 {
            furniture.push((scores[&'b'].f1(), name.into_owned()));
        }
    }
    assert!(furniture.len() >= 40, "the pages are there");
    furniture.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mean = furniture.iter().map(|(f1, _)| f1).sum::<f64>() / furniture.len() as f64;
    for (kind, name) in KINDS {
        let score = total[&kind];
        println!("{name:12} F1 {:.3}  words {}", score.f1(), score.wanted);
    }
    println!("boilerplate, mean of {} pages {mean:.3}, lowest {:?}", furniture.len(), &furniture[..5]);
    // What was reached; a fall is a defect. Title, lead, caption, boilerplate, body.
    for ((kind, name), floor) in KINDS.iter().zip(FLOORS) {
        assert!(total[kind].f1() >= floor, "{name} fell to {:.3}, below {floor}", total[kind].f1());
    }
    assert!(furniture[0].0 >= LOWEST_PAGE, "{:?}", furniture[0]);
}

const FLOORS: [f64; 5] = [0.96, 0.98, 0.94, 0.98, 0.98];
const LOWEST_PAGE: f64 = 0.9;
