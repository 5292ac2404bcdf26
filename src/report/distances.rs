//! Distances between outlets and their tree: the chart, its words, and why there is none.

use super::findings::{p_value, share, whose};
use super::words::{articles, counted, de, listed};
use crate::charts::number::decimal;
use crate::charts::{Frame, Joint, Leaf, Tree};
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::stats::Voices;
use crate::stats::distances::{Distances, LEAST_OUTLETS, Refusal, distances};
use crate::stats::family::Family;
use crate::stats::interval::LEAST;
use crate::stats::jensen_shannon::Pair;
use crate::stats::material::View;
use crate::stats::profiles::Profiles;
use crate::stats::sample::Sample;

/// A distance is called larger than by chance where its corrected p is not above this.
const ALPHA: f64 = 0.05;
/// A group of outlets is named where so many of the resampled trees hold it (Hillis & Bull, *Systematic Biology* 42, 1993).
const HOLDS: f64 = 0.7;

/// Distances with what their reader must know.
pub struct Spread<'l> {
    pub family: Family,
    pub distances: Distances,
    pub lexicons: &'l [Lexicon],
    pub voices: Voices,
    pub lang: Lang,
}

/// Why there are none.
pub fn refused(refusal: Refusal, lang: Lang) -> String {
    let (enough, of) = (refusal.enough as u64, refusal.of);
    lang.pick(
        format!(
            "Pas de distances : {} sur {of} avec au moins {LEAST} articles où figure l'un de ces mots, il en faut {LEAST_OUTLETS}.",
            counted(enough, ("média", ""), ("médias", ""), lang)
        ),
        format!(
            "No distances: {} of {of} with at least {LEAST} articles that use one of these words, {LEAST_OUTLETS} are needed.",
            counted(enough, ("", "outlet"), ("", "outlets"), lang)
        ),
    )
}

impl<'l> Spread<'l> {
    /// The distances of one family.
    pub fn new(sample: &Sample, family: Family, lexicons: &'l [Lexicon], view: &View, seed: u64, lang: Lang) -> Result<Self, Refusal> {
        let material = sample.material(family, lexicons, sample.outlets());
        let profiles = Profiles::new(&material, family.words(lexicons, lang).len(), view);
        Ok(Self { family, distances: distances(&profiles, seed)?, lexicons, voices: view.filter.voices, lang })
    }
}

