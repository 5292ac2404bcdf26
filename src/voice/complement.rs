//! What follows a verb of saying: a clause, an infinitive, an object, "de …", a colon, a quotation; and how far it reaches.

use super::frames::Frames;
use super::phrase::Phrases;
use crate::lexicon::Frame;
use crate::text::morphology::{Features, Pos};
use crate::text::pos_set::PosSet;
use crate::text::tokenizer::Kind;
use std::ops::Range;

/// Words between a verb and what it reports: the addressee, the day, the place.
const REACH: usize = 30;

/// What a verb of these frames reports after `from`; None where nothing does.
pub fn after(p: &Phrases, from: usize, frames: Frames) -> Option<(Frame, Range<usize>)> {
    let takes = |frame: Frame| frames.contains(frame);
    let mut at = from;
    let mut objects = 0;
    // "faire état de": the word brings its preposition.
    if takes(Frame::Of) && from > p.start && is_of(p, from - 1) && p.from(from).is_some() {
        return Some((Frame::Of, from..scope_end(p, from, Frame::Of)));
    }
    while at < p.end && at < from + REACH {
        if p.is_quote(at) {
            if opens(p, at) {
                return takes(Frame::Quote).then(|| (Frame::Quote, at..scope_end(p, at, Frame::Clause)));
            }
            at += 1;
            continue;
        }
        if p.is_mark(at, ":") {
            let speaks = takes(Frame::Clause) || takes(Frame::Quote) && p.is_quote(at + 1);
            return (speaks && at + 1 < p.end).then(|| (Frame::Quote, at + 1..p.end));
        }
        if p.is_comma(at) {
            at = past_incise(p, at)?;
            continue;
        }
        if p.kind(at).is_none_or(|k| !k.is_word()) {
            return None;
        }
        let reports = |frame: Frame| Some((frame, at..scope_end(p, at, frame)));
        match p.norm(at) {
            "que" | "qu'" if takes(Frame::Clause) => return reports(Frame::Clause),
            "que" | "qu'" => return None,
            "comment" | "pourquoi" | "combien" if takes(Frame::Clause) => return reports(Frame::Clause),
            "si" | "s'" if takes(Frame::Clause) && at == from => return reports(Frame::Clause),
            "comme" if takes(Frame::Object) && at <= from + 1 => return reports(Frame::Object),
            "de" | "d'" | "du" | "des" | "à" | "au" | "aux" => {
                let of = is_of(p, at);
                if takes(Frame::Infinitive) && is_infinitive(p, at + 1) || of && takes(Frame::Of) && is_infinitive(p, at + 1) {
                    return reports(Frame::Infinitive);
                }
                if of && takes(Frame::Of) {
                    return reports(Frame::Of);
                }
                if matches!(p.norm(at), "des" | "du" | "de" | "d'") && takes(Frame::Object) && objects == 0 {
                    return reports(Frame::Object);
                }
                at = past_phrase(p, at + 1, frames);
                continue;
            }
            _ => {}
        }
        if takes(Frame::Infinitive) && is_infinitive(p, at) {
            return reports(Frame::Infinitive);
        }
        let form = p.document.form(at);
        if form.pos.contains(Pos::Preposition) && !form.casing.is_capitalised() {
            at = past_phrase(p, at + 1, frames);
            continue;
        }
        let adverb = form.pos.contains(Pos::Adverb) && !form.pos.intersects(PosSet::from(Pos::Determiner) | PosSet::from(Pos::Noun));
        if let Some(phrase) = p.from(at).filter(|_| !adverb) {
            if p.is_when(&phrase) {
                at = phrase.end;
                continue;
            }
            if takes(Frame::Object) && objects == 0 {
                return reports(Frame::Object);
            }
            objects += 1;
            at = past(p, &phrase, frames);
            continue;
        }
        if adverb
            || matches!(p.norm(at), "pas" | "plus" | "et" | "tout" | "même" | "lui" | "leur" | "nous" | "vous") && !p.is_finite(at + 1)
        {
            at += 1;
            continue;
        }
        return None;
    }
    None
}

fn is_of(p: &Phrases, token: usize) -> bool {
    matches!(p.norm(token), "de" | "d'" | "du" | "des")
}

/// The token after the noun phrase that begins here.
fn past_phrase(p: &Phrases, start: usize, frames: Frames) -> usize {
    p.from(start).map_or(start, |phrase| past(p, &phrase, frames))
}

/// The token after a noun phrase, less what its verb charges it with.
fn past(p: &Phrases, phrase: &Range<usize>, frames: Frames) -> usize {
    if frames.contains(Frame::Of) { charge(p, phrase).unwrap_or(phrase.end) } else { phrase.end }
}

