//! Learns what the pages of an outlet repeat, from many of its articles.

use super::lines::{Look, lines};
use super::profile::{OutletProfile, Profile, SCHEMA};
use super::{Zone, ZoneKind, prompts};
use crate::corpus::Article;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// Share of an outlet's articles in which a short line recurs; in which a sentence does, since agencies repeat their background paragraphs too; in
/// which a beginning or an end of otherwise different lines does.
const SHORT_SHARE: f64 = 0.2;
const SENTENCE_SHARE: f64 = 0.5;
const PART_SHARE: f64 = 0.6;
/// Words of a repeated beginning or end.
const PART_WORDS: std::ops::RangeInclusive<usize> = 2..=8;

/// Counts lines over articles; see [`Learner::finish`].
pub struct Learner {
    /// Fewer articles of an outlet than this teach nothing.
    pub minimum: usize,
    outlets: BTreeMap<String, Seen>,
    /// Articles without an outlet, from which nothing is learnt.
    pub nameless: usize,
}

#[derive(Default)]
struct Seen {
    articles: usize,
    /// In how many articles, and whether it is a sentence.
    lines: FxHashMap<String, (usize, bool)>,
    prefixes: FxHashMap<String, usize>,
    suffixes: FxHashMap<String, usize>,
}

impl Learner {
    pub fn new(minimum: usize) -> Self {
        Self { minimum: minimum.max(2), outlets: BTreeMap::new(), nameless: 0 }
    }

    /// Counts one article; each line once, however often it stands there. Titles say what the article is about and are passed over.
    pub fn add(&mut self, article: &Article, zones: &[Zone]) {
        let Some(outlet) = article.meta.outlet.clone() else {
            self.nameless += 1;
            return;
        };
        let seen = self.outlets.entry(outlet).or_default();
        seen.articles += 1;
        let (mut whole, mut prefixes, mut suffixes) = (FxHashMap::default(), FxHashSet::default(), FxHashSet::default());
        for line in lines(&article.text, None) {
            if zones.iter().any(|zone| zone.kind == ZoneKind::Title && zone.span.overlaps(&line.span)) {
                continue;
            }
            let plain = prompts::plain(line.span.of(&article.text));
            let words: Vec<&str> = plain.split(' ').collect();
            for n in PART_WORDS.filter(|n| *n < words.len()) {
                // A sign parts what a page adds ("VALLÉE (Hebdo) –", "| Vallée Hebdo"); sentences that merely begin alike have none.
                let (begins, ends) = (&words[..n], &words[words.len() - n..]);
                if begins[n - 1].ends_with(|c: char| !c.is_alphanumeric()) {
                    prefixes.insert(begins.join(" "));
                }
                if ends[0].starts_with(|c: char| !c.is_alphanumeric()) {
                    suffixes.insert(ends.join(" "));
                }
            }
            whole.insert(plain, line.look == Look::Prose);
        }
        for (line, prose) in whole {
            seen.lines.entry(line).or_insert((0, prose)).0 += 1;
        }
        prefixes.into_iter().for_each(|part| *seen.prefixes.entry(part).or_default() += 1);
        suffixes.into_iter().for_each(|part| *seen.suffixes.entry(part).or_default() += 1);
    }

    /// The profile, and the outlets with too few articles.
    pub fn finish(self) -> (Profile, Vec<(String, usize)>) {
        let (mut outlets, mut few) = (Vec::new(), Vec::new());
        for (name, seen) in self.outlets {
            if seen.articles < self.minimum {
                few.push((name, seen.articles));
            } else {
                outlets.push(seen.into_profile(name, self.minimum));
            }
        }
        (Profile { schema: SCHEMA.to_owned(), outlets, sha256: String::new() }, few)
    }
}

impl Seen {
    fn into_profile(self, name: String, minimum: usize) -> OutletProfile {
        let least = |share: f64| minimum.max((share * self.articles as f64).ceil() as usize);
        let (short, sentence, part) = (least(SHORT_SHARE), least(SENTENCE_SHARE), least(PART_SHARE));
        let recurs = |(_, (n, prose)): &(&String, &(usize, bool))| *n >= if *prose { sentence } else { short };
        let lines: FxHashSet<String> = self.lines.iter().filter(recurs).map(|(line, _)| line.clone()).collect();
        // A part that lies in a repeated line is known by that line.
        let parts = |counted: FxHashMap<String, usize>, lies: fn(&str, &str) -> bool| {
            let mut kept: Vec<(String, usize)> =
                counted.into_iter().filter(|(text, n)| *n >= part && !lines.iter().any(|line| lies(line, text))).collect();
            // Of "vu sur", "vu sur untel" and "vu sur untel :" the longest that recurs as often.
            kept.sort_unstable();
            let longest =
                |(text, n): &&(String, usize)| !kept.iter().any(|(other, m)| other.len() > text.len() && lies(other, text) && m >= n);
            kept.iter().filter(longest).map(|(text, _)| text.clone()).collect::<Vec<_>>()
        };
        let prefixes = parts(self.prefixes, |whole, part| whole.starts_with(part));
        let suffixes = parts(self.suffixes, |whole, part| whole.ends_with(part));
        OutletProfile { name, articles: self.articles, lines, prefixes, suffixes }
    }
}