impl Spread<'_> {
    /// The pairs, those that chance explains least first.
    pub fn pairs(&self) -> Vec<&Pair> {
        let mut pairs: Vec<&Pair> = self.distances.pairs.iter().collect();
        pairs.sort_by(|one, two| two.excess().total_cmp(&one.excess()));
        pairs
    }

    /// "A et B : 0,31 ; par hasard 0,12, jusqu'à 0,19 ; excès 0,19, plus que par hasard (p = 0,002, corrigé)"
    pub fn pair(&self, pair: &Pair) -> String {
        let lang = self.lang;
        let number = |x: f64| decimal(x, 2, lang);
        let names = listed(&[pair.first, pair.second].map(|at| self.distances.names[at].clone()), lang);
        let p = p_value(pair.p, lang);
        let certain = if pair.p <= ALPHA {
            lang.pick(format!("plus que par hasard ({p}, corrigé)"), format!("more than by chance ({p}, corrected)"))
        } else {
            lang.pick(format!("rien de sûr ({p}, corrigé)"), format!("nothing certain ({p}, corrected)"))
        };
        let (distance, chance, high, excess) =
            (number(pair.distance), number(pair.chance), number(pair.chance_high), number(pair.excess()));
        lang.pick(
            format!("{names} : {distance} ; par hasard {chance}, jusqu'à {high} ; excès {excess}, {certain}"),
            format!("{names}: {distance}; by chance {chance}, up to {high}; excess {excess}, {certain}"),
        )
    }

    /// What the distances rest on.
    pub fn basis(&self) -> String {
        let lang = self.lang;
        let outlets = counted(self.distances.names.len() as u64, ("média", "outlet"), ("médias", "outlets"), lang);
        let n = articles(self.distances.articles.iter().sum::<usize>() as u64, lang);
        let left_out = if self.distances.left_out.is_empty() {
            String::new()
        } else {
            let names = listed(&self.distances.left_out, lang);
            lang.pick(format!(" Moins de {LEAST} articles : {names}."), format!(" Fewer than {LEAST} articles: {names}."))
        };
        let certain = self.distances.pairs.iter().filter(|pair| pair.p <= ALPHA).count();
        let pairs = counted(self.distances.pairs.len() as u64, ("paire", "pair"), ("paires", "pairs"), lang);
        lang.pick(
            format!("{outlets}, {n} où figure l'un de ces mots ; {certain} sur {pairs} plus éloignées que par hasard.{left_out}"),
            format!("{outlets}, {n} that use one of these words; {certain} of {pairs} farther apart than by chance.{left_out}"),
        )
    }

    /// Groups of outlets that hold, from the most certain on: names and support.
    pub fn groups(&self) -> Vec<(Vec<String>, f64)> {
        let inner = self.distances.tree.split_last().map_or(&[][..], |(_, inner)| inner);
        let mut groups: Vec<_> = inner.iter().filter(|node| node.support >= HOLDS).collect();
        groups.sort_by(|one, two| two.support.total_cmp(&one.support));
        groups.into_iter().map(|node| (node.leaves.iter().map(|at| self.distances.names[*at].clone()).collect(), node.support)).collect()
    }

    /// "A, B et C : même groupe dans 93 % des tirages"
    pub fn group(&self, (names, support): &(Vec<String>, f64)) -> String {
        let (names, support) = (listed(names, self.lang), share(*support, self.lang));
        self.lang.pick(
            format!("{names} : un groupe à part dans {support} des tirages"),
            format!("{names}: a group of their own in {support} of the draws"),
        )
    }

    /// The chart.
    pub fn chart(&self) -> Tree {
        let (lang, distances) = (self.lang, &self.distances);
        let place = |branch: usize| distances.order.iter().position(|leaf| *leaf == branch).unwrap_or(branch);
        let joint = |node: &crate::stats::tree::Node| {
            // From top to bottom.
            let branches = node.branches.map(place);
            Joint { branches, height: node.height, support: node.support }
        };
        let leaf = |at: &usize| Leaf { name: distances.names[*at].clone(), articles: distances.articles[*at] as u64 };
        let title = match self.groups().first() {
            Some((names, _)) if names.len() <= 3 => {
                let others: Vec<&String> = distances.names.iter().filter(|name| !names.contains(name)).collect();
                let names = listed(names, lang);
                match others[..] {
                    [other] => lang.pick(
                        format!("{names} : plus proches entre eux que {}", de(other)),
                        format!("{names}: nearer each other than {other}"),
                    ),
                    _ => lang.pick(
                        format!("{names} : plus proches entre eux que des autres"),
                        format!("{names}: nearer each other than the others"),
                    ),
                }
            }
            Some((names, _)) => {
                let n = names.len();
                lang.pick(format!("{n} médias forment un groupe qui tient"), format!("{n} outlets form a group that holds"))
            }
            None => lang.pick("Aucun groupe de médias ne tient".into(), "No group of outlets holds".into()),
        };
        Tree {
            frame: Frame {
                title,
                question: self.family.title(self.lexicons, lang).into(),
                subtitle: self.basis(),
                notes: vec![
                    format!("{} {}", whose(self.voices, lang), lang.pick("Sans les textes d'opinion. Entre parenthèses : articles où figure l'un de ces mots.", "Without opinion. In brackets: articles that use one of these words.")),
                    lang.pick(
                        format!("Nombre à une fourche : dans combien de tirages d'autres articles des mêmes médias le groupe reste le même. Trait épais, point plein : {} ou plus.", share(HOLDS, lang)),
                        format!("Number at a fork: in how many draws of other articles of the same outlets the group stays the same. Thick line, full dot: {} or more.", share(HOLDS, lang)),
                    ),
                ],
            },
            unit: lang.pick("distance : 0, mêmes mots dans les mêmes proportions ; 1, aucun mot en commun", "distance: 0, same words in the same proportions; 1, no word in common").into(),
            leaves: distances.order.iter().map(leaf).collect(),
            joints: distances.tree.iter().map(joint).collect(),
            chance: distances.pairs.iter().map(|pair| pair.chance).sum::<f64>() / distances.pairs.len().max(1) as f64,
        }
    }
}
