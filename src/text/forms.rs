//! The table of word forms: each distinct spelling is normalised, stemmed and analysed once, for all threads.

use super::dictionary::{self, Analysis};
use super::guess;
use super::morphology::{Features, Pos};
use super::normal::{Casing, normal};
use super::pos_set::PosSet;
use parking_lot::RwLock;
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::BuildHasher;

/// A distinct spelling, as an index into [`Forms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FormId(u32);

/// Bits of the set of tags that each form keeps.
const TAG_SET: usize = 512;

/// What is known of one distinct spelling.
#[derive(Debug, Clone)]
pub struct Form {
    /// Lower case, NFC, straight apostrophe.
    pub norm: Box<str>,
    pub casing: Casing,
    /// Snowball stem of `norm`.
    pub stem: Box<str>,
    pub analyses: Box<[Analysis]>,
    /// True where no dictionary knows the word and `analyses` is a guess from its ending.
    pub guessed: bool,
    /// Candidate lemmas of a guessed word, in the order of `analyses`.
    pub guesses: Box<[Box<str>]>,
    /// Every part of speech the form can have.
    pub pos: PosSet,
    /// The features of all its readings as a verb together.
    verb: Features,
    /// A form of the verb "avoir".
    pub is_avoir: bool,
    /// A form of the verb "être".
    pub is_etre: bool,
    /// What the lexicons want to know of the form; sorted by id, one tag an id.
    pub tags: Box<[Tag]>,
    /// Where patterns can begin with the form, each place once, by pattern.
    pub starts: Box<[Start]>,
    /// Of the tags, those that a guard or an exception can begin with, by the numbers that the lexicons gave them.
    pub asked: Box<[u32]>,
    /// One bit for each tag, folded: most tags that are asked for are not there, and a look here says so.
    tag_set: [u64; TAG_SET / 64],
}

/// A lexicon's test that a form passes, and the parts of speech in which it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag {
    pub id: u32,
    /// Empty where the part of speech does not matter.
    pub pos: PosSet,
}

impl Form {
    /// True where one of the analyses is this part of speech with all these features.
    pub fn has(&self, pos: Pos, features: Features) -> bool {
        (pos != Pos::Verb || self.verb.contains(features)) && self.analyses.iter().any(|a| a.pos == pos && a.features.contains(features))
    }

    /// The tag of this id, if the form has it.
    pub fn tag(&self, id: u32) -> Option<Tag> {
        let bit = id as usize % TAG_SET;
        if self.tag_set[bit / 64] >> (bit % 64) & 1 == 0 {
            return None;
        }
        self.tags.binary_search_by_key(&id, |tag| tag.id).ok().map(|at| self.tags[at])
    }
}

/// A place in a pattern that can read a form as its first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// By its number among the patterns of all lexicons.
    pub pattern: u32,
    /// The step that reads the word.
    pub at: u32,
    /// What its matches are needed for, as bits.
    pub needs: u8,
    /// The bits that the second word must have one of, see [`Interned::second_bits`]; [`ANY`] where it may be any word, or none.
    pub second: u64,
}

/// The bits of a pattern's next word, where it may be anything or need not be there.
pub const ANY: u64 = u64::MAX;

/// True where a word with these tag bits may stand where a pattern wants those.
pub fn allows(wanted: u64, bits: u64) -> bool {
    wanted == ANY || wanted & bits != 0
}

/// What a table asks of the lexicons about a new form, once for each distinct spelling.
pub trait Tagger: Send + Sync {
    /// The tests that the form passes, sorted by id, one tag an id.
    fn tags(&self, form: &Form) -> Vec<Tag>;
    /// How patterns can begin with a word that has this tag.
    fn opens(&self, tag: u32) -> Opens;
    /// The patterns that can begin with a word that has this tag.
    fn starts(&self, tag: u32) -> &[Start];
    /// The number of this tag among those that a guard or an exception can begin with.
    fn asked(&self, tag: u32) -> Option<u32>;
}

