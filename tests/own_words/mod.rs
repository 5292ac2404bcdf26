//! The program's own sentences, to be searched for markers.

use cadrage::counts::Instrument;
use cadrage::lang::Lang;
use cadrage::lexicon::{Purpose, load};

/// A page without the elements that hold texts of articles (as opening and closing), and without its tags.
pub fn plain(page: &str, without: &[(&str, &str)]) -> String {
    let mut text = page.to_owned();
    for (open, close) in without {
        while let Some(start) = text.find(open) {
            let end = text[start..].find(close).map_or(text.len(), |at| start + at + close.len());
            text.replace_range(start..end, "\n");
        }
    }
    let mut plain = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                plain.push('\n');
            }
            c if !inside => plain.push(c),
            _ => {}
        }
    }
    plain
}

/// The sentences with a marker outside guillemets, titles and questions of axes apart: these name their subject in plain words.
pub fn with_markers(words: &str) -> Vec<String> {
    let lexicons = load::names().into_iter().map(|name| load::load(name).expect("a lexicon")).collect();
    let instrument = Instrument::new(lexicons, Lang::Fr).expect("they compile");
    let mut unquoted = String::new();
    let mut depth = 0;
    for c in words.chars() {
        match c {
            '«' => depth += 1,
            '»' => depth -= 1,
            c if depth == 0 => unquoted.push(c),
            _ => {}
        }
    }
    assert_eq!(depth, 0, "a guillemet is left open");
    let titles = titles_of_axes();
    let document = instrument.read(&unquoted);
    cadrage::matching::find(&document, &instrument.lexicons, Purpose::Markers)
        .iter()
        .map(|hit| document.sentences[hit.sentence].span.of(&unquoted).to_owned())
        .filter(|sentence| !titles.contains(sentence))
        .collect()
}

fn titles_of_axes() -> Vec<String> {
    let lexicons = load::names().into_iter().map(|name| load::load(name).expect("a lexicon"));
    lexicons
        .flat_map(|l| l.axes)
        .flat_map(|axis| [axis.title.fr, axis.question.fr])
        .flat_map(|text| text.split_inclusive(['?', '.']).map(|s| s.trim().to_owned()).collect::<Vec<_>>())
        .collect()
}
