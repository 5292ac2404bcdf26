//! The articles of an exploration: opinion apart, with their events and the texts that they share.

use super::family::Family;
use super::groups::{By, Group, group_by};
use super::material::{Material, Witness};
use super::plan::takes_genre;
use super::survey::{Input, Survey, near_copies};
use crate::counts::Record;
use crate::lexicon::Lexicon;
use crate::links::copies;
use crate::text::offsets::Slicer;

/// Articles with what ties them together.
pub struct Sample<'r> {
    pub articles: Vec<Input<'r>>,
    /// By article: the number of its group of near-copies. All None where a text is missing.
    copies: Vec<Option<usize>>,
    /// Left out for their genre.
    pub other_genres: usize,
}

impl<'r> Sample<'r> {
    /// Takes all articles but opinion, and looks for near-copies.
    pub fn new(input: &[Input<'r>]) -> Self {
        let articles: Vec<Input> = input.iter().filter(|a| takes_genre(None, a.record.genre)).copied().collect();
        let groups = near_copies(&articles).unwrap_or_default();
        Self { copies: copies::numbers(&groups, articles.len()), other_genres: input.len() - articles.len(), articles }
    }

    /// What a comparison of the same input already took and found.
    pub fn of(input: &[Input<'r>], survey: &Survey) -> Self {
        let articles: Vec<Input> = survey.taken.iter().map(|at| input[*at]).collect();
        let groups = survey.copies.as_deref().unwrap_or_default();
        Self { copies: copies::numbers(groups, articles.len()), other_genres: survey.other_genres, articles }
    }

    pub fn records(&self) -> Vec<&'r Record<'r>> {
        self.articles.iter().map(|a| a.record).collect()
    }

    /// Outlets by name; articles without an outlet belong to none.
    pub fn outlets(&self) -> Vec<Group> {
        let mut groups = group_by(&self.records(), By::Outlet, |_| None);
        groups.retain(|group| self.articles[group.articles[0]].record.outlet.is_some());
        groups
    }

    /// The choices of one family, in these groups. It is contrast 0 of the material.
    pub fn material(&self, family: Family, lexicons: &[Lexicon], groups: Vec<Group>) -> Material<'r> {
        let witness = |(article, copies): (&Input<'r>, &Option<usize>)| Witness {
            record: article.record,
            choices: vec![family.choices(article.record, lexicons, article.text.map(Slicer::new).as_ref())],
            event: article.record.event.clone(),
            copies: *copies,
            text: article.text,
        };
        Material { witnesses: self.articles.iter().zip(&self.copies).map(witness).collect(), groups, by: By::Outlet }
    }
}
