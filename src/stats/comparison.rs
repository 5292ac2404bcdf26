//! All figures of a corpus, group by group.

use super::filter::Voices;
use super::groups::Group;
use super::presence::Presence;
use super::rate::Rate;
use super::share::Share;
use crate::counts::{Record, Tally};
use crate::lexicon::Lexicon;
use crate::voice::Voice;
use ndarray::Array2;

/// What the report shows and the charts draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    pub groups: Vec<Group>,
    /// Whose words the rates and shares count.
    pub voices: Voices,
    /// Words of content that these voices speak, by group.
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
    /// By group: hits by who says them, in the order of [`Voice`]; zeros where voice was not measured.
    pub by_voice: Vec<[u64; 4]>,
}

impl PoleFigures {
    /// Hits over all groups, of the voices that the comparison takes.
    pub fn total(&self) -> u64 {
        self.rates.iter().map(|rate| rate.count).sum()
    }

    /// True where anybody says it.
    pub fn is_met(&self) -> bool {
        self.total() > 0 || self.by_voice.iter().flatten().any(|n| *n > 0)
    }
}

/// The figures of one contrast.
#[derive(Debug, Clone, PartialEq)]
pub struct ContrastFigures {
    pub lexicon: usize,
    pub contrast: usize,
    pub shares: Vec<Share>,
    /// By group: article, side, and the index of the hit within its record, whoever says it.
    pub choices: Vec<Vec<Choice>>,
}

/// One choice of one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    pub article: usize,
    pub side: usize,
    pub hit: usize,
    /// None where voice was not measured.
    pub voice: Option<Voice>,
}

impl ContrastFigures {
    /// Choices of the voices that the comparison takes.
    pub fn total(&self) -> u64 {
        self.shares.iter().map(Share::total).sum()
    }

    /// True where anybody chose.
    pub fn is_met(&self) -> bool {
        self.choices.iter().any(|choices| !choices.is_empty())
    }
}

impl Comparison {
    /// Rates per 1,000 words, groups × poles of all axes in order; NaN where a group has no word.
    pub fn rate_matrix(&self) -> Array2<f64> {
        let poles: Vec<&PoleFigures> = self.axes.iter().flat_map(|axis| &axis.poles).collect();
        Array2::from_shape_fn((self.groups.len(), poles.len()), |(group, pole)| poles[pole].rates[group].per_thousand().unwrap_or(f64::NAN))
    }
}

/// Counts records by group, the words of these voices; `choices` gives the choices of an article in a contrast as (side, hit).
pub fn compare(
    records: &[&Record],
    groups: Vec<Group>,
    lexicons: &[Lexicon],
    voices: Voices,
    choices: impl Fn(usize, usize, usize) -> Vec<(usize, usize)>,
) -> Comparison {
    let sums = |of: &dyn Fn(&Record) -> Tally| -> Vec<Tally> {
        let sum = |group: &Group| {
            let mut sum = Tally::default();
            group.articles.iter().for_each(|at| sum += &of(records[*at]));
            sum
        };
        groups.iter().map(sum).collect()
    };
    let tallies = sums(&|record| Tally::of_some(record, voices.tokens(record), |hit| voices.takes(hit.voice)));
    let everybody = sums(&Tally::of);
    let axes = lexicons.iter().enumerate().flat_map(|(l, lexicon)| {
        let (tallies, everybody) = (&tallies, &everybody);
        (0..lexicon.axes.len()).map(move |a| axis_figures(tallies, everybody, lexicon, l, a))
    });
    let contrasts = lexicons.iter().enumerate().flat_map(|(l, lexicon)| {
        let (groups, choices) = (&groups, &choices);
        (0..lexicon.contrasts.len()).map(move |c| {
            contrast_figures(groups, lexicon, l, c, voices, |article| {
                choices(article, l, c).into_iter().map(|(side, hit)| (side, hit, records[article].hits[hit].voice)).collect()
            })
        })
    });
    let (axes, contrasts) = (axes.collect(), contrasts.collect());
    Comparison { voices, tokens: tallies.iter().map(|t| t.tokens).collect(), axes, contrasts, groups }
}

fn axis_figures(tallies: &[Tally], everybody: &[Tally], lexicon: &Lexicon, l: usize, a: usize) -> AxisFigures {
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
                by_voice: everybody.iter().map(|t| t.pole_by_voice(id, &axis.id, name)).collect(),
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
    voices: Voices,
    choices: impl Fn(usize) -> Vec<(usize, usize, Option<Voice>)>,
) -> ContrastFigures {
    let sides = lexicon.contrasts[c].members.len();
    let mut shares = Vec::new();
    let mut chosen = Vec::new();
    for group in groups {
        let mut share = Share::empty(sides);
        let mut list = Vec::new();
        for article in &group.articles {
            let of_article = choices(*article);
            share.add_article(of_article.iter().filter(|(_, _, voice)| voices.takes(*voice)).map(|(side, _, _)| *side));
            list.extend(of_article.into_iter().map(|(side, hit, voice)| Choice { article: *article, side, hit, voice }));
        }
        shares.push(share);
        chosen.push(list);
    }
    ContrastFigures { lexicon: l, contrast: c, shares, choices: chosen }
}
