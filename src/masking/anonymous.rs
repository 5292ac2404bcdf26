//! Outlets and authors under other names: « Média A », « Auteur 1 », with the key apart.
//!
//! Letters and numbers follow a digest of the corpus and the name, so that their order tells nothing of the alphabet.

use super::letters::letters;
use super::patterns::Pattern;
use super::rewriting::{Edit, Rewriting};
use super::words::{Word, words};
use super::{names, traces};
use crate::counts::{Record, byline};
use crate::lang::Lang;
use crate::voice::Source;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// What a mask stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Outlet,
    Author,
    Newsroom,
    Agency,
}

/// A line of the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// `outlet`, `author`, `newsroom`, `agency`, `article`.
    pub kind: &'static str,
    pub masked: String,
    pub real: String,
    /// Of an article: its file.
    pub path: String,
    /// Of an article: its address.
    pub url: String,
}

/// Every name of a corpus and what it is masked by.
pub struct Masks {
    lang: Lang,
    /// By index: what stands in the place of a name, and the name.
    masks: Vec<(Kind, String, String)>,
    /// Longest first.
    patterns: Vec<Pattern>,
    /// By the article's own digest: its new id.
    ids: BTreeMap<String, String>,
    articles: Vec<KeyRow>,
}

/// An article with its text, where it is at hand.
type Pair<'a> = (&'a Record<'a>, Option<&'a str>);

impl Masks {
    /// Finds every name in the records and the texts.
    pub fn new(articles: &[Pair], lang: Lang) -> Self {
        let mut digests: Vec<String> = articles.iter().map(|(record, _)| known_by(record)).collect();
        digests.sort();
        let salt = hash(&digests.concat(), "");
        let width = articles.len().to_string().len();
        let name = |number: usize| format!("{}-{:0width$}", lang.pick("texte", "text"), number + 1);
        let ids = digests.into_iter().enumerate().map(|(at, digest)| (digest, name(at))).collect();
        let mut masks = Self { lang, masks: Vec::new(), patterns: Vec::new(), ids, articles: Vec::new() };
        masks.add_outlets(articles, &salt);
        masks.add_signatures(articles, &salt);
        masks.add_agencies(articles, &salt);
        masks.patterns.sort_by_key(|pattern| (std::cmp::Reverse(pattern.words.len()), pattern.clone()));
        masks.patterns.dedup();
        masks.articles = articles.iter().map(|(record, _)| masks.row_of(record)).collect();
        masks.articles.sort_by(|a, b| a.masked.cmp(&b.masked));
        masks
    }

    fn add_outlets(&mut self, articles: &[Pair], salt: &str) {
        let outlets: BTreeSet<&str> = articles.iter().filter_map(|(record, _)| record.outlet.as_deref()).collect();
        let texts: Vec<Vec<Word>> = articles.iter().map(|(_, text)| words(text.unwrap_or_default())).collect();
        for (number, outlet) in shuffled(outlets, salt).into_iter().enumerate() {
            let mask = self.add(Kind::Outlet, &letters(number), outlet);
            let mut patterns = names::of_outlet(outlet, mask);
            let own = |at: usize| articles[at].0.outlet.as_deref() == Some(outlet);
            for at in (0..articles.len()).filter(|at| own(*at)) {
                patterns.extend(articles[at].0.url.as_deref().map(|url| names::of_address(url, mask)).unwrap_or_default());
            }
            if let Some(acronym) = names::acronym(outlet) {
                let authors = articles.iter().filter_map(|(record, _)| record.author.as_deref()).map(words);
                let spelled: BTreeSet<Vec<String>> =
                    texts.iter().cloned().chain(authors).flat_map(|text| names::spelled_out(&acronym, &text)).collect();
                for wording in spelled {
                    patterns.push(Pattern { words: wording, look: super::patterns::Look::Capital, article: None, mask });
                }
            }
            let called_so = |pattern: &Pattern, at: usize| (0..texts[at].len()).any(|word| pattern.at(&texts[at], word).is_some());
            patterns
                .extend(names::nickname(outlet, mask).filter(|nickname| (0..texts.len()).all(|at| own(at) || !called_so(nickname, at))));
            self.patterns.extend(patterns);
        }
    }

