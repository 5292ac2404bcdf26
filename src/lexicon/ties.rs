//! What a lexicon of roles says of its words: where the parties stand, and what words do to roles near them.

use crate::text::dictionary;
use crate::text::morphology::Pos;
use serde::{Deserialize, Deserializer, de};

/// Where a party stands, seen from the word that tells its part.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Tie {
    /// Who does it: the subject of an active verb, "par …" of a passive one; of a noun, the subject of the verb that lends it.
    Subject,
    /// To whom it is done: the object of an active verb, the subject of a passive one.
    Object,
    /// An adjective or a name in the same noun phrase: "l'appui russe".
    Adjective,
    /// "son appui"
    Possessive,
    /// The noun beside which it stands: "Moscou, allié de Damas"; the subject of être.
    Apposition,
    /// The subject of the clause in which it is said on the way: "avec l'appui de Moscou, l'armée a …".
    Clause,
    /// Those whom "dont" picks out: "douze morts, dont trois Suédois".
    Listed,
    /// What this preposition opens.
    Preposition(String),
    /// Whom the match itself names, in its slot of this name: `<qui>`.
    Slot(String),
}

impl<'de> Deserialize<'de> for Tie {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Ok(match &*word {
            "subject" => Tie::Subject,
            "object" => Tie::Object,
            "adjective" => Tie::Adjective,
            "possessive" => Tie::Possessive,
            "apposition" => Tie::Apposition,
            "clause" => Tie::Clause,
            "listed" => Tie::Listed,
            slot if slot.starts_with('<') && slot.ends_with('>') => Tie::Slot(slot.trim_matches(['<', '>']).to_owned()),
            _ => {
                let mut analyses = Vec::new();
                dictionary::analyses(&word, &mut analyses);
                if !analyses.iter().any(|analysis| analysis.pos == Pos::Preposition) {
                    let known = "a preposition, or subject, object, adjective, possessive, apposition, clause, listed, <slot>";
                    return Err(de::Error::invalid_value(de::Unexpected::Str(&word), &known));
                }
                Tie::Preposition(word)
            }
        })
    }
}

/// What "de …" tells of a deed where nothing else decides: "l'invasion de l'île", "l'offensive de Quito".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Genitive {
    /// To whom it is done, unless they are people who fight.
    Patient,
    /// Who does it, unless it is a thing that is hit.
    Agent,
}

/// What a word does to the roles near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// What it governs is denied, threatened or wished away: "démentir", "menacer de".
    Denies,
    /// What it governs comes to an end, and so was done: "cesser de".
    Stops,
    /// What it governs or qualifies is told as illegitimate: "accuser de", "illégal".
    Condemns,
    /// Names an adversary: help to him is told as illegitimate.
    Adversary,
    /// Its subject plays the part that its object names: "lancer une offensive".
    LendsSubject,
    /// What it qualifies is done by whom "à" names: "une frappe attribuée à l'armée".
    AttributedTo,
    /// Its subject is the one for or against whom its object is done: "subir des frappes".
    LendsTarget,
    /// The object of the verb, not its subject, does what the infinitive says: "aider Damas à …".
    ObjectActs,
    /// A noun whose people do not act for their country, though they are of it: "journalistes russes".
    Bystander,
    /// A noun that is not of the country beside it: "les ennemis de Moscou".
    Outsider,
    /// "l'ennemi": whoever is fought.
    Foe,
    /// "ce pays": the country named last.
    Country,
    /// "le royaume": the state spoken of.
    State,
    /// "le mouvement": the organisation spoken of.
    Body,
    /// "l'enclave": the country where the fighting takes place.
    Scene,
    /// "l'armée", "le ministère de la Défense": of the state whose armed forces or power were named last.
    Institution,
    /// "les avions", "nos forces": whose they are the speaker need not say.
    Forces,
    /// "les deux camps": the two parties named last.
    BothParties,
    /// Its object is called what "de" or "comme" opens, which its subject does not do: "qualifier de".
    Names,
    /// "l'ambassade", "le convoi": is hit, does not hit.
    Struck,
}

impl Effect {
    /// True where the word does the contrary once it is denied: "n'a pas cessé de".
    pub fn is_undone(self) -> bool {
        matches!(self, Effect::Denies | Effect::Stops)
    }

    /// True where the word stands for somebody who is named elsewhere: "l'armée", "ce pays".
    pub fn stands_in(self) -> bool {
        use Effect::*;
        matches!(self, Foe | Country | State | Body | Scene | Institution | Forces | BothParties)
    }
}
