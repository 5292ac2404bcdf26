//! The concordance for a terminal: passages one below the other, their contexts aligned.

use super::{About, Concordance};
use crate::counts::concordance::Line;
use crate::lang::Lang;
use crate::report::voice;
use crate::report::words::{articles, counted};
use crate::text::window;

/// Longer passages and sources would push everything else out of sight.
const MATCH: usize = 24;
const SOURCE: usize = 28;

pub fn write(concordance: &Concordance) -> String {
    let lang = concordance.lang;
    let widest = |of: &dyn Fn(&Line) -> String, most: usize| {
        concordance.lines.iter().map(|(_, line)| window::width(&of(line))).max().unwrap_or(0).min(most)
    };
    let found = widest(&|line| line.found.clone(), MATCH);
    let who = widest(&|line| said_by(line, lang), usize::MAX);
    let mut text = String::new();
    for (article, line) in &concordance.lines {
        // A long passage takes the place of its right context.
        let right = (concordance.columns + found).saturating_sub(window::width(&line.found)).min(concordance.columns);
        let row = format!(
            "{} [{}]{}  {}  {}",
            window::right_aligned(line.left.trim_start(), concordance.columns),
            line.found,
            window::left_aligned(&window::after(&line.right, right), concordance.columns + found - window::width(&line.found).min(found)),
            window::left_aligned(&said_by(line, lang), who),
            place(&concordance.articles[*article]),
        );
        text += row.trim_end();
        text.push('\n');
    }
    text + &summary(concordance) + "\n"
}

/// "propos rapportés : l'armée"
pub fn said_by(line: &Line, lang: Lang) -> String {
    let Some(said) = line.voice else { return String::new() };
    let name = voice::name(said, lang);
    match &line.source {
        Some(source) => format!("{name}{}{}", lang.pick(" : ", ": "), window::cut(&window::one_line(&source.text), SOURCE)),
        None => name.into(),
    }
}

fn place(about: &About) -> String {
    let parts = [about.outlet.as_deref(), about.date.as_deref(), Some(&*about.id)];
    window::one_line(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// "12 passages dans 7 articles sur 48", and who says them.
pub fn summary(concordance: &Concordance) -> String {
    let lang = concordance.lang;
    let (n, k, of) = (concordance.lines.len() as u64, concordance.articles.len() as u64, concordance.read);
    let passages = counted(n, ("passage", "passage"), ("passages", "passages"), lang);
    let voices: Vec<String> = voice::ALL
        .into_iter()
        .filter_map(|said| {
            let n = concordance.lines.iter().filter(|(_, line)| line.voice == Some(said)).count();
            (n > 0).then(|| format!("{} {n}", voice::name(said, lang)))
        })
        .collect();
    let voices = if voices.is_empty() { String::new() } else { format!(" ({})", voices.join(", ")) };
    lang.pick(
        format!("{passages} dans {} sur {of}{voices}", articles(k, lang)),
        format!("{passages} in {k} of {}{voices}", articles(of as u64, lang)),
    )
}