struct NoLexicon;

impl Tagger for NoLexicon {
    fn tags(&self, _: &Form) -> Vec<Tag> {
        Vec::new()
    }

    fn opens(&self, _: u32) -> Opens {
        Opens::default()
    }

    fn starts(&self, _: u32) -> &[Start] {
        &[]
    }

    fn asked(&self, _: u32) -> Option<u32> {
        None
    }
}

/// A form's id with what decides most questions about it without a look at the table.
#[derive(Debug, Clone, Copy)]
pub struct Interned {
    pub id: FormId,
    pub opens: Opens,
    /// A verb in the conditional.
    pub is_conditional: bool,
    /// One bit for each tag, folded to 64: a tag whose bit is missing is not there.
    pub tag_bits: u64,
    /// The same of those tags alone that some pattern wants of its second word.
    pub second_bits: u64,
}

/// How patterns can begin, by what their matches are needed for, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Opens {
    /// With this word, whatever comes second.
    pub alone: u8,
    /// With this word, if the right one comes second.
    pub first: u8,
    /// With another word, and this one comes second.
    pub second: u8,
}

impl Opens {
    fn and(self, other: Self) -> Self {
        Self { alone: self.alone | other.alone, first: self.first | other.first, second: self.second | other.second }
    }

    /// The needs of the patterns that can begin here, before this word.
    pub fn before(self, next: Self) -> u8 {
        self.alone | self.first & next.second
    }
}

/// The bit of a tag within [`Interned::tag_bits`].
pub fn tag_bit(tag: u32) -> u64 {
    1 << (tag % 64)
}

/// Stands in the analyses of a guessed word, whose lemma is in [`Form::guesses`].
const NO_LEMMA: dictionary::LemmaId = dictionary::LemmaId(u32::MAX);

const SHARDS: usize = 64;

/// All forms met so far. Threads share it; ids are never written out.
pub struct Forms {
    shards: Vec<RwLock<FxHashMap<Box<str>, Interned>>>,
    forms: boxcar::Vec<Form>,
    stemmer: Stemmer,
    tagger: Box<dyn Tagger>,
}

impl Forms {
    /// A table without lexicons.
    pub fn plain() -> Self {
        Self::with_tagger(Box::new(NoLexicon))
    }

    pub fn with_tagger(tagger: Box<dyn Tagger>) -> Self {
        let table = Self {
            shards: (0..SHARDS).map(|_| RwLock::default()).collect(),
            forms: boxcar::Vec::new(),
            stemmer: Stemmer::create(Algorithm::French),
            tagger,
        };
        table.forms.push(table.analyse(""));
        table
    }

    /// The form of marks and of long numbers, which are not told apart.
    pub const LETTERLESS: Interned =
        Interned { id: FormId(0), opens: Opens { alone: 0, first: 0, second: 0 }, is_conditional: false, tag_bits: 0, second_bits: 0 };

    /// A spelling's place in the table, analysed now if it is new.
    pub fn intern(&self, surface: &str) -> Interned {
        let hash = FxBuildHasher.hash_one(surface);
        let shard = &self.shards[(hash >> 58) as usize % SHARDS];
        if let Some(interned) = shard.read().get(surface) {
            return *interned;
        }
        let mut map = shard.write();
        if let Some(interned) = map.get(surface) {
            return *interned;
        }
        let form = self.analyse(surface);
        let opens = form.tags.iter().fold(Opens::default(), |opens, tag| opens.and(self.tagger.opens(tag.id)));
        let tag_bits = form.tags.iter().fold(0, |bits, tag| bits | tag_bit(tag.id));
        let seconds = form.tags.iter().filter(|tag| self.tagger.opens(tag.id).second != 0);
        let second_bits = seconds.fold(0, |bits, tag| bits | tag_bit(tag.id));
        let is_conditional = form.has(Pos::Verb, Features::CONDITIONAL);
        let interned = Interned { id: FormId(self.forms.push(form) as u32), opens, is_conditional, tag_bits, second_bits };
        map.insert(surface.into(), interned);
        interned
    }