/// Where "de …" in a verb's object belongs to the verb: "accuse l'ancien colonel | de crimes", but "accuse l'armée de Damas".
fn charge(p: &Phrases, object: &Range<usize>) -> Option<usize> {
    let bare = |t: usize| {
        matches!(p.norm(t), "de" | "d'") && p.holds(t + 1) && !p.is_determiner(t + 1) && !p.document.form(t + 1).casing.is_capitalised()
    };
    (object.start + 1..object.end).find(|t| bare(*t))
}

/// An opening quotation mark, by the spaces and marks around it.
fn opens(p: &Phrases, mark: usize) -> bool {
    match p.document.surface(mark) {
        "«" | "“" | "„" | "‘" | "‹" => true,
        "»" | "”" | "›" => false,
        _ => {
            let end = p.document.tokens[mark].span.end;
            p.document.text[end..].chars().next().is_some_and(|c| c.is_alphanumeric() || c == '[')
        }
    }
}

/// "a affirmé, lundi, que": the token after the second comma, where what follows can be what is reported.
fn past_incise(p: &Phrases, comma: usize) -> Option<usize> {
    const INCISE: usize = 16;
    let second = (comma + 1..p.end.min(comma + INCISE)).find(|t| p.is_comma(*t))?;
    let next = second + 1;
    let is_complement =
        matches!(p.norm(next), "que" | "qu'" | "de" | "d'" | "avoir" | "être" | "vouloir") || p.is_quote(next) || is_infinitive(p, next);
    is_complement.then_some(next)
}

/// An infinitive, its negation and pronouns before it: "ne pas vouloir", "l'avoir vu".
fn is_infinitive(p: &Phrases, token: usize) -> bool {
    let mut at = token;
    while at < token + 4
        && (p.is_quote(at)
            || matches!(
                p.norm(at),
                "ne" | "n'"
                    | "pas"
                    | "plus"
                    | "se"
                    | "s'"
                    | "l'"
                    | "le"
                    | "la"
                    | "les"
                    | "y"
                    | "en"
                    | "lui"
                    | "leur"
                    | "rien"
                    | "jamais"
                    | "nous"
                    | "toujours"
                    | "tout"
                    | "déjà"
                    | "bien"
            ))
    {
        at += 1;
    }
    // "l'avoir" is a noun too, "avoir vu" never.
    p.has(at, Features::INFINITIVE) && (p.is_auxiliary(at) || at > token || !p.pos(at).intersects(PosSet::NOMINAL))
}

/// Where what is reported ends: the sentence, or the point where the outlet takes the word again.
pub fn scope_end(p: &Phrases, from: usize, frame: Frame) -> usize {
    let nominal = matches!(frame, Frame::Object | Frame::Of | Frame::Infinitive);
    let mut depth = 0_i32;
    for at in from + 1..p.end {
        let ends = match p.document.tokens[at].kind {
            Kind::Quote => {
                match p.document.surface(at) {
                    "«" | "“" => depth += 1,
                    "»" | "”" => depth -= 1,
                    _ => {}
                }
                false
            }
            _ if depth > 0 => false,
            Kind::Mark => {
                // "relève que l'un a armé; que l'autre a livré": still what is reported.
                let next_que = || at + 1 + usize::from(p.norm(at + 1) == "et");
                p.is_mark(at, ";") && (nominal || !matches!(p.norm(next_que()), "que" | "qu'"))
            }
            Kind::Comma => breaks_off(p, at + 1, nominal),
            Kind::Word => p.norm(at) == "et" && (nominal && begins_verb(p, at + 1) || begins_main_clause(p, at + 1)),
            Kind::Number | Kind::Stop => false,
        };
        if ends {
            return at;
        }
    }
    p.end
}

/// ", mais il", ", alors que", ", qui": after a comma, no longer what is reported.
fn breaks_off(p: &Phrases, token: usize, nominal: bool) -> bool {
    match p.norm(token) {
        "mais" => !matches!(p.norm(token + 1), "que" | "qu'" | "aussi" | "également" | "pas" | "non"),
        "alors" | "tandis" => matches!(p.norm(token + 1), "que" | "qu'"),
        "qui" | "dont" | "où" | "lequel" | "laquelle" | "lesquels" | "lesquelles" => nominal,
        _ => false,
    }
}

/// "et il est parti": joined reported clauses would say "et que".
fn begins_main_clause(p: &Phrases, token: usize) -> bool {
    matches!(p.norm(token), "il" | "elle" | "ils" | "elles") && (token + 1..p.end.min(token + 4)).any(|t| p.is_finite(t))
}

/// A verb without a subject of its own: "et a promis", "et n'exclut pas".
fn begins_verb(p: &Phrases, token: usize) -> bool {
    let mut at = token;
    while matches!(p.norm(at), "ne" | "n'" | "se" | "s'" | "l'" | "en" | "y" | "a" | "ont") && at < token + 3 {
        if p.is_auxiliary(at) {
            return true;
        }
        at += 1;
    }
    p.is_finite(at)
}
