//! Where on the page a line stands: before the article, in it, or after it.

use super::credits::{is_bare_date, is_signature};
use super::lines::{Line, Look};
use super::{ZoneKind, head, prompts};

/// The zone of each line; None for body.
///
/// `known_title` and `outlet` are what the source says by itself.
pub fn arrange(text: &str, lines: &[Line], known_title: Option<&str>, outlet: Option<&str>) -> Vec<Option<ZoneKind>> {
    let outlet = outlet.map(prompts::plain).filter(|name| !name.is_empty());
    let mut zones: Vec<Option<ZoneKind>> =
        lines.iter().map(|line| if is_outlet(line, outlet.as_deref()) { Some(ZoneKind::Boilerplate) } else { by_look(line) }).collect();
    let first = lines.iter().position(|l| l.look == Look::Prose).unwrap_or(lines.len());
    head::ticker(lines, first, &mut zones);
    let title = head::title(lines, &zones, first, known_title);
    let mut body = first;
    if let Some(title) = title {
        let last = head::wrapped(text, lines, title);
        zones[title..=last].fill(Some(ZoneKind::Title));
        body = head::lead(lines, last, &mut zones);
        copies(lines, title, last, &mut zones);
    }
    head::settle(text, lines, body, title, &mut zones);
    legends(text, lines, &mut zones);
    chronology(lines, body, &mut zones);
    lists(lines, &mut zones);
    strays(lines, body, &mut zones);
    let end = end(lines, body);
    zones[end..].fill(Some(ZoneKind::Boilerplate));
    tail(text, &lines[..end], &mut zones[..end]);
    zones
}

/// The outlet's name alone, with an agency's ("La Gazette avec Agence Untel"), or with its slogan.
fn is_outlet(line: &Line, outlet: Option<&str>) -> bool {
    const CREDIT: usize = 8;
    const SLOGAN: usize = 16;
    if line.look != Look::Short || line.words > SLOGAN {
        return false;
    }
    let Some(rest) = outlet.and_then(|name| line.plain().strip_prefix(name)) else { return false };
    let parted = rest.trim_start().starts_with([':', '-', '–', '—', '|', ',']);
    line.words <= CREDIT || parted
}

fn by_look(line: &Line) -> Option<ZoneKind> {
    match line.look {
        Look::Furniture | Look::Credit | Look::Notice => Some(ZoneKind::Boilerplate),
        Look::Caption => Some(ZoneKind::Caption),
        Look::Prose | Look::Short => None,
    }
}

/// Second copies of the title, bare or with the name of a picture's source or of the site after it.
fn copies(lines: &[Line], title: usize, last: usize, zones: &mut [Option<ZoneKind>]) {
    const EXTRA: usize = 4;
    const SITE: usize = 10;
    let whole = lines[title..=last].iter().map(Line::plain).collect::<Vec<_>>().join(" ");
    let words: usize = lines[title..=last].iter().map(Line::all_words).sum();
    if whole.trim().is_empty() {
        return;
    }
    for at in (0..lines.len()).filter(|at| !(title..=last).contains(at)) {
        let Some(rest) = lines[at].behind(&whole) else { continue };
        let site = rest.trim_start().starts_with(['|', '-', '–', '—', '·']);
        if lines[at].all_words() <= words + if site { SITE } else { EXTRA } {
            zones[at] = Some(ZoneKind::Boilerplate);
        }
    }
}

/// What a picture shows, on the line above its credit.
fn legends(text: &str, lines: &[Line], zones: &mut [Option<ZoneKind>]) {
    for at in 1..lines.len() {
        let credit = lines[at].span.of(text);
        if zones[at] == Some(ZoneKind::Caption)
            && zones[at - 1].is_none()
            && lines[at - 1].look == Look::Short
            && !lines[at - 1].ended
            && (credit.starts_with('©') || lines[at].plain().starts_with("photo :"))
        {
            zones[at - 1] = Some(ZoneKind::Caption);
        }
    }
}

/// Days that stand above paragraphs, in a body that has several of them, are subheadings.
fn chronology(lines: &[Line], body: usize, zones: &mut [Option<ZoneKind>]) {
    let heads = |at: &usize| is_bare_date(lines[*at].brief()) && lines.get(at + 1).is_some_and(|next| next.look == Look::Prose);
    let days: Vec<usize> = (body..lines.len()).filter(heads).collect();
    if days.len() > 1 {
        days.into_iter().for_each(|at| zones[at] = None);
    }
}

