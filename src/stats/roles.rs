//! Who is given which part, group by group: articles that say it at least once first, then how many sentences do.

use super::groups::Group;
use super::presence::Presence;
use crate::counts::Record;
use crate::voice::Voice;
use std::collections::BTreeMap;

/// An actor in a role, with one cell for each group.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleFigures {
    pub actor: String,
    pub role: String,
    pub cells: Vec<RoleCell>,
}

/// What the articles of one group say.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RoleCell {
    /// Articles that say it at least once, of all articles of the group.
    pub articles: Presence,
    /// Articles that say it at least once in their own voice; None where voice was not measured.
    pub own: Option<u64>,
    /// The places that say it, by what is marked in them.
    pub passages: u64,
    /// The sentences that say it: article, and the statements of that sentence as indexes into its roles.
    pub sentences: Vec<(usize, Vec<usize>)>,
}

/// Every actor and role that some record has, by actor, then by role.
pub fn roles(records: &[&Record], groups: &[Group]) -> Vec<RoleFigures> {
    let mut figures: BTreeMap<(&str, &str), Vec<RoleCell>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        for article in &group.articles {
            for (number, role) in records[*article].roles.iter().enumerate() {
                let cells = figures.entry((&role.actor, &role.role)).or_insert_with(|| vec![RoleCell::default(); groups.len()]);
                let sentences = &mut cells[at].sentences;
                match sentences.last_mut() {
                    Some((same, statements)) if same == article && records[*article].roles[statements[0]].sentence == role.sentence => {
                        statements.push(number);
                    }
                    _ => sentences.push((*article, vec![number])),
                }
            }
        }
    }
    let mut figures: Vec<RoleFigures> =
        figures.into_iter().map(|((actor, role), cells)| RoleFigures { actor: actor.into(), role: role.into(), cells }).collect();
    for cell in figures.iter_mut().flat_map(|figure| figure.cells.iter_mut().zip(groups)) {
        count(records, cell.0, cell.1);
    }
    figures
}

fn count(records: &[&Record], cell: &mut RoleCell, group: &Group) {
    let voices = |own: bool| {
        let mut articles: Vec<usize> = cell
            .sentences
            .iter()
            .filter(|(article, statements)| !own || statements.iter().any(|at| records[*article].roles[*at].voice == Some(Voice::Outlet)))
            .map(|(article, _)| *article)
            .collect();
        articles.dedup();
        articles.len() as u64
    };
    let measured =
        cell.sentences.iter().all(|(article, statements)| statements.iter().all(|at| records[*article].roles[*at].voice.is_some()));
    let spans = |(article, statements): &(usize, Vec<usize>)| {
        // Two targets of one verb are one passage.
        let mut spans: Vec<(usize, usize)> =
            statements.iter().map(|at| &records[*article].roles[*at]).map(|role| (role.start, role.end)).collect();
        spans.dedup();
        spans.len() as u64
    };
    cell.passages = cell.sentences.iter().map(spans).sum();
    cell.own = measured.then(|| voices(true));
    cell.articles = Presence { k: voices(false), n: group.articles.len() as u64 };
}
