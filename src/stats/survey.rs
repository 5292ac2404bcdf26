//! All contrasts and all poles of a comparison.

use super::groups::Group;
use super::material::{Material, View, Witness, contrasts};
use super::rates::{self, PoleRate};
use super::study::{ContrastStudy, Rules, study};
use crate::lexicon::Lexicon;

/// A comparison with everything it says.
pub struct Survey {
    pub groups: Vec<Group>,
    pub rules: Rules,
    pub view: View,
    /// Lexicon and contrast, with the study.
    pub contrasts: Vec<((usize, usize), ContrastStudy)>,
    /// Lexicon, axis and pole, with its rate in each group.
    pub poles: Vec<((usize, usize, usize), Vec<PoleRate>)>,
}

/// Compares groups of witnesses.
pub fn survey(witnesses: Vec<Witness>, groups: Vec<Group>, lexicons: &[Lexicon], view: View, rules: Rules) -> Survey {
    let material = Material { witnesses, groups };
    let studied = contrasts(lexicons).into_iter().enumerate().map(|(at, (l, c))| {
        let sides = lexicons[l].contrasts[c].members.len();
        ((l, c), study(&material, at, sides, &view, &rules))
    });
    let contrasts = studied.collect();
    let mut poles = Vec::new();
    for (l, lexicon) in lexicons.iter().enumerate() {
        for (a, axis) in lexicon.axes.iter().enumerate() {
            poles.extend((0..axis.poles.len()).map(|p| ((l, a, p), rates::of_pole(&material, lexicon, a, p, &view, rules.least))));
        }
    }
    Survey { groups: material.groups, rules, view, contrasts, poles }
}
