//! Who does what a verb says: the noun phrase or pronoun before it, across incises and relative clauses.

use super::phrase::Phrases;
use super::verb_group::{self, Shape, VerbGroup};
use crate::text::morphology::Pos;
use crate::text::tokenizer::Kind;
use std::ops::Range;

/// What stands for the one who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    Phrase(Range<usize>),
    /// il, elle, ce dernier: somebody named before.
    Pronoun(usize),
    /// "on", "il a été annoncé": nobody in particular.
    Nobody,
    /// "je", "nous", and a reader who is addressed: the outlet itself.
    Author,
}

/// Verbs whose subject is looked for through one another ("a dit … et promis …, ajoutant …").
const DEPTH: usize = 4;

/// The subject of a verb group, looked for on its left.
pub fn before(p: &Phrases, group: &VerbGroup) -> Option<Subject> {
    find(p, group, DEPTH)
}

fn find(p: &Phrases, group: &VerbGroup, depth: usize) -> Option<Subject> {
    if depth == 0 {
        return None;
    }
    match group.shape {
        Shape::Passive | Shape::PastParticiple => return agent(p, group.tokens.end),
        Shape::Infinitive | Shape::PresentParticiple => return of_main_verb(p, group, depth),
        Shape::Active => {}
    }
    let start = group.tokens.start;
    if let Some(clitic) = group.inverted {
        // "Le ministre dira-t-il que …"
        let named = phrase_ending_at(p, start).filter(|phrase| !p.is_when(phrase));
        return named.map(Subject::Phrase).or_else(|| pronoun(p, clitic));
    }
    let mut at = start.checked_sub(1).filter(|t| *t >= p.start)?;
    while at > p.start && p.is_quote(at) {
        at -= 1;
    }
    if let Some(subject) = pronoun(p, at) {
        return Some(subject);
    }
    if p.norm(at) == "qui" {
        return antecedent(p, at);
    }
    if p.is_comma(at) {
        // "Le ministre, joint par téléphone, a dit": what stands between the commas is set aside.
        if let Some(first) = (p.start..at).rev().find(|t| p.is_comma(*t)) {
            let region = region(p, first);
            if let Some(phrase) = last_bare(p, region).filter(|phrase| phrase.end + 1 >= first) {
                return Some(Subject::Phrase(phrase));
            }
            if p.norm(first + 1) == "qui" {
                return antecedent(p, first + 1);
            }
        }
        return last_bare(p, region(p, at)).map(Subject::Phrase).or_else(|| of_main_verb(p, group, depth));
    }
    if matches!(p.norm(at), "et" | "ou" | "puis") {
        // "rejette ces allégations et rappelle": whoever does the first does the second.
        return joined(p, at, depth).or_else(|| of_main_verb(p, group, depth));
    }
    let beside =
        || phrase_ending_at(p, start).filter(|phrase| phrase.start == p.start || !is_governed(p, phrase.start) && !p.is_when(phrase));
    let found = last_bare(p, region(p, start));
    // "Dans un pays où la guerre a tué, plusieurs observateurs redoutent": what stands right before goes before what a relative clause cuts off.
    let far = found.as_ref().is_none_or(|phrase| (phrase.end..start).any(|t| p.is_comma(t)));
    if let Some(phrase) = beside().filter(|_| far).or(found) {
        return Some(Subject::Phrase(phrase));
    }
    of_main_verb(p, group, depth)
}

/// True behind a preposition.
fn is_governed(p: &Phrases, token: usize) -> bool {
    p.document.form(token - 1).pos.contains(Pos::Preposition)
}

/// The subject of the verb that "et" joins one to, verbs of clauses within passed over.
fn joined(p: &Phrases, and: usize, depth: usize) -> Option<Subject> {
    let verbs = (p.start..and).rev().filter(|t| p.is_finite(*t));
    let main = verbs.filter(|t| !is_subordinate(p, *t)).find(|t| p.norm(t.saturating_sub(1)) != "qui")?;
    of_verb(p, &group_of(p, main, and)?, and, depth)
}

