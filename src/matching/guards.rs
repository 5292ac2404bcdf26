//! Asks a marker's guards whether a match has the sense of its pole.

use super::Hit;
use super::engine::{QUOTES, ends_before, longest_from, longest_within};
use super::present::{Places, Present};
use crate::lexicon::program::Program;
use crate::lexicon::{Compiled, Guard, Scope};
use crate::text::Document;
use crate::text::context;
use crate::text::morphology::{Features, Pos};
use crate::text::pos_set::PosSet;
use crate::text::times;
use crate::text::tokenizer::Kind;
use std::cell::OnceCell;
use std::ops::Range;

/// What a marker's guards say of a match; the numbers tell which entry of the marker's list decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Kept; by this `only` where the marker has some.
    Kept { only: Option<usize> },
    /// This exception overlaps the match.
    Except(usize),
    /// The marker has `only` guards and none holds.
    NoOnly,
    /// This `unless` guard holds.
    Unless(usize),
}

impl Verdict {
    pub fn is_kept(self) -> bool {
        matches!(self, Verdict::Kept { .. })
    }
}

/// Kept where no exception overlaps the hit, at least one `only` holds, and no `unless` does.
pub fn verdict(document: &Document, lexicons: &Compiled, present: &mut Present, hit: &Hit) -> Verdict {
    judge(document, lexicons, hit, |program| present.places(document, hit.sentence, program))
}

/// `places` tells where in the sentence a program can begin; None for nowhere.
fn judge<'l>(document: &Document, lexicons: &'l Compiled, hit: &Hit, mut places: impl FnMut(&'l Program) -> Option<Places<'l>>) -> Verdict {
    let marker = &lexicons.markers[hit.marker];
    let place = Place { document, hit, sides: OnceCell::new() };
    if let Some(at) = marker.except.iter().position(|phrase| places(phrase).is_some_and(|places| place.overlaps(phrase, places))) {
        return Verdict::Except(at);
    }
    let mut holds = |guard: &'l Guard| places(&guard.program).is_some_and(|places| place.holds(guard, places));
    let only = marker.only.iter().position(&mut holds);
    if only.is_none() && !marker.only.is_empty() {
        return Verdict::NoOnly;
    }
    match marker.unless.iter().position(holds) {
        Some(at) => Verdict::Unless(at),
        None => Verdict::Kept { only },
    }
}

/// A hit where it stands.
struct Place<'p, 't> {
    document: &'p Document<'t>,
    hit: &'p Hit,
    /// Once a guard has asked.
    sides: OnceCell<Sides>,
}

impl Place<'_, '_> {
    /// True where a match of `phrase`, which can begin at these places, shares a token with the hit.
    fn overlaps(&self, phrase: &Program, places: Places) -> bool {
        let Self { document, hit, .. } = self;
        let reach = phrase.reach + QUOTES;
        let first = document.sentences[hit.sentence].tokens.start.max(hit.tokens.start.saturating_sub(reach));
        places
            .within(document, first..hit.tokens.end)
            .any(|token| longest_from(document, phrase, hit.sentence, token).is_some_and(|found| found.tokens.end > hit.tokens.start))
    }

    /// True where a guard, which can begin at these places, holds.
    fn holds(&self, guard: &Guard, places: Places) -> bool {
        let Self { document, hit, .. } = self;
        let sentence = document.sentences[hit.sentence].tokens.clone();
        let within = |range: Range<usize>| {
            let end = range.end;
            places.within(document, range).any(|token| longest_within(document, &guard.program, hit.sentence, token..end).is_some())
        };
        let sides = || self.sides.get_or_init(|| sides(document, hit));
        match guard.scope {
            Scope::Previous => ends_before(document, &guard.program, hit.sentence, hit.tokens.start),
            Scope::Next => (hit.tokens.end..sentence.end)
                .find(|t| document.tokens[*t].kind != Kind::Quote)
                .is_some_and(|next| longest_within(document, &guard.program, hit.sentence, next..sentence.end).is_some()),
            Scope::Before(width) => within(hit.tokens.start.saturating_sub(width).max(sentence.start)..hit.tokens.start),
            Scope::After(width) => within(hit.tokens.end..(hit.tokens.end + width).min(sentence.end)),
            Scope::Clause => {
                let clause = document.clause_of(hit.sentence, hit.tokens.start);
                within(clause.start..hit.tokens.start) || within(hit.tokens.end..clause.end.max(hit.tokens.end))
            }
            Scope::Sentence => within(sentence.start..hit.tokens.start) || within(hit.tokens.end..sentence.end),
            Scope::Object => sides().object.clone().is_some_and(within),
            Scope::Subject => sides().subject.clone().is_some_and(within),
        }
    }
}

/// Where the subject and the object of a hit stand, as far as its clause shows.
struct Sides {
    subject: Option<Range<usize>>,
    object: Option<Range<usize>>,
}

