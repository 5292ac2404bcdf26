//! The concordance for a terminal: passages one below the other, their contexts aligned.

use super::{About, Concordance};
use crate::counts::concordance::Line;
use crate::lang::Lang;
use crate::report::voice;
use crate::report::words::{articles, counted};
use crate::text::normal::name_key;
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
    text += &summary(concordance);
    text.push('\n');
    by_outlet(concordance).iter().for_each(|line| text += &format!("  {line}\n"));
    text
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

/// "Le Phare : 12 passages dans 7 articles sur 9", where there are several outlets.
pub fn by_outlet(concordance: &Concordance) -> Vec<String> {
    if concordance.read_by_outlet.len() < 2 || concordance.lines.is_empty() {
        return Vec::new();
    }
    let of = |outlet: &str, read: usize| {
        let is = |article: usize| concordance.articles[article].outlet.as_deref() == Some(outlet);
        let passages = concordance.lines.iter().filter(|(article, _)| is(*article)).count();
        let articles = (0..concordance.articles.len()).filter(|article| is(*article)).count();
        format!("{outlet}{}{}", concordance.lang.pick(" : ", ": "), counts(passages, articles, read, concordance.lang))
    };
    let mut outlets: Vec<(&String, &usize)> = concordance.read_by_outlet.iter().collect();
    outlets.sort_by_cached_key(|(outlet, _)| name_key(outlet));
    outlets.into_iter().map(|(outlet, read)| of(outlet, *read)).collect()
}

fn counts(passages: usize, k: usize, of: usize, lang: Lang) -> String {
    let passages = counted(passages as u64, ("passage", "passage"), ("passages", "passages"), lang);
    lang.pick(
        format!("{passages} dans {} sur {of}", articles(k as u64, lang)),
        format!("{passages} in {k} of {}", articles(of as u64, lang)),
    )
}

/// "12 passages dans 7 articles sur 48", and who says them.
pub fn summary(concordance: &Concordance) -> String {
    let lang = concordance.lang;
    let voices: Vec<String> = voice::ALL
        .into_iter()
        .filter_map(|said| {
            let n = concordance.lines.iter().filter(|(_, line)| line.voice == Some(said)).count();
            (n > 0).then(|| format!("{} {n}", voice::name(said, lang)))
        })
        .collect();
    let voices = if voices.is_empty() { String::new() } else { format!(" ({})", voices.join(", ")) };
    counts(concordance.lines.len(), concordance.articles.len(), concordance.read, lang) + &voices
}