/// Link titles and tags after the line that announces them, up to the next prose or empty line after one of them.
fn lists(lines: &[Line], zones: &mut [Option<ZoneKind>]) {
    let mut open = false;
    let mut taken = 0;
    for at in 0..lines.len() {
        if prompts::opens_list(lines[at].brief()) {
            (open, taken) = (true, 0);
        } else if open && !matches!(zones[at], Some(ZoneKind::Title | ZoneKind::Lead | ZoneKind::Caption)) {
            // Headlines may ask.
            let asks = lines[at].words <= 20 && lines[at].plain().ends_with('?');
            let is_link = (lines[at].look != Look::Prose || asks)
                && (taken == 0 || !lines[at].after_blank || matches!(lines[at].look, Look::Furniture | Look::Credit));
            if is_link {
                zones[at] = Some(ZoneKind::Boilerplate);
                taken += 1;
            } else {
                open = false;
            }
        } else {
            open = false;
        }
    }
}

/// A short line between two pieces of furniture, which is no subheading of anything.
fn strays(lines: &[Line], body: usize, zones: &mut [Option<ZoneKind>]) {
    for at in body.max(1)..lines.len().saturating_sub(1) {
        let furniture = |at: usize| zones[at] == Some(ZoneKind::Boilerplate) && lines[at].look != Look::Prose;
        if zones[at].is_none() && lines[at].look == Look::Short && !lines[at].ended && furniture(at - 1) && furniture(at + 1) {
            zones[at] = Some(ZoneKind::Boilerplate);
        }
    }
}

/// The line from which on nothing is article: readers' comments, a wall before the rest, once most of the prose is past.
fn end(lines: &[Line], body: usize) -> usize {
    let prose = |part: &[Line]| part.iter().filter(|l| l.look == Look::Prose).map(|l| l.span.len()).sum::<usize>();
    let answered = |part: &[Line]| part.iter().any(|l| matches!(l.brief(), "répondre" | "reply" | "signaler" | "modérer"));
    let is_end = |at: &usize| {
        lines[*at].ends_article() && {
            let (before, after) = (&lines[body.min(*at)..*at], &lines[*at..]);
            prose(before) > 0 && (prose(before) >= prose(after) || answered(after))
        }
    };
    (body..lines.len()).find(is_end).unwrap_or(lines.len())
}

/// The last line of the article: prose that is no link to another article; after a notice only a paragraph, since a page may put one between two.
fn last_prose(lines: &[Line], zones: &[Option<ZoneKind>]) -> Option<usize> {
    const PARAGRAPH: usize = 25;
    let body = lines.iter().position(|l| l.look == Look::Prose).unwrap_or(0);
    let notice = (body..lines.len()).find(|at| lines[*at].look == Look::Notice).unwrap_or(lines.len());
    let is_last = |at: &usize| lines[*at].look == Look::Prose && zones[*at].is_none() && (*at < notice || lines[*at].words >= PARAGRAPH);
    (0..lines.len()).rev().find(is_last)
}

/// After the last prose: what stands beyond the first piece of furniture is no article any more, nor are titles before it that head nothing.
fn tail(text: &str, lines: &[Line], zones: &mut [Option<ZoneKind>]) {
    const TAG: usize = 3;
    const LINK: usize = 20;
    let Some(last) = last_prose(lines, zones) else { return };
    let rest = last + 1..lines.len();
    let is_furniture = |at: &usize| {
        let line = &lines[*at];
        zones[*at] == Some(ZoneKind::Boilerplate) || is_signature(line.span.of(text)) || !line.ended && line.words <= TAG
    };
    let Some(first) = rest.clone().find(is_furniture) else { return };
    for at in rest {
        let heads_nothing = !lines[at].ended && lines[at].words <= LINK && !lines[at].plain().starts_with(['-', '–', '•', '*']);
        if at >= first || zones[at].is_none() && heads_nothing {
            zones[at] = Some(ZoneKind::Boilerplate);
        }
    }
}
