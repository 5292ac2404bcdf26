//! The conditional of hearsay: "aurait libéré la ville", "contrôleraient trois villages".

use super::phrase::Phrases;
use super::report::{Form, Report};
use super::subject::{self, Subject};
use crate::text::Document;
use crate::text::dictionary::{self, LemmaId};
use crate::text::morphology::Features;
use crate::text::tokenizer::Kind;
use std::sync::LazyLock;

/// Verbs whose conditional is no hearsay: it says what might or should be.
static MODAL: LazyLock<Vec<LemmaId>> =
    LazyLock::new(|| dictionary::lemma_ids("pouvoir devoir falloir vouloir souhaiter aimer préférer permettre suffire"));

/// Verbs of what is or goes on: "contrôleraient trois villages", "s'agirait d'un drone".
static LASTING: LazyLock<Vec<LemmaId>> = LazyLock::new(|| {
    dictionary::lemma_ids(
        "abriter agir appartenir apprêter cacher combattre compter contrôler dater détenir disposer envisager financer héberger négocier posséder préparer provenir tenir trouver viser",
    )
});

/// The hearsay conditional, where nobody else is reported and nothing is supposed.
pub fn of_sentence(document: &Document, p: &Phrases, sentence: usize, first: usize, found: &mut Vec<Report>) {
    let conditional = |t: usize| p.has(t, Features::CONDITIONAL) && !p.has(t, Features::FUTURE) && p.is_finite(t);
    if !(p.start..p.end).any(conditional) || (p.start..p.end).any(|t| supposes(p, t)) {
        return;
    }
    for clause in document.clauses(sentence) {
        let Some(verb) = clause.tokens.clone().find(|t| conditional(*t)) else { continue };
        let modal = |t: usize| p.is_form_of(t, &MODAL);
        let participle = (verb + 1..p.end.min(verb + 4)).find(|t| p.has(*t, Features::PAST_PARTICIPLE));
        let is_told = p.is_auxiliary(verb) && participle.is_some() || is_said_to_be(p, clause.tokens.start, verb);
        let question = (p.start..p.end).any(|t| p.is_mark(t, "?"));
        if modal(verb) || participle.is_some_and(modal) || !is_told || question {
            continue;
        }
        if found[first..].iter().any(|report| report.covers(verb)) {
            continue;
        }
        found.push(Report { sentence, trigger: None, speaker: Subject::Nobody, scope: vec![clause.tokens.clone()], form: Form::Hearsay });
    }
}

/// "si", "s'il"; "sans cet appui, la ville serait tombée": the conditional then follows from what is not so.
fn supposes(p: &Phrases, token: usize) -> bool {
    let opens = || token == p.start || p.is_comma(token - 1);
    match p.norm(token) {
        "si" => !p.is_finite(token + 1),
        "s'" => matches!(p.norm(token + 1), "il" | "ils"),
        "sans" => opens() && p.from(token + 1).is_some(),
        "sinon" | "faute" => opens(),
        _ => false,
    }
}

/// "seraient toujours sur place", "contrôleraient trois villages", "l'attaque serait imminente": what is said to be so now; not what a thing that
/// nobody knows yet would bring ("une offensive serait …").
fn is_said_to_be(p: &Phrases, from: usize, verb: usize) -> bool {
    const NOW: [&str; 7] = ["toujours", "encore", "déjà", "actuellement", "désormais", "imminent", "imminente"];
    let of_a_thing = |t: usize| matches!(p.norm(t), "ce" | "c'" | "cela" | "ça");
    let is_known = !of_a_thing(verb - usize::from(verb > from))
        && subject::bare(p, from..verb).first().is_none_or(|subject| !matches!(p.norm(subject.start), "un" | "une"));
    let now = || (verb + 1..p.end.min(verb + 3)).any(|t| NOW.contains(&p.norm(t)) || p.kind(t) == Some(Kind::Number));
    is_known && (p.is_form_of(verb, &LASTING) || p.document.form(verb).is_etre && now())
}
