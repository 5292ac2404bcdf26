//! What stands before the body: labels, the title, the standfirst, the pictures' legends.

use super::lines::{Line, Look};
use super::{ZoneKind, credits, prompts};

/// Words of a label, a name, a tag.
const LABEL: usize = 3;

/// The title: the known one, or the line before the prose that looks most like a headline.
///
/// `first` is the first line of prose.
pub fn title(lines: &[Line], zones: &[Option<ZoneKind>], first: usize, known: Option<&str>) -> Option<usize> {
    /// Fewer words are a headline only where nothing better follows.
    const HEADLINE: usize = 5;
    if let Some(known) = known.map(prompts::plain).filter(|k| !k.is_empty())
        && let Some(at) = lines.iter().take(first + 1).position(|line| line.reads(&known))
    {
        return Some(at);
    }
    let head = &lines[..lines.len().min(first + 1)];
    let candidates: Vec<usize> = (0..head.len()).filter(|at| zones[*at].is_none() && is_headline(lines, *at, first)).collect();
    let is_repeated = |at: &usize| head.iter().filter(|other| other.reads(lines[*at].plain())).count() > 1;
    let is_signed = |at: &usize| lines.get(at + 1).is_some_and(|next| next.look == Look::Credit);
    let is_long = |at: &usize| lines[*at].words >= HEADLINE;
    candidates
        .iter()
        .find(|at| is_repeated(at))
        .or_else(|| candidates.iter().find(|at| is_long(at) || is_signed(at)))
        .or(candidates.first())
        .copied()
}

fn is_headline(lines: &[Line], at: usize, first: usize) -> bool {
    const LONGEST: usize = 40;
    let line = &lines[at];
    if at < first {
        return (LABEL..=LONGEST).contains(&line.words);
    }
    // A headline may ask, exclaim, even end with a full stop, and then looks like prose.
    if line.words > 25 {
        return false;
    }
    let plain = line.plain();
    let stops = plain.trim_end_matches(['.', '!', '?', '…', ' ', '»', '"']).contains(['.', '!', '?', '…']);
    let next = lines.get(at + 1);
    let asks = plain.ends_with(['?', '!']) && next.is_some_and(|n| n.after_blank || n.look != Look::Short);
    let signed = line.words <= 20 && next.is_some_and(|n| n.look == Look::Credit && !credits::is_bare_date(n.brief()));
    !stops && (asks || signed)
}

/// The lines of the title: a wrapped one goes on with a small letter.
pub fn wrapped(text: &str, lines: &[Line], title: usize) -> usize {
    let mut last = title;
    while let Some(next) = lines.get(last + 1)
        && next.look == Look::Short
        && !next.after_blank
        && next.span.of(text).starts_with(char::is_lowercase)
        && last < title + 2
    {
        last += 1;
    }
    last
}

/// Titles of a news ticker above the article, each below its hour.
pub fn ticker(lines: &[Line], first: usize, zones: &mut [Option<ZoneKind>]) {
    let is_clock = |line: &Line| line.plain().len() <= 5 && line.plain().bytes().all(|b| b.is_ascii_digit() || b == b':' || b == b'h');
    let timed: Vec<usize> = (1..first.min(lines.len())).filter(|at| zones[*at].is_none() && is_clock(&lines[at - 1])).collect();
    if timed.len() > 1 {
        timed.into_iter().for_each(|at| zones[at] = Some(ZoneKind::Boilerplate));
    }
}

/// The standfirst: one or two paragraphs that a date or a byline parts from the body. Returns where the body begins.
pub fn lead(lines: &[Line], title: usize, zones: &mut [Option<ZoneKind>]) -> usize {
    const LONGEST: usize = 2;
    let is_prose = |at: &usize| lines[*at].look == Look::Prose;
    let all = title + 1..lines.len();
    let Some(start) = all.clone().find(is_prose) else { return lines.len() };
    let end = (start..lines.len()).find(|at| !is_prose(at)).unwrap_or(lines.len());
    let next = (end..lines.len()).find(is_prose).unwrap_or(lines.len());
    let between = &lines[end..next];
    // A chronology has a date above each of its paragraphs.
    let is_signed = between.iter().any(|line| line.look == Look::Credit && !credits::is_bare_date(line.brief()));
    let is_over = between.iter().any(|line| line.look == Look::Notice || prompts::opens_list(line.brief()) || line.ends_article());
    if end - start > LONGEST || next == lines.len() || !is_signed || is_over {
        return start;
    }
    zones[start..end].fill(Some(ZoneKind::Lead));
    next
}

/// Before the body: labels are furniture, what follows the title is the legend of a picture.
pub fn settle(text: &str, lines: &[Line], body: usize, title: Option<usize>, zones: &mut [Option<ZoneKind>]) {
    const BULLET: usize = 25;
    for at in 0..body.min(lines.len()) {
        let line = &lines[at];
        let raw = line.span.of(text);
        if raw.starts_with('•') && line.words <= BULLET && zones[at].is_none() {
            zones[at] = Some(ZoneKind::Caption);
        }
        if zones[at].is_some() {
            continue;
        }
        let legend = title.is_some_and(|title| at > title) && line.words > LABEL && !credits::is_signature(raw);
        zones[at] = Some(if legend { ZoneKind::Caption } else { ZoneKind::Boilerplate });
    }
}
