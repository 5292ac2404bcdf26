//! Which sentences can speak of somebody who is named elsewhere.

use crate::lexicon::Needs;
use crate::text::Document;
use crate::text::closed_classes::ClosedClasses;
use crate::text::context::pos_in_context;
use crate::text::morphology::Pos;

/// True where a word of the sentence can stand for somebody who is not named there: a pronoun, a possessive, a demonstrative, "l'armée".
pub fn stand_in(document: &Document, sentence: usize) -> bool {
    let tokens = &document.sentences[sentence].tokens;
    let is_anaphor = |token: usize| {
        let classes = document.form(token).classes;
        // "les frappe", "l'accuse"
        let is_object = || {
            let next = token + 1;
            tokens.contains(&next) && pos_in_context(document, next, tokens).is_only(Pos::Verb)
        };
        classes.are(ClosedClasses::ANAPHOR) || classes.are(ClosedClasses::DEFINITE_ARTICLE) && is_object()
    };
    document.sentences[sentence].begins & Needs::STAND_INS.bits() != 0 || tokens.clone().any(is_anaphor)
}
