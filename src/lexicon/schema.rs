//! A lexicon as its author writes it, after reading.

use super::ties::{Effect, Genitive, Tie};
use crate::lang::Wording;
use serde::Deserialize;
use std::sync::Arc;
use toml::Spanned;

/// How a speaker stands to a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Speaks for no state, whatever adjective goes with it: an expert, an NGO, a newspaper.
    Private,
    /// Like `Private`, and passes on what others say: a news agency.
    Agency,
    /// Speaks for the state or the armed body that its phrase names: a spokesman, an ambassador.
    Official,
    /// Where its phrase names none, speaks for the country that the article is about: the army, a military source.
    Home,
    /// No speaker but a thing that bears a name between quotation marks: a film, a military operation.
    Titled,
    /// No speaker but a stretch of land that goes by the name of those who live there: Gaza.
    Land,
}

impl Standing {
    /// False for what bears a name and says nothing.
    pub fn speaks(self) -> bool {
        !matches!(self, Self::Titled | Self::Land)
    }
}

/// A lexicon: axes with their poles and markers, and the contrasts between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Lexicon {
    pub identity: Identity,
    /// SHA-256 over every file of the lexicon and the classes it uses, in hexadecimal.
    pub sha256: String,
    pub axes: Vec<Axis>,
    pub contrasts: Vec<Contrast>,
    /// Every word class within reach, by id.
    pub classes: Arc<[Class]>,
}

/// `lexicon.toml`
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    pub id: String,
    pub version: String,
    pub licence: String,
    pub title: Wording,
    pub description: Wording,
    /// Used where the command line names no lexicon.
    #[serde(default)]
    pub default: bool,
    /// What its matches are for.
    #[serde(default)]
    pub purpose: Purpose,
}

/// What the program does with a lexicon's matches.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Purpose {
    /// Wordings to be counted.
    #[default]
    Markers,
    /// Who a phrase stands for, and in what country a place lies.
    Actors,
    /// Verbs, nouns and phrases that give the floor to somebody.
    Speech,
    /// Verbs and nouns by which an actor is given a part; a pole is a role, or says what its words do to roles near them.
    Roles,
}

/// How a word of a speech lexicon ties somebody's words to whom it gives the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Frame {
    /// A clause with "que" (or "si", "comment") says what was said: "affirme que …", "l'annonce que …".
    Clause,
    /// An infinitive does: "dit avoir …", "promet de …".
    Infinitive,
    /// The object does: "annonce la chute de …".
    Object,
    /// What "de" opens does: "accuse Paris de …", "l'annonce de la chute".
    Of,
    /// It opens, closes or interrupts a quotation: "…, a-t-il dit", "dit X : «…»".
    Quote,
    /// The speaker follows: "selon X", "d'après X".
    Speaker,
    /// The speaker follows, but only where the phrase opens its clause and a comma closes it: "Pour X, …".
    Opening,
}

/// A subject on which wordings differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    pub id: String,
    pub title: Wording,
    pub question: Wording,
    /// In a speech lexicon: its words are counted, besides giving the floor.
    pub counted: bool,
    /// In an actors lexicon: its wordings name places, its poles the countries that they lie in.
    pub places: bool,
    pub poles: Vec<Pole>,
    pub markers: Vec<Marker>,
}

/// A word and its family.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pole {
    pub id: String,
    /// What readers see, in guillemets.
    pub word: Wording,
    /// In an actors lexicon: its wordings stand for no actor, and keep shorter ones from doing so.
    #[serde(default)]
    pub nobody: bool,
    /// In a lexicon of actors: those for whom its wordings stand, where they are several: "américano-britannique".
    #[serde(default, rename = "stands-for")]
    pub stands_for: Vec<String>,
    /// In a lexicon of actors: the countries where this organisation is at home.
    #[serde(default)]
    pub home: Vec<String>,
    /// In a lexicon of roles: the role that the target has wherever somebody has this one.
    pub mirror: Option<String>,
    /// In a lexicon of roles: the role that takes its place where the part is told as illegitimate, or helps an adversary.
    #[serde(rename = "turns-into")]
    pub turns_into: Option<String>,
    /// In a lexicon of roles: the country where the fighting takes place has this role too.
    #[serde(default, rename = "at-home")]
    pub at_home: bool,
    /// In a lexicon of roles: people who do not act for their country have this role for it too.
    #[serde(default)]
    pub anyone: bool,
    /// In a lexicon of roles: it is played where the fighting takes place, which a headline may name first.
    #[serde(default)]
    pub locates: bool,
    /// In a lexicon of roles: such words are no role themselves; this is what they do to roles near them.
    #[serde(default)]
    pub effects: Vec<Effect>,
}