/// True for the verb of a clause that "que", "qui", "dont" or "où" opens.
fn is_subordinate(p: &Phrases, verb: usize) -> bool {
    let opening = (p.start..verb).rev().take_while(|t| !p.is_finite(*t) || p.is_auxiliary(*t));
    opening.into_iter().any(|t| matches!(p.norm(t), "que" | "qu'" | "qui" | "dont" | "où"))
}

/// il, elle, ce dernier …; "on" and impersonal "il" are nobody.
fn pronoun(p: &Phrases, token: usize) -> Option<Subject> {
    match p.norm(token) {
        "il" | "elle" | "ils" | "elles" | "lui" | "celui-ci" | "celle-ci" | "ceux-ci" | "celles-ci" => Some(Subject::Pronoun(token)),
        "on" => Some(Subject::Nobody),
        // Outside quotation marks whoever writes is the outlet.
        "je" | "j'" | "nous" | "tu" | "vous" => Some(Subject::Author),
        _ => None,
    }
}

/// "par X" after a passive.
pub fn agent(p: &Phrases, from: usize) -> Option<Subject> {
    const REACH: usize = 14;
    let par = (from..p.end.min(from + REACH)).take_while(|t| !p.is_mark(*t, ";") && !p.is_finite(*t)).find(|t| p.norm(*t) == "par")?;
    let phrase = p.from(par + 1).filter(|phrase| !p.is_when(phrase))?;
    // "accusé par Ottawa de crimes": a name takes no complement.
    let name = p.document.form(phrase.start).casing.is_capitalised();
    let end = phrase.clone().find(|t| name && matches!(p.norm(*t), "de" | "d'") && !p.document.form(t + 1).casing.is_capitalised());
    Some(Subject::Phrase(phrase.start..end.unwrap_or(phrase.end)))
}

/// The noun phrase that a relative pronoun takes up.
fn antecedent(p: &Phrases, pronoun: usize) -> Option<Subject> {
    let mut end = pronoun;
    while end > p.start && (p.is_comma(end - 1) || p.is_quote(end - 1)) {
        end -= 1;
    }
    phrase_ending_at(p, end).map(Subject::Phrase)
}

/// The longest noun phrase that ends at `end`.
pub fn phrase_ending_at(p: &Phrases, end: usize) -> Option<Range<usize>> {
    const REACH: usize = 16;
    let first = end.saturating_sub(REACH).max(p.start);
    (first..end)
        .filter(|t| *t == p.start || !p.kind(*t - 1).is_some_and(|k| k.is_word()) || !p.is_determiner(*t - 1))
        .filter_map(|t| p.from(t))
        .find(|phrase| phrase.end >= end)
        .map(|phrase| phrase.start..end)
}

/// Where a subject is looked for: from the last mark, subordinator or verb up to `from`; of a relative clause on the way, only
/// what stands before it.
fn region(p: &Phrases, from: usize) -> Range<usize> {
    let mut end = from;
    let mut at = from;
    let mut in_relative = false;
    while at > p.start {
        let token = at - 1;
        if p.kind(token) == Some(Kind::Mark) && matches!(p.document.surface(token), ";" | ":" | "(" | ")" | "–" | "—") {
            break;
        }
        match p.norm(token) {
            "qui" | "dont" | "où" if in_relative => {
                in_relative = false;
                end = token;
            }
            "qui" | "que" | "qu'" | "dont" | "où" | "lorsque" | "lorsqu'" | "quand" | "si" | "car" | "mais" | "puisque" | "puisqu'"
            | "parce" | "tandis" => break,
            _ if !in_relative && token + 1 < from && p.is_finite(token) => {
                if !has_relative_before(p, token) {
                    break;
                }
                in_relative = true;
            }
            _ => {}
        }
        at -= 1;
    }
    while end > at && p.is_comma(end - 1) {
        end -= 1;
    }
    at..end
}

