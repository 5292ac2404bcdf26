//! The closed classes of French that a word belongs to by its form: clitics, articles, words that join or open clauses.

use super::times;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A set of closed classes; empty for a word of content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClosedClasses(u32);

impl ClosedClasses {
    pub const SUBJECT_CLITIC: Self = Self(1);
    pub const OBJECT_CLITIC: Self = Self(1 << 1);
    /// en, y: clitics that stand for no noun phrase.
    pub const ADVERBIAL_CLITIC: Self = Self(1 << 2);
    /// se
    pub const REFLEXIVE: Self = Self(1 << 3);
    /// ne
    pub const NE: Self = Self(1 << 4);
    /// Pronouns that are a noun phrase by themselves.
    pub const PRONOUN: Self = Self(1 << 5);
    /// un, des
    pub const INDEFINITE: Self = Self(1 << 6);
    /// le, la
    pub const DEFINITE_ARTICLE: Self = Self(1 << 7);
    /// ce, cette
    pub const DEMONSTRATIVE: Self = Self(1 << 8);
    /// son, leur
    pub const POSSESSIVE: Self = Self(1 << 9);
    /// mon, notre: the speaker's.
    pub const SPEAKERS: Self = Self(1 << 10);
    /// aucun, nul
    pub const NONE_OF: Self = Self(1 << 11);
    /// What begins a clause or goes on with a list: qui, que, dont, si, et.
    pub const JUNCTOR: Self = Self(1 << 12);
    /// plus, moins, beaucoup
    pub const DEGREE: Self = Self(1 << 13);
    /// What likens, or says of a whole clause how it follows: comme, même, or.
    pub const CONNECTOR: Self = Self(1 << 14);
    /// First words of locutions: "de nouveau", "à l'instar de", "en direction de".
    pub const LOCUTIVE: Self = Self(1 << 15);
    /// hier, mardi, semaine: what heads a phrase of time.
    pub const TIME: Self = Self(1 << 16);
    /// The same, with "-là": "ce jour-là".
    pub const TIME_THERE: Self = Self(1 << 17);
    /// il, lui, son, ce, nous, "le premier": what can stand for somebody who is named elsewhere, whatever word follows.
    pub const ANAPHOR: Self = Self(1 << 18);
    /// M., Mme, Dr: before a name.
    pub const ADDRESS: Self = Self(1 << 19);
    /// de, du, à, en: what ties a complement to its noun.
    pub const TIE: Self = Self(1 << 20);
    /// même
    pub const SAME: Self = Self(1 << 21);
    /// le, leur, en: articles or clitics.
    pub const ARTICLE_OR_CLITIC: Self = Self(1 << 22);

    /// Determiners of what is known already.
    pub const DEFINITE: Self = Self::DEFINITE_ARTICLE.or(Self::DEMONSTRATIVE);
    /// Determiners, whatever else they are elsewhere.
    pub const DETERMINER: Self = Self::INDEFINITE.or(Self::DEFINITE).or(Self::POSSESSIVE);

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The classes of a form in lower case.
    pub fn of(norm: &str) -> Self {
        let listed = |norm: &str| LISTED.get(norm).copied().unwrap_or_default();
        let there = norm.strip_suffix("-là").is_some_and(|norm| listed(norm).are(Self::TIME));
        let abbreviated = norm.ends_with('.') && listed(norm.trim_end_matches('.')).are(Self::ADDRESS);
        listed(norm).or(if there { Self::TIME_THERE } else { Self::default() }).or(if abbreviated {
            Self::ADDRESS
        } else {
            Self::default()
        })
    }

    /// True where the word belongs to one of these classes.
    pub const fn are(self, classes: Self) -> bool {
        self.0 & classes.0 != 0
    }
}

