//! Distributional similarity: words that stand in the same places.

use crate::counts::words::Key;
use rustc_hash::FxHashMap;

/// Frequent places would weigh too little against rare ones without it (Levy, Goldberg & Dagan 2015).
const SMOOTHING: f64 = 0.75;

/// Places that two words share at least to be alike.
const SHARED: usize = 2;

/// Which words stand in which places, and how often.
#[derive(Default)]
pub struct Places {
    words: Numbers,
    slots: Numbers,
    pairs: FxHashMap<(u32, u32), u32>,
}

#[derive(Default)]
struct Numbers {
    of: FxHashMap<Key, u32>,
    keys: Vec<Key>,
    counts: Vec<u64>,
}

impl Numbers {
    fn count(&mut self, key: Key, n: u32) -> u32 {
        let number = *self.of.entry(key).or_insert_with(|| {
            self.keys.push(key);
            self.counts.push(0);
            self.keys.len() as u32 - 1
        });
        self.counts[number as usize] += u64::from(n);
        number
    }
}

/// A word that stands in the places of another.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar {
    pub word: Key,
    /// Cosine of the two vectors, from 0 to 1.
    pub score: f64,
    /// The places they share, those that count most first.
    pub shared: Vec<Key>,
}

impl Places {
    /// A word was met so often in a place.
    pub fn add(&mut self, word: Key, slot: Key, n: u32) {
        let pair = (self.words.count(word, n), self.slots.count(slot, n));
        *self.pairs.entry(pair).or_default() += n;
    }

    /// The words most like `model` among those met in places `mass` times at least that share two places with it: cosine of vectors of positive pointwise mutual information
    /// between word and place, max(0, ln[(n_ws / n_w) / P(s)]), P(s) = n_s^¾ / Σ n_s^¾ (O. Levy, Y. Goldberg & I. Dagan, "Improving distributional
    /// similarity with lessons learned from word embeddings", *TACL* 3, 2015; places as in D. Lin, "Automatic retrieval and clustering of
    /// similar words", ACL 1998). The best first, by key where two tie.
    pub fn similar(&self, model: Key, mass: u64) -> Vec<Similar> {
        let Some(model) = self.words.of.get(&model).copied() else { return Vec::new() };
        let smoothed = |n: u64| (n as f64).powf(SMOOTHING);
        let all: f64 = self.slots.counts.iter().map(|n| smoothed(*n)).sum();
        let weight = |(word, slot): (u32, u32), n: u32| {
            let part = f64::from(n) / self.words.counts[word as usize] as f64;
            (part * all / smoothed(self.slots.counts[slot as usize])).ln().max(0.0)
        };
        // In order: sums of numbers that are not whole depend on it.
        let mut pairs: Vec<((u32, u32), u32)> = self.pairs.iter().map(|(pair, n)| (*pair, *n)).collect();
        pairs.sort_unstable();
        let of_model: FxHashMap<u32, f64> =
            pairs.iter().filter(|((word, _), _)| *word == model).map(|(pair, n)| (pair.1, weight(*pair, *n))).collect();
        let mut similar = Vec::new();
        let mut norm_of_model = 0.0;
        for pairs in pairs.chunk_by(|a, b| a.0.0 == b.0.0) {
            let (mut norm, mut shared) = (0.0, Vec::new());
            for (pair, n) in pairs {
                let weight = weight(*pair, *n);
                norm += weight * weight;
                let product = weight * of_model.get(&pair.1).copied().unwrap_or(0.0);
                if product > 0.0 {
                    shared.push((product, self.slots.keys[pair.1 as usize]));
                }
            }
            if pairs[0].0.0 == model {
                norm_of_model = norm;
            } else if shared.len() >= SHARED && self.words.counts[pairs[0].0.0 as usize] >= mass {
                let dot: f64 = shared.iter().map(|(product, _)| product).sum();
                shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
                let shared = shared.into_iter().map(|(_, slot)| slot).collect();
                similar.push(Similar { word: self.words.keys[pairs[0].0.0 as usize], score: dot / f64::sqrt(norm), shared });
            }
        }
        similar.iter_mut().for_each(|one| one.score /= f64::sqrt(norm_of_model));
        similar.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.word.cmp(&b.word)));
        similar
    }
}
