//! Keyness: the words that set a group of articles apart from the others.

use super::article_test::{p_value, strata};
use super::association::npmi;
use super::benjamini_hochberg;
use super::dispersion::dp;
use super::groups::Group;
use super::hypergeometric::Draw;
use super::log_likelihood::g2;
use super::log_odds::{LogOdds, log_odds};
use super::presence::Presence;
use super::specificity::{Counts, specificity};
use super::word_table::WordTable;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Which units are looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rules {
    /// Occurrences and articles that a unit has at least.
    pub least_count: u64,
    pub least_articles: u64,
    /// Normalised mutual information that a run of words has at least.
    pub firmness: f64,
}

impl Default for Rules {
    fn default() -> Self {
        Self { least_count: 5, least_articles: 3, firmness: 0.3 }
    }
}

/// A word or a shorter run is not shown beside a longer one that has this part of its occurrences.
const SWALLOWED: f64 = 0.8;

/// A unit in a group, against all other groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Keyword {
    /// Number in the table.
    pub unit: u32,
    pub counts: Counts,
    /// Articles with it, in the group and in the others.
    pub here: Presence,
    pub there: Presence,
    pub specificity: f64,
    /// The same without the one article that makes the most of the difference; None where the group is that article.
    pub without_one: Option<f64>,
    pub g2: f64,
    pub log_odds: Option<LogOdds>,
    /// Over the articles of the group; None where it has one only or the word is in none.
    pub dp: Option<f64>,
    /// Of the article test, and corrected over all units and groups (Benjamini & Hochberg).
    pub p: f64,
    pub q: f64,
}

impl Keyword {
    /// What keywords are ranked by: the specificity that is left without any one article. One that repeats a word cannot make it a keyword.
    pub fn rank(&self) -> f64 {
        match self.without_one {
            None => self.specificity,
            Some(_) if self.specificity == 0.0 => 0.0,
            Some(rest) if self.specificity > 0.0 => rest.min(self.specificity).max(0.0),
            Some(rest) => rest.max(self.specificity).min(0.0),
        }
    }
}

/// The keywords of one group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupKeywords {
    pub name: String,
    pub articles: u64,
    pub words: u64,
    /// The most typical first, the most avoided last.
    pub keywords: Vec<Keyword>,
}

/// The keywords of all groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Keyness {
    pub groups: Vec<GroupKeywords>,
    /// Words that the Dirichlet prior is worth: those of an article of mean length.
    pub prior: f64,
    /// Units looked at, and tests corrected for.
    pub units: usize,
    pub tests: usize,
}

/// The corpus as the groups cut it.
struct Cut<'t> {
    table: &'t WordTable,
    /// By article of the table: its group; None where it is left out.
    group: Vec<Option<u32>>,
    /// By group: articles and words.
    sizes: Vec<(u64, u64)>,
    corpus: u64,
    /// By article of the table, of those that belong to a group.
    stratum: Vec<usize>,
    /// By group and stratum: articles.
    filled: Vec<Vec<u64>>,
}

/// Looks at every unit in every group; articles that no group names are left out.
pub fn keyness(table: &WordTable, groups: &[Group], rules: &Rules) -> Keyness {
    let cut = Cut::new(table, groups);
    let units = kept(&cut, rules);
    let postings = postings(&cut, &units);
    let rows: Vec<Vec<Keyword>> = postings.par_iter().zip(&units).map(|(met, unit)| cut.keywords(*unit, met)).collect();
    let mut by_group: Vec<Vec<Keyword>> = groups.iter().map(|_| Vec::with_capacity(units.len())).collect();
    let corrected = benjamini_hochberg::adjust(&rows.iter().flatten().map(|row| row.p).collect::<Vec<_>>());
    let tests = corrected.len();
    for (n, (mut row, q)) in rows.into_iter().flatten().zip(corrected).enumerate() {
        row.q = q;
        by_group[n % groups.len()].push(row);
    }
    let groups = groups.iter().zip(by_group).zip(&cut.sizes).map(|((group, mut keywords), (articles, words))| {
        keywords.sort_by(|a, b| {
            b.rank()
                .total_cmp(&a.rank())
                .then(b.specificity.total_cmp(&a.specificity))
                .then_with(|| table.form(a.unit).cmp(table.form(b.unit)))
        });
        GroupKeywords { name: group.name.clone(), articles: *articles, words: *words, keywords }
    });
    Keyness { groups: groups.collect(), prior: cut.prior(), units: units.len(), tests }
}

impl<'t> Cut<'t> {
    fn new(table: &'t WordTable, groups: &[Group]) -> Self {
        let mut group = vec![None; table.articles()];
        let mut sizes = vec![(0, 0); groups.len()];
        for (number, members) in groups.iter().enumerate() {
            for article in &members.articles {
                group[*article] = Some(number as u32);
                sizes[number].0 += 1;
                sizes[number].1 += u64::from(table.words[*article]);
            }
        }
        let taken: Vec<usize> = (0..table.articles()).filter(|a| group[*a].is_some()).collect();
        let (of_taken, count) = strata(&taken.iter().map(|a| table.words[*a]).collect::<Vec<_>>());
        let (mut stratum, mut filled) = (vec![0; table.articles()], vec![vec![0; count]; groups.len()]);
        for (article, number) in taken.into_iter().zip(of_taken) {
            stratum[article] = number;
            if let Some(group) = group[article] {
                filled[group as usize][number] += 1;
            }
        }
        let corpus = sizes.iter().map(|(_, words)| words).sum();
        Self { table, group, sizes, corpus, stratum, filled }
    }

    fn articles(&self) -> u64 {
        self.sizes.iter().map(|(articles, _)| articles).sum()
    }

    fn prior(&self) -> f64 {
        self.corpus as f64 / self.articles().max(1) as f64
    }