const MEMBERS: [(ClosedClasses, &[&str]); 23] = [
    (ClosedClasses::SUBJECT_CLITIC, &["il", "elle", "ils", "elles", "on", "je", "j'", "tu", "nous", "vous", "c'"]),
    (ClosedClasses::OBJECT_CLITIC, &["le", "la", "les", "l'", "lui", "leur", "en", "y", "me", "m'", "te", "t'", "nous", "vous"]),
    (ClosedClasses::ADVERBIAL_CLITIC, &["en", "y"]),
    (ClosedClasses::REFLEXIVE, &["se", "s'"]),
    (ClosedClasses::NE, &["ne", "n'"]),
    (
        ClosedClasses::PRONOUN,
        &["elle", "elles", "lui", "eux", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "celui", "celle", "ceux", "celles", "cela", "ça"],
    ),
    (ClosedClasses::INDEFINITE, &["un", "une", "des"]),
    (ClosedClasses::DEFINITE_ARTICLE, &["le", "la", "les", "l'"]),
    (ClosedClasses::DEMONSTRATIVE, &["ce", "cet", "cette", "ces"]),
    (ClosedClasses::POSSESSIVE, &["son", "sa", "ses", "leur", "leurs"]),
    (ClosedClasses::SPEAKERS, &["mon", "ma", "mes", "notre", "nos"]),
    (ClosedClasses::NONE_OF, &["aucun", "aucune", "nul", "nulle"]),
    (
        ClosedClasses::JUNCTOR,
        &[
            "qui",
            "que",
            "qu'",
            "dont",
            "où",
            "lequel",
            "laquelle",
            "lesquels",
            "lesquelles",
            "auquel",
            "auxquels",
            "auxquelles",
            "duquel",
            "desquels",
            "desquelles",
            "lorsque",
            "lorsqu'",
            "quand",
            "puisque",
            "puisqu'",
            "si",
            "car",
            "quoique",
            "et",
            "ou",
            "ni",
            "mais",
            "puis",
        ],
    ),
    (ClosedClasses::DEGREE, &["plus", "moins", "près", "beaucoup", "peu", "trop", "tant", "autant", "environ"]),
    (ClosedClasses::CONNECTOR, &["comme", "tout", "ainsi", "même", "or", "lui-même", "elle-même", "eux-mêmes", "elles-mêmes"]),
    (ClosedClasses::LOCUTIVE, &["de", "d'", "à", "au", "en", "par", "pour", "dans", "entre", "une"]),
    (
        ClosedClasses::ANAPHOR,
        &[
            "il",
            "elle",
            "ils",
            "elles",
            "lui",
            "eux",
            "leur",
            "leurs",
            "son",
            "sa",
            "ses",
            "ce",
            "cet",
            "cette",
            "ces",
            "celui",
            "celle",
            "ceux",
            "celles",
            "celui-ci",
            "celle-ci",
            "ceux-ci",
            "celles-ci",
            "je",
            "j'",
            "me",
            "m'",
            "nous",
            "mon",
            "ma",
            "mes",
            "notre",
            "nos",
            "premier",
            "première",
            "second",
            "seconde",
        ],
    ),
    (ClosedClasses::ADDRESS, &["m", "mm", "mme", "mmes", "mlle", "dr", "pr", "me", "mgr"]),
    (ClosedClasses::TIE, &["de", "d'", "du", "des", "à", "au", "aux", "en"]),
    (ClosedClasses::SAME, &["même", "mêmes"]),
    (ClosedClasses::ARTICLE_OR_CLITIC, &["le", "la", "les", "l'", "leur", "en"]),
    (ClosedClasses::TIME, &times::DAYS_AND_MONTHS),
    (ClosedClasses::TIME, &times::MOMENTS),
];

static LISTED: LazyLock<FxHashMap<&str, ClosedClasses>> = LazyLock::new(|| {
    let mut listed = FxHashMap::default();
    for (class, words) in MEMBERS {
        for word in words {
            let known: &mut ClosedClasses = listed.entry(*word).or_default();
            *known = known.or(class);
        }
    }
    listed
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_belongs_to_all_its_classes() {
        let leur = ClosedClasses::of("leur");
        assert!(leur.are(ClosedClasses::POSSESSIVE) && leur.are(ClosedClasses::OBJECT_CLITIC) && !leur.are(ClosedClasses::SUBJECT_CLITIC));
        assert!(ClosedClasses::of("les").are(ClosedClasses::DEFINITE) && !ClosedClasses::of("des").are(ClosedClasses::DEFINITE));
        assert!(ClosedClasses::of("mardi").are(ClosedClasses::TIME) && !ClosedClasses::of("mardi").are(ClosedClasses::TIME_THERE));
        assert_eq!(ClosedClasses::of("jour-là"), ClosedClasses::TIME_THERE);
        assert!(ClosedClasses::of("mme").are(ClosedClasses::ADDRESS) && ClosedClasses::of("m.").are(ClosedClasses::ADDRESS));
        assert_eq!(ClosedClasses::of("fin."), ClosedClasses::default());
        assert_eq!(ClosedClasses::of("maison"), ClosedClasses::default());
    }
}