/// One wording with its patterns, its guards and its proofs.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkerSource {
    pub name: Spanned<String>,
    pub pole: String,
    #[serde(rename = "match")]
    pub patterns: Vec<Spanned<String>>,
    /// Phrases that overlap the hit and take it away.
    #[serde(default)]
    pub except: Vec<Spanned<String>>,
    /// At least one of these guards must hold.
    #[serde(default)]
    pub only: Vec<Spanned<String>>,
    /// None of these guards may hold.
    #[serde(default)]
    pub unless: Vec<Spanned<String>>,
    /// In a speech lexicon: how it reports.
    #[serde(default)]
    pub reports: Vec<Frame>,
    /// In a speech lexicon: how those whom it names stand to a state.
    #[serde(default)]
    pub standing: Option<Standing>,
    /// In a lexicon of roles: where those stand who play the part.
    #[serde(default)]
    pub agent: Vec<Tie>,
    /// Where those stand for or against whom it is played.
    #[serde(default)]
    pub patient: Vec<Tie>,
    /// All of them play it, each against the others: "s'affronter".
    #[serde(default)]
    pub mutual: bool,
    /// The role of those at the patient's place, where they have one too: whoever kills fights.
    #[serde(default)]
    pub other: Option<String>,
    /// The role of those at the patient's place, where nobody from abroad is told to have done it: "une roquette a visé l'ambassade".
    #[serde(default)]
    pub suffered: Option<String>,
    /// Of a deed that "de …" completes: what those who stand there do or suffer, in doubt.
    #[serde(default)]
    pub of: Option<Genitive>,
    /// Sentences it must hit, the spans in square brackets.
    #[serde(default)]
    pub hits: Vec<Spanned<String>>,
    /// Sentences it must not hit.
    #[serde(default)]
    pub misses: Vec<Spanned<String>>,
}

/// A marker and where it stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Marker {
    pub name: String,
    pub pole: String,
    pub file: String,
    pub line: usize,
    pub patterns: Vec<Line>,
    pub except: Vec<Line>,
    pub only: Vec<Line>,
    pub unless: Vec<Line>,
    pub reports: Vec<Frame>,
    pub standing: Option<Standing>,
    pub agent: Vec<Tie>,
    pub patient: Vec<Tie>,
    pub mutual: bool,
    pub other: Option<String>,
    pub suffered: Option<String>,
    pub of: Option<Genitive>,
    pub hits: Vec<Line>,
    pub misses: Vec<Line>,
}

/// A string of a lexicon file and its 1-based line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub text: String,
    pub line: usize,
}

/// `classes/NAME.toml`: words that guards and patterns refer to.
#[derive(Debug, Clone, PartialEq)]
pub struct Class {
    pub id: String,
    pub file: String,
    pub line: usize,
    pub words: Vec<Line>,
}

/// Wordings that can name the same referent, set against each other.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contrast {
    pub id: String,
    pub title: Wording,
    pub question: Wording,
    pub caution: Wording,
    pub members: Vec<Member>,
    #[serde(skip)]
    pub file: String,
}

impl Contrast {
    /// True where somebody means this contrast of this lexicon: `contrast` or `lexicon/contrast`.
    pub fn is_called(&self, name: &str, lexicon: &str) -> bool {
        self.id == name || name.split_once('/') == Some((lexicon, &self.id))
    }
}

/// One side of a contrast.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    pub label: Wording,
    /// `axis/pole`
    #[serde(default)]
    pub poles: Vec<String>,
    /// `axis/marker`
    #[serde(default)]
    pub markers: Vec<String>,
}

impl Member {
    /// True where a hit of this axis, pole and marker is a choice of this side.
    pub fn takes(&self, axis: &str, pole: &str, marker: &str) -> bool {
        let is = |path: &String, name: &str| path.split_once('/') == Some((axis, name));
        self.poles.iter().any(|path| is(path, pole)) || self.markers.iter().any(|path| is(path, marker))
    }
}

/// What readers see of a pole of some lexicon of this purpose.
pub fn word_of<'l>(lexicons: &'l [Lexicon], purpose: Purpose, pole: &str) -> Option<&'l Wording> {
    let poles = lexicons.iter().filter(|lexicon| lexicon.identity.purpose == purpose).flat_map(|l| &l.axes).flat_map(|axis| &axis.poles);
    poles.into_iter().find(|known| known.id == pole).map(|pole| &pole.word)
}
