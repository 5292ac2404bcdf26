//! A tree of outlets: who is joined first, at what distance, and how surely.

use super::canvas::Canvas;
use super::{Frame, number, phrases, svg, table, tree_layout};
use crate::lang::Lang;

/// Leaves from top to bottom and the nodes that join them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tree {
    pub frame: Frame,
    /// What the distances mean.
    pub unit: String,
    pub leaves: Vec<Leaf>,
    /// The lowest first. Branches are numbered: the leaves first, then the nodes in order.
    pub joints: Vec<Joint>,
    /// The distance that chance alone gives on average.
    pub chance: f64,
}

/// An outlet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Leaf {
    pub name: String,
    pub articles: u64,
}

/// Where two branches meet.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Joint {
    pub branches: [usize; 2],
    pub height: f64,
    /// From 0 to 1.
    pub support: f64,
}

impl Tree {
    /// The chart.
    pub fn to_svg(&self, lang: Lang) -> String {
        let mut canvas = Canvas::new();
        tree_layout::draw(self, &mut canvas, lang);
        let title = self.frame.alt_title(lang);
        let description = self.frame.alt_description(self.sentences(lang), lang);
        svg::write(&canvas, &title, &description, lang)
    }

    /// One record per node.
    pub fn to_csv(&self) -> String {
        let record = |(number, joint): (usize, &Joint)| {
            vec![
                (number + 1).to_string(),
                self.below(self.leaves.len() + number).join(" | "),
                joint.height.to_string(),
                joint.support.to_string(),
            ]
        };
        table::write(&["node", "outlets", "height", "support"], self.joints.iter().enumerate().map(record))
    }

    /// The names below a branch.
    fn below(&self, branch: usize) -> Vec<String> {
        let Some(joint) = branch.checked_sub(self.leaves.len()).and_then(|node| self.joints.get(node)) else {
            return self.leaves.get(branch).map(|leaf| leaf.name.clone()).into_iter().collect();
        };
        joint.branches.iter().flat_map(|branch| self.below(*branch)).collect()
    }

    /// What a node says.
    pub(super) fn words(&self, number: usize, lang: Lang) -> String {
        let joint = &self.joints[number];
        let names = self.below(self.leaves.len() + number).join(", ");
        let (height, support) = (number::decimal(joint.height, 2, lang), self.support(number, lang));
        lang.pick(
            format!("{names}{}réunis à la distance {height}, dans {support} des tirages", phrases::colon(lang)),
            format!("{names}{}joined at the distance {height}, in {support} of the draws", phrases::colon(lang)),
        )
    }

    pub(super) fn support(&self, number: usize, lang: Lang) -> String {
        number::percent((self.joints[number].support * 1e6).round() as u64, 1_000_000, lang)
    }

    fn sentences(&self, lang: Lang) -> Vec<String> {
        (0..self.joints.len()).map(|number| self.words(number, lang)).collect()
    }
}
