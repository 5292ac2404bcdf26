//! Clauses: the stretches of a sentence that have a verb of their own, or are set off by marks.
//!
//! A cheap split for guards, negation, voice and roles: marks and subordinators cut; a piece after a comma or a coordinator that
//! has no finite verb goes with the piece before it.

use super::context::pos_in_context;
use super::document::Document;
use super::morphology::Pos;
use super::pos_set::PosSet;
use super::tokenizer::Kind;
use std::ops::Range;

/// A clause of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Tokens of the document, marks at its head included.
    pub tokens: Range<usize>,
    /// The first finite verb, where there is one.
    pub verb: Option<usize>,
}

/// How strongly a token cuts.
#[derive(PartialEq)]
enum Cut {
    /// A new clause whatever follows: `;`, `:`, brackets, relative and subordinating words.
    Always,
    /// A new clause if a finite verb follows before the next cut.
    IfVerb,
    No,
}

/// Splits the tokens of one sentence; the clauses cover them all, in order.
pub fn split(document: &Document, sentence: Range<usize>) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    let mut add = |tokens: Range<usize>, strong: bool| {
        let verb = tokens.clone().find(|t| is_finite_verb(document, *t, &sentence));
        match clauses.last_mut() {
            Some(last) if !(strong || verb.is_some() && last.verb.is_some()) => {
                last.tokens.end = tokens.end;
                last.verb = last.verb.or(verb);
            }
            _ => clauses.push(Clause { tokens, verb }),
        }
    };
    let mut start = sentence.start;
    let mut strong = true;
    for token in sentence.clone() {
        let cut = cut_at(document, token);
        if cut == Cut::No || token == start {
            if cut == Cut::Always && token == start {
                strong = true;
            }
            continue;
        }
        // ", qui" is one cut, the stronger.
        if token == start + 1 && document.tokens[start].kind == Kind::Comma {
            strong |= cut == Cut::Always;
            continue;
        }
        add(start..token, strong);
        start = token;
        strong = cut == Cut::Always;
    }
    if start < sentence.end {
        add(start..sentence.end, strong);
    }
    clauses
}

fn cut_at(document: &Document, token: usize) -> Cut {
    match document.tokens[token].kind {
        Kind::Comma => Cut::IfVerb,
        Kind::Mark => match document.surface(token) {
            ";" | ":" | "(" | ")" | "[" | "]" | "–" | "—" | "-" | "--" => Cut::Always,
            _ => Cut::No,
        },
        Kind::Stop => Cut::No,
        Kind::Word => match &*document.form(token).norm {
            "qui" | "que" | "qu'" | "dont" | "où" | "lorsque" | "lorsqu'" | "quand" | "puisque" | "puisqu'" | "si" | "car" | "mais"
            | "lequel" | "laquelle" | "lesquels" | "lesquelles" | "quoique" => Cut::Always,
            "et" | "ou" | "donc" | "or" | "comme" => Cut::IfVerb,
            _ => Cut::No,
        },
        _ => Cut::No,
    }
}

/// True for a verb with person and tense, as far as its neighbours tell.
#[inline]
pub fn is_finite_verb(document: &Document, token: usize, sentence: &Range<usize>) -> bool {
    document.tokens[token].form.may_be_finite() && {
        let pos = pos_in_context(document, token, sentence);
        // Undecided noun/verb words ("la ligne porte") count as nouns: a missed cut widens a clause, a false one breaks it.
        pos.is_only(Pos::Verb) || !pos.intersects(PosSet::NOMINAL)
    }
}