    /// Persons and newsrooms that sign, in the metadata or in the text.
    fn add_signatures(&mut self, articles: &[Pair], salt: &str) {
        let mut persons: BTreeSet<String> = BTreeSet::new();
        let mut newsrooms: BTreeSet<String> = BTreeSet::new();
        let in_texts = articles.iter().filter_map(|(_, text)| *text).flat_map(traces::signatures);
        let in_metadata = articles.iter().filter_map(|(record, _)| record.author.as_deref()).flat_map(signers);
        for signer in in_metadata.chain(in_texts) {
            // An outlet that signs keeps its letter.
            if self.names_in(&words(&signer), Kind::Outlet).is_empty() {
                if byline::is_person(&signer) {
                    persons.insert(signer)
                } else {
                    newsrooms.insert(signer)
                };
            }
        }
        for (number, person) in shuffled(persons.iter().map(String::as_str).collect(), salt).into_iter().enumerate() {
            let mask = self.add(Kind::Author, &(number + 1).to_string(), person);
            self.patterns.extend(names::of_person(person, mask));
        }
        for (number, newsroom) in shuffled(newsrooms.iter().map(String::as_str).collect(), salt).into_iter().enumerate() {
            let mask = self.add(Kind::Newsroom, &(number + 1).to_string(), newsroom);
            self.patterns.extend(names::of_newsroom(newsroom, mask));
        }
    }

    /// Agencies that the articles of one outlet alone cite: they would tell which it is.
    fn add_agencies(&mut self, articles: &[Pair], salt: &str) {
        let mut users: BTreeMap<&str, BTreeSet<Option<&str>>> = BTreeMap::new();
        for (record, _) in articles {
            for relay in sources(record).filter_map(|source| source.relay.as_deref()) {
                users.entry(relay).or_default().insert(record.outlet.as_deref());
            }
        }
        let several = articles.iter().any(|(record, _)| record.outlet != articles[0].0.outlet);
        let lone: BTreeSet<&str> = users.into_iter().filter(|(_, users)| several && users.len() == 1).map(|(relay, _)| relay).collect();
        for (number, agency) in shuffled(lone, salt).into_iter().enumerate() {
            if self.names_in(&words(agency), Kind::Agency).is_empty() {
                let mask = self.add(Kind::Agency, &(number + 1).to_string(), agency);
                self.patterns.extend(names::of_newsroom(agency, mask));
            }
        }
    }

    /// A new mask; the space in it never ends a line.
    fn add(&mut self, kind: Kind, sign: &str, real: &str) -> usize {
        let word = match kind {
            Kind::Outlet => self.lang.pick("Média", "Outlet"),
            Kind::Author => self.lang.pick("Auteur", "Author"),
            Kind::Newsroom => self.lang.pick("Rédaction", "Newsroom"),
            Kind::Agency => self.lang.pick("Agence", "Agency"),
        };
        self.masks.push((kind, format!("{word}\u{a0}{sign}"), real.to_owned()));
        self.masks.len() - 1
    }

