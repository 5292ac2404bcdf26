//! Where on the page a line stands: before the article, in it, or after it.

use super::lines::{Line, Look};
use super::{ZoneKind, prompts};

/// The zone of each line; None for body.
pub fn arrange(lines: &[Line], known_title: Option<&str>) -> Vec<Option<ZoneKind>> {
    let mut zones: Vec<Option<ZoneKind>> = lines.iter().map(by_look).collect();
    let first = lines.iter().position(|l| l.look == Look::Prose).unwrap_or(lines.len());
    let last = last_prose(lines).unwrap_or(lines.len());
    let title = title(lines, first, known_title);
    if let Some(title) = title {
        zones[title] = Some(ZoneKind::Title);
        copies(lines, title, &mut zones);
    }
    head(lines, first, title, &mut zones);
    lists(lines, &mut zones);
    tail(lines, last, &mut zones);
    zones
}

fn by_look(line: &Line) -> Option<ZoneKind> {
    match line.look {
        Look::Furniture | Look::Notice => Some(ZoneKind::Boilerplate),
        Look::Caption => Some(ZoneKind::Caption),
        Look::Prose | Look::Short => None,
    }
}

/// The last line of the article: prose that no list of links and no notice precedes for good.
fn last_prose(lines: &[Line]) -> Option<usize> {
    let notice = lines.iter().position(|l| l.look == Look::Notice).unwrap_or(lines.len());
    lines[..notice].iter().rposition(|l| l.look == Look::Prose)
}

/// The title: the known one, or the first line before the prose that looks like a headline.
fn title(lines: &[Line], first: usize, known: Option<&str>) -> Option<usize> {
    if let Some(known) = known.map(prompts::plain).filter(|k| !k.is_empty())
        && let Some(at) = lines.iter().take(first + 1).position(|l| l.plain == known)
    {
        return Some(at);
    }
    let head = &lines[..first];
    let is_candidate = |line: &Line| line.look == Look::Short && (3..=40).contains(&line.words);
    let repeated = |line: &Line| head.iter().filter(|other| other.plain == line.plain).count() > 1;
    if let Some(at) = head.iter().position(|l| is_candidate(l) && repeated(l)) {
        return Some(at);
    }
    if let Some(at) = head.iter().position(is_candidate) {
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
        if line.plain.starts_with(&title.plain) && line.words <= title.words + EXTRA {
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
            let is_link = lines[at].look != Look::Prose && (taken == 0 || !lines[at].after_blank || lines[at].look == Look::Furniture);
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
fn tail(lines: &[Line], last: usize, zones: &mut [Option<ZoneKind>]) {
    let mut over = false;
    for at in last + 1..lines.len() {
        over |= zones[at] == Some(ZoneKind::Boilerplate);
        if over {
            zones[at] = Some(ZoneKind::Boilerplate);
        }
    }
}
