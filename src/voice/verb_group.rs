//! A verb with its auxiliaries, clitics and negation: "n'a pas encore confirmé", "a-t-il ajouté", "vient d'annoncer".

use super::phrase::Phrases;
use crate::text::dictionary::{self, LemmaId};
use crate::text::morphology::{Features, Pos};
use crate::text::pos_set::PosSet;
use std::ops::Range;
use std::sync::LazyLock;

/// How a verb stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// With a subject of its own: simple or compound tense, or an infinitive that a modal verb carries.
    Active,
    /// être and participle: the speaker, if any, stands after "par".
    Passive,
    Infinitive,
    PresentParticiple,
    /// Without auxiliary: "accusé par Paris de …".
    PastParticiple,
}

/// A verb of saying and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerbGroup {
    pub tokens: Range<usize>,
    pub shape: Shape,
    /// The pronoun of "a-t-il dit", "dit-elle".
    pub inverted: Option<usize>,
}

/// The group round the words of a trigger; None where its verb is used as a noun or an adjective.
pub fn around(p: &Phrases, trigger: Range<usize>) -> Option<VerbGroup> {
    let verb = trigger.clone().find(|t| p.document.form(*t).pos.contains(Pos::Verb))?;
    let mut end = trigger.end;
    let mut inverted = is_inverted(p, end).then_some(end);
    if inverted.is_some() {
        end += 1;
    }
    let mut start = verb;
    let mut auxiliary = None;
    let mut reflexive = false;
    let mut at = verb;
    while at > p.start {
        at -= 1;
        let norm = p.norm(at);
        if is_inverted(p, at) {
            inverted = Some(at);
            continue;
        }
        // "a été annoncé": a second auxiliary is a form of avoir.
        if p.is_auxiliary(at) && (auxiliary.is_none() || p.document.form(at).is_avoir) {
            let aux = if p.document.form(at).is_avoir && auxiliary != Some("être") { "avoir" } else { "être" };
            auxiliary = Some(auxiliary.unwrap_or(aux));
            start = at;
            continue;
        }
        // "nous affirmons": a subject; "nous dit-il": an object.
        if matches!(norm, "nous" | "vous") && start == at + 1 && p.has(at + 1, Features::FINITE) && !p.has(at + 1, Features::PERSON3) {
            break;
        }
        match norm {
            "été" => {
                auxiliary = Some("être");
                start = at;
            }
            "se" | "s'" => {
                reflexive = true;
                start = at;
            }
            "ne" | "n'" | "me" | "m'" | "te" | "t'" | "l'" | "le" | "la" | "les" | "en" | "y" | "lui" | "leur" | "nous" | "vous"
                if start == at + 1 =>
            {
                start = at
            }
            _ if is_between(p, at) => {}
            _ => break,
        }
    }
    let participle = p.has(verb, Features::PAST_PARTICIPLE);
    let shape = match auxiliary {
        Some("être") if !reflexive && participle => Shape::Passive,
        Some(_) if participle => Shape::Active,
        // "dit", "fait" and "promis" are participles too; only an agent shows that they are.
        _ if p.has(verb, Features::FINITE) && !(participle && p.norm(trigger.end) == "par") => Shape::Active,
        _ if p.has(verb, Features::INFINITIVE) => match carried(p, start) {
            Some(modal) => {
                start = modal;
                Shape::Active
            }
            None => Shape::Infinitive,
        },
        _ if p.has(verb, Features::PRESENT_PARTICIPLE) => Shape::PresentParticiple,
        _ if participle => Shape::PastParticiple,
        _ => return None,
    };
    Some(VerbGroup { tokens: start..end, shape, inverted })
}

/// "-t-il", "-elle"
fn is_inverted(p: &Phrases, token: usize) -> bool {
    const HYPHEN: &[u8] = "‑".as_bytes();
    let letters = |token: usize| &p.document.text.as_bytes()[p.document.tokens[token].span.start..p.document.tokens[token].span.end];
    p.holds(token) && (matches!(letters(token), [b'-', _, ..]) || letters(token).starts_with(HYPHEN))
}

/// Adverbs, which may stand between an auxiliary and its participle.
fn is_between(p: &Phrases, token: usize) -> bool {
    if p.kind(token).is_none_or(|k| !k.is_word()) {
        return false;
    }
    let form = p.document.form(token);
    let norm = &*form.norm;
    let adverb = form.pos.contains(Pos::Adverb)
        && !form.pos.intersects(PosSet::from(Pos::Determiner) | PosSet::from(Pos::Conjunction) | PosSet::from(Pos::Preposition));
    adverb && !matches!(norm, "où" | "non")
        || matches!(norm, "pas" | "plus" | "outre" | "même" | "tout" | "aussitôt")
        || norm == "en" && matches!(p.norm(token + 1), "outre" | "effet" | "même")
        || norm == "effet"
}

/// Verbs whose infinitive says what their subject says.
static CARRY: LazyLock<Vec<LemmaId>> = LazyLock::new(|| {
    dictionary::lemma_ids(
        "pouvoir devoir vouloir tenir venir aller oser continuer finir commencer choisir faillir sembler refuser persister décider",
    )
});

/// Where the verb that carries an infinitive begins: "a tenu à dénoncer", "vient d'annoncer", "doit confirmer".
fn carried(p: &Phrases, infinitive: usize) -> Option<usize> {
    let mut at = infinitive.checked_sub(1).filter(|t| *t >= p.start)?;
    if matches!(p.norm(at), "à" | "de" | "d'") {
        at = at.checked_sub(1).filter(|t| *t >= p.start)?;
    }
    while is_between(p, at) && at > p.start {
        at -= 1;
    }
    if !p.is_form_of(at, &CARRY) {
        return None;
    }
    let mut start = at;
    while start > p.start
        && (p.is_auxiliary(start - 1) || matches!(p.norm(start - 1), "ne" | "n'" | "pas" | "s'" | "se") || is_between(p, start - 1))
    {
        start -= 1;
    }
    Some(start)
}