    /// The names in a text, of kinds up to this one.
    fn names_in(&self, text: &[Word], most: Kind) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let found = self.patterns.iter().filter(|p| self.masks[p.mask].0 <= most).find_map(|p| Some((p, p.at(text, at)?)));
            let Some((pattern, (first, mut end))) = found else {
                at += 1;
                continue;
            };
            let (kind, mask, _) = &self.masks[pattern.mask];
            if *kind == Kind::Outlet {
                end = with_edition(text, end);
            }
            edits.push(Edit { start: text[first].start, end: text[end - 1].end, by: mask.clone() });
            at = end;
        }
        edits
    }

    /// A line of text with every name masked.
    pub fn string(&self, text: &str) -> String {
        Rewriting::new(self.names_in(&words(text), Kind::Agency)).text(text)
    }

    /// Masks an article: its text, every place of its record, and what is known of it.
    pub fn apply(&self, record: &mut Record, text: &mut Option<String>) {
        let id = self.ids.get(&known_by(record)).cloned().unwrap_or_default();
        record.author = record.author.as_deref().map(|author| self.signed(author));
        record.outlet = record.outlet.as_deref().map(|outlet| self.outlet(outlet));
        record.title = record.title.as_deref().map(|title| self.string(title));
        record.event = record.event.as_deref().map(|event| self.string(event));
        record.section = record.section.as_deref().map(|section| self.string(section));
        record.url = None;
        record.path = id.clone();
        record.id = id;
        record.warnings.iter_mut().for_each(|warning| *warning = self.string(warning));
        match text {
            Some(text) => {
                let mut edits = traces::edits(record, text, self.lang);
                edits.extend(self.names_in(&words(text), Kind::Agency));
                Rewriting::new(edits).apply(record, text);
            }
            None => {
                record.digest = hash(&record.digest, "masked");
                record.hits.iter_mut().for_each(|hit| hit.text = self.string(&hit.text));
                record.roles.iter_mut().for_each(|role| role.text = self.string(&role.text));
                sources_mut(record).for_each(|source| source.text = self.string(&source.text));
            }
        }
        sources_mut(record).filter_map(|source| source.relay.as_mut()).for_each(|relay| *relay = self.string(relay));
    }

    /// What an outlet is called now; one that the corpus does not have keeps its name.
    pub fn outlet(&self, real: &str) -> String {
        self.masks
            .iter()
            .find(|(kind, _, name)| *kind == Kind::Outlet && name == real)
            .map_or_else(|| real.to_owned(), |(_, mask, _)| mask.clone())
    }

    /// The signers of an article under their masks.
    fn signed(&self, author: &str) -> String {
        let mask = |signer: String| {
            let known = self.masks.iter().find(|(kind, _, name)| *kind != Kind::Outlet && *name == signer);
            known.map_or_else(|| self.string(&signer), |(_, mask, _)| mask.clone())
        };
        signers(author).into_iter().map(mask).collect::<Vec<_>>().join(", ")
    }

    /// Who is who: outlets, authors, newsrooms, agencies, articles.
    pub fn key(&self) -> Vec<KeyRow> {
        let kind = |kind: Kind| match kind {
            Kind::Outlet => "outlet",
            Kind::Author => "author",
            Kind::Newsroom => "newsroom",
            Kind::Agency => "agency",
        };
        let row = |(of, masked, real): &(Kind, String, String)| KeyRow {
            kind: kind(*of),
            masked: masked.clone(),
            real: real.clone(),
            path: String::new(),
            url: String::new(),
        };
        self.masks.iter().map(row).chain(self.articles.iter().cloned()).collect()
    }

    fn row_of(&self, record: &Record) -> KeyRow {
        KeyRow {
            kind: "article",
            masked: self.ids.get(&known_by(record)).cloned().unwrap_or_default(),
            real: record.title.clone().unwrap_or_else(|| record.id.clone()),
            path: record.path.clone(),
            url: record.url.clone().unwrap_or_default(),
        }
    }
}

/// Two articles may have one text: the id tells them apart.
fn known_by(record: &Record) -> String {
    format!("{} {}", record.digest, record.id)
}

fn hash(one: &str, two: &str) -> String {
    Sha256::digest(format!("{one}\n{two}")).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Names in the order of their digests.
fn shuffled<'n>(names: BTreeSet<&'n str>, salt: &str) -> Vec<&'n str> {
    let mut names: Vec<&str> = names.into_iter().collect();
    names.sort_by_cached_key(|name| hash(salt, name));
    names
}

/// Where the name of an edition ends: "RT France", "RT en français".
fn with_edition(text: &[Word], end: usize) -> usize {
    let follows = |at: usize| text.get(at).is_some_and(|word| word.joined && names::is_edition(&word.plain));
    let mut last = end;
    while follows(last) {
        last += 1;
    }
    // "en" alone is a preposition.
    if last > end && text[last - 1].plain == "en" { last - 1 } else { last }
}

/// "Anne Roux et Luc Petit (à Orsane), avec Agence Kos" → three signers.
fn signers(author: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut depth = 0usize;
    for c in author.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    for separator in [" et ", " avec ", " and ", " with ", ";", "/", "&", "|", " - "] {
        plain = plain.replace(separator, ",");
    }
    plain
        .split(',')
        .map(|part| part.trim().trim_start_matches("Par ").trim_start_matches("par ").to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

fn sources<'r>(record: &'r Record) -> impl Iterator<Item = &'r Source> {
    let hits = record.hits.iter().filter_map(|hit| hit.source.as_ref());
    let roles = record.roles.iter().filter_map(|role| role.source.as_ref());
    let quotes = record.quotes.iter().filter_map(|quote| quote.source.as_ref());
    hits.chain(roles).chain(quotes).chain(record.reported.iter().filter_map(|reported| reported.source.as_ref()))
}

fn sources_mut<'r>(record: &'r mut Record) -> impl Iterator<Item = &'r mut Source> {
    let hits = record.hits.iter_mut().filter_map(|hit| hit.source.as_mut());
    let roles = record.roles.iter_mut().filter_map(|role| role.source.as_mut());
    let quotes = record.quotes.iter_mut().filter_map(|quote| quote.source.as_mut());
    hits.chain(roles).chain(quotes).chain(record.reported.iter_mut().filter_map(|reported| reported.source.as_mut()))
}