    pub fn get(&self, id: FormId) -> &Form {
        &self.forms[id.0 as usize]
    }

    /// What is known of every spelling met so far, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Form> {
        self.forms.iter().map(|(_, form)| form).skip(1)
    }

    /// How many distinct spellings the table holds.
    pub fn len(&self) -> usize {
        self.forms.count() - 1
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where patterns can begin with a form of these tags; a place that several tags open takes what any of them lets follow.
    fn starts(&self, tags: &[Tag]) -> Box<[Start]> {
        let mut starts: Vec<Start> = tags.iter().flat_map(|tag| self.tagger.starts(tag.id)).copied().collect();
        starts.sort_unstable_by_key(|start| (start.pattern, start.at));
        starts.dedup_by(|start, kept| {
            let same = (start.pattern, start.at) == (kept.pattern, kept.at);
            kept.second |= if same { start.second } else { 0 };
            same
        });
        starts.into()
    }

    /// Everything known of a spelling, outside the table.
    pub fn analyse(&self, surface: &str) -> Form {
        let norm = bare_clitic(&normal(surface)).to_owned();
        let casing = Casing::of(surface);
        let mut analyses = Vec::new();
        dictionary::analyses(&norm, &mut analyses);
        if casing.is_capitalised() {
            let accented = match casing {
                Casing::Capitals => dictionary::without_accents(&norm),
                _ => dictionary::without_initial_accent(&norm),
            };
            for form in accented.iter().filter(|form| **form != norm) {
                dictionary::analyses(form, &mut analyses);
            }
        }
        let mut guesses: Vec<Box<str>> = Vec::new();
        let guessed = analyses.is_empty();
        if guessed {
            let mut regular = Vec::new();
            guess::guesses(&norm, &mut regular);
            for guess in regular {
                guesses.push(guess.lemma.into());
                analyses.push(Analysis { lemma: NO_LEMMA, pos: guess.pos, features: guess.features });
            }
        }
        let mut pos: PosSet = analyses.iter().map(|a| a.pos).collect();
        if casing != Casing::Lower && (guessed || casing == Casing::Capitals) {
            pos.insert(Pos::ProperNoun);
        }
        let is_verb = |lemma: &str| analyses.iter().any(|a| a.pos == Pos::Verb && dictionary::lemma(a.lemma) == lemma);
        let verb = analyses.iter().filter(|a| a.pos == Pos::Verb).fold(Features::NONE, |all, a| all | a.features);
        let (is_avoir, is_etre) = (is_verb("avoir"), is_verb("être"));
        let stem = self.stemmer.stem(&norm).into();
        let mut form = Form {
            norm: norm.into(),
            casing,
            stem,
            analyses: analyses.into(),
            guessed,
            guesses: guesses.into(),
            pos,
            verb,
            is_avoir,
            is_etre,
            tags: Box::default(),
            starts: Box::default(),
            asked: Box::default(),
            tag_set: [0; TAG_SET / 64],
        };
        form.tags = self.tagger.tags(&form).into();
        form.starts = self.starts(&form.tags);
        form.asked = form.tags.iter().filter_map(|tag| self.tagger.asked(tag.id)).collect();
        for bit in form.tags.iter().map(|tag| tag.id as usize % TAG_SET) {
            form.tag_set[bit / 64] |= 1 << (bit % 64);
        }
        form
    }
}

/// `-t-il` → `il`: an inverted clitic is the pronoun it stands for.
fn bare_clitic(norm: &str) -> &str {
    match norm.strip_prefix('-') {
        Some(rest) => rest.strip_prefix("t-").unwrap_or(rest),
        None => norm,
    }
}