/// True for the verb of a relative clause.
pub fn has_relative_before(p: &Phrases, verb: usize) -> bool {
    const REACH: usize = 10;
    (verb.saturating_sub(REACH).max(p.start)..verb)
        .rev()
        .find(|t| matches!(p.norm(*t), "qui" | "que" | "qu'" | "dont" | "où"))
        .is_some_and(|t| matches!(p.norm(t), "qui" | "dont" | "où"))
}

/// The noun phrases of a stretch that no preposition governs and that name no moment, in order.
pub fn bare(p: &Phrases, region: Range<usize>) -> Vec<Range<usize>> {
    let mut phrases = p.bare(region);
    phrases.retain(|phrase| !p.is_when(phrase));
    phrases
}

/// The last noun phrase without preposition, the first of joint ones; moments are passed over.
fn last_bare(p: &Phrases, region: Range<usize>) -> Option<Range<usize>> {
    let mut phrases = bare(p, region);
    let mut chosen = phrases.pop()?;
    // "Moscou et Damas ont annoncé": of joint speakers the first.
    while let Some(previous) = phrases.pop() {
        let joint = previous.end < chosen.start
            && (previous.end..chosen.start).all(|t| matches!(p.norm(t), "et" | "ou") || p.is_comma(t))
            && (previous.end..chosen.start).any(|t| matches!(p.norm(t), "et" | "ou"));
        if !joint {
            break;
        }
        chosen = previous;
    }
    Some(chosen)
}

/// The subject of the sentence's verb before this one, or of the one after where this one opens the sentence.
fn of_main_verb(p: &Phrases, group: &VerbGroup, depth: usize) -> Option<Subject> {
    let start = group.tokens.start;
    let main = (p.start..start).rev().find(|t| p.is_finite(*t));
    if let Some(main) = main {
        let group = group_of(p, main, start)?;
        // ", a indiqué l'état-major, précisant que": an incise names its speaker behind.
        if group.tokens.start > p.start
            && p.is_comma(group.tokens.start - 1)
            && (p.start..group.tokens.start).any(|t| p.is_finite(t) && !has_relative_before(p, t))
            && let Some(phrase) = p.from(group.tokens.end).filter(|phrase| phrase.end < start && !p.is_when(phrase))
        {
            return Some(Subject::Phrase(phrase));
        }
        return of_verb(p, &group, start, depth);
    }
    let comma = (group.tokens.end..p.end).find(|t| p.is_comma(*t))?;
    p.bare(comma + 1..p.end).into_iter().find(|phrase| !p.is_when(phrase)).map(Subject::Phrase)
}

/// The verb group of a finite verb, with the participle that it has before `end`.
fn group_of(p: &Phrases, finite: usize, end: usize) -> Option<VerbGroup> {
    let verb = if p.is_auxiliary(finite) { next_participle(p, finite, end).unwrap_or(finite) } else { finite };
    verb_group::around(p, verb..verb + 1)
}

/// The subject of a verb group that begins before `end`. Whoever suffers the act goes on to speak: "a été reçu à Paris, affirmant que".
fn of_verb(p: &Phrases, group: &VerbGroup, end: usize, depth: usize) -> Option<Subject> {
    let shape = if group.shape == Shape::Passive { Shape::Active } else { group.shape };
    let active = VerbGroup { tokens: group.tokens.clone(), shape, inverted: group.inverted };
    (group.tokens.start < end).then(|| find(p, &active, depth - 1)).flatten()
}

fn next_participle(p: &Phrases, auxiliary: usize, end: usize) -> Option<usize> {
    const REACH: usize = 5;
    (auxiliary + 1..end.min(auxiliary + REACH))
        .find(|t| p.has(*t, crate::text::morphology::Features::PAST_PARTICIPLE) && p.norm(*t) != "été")
}
