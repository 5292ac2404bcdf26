//! Passages with what stands beside them, out of a record and its text.

use super::record::{Record, RecordHit};
use crate::roles::Role;
use crate::text::offsets::Slicer;
use crate::text::window;
use crate::voice::{Source, Voice};
use crate::zones::ZoneKind;

/// Which passages are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// Hits of this lexicon, axis, pole and marker; where one is None, any.
    Hits { lexicon: Option<String>, axis: Option<String>, pole: Option<String>, marker: Option<String> },
    /// Statements of this role, of this actor or of any.
    Roles { role: String, actor: Option<String> },
}

/// A passage between its neighbours, each on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub left: String,
    pub found: String,
    pub right: String,
    /// Code points of the article's text.
    pub start: usize,
    pub end: usize,
    /// What was measured, from the wider to the narrower: axis, pole, marker; role and actor.
    pub path: Vec<String>,
    pub zone: ZoneKind,
    pub negated: bool,
    /// None where voice was not measured.
    pub voice: Option<Voice>,
    pub source: Option<Source>,
}

impl Selection {
    fn takes_hit(&self, hit: &RecordHit) -> bool {
        let is = |wanted: &Option<String>, name: &str| wanted.as_deref().is_none_or(|wanted| wanted == name);
        match self {
            Selection::Hits { lexicon, axis, pole, marker } => {
                is(lexicon, &hit.lexicon) && is(axis, &hit.axis) && is(pole, &hit.pole) && is(marker, &hit.marker)
            }
            Selection::Roles { .. } => false,
        }
    }

    fn takes_role(&self, statement: &Role) -> bool {
        match self {
            Selection::Roles { role, actor } => statement.role == *role && actor.as_ref().is_none_or(|wanted| *wanted == statement.actor),
            Selection::Hits { .. } => false,
        }
    }
}

/// The passages of one article that a selection takes, by place, with contexts of so many columns.
pub fn lines(record: &Record, text: &str, selection: &Selection, columns: usize) -> Vec<Line> {
    let slicer = Slicer::new(text);
    // A few characters more than columns: white space shrinks, some letters take no room.
    let reach = 4 * columns + 8;
    let line = |start: usize, end: usize| Line {
        left: window::before(slicer.slice(start.saturating_sub(reach), start), columns),
        found: window::one_line(slicer.slice(start, end)),
        right: window::after(slicer.slice(end, end + reach), columns),
        start,
        end,
        path: Vec::new(),
        zone: ZoneKind::Body,
        negated: false,
        voice: None,
        source: None,
    };
    let hits = record.hits.iter().filter(|hit| selection.takes_hit(hit)).map(|hit| Line {
        path: vec![hit.axis.to_string(), hit.pole.to_string(), hit.marker.to_string()],
        zone: hit.zone,
        negated: hit.negated,
        voice: hit.voice,
        source: hit.source.clone(),
        ..line(hit.start, hit.end)
    });
    let roles = record.roles.iter().filter(|role| selection.takes_role(role)).map(|role| Line {
        path: vec![role.role.clone(), role.actor.clone()],
        zone: role.zone,
        voice: role.voice,
        source: role.source.clone(),
        ..line(role.start, role.end)
    });
    hits.chain(roles).collect()
}

/// What concordances are sorted by; lines that are equal in it keep the order of the articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The word before, then the one before that.
    Left,
    Right,
    Outlet,
    Date,
    Voice,
    #[default]
    Found,
}

impl Order {
    /// The key of a line.
    pub fn key(self, line: &Line, outlet: Option<&str>, date: Option<&str>) -> String {
        use crate::text::normal::sort_key;
        match self {
            Order::Left => line.left.split(' ').rev().map(sort_key).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "),
            Order::Right => line.right.split(' ').map(sort_key).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "),
            Order::Outlet => outlet.map(sort_key).unwrap_or_default(),
            Order::Date => date.unwrap_or_default().to_owned(),
            Order::Voice => line.voice.map(|voice| (voice as u8).to_string()).unwrap_or_default(),
            Order::Found => String::new(),
        }
    }
}
