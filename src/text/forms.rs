//! The table of word forms: each distinct spelling is normalised, stemmed and analysed once, for all threads.

use super::closed_classes::ClosedClasses;
use super::dictionary::{self, Analysis, LemmaId};
use super::guess::{self, Guess};
use super::morphology::{Features, Pos};
use super::normal::{Casing, normal};
use super::pos_set::PosSet;
use super::preposed::is_preposed;
use super::tags::{NoLexicon, Opens, Reasons, TagSets, Tagger, Tags, TagsId};
use parking_lot::RwLock;
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::borrow::Cow;
use std::cell::RefCell;
use std::hash::BuildHasher;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{LazyLock, OnceLock};

/// A distinct spelling, as an index into [`Forms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FormId(u32);

/// What is known of one distinct spelling.
#[derive(Debug, Clone)]
pub struct Form {
    /// Lower case, NFC, straight apostrophe.
    pub norm: Box<str>,
    pub casing: Casing,
    /// Once somebody has asked: few do.
    stem: OnceLock<Box<str>>,
    pub analyses: Box<[Analysis]>,
    /// True where no dictionary knows the word and `analyses` is a guess from its ending.
    pub guessed: bool,
    /// Every part of speech the form can have.
    pub pos: PosSet,
    /// What it is as a small word.
    pub classes: ClosedClasses,
    /// The preposition that it is, in full: "de" for "du"; empty for other words.
    pub preposition: &'static str,
    /// The features of all its readings as a verb together.
    pub verb: Features,
    /// The same of its readings as a noun, a name, an adjective or a pronoun.
    pub nominal: Features,
    /// The same of its readings as a determiner.
    pub determiner: Features,
    /// A form of the verb "avoir".
    pub is_avoir: bool,
    /// A form of the verb "être".
    pub is_etre: bool,
    /// A form of a verb whose compound tenses take être without being passive.
    pub is_motion: bool,
    /// It begins as the adjectives do that stand before their noun.
    pub is_preposed: bool,
    /// What the lexicons want to know of the form.
    tags: TagsId,
}

impl Form {
    /// True where one of the analyses is this part of speech with all these features.
    #[inline]
    pub fn has(&self, pos: Pos, features: Features) -> bool {
        match pos {
            // Of one feature alone, what all readings have together tells.
            Pos::Verb if features.is_one() => self.verb.contains(features),
            Pos::Verb if !self.verb.contains(features) => false,
            _ => self.analyses.iter().any(|a| a.pos == pos && a.features.contains(features)),
        }
    }

    /// Snowball stem of `norm`.
    pub fn stem(&self) -> &str {
        self.stem.get_or_init(|| Stemmer::create(Algorithm::French).stem(&self.norm).into())
    }
}

/// A form's id with what decides many questions about it without a look at the table.
#[derive(Debug, Clone, Copy)]
pub struct Interned {
    pub id: FormId,
    pub opens: Opens,
    traits: Traits,
    pub tags: TagsId,
}

impl Interned {
    /// A verb in the conditional.
    pub fn is_conditional(self) -> bool {
        self.traits.0 & Traits::CONDITIONAL != 0
    }

    /// A verb with person and tense, and nothing that is no verb nearly always.
    pub fn may_be_finite(self) -> bool {
        self.traits.0 & Traits::FINITE != 0
    }

    /// What can open a noun phrase: an article, a numeral, "même".
    pub fn may_determine(self) -> bool {
        self.traits.0 & Traits::DETERMINES != 0
    }

    /// It is on some list, see [`Tags::lists`].
    pub fn is_listed(self) -> bool {
        self.traits.0 & Traits::LISTED != 0
    }
}

/// Answers to such questions, a bit each.
#[derive(Debug, Clone, Copy)]
struct Traits(u8);

impl Traits {
    const CONDITIONAL: u8 = 1;
    const LISTED: u8 = 1 << 1;
    const FINITE: u8 = 1 << 2;
    const DETERMINES: u8 = 1 << 3;

    fn of(form: &Form, tags: &Tags) -> Self {
        let bit = |is: bool, bit: u8| if is { bit } else { 0 };
        let is_conditional = form.has(Pos::Verb, Features::CONDITIONAL);
        let small = form.pos.contains(Pos::Preposition) || form.pos.contains(Pos::Determiner);
        let is_finite = form.has(Pos::Verb, Features::FINITE) && !form.guessed && !small;
        let determines = form.pos.intersects(PosSet::OPENING) || form.classes.are(ClosedClasses::SAME);
        Self(
            bit(is_conditional, Self::CONDITIONAL)
                | bit(tags.lists().is_some(), Self::LISTED)
                | bit(is_finite, Self::FINITE)
                | bit(determines, Self::DETERMINES),
        )
    }
}

/// Stands in the analyses of a guessed word, whose lemma is none of the dictionary.
const NO_LEMMA: LemmaId = LemmaId(u32::MAX);

const SHARDS: usize = 64;

/// The verbs that are auxiliaries.
static AVOIR: LazyLock<Option<LemmaId>> = LazyLock::new(|| dictionary::lemma_id("avoir"));
static ETRE: LazyLock<Option<LemmaId>> = LazyLock::new(|| dictionary::lemma_id("être"));

/// Verbs of motion and the like, which take être as their auxiliary.
static MOTION: LazyLock<Vec<LemmaId>> = LazyLock::new(|| {
    const VERBS: [&str; 20] = [
        "aller",
        "venir",
        "arriver",
        "partir",
        "entrer",
        "sortir",
        "rester",
        "tomber",
        "devenir",
        "mourir",
        "naître",
        "parvenir",
        "intervenir",
        "revenir",
        "rentrer",
        "retourner",
        "passer",
        "monter",
        "descendre",
        "convenir",
    ];
    VERBS.iter().filter_map(|verb| dictionary::lemma_id(verb)).collect()
});

