//! Guesses the lemma of a form the dictionary lacks, by the regular endings of French.
//!
//! Meant for lexicon entries that are not in the dictionary (`ouïgour:n`, `djihadiser:v`): a guess
//! counts only when its lemma is such an entry, so guessing generously does no harm.

use super::morphology::{Features, Pos};
use std::sync::LazyLock;

/// A possible reading of an unknown form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guess {
    /// Bytes of the form that its lemma begins with.
    kept: usize,
    /// How the lemma ends.
    ending: &'static str,
    pub pos: Pos,
    pub features: Features,
}

impl Guess {
    /// Spells the lemma of a reading of `form`, in place of what was in `lemma`.
    pub fn spell(&self, form: &str, lemma: &mut String) {
        lemma.clear();
        lemma.push_str(&form[..self.kept]);
        lemma.push_str(self.ending);
    }

    /// True where the lemmas of both readings of one form are surely the same.
    pub fn has_lemma_of(&self, other: &Guess) -> bool {
        (self.kept, self.ending) == (other.kept, other.ending)
    }

    fn letters<'f>(&self, form: &'f str) -> impl Iterator<Item = u8> + 'f {
        form[..self.kept].bytes().chain(self.ending.bytes())
    }
}

/// Shortest stem an ending may leave: below, almost any string would be a verb.
const SHORTEST_STEM: usize = 3;

/// Appends the regular readings of `form` (lower case, NFC, straight apostrophe).
pub fn guesses(form: &str, out: &mut Vec<Guess>) {
    let mut push = |kept: usize, ending: &'static str, pos: Pos, features: Features| {
        let guess = Guess { kept, ending, pos, features };
        let same = |other: &Guess| (other.pos, other.features) == (pos, features) && other.letters(form).eq(guess.letters(form));
        if !out.iter().any(same) {
            out.push(guess);
        }
    };
    let Some(endings) = form.as_bytes().last().map(|last| &BY_LAST[usize::from(*last)]) else { return };
    for &(ending, replacement, features) in &endings.nominal {
        if let Some(stem) = stem(form, ending) {
            for pos in [Pos::Noun, Pos::Adjective] {
                push(stem.len(), replacement, pos, features);
            }
        }
    }
    if stem(form, "ment").is_some() {
        push(form.len(), "", Pos::Adverb, Features::NONE);
    }
    for &(ending, features) in &endings.first_group {
        let Some(stem) = stem(form, ending) else {
            continue;
        };
        push(stem.len(), "er", Pos::Verb, features);
        // Spelling keeps the sound: `lançait` of `lancer`, `nageait` of `nager`.
        if let Some(stem) = stem.strip_suffix('ç') {
            push(stem.len(), "cer", Pos::Verb, features);
        }
        if stem.ends_with("ge") && ending.starts_with(['a', 'â', 'o']) {
            push(stem.trim_end_matches('e').len(), "er", Pos::Verb, features);
        }
    }
    for &(ending, features) in &endings.second_group {
        if let Some(stem) = stem(form, ending) {
            push(stem.len(), "ir", Pos::Verb, features);
        }
    }
}