    /// A unit in each group; `met` are the articles that have it, with how often.
    fn keywords(&self, unit: u32, met: &[(u32, u32)]) -> Vec<Keyword> {
        let everywhere: u64 = met.iter().map(|(_, n)| u64::from(*n)).sum();
        let in_group = |group: usize| met.iter().filter(move |(article, _)| self.group[*article as usize] == Some(group as u32));
        let one = |group: usize| {
            let (articles, part) = self.sizes[group];
            let here: u64 = in_group(group).map(|(_, n)| u64::from(*n)).sum();
            let k = in_group(group).count() as u64;
            let counts = Counts { here, part, everywhere, corpus: self.corpus };
            let sized = |(article, n): &(u32, u32)| (u64::from(*n), u64::from(self.table.words[*article as usize]));
            let found = specificity(counts);
            Keyword {
                unit,
                counts,
                here: Presence { k, n: articles },
                there: Presence { k: met.len() as u64 - k, n: self.articles() - articles },
                specificity: found,
                without_one: self.without_one(group, counts, found, met),
                g2: g2(counts),
                log_odds: log_odds(counts, self.prior()),
                dp: if articles > 1 { dp(in_group(group).map(sized), part) } else { None },
                p: self.p(group, met, k),
                q: 1.0,
            }
        };
        (0..self.sizes.len()).map(one).collect()
    }

    /// The specificity without the article that has most above its due: of the group for a word that is frequent there, else of the others.
    fn without_one(&self, group: usize, counts: Counts, found: f64, met: &[(u32, u32)]) -> Option<f64> {
        let own = found > 0.0;
        let side_articles = if own { self.sizes[group].0 } else { self.articles() - self.sizes[group].0 };
        if side_articles < 2 {
            return None;
        }
        let due = counts.everywhere as f64 / counts.corpus as f64;
        let excess = |(article, n): &(u32, u32)| f64::from(*n) - due * f64::from(self.table.words[*article as usize]);
        let side = met.iter().filter(|(article, _)| (self.group[*article as usize] == Some(group as u32)) == own);
        let (article, n) = side.max_by(|a, b| excess(a).total_cmp(&excess(b)).then(b.0.cmp(&a.0)))?;
        let (n, size) = (u64::from(*n), u64::from(self.table.words[*article as usize]));
        let (here, part) = if own { (counts.here - n, counts.part - size) } else { (counts.here, counts.part) };
        Some(specificity(Counts { here, part, everywhere: counts.everywhere - n, corpus: counts.corpus - size }))
    }

    fn p(&self, group: usize, met: &[(u32, u32)], k: u64) -> f64 {
        let mut draws: Vec<Draw> = (0..self.filled[group].len())
            .map(|s| Draw { all: self.filled.iter().map(|of| of[s]).sum(), marked: 0, drawn: self.filled[group][s] })
            .collect();
        met.iter().for_each(|(article, _)| draws[self.stratum[*article as usize]].marked += 1);
        p_value(&draws, k)
    }
}

/// Units that are frequent enough; of runs, those that belong together and are no part of a longer one.
fn kept(cut: &Cut, rules: &Rules) -> Vec<u32> {
    let table = cut.table;
    let mut totals = vec![(0u64, 0u64); table.units()];
    for article in (0..table.articles()).filter(|a| cut.group[*a].is_some()) {
        for (unit, n) in table.of(article) {
            let (count, articles) = &mut totals[*unit as usize];
            *count += u64::from(*n);
            *articles += 1;
        }
    }
    let count = |unit: u32| totals[unit as usize].0;
    let frequent = |unit: &u32| count(*unit) >= rules.least_count && totals[*unit as usize].1 >= rules.least_articles;
    let units: Vec<u32> = table.spelled().into_iter().filter(frequent).collect();
    let (words, runs): (Vec<u32>, Vec<u32>) = units.into_iter().partition(|unit| table.parts(*unit).len() < 2);
    let firm = |parts: &[u32], run: u32| {
        let counts: Vec<u64> = parts.iter().map(|part| count(*part)).collect();
        npmi(count(run), &counts, cut.corpus).is_some_and(|value| value >= rules.firmness)
    };
    let runs: Vec<(u32, Vec<u32>)> = runs.into_iter().map(|run| (run, table.parts(run))).filter(|(run, parts)| firm(parts, *run)).collect();
    // By its words: the most that a longer run has of a shorter one, or of a word.
    let mut longer: FxHashMap<&[u32], u64> = FxHashMap::default();
    for (run, parts) in &runs {
        for length in 1..parts.len() {
            for shorter in parts.windows(length) {
                let most = longer.entry(shorter).or_default();
                *most = (*most).max(count(*run));
            }
        }
    }
    let stands_alone = |unit: u32, parts: &[u32]| longer.get(parts).is_none_or(|most| (*most as f64) < SWALLOWED * count(unit) as f64);
    let words = words.into_iter().filter(|word| stands_alone(*word, &[*word]));
    words.chain(runs.iter().filter(|(run, parts)| stands_alone(*run, parts)).map(|(run, _)| *run)).collect()
}

/// By unit: the articles that have it, with how often.
fn postings(cut: &Cut, units: &[u32]) -> Vec<Vec<(u32, u32)>> {
    let mut place = vec![u32::MAX; cut.table.units()];
    units.iter().enumerate().for_each(|(at, unit)| place[*unit as usize] = at as u32);
    let mut postings = vec![Vec::new(); units.len()];
    for article in (0..cut.table.articles()).filter(|a| cut.group[*a].is_some()) {
        for (unit, n) in cut.table.of(article) {
            if let Some(list) = postings.get_mut(place[*unit as usize] as usize) {
                list.push((article as u32, *n));
            }
        }
    }
    postings
}
