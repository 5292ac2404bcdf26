//! Whether a hit is denied: ne … pas, sans, ni, aucun, jamais; not "ne … que", not "sans doute".

use super::Hit;
use crate::text::Document;
use crate::text::context;
use crate::text::dictionary::{self, LemmaId};
use crate::text::morphology::Pos;
use std::ops::Range;
use std::sync::LazyLock;

const BEFORE: usize = 6;
const AFTER: usize = 3;

/// True where the words around the hit, in its clause, deny it.
pub fn is_negated(document: &Document, hit: &Hit) -> bool {
    let sentence = document.sentences[hit.sentence].tokens.clone();
    let clause = document.clause_of(hit.sentence, hit.tokens.start);
    let before = hit.tokens.start.saturating_sub(BEFORE).max(clause.start)..hit.tokens.start;
    // "que" opens a clause of its own, so the words after the hit are those of the sentence.
    let around = before.start..(hit.tokens.end + AFTER).min(sentence.end);
    denied_by_ne(document, clause.start, before.clone(), around) || denied_before(document, &sentence, before)
}

/// Verbs that leave their object standing where they are denied: "n'a pas commenté l'offensive", "n'exclut pas une intervention".
static LEAVING: LazyLock<Vec<LemmaId>> = LazyLock::new(|| {
    dictionary::lemma_ids(
        "accepter apprécier cacher commenter condamner confirmer contester démentir dénoncer digérer empêcher évoquer exclure expliquer ignorer infirmer \
         justifier mentionner nier oublier pardonner préciser réagir regretter revendiquer supporter",
    )
});

/// "n'a pas repris", "ne reprendra jamais", "n'a lancé aucune offensive", "aucun soldat n'a été tué".
fn denied_by_ne(document: &Document, first: usize, before: Range<usize>, around: Range<usize>) -> bool {
    let Some(ne) = before.clone().find(|t| matches!(norm(document, *t), "ne" | "n'")) else { return false };
    let leaves = |token: usize| document.form(token).analyses.iter().any(|a| a.pos == Pos::Verb && LEAVING.contains(&a.lemma));
    if (ne + 1..before.end).any(leaves) {
        return false;
    }
    if (first..ne).any(|t| nobody(document, first, t)) {
        return true;
    }
    let mut denied = false;
    for token in ne + 1..around.end {
        match norm(document, token) {
            "pas" | "point" | "aucun" | "aucune" | "nullement" | "guère" | "ni" => return true,
            "jamais" | "rien" | "plus" | "personne" => denied = true,
            // "ne … que", "ne … plus que" restrict: something remains.
            "que" | "qu'" => return false,
            _ => {}
        }
    }
    denied
}

/// "ni X ni Y n'ont frappé", "aucun soldat n'a", "personne n'a", "jamais la ville n'a": said before the verb.
fn nobody(document: &Document, first: usize, token: usize) -> bool {
    match norm(document, token) {
        "ni" | "aucun" | "aucune" | "nul" | "nulle" | "jamais" | "rien" => true,
        // "la personne n'a pas …"
        "personne" => token == first || !document.form(token - 1).pos.contains(Pos::Determiner),
        _ => false,
    }
}

/// "sans libérer", "aucune offensive", "ni frappe ni raid"; one word may stand between.
fn denied_before(document: &Document, sentence: &Range<usize>, before: Range<usize>) -> bool {
    let Some(last) = context::before(document, before.end, sentence).filter(|t| *t >= before.start) else { return false };
    let earlier = context::before(document, last, sentence).filter(|t| *t >= before.start);
    let denies = |token: usize| match norm(document, token) {
        "sans" => !matches!(context::after(document, token, sentence).map(|t| norm(document, t)), Some("doute")),
        "ni" | "aucun" | "aucune" | "nul" | "nulle" => true,
        _ => false,
    };
    // "pas d'offensive"; "plus de dix morts" counts them.
    let of =
        matches!(norm(document, last), "de" | "d'") && earlier.is_some_and(|t| matches!(norm(document, t), "pas" | "point" | "jamais"));
    of || denies(last) || earlier.is_some_and(|t| denies(t) && document.tokens[last].kind.is_word())
}

fn norm<'d>(document: &'d Document, token: usize) -> &'d str {
    &document.form(token).norm
}
