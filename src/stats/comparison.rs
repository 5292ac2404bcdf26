//! All figures of a corpus, group by group.

use super::groups::Group;
use super::presence::Presence;
use super::rate::Rate;
use super::share::Share;
use crate::counts::{Record, Tally};
use crate::lexicon::Lexicon;
use ndarray::Array2;

/// What the report shows and the charts draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    pub groups: Vec<Group>,
    /// Words of content, by group.
    pub tokens: Vec<u64>,
    pub axes: Vec<AxisFigures>,
    pub contrasts: Vec<ContrastFigures>,
}

/// The figures of one axis; poles in alphabetical order of the word readers see.
#[derive(Debug, Clone, PartialEq)]
pub struct AxisFigures {
    /// Index of the lexicon and of the axis within it.
    pub lexicon: usize,
    pub axis: usize,
    pub poles: Vec<PoleFigures>,
}

/// The figures of one pole, one for each group.
#[derive(Debug, Clone, PartialEq)]
pub struct PoleFigures {
    /// Index of the pole within the axis.
    pub pole: usize,
    pub rates: Vec<Rate>,
    pub presence: Vec<Presence>,
}

impl PoleFigures {
    /// Hits over all groups.
    pub fn total(&self) -> u64 {
        self.rates.iter().map(|rate| rate.count).sum()
    }
}

/// The figures of one contrast.
#[derive(Debug, Clone, PartialEq)]
pub struct ContrastFigures {
    pub lexicon: usize,
    pub contrast: usize,
    pub shares: Vec<Share>,
    /// By group: article, side, and the index of the hit within its record.
    pub choices: Vec<Vec<Choice>>,
}

/// One choice of one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    pub article: usize,
    pub side: usize,
    pub hit: usize,
}

impl ContrastFigures {
    pub fn total(&self) -> u64 {
        self.shares.iter().map(Share::total).sum()
    }
}

impl Comparison {
    /// Rates per 1,000 words, groups × poles of all axes in order; NaN where a group has no word.
    pub fn rate_matrix(&self) -> Array2<f64> {
        let poles: Vec<&PoleFigures> = self.axes.iter().flat_map(|axis| &axis.poles).collect();
        Array2::from_shape_fn((self.groups.len(), poles.len()), |(group, pole)| poles[pole].rates[group].per_thousand().unwrap_or(f64::NAN))
    }
}

/// Counts records by group; `choices` gives the choices of an article in a contrast as (side, hit).
pub fn compare(
    records: &[&Record],
    groups: Vec<Group>,
    lexicons: &[Lexicon],
    choices: impl Fn(usize, usize, usize) -> Vec<(usize, usize)>,
) -> Comparison {
    let tallies: Vec<Tally> = groups
        .iter()
        .map(|group| {
            let mut sum = Tally::default();
            group.articles.iter().for_each(|at| sum += &Tally::of(records[*at]));
            sum
        })
        .collect();
    let axes = lexicons.iter().enumerate().flat_map(|(l, lexicon)| {
        let tallies = &tallies;
        (0..lexicon.axes.len()).map(move |a| axis_figures(tallies, lexicon, l, a))
    });
    let contrasts = lexicons.iter().enumerate().flat_map(|(l, lexicon)| {
        let (groups, choices) = (&groups, &choices);
        (0..lexicon.contrasts.len()).map(move |c| contrast_figures(groups, lexicon, l, c, |article| choices(article, l, c)))
    });
    let (axes, contrasts) = (axes.collect(), contrasts.collect());
    Comparison { tokens: tallies.iter().map(|t| t.tokens).collect(), axes, contrasts, groups }
}

fn axis_figures(tallies: &[Tally], lexicon: &Lexicon, l: usize, a: usize) -> AxisFigures {
    let axis = &lexicon.axes[a];
    let id = &lexicon.identity.id;
    let mut order: Vec<usize> = (0..axis.poles.len()).collect();
    order.sort_by_key(|p| crate::text::normal::sort_key(&axis.poles[*p].word.fr));
    let poles = order
        .into_iter()
        .map(|pole| {
            let name = &axis.poles[pole].id;
            PoleFigures {
                pole,
                rates: tallies.iter().map(|t| Rate { count: t.pole(id, &axis.id, name), tokens: t.tokens }).collect(),
                presence: tallies.iter().map(|t| Presence { k: t.present_in(id, &axis.id, name), n: t.articles }).collect(),
            }
        })
        .collect();
    AxisFigures { lexicon: l, axis: a, poles }
}

fn contrast_figures(
    groups: &[Group],
    lexicon: &Lexicon,
    l: usize,
    c: usize,
    choices: impl Fn(usize) -> Vec<(usize, usize)>,
) -> ContrastFigures {
    let sides = lexicon.contrasts[c].members.len();
    let mut shares = Vec::new();
    let mut chosen = Vec::new();
    for group in groups {
        let mut share = Share::empty(sides);
        let mut list = Vec::new();
        for article in &group.articles {
            let of_article = choices(*article);
            share.add_article(of_article.iter().map(|(side, _)| *side));
            list.extend(of_article.iter().map(|(side, hit)| Choice { article: *article, side: *side, hit: *hit }));
        }
        shares.push(share);
        chosen.push(list);
    }
    ContrastFigures { lexicon: l, contrast: c, shares, choices: chosen }
}