/// The endings of forms with the same last byte, in which most differ.
struct Endings {
    nominal: Vec<(&'static str, &'static str, Features)>,
    first_group: Vec<(&'static str, Features)>,
    second_group: Vec<(&'static str, Features)>,
}

/// By last byte.
static BY_LAST: LazyLock<Vec<Endings>> = LazyLock::new(|| {
    let of = |last: u8| {
        let may_end = |ending: &str| ending.as_bytes().last().is_none_or(|byte| *byte == last);
        let verbal = |group: &[(&'static str, Features)]| group.iter().filter(|(ending, _)| may_end(ending)).copied().collect();
        Endings {
            nominal: NOMINAL.iter().filter(|(ending, ..)| may_end(ending)).copied().collect(),
            first_group: verbal(FIRST_GROUP),
            second_group: verbal(SECOND_GROUP),
        }
    };
    (0..=u8::MAX).map(of).collect()
});

fn stem<'f>(form: &'f str, ending: &str) -> Option<&'f str> {
    form.strip_suffix(ending).filter(|stem| stem.chars().nth(SHORTEST_STEM - 1).is_some())
}

const EITHER_SG: Features = Features::BOTH_GENDERS.union(Features::SINGULAR);
const EITHER_PL: Features = Features::BOTH_GENDERS.union(Features::PLURAL);
const MASC_PL: Features = Features::MASCULINE.union(Features::PLURAL);
const FEM_SG: Features = Features::FEMININE.union(Features::SINGULAR);
const FEM_PL: Features = Features::FEMININE.union(Features::PLURAL);

/// Endings of nouns and adjectives: form's ending, lemma's ending, features.
const NOMINAL: &[(&str, &str, Features)] = &[
    ("", "", EITHER_SG),
    ("s", "", EITHER_PL),
    ("x", "", EITHER_PL),
    ("aux", "al", MASC_PL),
    ("e", "", FEM_SG),
    ("es", "", FEM_PL),
    ("elle", "el", FEM_SG),
    ("elles", "el", FEM_PL),
    ("enne", "en", FEM_SG),
    ("ennes", "en", FEM_PL),
    ("onne", "on", FEM_SG),
    ("onnes", "on", FEM_PL),
    ("ette", "et", FEM_SG),
    ("ettes", "et", FEM_PL),
    ("esse", "e", FEM_SG),
    ("esses", "e", FEM_PL),
    ("ère", "er", FEM_SG),
    ("ères", "er", FEM_PL),
    ("euse", "eur", FEM_SG),
    ("euses", "eur", FEM_PL),
    ("euse", "eux", FEM_SG),
    ("euses", "eux", FEM_PL),
    ("rice", "eur", FEM_SG),
    ("rices", "eur", FEM_PL),
    ("ive", "if", FEM_SG),
    ("ives", "if", FEM_PL),
    ("que", "c", FEM_SG),
    ("ques", "c", FEM_PL),
];

const fn finite(tense: Features, person: Features, number: Features) -> Features {
    Features::FINITE.union(tense).union(person).union(number)
}

const SG: Features = Features::SINGULAR;
const PL: Features = Features::PLURAL;
const P1: Features = Features::PERSON1;
const P2: Features = Features::PERSON2;
const P3: Features = Features::PERSON3;
const P12: Features = P1.union(P2);
const P13: Features = P1.union(P3);
const PPAS: Features = Features::PAST_PARTICIPLE;
const MASC_SG: Features = Features::MASCULINE.union(Features::SINGULAR);
/// Present indicative and subjunctive coincide in most forms of the first group.
const PRES: Features = Features::INDICATIVE_PRESENT.union(Features::SUBJUNCTIVE);
const IPRE: Features = Features::INDICATIVE_PRESENT;
const IIMP: Features = Features::IMPERFECT;
const IIMP_SPRE: Features = Features::IMPERFECT.union(Features::SUBJUNCTIVE);
const IPSI: Features = Features::SIMPLE_PAST;
const IFUT: Features = Features::FUTURE;
const COND: Features = Features::CONDITIONAL;
const SPRE: Features = Features::SUBJUNCTIVE;

/// Endings of verbs in `-er`.
const FIRST_GROUP: &[(&str, Features)] = &[
    ("er", Features::INFINITIVE),
    ("ant", Features::PRESENT_PARTICIPLE),
    ("é", PPAS.union(MASC_SG)),
    ("és", PPAS.union(MASC_PL)),
    ("ée", PPAS.union(FEM_SG)),
    ("ées", PPAS.union(FEM_PL)),
    ("e", finite(PRES, P13, SG)),
    ("es", finite(PRES, P2, SG)),
    ("ons", finite(IPRE, P1, PL)),
    ("ez", finite(IPRE, P2, PL)),
    ("ent", finite(PRES, P3, PL)),
    ("ais", finite(IIMP, P12, SG)),
    ("ait", finite(IIMP, P3, SG)),
    ("ions", finite(IIMP_SPRE, P1, PL)),
    ("iez", finite(IIMP_SPRE, P2, PL)),
    ("aient", finite(IIMP, P3, PL)),
    ("ai", finite(IPSI, P1, SG)),
    ("as", finite(IPSI, P2, SG)),
    ("a", finite(IPSI, P3, SG)),
    ("âmes", finite(IPSI, P1, PL)),
    ("âtes", finite(IPSI, P2, PL)),
    ("èrent", finite(IPSI, P3, PL)),
    ("erai", finite(IFUT, P1, SG)),
    ("eras", finite(IFUT, P2, SG)),
    ("era", finite(IFUT, P3, SG)),
    ("erons", finite(IFUT, P1, PL)),
    ("erez", finite(IFUT, P2, PL)),
    ("eront", finite(IFUT, P3, PL)),
    ("erais", finite(COND, P12, SG)),
    ("erait", finite(COND, P3, SG)),
    ("erions", finite(COND, P1, PL)),
    ("eriez", finite(COND, P2, PL)),
    ("eraient", finite(COND, P3, PL)),
];

/// Endings of verbs in `-ir`, `-issant`.
const SECOND_GROUP: &[(&str, Features)] = &[
    ("ir", Features::INFINITIVE),
    ("issant", Features::PRESENT_PARTICIPLE),
    ("i", PPAS.union(MASC_SG)),
    ("is", PPAS.union(MASC_PL)),
    ("ie", PPAS.union(FEM_SG)),
    ("ies", PPAS.union(FEM_PL)),
    ("is", finite(IPRE.union(IPSI), P12, SG)),
    ("it", finite(IPRE.union(IPSI), P3, SG)),
    ("issons", finite(IPRE, P1, PL)),
    ("issez", finite(IPRE, P2, PL)),
    ("issent", finite(PRES, P3, PL)),
    ("issais", finite(IIMP, P12, SG)),
    ("issait", finite(IIMP, P3, SG)),
    ("issions", finite(IIMP_SPRE, P1, PL)),
    ("issiez", finite(IIMP_SPRE, P2, PL)),
    ("issaient", finite(IIMP, P3, PL)),
    ("isse", finite(SPRE, P13, SG)),
    ("isses", finite(SPRE, P2, SG)),
    ("irent", finite(IPSI, P3, PL)),
    ("irai", finite(IFUT, P1, SG)),
    ("iras", finite(IFUT, P2, SG)),
    ("ira", finite(IFUT, P3, SG)),
    ("irons", finite(IFUT, P1, PL)),
    ("irez", finite(IFUT, P2, PL)),
    ("iront", finite(IFUT, P3, PL)),
    ("irais", finite(COND, P12, SG)),
    ("irait", finite(COND, P3, SG)),
    ("iraient", finite(COND, P3, PL)),
];
