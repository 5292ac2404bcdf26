//! Outlets by words: what each outlet says, and the articles that say it.

use super::material::{Material, View};
use super::permutation::Unit;
use ndarray::Array2;

/// A table of groups × words, with the units that it is the sum of.
#[derive(Debug, Clone, PartialEq)]
pub struct Profiles {
    pub names: Vec<String>,
    pub columns: usize,
    /// By group: articles that use one of the words, near-copies as one.
    pub articles: Vec<usize>,
    /// By column: articles that use the word.
    pub users: Vec<usize>,
    /// Clusters of articles: one author, one shared text or one event told by one group is one unit. What is resampled and exchanged.
    pub units: Vec<Unit>,
}

impl Profiles {
    /// Of contrast 0 of a material, with so many words.
    pub fn new(material: &Material, columns: usize, view: &View) -> Self {
        let voiced = material.voiced(0, columns, view);
        let clusters = material.clusters(&voiced, true);
        let mut units: Vec<Unit> = Vec::new();
        for (v, cluster) in voiced.iter().zip(clusters) {
            // Clusters are numbered in order of first appearance.
            if cluster == units.len() {
                units.push(Unit { group: v.group, stratum: 0, counts: vec![0.0; columns] });
            }
            units[cluster].counts.iter_mut().zip(&v.counts).for_each(|(sum, count)| *sum += count);
        }
        let count = |is: &dyn Fn(&super::material::Voiced) -> bool| voiced.iter().filter(|v| is(v)).count();
        Self {
            names: material.groups.iter().map(|group| group.name.clone()).collect(),
            columns,
            articles: (0..material.groups.len()).map(|g| count(&|v| v.group == g)).collect(),
            users: (0..columns).map(|column| count(&|v| v.counts[column] > 0.0)).collect(),
            units,
        }
    }

    /// Choices by group and word.
    pub fn table(&self) -> Array2<f64> {
        sum(self.units.iter().map(|unit| (unit.group, unit)), self.names.len(), self.columns)
    }

    /// The units of each group.
    pub fn units_by_group(&self) -> Vec<Vec<&Unit>> {
        (0..self.names.len()).map(|g| self.units.iter().filter(|unit| unit.group == g).collect()).collect()
    }

    /// Only these groups and columns, in this order; units that say nothing any more are left out.
    pub fn select(&self, groups: &[usize], columns: &[usize]) -> Self {
        let unit = |unit: &Unit| {
            let group = groups.iter().position(|g| *g == unit.group)?;
            let counts: Vec<f64> = columns.iter().map(|column| unit.counts[*column]).collect();
            (counts.iter().sum::<f64>() > 0.0).then_some(Unit { group, stratum: 0, counts })
        };
        Self {
            names: groups.iter().map(|g| self.names[*g].clone()).collect(),
            columns: columns.len(),
            articles: groups.iter().map(|g| self.articles[*g]).collect(),
            users: columns.iter().map(|column| self.users[*column]).collect(),
            units: self.units.iter().filter_map(unit).collect(),
        }
    }
}

/// The table of some units under these labels.
pub(super) fn sum<'u>(units: impl Iterator<Item = (usize, &'u Unit)>, groups: usize, columns: usize) -> Array2<f64> {
    let mut table = Array2::zeros((groups, columns));
    for (group, unit) in units {
        table.row_mut(group).iter_mut().zip(&unit.counts).for_each(|(cell, count)| *cell += count);
    }
    table
}