fn sides(document: &Document, hit: &Hit) -> Sides {
    let sentence = document.sentences[hit.sentence].tokens.clone();
    let clause = document.clause_of(hit.sentence, hit.tokens.start);
    let before = clause.start..hit.tokens.start;
    let after = hit.tokens.end..clause.end.max(hit.tokens.end);
    let head = hit.tokens.start;
    let form = document.form(head);
    let possible = context::pos_in_context(document, head, &sentence);
    if !possible.contains(Pos::Verb) {
        return Sides {
            subject: phrase_after(document, &after, &["par"]),
            object: phrase_after(document, &after, &["de", "d'", "du", "des"]),
        };
    }
    let only_participle = form.has(Pos::Verb, Features::PAST_PARTICIPLE) && !form.has(Pos::Verb, Features::INFINITIVE);
    match (only_participle, auxiliary(document, &before)) {
        (true, Some("avoir")) | (false, _) => Sides {
            subject: Some(before.clone()),
            object: Some(antecedent(document, &sentence, &before).unwrap_or(object_phrase(document, after))),
        },
        (true, Some(_)) => Sides { subject: phrase_after(document, &after, &["par"]), object: Some(before) },
        (true, None) => {
            const NOUN_PHRASE: usize = 5;
            let near = hit.tokens.start.saturating_sub(NOUN_PHRASE).max(clause.start)..hit.tokens.start;
            Sides { subject: phrase_after(document, &after, &["par"]), object: Some(near) }
        }
    }
}

/// The auxiliary of a participle: within five words before it, `être` before `avoir` ("a été libérée").
fn auxiliary(document: &Document, before: &Range<usize>) -> Option<&'static str> {
    const REACH: usize = 5;
    let near = before.end.saturating_sub(REACH).max(before.start)..before.end;
    let mut found = None;
    for token in near.rev() {
        let form = document.form(token);
        if &*form.norm == "été" {
            return Some("être");
        }
        if form.is_etre {
            return Some("être");
        }
        if form.is_avoir {
            found = Some("avoir");
        }
        if found.is_some() {
            return found;
        }
    }
    found
}

/// "la ville qu'ils ont libérée": the object stands before the relative pronoun.
fn antecedent(document: &Document, sentence: &Range<usize>, clause_before: &Range<usize>) -> Option<Range<usize>> {
    const NOUN_PHRASE: usize = 5;
    let first = clause_before.start;
    if first == sentence.start || !matches!(&*document.form(first).norm, "que" | "qu'") {
        return None;
    }
    let previous = context::pos_in_context(document, first - 1, sentence);
    // "a annoncé mardi que": a day is nobody's object.
    let is_time = times::is_day_or_month(&document.form(first - 1).norm);
    (previous.intersects(PosSet::NOMINAL) && !previous.contains(Pos::Verb) && !is_time)
        .then(|| first.saturating_sub(NOUN_PHRASE).max(sentence.start)..first)
}

/// "a repris, au terme d'un long siège, la ville": the object stands behind the second comma.
fn past_incise(document: &Document, after: Range<usize>) -> Range<usize> {
    const INCISE: usize = 14;
    let is_comma = |token: &usize| document.tokens.get(*token).is_some_and(|t| t.kind == Kind::Comma);
    if !is_comma(&after.start) {
        return after;
    }
    match (after.start + 1..document.tokens.len().min(after.start + INCISE)).find(is_comma) {
        Some(second) => second + 1..after.end.max(second + INCISE).min(document.tokens.len()),
        None => after,
    }
}

/// The words after a verb up to the preposition that ends its object.
fn object_phrase(document: &Document, after: Range<usize>) -> Range<usize> {
    let after = past_incise(document, after);
    let end = after
        .clone()
        .skip(1)
        .find(|token| {
            matches!(
                &*document.form(*token).norm,
                "par"
                    | "dans"
                    | "avec"
                    | "à"
                    | "au"
                    | "aux"
                    | "pour"
                    | "depuis"
                    | "contre"
                    | "après"
                    | "avant"
                    | "lors"
                    | "sur"
                    | "sans"
                    | "selon"
                    | "grâce"
                    | "afin"
                    | "jusqu'"
                    | "pendant"
                    | "durant"
            )
        })
        .unwrap_or(after.end);
    after.start..end
}

/// The phrase that one of these prepositions opens, close after the hit.
fn phrase_after(document: &Document, after: &Range<usize>, openers: &[&str]) -> Option<Range<usize>> {
    const REACH: usize = 4;
    let opener = (after.start..after.end.min(after.start + REACH)).find(|t| openers.contains(&&*document.form(*t).norm))?;
    Some(object_phrase(document, opener + 1..after.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Needs;
    use crate::matching::{engine, examples};
    use crate::text::Forms;

    #[test]
    fn knowing_where_guards_can_begin_changes_no_verdict() {
        let (lexicons, examples) = examples::of_all_lexicons();
        let forms = Forms::with_tagger(lexicons.tagger());
        let mut judged = 0;
        // Sentences run together, so that words stand in them that guards would ask for elsewhere.
        for text in examples.chunks(5).map(|some| some.join(", ")) {
            let document = Document::new(&text, &[], &forms);
            let mut present = Present::default();
            for sentence in 0..document.sentences.len() {
                let mut found = Vec::new();
                engine::candidates(&document, &lexicons, Needs::EVERYTHING, sentence, &mut found);
                for hit in &found {
                    let plain = judge(&document, &lexicons, hit, |_| Some(Places::ANYWHERE));
                    assert_eq!(verdict(&document, &lexicons, &mut present, hit), plain, "{:?} in: {text}", hit.span.of(&text));
                    judged += 1;
                }
            }
        }
        assert!(judged > examples.len());
    }
}
