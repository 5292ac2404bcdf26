//! Where on the page a line stands: before the article, in it, or after it.

use super::lines::{Line, Look, is_signature};
use super::{ZoneKind, prompts};

/// The zone of each line; None for body.
///
/// `known_title` and `outlet` are what the source says by itself.
pub fn arrange(text: &str, lines: &[Line], known_title: Option<&str>, outlet: Option<&str>) -> Vec<Option<ZoneKind>> {
    const CREDIT: usize = 8;
    let outlet = outlet.map(prompts::plain).filter(|name| !name.is_empty());
    // The outlet's name alone, or with an agency's: "La Gazette avec Agence Untel".
    let is_outlet = |line: &Line| {
        outlet.as_deref().is_some_and(|name| line.plain.starts_with(name) && line.words <= CREDIT && line.look == Look::Short)
    };
    let mut zones: Vec<Option<ZoneKind>> =
        lines.iter().map(|line| if is_outlet(line) { Some(ZoneKind::Boilerplate) } else { by_look(line) }).collect();
    let first = lines.iter().position(|l| l.look == Look::Prose).unwrap_or(lines.len());
    let title = title(lines, &zones, first, known_title);
    if let Some(title) = title {
        zones[title] = Some(ZoneKind::Title);
        copies(lines, title, &mut zones);
    }
    head(lines, first, title, &mut zones);
    lists(lines, &mut zones);
    tail(text, lines, &mut zones);
    zones
}

fn by_look(line: &Line) -> Option<ZoneKind> {
    match line.look {
        Look::Furniture | Look::Notice => Some(ZoneKind::Boilerplate),
        Look::Caption => Some(ZoneKind::Caption),
        Look::Prose | Look::Short => None,
    }
}

/// The last line of the article: prose that is no link to another article; after a notice only a paragraph, since a page may put one between two.
fn last_prose(lines: &[Line], zones: &[Option<ZoneKind>]) -> Option<usize> {
    const PARAGRAPH: usize = 25;
    let notice = lines.iter().position(|l| l.look == Look::Notice).unwrap_or(lines.len());
    let is_last = |at: &usize| lines[*at].look == Look::Prose && zones[*at].is_none() && (*at < notice || lines[*at].words >= PARAGRAPH);
    (0..lines.len()).rev().find(is_last)
}

/// The title: the known one, or the first line before the prose that looks like a headline.
fn title(lines: &[Line], zones: &[Option<ZoneKind>], first: usize, known: Option<&str>) -> Option<usize> {
    if let Some(known) = known.map(prompts::plain).filter(|k| !k.is_empty())
        && let Some(at) = lines.iter().take(first + 1).position(|l| l.plain == known)
    {
        return Some(at);
    }
    let head = &lines[..first];
    let is_candidate = |at: &usize| zones[*at].is_none() && (3..=40).contains(&lines[*at].words);
    let is_repeated = |at: &usize| head.iter().filter(|other| other.plain == lines[*at].plain).count() > 1;
    if let Some(at) = (0..first).find(|at| is_candidate(at) && is_repeated(at)) {
        return Some(at);
    }
    if let Some(at) = (0..first).find(is_candidate) {
        return Some(at);
    }
    // A headline may be a question or an exclamation, and then looks like prose.
    let asks = |line: &Line| line.plain.ends_with(['?', '!']) && line.words <= 25;
    (first < lines.len() && asks(&lines[first]) && lines.get(first + 1).is_some_and(|next| next.after_blank)).then_some(first)
}

/// Second copies of the title, bare or with the name of a picture's source after it.
fn copies(lines: &[Line], title: usize, zones: &mut [Option<ZoneKind>]) {
    const EXTRA: usize = 4;
    for at in (0..lines.len()).filter(|at| *at != title) {
        let (line, title) = (&lines[at], &lines[title]);
        if !title.plain.is_empty() && line.plain.starts_with(&title.plain) && line.words <= title.words + EXTRA {
            zones[at] = Some(ZoneKind::Boilerplate);
        }
    }
}

/// Before the first prose: labels before the title are furniture, what follows it is the standfirst's or a picture's.
fn head(lines: &[Line], first: usize, title: Option<usize>, zones: &mut [Option<ZoneKind>]) {
    const LABEL: usize = 3;
    for at in 0..first.min(lines.len()) {
        if zones[at].is_some() {
            continue;
        }
        match title {
            Some(title) if at > title => {
                zones[at] = if lines[at].words <= LABEL { Some(ZoneKind::Boilerplate) } else { Some(ZoneKind::Caption) };
            }
            _ => zones[at] = Some(ZoneKind::Boilerplate),
        }
    }
}

/// Link titles and tags after the line that announces them, up to the next prose or empty line after one of them.
fn lists(lines: &[Line], zones: &mut [Option<ZoneKind>]) {
    let mut open = false;
    let mut taken = 0;
    for at in 0..lines.len() {
        if prompts::opens_list(&lines[at].plain) {
            (open, taken) = (true, 0);
        } else if open {
            // Headlines may ask.
            let asks = lines[at].plain.ends_with('?') && lines[at].words <= 20;
            let is_link =
                (lines[at].look != Look::Prose || asks) && (taken == 0 || !lines[at].after_blank || lines[at].look == Look::Furniture);
            if is_link {
                zones[at] = Some(ZoneKind::Boilerplate);
                taken += 1;
            } else {
                open = false;
            }
        }
    }
}

/// After the last prose: what stands beyond the first piece of furniture is no article any more.
fn tail(text: &str, lines: &[Line], zones: &mut [Option<ZoneKind>]) {
    let Some(last) = last_prose(lines, zones) else { return };
    let mut over = false;
    for at in last + 1..lines.len() {
        over |= zones[at] == Some(ZoneKind::Boilerplate) || is_signature(lines[at].span.of(text));
        if over {
            zones[at] = Some(ZoneKind::Boilerplate);
        }
    }
}