/// How many tables there have been, so that no two have the same number.
static TABLES: AtomicU64 = AtomicU64::new(1);

/// All forms met so far. Threads share it; ids are never written out.
pub struct Forms {
    pub(super) number: u64,
    shards: Vec<RwLock<FxHashMap<Box<str>, Interned>>>,
    forms: boxcar::Vec<Form>,
    tag_sets: TagSets,
    tagger: Box<dyn Tagger>,
}

impl Forms {
    /// A table without lexicons.
    pub fn plain() -> Self {
        Self::with_tagger(Box::new(NoLexicon))
    }

    pub fn with_tagger(tagger: Box<dyn Tagger>) -> Self {
        let table = Self {
            number: TABLES.fetch_add(1, Ordering::Relaxed),
            shards: (0..SHARDS).map(|_| RwLock::default()).collect(),
            forms: boxcar::Vec::new(),
            tag_sets: TagSets::default(),
            tagger,
        };
        table.forms.push(table.analyse(""));
        table
    }

    /// The form of marks and of long numbers, which are not told apart.
    pub const LETTERLESS: Interned =
        Interned { id: FormId(0), opens: Opens { alone: 0, first: 0, second: 0 }, traits: Traits(0), tags: TagsId::NONE };

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
        let tags = self.tags(form.tags);
        let (opens, traits) = (tags.opens, Traits::of(&form, tags));
        let tags = form.tags;
        let interned = Interned { id: FormId(self.forms.push(form) as u32), opens, traits, tags };
        map.insert(surface.into(), interned);
        interned
    }

    pub fn get(&self, id: FormId) -> &Form {
        &self.forms[id.0 as usize]
    }

    pub fn tags(&self, id: TagsId) -> &Tags {
        self.tag_sets.get(id)
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

    /// Everything known of a spelling, outside the table.
    pub fn analyse(&self, surface: &str) -> Form {
        let Scratch { mut analyses, mut guesses, mut reasons } = SCRATCH.take();
        analyses.clear();
        guesses.clear();
        let norm = bare_clitic(normal(surface));
        let casing = Casing::of(surface);
        dictionary::analyses(&norm, &mut analyses);
        if casing.is_capitalised() {
            let accented = match casing {
                Casing::Capitals => dictionary::without_accents(&norm),
                _ => dictionary::without_initial_accent(&norm),
            };
            for form in accented.iter().filter(|form| ***form != *norm) {
                dictionary::analyses(form, &mut analyses);
            }
        }
        let guessed = analyses.is_empty();
        if guessed {
            guess::guesses(&norm, &mut guesses);
            analyses.extend(guesses.iter().map(|guess| Analysis { lemma: NO_LEMMA, pos: guess.pos, features: guess.features }));
        }
        let (mut pos, mut verb, mut nominal, mut determiner) = (PosSet::EMPTY, Features::NONE, Features::NONE, Features::NONE);
        for analysis in &analyses {
            pos.insert(analysis.pos);
            match analysis.pos {
                Pos::Verb => verb |= analysis.features,
                Pos::Determiner => determiner |= analysis.features,
                of if PosSet::NOMINAL.contains(of) || of == Pos::Pronoun => nominal |= analysis.features,
                _ => {}
            }
        }
        if casing != Casing::Lower && (guessed || casing == Casing::Capitals) {
            pos.insert(Pos::ProperNoun);
        }
        let is_verb = |of: &dyn Fn(LemmaId) -> bool| !guessed && analyses.iter().any(|a| a.pos == Pos::Verb && of(a.lemma));
        let (is_avoir, is_etre) = (is_verb(&|lemma| Some(lemma) == *AVOIR), is_verb(&|lemma| Some(lemma) == *ETRE));
        let is_motion = is_verb(&|lemma| MOTION.contains(&lemma));
        let is_preposed = pos.intersects(PosSet::NOMINAL) && is_preposed(&norm);
        let mut form = Form {
            classes: ClosedClasses::of(&norm),
            preposition: preposition(&norm, &analyses),
            norm,
            casing,
            stem: OnceLock::new(),
            analyses: analyses[..].into(),
            guessed,
            pos,
            verb,
            nominal,
            determiner,
            is_avoir,
            is_etre,
            is_motion,
            is_preposed,
            tags: TagsId::NONE,
        };
        form.tags = self.tag_sets.of(&form, &guesses, &*self.tagger, &mut reasons);
        SCRATCH.set(Scratch { analyses, guesses, reasons });
        form
    }
}

fn preposition(norm: &str, analyses: &[Analysis]) -> &'static str {
    match norm {
        "d'" | "du" | "des" => "de",
        "au" | "aux" => "à",
        _ => analyses.iter().find(|a| a.pos == Pos::Preposition).map_or("", |a| dictionary::lemma(a.lemma)),
    }
}

/// What an analysis needs on its way: each thread keeps it for the next.
#[derive(Default)]
struct Scratch {
    analyses: Vec<Analysis>,
    guesses: Vec<Guess>,
    reasons: Reasons,
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// `-t-il` → `il`: an inverted clitic is the pronoun it stands for.
fn bare_clitic(norm: Cow<str>) -> Box<str> {
    match norm.strip_prefix('-') {
        Some(rest) => rest.strip_prefix("t-").unwrap_or(rest).into(),
        None => norm.into(),
    }
}
